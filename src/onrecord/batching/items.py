"""What goes into an engine and what comes out: one source each, as plain data that can cross to another process."""

import json
import queue
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import OnrecordError
from onrecord.records import Article, Record
from onrecord.store.rows import Rows
from onrecord.store.runs import Task


@dataclass(frozen=True, slots=True)
class Item:
    """One source to be put on record: a file that holds one article, or an article read from a file of many."""

    task: Task
    path: Path | None = None
    name: str | None = None
    """The article's id where it is a file: its path below the folder given."""
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: its record's rows, or why there are none."""

    item: Item
    rows: Rows | None = None
    error: OnrecordError | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a caller of `onrecord.batch` gets for each source, once it is safe on disk."""

    source: str
    """The file, with the row where it holds several articles."""
    state: Literal["done", "already done", "failed", "left"]
    """left: the budget was spent before it."""
    article: str | None = None
    """The article's id."""
    fallback: str | None = None
    """Why the rules stand in for the model, where they do."""
    error: OnrecordError | None = None
    """Why there is no record."""
    serial: str | None = None
    """The record's serial form, where this run made it."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What reading the article met with."""
        # Quotation marks within texts are escaped, so this is the key itself, which few records have.
        if self.serial is None or '"notes":[' not in self.serial:
            return ()
        return tuple(json.loads(self.serial)["article"].get("notes", ()))

    @property
    def record(self) -> Record | None:
        """The record that this run made; those of earlier runs are in the store."""
        return Record.model_validate_json(self.serial) if self.serial else None


def arrived(ready: "queue.SimpleQueue[Outcome] | queue.Queue[Outcome]", timeout: float) -> list[Outcome]:
    """Every outcome that has come out of an engine, waiting up to `timeout` seconds for the first."""
    outcomes: list[Outcome] = []
    try:
        outcomes.append(ready.get(timeout=timeout) if timeout else ready.get_nowait())
        while True:
            outcomes.append(ready.get_nowait())
    except queue.Empty:
        return outcomes
