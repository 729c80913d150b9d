"""Paragraphs: a text cut at its line ends, with lines that were only wrapped put together again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

SPACES = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""Every character for which `str.isspace` holds."""
INVISIBLE = "\xad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters that take no place: soft hyphen, zero-width space and joiners, marks of direction and of byte order."""
BLANK = SPACES + INVISIBLE
BROKEN = re.compile(r"(?<=[^\W\d_])[-‐‑\xad]\n(?=[^\W\d_])")
"""A word broken at the end of a line: "con-", and "demned" on the next one."""
_NO_PLACE = dict.fromkeys(map(ord, INVISIBLE))

_RARE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(rf"[^\n{_RARE_ENDS}]+")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,40}:\s")  # "MR. JONES: Thank you." opens a turn of a transcript
# "- a list item", "## a heading", "date: 3 May 2026"
_ITEM = re.compile(r"(?:[-*+•▪◦‣]|\d{1,3}[.)])\s|#{1,6}\s|>\s?|\||-{3,}|[a-z_]{2,20}:\s")
_WRAPPED = range(50, 101)
"""Widths at which mail, wires and Markdown are wrapped."""
_COLUMN = range(20, 101)
"""Widths of a printed column, whose words are broken at the end of a line."""


@dataclass(slots=True)
class Line:
    """A line without the blanks around it."""

    start: int
    end: int
    apart: bool
    """An empty line, or an indentation, stands before it."""


def in_one_line(words: str) -> str:
    """Words as a reader takes them: one blank between two, broken ones whole, nothing invisible among them."""
    if "\n" in words:
        words = BROKEN.sub(_rejoined, words)
    return " ".join((words if words.isascii() else without_invisible(words)).split())


def without_invisible(words: str) -> str:
    """Words without the characters that take no place ("min\xadister")."""
    return words if words.isascii() else words.translate(_NO_PLACE)


def _rejoined(match: re.Match[str]) -> str:
    """ "con-demned" is one word; "Jean-Noel" keeps its hyphen."""
    return "-" if match.string[match.end()].isupper() else ""


def lines(text: str) -> list[Line]:
    """The lines that hold anything visible, in order."""
    found: list[Line] = []
    last = 0
    apart = True
    for start, chunk in _chunks(text):
        end = start + len(chunk)
        bare = chunk.strip(BLANK)
        gap = start - last
        if gap > 1 and text[last:start] != "\r\n":
            apart = True
        last = end
        if not bare:
            apart = True
            continue
        indent = 0 if bare[0] == chunk[0] else len(chunk) - len(chunk.lstrip(BLANK))
        found.append(Line(start + indent, start + indent + len(bare), apart or indent > 1))
        apart = False
    return found


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between line ends, and where it begins."""
    if any(map(text.__contains__, _RARE_ENDS)):
        for match in _LINE.finditer(text):
            yield match.start(), match.group()
        return
    start = 0
    for chunk in text.split("\n"):  # a quarter of the time
        if chunk:
            yield start, chunk
        start += len(chunk) + 1


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as `(start, end)`, without the blanks around them.

    A line is a paragraph, as in nearly every scraped article, unless the next one plainly goes on: it begins with a
    small letter or the rest of a broken word, or the text is wrapped at a fixed width and the next line's first word
    would not have fitted.
    """
    rows = lines(text)
    broken = any(_breaks(text, before, row) for before, row in pairwise(rows))
    width = _wrap_width(rows, _COLUMN if broken else _WRAPPED)
    result: list[tuple[int, int]] = []
    for index, row in enumerate(rows):
        if index and not row.apart and _goes_on(text, rows[index - 1], row, width, broken=broken):
            result[-1] = (result[-1][0], row.end)
        else:
            result.append((row.start, row.end))
    return result


def _wrap_width(rows: list[Line], widths: range) -> int:
    """The width the text is wrapped at, or 0 where it is not."""
    if len(rows) < 4:
        return 0
    lengths = [row.end - row.start for row in rows]
    width = max(lengths)
    if width not in widths:
        return 0
    full = sum(length > width - 14 for length in lengths)
    return width if full >= 3 and full * 3 >= len(rows) else 0


def _breaks(text: str, before: Line, row: Line) -> bool:
    """Whether a word is broken between two lines: "con-", and "demned" on the next one."""
    last = before.end if text[before.end] == "\xad" else before.end - 1
    return text[last] in "-‐‑\xad" and text[row.start].islower() and text[last - 1 : last].isalpha() and not row.apart


def _goes_on(text: str, before: Line, row: Line, width: int, *, broken: bool) -> bool:
    if _ITEM.match(text, row.start) or _SPEAKER.match(text, row.start):
        return False
    first = text[row.start]
    if first.islower() or first in ",;":
        return text[before.end - 1] not in '.!?:”"' and (broken or before.end - before.start >= 30)
    if not width:
        return False
    word = row.start
    while word < row.end and not text[word].isspace():
        word += 1
    return before.end - before.start + 1 + word - row.start > width
