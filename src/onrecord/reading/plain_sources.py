"""PLACEHOLDER until the reading colleague lands sources: text files and JSONL only."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.reading.read import read_text
from onrecord.records import Article


def read_articles(
    inputs: Sequence[str], *, columns: Mapping[str, str] | None = None
) -> Iterator[Article | SourceError]:
    """Each article of the inputs."""
    import datetime as dt

    del columns

    for name in inputs:
        path = Path(name)
        if path.suffix == ".jsonl":
            for line in path.open(encoding="utf-8"):
                row = json.loads(line)
                day = row.get("date")
                yield read_text(
                    row["text"],
                    id=row["id"],
                    title=row.get("title"),
                    published=dt.date.fromisoformat(day) if day else None,
                )
        else:
            yield read_text(path.read_text(encoding="utf-8"), id=path.name, source=name, encoding="utf-8")
