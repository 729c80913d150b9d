"""Expressions that name days of the calendar: numbers, months, years, decades and centuries."""

import datetime as dt
import re

from onrecord.records import Granularity
from onrecord.rules.dates import calendar
from onrecord.rules.dates.calendar import Interval
from onrecord.rules.dates.hints import is_month
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.words import DAY, DAYS, GAP, MONTH, MONTHS, ORDINALS, YEAR

_ISO = re.compile(
    r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?!\d)(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?"
)  # 2026-05-03
_NUMERIC = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)(?![\d/]|[.-]\d)")  # 13/04/2026
_RANGE = r"\s?(?:-|to|until|through|till|and|or)\s?"
# 3 May | 3rd of May, 2024 | 3-7 May | 3 April to 5 May
_DAY_MONTH = re.compile(
    rf"(?P<a>{DAYS})(?:(?:{GAP}(?:of{GAP})?(?P<ma>{MONTH}))?(?P<join>{_RANGE})(?P<b>{DAYS}))?"
    rf"{GAP}(?:of{GAP})?(?P<m>{MONTH})(?:(?:,|{GAP}of)?{GAP}(?:(?P<y>{YEAR})|(?P<rel>last|this|next){GAP}year\b))?"
)
_COUNTED = (
    r"(?!\s(?:people|percent|per\scent|million|billion|thousand|points|members|years|men|women|soldiers|civilians"
    r"|others|police)\b)"
)
# May 3 | May 3-7, 2024 | May 3 to June 5
_MONTH_DAY = re.compile(
    rf"(?P<ma>{MONTH})\s?(?:the{GAP})?(?P<a>{DAYS}(?![\w:%$]|[.,/]\d)){_COUNTED}(?:(?P<join>{_RANGE})(?:(?P<m>{MONTH}){GAP})?(?P<b>{DAY}))?"
    rf"(?:(?:,|{GAP}of)?{GAP}(?:(?P<y>{YEAR})|(?P<rel>last|this|next){GAP}year\b))?"
)
_MONTH_YEAR = re.compile(rf"({MONTH})(?:,|{GAP}of)?(?:{GAP}|-)({YEAR})")  # May 2024 | May of 2024
_MONTH_OF = re.compile(
    rf"({MONTH}){GAP}(?:of{GAP})?(last|this|next|the{GAP}same|the{GAP}following|the{GAP}previous|that){GAP}year\b"
)
_MONTH = re.compile(MONTH)
_YEAR_RANGE = re.compile(
    rf"({YEAR}|(?:1\d|20)\d\d)\s?[-/]\s?((?:1\d|20)?\d\d)(?![\w%]|[-/.,:]\d)"
)  # 2019-2021, 2010-11
_YEAR = re.compile(YEAR)
_DECADE = re.compile(r"(?:(1\d|20)?(\d)0'?s|'(\d)0'?s)(?!\w)")  # 1990s, '90s
_CENTURY = re.compile(rf"(?:(\d\d?)(?:st|nd|rd|th)|({'|'.join(sorted(ORDINALS, key=len, reverse=True))}))[ -]century\b")
_ERA = re.compile(r"(?:\d{1,4})?\s(?:bc|bce|b\.c\.)(?!\w)")  # 300 BC
_NTH = re.compile(r"(\d\d?)(?:st|nd|rd|th)\b(?!\s\w|-)|(\d\d?)(?:st|nd|rd|th)(?=\sof\s(?:this|the)\smonth)")
# 2,019 has its comma; 2000 people, 1990 dollars
_THINGS = re.compile(
    r"\s(?:people|troops|soldiers|civilians|jobs|migrants|refugees|men|women|children|tons|tonnes|kilomet|km\b|miles|met(?:re|er)s"
    r"|dollars|euros|pounds|feet|points|votes|seats|members|police|officers|students|workers|homes|houses|cases|deaths|others"
    r"|protesters|demonstrators|fighters|prisoners|employees|acres|hectares|barrels|percent|per\scent|years|hours|days|times)\b"
)
_OLD_YEAR = re.compile(
    r"(?:in|since|of|from|by|until|before|after|between|year|early|late|circa|and|to|around|about)[\s-]$"
)
_OWNER = re.compile(r"\b(?:his|her|their|my|our|your|its|s)\s(?:(?:early|mid|late|mid-to-late)[\s-])?$")


def number(word: str) -> int:
    """The day that "3" or "3rd" stands for."""
    return int(word.rstrip("stndrh"))


