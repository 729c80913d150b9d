"""Demands of somebody who is named again between commas: the stance is on the deed, not on the person."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        ("Councillors demanded that the mayor, Ana Cruz, step down.", "councillors", "support",
         "the mayor, Ana Cruz, step down"),
        ("Peru demanded that Ana Cruz, the mayor of Ica, resign.", "Peru", "support",
         "Ana Cruz, the mayor of Ica, resign"),
        ("Senators urged the president, Ana Cruz, to resign.", "senators", "support", "resign"),
        ("Senators urged the president of Peru, Ana Cruz, not to resign.", "senators", "oppose", "resign"),
        ("Senators urged the president, Ana Cruz, to reject the plan.", "senators", "oppose", "the plan"),
        ("Protesters called for the minister, Ana Cruz, to go.", "protesters", "support",
         "the minister, Ana Cruz, to go"),
        ("Protesters called on the minister, Ana Cruz, to go.", "protesters", "support",
         "the minister, Ana Cruz, to go"),
        ("Senators urged the parties in the war to stop the bombing.", "senators", "support", "stop the bombing"),
        ("Senators praised the mayor, Ana Cruz, to the surprise of all.", "senators", "support", "the mayor"),
    ],
)  # fmt: skip
def test_the_deed_is_the_target(read, text, holder, stance, target):
    assert (holder, stance, target, None) in read(text)[0]
