"""Writing a store's tables to a file or a folder, in the format asked for."""

from pathlib import Path
from typing import Literal, assert_never

from onrecord.errors import UsageError
from onrecord.outputs.annotations import annotations, write_annotations
from onrecord.outputs.csv import write_csv
from onrecord.outputs.jsonl import write_jsonl, write_records
from onrecord.outputs.parquet import need_pyarrow, write_parquet
from onrecord.outputs.tables import TABLES, TableName, chosen_tables, table_rows
from onrecord.outputs.whole_file import whole_file
from onrecord.store.search import Filters
from onrecord.store.store import Store

ExportFormat = Literal["jsonl", "csv", "parquet", "annotations"]
Choice = TableName | Literal["records"]
FORMATS: dict[str, ExportFormat] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".jsonld": "annotations",
}
"""The format that a file's name asks for."""


def export(
    store: Store,
    to: Path,
    format: ExportFormat | None = None,  # noqa: A002 - the option's name
    *,
    table: Choice | None = None,
    filters: Filters | None = None,
    words: str = "",
) -> dict[Path, int]:
    """Write what passes; each file written with its number of rows.

    To a folder go all tables, a file each; to a file (a name with an ending) goes one: `table`, else records for
    JSONL and claims for CSV and Parquet. Annotations are always one file.
    """
    kept = filters or Filters()
    is_file = to.suffix != "" and not to.is_dir()
    chosen = format or FORMATS.get(to.suffix.lower())
    if chosen is None:
        raise UsageError(
            f"cannot tell the format of {str(to)!r}", f"say --format, or end the name in {', '.join(FORMATS)}"
        )
    if chosen == "parquet":
        need_pyarrow()
    if chosen == "annotations":
        path = to if is_file else _folder(to) / "annotations.jsonld"
        with whole_file(path) as beside:
            return {path: write_annotations(beside, annotations(store, kept, words))}
    if table == "records" and chosen != "jsonl":
        raise UsageError("whole records are JSON", "--format jsonl, or another --table")
    if is_file:
        only = table or ("records" if chosen == "jsonl" else "claims")
        return {to: _write(store, to, chosen, only, kept, words)}
    names: list[Choice] = [table] if table else [one.name for one in chosen_tables(kept)]
    if chosen == "jsonl" and table is None:
        names.insert(0, "records")
    folder = _folder(to)
    return {(path := folder / f"{name}.{chosen}"): _write(store, path, chosen, name, kept, words) for name in names}


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {str(path)!r}: {error.strerror}", "name another with --to") from error
    return path


def _write(
    store: Store,
    path: Path,
    form: Literal["jsonl", "csv", "parquet"],
    name: Choice,
    filters: Filters,
    words: str,
) -> int:
    with whole_file(path) as beside:
        if name == "records":
            return write_records(beside, store.records(filters))
        rows = table_rows(store, TABLES[name], filters, words)
        match form:
            case "jsonl":
                return write_jsonl(beside, TABLES[name], rows)
            case "csv":
                return write_csv(beside, TABLES[name], rows)
            case "parquet":
                return write_parquet(beside, TABLES[name], rows)
            case _:
                assert_never(form)
