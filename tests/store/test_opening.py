"""What may stand at a store's path, and what is said when it is no store."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from made_records import made_record
from onrecord.errors import StoreError
from onrecord.store import open_store
from onrecord.store.opening import APPLICATION_ID, migrations


def test_a_new_store_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store") as caught:
        open_store(tmp_path / "s.db")
    assert "onrecord batch" in caught.value.hint
    open_store(tmp_path / "s.db", create=True).close()
    open_store(tmp_path / "s.db").close()


def test_a_new_store_says_what_it_is_and_how_it_works(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        ask = lambda pragma: store.connection.execute(f"PRAGMA {pragma}").fetchone()[0]  # noqa: E731
        assert ask("application_id") == APPLICATION_ID
        assert ask("user_version") == len(migrations())
        assert ask("journal_mode") == "wal"
        assert ask("foreign_keys") == 1
        assert ask("synchronous") == 2
        assert ask("integrity_check") == "ok"
        assert [row["name"] for row in store.sql("SELECT name FROM migrations ORDER BY name")] == [
            name for name, _ in migrations()
        ]


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [int(name.split("_")[0]) for name, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_an_older_store_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.store import opening

    known = migrations()
    monkeypatch.setattr(opening, "migrations", lambda: known[:1])
    open_store(tmp_path / "s.db", create=True).close()
    monkeypatch.setattr(opening, "migrations", lambda: known)
    with open_store(tmp_path / "s.db") as store:
        store.add(made_record())
        assert len(list(store.sql("SELECT * FROM said"))) == 2


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.store import opening

    known = migrations()
    open_store(tmp_path / "s.db", create=True).close()
    broken = [*known, ("999_broken", "CREATE TABLE fine (x);\nCREATE TABLE no (;\n")]
    monkeypatch.setattr(opening, "migrations", lambda: broken)
    with pytest.raises(StoreError):
        open_store(tmp_path / "s.db")
    monkeypatch.setattr(opening, "migrations", lambda: known)
    with open_store(tmp_path / "s.db") as store:
        assert list(store.sql("SELECT 1 FROM sqlite_master WHERE name = 'fine'")) == []


def _text(path: Path) -> None:
    path.write_text("some notes, not a database")


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE places (url)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.connection.execute("INSERT INTO migrations(name) VALUES ('900_from_the_future')")


def _truncated(path: Path) -> None:
    _filled(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 3)


def _overwritten(path: Path) -> None:
    _filled(path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)


def _filled(path: Path) -> None:
    with open_store(path, create=True) as store:
        for number in range(20):
            store.add(made_record(number))
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (_text, "is not an SQLite file"),
        (_other_database, "of another program"),
        (_newer, "newer version"),
        (_truncated, "damaged"),
        (_overwritten, "damaged"),
    ],
    ids=["folder", "text", "other database", "newer", "truncated", "overwritten"],
)
def test_what_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, make: object, said: str) -> None:
    path = tmp_path / "s.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=said) as caught:
        open_store(path, create=True)
    assert str(path) in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code == 2
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "none" / "s.db", create=True)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights as POSIX knows them")
def test_a_folder_without_right_to_write_is_named() -> None:
    """In a process of its own, since nothing is forbidden to root; and outside pytest's folder, which is closed."""
    closed = Path(tempfile.mkdtemp())
    closed.chmod(0o555)
    program = (
        "import os, sys\n"
        "from onrecord.errors import StoreError\n"
        "from onrecord.store import open_store\n"
        "os.getuid() == 0 and os.setuid(65534)\n"
        "try:\n    open_store(sys.argv[1], create=True)\n"
        "except StoreError as error:\n    print(error)\n"
    )
    path = closed / "s.db"
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
    assert "cannot be written" in done.stdout, done
    assert not path.exists()
    closed.rmdir()


def test_a_locked_store_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.store import opening

    open_store(tmp_path / "s.db", create=True).close()
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_store(tmp_path / "s.db") as store, pytest.raises(StoreError, match="locked"):
        store.add(made_record())
    holder.close()


def test_a_store_that_another_process_makes_while_it_is_looked_at_is_a_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.db"
    connect = sqlite3.connect
    looks: list[str] = []

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, values: object = ()) -> sqlite3.Cursor:
            cursor = super().execute(sql, values)  # type: ignore[arg-type]
            looks.append(sql)
            if len(looks) > 1:
                return cursor
            first = cursor.fetchone()  # the first look is over; now the other process makes the store
            monkeypatch.setattr(sqlite3, "connect", connect)
            open_store(path, create=True).close()
            return super().execute("SELECT ?", first)

    monkeypatch.setattr(sqlite3, "connect", lambda *where, **how: connect(*where, factory=Watched, **how))
    open_store(path, create=True).close()
    assert len(looks) > 1
