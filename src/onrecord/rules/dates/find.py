"""Time expressions in a stretch of text, resolved against a day."""

import datetime as dt

from onrecord.records import Span, When, maker
from onrecord.rules.dates.bounds import joined
from onrecord.rules.dates.grammar import FIRST, START, parse
from onrecord.rules.dates.reading import Reading, Scan, fold

_AROUND = 150
_dated = maker(When)
_JOINABLE = frozenset({"day", "month", "year"})


def find_dates(text: str, start: int, end: int, anchor: dt.date | None) -> list[When]:
    """Every time expression in `text[start:end]`, in order, with spans that count from the start of `text`."""
    return _scan(Scan(text, fold(text), end, anchor), start, end)


class Dates:
    """The time expressions of a text, stretch by stretch as they are asked for."""

    def __init__(self, text: str, anchor: dt.date | None) -> None:
        self._scan = Scan(text, fold(text), len(text), anchor)

    def within(self, start: int, end: int) -> list[When]:
        """Those that begin in `[start, end)`, in order."""
        return _scan(self._scan, start, end)


def resolve(text: str, span: Span, anchor: dt.date | None) -> When:
    """What the one expression at `span` stands for; it may carry its preposition ("on Friday")."""
    words = text[span.start : span.end]
    first = max(0, span.start - _AROUND)
    around = text[first : span.end + _AROUND]  # all that hints look at, so that a long text costs no more
    found = _scan(Scan(around, fold(around), span.end - first, anchor, sure=True), span.start - first, span.end - first)
    if not found:
        return When(expression=words, span=span, rule="no rule reads this as a time")
    best = max(found, key=lambda when: (when.start is not None, when.span.end - when.span.start))
    return _dated(**{**best.__dict__, "expression": words, "span": span})


def _scan(scan: Scan, start: int, end: int) -> list[When]:
    found = []
    low, search = scan.low, START.search
    hit = (FIRST.match(low, 0, end) or search(low, 0, end)) if start == 0 else search(low, start - 1, end)
    while hit is not None:
        begin = hit.start(hit.lastindex or 0)
        pos = hit.end()
        reading = parse(scan, begin)
        if reading is not None:
            if reading.granularity in _JOINABLE:
                reading = joined(scan, begin, reading, parse, and_=False) or reading
            found.append(_when(scan, begin, reading))
            pos = max(reading.stop, pos)
        hit = search(low, pos - 1, end)
    return found


def _when(scan: Scan, begin: int, reading: Reading) -> When:
    if not reading.article and scan.low.startswith("the", begin) and not scan.low.startswith("the day", begin):
        begin += 3
        while scan.low[begin].isspace():
            begin += 1
    start, end = reading.interval or (None, None)
    return _dated(
        expression=scan.text[begin : reading.stop],
        span=Span(begin, reading.stop),
        start=start,
        end=end,
        granularity=reading.granularity,
        anchor=scan.anchor if reading.relative and start is not None else None,
        rule=reading.rule,
    )
