"""Times that have a name: feasts, decades in words, fiscal years, and words too vague for days."""

import datetime as dt
import re

from onrecord.rules.dates.absolute import yearless
from onrecord.rules.dates.calendar import decade
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.relative import VAGUE
from onrecord.rules.dates.words import DECADES, FEASTS, GAP, HOLIDAYS, VAGUE_WORDS, YEAR, trie

_HOLIDAY = re.compile(rf"({trie((*HOLIDAYS, *FEASTS))})(?!\w)(?:{GAP}(?:of{GAP})?(?P<y>{YEAR}))?")  # Christmas Eve 2022
_VAGUE = re.compile(rf"(?:{trie(VAGUE_WORDS)})(?!\w)")  # the other day
_FISCAL = re.compile(rf"(?:fiscal|fy){GAP}(?:year{GAP})?{YEAR}")  # fiscal 2025
_DECADE = re.compile(rf"(?P<h>nineteen[ -]|eighteen[ -])?({trie(DECADES)})\b")  # nineties, nineteen-sixties
_BEFORE_DECADE = re.compile(r"\bthe\s(?:early\s|late\s|mid-|mid\s)?$")


def holiday(scan: Scan, pos: int) -> Reading | None:
    """Christmas Eve, which has a fixed day; Eid and Easter, which move and are left unresolved."""
    found = _HOLIDAY.match(scan.low, pos, scan.end)
    if found is None or not (scan.text[pos].isupper() or found[1].endswith("ion day")):
        return None
    if found[1] not in FEASTS:
        return unresolved(found.end(), "a holiday, whose day is not computed")
    month, day = FEASTS[found[1]]
    if found["y"]:
        fixed = dt.date(int(found["y"]), month, day)
        return Reading(found.end(), (fixed, fixed), "day", "feast of a year", relative=False)
    if scan.anchor is None:
        return unresolved(found.end(), NO_ANCHOR)
    ahead = scan.future(pos, found.end())
    there = yearless(month, day, scan.anchor, ahead=ahead)
    if there is None:
        return None
    return Reading(found.end(), (there, there), "day", "next such feast" if ahead else "last such feast")


def vague(scan: Scan, pos: int) -> Reading | None:
    """Recently, soon, the other day: spoken of, and without days."""
    found = _VAGUE.match(scan.low, pos, scan.end)
    return unresolved(found.end(), VAGUE, article=True) if found else None


def fiscal(scan: Scan, pos: int) -> Reading | None:
    """Fiscal 2025: its bounds differ from country to country."""
    found = _FISCAL.match(scan.low, pos, scan.end)
    return unresolved(found.end(), "a fiscal year, whose bounds differ") if found else None


def named_decade(scan: Scan, pos: int) -> Reading | None:
    """The nineties; "in her nineties" is an age."""
    found = _DECADE.match(scan.low, pos, scan.end)
    if found is None or not (scan.sure or _BEFORE_DECADE.search(scan.low, max(0, pos - 12), pos)):
        return None
    first = DECADES[found[2]] - (100 if found["h"] and found["h"].startswith("eight") else 0)
    return Reading(found.end(), decade(first), "decade", "decade", relative=False, article=True)
