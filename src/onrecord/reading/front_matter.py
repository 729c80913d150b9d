"""Front matter: the fields that a file names before its text, between "---" lines or as "Title: ..." lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.document import Block, BlockLabel

_FIELD = re.compile(
    r"(?P<key>[A-Za-z][A-Za-z _-]{0,24}?)\s*:\s*(?P<open>[\"'“]?)(?P<value>.*?)(?P<close>[\"'”]?)\Z", re.DOTALL
)
_TITLES = frozenset({"title", "headline"})
_DATES = ("published", "publication date", "published on", "published at", "date published", "pubdate", "date")
_OTHERS = """
url link source publisher publication outlet site section category categories tags keywords language lang slug layout id
image draft accessed retrieved
"""
_KEYS: dict[BlockLabel, frozenset[str]] = {
    "title": _TITLES,
    "standfirst": frozenset({"subtitle", "standfirst", "description", "summary", "subheading"}),
    "timestamp": frozenset({*_DATES, "updated", "modified"}),
    "byline": frozenset({"author", "authors", "byline", "by"}),
    "boilerplate": frozenset(_OTHERS.split()),
}
_LABELS = {key: label for label, keys in _KEYS.items() for key in keys}
_MOST = 40
"""Lines that are looked at; longer front matter is none."""


@dataclass(slots=True)
class FrontMatter:
    """What stood there: its blocks, its fields (keys in small letters), the index of the first paragraph after it."""

    blocks: list[Block] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    after: int = 0

    @property
    def date(self) -> str | None:
        """The words of the field that dates the article."""
        return next((self.fields[key] for key in _DATES if key in self.fields), None)


def read_front_matter(text: str, paragraphs: Sequence[tuple[int, int]]) -> FrontMatter:
    """The front matter of a text, empty where it has none."""
    if not paragraphs:
        return FrontMatter()
    if text[slice(*paragraphs[0])].rstrip() == "---":
        return _fenced(text, paragraphs)
    matter = FrontMatter()
    for start, end in paragraphs[:_MOST]:
        match = _FIELD.match(text[start:end]) if end - start < 500 else None
        if match is None or match["key"].lower() not in _LABELS or not match["value"]:
            break
        _add(matter, match, start, end)
    known = {"title", "headline", "url", "source", "author"} | set(_DATES)
    return matter if len(matter.fields) > 1 and known & matter.fields.keys() else _lone(matter)


def _lone(matter: FrontMatter) -> FrontMatter:
    """A single "Date: 3 May 2026" or "Title: ..." line counts; "Source: Reuters" or "By: ..." alone may be anything."""
    return matter if matter.fields.keys() & {"title", "headline", "date", "published"} else FrontMatter()


def _fenced(text: str, paragraphs: Sequence[tuple[int, int]]) -> FrontMatter:
    matter = FrontMatter()
    for index, (start, end) in enumerate(paragraphs[:_MOST]):
        words = text[start:end]
        if index and words in ("---", "..."):
            matter.blocks.append(Block(start, end, "boilerplate"))
            matter.after = index + 1
            return matter if matter.fields else FrontMatter()
        match = _FIELD.match(words) if index else None
        if match and match["value"]:
            _add(matter, match, start, end)
        else:
            matter.blocks.append(Block(start, end, "boilerplate"))
    return FrontMatter()


def _add(matter: FrontMatter, match: re.Match[str], start: int, end: int) -> None:
    key = match["key"].lower().replace("_", " ").replace("-", " ")
    label = _LABELS.get(key, "boilerplate")
    matter.fields.setdefault(key, match["value"].strip())
    matter.after += 1
    if label in ("title", "standfirst"):
        # The name of the field and its marks are no words of the headline.
        value, value_end = start + match.start("value"), start + match.end("value")
        matter.blocks.append(Block(start, value, "boilerplate"))
        matter.blocks.append(Block(value, value_end, label))
        if value_end < end:
            matter.blocks.append(Block(value_end, end, "boilerplate"))
    else:
        matter.blocks.append(Block(start, end, label))
