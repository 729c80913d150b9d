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
    report = evaluate_positions(gold, split="dev")
    assert report.figure("position").f1 == pytest.approx(100)
    assert report.figure("stance").f1 == pytest.approx(50)
    assert report.figure("support and oppose swapped, of those met") == pytest.approx(50)
    assert [fault.kind for fault in report.faults] == ["support read as oppose"]


def test_cases_that_are_held_back_are_counted_and_not_shown(tmp_path):
    gold = tmp_path / "positions.toml"
    gold.write_text(POSITIONS.replace('"dev"', '"held"'))
    report = evaluate_positions(gold, split="held")
    assert report.figure("cases") == 3
    assert report.faults == ()


def test_mentions_of_one_actor_together_give_full_b_cubed(tmp_path):
    gold = tmp_path / "actors.toml"
    gold.write_text(ACTORS)
    report = evaluate_actors(gold, split="dev")
    assert report.figure("B-cubed F1") == pytest.approx(100)
    assert report.figure("persons merged, by their names") == 0


def test_passages_of_an_article_are_marked_where_they_stand(tmp_path):
    gold = tmp_path / "actors.toml"
    (tmp_path / "roe.txt").write_text("Anna Roe smiled.\n\nShe left.\n\nAnna Roe said on Monday that she had smiled.\n")
    marked = "[roe:Anna Roe] said\nthat [roe:she] had smiled"
    gold.write_text(ACTORS + ACTORS.replace("[roe:Anna Roe] left. [roe:She] smiled.", marked.replace("\n", "\\n")))
    gold.write_text(
        gold.read_text().replace("tags", 'article = "roe.txt"\ntags').replace('article = "roe.txt"\n', "", 1)
    )
    report = evaluate_actors(gold)
    assert report.figure("mentions") == 4
    assert report.figure("B-cubed F1") == pytest.approx(100)


def test_several_tables_give_one_figure(tmp_path):
    (tmp_path / "one.toml").write_text(ACTORS)
    (tmp_path / "two.toml").write_text(ACTORS)
    assert evaluate_actors(tmp_path / "one.toml", tmp_path / "two.toml").figure("cases") == 2


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
