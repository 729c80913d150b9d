"""Expressions for a part of a longer time: quarters, halves, seasons, weekends, "early", "the end of"."""

import datetime as dt
import re
from collections.abc import Callable

from onrecord.rules.dates import calendar
from onrecord.rules.dates.calendar import DAY, Interval
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.words import GAP, SEASON, YEAR

Parse = Callable[[Scan, int], Reading | None]

_NUMERAL = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
    "latter": 2,
}
_OF_YEAR = rf"(?:(?:{GAP}|,{GAP}|{GAP}of{GAP})(?:(?P<y>{YEAR})|(?P<rel>last|this|next|the){GAP}year\b))"
# the third quarter of 2023 | Q3 | first-half results need a year
_QUARTER = re.compile(
    r"(?:(?P<n>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -]quarter(?![\w]|[ -]?final)"
    rf"|q(?P<q>[1-4])(?!\w)){_OF_YEAR}?"
)
_HALF = re.compile(rf"(?:(?P<n>first|second|latter)[ -]half|h(?P<h>[12])(?!\w)){_OF_YEAR}")
_SEASON = re.compile(
    rf"(?P<s>{SEASON})(?:{GAP}of)?(?:,?{GAP}(?P<y>{YEAR})(?:[-/]\d\d(?:\d\d)?)?|{GAP}(?P<rel>last|this|next){GAP}year\b)?(?!\w)"
)
_SEASON_BEFORE = re.compile(r"\b(?:in|since|until|by|during|over|through|throughout|early|mid|late)[\s-](?:the\s)?$")
_WEEKEND = re.compile(r"weekend\b(?!s)")
_NTH_WEEK = re.compile(
    rf"(?P<n>first|second|third|fourth|final|last){GAP}(?P<u>week|weekend){GAP}(?:of|in){GAP}(?:the{GAP})?"
)
_WEEK_WITH = re.compile(rf"the{GAP}(week|weekend){GAP}of{GAP}(?=[\da-z])")
_EARLY = re.compile(rf"(?P<m>early|mid|middle|late)(?:-to-late|-to-mid)?(?:-|{GAP})(?:(?:in|on){GAP})?(?:the{GAP})?")
_END = re.compile(
    rf"(?P<m>end|beginning|start|middle|turn){GAP}of{GAP}(?P<the>the{GAP})?(?:(?P<u>week|month|year|quarter|decade|century)\b(?!-))?"
)
_EARLIER = re.compile(
    rf"(?P<m>earlier|later){GAP}(?:in{GAP}the{GAP}(?P<u>day|week|month|year)\b|(?=this|today|last|next|yesterday|tomorrow))"
)


def _year_of(found: re.Match[str], anchor: dt.date | None) -> int | None:
    if found["y"]:
        return int(found["y"])
    if anchor is None:
        return None
    return anchor.year + {"last": -1, "next": 1}.get(found["rel"], 0)


def _latest(units: tuple[Interval, Interval], anchor: dt.date, *, ahead: bool) -> Interval:
    """Of a unit in the anchor's year and in the year before, the one that has begun, unless it lies ahead."""
    this, before = units
    return this if ahead or this[0] <= anchor else before


