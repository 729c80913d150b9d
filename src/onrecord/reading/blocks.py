"""Blocks: labels each paragraph by what it is to the article. Every visible character ends in exactly one block.

A ladder from certain to guess: first what a line says of itself (a timestamp, a byline, a notice of the site), then
where it stands (a headline opens the article, a standfirst comes before the body, links come after it).
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from onrecord.reading.datelines import dateline_end
from onrecord.reading.document import Block, BlockLabel
from onrecord.reading.flattened import notices
from onrecord.reading.front_matter import FrontMatter, read_front_matter
from onrecord.reading.line_labels import byline, caption, photo_credit, timestamp
from onrecord.reading.paragraphs import INVISIBLE, paragraphs

_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=[^*]+\*\*\Z)|__(?=[^_]+__\Z)")  # "## Talks", "**Talks**"
_ITEM = re.compile(r"(?:[-*+•▪◦‣–]|\d{1,3}[.)])\s")
_FIGURE = re.compile(r"\d[\d.,]*")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,40}:\s")
_BYLINE_BEFORE = re.compile(
    r"By [A-Z][\w.'’-]+(?:,? (?:and |[A-Z]\. )?[A-Z][\w.'’-]+){1,6}? (?=[A-Z]{4,}[A-Z ]*(?:,| \(| [-–—]))"
)  # "By Jane Doe and John Roe WASHINGTON, Nov 6 (Reuters) - The ..."
_LONG = 500
"""Paragraphs of more characters may be a page on one line."""
_DROP = str.maketrans({**dict.fromkeys(INVISIBLE), "’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_FULL = frozenset(".!?:;…")
_QUOTES = "”\"'’»)]*_"


@dataclass(slots=True)
class Paragraph:
    """A paragraph with what the labels are read from."""

    start: int
    end: int
    words: str
    """Its text."""
    low: str
    """The same in small letters, one blank between words, figures as 0; empty for a long paragraph."""
    count: int
    """How many words."""
    full: bool
    """It ends as a sentence does."""
    label: BlockLabel | None = None


@dataclass(slots=True)
class Layout:
    """The blocks of a text and what was read on the way."""

    blocks: list[Block] = field(default_factory=list)
    front: FrontMatter = field(default_factory=FrontMatter)


class _Notices:
    def __init__(self) -> None:
        data = tomllib.loads(Path(__file__).with_name("boilerplate.toml").read_text("utf-8"))
        self.whole = frozenset(data["whole"])
        self.lists = frozenset(data["lists"])
        self.start: dict[str, tuple[str, ...]] = {}
        for phrase in data["start"]:
            key = phrase[:3]
            self.start[key] = (*self.start.get(key, ()), phrase)
        self.anywhere: dict[str, tuple[str, ...]] = {}
        for phrase in data["anywhere"]:
            key = max(phrase.split(), key=len)
            self.anywhere[key] = (*self.anywhere.get(key, ()), phrase)


@cache
def _notices() -> _Notices:
    return _Notices()


def lay_out(text: str, title: str | None = None) -> Layout:
    """The labelled blocks of a text; `title` is the headline where the source names it."""
    rows = paragraphs(text)
    front = read_front_matter(text, rows)
    items = [_paragraph(text, start, end) for start, end in rows[front.after :]]
    title = title or front.fields.get("title") or front.fields.get("headline")
    for item in items:
        item.label = _by_itself(item)
    _mark_titles(items, title, named=any(block.label == "title" for block in front.blocks))
    _mark_lists(items)
    _by_place(items)
    blocks = list(front.blocks)
    for item in items:
        _append(text, blocks, item, title)
    return Layout(blocks, front)


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    words = text[start:end]
    count = words.count(" ") + 1
    if end - start > 600:
        return Paragraph(start, end, words, "", count, full=True)
    low = _FIGURE.sub("0", " ".join(words.translate(_DROP).lower().split()))
    bare = words.rstrip(_QUOTES) or words
    return Paragraph(
        start, end, words, low, low.count(" ") + 1, full=bare[-1] in _FULL or bare[-1] != words[-1] in '”"'
    )


def _by_itself(item: Paragraph) -> BlockLabel | None:
    low = item.low
    if not low:
        return None
    if not any(map(str.isalpha, low)):
        return "timestamp" if timestamp(item.words) else "boilerplate"
    if item.count <= 16 and timestamp(item.words):
        return "timestamp"
    if _is_notice(item):
        return "boilerplate"
    if byline(item.words, item.count):
        return "byline"
    if item.count <= 60 and caption(item.words):
        return "boilerplate" if item.count <= 8 and photo_credit(item.words) else "caption"
    if item.count <= 16 and _HEADING.match(item.words):
        return "heading"
    return None


def _is_notice(item: Paragraph) -> bool:
    notices = _notices()
    low = item.low
    if item.count <= 10 and (low.rstrip(" .:!>»→…") or low) in notices.whole:
        return True
    if item.count > 40:
        return False
    if any(low.startswith(phrase) for phrase in notices.start.get(low[:3], ())):
        return True
    if item.count > 30:
        return False
    for word in set(low.split()) & notices.anywhere.keys():
        if any(phrase in low for phrase in notices.anywhere[word]):
            return True
    return False


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _mark_titles(items: list[Paragraph], title: str | None, *, named: bool) -> None:
    """The headline's own paragraph, and every later one that says the same."""
    key = _key(title) if title else ""
    if not key:
        first = _first_headline(items)
        if first is None:
            return
        key = _key(items[first].words)
    seen = named
    rest = ""  # of a headline that stands on two lines
    for item in items:
        if item.count > 45 or item.label == "timestamp" or not item.low:
            rest = ""
            continue
        own = _key(item.words)
        begins = len(own) >= min(len(key), 20) and key.startswith(own)
        if own == key or (begins and (not seen or (not item.full and len(own) * 2 > len(key)))):
            item.label = "title repeated" if seen else "title"
            rest = "" if seen else key[len(own) :]
            seen = True
        elif rest:
            if own == rest:
                item.label = "standfirst"
            rest = ""
    if not seen and (first := _first_headline(items)) is not None and not items[first].full:
        items[first].label = "title"


