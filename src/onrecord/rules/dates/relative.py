"""Expressions that count from the anchor: yesterday, last week, two months ago, the past three years."""

import datetime as dt
import re

from onrecord.records import Granularity
from onrecord.rules.dates import calendar
from onrecord.rules.dates.calendar import DAY, Interval
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.words import GAP, MONTHS, NUMBER, SEASONS, UNIT, WEEKDAYS, count, trie

ELSEWHERE = "counts from another event"
VAGUE = "too vague to count"
_VAGUE = (
    r"a\sfew|few|several|some|a\scouple\sof|couple\sof|many|recent|a\snumber\sof|countless|hundreds\sof|thousands\sof"
)

_DAYPART = r"(?:\s(?:morning|afternoon|evening|night|lunchtime|noon|midday|midnight))?"
_DAY = re.compile(
    rf"(?:the\sday\s(before\syesterday|after\stomorrow)|(yesterday|today|tonight|tomorrow|overnight)){_DAYPART}\b"
)
_SHIFT = {"before yesterday": -2, "after tomorrow": 2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
# two weeks ago | a decade ago | three days later | two weeks' time | 24 hours ago
_COUNTED = re.compile(
    rf"(?:(?P<vague>{_VAGUE})|(?P<n>{NUMBER}|half{GAP}an?|an?)(?:\s(?:or|to)\s(?P<or>{NUMBER}))?){GAP}(?P<unit>{UNIT})"
    rf"(?:{GAP}(?P<way>ago|earlier|later|beforehand|afterwards|before|hence|from{GAP}(?:now|today))\b(?P<extra>\s(?:today|yesterday)\b)?|(?P<time>'s?{GAP}time)\b)?"
)
_HALVED = {"year": ("6", "month"), "decade": ("5", "year"), "century": ("50", "year")}
_BARE_AGO = re.compile(r"(?:days|weeks|months|years|decades|centuries|hours|minutes|long)\s(?:ago|earlier|later)\b")
_RELATIVE = re.compile(
    r"(?P<way>last|past|previous|next|coming|this|following|same|recent|current|preceding|that)"
    rf"(?:{GAP}|-)"
    rf"(?:(?:(?P<vague>few|several|couple{GAP}of|many)|(?P<n>{NUMBER})){GAP})?"
    rf"(?P<unit>{UNIT}|{trie(('morning', 'afternoon', 'evening', *SEASONS, *WEEKDAYS, *MONTHS))})(?![\w-])"
    rf"{_DAYPART}"
)
_BEFORE_LAST = re.compile(rf"(?:the{GAP})?(week|month|year|decade){GAP}before{GAP}last\b")
_WEEK_OF = re.compile(r"\s(?:of\s)?(last|this|next|the\sfollowing|the\sprevious|the\ssame|that)\sweek\b")


def singular(unit: str) -> str:
    """The unit without its plural."""
    return "century" if unit.startswith("centur") else unit.removesuffix("s")


def shifted(anchor: dt.date, unit: str, shift: int) -> tuple[Interval, Granularity] | None:
    """The whole unit that lies `shift` units from the anchor's own."""
    match unit:
        case "second" | "minute" | "hour":
            hours = shift * {"second": 0, "minute": 0, "hour": 1}[unit]
            day = anchor + (DAY * (abs(hours) // 24) * (1 if hours > 0 else -1))
            return (day, day), "day"
        case "day" | "night":
            return (anchor + shift * DAY, anchor + shift * DAY), "day"
        case "week":
            return calendar.week(anchor, shift), "week"
        case "fortnight":
            return calendar.week(anchor, 2 * shift), "week"
        case "weekend":
            return calendar.weekend(anchor, shift), "weekend"
        case "month":
            return calendar.month(anchor.year, anchor.month + shift), "month"
        case "quarter":
            return calendar.quarter(anchor.year, (anchor.month + 2) // 3 + shift), "quarter"
        case "year":
            return calendar.year(anchor.year + shift), "year"
        case "decade":
            return calendar.decade(anchor.year // 10 * 10 + 10 * shift), "decade"
        case "century":
            return calendar.century((anchor.year - 1) // 100 + 1 + shift), "century"
    return None


def _moved(anchor: dt.date, unit: str, number: int) -> dt.date | None:
    """The day `number` units after the anchor."""
    match unit:
        case "second" | "minute":
            return anchor
        case "hour":
            return anchor + DAY * (-(-abs(number) // 24) * (1 if number > 0 else -1))
        case "day" | "night":
            return anchor + number * DAY
        case "week" | "weekend":
            return anchor + 7 * number * DAY
        case "fortnight":
            return anchor + 14 * number * DAY
        case "month":
            return calendar.back_months(anchor, -number)
        case "quarter":
            return calendar.back_months(anchor, -3 * number)
        case "year" | "decade" | "century":
            return calendar.back_years(anchor, -number * {"year": 1, "decade": 10, "century": 100}[unit])
    return None


def before_last(scan: Scan, pos: int) -> Reading | None:
    """The year before last."""
    found = _BEFORE_LAST.match(scan.low, pos, scan.end)
    if found is None:
        return None
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR, article=True)
    there = shifted(scan.anchor, found[1], -2)
    return None if there is None else Reading(found.end(), *there, f"{found[1]} before last", article=True)


def day(scan: Scan, pos: int) -> Reading | None:
    """Yesterday, the day before yesterday, tomorrow morning, overnight."""
    found = _DAY.match(scan.low, pos, scan.end)
    if found is None or (found[0] == "today" and scan.low.startswith("usa ", pos - 4 if pos > 3 else 0)):
        return None
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR)
    word = found[1] or found[2]
    if word == "overnight":
        return Reading(found.end(), (scan.anchor - DAY, scan.anchor), "range", "the night before")
    there = scan.anchor + _SHIFT[word] * DAY
    return Reading(found.end(), (there, there), "day", word)


def counted(scan: Scan, pos: int) -> Reading | None:
    """Two weeks ago, in three months' time; plain lengths of time ("for two weeks") are no dates."""
    low = scan.low
    found = _COUNTED.match(low, pos, scan.end)
    if found is None:
        bare = _BARE_AGO.match(low, pos, scan.end)
        return unresolved(bare.end(), VAGUE if "ago" in bare[0] else ELSEWHERE) if bare else None
    way, stop = found["way"], found.end()
    if way is None and found["time"] is None:
        before = low[max(0, pos - 7) : pos]
        inside = before.endswith(("in ", "within "))
        if not inside or found["vague"] or not scan.future(pos, stop):
            return None
    if way in ("earlier", "later", "beforehand", "afterwards", "before"):
        # "three days before the vote" says when another thing was, not this one
        return unresolved(stop, ELSEWHERE) if way != "before" or low[stop : stop + 1] in (".", ",", "") else None
    unit, words = singular(found["unit"]), found["n"]
    if words and words.startswith("half"):
        words, unit = _HALVED.get(unit, ("", unit))
    number = None if found["vague"] or found["or"] else count(words)
    if number is None:
        return unresolved(stop, VAGUE)
    if scan.anchor is None:
        return unresolved(stop, NO_ANCHOR)
    back = way == "ago"
    if low.startswith("within ", max(0, pos - 7)):
        last = _moved(scan.anchor, unit, number)
        return None if last is None else Reading(stop, (scan.anchor, last), "range", f"within so many {unit}s")
    if unit in ("decade", "century"):
        unit, number = "year", number * (10 if unit == "decade" else 100)
    there = shifted(scan.anchor, unit, -number if back else number)
    if there is None:
        return None
    return Reading(stop, *there, f"{unit} that lies so many {unit}s {'back' if back else 'ahead'}")


def related(scan: Scan, pos: int) -> Reading | None:
    """Last week, next Friday, this summer, the past three years, the coming days."""
    found = _RELATIVE.match(scan.low, pos, scan.end)
    if found is None:
        return None
    way, name, stop = found["way"], found["unit"], found.end()
    unit = singular(name) if name not in WEEKDAYS and name not in MONTHS else name
    plural = name.endswith("s") and unit != name and found["n"] is None
    if (
        found["vague"]
        or way == "recent"
        or (plural and way in ("last", "past", "next", "coming", "previous", "following"))
    ):
        return unresolved(stop, VAGUE, article=True)
    if way in ("previous", "following", "same", "preceding", "that") and not found["n"]:
        if way == "that" and (unit in MONTHS or (unit in WEEKDAYS and not scan.text[found.start("unit")].isupper())):
            return None
        return unresolved(stop, ELSEWHERE, article=True)
    if way == "next" and unit == "day":
        return unresolved(stop, ELSEWHERE, article=True)
    if plural and way in ("this", "current", "that", "same"):
        return None
    if unit in ("hour", "minute", "second") and not found["n"]:
        return None  # "last-minute"
    if way == "this" and unit == "day":
        return None
    anchor = scan.anchor
    if anchor is None:
        return unresolved(stop, NO_ANCHOR)
    if found["n"] or (
        way == "past" and unit not in WEEKDAYS and unit not in MONTHS and unit not in (*SEASONS, "weekend")
    ):
        return _span(anchor, way, found["n"], unit, stop)
    interval = _one(anchor, way, unit, scan.text[found.start("unit")].isupper())
    return (
        None
        if interval is None
        else Reading(stop, *interval, f"{way} {unit if unit in SEASONS or len(unit) > 4 else name}")
    )


def _span(anchor: dt.date, way: str, number: str | None, unit: str, stop: int) -> Reading | None:
    many = count(number) if number else 1
    if many is None or way in ("same", "that", "following", "this", "preceding"):
        return unresolved(stop, ELSEWHERE, article=True)
    forward = way in ("next", "coming")
    other = _moved(anchor, unit, many if forward else -many)
    if other is None:
        return None
    interval = (anchor, other) if forward else (other, anchor)
    return Reading(stop, interval, "range", f"{unit}s {'from' if forward else 'up to'} the anchor", article=True)


def _one(anchor: dt.date, way: str, unit: str, capital: bool) -> tuple[Interval, Granularity] | None:
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(way, 0)
    if unit in WEEKDAYS:
        return None if not capital else (_weekday(anchor, WEEKDAYS[unit], shift), "day")
    if unit in MONTHS:
        return None if not capital else (_named_month(anchor, MONTHS[unit], shift), "month")
    if unit in SEASONS:
        return _season(anchor, unit, shift), "season"
    if unit in ("morning", "afternoon", "evening", "night"):
        there = anchor + shift * DAY
        return (there, there), "day"
    if unit == "weekend" and shift > 0:  # the coming one, as with weekdays
        return calendar.weekend(anchor, 0 if anchor.weekday() < 5 else 1), "weekend"
    return shifted(anchor, unit, shift)


def _weekday(anchor: dt.date, wanted: int, shift: int) -> Interval:
    if shift == 0:
        there = anchor + (wanted - anchor.weekday()) * DAY
    elif shift < 0:
        there = anchor - ((anchor.weekday() - wanted - 1) % 7 + 1) * DAY
    else:
        there = anchor + ((wanted - anchor.weekday() - 1) % 7 + 1) * DAY
    return there, there


def _named_month(anchor: dt.date, wanted: int, shift: int) -> Interval:
    if shift == 0:
        return calendar.month(anchor.year, wanted)
    if shift < 0:
        return calendar.month(anchor.year - (wanted >= anchor.month), wanted)
    return calendar.month(anchor.year + (wanted <= anchor.month), wanted)


def _season(anchor: dt.date, name: str, shift: int) -> Interval:
    years = (anchor.year - 2, anchor.year - 1, anchor.year, anchor.year + 1)
    seasons = [calendar.season(y, name) for y in years]
    if shift < 0:
        return [s for s in seasons if s[1] < anchor][-1]
    if shift > 0:
        return next(s for s in seasons if s[0] > anchor)
    running = [s for s in seasons if s[0] <= anchor <= s[1]]
    return running[0] if running else calendar.season(anchor.year, name)


def weekday_in_week(scan: Scan, stop: int, weekday: int) -> Reading | None:
    """What follows a weekday in "Friday of last week"."""
    found = _WEEK_OF.match(scan.low, stop, scan.end)
    if found is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}.get(found[1])
    if shift is None:
        return unresolved(found.end(), ELSEWHERE)
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR)
    there = calendar.week(scan.anchor, shift)[0] + weekday * DAY
    return Reading(found.end(), (there, there), "day", f"weekday of {found[1]} week")
