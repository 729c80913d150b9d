"""Rows: articles from JSONL, CSV and JSON, one at a time, so that a file may be larger than the memory."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.errors import SourceEmpty, SourceError, SourceUnreadable
from onrecord.reading.encodings import decode, wide_encoding
from onrecord.reading.headed import headed
from onrecord.reading.paragraphs import BLANK
from onrecord.reading.read import read_text
from onrecord.reading.row_dates import row_date
from onrecord.records import Article

Item = Article | SourceError
"""What reading a source gives: an article, or why there is none."""
_QUOTE = "repair the line; a text with line ends or commas must stand in quotation marks"


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns, or keys, that hold an article; all but `text` may be missing."""

    id: str = "id"
    text: str = "text"
    title: str = "title"
    date: str = "date"
    url: str = "url"


def read_jsonl(
    stream: BinaryIO, name: str, columns: Columns, encoding: str | None = None, key: str | None = None
) -> Iterator[Item]:
    """The articles of a file with one JSON object a line. A broken line is an error of its own; the others go on.

    A row without an id is called `key` and its line; `key` is the file's name where none is given.
    """
    first = True
    for number, line in enumerate(_lines(stream, name, encoding), start=1):
        where = f"{name}:{number}"
        if isinstance(line, SourceError):
            yield line
            continue
        if not line.strip(BLANK):
            continue
        row = _json(line, name, number)
        if isinstance(row, SourceError):
            yield row
        elif first and columns.text not in row:
            yield _no_column(name, columns, row)
            return
        else:
            yield _article(row, where, columns, encoding or "utf-8", f"{key or name}:{number}")
        first = False
    if first:
        yield SourceEmpty(f"{name!r} holds no row", "each line should be a JSON object with the article's text")


def _lines(stream: BinaryIO, name: str, encoding: str | None) -> Iterator[str | SourceError]:
    head = stream.read(4)
    encoding = encoding or wide_encoding(head)
    if encoding is not None:
        rest = io.TextIOWrapper(io.BufferedReader(Joined(head, stream)), encoding=encoding, newline="\n")
        try:
            yield from rest
        except (UnicodeError, LookupError) as error:
            yield SourceUnreadable(
                f"{name!r} is not {encoding}: {error}", "name another encoding with --encoding, or convert it to UTF-8"
            )
        return
    for number, raw in enumerate(_raw_lines(head.removeprefix(b"\xef\xbb\xbf"), stream), start=1):
        try:
            yield raw.decode()
        except UnicodeDecodeError as error:
            yield SourceUnreadable(
                f"{name!r}, line {number}: not UTF-8 (byte {error.start} of the line)",
                "repair or remove the line; a file in another encoding needs --encoding",
            )


def _raw_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    pieces = head.split(b"\n")
    for piece in pieces[:-1]:
        yield piece + b"\n"
    first = pieces[-1] + stream.readline()
    if first:
        yield first
    yield from stream


class Joined(io.RawIOBase):
    """A stream with the bytes that were already taken from it put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        """True: a buffer may be put around it."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what was put back, then from the stream."""
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _json(line: str, name: str, number: int) -> dict[str, Any] | SourceError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = f"{error.msg} (column {error.colno})" if isinstance(error, json.JSONDecodeError) else str(error)
        return SourceUnreadable(f"{name!r}, line {number}: not JSON: {detail}", "repair or remove the line")
    if not isinstance(row, dict):
        return SourceUnreadable(
            f"{name!r}, line {number}: not a JSON object", "each line should be an object with the article's text"
        )
    return row


def read_csv(
    stream: BinaryIO, name: str, columns: Columns, encoding: str | None = None, key: str | None = None
) -> Iterator[Item]:
    """The articles of a CSV file with a header line; comma, semicolon, tab or bar between the columns."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the default of 131,072 is less than a long article
    head = stream.read(65536)
    encoding = encoding or wide_encoding(head)
    if not encoding:
        whole = head[: head.rfind(b"\n") + 1] or head
        _, encoding = decode(whole, name)
    text = io.TextIOWrapper(io.BufferedReader(Joined(head, stream)), encoding=encoding, newline="")
    try:
        yield from _csv_rows(text, name, columns, encoding, key or name)
    except UnicodeError as error:
        yield SourceUnreadable(
            f"{name!r} is not {encoding} throughout: {error}",
            "name its encoding with --encoding, or convert it to UTF-8",
        )
    except csv.Error as error:
        yield SourceUnreadable(f"{name!r} is no CSV: {error}", "save it again as CSV, or as JSONL")


class _Lines:
    """The lines of a text, with the number and the words of the one that was taken last."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self.number = 0
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.last = next(self._text)
        self.number += 1
        return self.last


