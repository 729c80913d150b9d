"""Deeds that look like words: each line of the lexicon has an example, which is nobody's claim."""

import pytest

import onrecord
from onrecord.rules.attribution.deeds import deeds

OPTIONS = onrecord.Options(engine="rules")


def contents(text):
    return [claim.content.text for claim in onrecord.extract("A short report\n\n" + text, OPTIONS).claims]


@pytest.mark.parametrize("text", [pytest.param(deed.example, id=lemma) for lemma, deed in deeds().items()])
def test_the_example_of_a_line_is_no_claim(text):
    assert contents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A shepherd called me on Monday.",
        "The army post was attacked by gunmen.",
        "The accountant was named as Ann Roe, who was dismissed in May.",
        "The fraud was discovered by an accountant.",
        "The keeper had already conceded a great deal.",
        "He showed no remorse.",
    ],
)
def test_a_deed_is_no_claim(text):
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The senator attacked the plan.", "the plan"),
        ("She called him a liar.", "him a liar"),
        ("The party called the election a farce.", "the election a farce"),
        ("The survey shows a fall in crime.", "a fall in crime"),
        ("He showed that it was true.", "that it was true"),
        ("Auditors discovered that money was missing.", "that money was missing"),
        ("The minister dismissed the report.", "the report"),
    ],
)
def test_what_is_no_deed_is_a_claim_still(text, content):
    assert contents(text) == [content]
