"""What the model and the rules found, joined: which items are one, who has the say, and who found it."""

from collections.abc import Sequence

import pytest

from onrecord.drafts import Draft, DraftActor, DraftClaim, DraftEvent, DraftPosition
from onrecord.grounding.ground import ground
from onrecord.records import Provenance, Record, Span

TEXT = (
    "“The port is full. We see no change,” Aiko Ito told reporters.\n"
    "He warned that the tax could cost jobs.\n"
    "Ito and Per Holm have urged the council to build a bridge.\n"
    "The council froze the accounts of the union, and called for the strike to be banned.\n"
    "In 2018 a boat with 160 people sank.\n"
    "“We have buried people,” the chair Ida Lund said by telephone.\n"
    "Ito calls on the council to stop the work at the port until May.\n"
    "“I am not against the harbour. I am against the new road,” Holm wrote."
)
MADE = Provenance(engine="both", version="0")
ACTORS = {
    "ito": ("Aiko Ito", "person"),
    "holm": ("Per Holm", "person"),
    "lund": ("Ida Lund", "person"),
    "council": ("council", "organization"),
    "union": ("union", "organization"),
    "people": ("160 people", "unnamed"),
    "phone": ("telephone", "unnamed"),
}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def spans(words: str) -> tuple[Span, ...]:
    return tuple(span(part) for part in words.split(" ... ")) if words else ()


def claim(content: str, speaker: str | None, source: str = "", cue: str = "") -> DraftClaim:
    return DraftClaim(content=spans(content), speaker=speaker, source=spans(source), cue=spans(cue))


def event(kind: str, trigger: str, evidence: str, actors: Sequence[str] = (), recipients: Sequence[str] = ()):
    return DraftEvent(
        type=kind, trigger=spans(trigger), evidence=spans(evidence), actors=tuple(actors), recipients=tuple(recipients)
    )


def joined(document, model: Sequence[object], rules: Sequence[object]) -> Record:
    def draft(engine, items):
        names = ("claims", DraftClaim), ("positions", DraftPosition), ("events", DraftEvent)
        return Draft(
            engine,
            actors=tuple(
                DraftActor(key, name, kind, mentions=(span(name),) if name in TEXT else ())
                for key, (name, kind) in ACTORS.items()
            ),
            **{field: tuple(item for item in items if isinstance(item, kind)) for field, kind in names},
        )

    return ground(document(TEXT), [draft("model", model), draft("rules", rules)], MADE).record


def test_what_one_engine_has_in_two_claims_and_the_other_in_one_is_found_by_both(document) -> None:
    source = ("ito", "Aiko Ito", "told")
    model = [claim("“The port is full.", *source), claim("We see no change,”", *source)]
    rules = [claim("“The port is full. ... We see no change,”", *source)]
    record = joined(document, model, rules)
    assert [(c.content.text, c.found_by) for c in record.claims] == [
        ("“The port is full.", "both"),
        ("We see no change,”", "both"),
    ]


def test_two_readings_of_one_pronoun_are_no_two_speakers(document) -> None:
    content = "the tax could cost jobs"
    record = joined(document, [claim(content, "ito", "He", "warned")], [claim(content, "holm", "He", "warned")])
    assert [(c.speaker, c.joint, c.found_by) for c in record.claims] == [("person:aiko-ito", (), "both")]


def test_what_is_attributed_to_two_by_name_has_two_speakers(document) -> None:
    content, cue = "the council to build a bridge", "have urged"
    model = [claim(content, key, "Ito and Per Holm", cue) for key in ("ito", "holm")]
    record = joined(document, model, [claim(content, "holm", "Ito and Per Holm", cue)])
    assert [(c.speaker, c.joint, c.found_by) for c in record.claims] == [
        ("person:aiko-ito", ("person:per-holm",), "both")
    ]


def test_who_said_it_is_not_also_what_was_said(document) -> None:
    model = [claim("“We have buried people,”", "lund", "the chair Ida Lund", "said")]
    rules = [claim("the chair Ida Lund", "phone", "telephone", "said")]
    record = joined(document, model, rules)
    assert [(c.speaker, c.joint, c.found_by) for c in record.claims] == [("person:ida-lund", (), "both")]


@pytest.mark.parametrize(
    ("model", "rules", "kept"),
    [
        pytest.param(
            event("SANCTION", "froze", "The council froze the accounts of the union", ["council"], ["union"]),
            event("COERCE", "froze the accounts", "The council froze the accounts", ["council"]),
            [("SANCTION", "both", 1, 1)],
            id="the model says what kind it is",
        ),
        pytest.param(
            event("REQUEST", "called for", "called for the strike to be banned", ["council"]),
            event("REQUEST", "called ... banned", "called for the strike to be banned", ["council"], ["union"]),
            [("REQUEST", "both", 1, 0)],
            id="a phrase and a word of it, and the model says who",
        ),
        pytest.param(
            event("OTHER", "sank", "a boat with 160 people sank"),
            event("OTHER", "sank", "a boat with 160 people sank", ["people"]),
            [("OTHER", "both", 0, 0)],
            id="a thing is nobody who acts",
        ),
        pytest.param(
            event("REQUEST", "banned", "the strike to be banned", ["council"]),
            event("THREATEN", "called ... banned", "called for the strike to be banned", ["council"]),
            [("REQUEST", "both", 1, 0)],
            id="a word of a longer phrase, by the same doer",
        ),
        pytest.param(
            event("REQUEST", "called for", "called for the strike to be banned", ["council"]),
            event("THREATEN", "called ... banned", "called for the strike to be banned", ["union"]),
            [("REQUEST", "model", 1, 0), ("THREATEN", "rules", 1, 0)],
            id="half of a phrase, of another kind and by somebody else",
        ),
    ],
)
def test_the_same_words_are_one_event(document, model, rules, kept) -> None:
    record = joined(document, [model], [rules])
    assert [(e.type, e.found_by, len(e.actors), len(e.recipients)) for e in record.events] == kept


