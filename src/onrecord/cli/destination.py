"""Where output goes: stdout, or a file that appears only when it is whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def destination(path: Path | None) -> Iterator[IO[str]]:
    """A text stream: stdout, or one into a file that takes the name `path` at the end."""
    if path is None or str(path) == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    from onrecord.outputs.whole_file import whole_file

    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def write_out(text: str, path: Path | None) -> None:
    """Write a text whole."""
    with destination(path) as stream:
        stream.write(text)
