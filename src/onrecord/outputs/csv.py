"""Tables as CSV that a spreadsheet opens right: UTF-8 with its mark, and no cell that it would run as a formula."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.outputs.tables import Table

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")  # =HYPERLINK("..."), +1, -1, @SUM(1)
_GUARDED = re.compile(r"'('*[=+\-@\t\r\n])")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would read a formula (OWASP, "CSV Injection").

    >>> guarded("=1+1"), guarded("- he said"), guarded("'tis")
    ("'=1+1", "'- he said", "'tis")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return _GUARDED.sub(r"\1", cell, count=1) if _GUARDED.match(cell) else cell


def write_csv(path: Path, table: Table, rows: Iterable[tuple[Any, ...]]) -> int:
    """Write a table with its header; how many rows it has. Spans are JSON, e.g. `[[17,42]]`; None is an empty cell."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in rows:
            writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
            count += 1
    return count
