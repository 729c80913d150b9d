"""Whether a sentence can hold a time at all, as its words tell: most cannot, and need no search."""

import re

from onrecord.rules.dates.words import (
    DECADES,
    FEASTS,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    UNITS,
    VAGUE_WORDS,
    WEEKDAYS,
)  # fmt: skip

_PART = re.compile(r"[a-z]+|\d")
_SIGNS = {
    *MONTHS, *WEEKDAYS, *(day + "s" for day in WEEKDAYS), *SEASONS, *DECADES, *UNITS,
    "morning", "afternoon", "evening", "yesterday", "today", "tonight", "tomorrow", "overnight", "long",
}  # fmt: skip
"""Words and figures of which every expression of time holds one, whatever it begins with ("since early last year")."""
for _name in (*HOLIDAYS, *FEASTS, *VAGUE_WORDS):
    _parts = _PART.findall(_name)
    if _SIGNS.isdisjoint(_parts):
        _SIGNS.add(_parts[-1])

_silent: set[str] = set()
"""Words met so far without a sign of time, at most `MOST`."""
MOST = 50_000


def timeless(words: set[str]) -> bool:
    """Whether no expression of time can stand among these words, which are in lower case."""
    if words <= _silent:
        return True
    for word in words - _silent:
        for part in _PART.findall(word):  # "mid-may", "sept."
            if part in _SIGNS or part.isdigit():
                return False
        if len(_silent) >= MOST:
            _silent.clear()
        _silent.add(word)
    return True
