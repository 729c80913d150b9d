"""How well time expressions are found and resolved, against a table of cases."""

import datetime as dt
from pathlib import Path
from typing import Any

from onrecord.evaluation.cases import read_cases
from onrecord.evaluation.report import Fault, Report, Score
from onrecord.records import When
from onrecord.rules.dates.find import find_dates


def evaluate_dates(*golds: Path, split: str | None = None) -> Report:
    """Read a table of cases (fixtures/gold/dates.toml explains the fields) and score the rules against it.

    found: the expression is found with the gold's words or with its preposition; interval: of the expressions that have
    days, the very days are given; unresolved: those without days are found and have none; left alone: words that are
    no time are not taken for one.
    """
    cases = read_cases(golds, split)
    faults: list[Fault] = []
    counts = dict.fromkeys(("times", "found", "dated", "interval", "grain", "undated", "kept", "none", "alone"), 0)
    for case in cases:
        _score(case, counts, faults)
    return Report(
        "dates",
        (
            ("cases", len(cases)),
            ("found", Score(counts["found"], counts["found"], counts["times"])),
            ("interval", _share(counts["interval"], counts["dated"])),
            ("granularity", _share(counts["grain"], counts["dated"])),
            ("unresolved", _share(counts["kept"], counts["undated"])),
            ("left alone", _share(counts["alone"], counts["none"])),
        ),
        tuple(faults),
    )


def _share(hit: int, of: int) -> float:
    return 100 * hit / of if of else 0.0


def _score(case: dict[str, Any], counts: dict[str, int], faults: list[Fault]) -> None:
    text, words, kind = case["text"], case["expression"], case.get("kind", "")
    start = text.index(words)
    end = start + len(words)
    anchor: dt.date | None = case.get("anchor")
    when = _covering(find_dates(text, 0, len(text), anchor), start, end)
    shown = f"[{words}] in {text!r}: {_shown(when)}"
    if case.get("date", True) is False:
        counts["none"] += 1
        if when is None:
            counts["alone"] += 1
        else:
            faults.append(Fault("no time, taken for one", kind, shown))
        return
    counts["times"] += 1
    right = when is not None and abs(when.span.start - start) <= 8 and when.span.end == end
    counts["found"] += right
    if not right:
        faults.append(Fault("not found with these words", kind, shown))
    if case.get("unresolved"):
        counts["undated"] += 1
        if when is not None and when.start is None:
            counts["kept"] += 1
        elif when is not None:
            faults.append(Fault("resolved, though nobody can", kind, shown))
        return
    counts["dated"] += 1
    if when is None:
        return
    if (when.start, when.end) == (case.get("start"), case.get("end")):
        counts["interval"] += 1
        counts["grain"] += when.granularity == case.get("granularity")
        if when.granularity != case.get("granularity"):
            faults.append(Fault("another granularity", kind, f"{shown} (gold: {case.get('granularity')})"))
    else:
        faults.append(Fault("other days", kind, f"{shown} (gold: {case.get('start')} to {case.get('end')})"))


def _covering(found: list[When], start: int, end: int) -> When | None:
    """Of what was found the expression that shares most characters with `[start, end)`."""
    best = max(found, key=lambda w: min(w.span.end, end) - max(w.span.start, start), default=None)
    return best if best is not None and best.span.start < end and best.span.end > start else None


def _shown(when: When | None) -> str:
    if when is None:
        return "nothing"
    days = f"{when.start} to {when.end}, {when.granularity}" if when.start else "no days"
    return f"{when.expression!r} {days} by {when.rule}"
