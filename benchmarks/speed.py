"""How fast the rules read, how time grows with length, and what memory they take.

Prints articles a second over the seeds, the time per kilobyte at lengths from 10 KB to 1 MB against that at 10 KB
(1.0 is linear growth), each stage's share, and the peak memory above a bare interpreter's, each measured in a fresh
process. Absolute figures are noise on a shared machine; ratios are what to compare.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

SEEDS = Path(__file__).parent.parent / "seeds"
Result = TypeVar("Result")


def main() -> None:
    import onrecord

    rules = onrecord.Options(engine="rules")
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    size = sum(map(len, texts))
    onrecord.extract(texts[0], rules)
    whole = best(lambda: [onrecord.extract(text, rules) for text in texts])
    print(
        f"   {len(texts)} seeds of {size / len(texts) / 1000:.1f} KB: {len(texts) / whole:.0f} articles/s, "
        f"{1000 * whole / len(texts):.1f} ms each, {1e6 * whole / size:.2f} ms a KB"
    )
    stages(texts)
    body = "\n\n".join(texts)
    base = 0.0
    for kilobytes in (10, 30, 100, 300, 1000):
        text = (body * (kilobytes * 1000 // len(body) + 1))[: kilobytes * 1000]
        spent = best(lambda text=text: onrecord.extract(text, rules), 3 if kilobytes < 300 else 1) / kilobytes
        base = base or spent
        print(f"   {kilobytes:5d} KB: {1000 * spent:.2f} ms a KB, {spent / base:.2f} of that at 10 KB")
    bare = peak("pass")
    used = peak(
        "import onrecord, pathlib\n"
        f"for p in sorted(pathlib.Path({str(SEEDS)!r}).glob('*.txt')):\n"
        "    onrecord.extract(p, onrecord.Options(engine='rules'))"
    )
    print(f"   peak memory: {used:.0f} MB, {used - bare:.0f} MB above a bare interpreter's")


def best(run: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs, in seconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        spent.append(time.perf_counter() - started)
    return min(spent)


def stages(texts: list[str]) -> None:
    """Print each stage's share of the time."""
    from onrecord.grounding.ground import ground
    from onrecord.reading.read import analyse, read_text
    from onrecord.records import Provenance
    from onrecord.rules.actors.find import find_actors
    from onrecord.rules.attribution.find import find_attributions
    from onrecord.rules.events.find import find_events
    from onrecord.rules.parser import parse
    from onrecord.rules.positions.find import find_positions
    from onrecord.rules.syntax import analyse as syntax

    spent: dict[str, float] = {}

    def timed(name: str, run: Callable[[], Result]) -> Result:
        started = time.perf_counter()
        result = run()
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - started
        return result

    for text in texts:
        document = timed("reading", lambda text=text: analyse(read_text(text)))
        clauses = timed("syntax", lambda d=document: syntax.analyse(d))
        actors = timed("actors", lambda d=document, c=clauses: find_actors(d, c))
        found = timed("attribution", lambda d=document, c=clauses, a=actors: find_attributions(d, c, a))
        timed("positions", lambda d=document, c=clauses, a=actors, f=found: find_positions(d, c, a, f))
        timed("events", lambda d=document, c=clauses, a=actors, f=found: find_events(d, c, a, f))
        draft, made = parse(document), Provenance(engine="rules", version="0")
        timed("grounding", lambda d=document, p=draft, m=made: ground(d, [p], m))
    total = sum(spent.values())
    print("   stages: " + ", ".join(f"{name} {100 * share / total:.0f} %" for name, share in spent.items()))


def peak(code: str) -> float:
    """Peak resident memory of a fresh process that runs `code`, in MB.

    Read from the kernel's own mark of the process: `getrusage` would count the parent's memory at the fork, too.
    """
    mark = "next(l for l in open('/proc/self/status') if l.startswith('VmHWM'))"
    script = f"{code}\nprint(int({mark}.split()[1]) / 1024)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])
