"""Expressions with a bound: since, until, between, from ... to."""

import re
from collections.abc import Callable
from dataclasses import replace

from onrecord.rules.dates.absolute import as_interval, day_month, month_day
from onrecord.rules.dates.reading import NO_ANCHOR, Reading, Scan, unresolved
from onrecord.rules.dates.words import DAYS, GAP

Parse = Callable[[Scan, int], Reading | None]

_SINCE = re.compile(rf"(?:ever{GAP})?since{GAP}(?:at{GAP}least{GAP}|about{GAP}|around{GAP}|the{GAP})?")
_UNTIL = re.compile(rf"(?P<by>until|till|through){GAP}(?:at{GAP}least{GAP})?(?:the{GAP})?")
_PAIR = re.compile(rf"(?P<w>between|from){GAP}(?:the{GAP})?(?:years{GAP})?")
_AND = re.compile(rf"{GAP}and{GAP}(?:the{GAP})?")
_TO = re.compile(rf"(?:{GAP}(?:to|until|till|through){GAP}|\s?-\s?)(?:the{GAP})?")
_NUMBER = re.compile(DAYS + r"(?![\w:%$]|[.,/]\d)")


def since(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """Since 2019: from its first day up to the anchor."""
    found = _SINCE.match(scan.low, pos, scan.end)
    inner = parse(_backward(scan), found.end()) if found else None
    if inner is None:
        return None
    if inner.interval is None:
        return unresolved(inner.stop, inner.rule)
    if scan.anchor is None:
        return unresolved(inner.stop, NO_ANCHOR)
    if inner.interval[0] > scan.anchor:
        return inner
    return Reading(inner.stop, (inner.interval[0], scan.anchor), "range", f"since: {inner.rule}")


def until(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """Until Friday: from the anchor to its last day; of a time that is over, the time itself."""
    found = _UNTIL.match(scan.low, pos, scan.end)
    if found is None:
        return None
    word = found["by"]
    forward = word in ("until", "till") or scan.future(pos, found.end())
    if word == "through" and not forward:
        return None
    there = replace(scan, ahead=True) if forward else scan
    inner = parse(there, found.end())
    if inner is None:
        return None
    if inner.interval is None:
        return unresolved(inner.stop, inner.rule)
    if scan.anchor is None:
        return unresolved(inner.stop, NO_ANCHOR)
    if inner.interval[1] < scan.anchor:
        return inner if word != "through" else None
    return Reading(inner.stop, (scan.anchor, inner.interval[1]), "range", f"until: {inner.rule}")


def between(scan: Scan, pos: int, parse: Parse) -> Reading | None:
    """Between 3 and 7 May, from March 2020 until June 2021, between 2010 and 2015."""
    found = _PAIR.match(scan.low, pos, scan.end)
    if found is None:
        return None
    whole = day_month(scan, found.end(), between=True) or month_day(scan, found.end(), between=True)
    if whole is not None:
        return whole._replace(rule=f"{found['w']}: {whole.rule}")
    first = parse(scan, found.end())
    if first is None:
        return None
    return joined(scan, found.end(), first, parse, and_=found["w"] == "between")


def joined(scan: Scan, pos: int, first: Reading, parse: Parse, *, and_: bool) -> Reading | None:
    """The second half of a span of time, and the whole: the first half is read against the second."""
    joint = (_AND if and_ else _TO).match(scan.low, first.stop, scan.end)
    if joint is None:
        return None
    second = parse(scan, joint.end())
    if second is None:
        number = _NUMBER.match(scan.low, joint.end(), scan.end)
        if number is None or first.interval is None or first.granularity != "day":
            return None
        day = int(re.sub(r"\D", "", number[0]))
        try:
            last = first.interval[0].replace(day=day)
        except ValueError:
            return None
        second = first._replace(stop=number.end(), interval=(last, last))
    if first.granularity is not None and second.granularity is not None and first.granularity != second.granularity:
        return None
    if first.interval is None or second.interval is None:
        return unresolved(second.stop, second.rule if second.interval is None else first.rule)
    start = first.interval[0]
    if first.relative or not second.relative:
        again = parse(replace(scan, anchor=second.interval[1], ahead=False), pos)
        if again is not None and again.interval is not None and again.stop == first.stop:
            start = again.interval[0]
    interval = (start, second.interval[1])
    if interval[0] > interval[1]:
        return None
    relative = first.relative and second.relative
    return Reading(second.stop, interval, as_interval(interval), f"from {first.rule} to {second.rule}", relative)


def _backward(scan: Scan) -> Scan:
    return replace(scan, ahead=False)
