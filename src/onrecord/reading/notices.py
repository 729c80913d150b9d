"""Notices: lines that a site puts around an article ("Comments are closed."), found in a table of phrases."""

import tomllib
from functools import cache
from pathlib import Path

from onrecord.reading.features import Paragraph

_BETWEEN = ("|", "·", "•")
_NOTES = ("editor's note:", "editors' note:")
"""What opens a note of the newsroom: it speaks of the article and is no part of it."""
_END = " .:!>»→…"


class _Phrases:
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
def _phrases() -> _Phrases:
    return _Phrases()


def is_notice(item: Paragraph) -> bool:
    """Whether a line is a notice of the site: a whole phrase, the beginning of a short line, or words in it;
    a note of the newsroom may be longer."""
    phrases = _phrases()
    low = item.low
    if item.count <= 10 and (low.rstrip(_END) or low) in phrases.whole:
        return True
    if low.startswith(_NOTES):
        return True
    if item.count > 40:
        return False
    if low.startswith(phrases.start.get(low[:3], ())):
        return True
    if item.count > 30 or phrases.anywhere.keys().isdisjoint(words := low.split()):
        return False
    return any(phrase in low for word in words for phrase in phrases.anywhere.get(word, ()))


def is_menu(item: Paragraph) -> bool:
    """Whether a line is a menu of the site: "Home | News | Region | Sport"."""
    if item.full:
        return False
    sign = next((sign for sign in _BETWEEN if item.low.count(sign) >= 3), None)
    if sign is None or "0" in item.low:
        return False
    return all(1 <= len(part.split()) <= 3 for part in item.low.split(sign))


def opens_list(item: Paragraph) -> bool:
    """Whether a line opens a list of links ("Related articles")."""
    return item.low.rstrip(_END) in _phrases().lists
