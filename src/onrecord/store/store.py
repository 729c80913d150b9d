"""The open store: what it holds and how a record gets in and out."""

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from onrecord.errors import StoreError
from onrecord.records import Record
from onrecord.store import rows as columns
from onrecord.store.faults import translated
from onrecord.store.keys import shape_key
from onrecord.store.rows import Rows, rows_of
from onrecord.store.search import Filters, Found, count, find, on_article


def _insert(table: str, names: Sequence[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table}({listed}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names


_INSERT_ARTICLE = _insert("articles", ("key", "slot", "seen", *columns.ARTICLE))
_INSERT_RECORD = _insert("records", ("article", "shape", "run", "made_at", *columns.RECORD))
_REPLACE_RECORD = (
    "UPDATE records SET current = 1, run = ?, made_at = ?, "  # noqa: S608 - our own names
    + ", ".join(f"{name} = ?" for name in columns.RECORD)
    + " WHERE record = ?"
)
_DRAWN = (
    ("actors", _insert("actors", ("record", *columns.ACTOR))),
    ("claims", _insert("claims", ("record", *columns.CLAIM))),
    ("positions", _insert("positions", ("record", *columns.POSITION))),
    ("events", _insert("events", ("record", *columns.EVENT))),
)


class Store:
    """One store, open. `with open_store(path) as store:` closes it; `path` is where it lies."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was saved stays."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, on disk when the block ends. Waits for other processes; safe from several threads."""
        with self.lock, translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own that sees the store as it is now, however long the reading takes."""
        with translated(self.path):
            reader = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=30
            )
            reader.row_factory = sqlite3.Row
            try:
                reader.execute("BEGIN")
                yield reader
            finally:
                reader.close()

    def sql(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Iterator[dict[str, Any]]:
        """Each row of a query as a dict, read as it is asked for. Tables and views: docs/store.md."""
        with self.snapshot() as reader:
            for row in reader.execute(query, parameters):
                yield dict(row)

    def records(self, filters: Filters | None = None) -> Iterator[Record]:
        """The current record of every article (of those that `filters` lets through), read one by one."""
        where, values = on_article(filters or Filters())
        query = f"SELECT r.json FROM records r JOIN read v USING (record) WHERE {where} ORDER BY r.record"  # noqa: S608
        with self.snapshot() as reader:
            for (text,) in reader.execute(query, values):
                yield Record.model_validate_json(text)

    def record(self, article: str) -> Record | None:
        """The current record of the article with this id, the latest where several sources share the id."""
        query = (
            "SELECT json FROM records r JOIN articles a USING (article) WHERE r.current AND a.id = ? "
            "ORDER BY record DESC LIMIT 1"
        )
        with self.lock, translated(self.path):
            row = self.connection.execute(query, (article,)).fetchone()
        return Record.model_validate_json(row[0]) if row else None

    def find(self, words: str = "", filters: Filters | None = None, limit: int | None = None) -> Iterator[Found]:
        """Claims, positions and events that hold `words` and pass `filters`; newest article first."""
        with self.snapshot() as reader:
            yield from find(reader, words, filters or Filters(), limit)

    def count(self, words: str = "", filters: Filters | None = None) -> int:
        """How many `find` finds."""
        with self.snapshot() as reader:
            return count(reader, words, filters or Filters())

    def is_done(self, task: bytes) -> bool:
        """Whether the task with this key has its record."""
        with self.lock, translated(self.path):
            return bool(
                self.connection.execute("SELECT 1 FROM tasks WHERE task = ? AND state = 'done'", (task,)).fetchone()
            )

    def add(self, record: Record, shape: Mapping[str, object] | None = None) -> None:
        """Save one record as the current one of its article. Saving it twice changes nothing."""
        made = record.provenance
        parts = shape or {"engine": made.engine, "model": made.model, "prompt": made.prompt, "version": made.version}
        with self.transaction():
            self.save(
                rows_of(record), shape=self.shape(parts), slot=f"{record.article.source or ''}\n{record.article.id}"
            )

    def shape(self, parts: Mapping[str, object]) -> str:
        """Note what shapes records and return its key. Inside a transaction."""
        key = shape_key(parts)
        known = json.dumps(parts, sort_keys=True, default=str)
        self.connection.execute("INSERT OR IGNORE INTO shapes(shape, parts) VALUES (?, ?)", (key, known))
        return key

    def save(self, rows: Rows, *, shape: str, slot: str, run: int | None = None, made_at: str | None = None) -> int:
        """Write one record's rows and make it the current one of its article and slot. Inside a transaction."""
        article = self._save_article(rows, slot, run)
        self._withdraw_others(article, slot, run)
        at = made_at or self.connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ')").fetchone()[0]
        held = self.connection.execute("SELECT record FROM records WHERE article = ? AND shape = ?", (article, shape))
        known = held.fetchone()
        if known:
            number: int = known[0]
            self._withdraw(number)
            self.connection.execute(_REPLACE_RECORD, (run, at, *rows.record, number))
        else:
            cursor = self.connection.execute(_INSERT_RECORD, (article, shape, run, at, *rows.record))
            number = cursor.lastrowid or 0
        self._draw(number, rows)
        return number

    def make_current(self, number: int, *, slot: str | None = None, run: int | None = None) -> None:
        """Make a record that was made before the current one of its article again. Inside a transaction."""
        row = self.connection.execute(
            "SELECT r.json, r.article, a.slot FROM records r JOIN articles a USING (article) WHERE record = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise StoreError(f"the store {str(self.path)!r} has no record {number}", "run again with --redo")
        place = row["slot"] if slot is None else slot
        self.connection.execute(
            "UPDATE articles SET seen = ?, slot = ? WHERE article = ?", (run, place, row["article"])
        )
        self._withdraw_others(row["article"], place, run)
        self._withdraw(number)
        self._draw(number, rows_of(Record.model_validate_json(row["json"])))
        self.connection.execute("UPDATE records SET current = 1 WHERE record = ?", (number,))

    def _save_article(self, rows: Rows, slot: str, run: int | None) -> int:
        known = self.connection.execute("SELECT article FROM articles WHERE key = ?", (rows.key,)).fetchone()
        if known:
            self.connection.execute(
                "UPDATE articles SET slot = ?, seen = ?, source = ? WHERE article = ?",
                (slot, run, rows.article[columns.ARTICLE.index("source")], known[0]),
            )
            return int(known[0])
        return self.connection.execute(_INSERT_ARTICLE, (rows.key, slot, run, *rows.article)).lastrowid or 0

    def _withdraw_others(self, article: int, slot: str, run: int | None) -> None:
        """Take back what this article's earlier records, and what stood in its slot before this run, had drawn."""
        others = self.connection.execute(
            "SELECT record FROM records WHERE current AND (article = ? OR article IN "
            "(SELECT article FROM articles WHERE slot = ? AND article <> ? AND (? IS NULL OR seen IS NOT ?)))",
            (article, slot, article, run, run),
        ).fetchall()
        for (number,) in others:
            self._withdraw(number)
            self.connection.execute("UPDATE records SET current = 0 WHERE record = ?", (number,))

    def _draw(self, number: int, rows: Rows) -> None:
        for table, insert in _DRAWN:
            self.connection.executemany(insert, [(number, *row) for row in getattr(rows, table)])

    def _withdraw(self, number: int) -> None:
        for table, _ in _DRAWN:
            self.connection.execute(f"DELETE FROM {table} WHERE record = ?", (number,))  # noqa: S608 - our own names