def _month(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def yearless(month: int, day: int, anchor: dt.date, *, ahead: bool, weekday: int | None = None) -> dt.date | None:
    """The nearest such day on the side that the sentence speaks of; the past where it does not tell."""
    for step in range(9):
        day_ = _date(anchor.year + (step if ahead else -step), month, day)
        if day_ is None or (weekday is not None and day_.weekday() != weekday):
            continue
        if day_ >= anchor if ahead else day_ <= anchor:
            return day_
    return None


def iso(scan: Scan, pos: int) -> Reading | None:
    """2026-05-03, also with a clock time, whose zone is the writer's own."""
    found = _ISO.match(scan.low, pos, scan.end)
    if found is None:
        return None
    day = _date(int(found[1]), int(found[3]), int(found[4]))
    if day is None:
        return unresolved(found.end(), "no such day in the calendar") if found[2] == "-" else None
    return Reading(found.end(), (day, day), "day", "year-month-day", relative=False)


def numeric(scan: Scan, pos: int) -> Reading | None:
    """13/04/2026: day and month are told apart by a figure above twelve, by dots, or not at all."""
    found = _NUMERIC.match(scan.low, pos, scan.end)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        if found[2] != "/":
            return None
        year += 2000 if year < 70 else 1900
    if first > 12 or second > 12 or first == second or found[2] == ".":
        day_first = second <= 12
        day = _date(year, second, first) if day_first else _date(year, first, second)
        if day is None:
            return unresolved(found.end(), "no such day in the calendar")
        return Reading(
            found.end(), (day, day), "day", "day/month/year" if day_first else "month/day/year", relative=False
        )
    return unresolved(found.end(), "day and month cannot be told apart")


def day_month(scan: Scan, pos: int, *, between: bool = False) -> Reading | None:
    """3 May, 3rd of May 2024, 3-7 May, 3 April to 5 May; after "between" also 3 and 7 May."""
    found = _DAY_MONTH.match(scan.low, pos, scan.end)
    if found is None or (between and not found["join"]):
        return None
    return _days(scan, pos, found, between=between)


def month_day(scan: Scan, pos: int, *, between: bool = False) -> Reading | None:
    """May 3, May 3rd, 2024, May 3-7, May 3 to June 5."""
    found = _MONTH_DAY.match(scan.low, pos, scan.end)
    if found is None or (between and not found["join"]):
        return None
    return _days(scan, pos, found, between=between)


def _days(scan: Scan, pos: int, found: re.Match[str], *, between: bool) -> Reading | None:
    words = found.groupdict()
    if not scan.text[found.start("ma" if words.get("ma") else "m")].isupper() and not scan.sure and not words["y"]:
        return None
    first, last = number(words["a"]), number(words.get("b") or words["a"])
    month_a, month_b = _month(words.get("ma") or words["m"]), _month(words.get("m") or words["ma"])
    stop = found.end()
    listed = not between and (words.get("join") or "").strip() in ("and", "or")
    if listed and not (month_a == month_b and last == first + 1):
        if "ma" in words and found.start("ma") == pos and not words["y"]:  # "May 3 and 9": the 3rd is read here
            last, month_b, stop = first, month_a, found.end("a")
        else:  # "3 and 9 May": each is read where its own month stands
            return None
    year_ = int(words["y"]) if words["y"] else None
    if words["rel"] and scan.anchor is not None:
        year_ = scan.anchor.year + {"last": -1, "this": 0, "next": 1}[words["rel"]]
    if year_ is not None:
        a, b = _date(year_, month_a, first), _date(year_, month_b, last)
        if a is not None and b is not None and a > b:
            a = _date(a.year - 1, month_a, first)
        rule = "date" if words["y"] else f"day of {words['rel']} year"
    elif scan.anchor is None:
        return unresolved(stop, NO_ANCHOR)
    else:
        ahead = scan.future(pos, stop)
        b = yearless(month_b, last, scan.anchor, ahead=ahead)
        a = b if (month_a, first) == (month_b, last) else b and yearless(month_a, first, b, ahead=False)
        rule = "next such day" if ahead else "last such day"
    if a is None or b is None:
        return unresolved(stop, "no such day in the calendar")
    return Reading(stop, (a, b), "day" if a == b else "range", rule, relative=not words["y"])


def weekday_date(scan: Scan, pos: int, weekday: int) -> Reading | None:
    """The date after "Friday, ": without a year it is the one in which that day is that weekday."""
    reading = day_month(scan, pos) or month_day(scan, pos)
    if reading is None or reading.interval is None or reading.granularity != "day" or not reading.relative:
        return reading
    day = reading.interval[0]
    assert scan.anchor is not None  # noqa: S101 - a yearless day is only resolved against one
    candidates = [yearless(day.month, day.day, scan.anchor, ahead=ahead, weekday=weekday) for ahead in (False, True)]
    near = [c for c in candidates if c is not None]
    if not near:
        return reading
    best = min(near, key=lambda c: abs(c - scan.anchor))  # type: ignore[operator]
    return reading._replace(interval=(best, best), rule="the year in which it is that weekday")


def month_year(scan: Scan, pos: int) -> Reading | None:
    """May 2024, May last year, or the bare month."""
    low, end = scan.low, scan.end
    found = _MONTH_YEAR.match(low, pos, end)
    if found is not None:
        if not scan.text[pos].isupper() and not scan.sure and found[1] in ("may", "march"):
            return None
        return Reading(
            found.end(), calendar.month(int(found[2]), _month(found[1])), "month", "month of a year", relative=False
        )
    found = _MONTH_OF.match(low, pos, end)
    if found is not None and (scan.text[pos].isupper() or scan.sure):
        shift = {"last": -1, "this": 0, "next": 1}.get(found[2])
        if shift is None:
            return unresolved(found.end(), "counts from another event")
        if scan.anchor is None:
            return unresolved(found.end(), NO_ANCHOR)
        return Reading(
            found.end(),
            calendar.month(scan.anchor.year + shift, _month(found[1])),
            "month",
            f"month of {found[2]} year",
        )
    found = _MONTH.match(low, pos, end)
    if found is None or not (scan.sure or is_month(scan.text, low, pos, found.end())):
        return None
    stop = found.end()
    if scan.anchor is None:
        return unresolved(stop, NO_ANCHOR)
    number_ = _month(found[0])
    ahead = scan.future(pos, stop)
    anchor = scan.anchor
    if ahead:
        year = anchor.year + (number_ < anchor.month)
    else:
        year = anchor.year - (number_ > anchor.month)
    return Reading(stop, calendar.month(year, number_), "month", "next such month" if ahead else "last such month")


def year(scan: Scan, pos: int) -> Reading | None:
    """2019, 2019-2021."""
    low = scan.low
    found = _YEAR_RANGE.match(low, pos, scan.end)
    if found is not None:
        first = int(found[1])
        last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
        if 1500 <= first < last < first + 200:
            return Reading(found.end(), (dt.date(first, 1, 1), dt.date(last, 12, 31)), "range", "years", relative=False)
    found = _ERA.match(low, pos, scan.end)
    if found is not None:
        return unresolved(found.end(), "before the common era")
    found = _YEAR.match(low, pos, scan.end)
    if found is None or _THINGS.match(low, found.end()) or low[found.end() : found.end() + 1] in ("/", "°"):
        return None
    number_ = int(found[0])
    if number_ < 1900 and not scan.sure and not _OLD_YEAR.search(low[max(0, pos - 9) : pos]):
        return None
    return Reading(found.end(), calendar.year(number_), "year", "year", relative=False)


def decade(scan: Scan, pos: int) -> Reading | None:
    """The 1990s, the '90s; "in his 40s" is an age."""
    found = _DECADE.match(scan.low, pos, scan.end)
    if found is None or _OWNER.search(scan.low[max(0, pos - 24) : pos]):
        return None
    if found[1] is None:
        digit = int(found[2] or found[3])
        marked = (
            found[3] is not None
            or scan.low[max(0, pos - 4) : pos] in ("the ", "mid-")
            or scan.low[pos - 1 : pos] == "'"
        )
        if not marked and not scan.sure:
            return None
        first = (2000 if digit < 3 else 1900) + 10 * digit
    else:
        first = 100 * int(found[1]) + 10 * int(found[2])
    return Reading(found.end(), calendar.decade(first), "decade", "decade", relative=False, article=True)


def century(scan: Scan, pos: int) -> Reading | None:
    """The 19th century."""
    found = _CENTURY.match(scan.low, pos, scan.end)
    if found is None:
        return None
    number_ = int(found[1]) if found[1] else ORDINALS[found[2]]
    era = _ERA.match(scan.low, found.end(), scan.end)
    if era is not None:
        return unresolved(era.end(), "before the common era", article=True)
    if not 1 <= number_ <= 99:
        return None
    return Reading(found.end(), calendar.century(number_), "century", "century", relative=False, article=True)


def nth(scan: Scan, pos: int) -> Reading | None:
    """The 15th: that day of the month."""
    found = _NTH.match(scan.low, pos, scan.end)
    before = scan.low[max(0, pos - 9) : pos]
    if found is None or not before.endswith(("on the ", "since the ", "until the ")):
        return None
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR, article=True)
    day = int(found[1] or found[2])
    ahead = scan.future(pos, found.end())
    for step in range(3):
        first, last = calendar.month(scan.anchor.year, scan.anchor.month + (step if ahead else -step))
        if day <= last.day:
            chosen = first.replace(day=day)
            if chosen >= scan.anchor if ahead else chosen <= scan.anchor:
                return Reading(found.end(), (chosen, chosen), "day", "day of the month", article=True)
    return None


def as_interval(interval: Interval) -> Granularity:
    """The granularity of a span made of others."""
    return "day" if interval[0] == interval[1] else "range"
