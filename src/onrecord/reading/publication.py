"""The day of publication, from what the article says of itself; never from the clock."""

import datetime as dt
import re
from collections.abc import Sequence

from onrecord.reading.blocks import Layout
from onrecord.reading.document import Block
from onrecord.reading.printed_dates import find_date, find_day
from onrecord.records import Published

_FIRST = re.compile(r"\b(?:published|posted|issued|created|first)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}((?:19|20)\d\d)\b", re.IGNORECASE)
# https://example.org/2026/05/03/talks, .../2026-05-03-talks
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)")


def publication_date(text: str, layout: Layout, url: str | None = None) -> tuple[dt.date, Published] | None:
    """The day and where it was found: front matter, timestamp, dateline, else the address."""
    if layout.front.date and (found := find_date(layout.front.date)):
        return found, "front matter"
    if found := _stamped(text, layout.blocks):
        return found, "timestamp"
    if found := _datelined(text, layout.blocks, url):
        return found, "dateline"
    if url and (found := _in_url(url)):
        return found, "metadata"
    return None


def _stamped(text: str, blocks: Sequence[Block]) -> dt.date | None:
    """The first date of a timestamp line or byline; one that says "published" goes before one that says "updated"."""
    first = None
    for block in blocks:
        if block.label not in ("timestamp", "byline") or block.end - block.start > 200:
            continue
        words = text[block.start : block.end]
        found = find_date(words)
        if found and _FIRST.search(words):
            return found
        first = first or found
    return first


def _datelined(text: str, blocks: Sequence[Block], url: str | None) -> dt.date | None:
    """The dateline's date. Its year may be missing; only the copyright line or the address can give it then."""
    for block in blocks:
        if block.label != "dateline":
            continue
        words = text[block.start : block.end]
        if found := find_date(words):
            return found
        if day := find_day(words):
            year = _copyright_year(text, blocks) or ((match := _URL.search(url or "")) and match[1])
            if year:
                try:
                    return dt.date(int(year), *day)
                except ValueError:
                    return None
    return None


def _copyright_year(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.label == "boilerplate" and block.end - block.start < 400:
            match = _YEAR.search(text, block.start, block.end)
            if match:
                return match[1]
    return None


def _in_url(url: str) -> dt.date | None:
    for year, month, day in _URL.findall(url):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
