"""Where output goes: stdout, or a file that appears only when it is whole."""

import os
import sys
from collections.abc import Iterator, Sequence
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


def refuse_own_source(path: Path | None, inputs: Sequence[str], option: str = "-o") -> None:
    """Raise where the file to be written is one of those to be read, which it would destroy."""
    if path is None or str(path) == "-" or not path.is_file():
        return
    from onrecord.errors import UsageError

    target = path.stat()
    for name in inputs:
        if any(os.path.samestat(target, source) for source in _sources(name)):
            where = "the standard input" if name == "-" else f"the input {name!r}"
            raise UsageError(
                f"{option} {str(path)!r} is read too, as {where}, and would be overwritten", "name another file"
            )


def _sources(name: str) -> Iterator[os.stat_result]:
    """The files that an input stands for."""
    from contextlib import suppress

    from onrecord.reading.sources import files_in

    with suppress(OSError, ValueError, AttributeError):  # what cannot be read, no stdin: said when it is read
        if name == "-":
            yield os.fstat(sys.stdin.fileno())
        elif not Path(name).is_dir():
            yield Path(name).stat()
        else:
            for file in files_in(Path(name)):
                with suppress(OSError):
                    yield file.stat()


def write_out(text: str, path: Path | None) -> None:
    """Write a text whole."""
    with destination(path) as stream:
        stream.write(text)
