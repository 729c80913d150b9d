"""What the rules of time pass among themselves: the text they stand in, and one expression as it was read."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.records import Granularity
from onrecord.rules.dates.calendar import Interval
from onrecord.rules.dates.hints import lies_ahead


class Reading(NamedTuple):
    """One expression: where it ends, and what it stands for."""

    stop: int
    """Offset where it ends."""
    interval: Interval | None
    """Its days; None where it cannot be resolved, and `rule` says why."""
    granularity: Granularity | None
    rule: str
    relative: bool = True
    """Whether it was counted from the anchor."""
    article: bool = False
    """Whether a "the" before it belongs to the expression."""


@dataclass(slots=True)
class Scan:
    """A text being read: as it is, in lower case with plain dashes and quotes, and the day to count from."""

    text: str
    low: str
    end: int
    anchor: dt.date | None
    sure: bool = False
    """Whether someone has already said that these words are a time ("May" then needs no proof)."""
    ahead: bool | None = None
    """Whether the expression lies ahead, where that is known beforehand; None: look at the sentence."""

    depth: int = 0
    """How many expressions this one is read inside of."""

    def future(self, start: int, stop: int) -> bool:
        """Whether the expression at `[start, stop)` lies ahead of the anchor."""
        return lies_ahead(self.low, start, stop) if self.ahead is None else self.ahead


def fold(text: str) -> str:
    """Lower case, plain dashes, apostrophes and spaces, NUL for paragraph breaks; every offset stays where it is."""
    low = text.lower()
    if len(low) != len(text):  # "İ" grows by a combining dot
        low = "".join(c if len(c) == 1 else o for c, o in ((o.lower(), o) for o in text))
    if not low.isascii():
        for odd, plain in (
            ("’", "'"),
            ("‘", "'"),
            ("–", "-"),
            ("‑", "-"),
            ("−", "-"),
            ("\u00a0", " "),
            ("\u202f", " "),
        ):
            low = low.replace(odd, plain)
    return low.replace("\n\n", "\0\0").replace("\r\n\r\n", "\0\0\0\0")


NO_ANCHOR = "no publication day to count from"


def unresolved(stop: int, why: str, *, article: bool = False) -> Reading:
    """An expression of time that is kept without days."""
    return Reading(stop, None, None, why, relative=False, article=article)
