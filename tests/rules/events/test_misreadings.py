"""Verbs whose frame fits by the letter and not by the sense."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.parser import parse


def reads(text):
    draft = parse(analyse(read_text(text)))
    names = {actor.key: actor.name for actor in draft.actors}
    return [(event.type, [names[k] for k in event.actors]) for event in draft.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor called the minister a guest in her own country.", []),
        ("The mayor called the minister last week.", [("CONSULT", ["mayor"])]),
        ("The lawmakers fought the bill for two years.", [("REJECT", ["lawmakers"])]),
        ("The rebels fought the army near Lima.", [("ASSAULT", ["rebels"])]),
        ("The minister has fought it since January.", []),
        ("The king forgave nobody.", [("REJECT", ["king"])]),
        ("Haaren struck twice as Norway beat Chile 3-1.", []),
        ("Lund struck in the second half.", []),
        ("Unions struck in Lima on Monday.", [("PROTEST", ["unions"])]),
        ("Opening the case last week, prosecutor Ana Cruz said that the nurse had lied.", []),
        ("Prosecutors opened a case against Bo Li.", [("ACCUSE", ["prosecutors"])]),
        ("Villagers buried three miners on Friday.", [("OTHER", ["three miners"])]),
        ("Three years threatens the man.", [("THREATEN", [])]),
    ],
)
def test_the_sense_decides(text, expected):
    assert reads(text) == expected
