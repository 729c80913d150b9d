"""How well the client keeps a server busy: 1,000 articles, 64 requests at once, answers after 500 ms.

The server is the tests' fault server in a process of its own, so that its work is not counted as ours. Ideal is
articles / 64 x 500 ms. Also printed: CPU of our process a call, and the peak memory after 1,000 and after 10,000
articles, which must not grow with their number (10,000 at 64 ms, since only the number matters there).

    python -m benchmarks.throughput
"""

import asyncio
import json
import multiprocessing
import resource
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

AT_ONCE = 64
IN_HAND = 96
"""Articles in hand at once: more than may be asked for, so that one is ready when an answer makes room. The engine
keeps to the number of requests by itself; that is checked here too."""
LEAST = 0.90
MOST_GROWTH = 1.10
LINES = ("Ida Lund, the mayor, said the tax would stay.", "“It is paid for,” she said.") * 10


def serve(delay: float, pipe: Connection) -> None:
    """The server's process."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "faults"))
    from fault_server import FaultServer, ok
    from table import answer

    with FaultServer([ok(answer(), delay=delay)]) as server:
        pipe.send(server.base_url)
        pipe.recv()
        assert server.most_at_once <= AT_ONCE, server.most_at_once


async def read_all(url: str, articles: int) -> float:
    """Seconds that it takes to read so many articles; drafts are dropped as they come."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "faults"))
    from table import small_document

    from onrecord.model.engine import ModelEngine
    from onrecord.model.settings import ModelSettings

    settings = ModelSettings(model="m", base_url=url, concurrency=AT_ONCE, second_look=False)
    engine = ModelEngine(settings)
    document = small_document(LINES)
    await engine.draft(document)  # imports, the connection, and what the server can do
    waiting = iter(range(articles))

    async def worker() -> None:
        for _ in waiting:
            await engine.draft(document)

    began = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(IN_HAND)))
    spent = time.perf_counter() - began
    await engine.aclose()
    return spent


def run(articles: int, delay: float, pipe: Connection) -> None:
    """The client's process: seconds, CPU seconds, peak memory in MB."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(delay, theirs), daemon=True)
    server.start()
    url = ours.recv()
    cpu = time.process_time()
    spent = asyncio.run(read_all(url, articles))
    cpu = time.process_time() - cpu
    ours.send(None)
    server.join()
    pipe.send((spent, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def measured(articles: int, delay: float) -> tuple[float, float, float]:
    """A run in a fresh process."""
    ours, theirs = multiprocessing.Pipe()
    client = multiprocessing.get_context("spawn").Process(target=run, args=(articles, delay, theirs))
    client.start()
    result: tuple[float, float, float] = ours.recv()
    client.join()
    return result


def main() -> None:
    spent, cpu, memory = measured(1000, 0.5)
    ideal = 1000 / AT_ONCE * 0.5
    share = ideal / spent
    print(
        f"1,000 articles, {AT_ONCE} at once, 500 ms: {spent:.2f} s of ideally {ideal:.2f} s, {share:.0%} of the ideal"
    )
    print(f"  at least {LEAST:.0%}: {'holds' if share >= LEAST else 'does not hold'}")
    print(
        f"  CPU of the client: {cpu:.1f} s with imports, {1000 * cpu / 1000:.1f} ms a call; peak memory {memory:.0f} MB"
    )
    _, _, more = measured(10_000, 0.064)
    print(f"10,000 articles: peak memory {more:.0f} MB, {more / memory:.2f} times that of 1,000")
    print(f"  at most {MOST_GROWTH:.2f}: {'holds' if more / memory <= MOST_GROWTH else 'does not hold'}")
    print(json.dumps({"share": round(share, 3), "memory_growth": round(more / memory, 3)}))


if __name__ == "__main__":
    main()
