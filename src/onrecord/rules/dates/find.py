"""Time expressions in a stretch of text, resolved against a day."""

import datetime as dt

from onrecord.records import When


def find_dates(text: str, start: int, end: int, anchor: dt.date | None) -> list[When]:
    """Every time expression in `text[start:end]`, in order, with spans that count from the start of `text`."""
    return []
