"""The day of publication, and where it was found."""

import datetime as dt

import pytest

from onrecord.reading.read import read_text

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