def _first_headline(items: list[Paragraph]) -> int | None:
    """The first paragraph that may be a headline, if nothing of the body comes before it."""
    for index, item in enumerate(items[:12]):
        if item.label == "heading":
            return index if item.words.startswith("# ") or index == 0 else None
        if item.label is not None:
            continue
        if not item.low or item.count > 30 or _ITEM.match(item.words):
            return None
        if _SPEAKER.match(item.words) and any(_SPEAKER.match(other.words) for other in items[index + 1 : index + 8]):
            return None
        if dateline_end(item.words, 0, len(item.words)) or index + 1 == len(items):
            return None
        if item.full and item.words[-1] not in "?!;" and (item.count > 20 or not _headed(items, index)):
            return None
        return index
    return None


def _headed(items: list[Paragraph], index: int) -> bool:
    """Whether a first line with a full stop is set off as a headline is: by its capitals, or by being much shorter."""
    words = [word for word in items[index].words.split() if len(word) > 3]
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    if words and capitals * 10 >= len(words) * 7:
        return True
    following = [item.count for item in items[index + 1 :] if item.label is None][:4]
    return bool(following) and max(following) >= 1.5 * items[index].count


def _mark_lists(items: list[Paragraph]) -> None:
    """Links below a line such as "Related articles", until a paragraph of the article comes."""
    lists = _notices().lists
    inside = False
    for item in items:
        if item.label == "boilerplate":
            inside = inside or item.low.rstrip(" .:!>»→…") in lists
        elif inside and item.label in (None, "heading") and item.count <= 25 and not item.full:
            item.label = "boilerplate"
        elif item.label is None:
            inside = False


def _by_place(items: list[Paragraph]) -> None:
    open_ones = [index for index, item in enumerate(items) if item.label is None]
    body = next((i for i in open_ones if _is_body(items[i])), None)
    last = next((i for i in reversed(open_ones) if items[i].full or items[i].count > 25), None)
    titled = False
    for index, item in enumerate(items):
        titled = titled or item.label == "title"
        if item.label is not None:
            continue
        plain = not item.full and item.count <= 25 and not _ITEM.match(item.words) and not _SPEAKER.match(item.words)
        before_body = body is None or index < body
        if titled and before_body and item.count >= 5 and (not item.full or _leads_to_credits(items, index)):
            item.label = "standfirst"
        elif not plain or last is None:
            item.label = "body"
        elif index > last:
            item.label = "boilerplate" if item.count <= 14 else "body"
        elif item.count <= 14 or before_body:
            item.label = "heading"
        else:
            item.label = "body"


def _is_body(item: Paragraph) -> bool:
    return (item.full and item.count >= 12) or item.count > 45 or dateline_end(item.words, 0, len(item.words)) > 0


def _leads_to_credits(items: list[Paragraph], index: int) -> bool:
    """A full sentence is a standfirst only where byline or timestamp come between it and the body."""
    if items[index].count > 45:
        return False
    for item in items[index + 1 : index + 4]:
        if item.label in ("byline", "timestamp"):
            return True
        if item.label is None and item.full:
            return False
    return False


def _append(text: str, blocks: list[Block], item: Paragraph, title: str | None) -> None:
    """Add the paragraph's blocks: itself, or its parts where a sign, headline, byline or dateline stands before it."""
    start, label = item.start, item.label or "body"
    if label in ("heading", "title"):
        sign = _HEADING.match(item.words)
        if sign and sign.group()[0] == "#":
            blocks.append(Block(start, start + len(sign.group().rstrip()), "boilerplate"))
            start += sign.end()
    if label != "body":
        blocks.append(Block(start, item.end, label))
        return
    if title and not any(block.label == "title" for block in blocks):
        cut = _after_title(text, start, item.end, title)
        if cut:
            blocks.append(Block(start, cut, "title"))
            start = _skip(text, cut, item.end)
    if item.end - start > _LONG:
        for first, last, found in notices(text, start, item.end):
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


def _after_title(text: str, start: int, end: int, title: str) -> int:
    """Where the headline ends that opens a text of one line; 0 where it does not open it."""
    key = _key(title)
    place = start
    at = 0
    while place < end and at < len(key):
        letter = text[place].lower()
        if letter.isalnum():
            if not key.startswith(letter, at):
                return 0
            at += len(letter)
        place += 1
    if at < len(key) or len(key) < 12:
        return 0
    while place < end and text[place] in ".!?”’\"'":
        place += 1
    following = _skip(text, place, end)
    if following >= end or following == place or text[following].islower():
        return 0
    return place


def _skip(text: str, place: int, end: int) -> int:
    while place < end and (text[place].isspace() or text[place] in INVISIBLE):
        place += 1
    return place


def _back(text: str, place: int) -> int:
    while text[place - 1].isspace() or text[place - 1] in INVISIBLE:
        place -= 1
    return place
