"""The queries printed in docs/store.md run as they are printed."""

import re
import sqlite3
from pathlib import Path

import pytest

from made_records import made_record
from onrecord.store import open_store

TEXT = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.+?)\n```", TEXT, re.DOTALL)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_docs_runs_with_any_sqlite(tmp_path: Path, query: str) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        store.add(made_record(cost=0.5))
    connection = sqlite3.connect(tmp_path / "s.db")
    rows = connection.execute(query).fetchall()
    assert rows or "spending" in query
    connection.close()


def test_every_view_is_documented(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db", create=True) as store:
        views = {row["name"] for row in store.sql("SELECT name FROM sqlite_master WHERE type = 'view'")}
        tables = {row["name"] for row in store.sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert views == set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
    listed = set(re.findall(r"`(\w+)`", TEXT.split("## Tables")[1]))
    assert {table for table in tables if "_fts" not in table and not table.startswith("sqlite")} <= listed
