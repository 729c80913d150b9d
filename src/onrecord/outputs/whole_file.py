"""A file that appears under its name only when it is whole."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; at the end it takes the name, and where the work fails, `path` stays as it
    was."""
    if path.is_dir():
        raise UsageError(f"cannot write {str(path)!r}: it is a folder", "name a file")
    if path.exists() and not path.is_file():
        yield path  # a device or a named pipe: a file that took its name would destroy it
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise UsageError(
            f"cannot write {str(path)!r}: {error.strerror}", "name a file in a folder that exists and may be written"
        ) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {str(path)!r}: {error.strerror}", "free space, or name another file") from error
    finally:
        beside.unlink(missing_ok=True)
