"""Runs a batch over and over in children that are killed, until one of them ends by itself.

What takes seconds to import is imported once, and each child is forked from here, so that a kill falls into the work
and not into the start: each comes so many answers and records, and up to 20 ms, after the child's first ones.
Prints a JSON line for each child: its exit, and which requests had an answer stored.
"""

import json
import os
import signal
import sqlite3
import sys
import time
from pathlib import Path

from model_batches import options
from onrecord.batching.options import BatchOptions
from onrecord.batching.run import Batch
from onrecord.errors import OnrecordError
from onrecord.model.client import asking  # noqa: F401 - imported before the first fork
from onrecord.pipeline import Options
from onrecord.store import open_store


def main() -> None:
    folder, store, base_url, *kills = sys.argv[1:]
    engine = Options(engine="rules") if base_url == "rules" else options(base_url, concurrency=16)
    for steps in [*map(float, kills), None]:
        child = os.fork()
        if not child:
            _work(folder, store, engine)
        if steps is not None:
            _wait(store, _held(store) + int(steps))
            time.sleep(steps % 1 / 50)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        line = {"exit": os.waitstatus_to_exitcode(status), "stored": _stored(store)}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
        if steps is None or not os.WIFSIGNALED(status):
            return


def _work(folder: str, store: str, engine: Options) -> None:
    code = 0
    try:
        batch = Batch([folder], store, engine, BatchOptions(workers=2))
        for _ in batch.results():
            pass
        code = 3 if batch.failures else 0
    except OnrecordError as error:
        sys.stderr.write(f"{type(error).__name__}: {error} / {error.hint}\n")
        sys.stderr.flush()
        code = error.exit_code
    finally:
        os._exit(code)


def _held(store: str) -> int:
    """Answers and records in the store."""
    try:
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        query = "SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM records)"
        held: int = connection.execute(query).fetchone()[0]
        connection.close()
    except sqlite3.Error:
        return 0
    return held


def _wait(store: str, held: int) -> None:
    """Until the child has come so far, or for a few seconds, should it have ended."""
    until = time.monotonic() + 8
    while _held(store) < held and time.monotonic() < until:
        time.sleep(0.004)


def _stored(store: str) -> list[str]:
    if not Path(store).exists():
        return []
    try:
        with open_store(store, create=True) as opened:
            return [row["article"] for row in opened.sql("SELECT article FROM answers")]
    except OnrecordError as error:
        return [str(error)]


if __name__ == "__main__":
    main()
