"""Dates of a statement put as its evidence puts them: "Friday, 17 July 2026" may stand for "last Friday" of that day.

Both are resolved against the article's own day; where they are the same days, they say the same.
"""

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.grounding.lexicon import words
from onrecord.reading.document import Document
from onrecord.records import Span, When
from onrecord.rules.dates.find import find_dates

Days = tuple[dt.date, dt.date]
_MONTHS = words("months")
_SAID_WHICH = re.compile(r"\d{4}|\b(?:last|next|this)\b", re.IGNORECASE)  # "last March"
_WEEKDAYS = words("days")
_DAY_OF_MONTH = re.compile(r"\d")  # "September 1"
_YEAR = re.compile(r"\b(?:for|of|in|over) the year\b")  # "a loss for the year"
_FIRST = 5
"""Blocks at an article's start in which its own date may stand."""
_SHORT = 80
"""Characters that a line may have that is a date with little more: "LIMA, 3 May 2026 /Wire/ --"."""


def as_dated(statement: str, text: str, spans: Sequence[Span], published: dt.date | None) -> str:
    """The statement with every date that stands for one in these spans of the article put in the article's words."""
    said = [when for when in find_dates(statement, 0, len(statement), published) if when.start]
    if not said:
        return statement
    own = {
        days: when.expression
        for span in spans
        for when in find_dates(text, *span, published)
        for days in _readings(when, published)
    }
    if published is not None and any(_YEAR.search(text, *span) for span in spans):
        own.setdefault((dt.date(published.year, 1, 1), dt.date(published.year, 12, 31)), "the year")
    for when in reversed(said):
        put = own.get((when.start, when.end)) if when.start and when.end else None
        if put is not None and put != when.expression:
            statement = statement[: when.span.start] + put + statement[when.span.end :]
    return statement


def own_day(document: Document) -> dt.date | None:
    """The day an article was published, or else the first full date that stands by itself in one of its first lines."""
    if document.article.published is not None:
        return document.article.published
    text = document.text
    for block in document.blocks[:_FIRST]:
        if block.end - block.start <= _SHORT:
            for when in find_dates(text, block.start, block.end, None):
                if when.granularity == "day" and when.start is not None:
                    return when.start
    return None


def _readings(when: When, published: dt.date | None) -> list[Days]:
    """The days that a date of the article may be; one without a year, or a mere weekday, is the next or the last."""
    if when.start is None or when.end is None:
        return []
    found: list[Days] = [(when.start, when.end)]
    if published is None or when.anchor is None:
        return found
    if when.start != when.end:
        month = not _MONTHS.isdisjoint(when.expression.lower().split()) and not _SAID_WHICH.search(when.expression)
        years = (-1, 1) if month and when.start.month != 2 and when.end.month != 2 else ()
        shifted = [
            (when.start.replace(year=when.start.year + k), when.end.replace(year=when.end.year + k)) for k in years
        ]
        return [*found, *(days for days in shifted if abs((days[0] - published).days) < 366)]
    step = 1 if when.start < published else -1
    if _DAY_OF_MONTH.search(when.expression):
        try:
            other = when.start.replace(year=when.start.year + step)
        except ValueError:  # 29 February
            return found
    elif when.expression.lower() in _WEEKDAYS:
        other = when.start + dt.timedelta(days=7 * step)
    else:
        return found
    return [*found, (other, other)]