def quarter(scan: Scan, pos: int) -> Reading | None:
    """The third quarter, Q3 2023, the first half of 2024."""
    found = _QUARTER.match(scan.low, pos, scan.end)
    if found is not None:
        number = _NUMERAL[found["n"]] if found["n"] else int(found["q"])
        year = _year_of(found, scan.anchor)
        if year is None:
            return unresolved(found.end(), NO_ANCHOR, article=True)
        if found["y"] or found["rel"]:
            return Reading(
                found.end(),
                calendar.quarter(year, number),
                "quarter",
                "quarter of a year",
                relative=not found["y"],
                article=True,
            )
        assert scan.anchor is not None  # noqa: S101 - without a year of its own it took the anchor's
        if found["n"] == "last":
            this = (scan.anchor.month + 2) // 3
            return Reading(found.end(), calendar.quarter(year, this - 1), "quarter", "last quarter", article=True)
        ahead = scan.future(pos, found.end())
        both = calendar.quarter(year, number), calendar.quarter(year - 1, number)
        return Reading(
            found.end(), _latest(both, scan.anchor, ahead=ahead), "quarter", "quarter that has begun", article=True
        )
    found = _HALF.match(scan.low, pos, scan.end)
    if found is None:
        return None
    year = _year_of(found, scan.anchor)
    if year is None:
        return unresolved(found.end(), NO_ANCHOR, article=True)
    number = _NUMERAL[found["n"]] if found["n"] else int(found["h"])
    return Reading(
        found.end(), calendar.half(year, number), "range", "half of a year", relative=not found["y"], article=True
    )


def season(scan: Scan, pos: int) -> Reading | None:
    """Summer 2024, the autumn of 2019, in winter; "the fall of the city" is no season."""
    found = _SEASON.match(scan.low, pos, scan.end)
    if found is None:
        return None
    name = found["s"]
    if found["y"] or found["rel"]:
        year = _year_of(found, scan.anchor)
        if year is None:
            return unresolved(found.end(), NO_ANCHOR, article=True)
        return Reading(
            found.end(),
            calendar.season(year, name),
            "season",
            "season of a year",
            relative=not found["y"],
            article=True,
        )
    stop = found.start("s") + len(name)
    before = scan.low[max(0, pos - 16) : pos]
    if scan.low.startswith(" of", stop) or (not scan.sure and not _SEASON_BEFORE.search(before)):
        return None
    if name == "fall" and not before.endswith("in the ") and not scan.sure:
        return None
    if scan.anchor is None:
        return unresolved(stop, NO_ANCHOR, article=True)
    ahead = scan.future(pos, stop)
    both = calendar.season(scan.anchor.year, name), calendar.season(scan.anchor.year - 1, name)
    if ahead and both[1][1] >= scan.anchor:
        chosen = both[1]
    elif ahead and both[0][1] < scan.anchor:
        chosen = calendar.season(scan.anchor.year + 1, name)
    else:
        chosen = _latest(both, scan.anchor, ahead=ahead)
    return Reading(stop, chosen, "season", "next such season" if ahead else "season that has begun", article=True)


def weekend(scan: Scan, pos: int) -> Reading | None:
    """The weekend: the last one up to the anchor, or the next."""
    found = _WEEKEND.match(scan.low, pos, scan.end)
    if found is None or not (scan.sure or scan.low.endswith("the ", 0, pos)):
        return None
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR, article=True)
    ahead = scan.future(pos, found.end())
    chosen = calendar.weekend(scan.anchor, 0 if ahead or scan.anchor.weekday() > 4 else -1)
    return Reading(found.end(), chosen, "weekend", "next weekend" if ahead else "last weekend", article=True)


