"""Records and tables as JSON lines."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.outputs.harmless import harmless_json
from onrecord.outputs.tables import Table, typed
from onrecord.records import Record


def write_records(path: Path, records: Iterable[Record]) -> int:
    """Write one whole record a line, as `onrecord extract` prints it; how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(harmless_json(record.model_dump_json()) + "\n")
            count += 1
    return count


def write_jsonl(path: Path, table: Table, rows: Iterable[tuple[Any, ...]]) -> int:
    """Write one row of a table a line; how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(harmless_json(json.dumps(typed(table, row), ensure_ascii=False)) + "\n")
            count += 1
    return count
