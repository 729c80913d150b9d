"""A headline that a source keeps apart from the text is read with it, and only then."""

import json
from pathlib import Path

import pytest

from onrecord.reading.headed import headed
from onrecord.reading.sources import read_articles

BODY = "The talks on the lake broke down on Sunday.\n\nThe minister said that both sides would meet again in May."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lake talks fail", "Lake talks fail\n\n" + BODY),
        ("Lake talks ‘fail’", "LAKE TALKS 'FAIL'.\n\n" + BODY),  # other capitals and marks
        ("Lake talks fail as both sides walk ...", "Lake talks fail as both sides walk out\n\n" + BODY),  # cut short
        (
            "Lake talks fail for a third time | The Courier",
            "Lake talks fail for a third time\n\n" + BODY,
        ),  # the site's name
        ("Lake talks fail", "0\nShare\nMore news\nLake talks fail\n" + BODY),  # noise before it
        ("Lake talks fail", "Lake talks fail " + BODY),  # on one line with the text
        (None, BODY),
        ("", BODY),
        ("***", BODY),
    ],
)
def test_a_text_that_holds_its_headline_or_has_none_is_left_as_it_is(title: str | None, text: str) -> None:
    assert headed(text, title) == (text, 0)


@pytest.mark.parametrize("text", ["", " \n", "\u200b"])
def test_a_title_does_not_stand_for_a_missing_text(text: str) -> None:
    assert headed(text, "Lake talks fail")[1] == 0


def test_a_headline_of_two_lines_becomes_one_line() -> None:
    text, added = headed(BODY, "Lake talks\n  fail")
    assert text[:added] == "Lake talks fail\n\n"
    assert text[added:] == BODY


def test_the_headline_of_a_row_is_read_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"id": "a", "title": "Minister warns of lake talks failing", "text": BODY}) + "\n")
    (article,) = read_articles([file])
    assert article.text[article.title_added :] == BODY
    assert article.text[: article.title_added] == "Minister warns of lake talks failing\n\n"
    assert article.title == "Minister warns of lake talks failing"


def test_the_headline_of_a_page_that_its_text_lacks_is_read_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        "<html><head><title>Minister warns of lake talks failing</title></head><body><article>"
        + "".join(f"<p>{line}</p>" for line in BODY.split("\n\n") * 4)
        + "</article></body></html>"
    )
    (article,) = read_articles([file])
    assert article.title_added == len("Minister warns of lake talks failing\n\n")
    assert article.text.startswith("Minister warns of lake talks failing\n\nThe talks on the lake")
