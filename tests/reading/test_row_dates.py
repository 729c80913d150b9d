"""The date column of a row, and what is said where it cannot be read."""

import datetime as dt
import json
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.reading.row_dates import row_date
from onrecord.reading.sources import read_articles

DAY = dt.date(2026, 11, 6)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-11-06", "6 November 2026", "20261106", 20261106, "20261106093000", 1794000000, "1794000000",
        1794000000.0, "1794000000.5", 1794000000000, "1794000000000", 1794000000000000,
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_and_programs_write_it(cell: object) -> None:
    assert row_date(cell) == (DAY, None)


@pytest.mark.parametrize("cell", [None, "", " ", "n/a", "NaN", float("nan"), True])
def test_an_empty_cell_is_no_date_and_no_fault(cell: object) -> None:
    assert row_date(cell) == (None, None)


@pytest.mark.parametrize("cell", ["2026-13-45", "20261345", "03/04/2026", "last week", 12, 99_999_999_999, {"day": 6}])
def test_what_cannot_be_read_is_said(cell: object) -> None:
    day, said = row_date(cell)
    assert day is None
    assert said is not None
    assert str(cell) in said


def test_an_unreadable_date_is_a_note_and_the_article_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "He said yes.", "date": "2026-13-45"}), "utf-8")
    (article,) = read_articles([str(path)])
    assert not isinstance(article, SourceError)
    assert article.published is None
    assert article.notes == ("the date '2026-13-45' could not be read",)
