"""The day of publication, and where it was found."""

import datetime as dt

import pytest

from onrecord.reading.read import analyse, read_text

BODY = "\n\nThe ministers met in the capital and agreed to meet again in the summer, they said in a statement.\n"
CASES = [
    ("---\ntitle: Talks\ndate: 2026-05-22\n---" + BODY, "front matter"),
    ("Talks resume\n\nPublished 22 May, 2026 10:21" + BODY, "timestamp"),
    ("Talks resume\n\nBy Ana Ruiz\nSantiago, 22 May 2026" + BODY, "timestamp"),
    ("Talks resume\n\nOslo | 22 May 2026 | 4 min read" + BODY, "timestamp"),
    ("Talks resume\n\nPosted on May 22, 2026 in World News" + BODY, "timestamp"),
    ("Talks resume\n\nNew York, United States, May 22, 2026" + BODY, "timestamp"),
    ("Talks resume\n\nBy Ana Ruiz | 22 May 2026" + BODY, "timestamp"),
    ("Talks resume\n\nPARIS, 22 May 2026 (Reuters) - The ministers met and agreed to meet again.\n", "dateline"),
]


@pytest.mark.parametrize(("text", "where"), CASES)
def test_the_day_is_found_and_its_place_is_named(text: str, where: str) -> None:
    article = read_text(text)
    assert (article.published, article.published_from) == (dt.date(2026, 5, 22), where)


def test_a_given_day_goes_before_the_text() -> None:
    article = read_text("Talks\n\n22 May 2026" + BODY, published=dt.date(2020, 1, 1))
    assert (article.published, article.published_from) == (dt.date(2020, 1, 1), "given")


def test_no_day_is_taken_from_the_body_or_the_clock() -> None:
    assert read_text("Talks resume\n\nAna Ruiz, who met them on 22 May 2026, said yes to it." + BODY).published is None


@pytest.mark.parametrize(
    "dateline",
    [
        "NEW YORK, May 22, 2026 /PRNewswire/ -- ",
        "MEXICO CITY, May 22, 2026 /PRNewswire/ --\n\n",
        "LONDON, May 22, 2026 (GLOBE NEWSWIRE) -- ",
        "PARIS and LONDON, May 22, 2026 (GLOBE NEWSWIRE) --\n\n",
        "NEW YORK--(BUSINESS WIRE)--May 22, 2026--",
        "HOUSTON, TX / ACCESSWIRE / May 22, 2026 / ",
        "London, UK – 22 May 2026 – ",
        "NEWPORT NEWS, Va., May 22, 2026 - ",
        "May 22, 2026 /PRNewswire/ -- ",
    ],
)
def test_the_day_of_a_press_release_is_read_from_its_dateline(dateline: str) -> None:
    text = f"Acme lifts its forecast after a strong quarter\n\n{dateline}Acme Corp. said its profit rose by a fifth.\n"
    article = read_text(text)
    assert (article.published, article.published_from) == (dt.date(2026, 5, 22), "dateline")
    assert article.title == "Acme lifts its forecast after a strong quarter"
    assert "body" in [block.label for block in analyse(article).blocks]


@pytest.mark.parametrize("words", ["NEW —\n\n", "NEW STUDY — ", "BREAKING — ", "Paris —\n\n", "MEXICO CITY --\n\n"])
def test_what_stands_before_a_dash_without_day_or_agency_is_no_line_of_its_own(words: str) -> None:
    text = f"Acme lifts its forecast after a strong quarter\n\n{words}Acme Corp. said its profit rose by a fifth.\n"
    assert "dateline" not in [block.label for block in analyse(read_text(text)).blocks]


HEADED = [
    ("Home | News | Region | Sport\n\nTalks resume in the old town hall", "Talks resume in the old town hall"),
    ("LIVE: Parliament votes on the bill\n\nLIVE: Parliament votes on the bill", "LIVE: Parliament votes on the bill"),
]


@pytest.mark.parametrize(("head", "title"), HEADED)
def test_a_menu_is_no_title_and_a_line_that_stands_twice_is(head: str, title: str) -> None:
    assert read_text(head + BODY).title == title
