"""A worker process: items in on stdin, outcomes out on stdout, both pickled, until stdin ends.

A child of our own making and not of `multiprocessing`: it runs no code of the caller's main module, so
`onrecord.batch` works in a script without a main guard and in a notebook.
"""

import os
import pickle
import signal
import sys

from onrecord.cycles import look_seldom


def main() -> None:
    """Work until there is nothing more to read, or nobody to answer to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole terminal; the parent decides what ends
    look_seldom()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints in here must not get between the outcomes
    from onrecord.batching.working import rules_pipeline, work

    pipeline = rules_pipeline()
    while True:
        try:
            item = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
        except EOFError:
            return
        try:
            pickle.dump(work(item, pipeline), answers, protocol=5)
            answers.flush()
        except BrokenPipeError:
            return
