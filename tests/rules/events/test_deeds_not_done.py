"""Deeds that a text names and does not report: denied, alleged in a charge, wished for, demanded."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.parser import parse


def kinds(text):
    return [(event.type, event.status) for event in parse(analyse(read_text(text))).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army denied that it had shelled the hospital.", [("ASSAULT", "denied")]),
        ("Iran denied it attacked the tanker.", [("ASSAULT", "denied")]),
        ("Iran denies that its navy attacked the tanker.", [("ASSAULT", "denied")]),
        ("Chad denied that it would send troops to Mali.", [("MOBILIZE", "denied")]),
        ("There is no evidence that the army bombed the school.", [("ASSAULT", "denied")]),
        ("The army rejected claims that it had bombed the school.", [("REJECT", "happened"), ("ASSAULT", "denied")]),
        ("Chad did not deny that it shelled the hospital.", [("ASSAULT", "happened")]),
        ("The army said that it had shelled the hospital.", [("ASSAULT", "happened")]),
    ],
)
def test_what_a_denial_holds_did_not_happen(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bakery owner cleared of poisoning rival's flour", [("CONCEDE", "happened")]),
        ("Nurse acquitted of murder", [("CONCEDE", "happened")]),
        ("The court acquitted the nurse of killing a patient.", [("CONCEDE", "happened")]),
        ("The nurse was found not guilty of bombing the bank.", [("CONCEDE", "happened")]),
        ("A jury found the nurse guilty of killing a patient.", [("ACCUSE", "happened")]),
        ("The man accused of bombing the bank fled to Chad.", [("ASSAULT", "hypothetical")]),
        ("Prosecutors accused Bo Li of bombing the bank.", [("ACCUSE", "happened")]),
    ],
)
def test_a_charge_or_an_acquittal_is_not_the_deed(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union wants Minister Ann Roe to resign.", [("REQUEST", "happened")]),
        ("The governor wants Uganda to apologise.", [("REQUEST", "happened")]),
        ("Do you want Minister Bo Li to resign?", []),
        ("Ann Roe wants to resign.", [("CONCEDE", "hypothetical")]),
        ("The rebels hope to capture the town.", [("ASSAULT", "hypothetical")]),
        ("The plan to bomb the port was leaked.", [("ASSAULT", "hypothetical")]),
        ("The pope is expected to visit Chad.", [("CONSULT", "planned")]),
        ("The union insisted that the director be dismissed.", [("REQUEST", "happened"), ("REJECT", "hypothetical")]),
        ("The army used drones to attack the village.", [("ASSAULT", "happened")]),
    ],
)
def test_what_is_wished_or_demanded_has_not_happened(text, expected):
    assert kinds(text) == expected
