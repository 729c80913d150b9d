"""Which rules may read an expression, by its first word; the rules of a word stand from certain to guess."""

import re
from collections.abc import Callable

from onrecord.rules.dates import absolute, bounds, parts, relative
from onrecord.rules.dates.calendar import DAY
from onrecord.rules.dates.named import fiscal, holiday, named_decade, vague
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.words import (
    DAYPART,
    DECADES,
    FEASTS,
    GAP,
    HOLIDAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNIT,
    VAGUE_WORDS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    trie,
)  # fmt: skip

PARTS = ("morning", "afternoon", "evening")

Rule = Callable[[Scan, int], Reading | None]

_WEEKDAY = re.compile(rf"(?P<d>{WEEKDAY})(?P<part>(?:{GAP}{DAYPART})?(?![\w-]))")
_WEEKDAYS = re.compile(rf"(?:{trie(d + 's' for d in WEEKDAYS if d.endswith('day'))})\b")
_DATE_AFTER = re.compile(rf"(?P<comma>,?{GAP}(?P<open>\()?(?:the{GAP})?)(?=[\da-z])")
_PAPER = re.compile(
    r"\s(?:times|telegraph|mirror|express|post|mail|herald|people|world|sport|independent|review|prayers?)\b"
)
_EVERY = re.compile(
    rf"(?:every|each){GAP}(?:other{GAP}|second{GAP})?(?:{WEEKDAY}|day|week|weekend|month|year|morning|night"
    r"|summer|winter|spring|autumn)(?!\w)"
)
_THE = re.compile(rf"the{GAP}(?:year{GAP}(?={YEAR}))?")


def weekday(scan: Scan, pos: int) -> Reading | None:
    """Friday, Friday morning, Friday, 3 May, Friday of last week; the Sunday Times is a paper."""
    low, text = scan.low, scan.text
    found = _WEEKDAY.match(low, pos, scan.end)
    if found is None:
        often = _WEEKDAYS.match(low, pos, scan.end)
        return unresolved(often.end(), "recurs") if often and (text[pos].isupper() or scan.sure) else None
    if not scan.sure and not text[pos].isupper():
        return None
    word = found["d"].rstrip(".")
    number = WEEKDAYS[word]
    stop = found.end()
    after = _DATE_AFTER.match(low, stop, scan.end)
    if after is not None:
        dated = absolute.weekday_date(scan, after.end(), number)
        if dated is not None and dated.granularity != "range":
            closing = after["open"] is not None and low.startswith(")", dated.stop)
            return dated._replace(stop=dated.stop + closing)
    if (
        len(word) <= 5
        and not scan.sure
        and not low.endswith(("on ", "by ", "since ", "until ", "last ", "next "), 0, pos)
    ):
        return None
    if not found["part"] and _PAPER.match(low, stop) and text[stop + 1 : stop + 2].isupper():
        return None
    in_week = relative.weekday_in_week(scan, stop, number)
    if in_week is not None:
        return in_week
    if scan.anchor is None:
        return unresolved(stop, NO_ANCHOR)
    ahead = scan.future(pos, stop)
    days = (number - scan.anchor.weekday()) % 7 if ahead else -((scan.anchor.weekday() - number) % 7)
    day = scan.anchor + days * DAY
    return Reading(stop, (day, day), "day", "next such weekday" if ahead else "last such weekday")


def recurring(scan: Scan, pos: int) -> Reading | None:
    """Every Friday: no single day."""
    found = _EVERY.match(scan.low, pos, scan.end)
    return unresolved(found.end(), "recurs") if found else None


def the(scan: Scan, pos: int) -> Reading | None:
    """What "the" opens: it belongs to "the 1990s" and not to "the 2015 agreement"."""
    found = _THE.match(scan.low, pos, scan.end)
    return parse(scan, found.end()) if found else None


def _with_parse(rule: Callable[[Scan, int, Rule], Reading | None]) -> Rule:
    return lambda scan, pos: rule(scan, pos, parse)


_EARLY, _END, _WEEK_OF = _with_parse(parts.early), _with_parse(parts.end_of), _with_parse(parts.week_of)
_DIGITS: tuple[Rule, ...] = (
    absolute.iso, absolute.numeric, absolute.day_month, absolute.century, absolute.decade, relative.counted,
    absolute.nth,
    absolute.year, parts.quarter,
)  # fmt: skip

_RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(NUMBERS, (relative.counted,)),
    **dict.fromkeys(("nineteen", "eighteen"), (named_decade, relative.counted)),
    **dict.fromkeys(ORDINALS, (_WEEK_OF, parts.quarter, absolute.century)),
    **dict.fromkeys(("twenty", "final", "latter"), (_WEEK_OF, parts.quarter, relative.counted, absolute.century)),
    **dict.fromkeys(MONTHS, (absolute.month_day, absolute.month_year)),
    **dict.fromkeys(WEEKDAYS, (weekday,)),
    **dict.fromkeys((d + "s" for d in WEEKDAYS if d.endswith("day")), (weekday,)),
    **dict.fromkeys(SEASONS, (parts.season,)),
    **dict.fromkeys(DECADES, (named_decade,)),
    **dict.fromkeys(("a", "an", "few", "several", "some", "many", "couple", "half"), (relative.counted,)),
    **dict.fromkeys(("days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes", "long"),
                    (relative.counted,)),
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow", "overnight", "day"), (relative.day,)),
    **dict.fromkeys(("last", "past", "previous", "next", "coming", "this", "following", "same", "recent", "current",
                     "preceding"),
                    (_WEEK_OF, parts.quarter, relative.related)),
    **dict.fromkeys(("early", "mid", "middle", "late"), (_EARLY, _END)),
    **dict.fromkeys(("end", "beginning", "start", "turn"), (_END,)),
    **dict.fromkeys(("earlier", "later"), (_with_parse(parts.earlier),)),
    **dict.fromkeys(("since", "ever"), (_with_parse(bounds.since),)),
    **dict.fromkeys(("until", "till", "through"), (_with_parse(bounds.until),)),
    **dict.fromkeys(("between", "from"), (_with_parse(bounds.between),)),
    **dict.fromkeys(("every", "each"), (recurring,)),
    **dict.fromkeys(("q", "h", "q1", "q2", "q3", "q4", "h1", "h2"), (parts.quarter,)),
    "weekend": (parts.weekend,),
    "that": (relative.related,),
    "the": (relative.day, relative.before_last, _with_parse(parts.week_with), the),
}  # fmt: skip
for _name in (*HOLIDAYS, *FEASTS):
    _word = re.split(r"[ '.-]", _name)[0]
    _RULES[_word] = (holiday, *(r for r in _RULES.get(_word, ()) if r is not holiday))
for _name in VAGUE_WORDS:
    _word = re.split(r"[ '.-]", _name)[0]
    _RULES[_word] = (vague, *(r for r in _RULES.get(_word, ()) if r is not vague))
_RULES["day"] = ()
_RULES["fiscal"] = _RULES["fy"] = (fiscal,)

_INSIDE = sorted({*_RULES, "day", "week", "weekend", "month", "year", "decade", "other"} - {"the"})
_NEXT = trie(_INSIDE)
_TOLD = (*NUMBERS, *PARTS, *SEASONS, *WEEKDAYS, *MONTHS)
# Words that open many a phrase and seldom a time, with what follows them where they do: looser than the rules, which
# have the last word.
_FOLLOWED: dict[str, str] = {
    "the": rf"(?!\s+(?!'?\d|(?:{_NEXT}|the)(?![a-z])))",  # the 1990s, the early nineties; not the mayor
    "a": rf"(?=\s+(?:few|couple|number|or|to|{UNIT}))",  # a week ago, a couple of days
    "an": rf"(?=\s+(?:or|to|{UNIT}))",  # an hour ago
    "that": rf"(?=(?:\s+|-)(?:\d|few|several|couple|many|{trie(_TOLD)}|{UNIT}))",  # that week, that May
}
# since at least 2019, from the early nineties; not from the mayor
_BOUND = rf"(?=\s+(?:(?:at\s+least|about|around)\s+)?(?:the\s+)*(?:'?\d|(?:{_NEXT})(?![a-z])))"
_FOLLOWED.update(dict.fromkeys(("since", "until", "till", "through", "between", "from"), _BOUND))
_FOLLOWED.update(dict.fromkeys(("this", "same", "recent", "following"), _FOLLOWED["that"]))  # this week
_FOLLOWED.update(dict.fromkeys(("few", "several", "some", "many"), rf"(?=\s+(?:time|{UNIT}))"))  # many years ago
for _word, _rules in _RULES.items():
    if _rules and set(_rules) <= {vague, relative.counted} and _word in NUMBERS:  # twenty-five years ago, two or three
        _FOLLOWED[_word] = rf"(?=(?:-[a-z]+)?\s+(?:or|to|{UNIT}))"
    if _rules == _RULES["first"]:  # the first half, the first week of May, the first century
        _FOLLOWED[_word] = r"(?=[\s-]+(?:quarter|half|week|century))"
    if _rules and set(_rules) <= {vague, holiday}:  # phrases that are times as a whole: in due course, new year's eve
        _names = [name for name in (*HOLIDAYS, *FEASTS, *VAGUE_WORDS) if re.split(r"[ '.-]", name)[0] == _word]
        _FOLLOWED[_word] = rf"(?={trie(name[len(_word) :] for name in _names)})"

# The first word or figure of anything that may be a time; "'90s" begins with its mark.
FIRST = re.compile(
    rf"(?:'(?=\d0s)|(?:{trie((w for w, rules in _RULES.items() if rules), _FOLLOWED)})(?!\w)"
    r"|(?<![,-])\d{1,4}(?![\d:%]))"
)
# The same with the character before it: the engine passes over the letters inside words quickly where a pattern begins
# with a set of plain characters.
START = re.compile(rf"[^a-z0-9_$#@/.\xa3](?<![\w€])({FIRST.pattern})")
_FIRST = re.compile(r"'?[a-z]+|'?\d+")


DEPTH = 5
"""Expressions are read inside each other so deep ("since early last year"), that "between between" may end."""


def parse(scan: Scan, pos: int) -> Reading | None:
    """The expression that begins at `pos`, by the first rule that accepts it."""
    word = _FIRST.match(scan.low, pos, scan.end)
    if word is None or scan.depth >= DEPTH:
        return None
    first = word[0]
    rules = _DIGITS if first[-1].isdigit() else _RULES.get(first, ())
    if first in ("q", "h"):
        rules = (parts.quarter,)
    scan.depth += 1
    try:
        for rule in rules:
            reading = rule(scan, pos)
            if reading is not None:
                return reading
    except (ValueError, OverflowError):  # a year before 1 or after 9999
        return None
    finally:
        scan.depth -= 1
    return None
