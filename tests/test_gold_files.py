"""The hand-made golds hold what their headers promise: a score measures the parser, not a slip of the pen."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from marked_text import parse, trim

GOLD = Path(__file__).parent.parent / "fixtures" / "gold"


def cases(name: str) -> list[dict]:
    return tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))["case"]


def test_marked_text_gives_plain_text_and_spans() -> None:
    marked = parse("[content:“No,”] [source:he] [cue:said], [content:“never.”]")
    assert marked.text == "“No,” he said, “never.”"
    words = {role: [marked.text[a:b] for a, b in spans] for role, spans in marked.items["1"].items()}
    assert words == {"content": ["“No,”", "“never.”"], "source": ["he"], "cue": ["said"]}


def test_marked_text_may_be_nested() -> None:
    marked = parse("[source1:She] said [content1:[source2:he] was told [content2:to go]].")
    assert marked.text == "She said he was told to go."
    assert [marked.text[a:b] for a, b in marked.items["1"]["content"]] == ["he was told to go"]


@pytest.mark.parametrize("text", ["[source:She said", "She] said"])
def test_marks_that_do_not_match_are_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        parse(text)


def test_trimming_drops_punctuation_at_the_ends_only() -> None:
    assert trim("a, b, c.", 1, 8) == (3, 7)


@pytest.mark.parametrize("case", cases("marked"), ids=lambda case: case["text"][:40])
def test_a_marked_claim_has_a_content_and_known_roles(case: dict) -> None:
    marked = parse(case["text"])
    assert "[" not in marked.text
    for claim in marked.items.values():
        assert claim["content"]
        assert set(claim) <= {"source", "cue", "content"}
        for spans in claim.values():
            assert all(start < end for start, end in spans)
    assert not (case["kind"] == "negative" and marked.items)


def test_marked_cases_cover_each_kind_several_times() -> None:
    kinds = Counter(case["kind"] for case in cases("marked"))
    assert sum(kinds.values()) >= 70
    assert min(kinds.values()) >= 6


@pytest.mark.parametrize("case", [*cases("positions"), *cases("positions-more")], ids=lambda case: case["text"][:40])
def test_a_position_names_words_of_its_text(case: dict) -> None:
    assert case["split"] in {"dev", "held"}
    assert case["tags"]
    assert bool(case["position"]) != ("trap" in case["tags"])
    for position in case["position"]:
        assert position["holder"] in case["text"]
        assert position["target"] in case["text"]
        assert position["stance"] in {"support", "oppose", "conditional", "neutral"}
        assert (position["stance"] == "conditional") == ("condition" in position)
        assert position.get("condition", "") in case["text"]


def test_positions_are_balanced_over_splits_and_stances() -> None:
    found = cases("positions")
    assert len(found) >= 240
    assert sum(not case["position"] for case in found) >= 40
    stances = Counter((case["split"], position["stance"]) for case in found for position in case["position"])
    assert min(stances.values()) >= 15
    for tag in {tag for case in found for tag in case["tags"]}:
        of = Counter(case["split"] for case in found if tag in case["tags"])
        assert abs(of["dev"] - of["held"]) <= 2


@pytest.mark.parametrize("case", [*cases("actors"), *cases("actors-seeds")], ids=lambda case: case["text"][:40])
def test_each_actor_is_mentioned_and_each_mention_has_an_actor(case: dict) -> None:
    marked = parse(case["text"])
    assert set(marked.items) == {"1"}
    assert set(marked.items["1"]) == set(case["actors"])
    assert case["split"] in {"dev", "held"}
    for actor in case["actors"].values():
        assert set(actor["kind"]) <= {"person", "organization", "country", "group", "unnamed"}
        assert len(actor.get("country", "XXX")) == 3


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: f"{case['text'][:40]} {case.get('anchor', '')}")
def test_a_date_is_an_interval_or_says_why_it_is_none(case: dict) -> None:
    assert case["text"].count(case["expression"]) == 1
    if case.get("unresolved") or case.get("date") is False:
        assert "start" not in case
        return
    first, last = case["start"], case["end"]
    days = (last - first).days + 1
    lengths = {
        "day": {1}, "weekend": {2}, "week": {7}, "month": {28, 29, 30, 31}, "quarter": {90, 91, 92},
        "season": {90, 91, 92}, "year": {365, 366}, "decade": {3652, 3653}, "century": {36524, 36525},
    }  # fmt: skip
    assert days in lengths.get(case["granularity"], {days})
    assert case["granularity"] in {*lengths, "range"}


def test_dates_cover_each_kind_and_keep_some_unresolved() -> None:
    found = cases("dates")
    assert sum("start" in case for case in found) >= 150
    assert sum(case.get("unresolved", False) for case in found) >= 25


@pytest.mark.parametrize("case", cases("events"), ids=lambda case: case["text"][:40])
def test_an_event_names_words_of_its_text(case: dict) -> None:
    assert case["split"] in {"dev", "held"}
    for event in case["event"]:
        assert event["type"]
        assert event["status"] in {"happened", "ongoing", "planned", "hypothetical", "denied"}
        words = [
            event["trigger"],
            event.get("place", ""),
            event.get("time", ""),
            *event["actors"],
            *event["recipients"],
        ]
        assert all(word in case["text"] for word in words)


def test_events_cover_every_type_and_leave_some_sentences_empty() -> None:
    found = cases("events")
    types = Counter(kind for case in found for event in case["event"] for kind in event["type"])
    assert len(types) == 17
    assert min(types.values()) >= 3
    assert sum(not case["event"] for case in found) >= 20
