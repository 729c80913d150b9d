"""The date column of a row: days as people write them, and as programs count or pack them."""

import datetime as dt
import re

from onrecord.reading.paragraphs import BLANK
from onrecord.reading.printed_dates import find_date

_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?")  # 20261106, 20261106093000
_COUNTED = re.compile(r"(\d{9,19})(?:\.\d*)?")  # 1794000000, 1794000000.25
_FIRST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC).timestamp()
_LAST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC).timestamp()
_NOTHING = frozenset({"", "-", "n/a", "na", "nan", "nat", "nil", "none", "null", "unknown", "0"})
_MOST = 60
"""Characters of an unreadable date that are shown."""


def row_date(value: object) -> tuple[dt.date | None, str | None]:
    """The day that a cell names, or else what the user should be told of it; neither where the cell is empty.

    Numbers are seconds since 1970, or thousandths, millionths or billionths of them, between 1990 and 2100, in UTC.

    >>> row_date("20261106"), row_date(1794000000)
    ((datetime.date(2026, 11, 6), None), (datetime.date(2026, 11, 6), None))
    >>> row_date("2026-13-45")
    (None, "the date '2026-13-45' could not be read")
    """
    words = "" if value is None else str(value).strip(BLANK)
    if words.lower() in _NOTHING or isinstance(value, bool):
        return None, None
    found = (isinstance(value, str) and find_date(words)) or _packed(words) or _counted(words)
    if found:
        return found, None
    shown = words if len(words) <= _MOST else words[:_MOST] + "…"
    return None, f"the date {shown!r} could not be read"


def _packed(words: str) -> dt.date | None:
    match = _PACKED.fullmatch(words)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _counted(words: str) -> dt.date | None:
    match = _COUNTED.fullmatch(words)
    if match is None:
        return None
    for parts in (1, 1_000, 1_000_000, 1_000_000_000):
        seconds = int(match[1]) // parts
        if _FIRST <= seconds < _LAST:
            return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    return None
