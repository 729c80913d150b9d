"""Runs a batch over and over in children that are killed, until one of them ends by itself.

What takes seconds to import is imported once, and each child is forked from here, so that a kill falls into the work
and not into the start. Prints a JSON line for each child: its exit, and which requests had an answer stored.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from model_batches import options
from onrecord.batching.run import Batch, BatchOptions
from onrecord.errors import OnrecordError
from onrecord.model.client import asking  # noqa: F401 - imported before the first fork
from onrecord.pipeline import Options
from onrecord.store import open_store


def main() -> None:
    folder, store, base_url, *delays = sys.argv[1:]
    engine = Options(engine="rules") if base_url == "rules" else options(base_url, concurrency=16)
    for delay in [*map(float, delays), None]:
        child = os.fork()
        if not child:
            _work(folder, store, engine)
        if delay is not None:
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        line = {"exit": os.waitstatus_to_exitcode(status), "stored": _stored(store)}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
        if delay is None or not os.WIFSIGNALED(status):
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
