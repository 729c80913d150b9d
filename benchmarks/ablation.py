"""What each group of attribution rules is worth: `python -m benchmarks.ablation GOLD` prints the F1 without it."""

import sys
from collections.abc import Iterable
from pathlib import Path

from onrecord.evaluation.attribution_metrics import Parts
from onrecord.evaluation.claims import evaluate_attributions, read_gold
from onrecord.evaluation.report import Report, Score
from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.actors.find import find_actors
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.attribution.groups import GROUPS, Group
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.analyse import analyse

BY_DEFAULT = False


def parts(found: Iterable[Attribution]) -> list[Parts]:
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in found if not a.nested]


def evaluate(gold: Path, without: frozenset[Group]) -> Report:
    rows = list(read_gold(gold))
    found = {}
    for row in rows:
        document = read_document(read_text(row["text"], id=row["id"]))
        clauses = analyse(document)
        actors = find_actors(document, clauses)
        found[row["id"]] = parts(find_attributions(document, clauses, actors, without=without))
    return evaluate_attributions(rows, found)


def f1(report: Report, name: str) -> float:
    value = report.figure(name)
    return value.f1 if isinstance(value, Score) else float(value)


def main(gold: Path | None = None) -> int:
    if gold is None:
        print("python -m benchmarks.ablation GOLD.jsonl")
        return 2
    whole = evaluate(gold, frozenset())
    names = ("claim", "core", "speaker")
    print(f"{'without':26} {'claim F1':>9} {'core F1':>9} {'speaker':>9}   worth of each")
    print(f"{'(nothing)':26} " + " ".join(f"{f1(whole, name):9.1f}" for name in names))
    for group in GROUPS:
        report = evaluate(gold, frozenset({group}))
        values = [f1(report, name) for name in names]
        worth = " ".join(f"{f1(whole, name) - value:+5.1f}" for name, value in zip(names, values, strict=True))
        print(f"{group:26} " + " ".join(f"{value:9.1f}" for value in values) + f"   {worth}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
