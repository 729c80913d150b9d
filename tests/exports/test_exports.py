"""Each export is read back and compared with the store."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from made_records import TEXT, made_record
from onrecord.errors import ExtraMissing, UsageError
from onrecord.outputs.csv import guarded, unguarded
from onrecord.outputs.export import export
from onrecord.outputs.tables import TABLES, typed
from onrecord.records import Record
from onrecord.store import Filters, Store, open_store

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as store:
        for number in range(5):
            store.add(made_record(number, cost=0.5 if number else None))
        evil = TEXT.format(place="X").replace("The unions oppose", "=2+2, The unions oppose")
        store.add(made_record(9, text=evil, name="=cmd|' /C calc'!A0", published=None))
        yield store


def held(store: Store, table: str) -> list[dict[str, object]]:
    listed = ", ".join(f'"{column.name}"' for column in TABLES[table].columns)  # type: ignore[index]
    rows = store.sql(f"SELECT {listed} FROM {TABLES[table].view} ORDER BY record, number")  # type: ignore[index] # noqa: S608
    return [typed(TABLES[table], tuple(row.values())) for row in rows]  # type: ignore[index]


def test_records_as_jsonl_are_what_the_store_holds(store: Store, tmp_path: Path) -> None:
    written = export(store, tmp_path / "out.jsonl")
    assert written == {tmp_path / "out.jsonl": 6}
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [Record.model_validate_json(line) for line in lines] == list(store.records())


@pytest.mark.parametrize("table", TABLES)
def test_jsonl_read_back_is_what_the_store_holds(store: Store, tmp_path: Path, table: str) -> None:
    export(store, tmp_path / "out", "jsonl")
    lines = (tmp_path / "out" / f"{table}.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == held(store, table)


@pytest.mark.parametrize("table", TABLES)
def test_csv_read_back_is_what_the_store_holds(store: Store, tmp_path: Path, table: str) -> None:
    export(store, tmp_path / "out", "csv")
    path = tmp_path / "out" / f"{table}.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = {column.name: column.type for column in TABLES[table].columns}  # type: ignore[index]

    def back(name: str, cell: str) -> object:
        if cell == "":
            return None
        match columns[name]:
            case "integer":
                return int(cell)
            case "number":
                return float(cell)
            case "names" | "spans":
                return json.loads(cell)
            case _:
                return unguarded(cell)

    assert [{name: back(name, cell) for name, cell in row.items()} for row in rows] == held(store, table)
    assert not any(re.match(r"[=+\-@\t\r]", cell) for row in rows for cell in row.values())


@pytest.mark.parametrize("table", TABLES)
def test_parquet_read_back_is_what_the_store_holds(store: Store, tmp_path: Path, table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(store, tmp_path / "out", "parquet")
    read = parquet.read_table(tmp_path / "out" / f"{table}.parquet")

    def plain(value: object) -> object:
        if isinstance(value, list):
            return [[v["start"], v["end"]] if isinstance(v, dict) else v for v in value]
        return value.isoformat() if hasattr(value, "isoformat") else value

    assert [{name: plain(v) for name, v in row.items()} for row in read.to_pylist()] == held(store, table)
    for column, field in zip(TABLES[table].columns, read.schema, strict=True):  # type: ignore[index]
        assert field.metadata[b"description"].decode() == column.what


def test_parquet_of_nothing_still_has_its_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with open_store(tmp_path / "s.db", create=True) as store:
        export(store, tmp_path / "claims.parquet")
    assert parquet.read_table(tmp_path / "claims.parquet").column_names == [c.name for c in TABLES["claims"].columns]


def test_without_pyarrow_the_extra_is_named(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExtraMissing) as caught:
        export(store, tmp_path / "out", "parquet")
    assert "onrecord[parquet]" in caught.value.hint
    assert not (tmp_path / "out").exists()


def test_annotations_select_the_very_words(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld")
    page = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    texts = {record.article.url: record.article.text for record in store.records()}
    assert len(page["items"]) == len(held(store, "claims")) + len(held(store, "positions")) + len(held(store, "events"))
    for item in page["items"]:
        assert item["type"] == "Annotation"
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            text = texts[target["source"]]
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert page["items"][0]["body"][0]["value"].startswith("Inès Okafor: she would back")


def test_a_claim_in_two_parts_has_two_targets(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld", filters=Filters(modality="promised", source="a1.txt"))
    (item,) = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["items"]
    assert [target["selector"][1]["exact"] for target in item["target"]] == ["she would back", "“direct talks”"]


def test_filters_hold_for_exports(store: Store, tmp_path: Path) -> None:
    written = export(store, tmp_path / "out", "csv", filters=Filters(stance="oppose", since="2025"))
    assert {path.name: count for path, count in written.items()} == {
        "articles.csv": 5,
        "actors.csv": 10,
        "positions.csv": 5,
    }
    assert export(store, tmp_path / "c.csv", filters=Filters(speaker="okafor"), words="direct talks") == {
        tmp_path / "c.csv": 6
    }


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@x", "\tx", "\r=x", "'=1", "''@x", "'tis", "plain", "", "−1", "‘x"]
)
def test_a_guarded_cell_is_harmless_and_can_be_undone(cell: str) -> None:
    assert not re.match(r"[=+\-@\t\r]", guarded(cell))
    assert unguarded(guarded(cell)) == cell


def test_an_export_that_fails_leaves_the_old_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.outputs import export as module

    (tmp_path / "c.csv").write_text("old")

    def fail(path: Path, *_: object) -> int:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_csv", fail)
    with pytest.raises(UsageError, match="No space left"):
        export(store, tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_text() == "old"
    assert [path.name for path in tmp_path.glob(".*part")] == []


def test_mistakes_of_use_are_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot tell the format"):
        export(store, tmp_path / "out")
    with pytest.raises(UsageError, match="whole records are JSON"):
        export(store, tmp_path / "out.csv", table="records")


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_are_documented_as_they_are(table: str) -> None:
    text = DOCS.read_text("utf-8")
    section = text.split(f"### {table}\n")[1].split("\n### ")[0].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", section, re.MULTILINE)
    assert rows == [(column.name, column.type, column.what) for column in TABLES[table].columns]  # type: ignore[index]
