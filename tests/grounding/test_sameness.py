"""Which actors of the model and of the rules are one: a sentence, whom the model lists, and whom the rules found."""

import pytest

from onrecord.drafts import Draft, DraftActor
from onrecord.grounding.actors import cast_of
from onrecord.records import Span


def actor(text: str, key: str, said: tuple[str, str, str | None, tuple[str, ...]]) -> DraftActor:
    name, kind, role, called = said
    places = tuple(Span(text.index(words), text.index(words) + len(words)) for words in called)
    return DraftActor(key, name, kind, role=role, mentions=places)


def names(document, text: str, model, rules) -> list[str]:
    drafts = [
        Draft("model", actors=tuple(actor(text, f"m{n}", given) for n, given in enumerate(model))),
        Draft("rules", actors=tuple(actor(text, f"r{n}", given) for n, given in enumerate(rules))),
    ]
    return [found.name for found in cast_of(drafts, document(text)).actors]


JUDGE = "A retired judge of the Lund High Court has accused the state. Justice Ida Lund left the bench in 2024."
LEADER = "In a message, a commander who calls himself Julian blamed a rival unit. The unit kept silent."
RAIL = "The operator, TransRail, said fares would stay. Around 400 residents of Ito blocked the line."
FIRM = "Grupo Norte rose. Grupo Norte S.A. de C.V. said so. The Grupo Norte Foundation did not."
MINISTER = (
    "Norway’s energy minister gives way. Ida Lund, the Norwegian energy minister, said so to the energy ministry."
)
TWO = "The minister said so. Per Holm, the finance minister, and Ida Lund, the trade minister, met."
SPOKES = "A spokesman for the ministry said so. The ministry and its minister, Ida Lund, stayed away."
LAWYER = "Holm’s lawyer, Advocate Ida Lund, denied it. His attorney agreed."

LUND = (
    "Ida Lund",
    "person",
    "retired judge of the Lund High Court",
    ("A retired judge of the Lund High Court", "Ida Lund"),
)


@pytest.mark.parametrize(
    ("text", "model", "rules", "left"),
    [
        (JUDGE, [LUND], [("retired judge of the Lund High Court", "unnamed", "retired judge", ("retired judge",))], []),
        (
            LEADER,
            [("Julian", "person", "commander", ("a commander who calls himself Julian", "Julian"))],
            [("commander", "unnamed", "commander", ("commander",))],
            [],
        ),
        (
            RAIL,
            [("TransRail", "organization", None, ("The operator, TransRail", "TransRail"))],
            [("operator", "organization", None, ("operator",))],
            [],
        ),
        (
            RAIL,
            [("Around 400 residents", "group", None, ("Around 400 residents of Ito",))],
            [("400 residents", "unnamed", None, ("400 residents",))],
            [],
        ),
        (
            FIRM,
            [("Grupo Norte S.A. de C.V.", "organization", None, ("Grupo Norte S.A. de C.V.",))],
            [("Grupo Norte", "person", None, ("Grupo Norte",))],
            [],
        ),
        (
            MINISTER,
            [("Ida Lund", "person", "Norwegian energy minister", ("Ida Lund",))],
            [("Norway’s energy minister", "unnamed", "Norway’s energy minister", ("Norway’s energy minister",))],
            [],
        ),
        (
            LAWYER,
            [("Ida Lund", "person", "Holm’s lawyer, Advocate", ("Holm’s lawyer, Advocate Ida Lund", "Ida Lund"))],
            [
                ("Advocate Ida Lund", "organization", None, ("Advocate Ida Lund",)),
                ("Holm’s lawyer", "unnamed", "Holm’s lawyer", ("Holm’s lawyer",)),
            ],
            [],
        ),
        (
            "The president has promised it.",
            [("The president", "person", None, ("The president",))],
            [("president", "unnamed", "president", ("president",))],
            [],
        ),
    ],
)
def test_a_description_or_a_dressed_name_gives_way_to_the_one_it_is(document, text, model, rules, left) -> None:
    assert names(document, text, model, rules) == [given[0] for given in model] + left


