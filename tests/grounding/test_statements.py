"""What a model writes in its own words is kept only where its evidence bears the names, numbers, dates and negation."""

import pytest

from onrecord.drafts import Draft, DraftActor, DraftClaim, DraftEvent, DraftPoint, DraftPosition, PartRef, SentenceRef
from onrecord.grounding.checks import checks_for
from onrecord.grounding.ground import ground
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.pointers import evidence_for
from onrecord.grounding.polarity import changed_negation
from onrecord.records import Actor, Provenance

TEXT = (
    "The European Union opened an office in Hanoi in March.\n"
    "Trade minister Linh Tran told reporters on Monday that it would not hire more than 40 people.\n"
    "She said the bloc could spend four million euros next year.\n"
    "Oskar Falk, who leads the Chamber of Commerce, called that too little.\n"
    "Vietnamese officials denied that they had asked for money."
)
ACTORS = (
    Actor(id="eu", name="European Union", kind="organization"),
    Actor(id="tran", name="Linh Tran", kind="person", role="Trade minister"),
    Actor(id="falk", name="Oskar Falk", kind="person"),
    Actor(id="chamber", name="Chamber of Commerce", kind="organization"),
)
KEPT = [
    ("s2", "The European Union would not hire more than 40 people."),
    ("s2", "The EU would not hire more than forty people."),
    ("s2", "Linh Tran said the EU would not hire over 40 people."),
    ("s3", "The bloc could spend 4 million euros next year."),
    ("s3", "The European Union could spend 4m euros next year."),
    ("s3", "Tran said that the Union could spend four million euros next year."),
    ("s4", "Falk thinks that it is too little."),
    ("s5", "Officials of Vietnam did not ask for money."),
    ("s5", "Vietnamese officials denied having asked for money."),
    ("s1", "The EU has had an office in Hanoi since March."),
]
TAKEN_OUT = [
    ("s2", "The European Union would hire more than 40 people.", "negates 'hire'"),
    ("s2", "The European Union would not hire more than 50 people.", "says 50"),
    ("s2", "On Tuesday Tran said the EU would not hire more than 40 people.", "says 'tue'"),
    ("s2", "NATO would not hire more than 40 people.", "names 'NATO'"),
    ("s3", "The bloc could not spend four million euros next year.", "negates 'spend'"),
    ("s3", "The bloc could spend four billion euros next year.", "a number"),
    ("s3", "The bloc could spend four million euros last year.", "last year"),
    ("s3", "Falk said the bloc could spend four million euros next year.", "names 'Falk'"),
    ("s4", "Tran called it too little.", "names 'Tran'"),
    ("s1", "The European Union opened an office in Hanoi in April.", "says 'apr'"),
    ("s1", "The European Union opened an office in Paris in March.", "names 'Paris'"),
    ("s1", "The European Union never opened an office in Hanoi.", "negates"),
    ("s5", "Chinese officials denied that they had asked for money.", "names 'Chinese'"),
]
SPEAKERS = {"s1": None, "s2": "tran", "s3": "tran", "s4": "falk", "s5": None}


def fault(document, place: str, statement: str) -> str | None:
    doc = document(TEXT)
    evidence = evidence_for([SentenceRef(int(place[1:]) - 1)], doc)
    return checks_for(doc, ACTORS).statements.claim(statement, evidence, (), SPEAKERS[place])


@pytest.mark.parametrize(("place", "statement"), KEPT)
def test_a_statement_that_its_evidence_bears_is_kept(document, place, statement):
    assert fault(document, place, statement) is None


@pytest.mark.parametrize(("place", "statement", "reason"), TAKEN_OUT)
def test_a_statement_with_another_name_number_date_or_negation_is_taken_out(document, place, statement, reason):
    assert reason in (fault(document, place, statement) or "")


