"""Who does what: runs, and the tasks that each has taken, so that nothing is done twice."""

import json
import os
import socket
import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import OnrecordError
from onrecord.store.faults import translated
from onrecord.store.rows import Rows
from onrecord.store.store import Store

_BEAT_SECONDS = 2.0
_SILENT_SECONDS = 30.0  # a run that gave no sign of life for so long is over, whatever its process looks like
State = Literal["ours", "done", "elsewhere", "failed elsewhere"]


@dataclass(frozen=True, slots=True)
class Task:
    """One source to be put on record."""

    key: bytes
    """`keys.task_key` of it."""
    source: str
    """What the user calls it."""
    input: str
    """The argument that led to it."""
    slot: str
    """Where it lies: what comes from the same place later takes its place."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of asking for one task."""

    state: State
    """ours: do it; done: it has its record; elsewhere: another live run is doing it, or has just failed at it."""
    cost: float | None = None
    """What the record that it has had cost."""
    fallback: bool = False
    """Whether that record is the rules' where the model's was meant."""
    revive: int | None = None
    """That record's number, where it has to be made current again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One source without a record, and why."""

    source: str
    error: str
    reason: str
    hint: str


class Run:
    """One run over a store: it takes tasks, saves their records and shows that it lives."""

    def __init__(
        self,
        store: Store,
        shape: Mapping[str, object],
        inputs: Sequence[str],
        *,
        redo: bool = False,
        retry: bool = False,
    ) -> None:
        self.store = store
        self.retry = retry
        """Take tasks whose record is a fallback again."""
        self._beaten = time.monotonic()
        with store.transaction() as connection:
            self.shape = store.shape(shape)
            listed = json.dumps(list(inputs))
            cursor = connection.execute(
                "INSERT INTO runs(started, beat, pid, host, shape, inputs) "
                "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?, ?, ?, ?, ?)",
                (time.time(), os.getpid(), socket.gethostname(), self.shape, listed),
            )
            self.number = cursor.lastrowid or 0
            self.epoch = self._epoch(connection, listed) if redo else 0
            connection.execute("UPDATE runs SET epoch = ? WHERE run = ?", (self.epoch, self.number))

    def _epoch(self, connection: sqlite3.Connection, inputs: str) -> int:
        """Where `--redo` begins: with this run, or with the one that was broken off and is now gone on with."""
        last = connection.execute(
            "SELECT epoch, state FROM runs WHERE run < ? AND shape = ? AND inputs = ? ORDER BY run DESC LIMIT 1",
            (self.number, self.shape, inputs),
        ).fetchone()
        return int(last["epoch"]) if last and last["epoch"] and last["state"] != "finished" else self.number

    def look(self, tasks: Sequence[Task]) -> list[Taken]:
        """How it stands with tasks, without taking any."""
        with self.store.lock, translated(self.store.path):
            return self._look_up(tasks)

    def take(self, tasks: Sequence[Task]) -> list[Taken]:
        """Ask for tasks. Those that are `ours` are this run's until they are saved, failed or given back."""
        with self.store.lock, translated(self.store.path):
            found = self._look_up(tasks)
            if all(taken.state == "done" and taken.revive is None for taken in found):
                return found
            with self.store.transaction() as connection:
                found = self._look_up(tasks)
                for task, taken in zip(tasks, found, strict=True):
                    if taken.revive is not None:
                        self.store.make_current(taken.revive, slot=task.slot, run=self.number)
                connection.executemany(
                    "INSERT INTO tasks(task, state, run, source, input) VALUES (?, 'taken', ?, ?, ?) "
                    "ON CONFLICT(task) DO UPDATE SET state = 'taken', run = excluded.run, input = excluded.input, "
                    "error = NULL, reason = NULL, hint = NULL",
                    [
                        (task.key, self.number, task.source, task.input)
                        for task, taken in zip(tasks, found, strict=True)
                        if taken.state == "ours"
                    ],
                )
                self._beat(connection)
            return found

    def _look_up(self, tasks: Sequence[Task]) -> list[Taken]:
        marks = ", ".join("?" * len(tasks))
        rows = self.store.connection.execute(
            "SELECT t.task, t.state, t.run, t.record, r.current, r.cost, r.fallback FROM tasks t "  # noqa: S608
            f"LEFT JOIN records r USING (record) WHERE t.task IN ({marks})",
            [task.key for task in tasks],
        )
        known = {row["task"]: row for row in rows}
        alive: dict[int, bool] = {}
        return [self._state(known.get(task.key), alive) for task in tasks]

    def _state(self, row: sqlite3.Row | None, alive: dict[int, bool]) -> Taken:
        if row is None or (row["state"] != "done" and row["run"] == self.number):
            return Taken("ours")
        if row["state"] != "done":
            if row["run"] not in alive:
                alive[row["run"]] = self._is_alive(row["run"])
            if row["state"] == "failed":  # not again by the second of two runs that go over the same sources at once
                return Taken("failed elsewhere" if alive[row["run"]] or row["run"] > self.number else "ours")
            return Taken("elsewhere" if alive[row["run"]] else "ours")
        again = self.retry and row["fallback"] is not None and row["run"] != self.number
        if again or row["run"] < self.epoch or row["current"] is None:
            return Taken("ours")
        return Taken("done", row["cost"], row["fallback"] is not None, None if row["current"] else row["record"])

    def _is_alive(self, number: int) -> bool:
        run = self.store.connection.execute("SELECT * FROM runs WHERE run = ?", (number,)).fetchone()
        if run is None or run["state"] != "running" or time.time() - run["beat"] > _SILENT_SECONDS:
            return False
        return run["host"] != socket.gethostname() or _process_exists(run["pid"])

    def save(self, task: Task, rows: Rows) -> None:
        """Save a task's record. Inside a transaction, so that a caller can save many at once."""
        connection = self.store.connection
        number = self.store.save(rows, shape=self.shape, slot=task.slot, run=self.number)
        connection.execute(
            "INSERT INTO tasks(task, state, run, record, source, input) VALUES (?, 'done', ?, ?, ?, ?) "
            "ON CONFLICT(task) DO UPDATE SET state = 'done', run = excluded.run, record = excluded.record, "
            "error = NULL, reason = NULL, hint = NULL",
            (task.key, self.number, number, task.source, task.input),
        )
        self._forget_failures(task)
        self._beat(connection)

    def fail(self, task: Task, error: OnrecordError) -> None:
        """Note why a task has no record. Inside a transaction."""
        self.store.connection.execute(
            "INSERT INTO tasks(task, state, run, source, input, error, reason, hint) "
            "VALUES (?, 'failed', ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(task) DO UPDATE SET state = 'failed', run = excluded.run, error = excluded.error, "
            "reason = excluded.reason, hint = excluded.hint",
            (task.key, self.number, task.source, task.input, type(error).__name__, error.message, error.hint),
        )
        self._forget_failures(task)
        self._beat(self.store.connection)

    def _forget_failures(self, task: Task) -> None:
        """A source that has been read anew no longer fails for what it held before."""
        self.store.connection.execute(
            "DELETE FROM tasks WHERE state = 'failed' AND source = ? AND task <> ?", (task.source, task.key)
        )

    def give_back(self) -> None:
        """Let others have what was taken and not finished."""
        with self.store.transaction() as connection:
            connection.execute("DELETE FROM tasks WHERE state = 'taken' AND run = ?", (self.number,))

    def failures(self) -> list[Failure]:
        """What failed in this run, in the order of their names."""
        rows = self.store.sql(
            "SELECT source, error, reason, hint FROM tasks WHERE state = 'failed' AND run = ? ORDER BY source",
            (self.number,),
        )
        return [Failure(row["source"], row["error"], row["reason"], row["hint"] or "") for row in rows]

    def beat(self) -> None:
        """Show that this run lives; cheap enough to be called at every turn."""
        if time.monotonic() - self._beaten > _BEAT_SECONDS:
            with self.store.transaction() as connection:
                self._beat(connection)

    def _beat(self, connection: sqlite3.Connection) -> None:
        if time.monotonic() - self._beaten > _BEAT_SECONDS:
            self._beaten = time.monotonic()
            connection.execute("UPDATE runs SET beat = ? WHERE run = ?", (time.time(), self.number))

    def end(self, state: Literal["finished", "stopped"], figures: Mapping[str, float]) -> None:
        """Close the run with its figures: done, failed, fallbacks, skipped, spent, saved."""
        self.give_back()
        with self.store.transaction() as connection:
            connection.execute(
                "UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ'), state = :state, done = :done, "
                "failed = :failed, fallbacks = :fallbacks, skipped = :skipped, spent = :spent, saved = :saved "
                "WHERE run = :run",
                {**figures, "state": state, "run": self.number},
            )


def to_retry(store: Store) -> tuple[set[str], list[str]]:
    """The sources that failed or fell back to the rules, and the arguments that led to them."""
    rows = list(
        store.sql(
            "SELECT DISTINCT t.source, t.input FROM tasks t LEFT JOIN records r USING (record) "
            "WHERE t.state = 'failed' OR r.fallback IS NOT NULL"
        )
    )
    return {row["source"] for row in rows}, sorted({row["input"] for row in rows})


def _process_exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