@pytest.mark.parametrize(
    ("text", "model", "rules"),
    [
        (  # a longer name is another's
            FIRM,
            [("Grupo Norte Foundation", "organization", None, ("Grupo Norte Foundation",))],
            [("Grupo Norte", "person", None, ("Grupo Norte",))],
        ),
        (  # an office in a role is not its holder
            MINISTER,
            [("Ida Lund", "person", "head of the energy ministry", ("Ida Lund",))],
            [("energy ministry", "organization", None, ("energy ministry",))],
        ),
        (  # one word of two persons' roles
            TWO,
            [
                ("Per Holm", "person", "finance minister", ("Per Holm",)),
                ("Ida Lund", "person", "trade minister", ("Ida Lund",)),
            ],
            [("minister", "unnamed", "minister", ("minister",))],
        ),
        (  # a spokesman whom the model takes for the minister: nothing in her role says so
            SPOKES,
            [("Ida Lund", "person", "minister", ("A spokesman for the ministry", "Ida Lund"))],
            [("spokesman for the ministry", "unnamed", "spokesman", ("spokesman",))],
        ),
        (  # a he is no she
            "A retired judge of Lund left; he said so. Ida Lund is a retired judge of Lund, she said.",
            [("Ida Lund", "person", "retired judge of Lund", ("Ida Lund", "she"))],
            [("retired judge of Lund", "unnamed", "retired judge", ("retired judge of Lund", "he"))],
        ),
        (  # what hangs on a head is not the head
            SPOKES,
            [("A spokesman for the ministry", "unnamed", None, ("A spokesman for the ministry",))],
            [("ministry", "organization", None, ("ministry",))],
        ),
    ],
)
def test_a_description_that_may_be_anothers_stays_apart(document, text, model, rules) -> None:
    assert names(document, text, model, rules) == [given[0] for given in (*model, *rules)]


def test_an_actor_keeps_the_models_name_where_that_is_a_description_of_its_own(document) -> None:
    text = "The fisheries ministers of both lakes met. His attorney, that of Per Holm, did not."
    model = [
        ("fisheries ministers", "group", None, ("fisheries ministers",)),
        ("His attorney", "unnamed", None, ("His attorney",)),
    ]
    rules = [
        ("fisheries ministers of both lakes", "group", None, ("fisheries ministers of both lakes",)),
        ("Per Holm's attorney", "unnamed", "attorney", ("attorney",)),
    ]
    assert names(document, text, model, rules) == ["fisheries ministers", "Per Holm's attorney"]


def test_an_actor_keeps_its_name_where_the_other_engine_only_describes_it(document) -> None:
    text = "Members of the Herders Party left. His party, that of Per Holm, will not come back."
    model = [("Herders Party", "organization", None, ("Herders Party", "His party"))]
    rules = [("Per Holm's herders party", "organization", None, ("party",))]
    assert names(document, text, model, rules) == ["Herders Party"]


def test_the_name_of_one_actor_is_no_mention_of_another(document) -> None:
    text = "Moses Kato came. My husband has missed it, said Mercy Auma."
    model = [("husband", "person", None, ("husband",)), ("Moses Kato", "person", None, ("Moses Kato",))]
    rules = [("Moses Kato", "person", None, ("Moses Kato", "husband"))]
    drafts = [
        Draft(engine, actors=tuple(actor(text, f"{engine}{n}", given) for n, given in enumerate(found)))
        for engine, found in (("model", model), ("rules", rules))
    ]
    cast = cast_of(drafts, document(text))
    assert {a.name: [text[s.start : s.end] for s in a.mentions] for a in cast.actors} == {
        "husband": ["husband"],
        "Moses Kato": ["Moses Kato"],
    }


def test_a_country_that_a_model_names_gets_its_code(document) -> None:
    text = "The Netherlands and Atlantis signed."
    model = [("the Netherlands", "country", None, ()), ("Atlantis", "country", None, ("Atlantis",))]
    draft = Draft("model", actors=tuple(actor(text, f"m{n}", given) for n, given in enumerate(model)))
    cast = cast_of([draft], document(text))
    assert [(a.id, a.country) for a in cast.actors] == [("country:nld", "NLD"), ("country:atlantis", None)]
