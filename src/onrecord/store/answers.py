"""Model answers kept in the store: paid for once, on disk before anything is made of them."""

import json
import time

from onrecord.model.answers import Answer, Request
from onrecord.store.store import Store

_COLUMNS = (
    "text", "served_model", "mode", "input_tokens", "output_tokens", "cost", "calls", "seconds", "finish_reason",
    "origin", "at",
)  # fmt: skip


class StoredAnswers:
    """The store's answers as the engine asks for them; `saved` counts what those that it found had cost."""

    def __init__(self, store: Store, *, run: int | None = None, epoch: int = 0) -> None:
        self.store = store
        self.run = run
        self.epoch = epoch
        """With `--redo`, answers of earlier runs do not count."""
        self.saved = 0.0
        self.input_tokens = 0
        """Of the answers put in by this run."""
        self.output_tokens = 0

    def begin(self, run: int, epoch: int) -> None:
        """Belong to a run from now on; answers from before `epoch` do not count."""
        self.run, self.epoch = run, epoch

    def get(self, request: Request, *, count: bool = True) -> Answer | None:
        """The answer to exactly this request, or None; without `count` it is looked up and not used."""
        query = f"SELECT {', '.join(_COLUMNS)}, run, article FROM answers WHERE key = ?"  # noqa: S608 - our own names
        with self.store.lock:
            row = self.store.connection.execute(query, (request.key,)).fetchone()
            if row is None or (self.epoch and (row["run"] or 0) < self.epoch):
                return None
            if count and (row["run"], row["article"]) != (
                self.run,
                request.article,
            ):  # its own article had to wait for money
                self.saved += row["cost"] or 0.0
        cells = dict(zip(_COLUMNS, row, strict=False))
        return Answer(model=cells.pop("served_model"), **cells)

    def put(self, request: Request, answer: Answer, *, paid: bool = True) -> None:
        """Keep an answer and what it cost, in one transaction that is on disk when this returns.

        With `paid` False it came out of a recording and cost this run nothing.
        """
        at = answer.at or time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        asked = (request.key, request.article, request.model, request.prompt, json.dumps(dict(request.parts)))
        came = (
            answer.text, answer.model, answer.mode, answer.input_tokens, answer.output_tokens, answer.cost,
            answer.calls, answer.seconds, answer.finish_reason, answer.origin, at,
        )  # fmt: skip
        with self.store.transaction() as connection:
            connection.execute(
                f"INSERT INTO answers(key, article, model, prompt, parts, run, {', '.join(_COLUMNS)}) "  # noqa: S608
                f"VALUES (?, ?, ?, ?, ?, ?, {', '.join('?' * len(_COLUMNS))}) ON CONFLICT(key) DO UPDATE SET "
                f"run = excluded.run, {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS)}",
                (*asked, self.run, *came),
            )
            if not paid:
                return
            connection.execute(
                "INSERT INTO payments(run, key, model, input_tokens, output_tokens, cost, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self.run, request.key, request.model, answer.input_tokens, answer.output_tokens, answer.cost, at),
            )
            self.input_tokens += answer.input_tokens
            self.output_tokens += answer.output_tokens

    def put_useless(self, request: Request, answer: Answer) -> None:
        """Nothing: the store keeps answers, and the next run asks again."""
