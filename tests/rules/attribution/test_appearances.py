"""What seems or appears so: one sentence a case, written for this project."""

import pytest

from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.actors.find import find_actors
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.syntax.analyse import analyse


def found(text):
    document = read_document(read_text("A headline stands here\n\n" + text))
    clauses = analyse(document)
    made = find_attributions(document, clauses, find_actors(document, clauses))
    return [
        (" ... ".join(document.text[s.start : s.end] for s in one.content), one.source, one.modality)
        for one in made
        if one.frame == "appearance"
    ]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The letters appear to have been forged.", "The letters ... to have been forged"),
        ("Roe seemed caught between two camps.", "Roe ... caught between two camps"),
        ("The harbour seems calm, but that could change.", "The harbour ... calm"),
        ("To sailors the sale seemed like a trap.", "the sale ... like a trap"),
    ],
)
def test_what_seems_so_is_a_hedged_claim_of_nobody(sentence, content):
    assert found(sentence) == [(content, (), "hedged")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Roe appeared in court on Monday.",
        "Roe may seem calm to sailors.",
        "Roe sold the boat that seemed lost.",
    ],
)
def test_who_shows_up_or_only_may_seem_so_makes_none(sentence):
    assert found(sentence) == []


def test_who_seems_ready_or_eager_has_a_mind_of_their_own():
    assert found("The court seemed ready to hear the case.") == []
