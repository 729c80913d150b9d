"""How fast a batch runs by the rules, how much memory it takes, and what running it again costs.

Articles are the seeds with a line of their own each. One process: the same stages and the same store, one after the
other in one interpreter. `ONRECORD_BENCH_ARTICLES` sets how many there are (10,000 for the figures in docs/batch.md).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"

_ONE = """
import sys
from pathlib import Path
from onrecord.pipeline import Options, Pipeline
from onrecord.reading.read import analyse
from onrecord.reading.sources import read_articles
from onrecord.store import open_store
from onrecord.store.rows import rows_of
pipeline = Pipeline(Options(engine="rules"))
with open_store(sys.argv[2], create=True) as store:
    with store.transaction():
        shape = store.shape({"engine": "rules"})
    waiting = []
    def save():
        with store.transaction():
            for article, rows in waiting:
                store.save(rows, shape=shape, slot=article.source)
        waiting.clear()
    for article in read_articles([sys.argv[1]]):
        waiting.append((article, rows_of(pipeline.put(analyse(article)).record)))
        if len(waiting) == 32:
            save()
    save()
"""
_BATCH = """
import resource, sys
from onrecord.batching.run import Batch, BatchOptions
from onrecord.pipeline import Options
batch = Batch([sys.argv[1]], sys.argv[2], Options(engine="rules"))
for result in batch.results():
    pass
print(batch.figures.done, batch.figures.skipped, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
      resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def main() -> None:
    most = int(os.environ.get("ONRECORD_BENCH_ARTICLES", "2000"))
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        few, many = place / "few", place / "many"
        write(few, most // 10)
        write(many, most)
        alone, _, alone_cpu = timed(_ONE, few, place / "alone.db")
        alone, alone_cpu = alone / (most // 10), alone_cpu / (most // 10)
        _, said, _ = timed(_BATCH, few, place / "few.db")
        small = [float(part) for part in said.split()]
        spent, said, cpu = timed(_BATCH, many, place / "many.db")
        large = [float(part) for part in said.split()]
        again, said_again, _ = timed(_BATCH, many, place / "many.db")
        assert int(large[0]) == most
        assert int(float(said_again.split()[1])) == most
        size = sum(path.stat().st_size for path in place.glob("many.db*"))
    each = spent / most
    print(f"   {most} articles by the rules on {cores} cores: {1 / each:.0f} a second, store included")
    print(f"   {alone / each:.2f} times one process ({1 / alone:.0f} a second)")
    print(
        f"   {1000 * cpu / most:.1f} ms of CPU an article against {1000 * alone_cpu:.1f} in one process: "
        f"{cores * alone_cpu * most / cpu:.2f} times one process, were the cores ours alone"
    )
    print(
        f"   peak memory, parent and largest child: {small[2]:.0f} and {small[3]:.0f} MB at {most // 10} articles, "
        f"{large[2]:.0f} and {large[3]:.0f} MB at {most}"
    )
    print(f"   run again over the same folder: {again:.2f} s, {spent / again:.0f} times faster")
    print(f"   store: {size / most / 1024:.1f} KB an article")


def write(folder: Path, count: int) -> None:
    """So many articles: the seeds in turn, each with a line of its own."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for number in range(count):
        text = f"{texts[number % len(texts)]}\n\nThis is copy number {number}, an official said.\n"
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def timed(program: str, folder: Path, store: Path) -> tuple[float, str, float]:
    """Seconds that a fresh interpreter takes for a program, what it prints, and the CPU of it and its children."""
    before = os.times()
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(store)], capture_output=True, text=True, check=True
    )
    spent, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return spent, done.stdout, cpu
