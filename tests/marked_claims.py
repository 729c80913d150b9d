"""What is wrong with the claims read from a case of fixtures/gold/marked.toml.

`python tests/marked_claims.py [KIND]` prints all that is wrong today.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fault_lists import write_faults
from marked_text import parse, trim
from onrecord.records import Evidence, Record

GOLD = Path(__file__).parent.parent / "fixtures" / "gold"
Found = dict[str, list[tuple[int, int]]]


def cases() -> list[dict[str, Any]]:
    """The cases of the gold."""
    return tomllib.loads((GOLD / "marked.toml").read_text(encoding="utf-8"))["case"]


def known_faults() -> dict[str, dict[str, str]]:
    """The marked texts that are read wrong today, each with a reason: those not found, those with wrong borders."""
    found = tomllib.loads((GOLD / "marked-faults.toml").read_text(encoding="utf-8"))
    return {level: {fault["text"]: fault["reason"] for fault in found.get(level, [])} for level in ("found", "exact")}


def _spans(text: str, evidence: Evidence | None) -> list[tuple[int, int]]:
    return [trim(text, *span) for span in evidence.spans] if evidence else []


def attributions(record: Record) -> list[Found]:
    """Claims, and positions that rest on none: an attitude is an attribution too."""
    text = record.article.text
    claims = [(claim.source, claim.cue, claim.content) for claim in record.claims]
    attitudes = [(one.source, one.cue, one.evidence) for one in record.positions if not one.claim]
    return [
        {"source": _spans(text, source), "cue": _spans(text, cue), "content": _spans(text, content)}
        for source, cue, content in [*claims, *attitudes]
    ]


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _overlap(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> float:
    left, right = _places(one), _places(other)
    return len(left & right) / len(left | right) if left | right else 1.0


def _words(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)


def wrong(case: dict[str, Any], record: Record, *, exact: bool) -> str | None:
    """What is wrong: a claim not found (half of its content, some of its source and cue), or its borders."""
    marked = parse(case["text"])
    text, found = marked.text, attributions(record)
    if not marked.items:
        return f"nobody says {_words(text, found[0]['content'])!r}" if found else None
    for claim in marked.items.values():
        wanted = {
            role: [s for s in (trim(text, *span) for span in claim.get(role, [])) if s[0] < s[1]] for role in claim
        }
        best = max(found, key=lambda one: _overlap(wanted["content"], one["content"]), default=None)
        if best is None or _overlap(wanted["content"], best["content"]) < 0.5:
            return f"not found: {_words(text, wanted['content'])!r}"
        for role in ("content", "source", "cue"):
            spans = wanted.get(role, [])
            if exact and role != "cue":
                right = _places(spans) == _places(best[role]) or _holes(text, spans, best[role])
            else:
                right = not spans or bool(_places(spans) & _places(best[role]))
            if not right:
                return f"{role} is {_words(text, best[role])!r}, not {_words(text, spans)!r}"
    return None


def _holes(text: str, one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> bool:
    """Whether two lists of spans differ only in spaces and marks between their parts."""
    return not any(text[at].isalnum() for at in _places(one) ^ _places(other))


HEAD = """\
# Cases of marked.toml that are read wrong today, with what is read instead: "found" (half of the content, some of the
# source and cue) and "exact" (the borders of content and source). The tests hold this list;
# `python tests/marked_claims.py --faults` brings it up to date.
"""


def main(arguments: list[str]) -> None:
    """Print what is wrong today, by kind; with `--faults`, write the list of known faults anew."""
    import onrecord

    kinds = [argument for argument in arguments if argument != "--faults"]
    total, right = Counter[str](), {"found": Counter[str](), "exact": Counter[str]()}
    now: dict[str, dict[str, str]] = {"found": {}, "exact": {}}
    for case in cases():
        if kinds and case["kind"] not in kinds:
            continue
        record = onrecord.extract(parse(case["text"]).text, onrecord.Options(engine="rules"))
        total[case["kind"]] += 1
        for level in ("found", "exact"):
            problem = wrong(case, record, exact=level == "exact")
            right[level][case["kind"]] += problem is None
            if problem:
                now[level][case["text"]] = problem
            if problem and (level == "found" or case["text"] not in now["found"]):
                sys.stdout.write(f"{case['kind']}: {case['text']!r}\n    {problem}\n")
    for kind, count in total.items():
        sys.stdout.write(f"{kind:<24}{right['found'][kind]:4} found {right['exact'][kind]:4} exact  of {count:4}\n")
    found, exact = (sum(counts.values()) for counts in right.values())
    sys.stdout.write(f"{'all':<24}{found:4} found {exact:4} exact  of {sum(total.values()):4}\n")
    if "--faults" in arguments and not kinds:
        known = known_faults()
        write_faults(GOLD / "marked-faults.toml", HEAD, {level: (known[level], now[level]) for level in now}, "text")


if __name__ == "__main__":
    main(sys.argv[1:])
