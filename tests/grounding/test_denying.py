"""What a statement denies, its evidence denies, in whatever words."""

import pytest

from onrecord.grounding.polarity import changed_negation

SAME = [
    ("", "It protects nobody.", "It protects no one."),
    ("", "He forgave nobody.", "He forgave no one."),
    ("", "The bloc had no means of drawing the firm in.", "The bloc lacks the means to draw the firm in."),
    (
        "called",
        "for talks and warned that a deal might otherwise fall through",
        "A deal may fall through if they do not talk.",
    ),
    ("", "She could not defend the plan.", "She was unable to defend the plan."),
    (
        "",
        "I will vote for it, but only if small boats are left out.",
        "She will not vote for it unless small boats are.",
    ),
    ("does not believe", "those figures", "She disbelieves those figures."),
    ("", "The port failed to reopen.", "The port did not reopen."),
    ("", "No route to Poland would survive the winter.", "Routes to Poland will not survive the winter."),
    ("rejected", "the airline's account", "The union disputes the airline's account."),
    ("", "The government called off the talks.", "The government called off the talks."),
    ("will not support", "the levy unless crews are exempted", "They oppose the levy unless crews are exempted."),
]
CHANGED = [
    ("", "The group remained committed to the truce.", "The group is uncommitted to the truce."),
    ("", "No route to Poland would survive the winter.", "The routes to Poland would survive the winter."),
    ("", "The deal is fair and final.", "The deal is unfair and final."),
    ("", "They will not pay unless crews are exempted.", "They will not pay even if crews are not exempted."),
    ("", "The firm took in 650 people.", "The firm failed to take in 650 people."),
    ("", "The ban had cut the number of fires by a third.", "The ban failed to cut the number of fires."),
    ("admitted", "the first winter had been a failure", "She denies that the first winter was a failure."),
    ("will not support", "the levy unless crews are exempted", "They back the levy unless crews are exempted."),
]


@pytest.mark.parametrize(("cue", "content", "statement"), SAME)
def test_a_negation_in_other_words_is_let_stand(cue, content, statement):
    assert changed_negation(statement, content, f"{cue} {content}", cue) is None


@pytest.mark.parametrize(("cue", "content", "statement"), CHANGED)
def test_a_denial_put_in_or_taken_out_is_seen(cue, content, statement):
    assert changed_negation(statement, content, f"{cue} {content}", cue) is not None


def test_a_refusal_may_stand_around_its_content():
    around = "She turned the offer down."
    assert changed_negation("She turned down the offer.", "the offer", around, "turned") is None
