"""What SQLite's errors mean for a user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import StoreError, StoreFull

_FULL = ("database or disk is full", "disk I/O error")
_BROKEN = ("malformed", "not a database", "corrupt", "unsupported file format")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what SQLite says as a `StoreError` that names the store and the next step."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(path, error) from error


def store_error(path: Path, error: sqlite3.Error) -> StoreError:
    """The `StoreError` for one error of SQLite."""
    said = str(error)
    if any(words in said for words in _FULL):
        return StoreFull(
            f"no room to write the store {str(path)!r} ({said})",
            "free some space and run the same command again: what is stored is kept, and the rest goes on",
        )
    if any(words in said for words in _BROKEN):
        return StoreError(
            f"the store {str(path)!r} is damaged ({said})",
            f"nothing was changed; keep a copy, then try: sqlite3 {path} .recover | sqlite3 recovered.db",
        )
    if "locked" in said or "busy" in said:
        return StoreError(
            f"the store {str(path)!r} is locked by another program",
            "close the program that holds it (a database browser with unsaved changes?) and run again",
        )
    if "readonly" in said or "unable to open" in said or "permission" in said:
        return StoreError(f"the store {str(path)!r} cannot be written ({said})", "choose another place with --store")
    return StoreError(f"the store {str(path)!r} failed: {said}", "")
