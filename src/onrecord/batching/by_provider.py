"""Answers by way of the provider's batch API: prepare, submit, wait, collect; then the ordinary path does the rest.

The requests and the store are the same, so an article whose answer came in a batch is put on record like any other,
and what a batch left unanswered is asked for at once.
"""

import json
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.batching.inputs import Unreadable
from onrecord.batching.items import Item
from onrecord.batching.purse import BudgetPurse
from onrecord.batching.working import document_of
from onrecord.errors import BudgetSpent, OnrecordError, UsageError
from onrecord.model.answers import Request
from onrecord.model.client.batches import DISCOUNT, Batches, Status
from onrecord.model.engine import ModelEngine
from onrecord.model.requests import Ask
from onrecord.store import Store
from onrecord.store.answers import StoredAnswers
from onrecord.store.runs import Run

_MOST_REQUESTS = 10_000
_MOST_BYTES = 90_000_000


class ProviderBatches:
    """The batches of one store at one server."""

    def __init__(self, run: Run, model: ModelEngine, answers: StoredAnswers, purse: BudgetPurse) -> None:
        self.run, self.store, self.model, self.answers, self.purse = run, run.store, model, answers, purse
        self.api = Batches(model.settings)
        self._tickets: dict[str, int] = {}

    def close(self) -> None:
        """Close the connection."""
        self.api.close()

    def submit_all(self, entries: Iterable[Item | Unreadable], stop: threading.Event) -> None:
        """Send every request that has no answer and is with the provider in no batch yet, up to the budget."""
        self._find_lost()
        waiting = self._unanswered(entries)
        while not stop.is_set() and self._submit_one(waiting):
            pass

    def wait(self, stop: threading.Event, seconds: float, show: Callable[[], None]) -> bool:
        """Collect batches as they come to their end; False where stopped before the last one did."""
        while open_batches := self._open():
            for number, provider_id in open_batches:
                status = self.api.status(provider_id)
                if status.over:
                    self._collect(number, status)
            self.run.beat()
            show()
            if stop.is_set():
                return False
            if self._open():
                stop.wait(seconds)
        return True

    def _find_lost(self) -> None:
        """A batch that was written down and perhaps sent before a kill: found at the provider, or never sent."""
        for row in list(self.store.sql("SELECT batch, name FROM batches WHERE state = 'prepared'")):
            provider_id = self.api.find(row["name"])
            with self.store.transaction() as connection:
                if provider_id:
                    connection.execute(
                        "UPDATE batches SET state = 'submitted', provider_id = ? WHERE batch = ?",
                        (provider_id, row["batch"]),
                    )
                else:
                    connection.execute("DELETE FROM batches WHERE batch = ?", (row["batch"],))

    def _unanswered(self, entries: Iterable[Item | Unreadable]) -> Iterator[Ask]:
        for entry in entries:
            if isinstance(entry, Unreadable) or self.run.look([entry.task])[0].state == "done":
                continue
            try:
                # Later parts of a long article carry on what the answer to the first one brings.
                ask = next(self.model.requests(document_of(entry)), None)
            except OnrecordError:
                continue  # the ordinary path names it
            if ask and self.answers.get(ask.request, count=False) is None and not self._is_out(ask.request.key):
                yield ask

    def _is_out(self, key: str) -> bool:
        with self.store.lock:
            query = "SELECT 1 FROM batch_requests JOIN batches USING (batch) WHERE key = ? AND state <> 'collected'"
            return self.store.connection.execute(query, (key,)).fetchone() is not None

    def _submit_one(self, waiting: Iterator[Ask]) -> bool:
        """Gather one batch and send it; False where nothing is left to send."""
        name = f"onrecord-{uuid.uuid4().hex}"
        more = True
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.jsonl"
            asked: dict[str, Request] = {}
            with path.open("w", encoding="utf-8") as file:
                while len(asked) < _MOST_REQUESTS and file.tell() < _MOST_BYTES:
                    ask = next(waiting, None)
                    if ask is None or not self._reserve(ask):
                        more = False
                        break
                    if ask.request.key not in asked:
                        asked[ask.request.key] = ask.request
                        file.write(self.api.line(ask))
            if not asked:
                return False
            number = self._write_down(name, asked)
            provider_id = self.api.submit(path, name)
        with self.store.transaction() as connection:
            connection.execute(
                "UPDATE batches SET state = 'submitted', provider_id = ? WHERE batch = ?", (provider_id, number)
            )
        return more

    def _reserve(self, ask: Ask) -> bool:
        settings = self.model.settings
        most = settings.cost_of(round(1.3 * ask.tokens) + 500, settings.max_output)
        try:
            self._tickets[ask.request.key] = self.purse.reserve(None if most is None else most * DISCOUNT)
        except BudgetSpent:
            return False
        return True

    def _write_down(self, name: str, asked: dict[str, Request]) -> int:
        with self.store.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO batches(name, host, state, mode, run) VALUES (?, ?, 'prepared', ?, ?)",
                (name, self.model.settings.host, self.api.mode, self.run.number),
            )
            number = cursor.lastrowid or 0
            connection.executemany(
                "INSERT INTO batch_requests(batch, key, request) VALUES (?, ?, ?)",
                [(number, key, _packed(request)) for key, request in asked.items()],
            )
        return number

    def _open(self) -> list[tuple[int, str]]:
        query = "SELECT batch, provider_id FROM batches WHERE state = 'submitted' AND host = ?"
        return [(row["batch"], row["provider_id"]) for row in self.store.sql(query, (self.model.settings.host,))]

    def _collect(self, number: int, status: Status) -> None:
        """Keep each answer of a batch as it is read; only then is the batch over. Collecting twice changes nothing."""
        for file in status.files:
            for key, answer in self.api.answers(file):
                row = next(
                    self.store.sql("SELECT request FROM batch_requests WHERE batch = ? AND key = ?", (number, key)),
                    None,
                )
                if row is None:
                    continue
                cost = 0.0
                if answer is not None and self.answers.get(_unpacked(key, row["request"]), count=False) is None:
                    self.answers.put(_unpacked(key, row["request"]), answer)
                    cost = answer.cost or 0.0
                    if key not in self._tickets:  # sent by a run before this one
                        self.purse.spent += cost
                if key in self._tickets:
                    self.purse.settle(self._tickets.pop(key), cost)
        with self.store.transaction() as connection:
            keys = connection.execute("SELECT key FROM batch_requests WHERE batch = ?", (number,)).fetchall()
            connection.execute(
                "UPDATE batches SET state = 'collected', provider_state = ? WHERE batch = ?", (status.state, number)
            )
        for (key,) in keys:  # what an expired or failed batch left out cost nothing
            if key in self._tickets:
                self.purse.settle(self._tickets.pop(key), 0.0)


def refuse_while_out(store: Store) -> None:
    """Raise where requests are with a provider: asking for them once more would be paying for them twice."""
    out = next(
        store.sql("SELECT count(*) AS n FROM batch_requests JOIN batches USING (batch) WHERE state <> 'collected'")
    )["n"]
    if out:
        raise UsageError(
            f"{out:,} requests of this store are with the provider's batch API",
            "wait for them with --via batch, or use --engine rules meanwhile",
        )


def _packed(request: Request) -> str:
    return json.dumps([request.article, request.model, request.prompt, request.parts, request.parameters])


def _unpacked(key: str, packed: str) -> Request:
    article, model, prompt, parts, parameters = json.loads(packed)
    return Request(key, article, model, prompt, tuple(map(tuple, parts)), tuple(map(tuple, parameters)))
