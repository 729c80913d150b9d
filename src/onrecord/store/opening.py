"""Opening a store: what may be at the path, and bringing an older schema up to date."""

import os
import sqlite3
import time
from importlib import resources
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store.faults import store_error, translated
from onrecord.store.store import Store

APPLICATION_ID = 0x6F6E7263  # "onrc": `file` and SQLite tools can tell a store from other databases
_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 30.0


def migrations() -> list[tuple[str, str]]:
    """Name and SQL of every migration, in order."""
    folder = resources.files("onrecord.store") / "migrations"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return [(item.name.removesuffix(".sql"), item.read_text(encoding="utf-8")) for item in files]


def open_store(path: str | os.PathLike[str], *, create: bool = False) -> Store:
    """Open the store at `path`; with `create`, make it where there is none.

    Raises `StoreError` for a path that is missing, a folder, no store, damaged, of a newer version, locked or not
    writable. Whatever is there is left as it is.
    """
    place = Path(path)
    _look(place, create=create)
    connection = _connect(place)
    try:
        _check_and_migrate(connection, place)
    except sqlite3.Error as error:
        connection.close()
        raise store_error(place, error) from error
    except BaseException:
        connection.close()
        raise
    return Store(place, connection)


def _look(path: Path, *, create: bool) -> None:
    """Refuse what cannot become or be a store before SQLite touches it."""
    try:
        if path.is_dir():
            raise StoreError(
                f"the store {str(path)!r} is a folder", f"name a file in it: --store {path / 'onrecord.db'}"
            )
        if not path.exists():
            if not create:
                raise StoreError(
                    f"there is no store at {str(path)!r}", f"make one with: onrecord batch FOLDER --store {path}"
                )
            if not path.parent.is_dir():
                raise StoreError(
                    f"the folder {str(path.parent)!r} for the store does not exist", f"make it: mkdir -p {path.parent}"
                )
            return
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(
            f"the store {str(path)!r} cannot be read ({error.strerror})", "choose another place with --store"
        ) from error
    if head not in (b"", _MAGIC):
        raise StoreError(
            f"{str(path)!r} is not a store (it is not an SQLite file)",
            "nothing was changed; name another file with --store",
        )


def _connect(path: Path) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def _check_and_migrate(connection: sqlite3.Connection, path: Path) -> None:
    known = migrations()
    # The tables first: another process may be making the store just now, and its id comes with them in one commit.
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise StoreError(
            f"{str(path)!r} is an SQLite database of another program, not a store",
            "nothing was changed; name another file with --store",
        )
    applied = _applied(connection) if tables else set()
    if applied - {name for name, _ in known}:
        raise StoreError(
            f"the store {str(path)!r} was made by a newer version of onrecord",
            "nothing was changed; update onrecord: pip install --upgrade onrecord",
        )
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        _configure(connection)
        if applied != {name for name, _ in known}:
            _migrate(connection, known)
    elif not tables:
        raise StoreError(f"the store {str(path)!r} cannot be written", "choose another place with --store")
    connection.execute("SELECT max(record) FROM records").fetchone()


def _applied(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM migrations")}


def _configure(connection: sqlite3.Connection) -> None:
    for attempt in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:  # changing the mode does not wait for another process that does too
            if "locked" not in str(error) or attempt == 99:
                raise
            time.sleep(0.05)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # an answer that is paid for survives a power cut
    connection.execute("PRAGMA cache_size = -16000")


def _migrate(connection: sqlite3.Connection, known: list[tuple[str, str]]) -> None:
    """Apply what is missing, all or nothing, waiting for another process that may be doing the same."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations "
            "(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT (datetime()))"
        )
        applied = _applied(connection)
        for name, script in known:
            if name not in applied:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute("INSERT INTO migrations(name) VALUES (?)", (name,))
        connection.execute(f"PRAGMA user_version = {len(known)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _statements(script: str) -> list[str]:
    """Cut a script into statements; a trigger's body holds semicolons, so SQLite decides where one ends."""
    statements, gathered = [], ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            statements.append(gathered)
            gathered = ""
    return statements
