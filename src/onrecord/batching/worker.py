"""A worker process: items in on stdin (pickled bytes of each, pickled), outcomes out on stdout, until stdin ends.

A child of our own making and not of `multiprocessing`: it runs no code of the caller's main module, so
`onrecord.batch` works in a script without a main guard and in a notebook.
"""

import contextlib
import os
import pickle
import queue
import signal
import threading

from onrecord.cycles import look_seldom


def main() -> None:
    """Work until there is nothing more to read, or nobody to answer to."""
    for whole_group in (signal.SIGINT, signal.SIGTERM):  # they go to the parent too, which decides what ends
        signal.signal(whole_group, signal.SIG_IGN)
    look_seldom()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints in here must not get between the outcomes
    from onrecord.batching.working import rules_pipeline, work

    given: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(given,), daemon=True).start()
    pipeline = rules_pipeline()
    while (item := given.get()) is not None:
        try:
            # Unpickled only when its turn comes: should that end the process, no other item is to blame.
            pickle.dump(work(pickle.loads(item), pipeline), answers, protocol=5)  # noqa: S301 - our parent's
            answers.flush()
        except BrokenPipeError:
            return


def _take_in(given: "queue.SimpleQueue[bytes | None]") -> None:
    """Read items as they come, whatever else goes on: the parent writes the next one before it reads an outcome, and
    where neither fits into a pipe each would wait for the other. The parent bounds how many there are."""
    try:
        with os.fdopen(os.dup(0), "rb") as items, contextlib.suppress(EOFError):
            while True:
                given.put(pickle.load(items))  # noqa: S301 - from our own parent
    finally:
        given.put(None)