@pytest.mark.parametrize(
    ("evidence", "target", "words", "stance", "kept"),
    [
        (
            "the council to stop the work at the port until May",
            "the work at the port",
            "to stop the work at the port until May",
            "support",
            [("oppose", "both")],
        ),
        (
            "“I am not against the harbour. I am against the new road,”",
            "the new road",
            "harbour",
            "support",
            [("oppose", "model"), ("support", "rules")],
        ),
    ],
    ids=["the same issue, from its other side", "another issue in the same words"],
)
def test_a_position_that_only_one_engine_turns_round_is_one(document, evidence, target, words, stance, kept) -> None:
    model = DraftPosition(holder="ito", target=target, stance="oppose", evidence=spans(evidence))
    rules = DraftPosition(holder="ito", target=words, stance=stance, evidence=spans(words))
    record = joined(document, [model], [rules])
    assert sorted((p.stance, p.found_by) for p in record.positions) == kept


def test_one_who_is_named_once_holds_one_position(document) -> None:
    """Two readings of whom "He" means."""
    given = {"target": "the tax", "stance": "oppose", "source": spans("He")}
    model = DraftPosition(holder="ito", evidence=spans("the tax could cost jobs"), **given)
    rules = DraftPosition(holder="holm", evidence=spans("the tax"), **given)
    record = joined(document, [model], [rules])
    assert [(p.holder, p.found_by) for p in record.positions] == [("person:aiko-ito", "both")]


def test_a_claim_that_the_other_engine_cuts_in_half_is_one_by_the_same_speaker_and_cue(document) -> None:
    model = [claim("We see no change", "ito", "Aiko Ito", "told")]
    rules = [claim("“The port is full. We see no", "ito", "Aiko Ito", "told")]
    record = joined(document, model, rules)
    assert [(c.content.text, c.found_by) for c in record.claims] == [("We see no change", "both")]


def test_what_only_the_rules_found_by_words_that_the_model_reads_is_whom_the_model_means(document) -> None:
    model = [claim("the tax could cost jobs", "ito", "He", "warned")]
    rules = [DraftPosition(holder="holm", target="jobs", stance="support", evidence=spans("jobs"), source=spans("He"))]
    record = joined(document, model, rules)
    assert [(p.holder, p.found_by) for p in record.positions] == [("person:aiko-ito", "rules")]


def test_what_is_said_by_the_very_name_of_an_actor_is_that_actors(document) -> None:
    rules = [claim("the strike to be banned", "union", "The council", "called for")]
    record = joined(document, [], rules)
    assert [c.speaker for c in record.claims] == ["organization:council"]


def test_a_source_that_names_two_says_nothing_of_which_is_meant(document) -> None:
    content, given = "the council to build a bridge", ("Ito and Per Holm", "have urged")
    model = [claim(content, "ito", *given), claim(content, "holm", *given)]
    view = DraftPosition(
        holder="holm", target="bridge", stance="support", evidence=spans("a bridge"), source=spans(given[0])
    )
    record = joined(document, model, [view])
    assert [p.holder for p in record.positions] == ["person:per-holm"]


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("working at the port", ["both"]),
        ("the harbour", ["model", "rules"]),
    ],
    ids=["the same issue in other words", "another issue"],
)
def test_one_view_of_one_issue_is_one_position_wherever_it_is_told(document, target: str, kept: list[str]) -> None:
    evidence = spans("the council to stop the work at the port until May")
    model = DraftPosition(holder="ito", target="the work at the port", stance="oppose", evidence=evidence)
    rules = DraftPosition(holder="ito", target=target, stance="oppose", evidence=spans("the harbour"))
    record = joined(document, [model], [rules])
    assert sorted(p.found_by for p in record.positions) == kept


def test_a_pronoun_within_what_somebody_holds_is_no_other_holder(document) -> None:
    evidence = "We have buried people,"
    model = DraftPosition(holder="lund", target="burying people", stance="oppose", evidence=spans(evidence))
    at = span("“We have buried").start + 1
    rules = DraftPosition(
        holder="union", target="people", stance="oppose", evidence=spans("buried people"), source=(Span(at, at + 2),)
    )
    record = joined(document, [model], [rules])
    assert [(p.holder, p.found_by) for p in record.positions] == [("person:ida-lund", "both")]
