"""Encodings: bytes to text, and which encoding it was. What is no text is refused with the next step."""

import codecs
import re

from onrecord.errors import SourceEmpty, SourceUnreadable
from onrecord.reading.paragraphs import BLANK

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = "save it as plain text or HTML first"
_BINARY = (
    (b"%PDF-", "a PDF", "take the text out first, for example with `pdftotext FILE.pdf`"),
    (b"\x89PNG", "a PNG image", "an image needs text recognition first"),
    (b"\xff\xd8\xff", "a JPEG image", "an image needs text recognition first"),
    (b"GIF8", "a GIF image", "an image needs text recognition first"),
    (b"PK\x03\x04", "a ZIP archive or an office document", f"unpack it, or {_OFFICE}"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first with `gunzip`"),
    (b"\xfd7zXZ", "compressed with xz", "unpack it first with `unxz`"),
    (b"BZh", "compressed with bzip2", "unpack it first with `bunzip2`"),
    (b"\xd0\xcf\x11\xe0", "an old office document", _OFFICE),
    (b"{\\rtf", "an RTF document", _OFFICE),
    (b"SQLite format 3", "an SQLite database", "export the articles as JSONL or CSV first"),
    (b"PAR1", "a Parquet file", "export the articles as JSONL or CSV first"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONVERT = "name its encoding with --encoding, or convert it to UTF-8"
_SAMPLE = 200_000
"""Bytes that the detector of legacy encodings looks at."""
_WESTERN = 0.15
"""With a smaller share of bytes for accented letters the text is English, and Windows-1252."""


def mark_of(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning names."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 where the first bytes show it: by a mark, or by a NUL beside nearly every letter."""
    mark = mark_of(head)
    if mark is not None:
        return None if mark == "utf-8-sig" else mark
    return _beside_nulls(head[: len(head) // 2 * 2])


def _beside_nulls(data: bytes) -> str | None:
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data and data[offset::2].count(0) > 0.35 * len(data) and data[1 - offset :: 2].count(0) == 0:
            return encoding
    return None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise SourceUnreadable where the first bytes are those of a format that is no text."""
    for magic, what, hint in _BINARY:
        if data.startswith(magic):
            raise SourceUnreadable(f"{name!r} is {what}, not text", hint)


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and the encoding that decoded it; `encoding` is used where the caller knows it.

    A byte order mark is not part of the text. Nothing else is changed: line ends stay as they are. Raises
    SourceEmpty where nothing visible is left, SourceUnreadable where the bytes are no text.
    """
    refuse_binary(data, name)
    if encoding is not None:
        text, used = _as_named(data, name, encoding), encoding
    else:
        text, used = _as_found(data, name)
    if not text.strip(BLANK):
        what = "is empty" if not data else "holds no text, only blanks"
        raise SourceEmpty(f"{name!r} {what}", "there is nothing to read in it; leave it out")
    return text, used


def _as_named(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding)
    except LookupError as error:
        raise SourceUnreadable(f"there is no encoding {encoding!r}", "use a name such as utf-8 or cp1252") from error
    except UnicodeError as error:
        raise SourceUnreadable(
            f"{name!r} is not {encoding}: {_reason(error)}", "name another encoding, or none to have it found"
        ) from error
    return text.removeprefix("\ufeff")


def _as_found(data: bytes, name: str) -> tuple[str, str]:
    if mark := mark_of(data):
        try:
            return data.decode(mark), mark
        except UnicodeError as error:
            raise SourceUnreadable(f"{name!r} begins as {mark} and is not: {_reason(error)}", _CONVERT) from error
    if b"\x00" in data:
        return _with_nulls(data, name)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_broken(data, name, error)
    return _legacy(data, name)


def _with_nulls(data: bytes, name: str) -> tuple[str, str]:
    """UTF-16 without a mark shows as a NUL beside nearly every letter; any other NUL means that it is no text."""
    if encoding := _beside_nulls(data):
        try:
            return data.decode(encoding), encoding
        except UnicodeError:
            pass
    raise SourceUnreadable(
        f"{name!r} is binary: there is a NUL byte at {data.index(0)}",
        "give the article as text, HTML, JSONL or CSV; if it is text, name its encoding with --encoding",
    )


def _refuse_broken(data: bytes, name: str, error: UnicodeDecodeError) -> None:
    """Raise where the text is UTF-8 with a broken character, rather than read it all in a wrong encoding."""
    valid = data[: error.start]
    cut = error.reason == "unexpected end of data"
    if cut and (len(data) - error.start > 1 or data[error.start] in b"\xc2\xc3" or not valid.isascii()):
        raise SourceUnreadable(
            f"{name!r} ends in the middle of a UTF-8 character (byte {error.start})",
            "the file was cut off: fetch it again, or remove its last bytes",
        ) from error
    rest = data[error.end :].decode("utf-8", "ignore")
    if not valid.isascii() or any(ord(letter) > 0x7FF for letter in rest):
        line = valid.count(b"\n") + 1
        raise SourceUnreadable(
            f"{name!r} is UTF-8 with a broken character at byte {error.start} (line {line})", _CONVERT
        ) from error


def _legacy(data: bytes, name: str) -> tuple[str, str]:
    if len(_CONTROL.findall(data[:_SAMPLE])) > 2 + len(data[:_SAMPLE]) // 100:
        raise SourceUnreadable(
            f"{name!r} is binary",
            "give the article as text, HTML, JSONL or CSV; if it is text, name its encoding with --encoding",
        )
    if sum(byte >= 0xC0 for byte in data[:_SAMPLE]) < _WESTERN * len(data[:_SAMPLE]):
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding), best.encoding.replace("_", "-")
        except UnicodeError:
            pass
    raise SourceUnreadable(f"no encoding fits {name!r}", _CONVERT)


def _reason(error: UnicodeError) -> str:
    return f"{error.reason} at byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)
