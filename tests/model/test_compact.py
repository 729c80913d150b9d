"""The short form of answers: what each list stands for, and what has no place in one."""

from typing import Any

import pytest

from onrecord.model.compact import by_name
from onrecord.model.parsing import read_items
from onrecord.model.reply import Words


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        (
            "actors",
            [1, "person", "Ida Lund", "mayor"],
            {"id": 1, "kind": "person", "name": "Ida Lund", "role": "mayor"},
        ),
        ("actors", [2, "group", "Shop owners"], {"id": 2, "kind": "group", "name": "Shop owners"}),
        ("claims", [2, "q1"], {"who": 2, "at": ["q1"], "more": []}),
        ("claims", [None, "q1", "q2"], {"who": None, "at": ["q1", "q2"], "more": []}),
        (
            "claims",
            [2, "s4", {"by": "its chairman, Per Holm|According to"}, "hedged", {"says": "It may."}],
            {
                "who": 2,
                "at": ["s4"],
                "src": "its chairman, Per Holm",
                "cue": "According to",
                "more": [{"how": "hedged"}, {"says": "It may."}],
            },
        ),
        ("claims", [2, "s4", "conditional", "promised"], {"who": 2, "at": ["s4"], "more": [{"how": "conditional"}]}),
        ("claims", [2, "s4", {"by": "|reportedly"}], {"who": 2, "at": ["s4"], "cue": "reportedly", "more": []}),
        (
            "claims",
            [2, "s4", {"part": "the tax ... next year"}, "s5"],
            {"who": 2, "at": [{"in": "s4", "from": "the tax", "to": "next year"}, "s5"], "more": []},
        ),
        (
            "claims",
            [2, "s4", {"part": "a brave speech"}],
            {"who": 2, "at": [{"in": "s4", "from": "a brave speech", "to": "a brave speech"}], "more": []},
        ),
        (
            "events",
            ["OTHER", "s2", [1], [], {"word": "voted"}, {"when": "on Tuesday"}, "planned"],
            {
                "type": "OTHER",
                "by": [1],
                "to": [],
                "word": "voted",
                "at": ["s2"],
                "more": [{"when": "on Tuesday"}, {"status": "planned"}],
            },
        ),
        ("points", ["s2", {"text": "It voted."}], {"text": "It voted.", "at": ["s2"], "more": []}),
    ],
)
def test_a_list_stands_for_an_item_by_name(name: str, short: list[Any], long: dict[str, Any]) -> None:
    assert by_name(name, short) == [long]


def test_one_issue_stands_for_a_position_for_each_view() -> None:
    first, second = by_name(
        "positions", ["the tax", [1, "support", "c1"], [3, "oppose", "s5", {"by": "Owners|oppose"}]]
    )
    assert first == {"who": 1, "on": "the tax", "stance": "support", "at": ["c1"], "more": []}
    assert second["more"] == [{"src": "Owners"}, {"cue": "oppose"}]


def test_an_item_by_names_is_taken_as_it_is() -> None:
    assert by_name("claims", {"who": 1, "at": ["q1"]}) == [{"who": 1, "at": ["q1"]}]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("actors", [1]),
        ("claims", [1, "s1", "loudly"]),
        ("claims", [1, {"part": "words"}]),
        ("claims", [1, 7]),
        ("positions", ["the tax", "support"]),
        ("positions", ["the tax", [1, "likes", "c1"]]),
        ("positions", []),
        ("events", ["OTHER", "s1", [1], [2], [3]]),
    ],
)
def test_what_has_no_place_in_a_list_is_refused_with_a_reason(name: str, entry: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        by_name(name, entry)


def test_a_part_written_out_at_length_is_told_by_its_ends() -> None:
    (claim,) = read_items(
        '{"claims":[[1,"s1",{"part":"one two three four five six seven eight nine ten eleven twelve thirteen"}]]}'
    ).claims
    assert claim[1].at == [Words(place="s1", first="one two three four", last="ten eleven twelve thirteen")]


def test_an_empty_list_is_refused_and_the_others_stay() -> None:
    found = read_items('{"claims":[[],[1,"q1"],{}],"positions":[[],["tax",[1,"support","c2"]]]}')
    assert [number for number, _ in found.claims] == [2]
    assert len(found.positions) == 1
    assert len(found.broken) == 3
