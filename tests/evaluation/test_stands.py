"""The scores of positions and actors, against tables small enough to count by hand."""

import pytest

from onrecord.evaluation.actors import evaluate_actors, unmark
from onrecord.evaluation.positions import evaluate_positions, overlap, same_holder

POSITIONS = """
[[case]]
text = "Peru backs the treaty."
split = "dev"
tags = ["support-verb"]
[[case.position]]
holder = "Peru"
stance = "support"
target = "the treaty"

[[case]]
text = "Chad rejects the treaty."
split = "dev"
tags = ["oppose-verb"]
[[case.position]]
holder = "Chad"
stance = "support"
target = "the treaty"

[[case]]
text = "The comet was visible at noon."
split = "held"
tags = ["trap"]
"""
ACTORS = """
[[case]]
text = "[roe:Anna Roe] left. [roe:She] smiled."
split = "dev"
tags = ["pronoun"]
[case.actors]
roe = { name = "Anna Roe", kind = ["person"] }
"""


def test_a_stance_is_right_where_holder_and_target_meet(tmp_path):
    gold = tmp_path / "positions.toml"
    gold.write_text(POSITIONS)
    report = evaluate_positions(gold, "dev")
    assert report.figure("position").f1 == pytest.approx(100)
    assert report.figure("stance").f1 == pytest.approx(50)
    assert report.figure("support and oppose swapped, of those met") == pytest.approx(50)
    assert [fault.kind for fault in report.faults] == ["support read as oppose"]


def test_cases_that_are_held_back_are_counted_and_not_shown(tmp_path):
    gold = tmp_path / "positions.toml"
    gold.write_text(POSITIONS.replace('"dev"', '"held"'))
    report = evaluate_positions(gold, "held")
    assert report.figure("cases") == 3
    assert report.faults == ()


def test_mentions_of_one_actor_together_give_full_b_cubed(tmp_path):
    gold = tmp_path / "actors.toml"
    gold.write_text(ACTORS)
    report = evaluate_actors(gold, "dev")
    assert report.figure("B-cubed F1") == pytest.approx(100)
    assert report.figure("persons merged, by their names") == 0


def test_marks_may_stand_inside_one_another():
    marked = unmark("[a:Roe] and [b:[a:her] aide]")
    assert marked.text == "Roe and her aide"
    assert [key for key, _ in marked.mentions] == ["a", "a", "b"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the treaty", "treaty with Chad", True),
        ("must build its own satellites", "Europe must build its own satellites", True),
        ("the treaty", "the dam", False),
        ("it", "it", True),
    ],
)
def test_targets_overlap_by_their_content_words(one, other, same):
    assert overlap(one, other) is same


def test_a_holder_is_met_by_a_fuller_name():
    assert same_holder("Serwaa", ("Ama Serwaa",))
    assert not same_holder("Serwaa", ("Peru",))
