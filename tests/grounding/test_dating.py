"""Dates of a statement are the evidence's where both are the same days."""

import datetime as dt

import pytest

from onrecord.grounding.dating import as_dated, own_day
from onrecord.records import Span

DAY = dt.date(2026, 7, 23)  # a Thursday


@pytest.mark.parametrize(
    ("article", "statement", "put"),
    [
        (
            "Talks broke down last Friday.",
            "Talks broke down on Friday, 17 July 2026.",
            "Talks broke down on last Friday.",
        ),
        ("They will strike on September 1.", "They strike on 1 September 2026.", "They strike on September 1."),
        ("They plan to march on Saturday.", "They march on 25 July 2026.", "They march on Saturday."),
        ("Profit rose in the second quarter.", "Profit rose in the second quarter of 2026.", None),
        ("Talks broke down last Friday.", "Talks broke down on 16 July 2026.", "Talks broke down on 16 July 2026."),
        ("They will strike on September 1.", "They strike on 1 September 2028.", "They strike on 1 September 2028."),
        ("It lost 40 million for the year.", "It lost 40 million for 2026.", "It lost 40 million for the year."),
        ("It is out by the end of March.", "It is out by the end of March 2027.", "It is out by the end of March."),
        ("It ends in March.", "It ends.", "It ends."),
    ],
)
def test_a_date_of_the_same_days_is_put_in_the_articles_words(article, statement, put):
    put = put or article
    assert as_dated(statement, article, [Span(0, len(article))], DAY) == put


def test_an_articles_day_is_the_full_date_of_a_line_at_its_start(document):
    assert (
        own_day(document("Ferry firm lifts forecast\n\nLIMA, July 23, 2026 /Wire/ --\n\nProfit rose on Thursday."))
        == DAY
    )
    assert own_day(document("Ferry firm lifts forecast\n\nProfit rose on Thursday.")) is None
