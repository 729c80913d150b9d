"""Sources: files, folders and the standard input, as a stream of articles. What cannot be read is a value in it."""

import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from onrecord.errors import SourceError, SourceMissing, SourceUnreadable
from onrecord.reading.encodings import decode, refuse_binary
from onrecord.reading.html import looks_like_html, read_html
from onrecord.reading.read import read_text
from onrecord.reading.rows import Columns, Item, Joined, read_csv, read_json, read_jsonl

Format = Literal["text", "html", "jsonl", "csv", "json"]
SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".json": "json",
}  # fmt: skip
"""What a file name's ending says of it; in a folder only these are read."""


@dataclass(frozen=True, slots=True)
class _Options:
    columns: Columns
    encoding: str | None
    format: Format | None


def read_articles(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    format: Format | None = None,  # noqa: A002 (as the command line calls it)
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """The articles of files, folders (with all folders in them, in order of name) and "-", the standard input.

    Nothing is raised for what cannot be read: a SourceError stands in the stream in its place, and the others go on.
    Articles of JSONL and CSV are read one at a time. A file's article has the file's name as its id, or its path
    below the folder given; `columns` names the columns of rows (see `Columns`), `encoding` and `format` are found for
    each file where they are not given.
    """
    options = _Options(Columns(**(columns or {})), encoding, format)
    given = [os.fspath(name) for name in inputs]
    names = Counter(Path(name).name for name in given)
    for name in given:
        try:
            if name == "-":
                if stdin is None and sys.stdin is None:
                    yield SourceMissing("the standard input is closed", "pipe the article in, or name a file")
                else:
                    yield from _stream(stdin or sys.stdin.buffer, "<stdin>", options)
                continue
            if not name:
                yield SourceMissing("the name '' of a file is empty", "name a file; . is the folder you are in")
                continue
            path = Path(name)
            if path.is_dir():
                yield from _folder(path, options)
            elif not path.exists():
                yield _missing(path)
            else:
                yield from _file(path, path.as_posix() if names[path.name] > 1 else path.name, options)
        except SourceError as error:
            yield error
        except ValueError as error:
            yield SourceMissing(f"{name!r} is no path: {error}", "check the name")
        except OSError as error:
            yield _denied(name, error)


def _missing(path: Path) -> SourceError:
    from difflib import get_close_matches

    if path.is_symlink():
        return SourceMissing(
            f"{str(path)!r} is a link to {str(path.readlink())!r}, which leads to no file",
            "repair the link or remove it",
        )
    near: Sequence[str] = ()
    if path.parent.is_dir():
        near = get_close_matches(path.name, (entry.name for entry in path.parent.iterdir()), n=1)
    hint = f"did you mean {str(path.with_name(near[0]))!r}?" if near else "check the name and the folder"
    return SourceMissing(f"no such file: {str(path)!r}", hint)


def _denied(source: str, error: OSError) -> SourceError:
    hint = "check its permissions" if isinstance(error, PermissionError) else "check the file and the disk"
    return SourceUnreadable(f"{source!r} cannot be read: {error.strerror or error}", hint)


def _folder(folder: Path, options: _Options) -> Iterator[Item]:
    found = False
    denied: list[OSError] = []
    for path in files_in(folder, denied.append):
        found = True
        try:
            if path.is_symlink() and not path.exists():
                yield _missing(path)
                continue
            if not path.is_file():
                yield SourceUnreadable(
                    f"{str(path)!r} is a pipe or a device, not a file", "name it by itself to wait for it"
                )
                continue
            yield from _file(path, path.relative_to(folder).as_posix(), options)
        except SourceError as error:
            yield error
        except OSError as error:
            yield _denied(str(path), error)
    for problem in denied:
        yield _denied(str(problem.filename or folder), problem)
    if not found and not denied:
        yield SourceMissing(
            f"the folder {str(folder)!r} holds no article", f"articles are files named {', '.join(SUFFIXES)}"
        )


def files_in(folder: Path, denied: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """The files that are read of a folder and all folders in it, in order of name; `denied` is told of those that
    cannot be looked into."""
    for parent, folders, files in os.walk(folder, onerror=denied):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(parent) / name


def _file(path: Path, name: str, options: _Options) -> Iterator[Item]:
    """The articles of one file; `name` is the id of its article, and what the ids of its rows begin with."""
    kind = options.format or SUFFIXES.get(path.suffix.lower())
    _refuse_device(path)
    with path.open("rb") as stream:
        if kind in ("jsonl", "csv"):
            refuse_binary(_peek(stream), str(path))
            read = read_jsonl if kind == "jsonl" else read_csv
            yield from read(stream, str(path), options.columns, options.encoding, name)
            return
        if kind is None:
            yield from _stream(stream, str(path), options, id=name)
            return
        data = stream.read()
    yield from _whole(data, str(path), kind, options, id=name)


def _refuse_device(path: Path) -> None:
    """Raise for a disk or a source of endless bytes; a terminal, a pipe and the empty device are read."""
    mode = path.stat().st_mode
    if stat.S_ISBLK(mode) or (
        stat.S_ISCHR(mode) and path.as_posix() in ("/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
    ):
        raise SourceUnreadable(f"{str(path)!r} is a device, not a file", "name a file or a folder")


def _peek(stream: io.BufferedReader) -> bytes:
    return stream.peek(64)[:64]


def _stream(stream: BinaryIO, name: str, options: _Options, id: str | None = None) -> Iterator[Item]:  # noqa: A002
    """The articles of a stream whose kind must be found from its beginning."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(Joined(b"", stream))
    kind = options.format
    if kind is None:
        head = buffered.peek(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
        kind = "jsonl" if head.startswith(b'{"') or head.startswith(b"{ ") else "text"
        if head.startswith(b"[{"):
            kind = "json"
    if kind == "jsonl":
        yield from read_jsonl(buffered, name, options.columns, options.encoding, id)
    elif kind == "csv":
        yield from read_csv(buffered, name, options.columns, options.encoding, id)
    else:
        yield from _whole(buffered.read(), name, kind, options, id=id)


def _whole(data: bytes, name: str, kind: Format, options: _Options, id: str | None) -> Iterator[Item]:  # noqa: A002
    if kind == "json":
        yield from read_json(data, name, options.columns, options.encoding, id)
        return
    if kind == "html":
        yield read_html(data, name, id=id, source=name, encoding=options.encoding)
        return
    text, encoding = decode(data, name, options.encoding)
    if options.format is None and looks_like_html(text):
        yield read_html(data, name, id=id, source=name, encoding=options.encoding)
        return
    try:
        yield read_text(text, id=id, source=name, encoding=encoding)
    except SourceError as error:
        yield type(error)(f"{name!r}: {error.message}", error.hint)
