"""A batch with a model on a bad day: 5 % of 429, 2 % of 500, 1 % resets and 1 % cut answers, on the loopback address.

Prints how each article ended, the requests made for each, and the time against the ideal for that concurrency: every
request answered after the server's delay, as many at once as allowed. `ONRECORD_BENCH_ARTICLES` sets how many articles.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent.parent / "tests"
DELAY, CONCURRENCY = 0.5, 16


def main() -> None:
    sys.path[:0] = [str(TESTS), str(TESTS / "faults")]
    from model_batches import options
    from onrecord.batching.run import Batch

    count = int(os.environ.get("ONRECORD_BENCH_ARTICLES", "500"))
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()  # a process of its own, so that its work is not counted as ours
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "articles"
        place.mkdir()
        for n in range(count):
            words = f"“We will talk about pier {n},” President Ines Okafor said on Monday. The unions oppose the plan."
            (place / f"a{n:05}.txt").write_text(f"Harbour talks open\n\n{words}\n", encoding="utf-8")
        batch = Batch([place], Path(folder) / "s.db", options(ours.recv(), concurrency=CONCURRENCY))
        started, cpu = time.perf_counter(), time.process_time()
        ends = [result.fallback is not None for result in batch.results()]
        spent, cpu = time.perf_counter() - started, time.process_time() - cpu
    ours.send("end")
    asked = ours.recv()
    server.join(10)
    ideal = count * DELAY / CONCURRENCY
    assert len(ends) == count
    assert not batch.figures.failed
    print(f"   {count} articles: {count - sum(ends)} by the model, {sum(ends)} marked fallbacks, none lost")
    print(f"   {asked / count:.3f} requests an article; {CONCURRENCY} at once, {DELAY} s an answer")
    print(
        f"   {spent:.0f} s, {spent / ideal:.2f} times the ideal of {ideal:.0f} s; "
        f"{1000 * cpu / count:.0f} ms of CPU an article"
    )


def serve(pipe: Any) -> None:
    """The server, until it is told to end."""
    sys.path[:0] = [str(TESTS), str(TESTS / "faults")]
    from fault_server import FaultServer

    from model_batches import bad_day

    with FaultServer(lambda _, number: bad_day(number, after="0.2", delay=DELAY)) as server:
        pipe.send(server.base_url)
        pipe.recv()
        pipe.send(len(server.requests))
