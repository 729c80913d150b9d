"""The rules in parallel: worker processes that may die without taking the batch with them."""

import contextlib
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from typing import IO

from onrecord.batching.items import Item, Outcome, arrived
from onrecord.errors import OnrecordError

_AHEAD = 2  # items handed to a worker at once, so that it need not wait for the next one
_LAUNCH = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.batching.worker import main; main()"


class WorkerDied(OnrecordError):
    """The process that read an article ended at it, by itself or because it took too long."""


class Processes:
    """A pool of worker processes. Used by one thread: `submit`, `take`, `close`."""

    def __init__(self, workers: int, *, seconds: float = 300.0) -> None:
        self.capacity = workers * 8
        self.in_flight = 0
        self._waiting: queue.SimpleQueue[Item | None] = queue.SimpleQueue()
        self._ready: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._seats = [_Seat(self._waiting, self._ready, seconds) for _ in range(workers)]

    def submit(self, item: Item) -> None:
        """Hand in one item; keep `in_flight` below `capacity`."""
        self.in_flight += 1
        self._waiting.put(item)

    def take(self, timeout: float) -> list[Outcome]:
        """What has come out, waiting up to `timeout` seconds for the first."""
        for seat in self._seats:
            seat.watch()
        outcomes = arrived(self._ready, timeout)
        self.in_flight -= len(outcomes)
        return outcomes

    def close(self) -> None:
        """End the workers; what they were at is dropped."""
        for _ in self._seats:
            self._waiting.put(None)
        for seat in self._seats:
            seat.end()


class _Seat:
    """One worker's place: a thread that feeds its process and puts a new one there when it dies."""

    def __init__(
        self, waiting: "queue.SimpleQueue[Item | None]", ready: "queue.SimpleQueue[Outcome]", seconds: float
    ) -> None:
        self._waiting = waiting
        self._ready = ready
        self._seconds = seconds
        self._given: deque[Item] = deque()
        self._sent = 0
        self._since = 0.0
        self._late = False
        self._ending = False
        self._suspect: Item | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._feed, daemon=True)
        self._thread.start()

    def watch(self) -> None:
        """Kill a worker that has been at one article for too long; the thread then sees its end."""
        if self._given and time.monotonic() - self._since > self._seconds and not self._late:
            self._late = True
            self._kill()

    def end(self) -> None:
        """End the process and the thread."""
        self._ending = True
        self._kill()
        self._thread.join()
        self._kill()  # one that was launched in between
        self._shut()

    def _kill(self) -> None:
        if process := self._process:
            process.kill()
            process.wait()

    def _feed(self) -> None:
        while not self._ending:
            try:
                if not self._gather():
                    return
                if self._process is None:
                    self._process, self._sent = _launch(), 0
                    self._since = time.monotonic()
                for item in list(self._given)[self._sent :]:
                    self._send(self._process, item)
                    self._sent += 1
                outcome: Outcome = pickle.load(_pipe(self._process.stdout))  # noqa: S301 - from our own child
            except (EOFError, BrokenPipeError, pickle.UnpicklingError, ValueError):
                self._bury()
                continue
            self._since = time.monotonic()  # before the next one stands first: it began only now
            self._late = False
            self._given.popleft()
            self._sent -= 1
            self._ready.put(outcome)

    def _gather(self) -> bool:
        """Take as much as the process may hold, waiting only where it holds nothing; False at the end."""
        while len(self._given) < _AHEAD:
            try:
                item = self._waiting.get_nowait() if self._given else self._waiting.get()
            except queue.Empty:
                return True
            if item is None:
                self._waiting.put(None)  # for the next seat
                return False
            if not self._given:
                self._since = time.monotonic()
            self._given.append(item)
        return True

    def _send(self, process: "subprocess.Popen[bytes]", item: Item) -> None:
        pickle.dump(pickle.dumps(item, protocol=5), _pipe(process.stdin), protocol=5)
        _pipe(process.stdin).flush()

    def _bury(self) -> None:
        """After a death: the item at hand fails where it was its second death, or too slow; else it may try again.

        A process can die without its item's fault, as when the system runs out of memory and picks one.
        """
        if self._ending:
            return
        code = self._process.wait() if self._process else 0
        self._shut()
        if self._given and (self._late or self._given[0] is self._suspect):
            item = self._given.popleft()
            self._ready.put(Outcome(item, error=self._death(item, code)))
        self._suspect = self._given[0] if self._given else None
        self._since = time.monotonic()
        self._late = False

    def _shut(self) -> None:
        """Close the pipes to a process that has ended."""
        process, self._process = self._process, None
        for pipe in (process.stdin, process.stdout) if process else ():
            with contextlib.suppress(BrokenPipeError):
                _pipe(pipe).close()

    def _death(self, item: Item, code: int) -> WorkerDied:
        if self._late:
            return WorkerDied(
                f"{item.task.source!r} took longer than {self._seconds:.0f} s and was given up",
                "look at the file: an article this slow is a fault of onrecord worth reporting",
            )
        ended = f"signal {-code}" if code < 0 else f"exit code {code}"
        return WorkerDied(
            f"the process that read {item.task.source!r} died ({ended})",
            "too little memory? try --workers 1, then --retry-failed",
        )


def _launch() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _LAUNCH, json.dumps([os.path.abspath(part) for part in sys.path])]  # noqa: PTH100
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own module


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the worker has no pipe")
    return stream
