"""From drafts to a record: everything proposed is kept, merged or refused."""

from onrecord.drafts import (
    Draft,
    DraftActor,
    DraftClaim,
    DraftEvent,
    DraftPoint,
    DraftPosition,
    PartRef,
    QuotationRef,
    SentenceRef,
)
from onrecord.grounding.ground import ground
from onrecord.records import Provenance, Record, Span

TEXT = (
    "Mayor Aiko Ito said the bridge would close.\n"
    "“We will build a new one,” Ito said.\n"
    "The union backs the plan.\n"
    "A fourth paragraph.\n"
    "Comments are closed."
)
ITO = DraftActor("ito", "Aiko Ito", "person", role="Mayor", mentions=(Span(6, 14),))
MADE = Provenance(engine="rules", version="0")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(content: str, source: str, **more: object) -> DraftClaim:
    given = {"content": (span(content),), "source": (span(source),) if source else (), "speaker": "ito"}
    return DraftClaim(**{**given, **more})


def test_a_claim_gets_its_words_form_and_speaker(document):
    quote = claim("“We will build a new one,”", "Ito said", cue=(span("said."),))
    reported = claim("the bridge would close", "Mayor Aiko Ito")
    record = ground(document(TEXT), [Draft("rules", actors=(ITO,), claims=(quote, reported))], MADE).record
    assert [(c.content.text, c.form, c.speaker) for c in record.claims] == [
        ("the bridge would close", "indirect", "person:aiko-ito"),
        ("“We will build a new one,”", "direct", "person:aiko-ito"),
    ]


def test_what_is_refused_is_listed_with_its_reason_and_the_counts_add_up(document):
    draft = Draft(
        "model",
        actors=(ITO,),
        claims=(
            DraftClaim(content=(SentenceRef(0),), speaker="ito"),
            DraftClaim(content=(SentenceRef(0),), speaker="ito"),  # the same again
            DraftClaim(content=(SentenceRef(40),), speaker="ito"),
            DraftClaim(content=(QuotationRef(0),), speaker="nobody"),
            DraftClaim(content=()),
            DraftClaim(content=(SentenceRef(0),), source=(SentenceRef(3),)),
        ),
        positions=(
            DraftPosition("nobody", "the plan", "support", (SentenceRef(2),)),
            DraftPosition("ito", " ", "support", (SentenceRef(2),)),
        ),
        events=(DraftEvent("AGREE", (SentenceRef(9),)),),
        points=(DraftPoint((SentenceRef(9),)),),
    )
    coverage = ground(document(TEXT), [draft], MADE).record.coverage
    reasons = [refusal.reason for refusal in coverage.refused]
    assert reasons == [
        "there is no sentence 40",
        "it names an actor the draft does not list: 'nobody'",
        "it points at no content",
        "'A fourth paragraph.' stands too far from the words it goes with",
        "it names an actor the draft does not list: 'nobody'",
        "it has no target",
        "there is no sentence 9",
        "there is no sentence 9",
    ]
    assert (coverage.proposed, coverage.merged) == (10, 1)


def test_the_same_claim_of_two_engines_is_one_found_by_both(document):
    model = Draft(
        "model",
        actors=(DraftActor("m", "Ito", "person"),),
        claims=(
            DraftClaim(
                content=(PartRef(0, "the", "close"),), speaker="m", statement="The bridge in question would close."
            ),
        ),
    )
    rules = Draft("rules", actors=(ITO,), claims=(claim("said the bridge would close", "Mayor Aiko Ito"),))
    record = ground(document(TEXT), [model, rules], MADE).record
    assert [(c.found_by, c.statement, c.speaker) for c in record.claims] == [
        ("both", "The bridge in question would close.", "person:aiko-ito")
    ]
    assert record.claims[0].source.text == "Mayor Aiko Ito"
    assert [(a.name, a.role) for a in record.actors] == [("Aiko Ito", "Mayor")]


def test_a_position_names_the_claim_it_rests_on_even_where_that_claim_was_merged(document):
    said = claim("the bridge would close", "Mayor Aiko Ito")
    position = DraftPosition("ito", "closing the bridge", "support", (span("the bridge would close"),), claim=1)
    record = ground(
        document(TEXT), [Draft("rules", actors=(ITO,), claims=(said, said), positions=(position,))], MADE
    ).record
    assert len(record.claims) == 1
    assert record.positions[0].claim == record.claims[0].id


def test_coverage_counts_what_is_read_cited_and_left(document):
    draft = Draft("rules", actors=(ITO,), claims=(claim("the bridge would close", "Mayor Aiko Ito"),))
    coverage = ground(document(TEXT), [draft], MADE).record.coverage
    assert (coverage.sentences.read, coverage.sentences.cited, coverage.boilerplate) == (4, 1, 1)
    assert (coverage.quotations.read, coverage.quotations.cited) == (1, 0)
    assert [TEXT[s.start : s.end] for s in coverage.quotations.left] == ["We will build a new one,"]


def test_a_record_reads_back_from_its_serial_form(document):
    draft = Draft("rules", actors=(ITO,), claims=(claim("the bridge would close", "Mayor Aiko Ito"),))
    record = ground(document(TEXT), [draft], MADE).record
    assert Record.model_validate_json(record.model_dump_json()) == record
    assert '"spans":[[20,42]]' in record.model_dump_json()


def test_ids_come_from_content_and_change_with_it(document):
    def first(words: str) -> str:
        draft = Draft("rules", actors=(ITO,), claims=(claim(words, "Mayor Aiko Ito"),))
        return ground(document(TEXT), [draft], MADE).record.claims[0].id

    assert first("the bridge would close") == first("the bridge would close")
    assert first("the bridge would close") != first("bridge would close")


def test_what_two_say_in_the_same_words_is_one_claim_of_both(document):
    union = DraftActor("union", "The union", "organization")
    both = (
        claim("the bridge would close", "Mayor Aiko Ito"),
        claim("the bridge would close", "", speaker="union"),
    )
    record = ground(document(TEXT), [Draft("rules", actors=(ITO, union), claims=both)], MADE).record
    assert [(c.speaker, c.joint) for c in record.claims] == [("person:aiko-ito", ("organization:the-union",))]


def test_a_shorter_cut_of_the_other_engine_is_the_same_claim(document):
    model = Draft("model", actors=(ITO,), claims=(claim("the bridge would close", "Mayor Aiko Ito"),))
    rules = Draft("rules", actors=(ITO,), claims=(claim("bridge", "Mayor Aiko Ito"),))
    record = ground(document(TEXT), [model, rules], MADE).record
    assert [(c.content.text, c.found_by) for c in record.claims] == [("the bridge would close", "both")]


def test_a_models_claim_without_a_source_needs_a_speaker_who_has_been_named(document):
    union = DraftActor("union", "The union", "organization")
    early, late = claim("the bridge would close", "", speaker="union"), claim("A fourth paragraph", "", speaker="union")
    record = ground(document(TEXT), [Draft("model", actors=(union,), claims=(early, late))], MADE).record
    assert [c.content.text for c in record.claims] == ["A fourth paragraph"]
    assert [r.reason for r in record.coverage.refused] == ["'The union' is not named yet"]
