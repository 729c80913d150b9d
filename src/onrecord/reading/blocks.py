"""Blocks: a text cut into labelled blocks. Every visible character ends in exactly one of them."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.reading.datelines import dateline_end
from onrecord.reading.document import Block
from onrecord.reading.features import Paragraph, paragraph
from onrecord.reading.flattened import notices
from onrecord.reading.front_matter import FrontMatter, read_front_matter
from onrecord.reading.headlines import letters, title_end
from onrecord.reading.labels import HEADING, by_itself, label_rest
from onrecord.reading.paragraphs import BLANK, paragraphs

_BYLINE_BEFORE = re.compile(
    r"By [A-Z][\w.'’-]+(?:,? (?:and |[A-Z]\. )?[A-Z][\w.'’-]+){1,6}? (?=[A-Z]{4,}[A-Z ]*(?:,| \(| [-–—]))"
)  # "By Jane Doe and John Roe WASHINGTON, Nov 6 (Reuters) - The ..."
_LONG = 500
"""Paragraphs of more characters may be a page on one line."""


@dataclass(slots=True)
class Layout:
    """The blocks of a text and the front matter before them."""

    blocks: list[Block] = field(default_factory=list)
    front: FrontMatter = field(default_factory=FrontMatter)


def lay_out(text: str, title: str | None = None) -> Layout:
    """The labelled blocks of a text; `title` is the headline where the source names it."""
    known = _layouts(text)
    named = letters(title) if title else None
    if named in known:
        return known[named]
    rows = paragraphs(text)
    front = read_front_matter(text, rows)
    items = [paragraph(text, start, end) for start, end in rows[front.after :]]
    for item in items:
        item.label = by_itself(item)
    title = title or front.fields.get("title") or front.fields.get("headline")
    headline = label_rest(items, title, named=any(block.label == "title" for block in front.blocks))
    blocks = list(front.blocks)
    found = any(item.label == "title" for item in items)
    wanted = None if found else title
    for item in items:
        _append(text, blocks, item, wanted)
        wanted = None if item.label == "body" else wanted
    layout = known[named] = Layout(blocks, front)
    if found or title:  # the same again where that headline is named
        known[headline] = layout
    return layout


@lru_cache(maxsize=1)
def _layouts(text: str) -> dict[str | None, Layout]:  # noqa: ARG001 (they are kept by it)
    """Room for the layouts of one text by the letters of its headline, None where none is named: it is laid out when
    the article is made, and with the headline found there when the article is analysed."""
    return {}


def _append(text: str, blocks: list[Block], item: Paragraph, title: str | None) -> None:
    """Add the paragraph's blocks: itself, or its parts where a sign, headline, byline or dateline stands before it."""
    start, label = item.start, item.label or "body"
    if label in ("heading", "title"):
        sign = HEADING.match(item.words)
        if sign and sign.group()[0] == "#":
            blocks.append(Block(start, start + len(sign.group().rstrip()), "boilerplate"))
            start += sign.end()
    if label != "body":
        blocks.append(Block(start, item.end, label))
        return
    if title and (cut := title_end(text, start, item.end, title)):
        blocks.append(Block(start, cut, "title"))
        start = _skip(text, cut, item.end)
    if item.end - start > _LONG:
        for first, last, found in notices(text, start, item.end):
            first = _skip(text, first, item.end)
            _append_body(text, blocks, start, first)
            last = _back(text, last)
            blocks.append(Block(first, last, found))
            start = _skip(text, last, item.end)
    _append_body(text, blocks, start, item.end)


def _append_body(text: str, blocks: list[Block], start: int, end: int) -> None:
    if start >= end:
        return
    if text.startswith("By ", start) and (match := _BYLINE_BEFORE.match(text, start, end)):
        blocks.append(Block(start, _back(text, match.end()), "byline"))
        start = match.end()
    cut = dateline_end(text, start, end)
    if cut > start:
        blocks.append(Block(start, _back(text, cut), "dateline"))
        start = cut
    blocks.append(Block(start, _back(text, end), "body"))


def _skip(text: str, place: int, end: int) -> int:
    while place < end and text[place] in BLANK:
        place += 1
    return place


def _back(text: str, place: int) -> int:
    while text[place - 1] in BLANK:
        place -= 1
    return place
