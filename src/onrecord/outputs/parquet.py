"""Tables as Parquet with real types, written in row groups so that memory stays flat. Needs the extra `parquet`."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import ExtraMissing
from onrecord.outputs.tables import Column, ColumnType, Table

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP = 10_000


def need_pyarrow() -> None:
    """Raise `ExtraMissing` where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise ExtraMissing(
            "Parquet needs pyarrow, which is not installed", "pip install 'onrecord[parquet]', or --format csv"
        ) from error


def write_parquet(path: Path, table: Table, rows: Iterable[tuple[Any, ...]]) -> int:
    """Write a table; how many rows it has. Each column's description travels as its metadata."""
    need_pyarrow()
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([_field(column) for column in table.columns])
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(rows):
            cells = zip(*group, strict=True)
            arrays = [
                pa.array([_value(column.type, cell) for cell in column_cells], field.type)
                for column, column_cells, field in zip(table.columns, cells, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(group)
    return count


def _groups(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    waiting = iter(rows)
    while group := list(islice(waiting, _GROUP)):
        yield group


def _field(column: Column) -> "pa.Field[Any]":
    import pyarrow as pa

    types: dict[ColumnType, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
        "names": pa.list_(pa.string()),
        "spans": pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())])),
    }
    return pa.field(column.name, types[column.type], metadata={"description": column.what})


def _value(kind: ColumnType, cell: Any) -> Any:
    if cell is None:
        return None
    match kind:
        case "day":
            return dt.date.fromisoformat(cell)
        case "spans":
            return [{"start": start, "end": end} for start, end in json.loads(cell)]
        case "names":
            return json.loads(cell)
        case _:
            return cell
