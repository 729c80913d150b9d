"""The words of time, as look-up tables and as pieces of regular expressions."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

_LEXICON: dict[str, Any] = tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))

MONTHS: dict[str, int] = {word: n for n, words in enumerate(_LEXICON["months"], 1) for word in words}
WEEKDAYS: dict[str, int] = {word: n for n, words in enumerate(_LEXICON["weekdays"]) for word in words}
SEASONS: tuple[str, ...] = tuple(_LEXICON["seasons"])
HOLIDAYS: tuple[str, ...] = tuple(_LEXICON["holidays"])
FEASTS: dict[str, list[int]] = _LEXICON["feasts"]
VAGUE_WORDS: tuple[str, ...] = tuple(_LEXICON["vague"])
TITLES: frozenset[str] = frozenset(_LEXICON["titles"])
NUMBERS: dict[str, int] = _LEXICON["numbers"]
ORDINALS: dict[str, int] = _LEXICON["ordinals"]
DECADES: dict[str, int] = _LEXICON["decades"]


def trie(words: Iterable[str], followed: Mapping[str, str] | None = None) -> str:
    """A regular expression for these words, longest first, that branches once a letter: "on" and "one" -> on(?:e)?

    `followed` holds words of which each has an assertion of its own behind it.
    """
    tree: dict[str, Any] = {}
    for word, assertion in [*((word, "") for word in words), *(followed or {}).items()]:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = assertion
    return _branch(tree)


def _branch(node: dict[str, Any]) -> str:
    assertion = node.get("")
    ends = assertion == ""
    arms = [re.escape(letter) + _branch(below) for letter, below in sorted(node.items()) if letter]
    if assertion:
        arms.append(assertion)
    if not arms:
        return ""
    if len(arms) == 1 and not ends:
        return arms[0]
    return "(?:" + "|".join(arms) + ")" + ("?" if ends else "")


def count(words: str) -> int | None:
    """The number that a word or figure stands for ("two", "twenty-five", "1,000", "a")."""
    if words in ("a", "an"):
        return 1
    if words.replace(",", "").isdecimal():
        return int(words.replace(",", ""))
    total = 0
    for word in words.replace("-", " ").split():
        if word not in NUMBERS:
            return None
        total += NUMBERS[word]
    return total


GAP = r"[ \t\r\n]+"
_FULL = {month[0] for month in _LEXICON["months"]}
MONTH = rf"(?:(?:{trie(_FULL)})|(?:{trie(set(MONTHS) - _FULL)})\.?)(?![a-z])"
_DAYS = {day[0] for day in _LEXICON["weekdays"]}
WEEKDAY = rf"(?:(?:{trie(_DAYS)})|(?:{trie(set(WEEKDAYS) - _DAYS)})\.?)(?![a-z])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%$]|[.,/-]\d)"
DAYS = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1\d|20)\d\d(?![\w%]|[.,:]\d)"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{trie(NUMBERS)})(?:-(?:{trie(NUMBERS)}))?)(?![\w.])"
_UNITS = "second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade"
UNIT = rf"(?:(?:{_UNITS})s?|centur(?:y|ies))"
UNITS = frozenset({*_UNITS.split("|"), *(unit + "s" for unit in _UNITS.split("|")), "century", "centuries"})
"""Each form of a unit."""
DAYPART = r"(?:early|late|morning|afternoon|evening|night|lunchtime|noon|midnight|midday|mornings|dawn|dusk)"
SEASON = rf"(?:{trie(SEASONS)})"
