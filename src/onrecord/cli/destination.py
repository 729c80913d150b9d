"""Where output goes: stdout, or a file that appears only when it is whole."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import UsageError


@contextmanager
def destination(path: Path | None) -> Iterator[IO[str]]:
    """A text stream: stdout, or a temporary file beside `path` that takes its name at the end.

    Where the work is interrupted, the file at `path` stays as it was.
    """
    if path is None or str(path) == "-":
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    if path.is_dir():
        raise UsageError(f"cannot write {str(path)!r}: it is a folder", "name a file with -o")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise UsageError(
            f"cannot write {str(path)!r}: {error.strerror}", "name a file in a folder that exists and may be written"
        ) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {str(path)!r}: {error.strerror}", "free space, or name another file") from error
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_out(text: str, path: Path | None) -> None:
    """Write a text whole."""
    with destination(path) as stream:
        stream.write(text)
