"""What the labels are read from: a paragraph with its words, their number and how it ends."""

import re
from dataclasses import dataclass

from onrecord.reading.document import BlockLabel
from onrecord.reading.paragraphs import INVISIBLE

ITEM = re.compile(r"(?:[-*+•▪◦‣–]|\d{1,3}[.)])\s")  # "- an item", "1. an item"
SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,40}:\s")  # "MR. JONES: Thank you."
_FIGURE = re.compile(r"\d[\d.,]*")
_ASCII_FIGURE = re.compile(_FIGURE.pattern, re.ASCII)  # the same in plain text, at a third of the time
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")  # "[Read more](https://example.org)"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FULL = frozenset(".!?:;…")
_QUOTES = "”\"'’»)]*_"
_SHORT = 320
"""Only paragraphs of fewer characters can be anything but text, so only they are looked at closely."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph with what its label is read from."""

    start: int
    end: int
    words: str
    """Its text."""
    low: str
    """The same in small letters, one blank between words, figures as 0, links as their words; empty if it is long."""
    count: int
    """How many words."""
    full: bool
    """It ends as a sentence does."""
    label: BlockLabel | None = None


def paragraph(text: str, start: int, end: int) -> Paragraph:
    """The paragraph at `[start, end)` of a text."""
    words = text[start:end]
    if end - start > _SHORT:
        return Paragraph(start, end, words, "", words.count(" ") + 1, full=True)
    low = words
    figure = _ASCII_FIGURE
    if not low.isascii():
        figure = _FIGURE
        low = _INVISIBLE.sub("", low)
        low = low.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    if "](" in low:
        low = _LINK.sub(r"\1", low)
    low = figure.sub("0", " ".join(low.lower().split()))
    bare = words.rstrip(_QUOTES) or words
    full = bare[-1] in _FULL or (bare[-1] != words[-1] and words[-1] in '”"')
    return Paragraph(start, end, words, low, low.count(" ") + 1, full=full)