def _csv_rows(text: Iterable[str], name: str, columns: Columns, encoding: str, key: str) -> Iterator[Item]:
    lines = _Lines(text)
    header, delimiter = _header(lines, columns)
    names = [cell.strip() for cell in _split(header, delimiter)]
    if columns.text not in names:
        yield _no_column(name, columns, names)
        return
    first = True
    cells: list[str] = []
    for cells in csv.reader(lines, delimiter=delimiter):
        if not any(cells):
            continue
        first = False
        if len(cells) <= names.index(columns.text):
            yield SourceUnreadable(
                f"{name!r}, line {lines.number}: {len(cells)} columns where the header names {len(names)}",
                _QUOTE,
            )
        elif any(map(str.strip, cells[len(names) :])):
            yield SourceUnreadable(
                f"{name!r}, line {lines.number}: {len(cells)} columns where the header names {len(names)}, "
                "so part of the text would be lost",
                _QUOTE,
            )
        elif _unclosed(cells, lines.last):
            yield SourceUnreadable(
                f"{name!r}, line {lines.number}: the file ends inside quotation marks",
                "close the quotation mark; a mark inside a text is written twice",
            )
        else:
            row = dict(zip(names, cells, strict=False))
            yield _article(row, f"{name}:{lines.number}", columns, encoding, f"{key}:{lines.number}")
    if first:
        yield SourceEmpty(f"{name!r} holds no row below its header", "there is nothing to read in it")


def _header(lines: _Lines, columns: Columns) -> tuple[str, str]:
    """The line that names the columns, and the sign between them; Excel may say it in a line before ("sep=;")."""
    delimiter = ""
    for header in lines:
        line = header.removeprefix("\ufeff")
        if line[:4].lower() == "sep=" and line[4:5] in (",", ";", "\t", "|"):
            delimiter = line[4]
        elif line.strip(BLANK):
            break
    else:
        return "", ","
    return line, delimiter or max(
        ",;\t|", key=lambda sign: (columns.text in map(str.strip, _split(line, sign)), line.count(sign))
    )


def _unclosed(cells: list[str], last: str) -> bool:
    """Whether the line that ended this row did not close its quotation mark: the rest of the file is in its cell."""
    return cells[-1].endswith(("\n", "\r")) and not last.rstrip().endswith('"')


def _split(header: str, delimiter: str) -> list[str]:
    return next(csv.reader([header], delimiter=delimiter), [])


def read_json(
    data: bytes, name: str, columns: Columns, encoding: str | None = None, key: str | None = None
) -> Iterator[Item]:
    """The articles of a JSON file: an object, a list of objects, or an object that holds such a list; else JSONL."""
    text, used = decode(data, name, encoding)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = text.lstrip().split("\n", 1)
        if len(lines) > 1 and not isinstance(_json(lines[0], name, 1), SourceError):
            yield from read_jsonl(io.BytesIO(data), name, columns, encoding, key)
        else:
            yield SourceUnreadable(f"{name!r} is not JSON: {error}", "repair it; JSONL files are named .jsonl")
        return
    rows = whole
    if isinstance(whole, dict):
        lists = (value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict))
        rows = [whole] if columns.text in whole else next(lists, [whole])
    if not isinstance(rows, list) or not rows:
        yield SourceUnreadable(f"{name!r} holds no article", "it should be an object or a list of objects with a text")
        return
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            yield SourceUnreadable(f"{name!r}, item {number}: not an object", "repair or remove it")
        elif columns.text not in row and number == 1:
            yield _no_column(name, columns, row)
            return
        else:
            row_number = f":{number}" if len(rows) > 1 else ""
            yield _article(row, name + row_number, columns, used, (key or name) + row_number)


def _no_column(name: str, columns: Columns, found: Iterable[str]) -> SourceError:
    return SourceUnreadable(
        f"{name!r} has no column {columns.text!r} for the article's text; its columns: {_keys(found)}",
        "name the column that holds the text: --column text=NAME",
    )


def _keys(found: Iterable[str]) -> str:
    return ", ".join(repr(key) for key in list(found)[:12]) or "none"


def _article(row: Mapping[str, Any], where: str, columns: Columns, encoding: str, key: str) -> Item:
    text = row.get(columns.text)
    if not isinstance(text, str):
        what = "no text" if text is None else f"its text is {type(text).__name__}, not a string"
        if text is None and columns.text not in row:
            return SourceUnreadable(
                f"{where!r}: {what} in {columns.text!r}; the row's keys: {_keys(row)}",
                "name the key that holds the text: --column text=NAME; rows that name it otherwise need a file of "
                "their own",
            )
        return SourceUnreadable(f"{where!r}: {what} in {columns.text!r}", "repair or remove the row")
    published, unread = row_date(row.get(columns.date))
    title = _string(row.get(columns.title))
    text, added = headed(text, title)
    try:
        return read_text(
            text,
            id=_string(row.get(columns.id)) or key,
            title=title,
            title_added=added,
            published=published,
            published_from="metadata",
            url=_string(row.get(columns.url)),
            source=where,
            encoding=encoding,
            notes=(unread,) if unread else (),
        )
    except SourceError as error:
        return type(error)(f"{where!r}: {error.message}", error.hint)


def _string(value: object) -> str | None:
    if value is None or isinstance(value, bool | float | list | dict):
        return None
    return str(value).strip(BLANK) or None