@pytest.mark.parametrize(
    ("statement", "content"),
    [
        ("Europeans cannot leave that job to others.", "they cannot leave that job to somebody else"),
        ("The bloc has nothing to give Russia.", "the bloc had nothing to “give” Russia"),
        ("Cash bail protects nobody.", "It protects nobody."),
        ("Without bail, suspects would vanish.", "without bail suspects would vanish"),
        ("She is not against lithium.", "I am not against lithium."),
        ("The charge is not only fair.", "the charge is not only fair but overdue"),
        ("The plan was rejected.", "they did not accept the plan"),
        ("She has yet to decide.", "she has not decided yet"),
        ("The rooms will not open before autumn.", "two rooms are closed until autumn"),
        ("The heaters will cost nothing.", "the heaters are free of charge"),
    ],
)
def test_a_negation_may_be_put_otherwise(statement, content):
    assert changed_negation(statement, content, content) is None


@pytest.mark.parametrize(
    ("statement", "content"),
    [
        ("Europeans can leave that job to others.", "they cannot leave that job to somebody else"),
        ("The bloc has much to give Russia.", "the bloc had nothing to “give” Russia"),
        ("Cash bail protects people.", "It protects nobody."),
        ("With bail, suspects would vanish.", "without bail suspects would vanish"),
        ("She is against lithium.", "I am not against lithium."),
        ("The tax will not be raised.", "the tax will be raised"),
        ("The tax will never go up.", "the tax will rise"),
        ("No ship may enter.", "ships may enter"),
        ("The firm expects that to change.", "We do not see that changing"),
        ("She backed abolition.", "she stopped short of backing abolition"),
        ("The price fell.", "the price rose"),
        ("He advised closing the pool.", "he had advised against closing the pool"),
        ("The pool will open if money is found.", "the pool will not open unless money is found"),
    ],
)
def test_a_negation_put_in_or_taken_out_is_seen(statement, content):
    assert changed_negation(statement, content, content) is not None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two thousand of 5,100 workers", {2000, 5100}),
        ("1.42 billion pesos ($77 million)", {1.42e9, 77e6}),
        ("one of them left", set()),
        ("one in three", {1, 3}),
        ("twenty-five on the 21st", {25, 21}),
        ("two hundred and fifty people and three dogs", {250, 3}),
        ("4k, 3bn and a dozen", {4000, 3e9, 12}),
        ("2,5 Prozent", {2.5}),
        ("two-thirds, half", {2, 3, 0.5}),
    ],
)
def test_numbers_are_values_however_they_are_written(text, values):
    assert numbers_in(text) == values


def test_a_point_that_its_evidence_does_not_bear_falls_back_to_the_evidence_and_is_counted(document):
    draft = Draft("model", points=(DraftPoint((SentenceRef(0),), "The European Union opened two offices in Hanoi."),))
    record = ground(document(TEXT), [draft], Provenance(engine="model", version="0")).record
    assert record.summary.points[0].text == "The European Union opened an office in Hanoi in March."
    assert [(r.kind, "says 2" in r.reason) for r in record.coverage.refused] == [("statement", True)]
    assert record.coverage.proposed == 2


def test_a_claim_outlives_its_statement(document):
    actors = (DraftActor("t", "Linh Tran", "person", "Trade minister"),)
    claim = DraftClaim(
        (PartRef(2, "the bloc", "next year"),), "t", source=(PartRef(2, "She", "She"),), statement="NATO could spend."
    )
    record = ground(document(TEXT), [Draft("model", actors, (claim,))], Provenance(engine="model", version="0")).record
    assert record.claims[0].statement == "the bloc could spend four million euros next year"
    assert record.coverage.refused[0].kind == "statement"


def test_an_actor_that_the_article_does_not_name_is_refused_with_all_that_rests_on_it(document):
    actors = (DraftActor("x", "John Smith", "person"), DraftActor("t", "Linh Tran", "person", "prime minister"))
    draft = Draft(
        "model",
        actors,
        claims=(DraftClaim((SentenceRef(0),), "x"),),
        positions=(DraftPosition("x", "an office in Hanoi", "support", (SentenceRef(0),)),),
        events=(DraftEvent("AID", (SentenceRef(2),), label="a NATO thing; 4", actors=("x",)),),
    )
    record = ground(document(TEXT), [draft], Provenance(engine="model", version="0")).record
    assert (record.claims, record.positions, record.events) == ((), (), ())
    assert {actor.name: actor.role for actor in record.actors} == {"Linh Tran": None}
    assert record.coverage.proposed == len(record.coverage.refused) == 5
