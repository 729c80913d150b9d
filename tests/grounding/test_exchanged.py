"""Two things that have changed places are seen; clauses, times and places may change theirs."""

import pytest

from onrecord.drafts import SentenceRef
from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_for

TEXT = (
    "Residents still paid a fifth of what visitors paid.\n"
    "Owners get a dividend, and deckhands get a calendar with a ship on it.\n"
    "The court has looked for remorse and has found only excuses.\n"
    "The bloc would count on pressure rather than on talks.\n"
    "Workers marched in the capital on Monday.\n"
    "The firm bought the port from the state.\n"
    "A bad truce has brought two boys home, but a good war has brought nobody.\n"
    "The ruling is a small door in a long wall."
)
KEPT = [
    (0, "Residents still pay one fifth of what visitors pay."),
    (1, "Deckhands get a calendar with a ship on it, while owners get a dividend."),
    (2, "The court found only excuses when it looked for remorse."),
    (3, "The bloc counts on pressure and not on talks."),
    (4, "On Monday workers marched in the capital."),
    (5, "The port was bought from the state by the firm."),
    (6, "A good war has brought nobody, but a bad truce has brought two boys home."),
]
TAKEN_OUT = [
    (0, "Visitors still pay one fifth of what residents pay."),
    (1, "Deckhands receive a dividend, while owners receive a calendar with a ship on it."),
    (2, "The court looked for excuses and found only remorse."),
    (3, "The bloc would count on talks rather than on pressure."),
    (7, "The ruling is a small wall in a long door."),
    (5, "The port bought the firm from the state."),
    (6, "A good war has brought two boys home, but a bad truce has brought nobody."),
]


def fault(document, number: int, statement: str) -> str | None:
    doc = document(TEXT)
    return checks_for(doc, ()).statements.claim(statement, evidence_for([SentenceRef(number)], doc), (), None)


@pytest.mark.parametrize(("number", "statement"), KEPT)
def test_clauses_adjuncts_and_voices_may_turn(document, number, statement):
    assert fault(document, number, statement) is None


@pytest.mark.parametrize(("number", "statement"), TAKEN_OUT)
def test_two_things_in_each_others_places_are_taken_out(document, number, statement):
    assert fault(document, number, statement) is not None
