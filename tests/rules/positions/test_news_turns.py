"""Stances in the turns of longer news sentences: who is named last, what a reproach is for, threats, ties, asides."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        ("Among those opposed to the sale is Ana Cruz, the mayor of the port.", "Ana Cruz", "oppose", "the sale"),
        ("Peru criticised the bank for failing to publish the contracts.", "Peru", "support", "publish the contracts"),
        ("Peru criticised the bank over its fees.", "Peru", "oppose", "its fees"),
        ("Peru praised Chile for closing the mine.", "Peru", "support", "closing the mine"),
        ("Doctors sued the state in federal court to stop a port.", "doctors", "support", "stop a port"),
        ("Ana Cruz threatened to resign if the bill is passed.", "Ana Cruz", "oppose", "the bill"),
        ("Ana Cruz threatened to quit over the pension plan.", "Ana Cruz", "oppose", "the pension plan"),
        ("Ana Cruz made clear that her country will not join the pact.", "Ana Cruz", "oppose", "join the pact"),
        ("The party has tied its support for the budget to a cut in tax.", "party", "conditional", "the budget"),
        ("Peru would not lift its veto on the rules until Chile paid.", "Peru", "conditional", "the rules"),
        ("The pilots rejected the offer, the union said, but agreed to act.", "pilots", "oppose", "offer"),
        ("Peru deplored what it called the expulsion of nuns.", "Peru", "oppose", "the expulsion of nuns"),
        ("Ana Cruz warned that cutting rates could undo the work.", "Ana Cruz", "oppose", "cutting rates"),
        ("Asked whether he would back the motion, Ana Cruz would only say that she had time.", "Ana Cruz", "neutral",
         "the motion"),
        ("Peru objected to a text that Britain had proposed.", "Britain", "support", "a text"),
        ("There is little enthusiasm in Peru for a new round of talks.", "Peru", "oppose", "a new round of talks"),
    ],
)  # fmt: skip
def test_a_turn_of_news_is_read(read, text, holder, stance, target):
    found, _ = read(text)
    assert [s for h, s, t, _ in found if h == holder and (target in t or t in target)] == [stance], found


def test_an_aside_about_who_speaks_does_not_take_the_next_verb(read):
    found, _ = read("The pilots rejected the offer, the union said, but agreed to suspend the strike.")
    assert ("pilots", "support") in {(h, s) for h, s, _, _ in found}, found