def week_of(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """The first week of May, the last weekend of June."""
    found = _NTH_WEEK.match(scan.low, pos, scan.end)
    if found is None:
        return None
    inner = parse(scan, found.end())
    if inner is None or inner.granularity not in ("month", "year"):
        return None
    if inner.interval is None:
        return unresolved(inner.stop, inner.rule, article=True)
    start, end = inner.interval
    last = found["n"] in ("last", "final")
    number = _NUMERAL[found["n"]]
    if found["u"] == "week":
        interval = (end - 6 * DAY, end) if last else (start + 7 * (number - 1) * DAY, start + (7 * number - 1) * DAY)
    else:
        saturday = start + ((5 - start.weekday()) % 7 + 7 * (number - 1)) * DAY
        if last:
            sunday = end - ((end.weekday() - 6) % 7) * DAY
            saturday = sunday - DAY
        interval = (saturday, saturday + DAY)
    return Reading(
        inner.stop,
        interval,
        "week" if found["u"] == "week" else "weekend",
        f"{found['n']} {found['u']} of it",
        inner.relative,
        article=True,
    )


def week_with(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """The week of 4 May: the one that holds it."""
    found = _WEEK_WITH.match(scan.low, pos, scan.end)
    inner = parse(scan, found.end()) if found else None
    if found is None or inner is None or inner.granularity != "day" or inner.interval is None:
        return None
    day = inner.interval[0]
    rule = f"{found[1]} that holds it"
    if found[1] == "week":
        return Reading(inner.stop, calendar.week(day), "week", rule, inner.relative, article=True)
    return Reading(inner.stop, calendar.weekend(day), "weekend", rule, inner.relative, article=True)


def early(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """Early 2022, mid-May, the late 1990s, late last week; "early on Sunday" is still that day."""
    found = _EARLY.match(scan.low, pos, scan.end)
    if found is None:
        return None
    inner = parse(scan, found.end())
    if inner is None or inner.granularity == "range":
        return None
    article = inner.granularity in ("decade", "century")
    if inner.interval is None:
        return unresolved(inner.stop, inner.rule, article=article)
    if inner.granularity in ("day", "weekend"):
        return inner if found["m"] in ("early", "late") else None
    third = {"early": 0, "mid": 1, "middle": 1, "late": 2}[found["m"]]
    return Reading(
        inner.stop,
        calendar.part(inner.interval, third),
        "range",
        f"{('first', 'middle', 'last')[third]} third",
        inner.relative,
        article,
    )


def end_of(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """The end of the year, the beginning of May, the turn of the century."""
    found = _END.match(scan.low, pos, scan.end)
    if found is None:
        return None
    if found["u"] and found["the"]:
        if scan.anchor is None:
            return unresolved(found.end(), NO_ANCHOR, article=True)
        if found["m"] == "turn":
            return None
        inner = Reading(found.end(), _own(scan.anchor, found["u"]), None, found["u"])
    else:
        parsed = None if found["u"] else parse(scan, found.end())
        if parsed is None or parsed.granularity in ("day", "range"):
            return None
        inner = parsed
    if inner.interval is None:
        return unresolved(inner.stop, inner.rule, article=True)
    return Reading(
        inner.stop, _edge(inner.interval, found["m"]), "range", f"{found['m']} of it", inner.relative, article=True
    )


def _own(anchor: dt.date, unit: str) -> Interval:
    match unit:
        case "week":
            return calendar.week(anchor)
        case "month":
            return calendar.month(anchor.year, anchor.month)
        case "quarter":
            return calendar.quarter(anchor.year, (anchor.month + 2) // 3)
        case "decade":
            return calendar.decade(anchor.year // 10 * 10)
        case "century":
            return calendar.century((anchor.year - 1) // 100 + 1)
        case _:
            return calendar.year(anchor.year)


def _edge(interval: Interval, which: str) -> Interval:
    """The first or last month of a year, and the first or last third of anything else."""
    start, end = interval
    if which == "middle":
        return calendar.part(interval, 1)
    if 360 < (end - start).days <= 366:
        return calendar.month(*((end.year, end.month) if which == "end" else (start.year, start.month)))
    return calendar.part(interval, 2 if which == "end" else 0)


def earlier(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """Earlier this year: from its beginning up to the anchor; later this year: from the anchor to its end."""
    found = _EARLIER.match(scan.low, pos, scan.end)
    if found is None:
        return None
    if found["u"]:
        return unresolved(found.end(), "counts from another event")
    inner = parse(scan, found.end())
    if inner is None or inner.interval is None or scan.anchor is None:
        return inner
    start, end = inner.interval
    if not start <= scan.anchor <= end or start == end:
        return inner
    interval = (start, scan.anchor) if found["m"] == "earlier" else (scan.anchor, end)
    return Reading(inner.stop, interval, "range", f"{found['m']} {inner.rule}")
