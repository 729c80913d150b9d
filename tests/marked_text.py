"""Marked text for tables of tests: `[source:Police] [cue:said] [content:two men died].` to plain text and spans."""

import re
from dataclasses import dataclass, field

# "[source:", "[content2:" open a part, "]" closes the innermost open one.
_MARK = re.compile(r"\[(?P<role>[a-z]+)(?P<number>\d*):|\]")
_EDGES = " \t\n\r\xa0.,;:!?–—-"

Spans = list[tuple[int, int]]


@dataclass
class Marked:
    """A text without its marks, and the spans that the marks enclosed: by number of the item, then by role."""

    text: str
    items: dict[str, dict[str, Spans]] = field(default_factory=dict)


def parse(marked: str) -> Marked:
    """Take the marks out of a text. Raises ValueError for marks that do not match."""
    plain: list[str] = []
    length = at = 0
    stack: list[tuple[str, str, int]] = []
    found: list[tuple[str, str, int, int]] = []
    for mark in _MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["role"]:
            stack.append((mark["number"] or "1", mark["role"], length))
        elif stack:
            number, role, start = stack.pop()
            found.append((number, role, start, length))
        else:
            raise ValueError(f"a mark closes that was never opened: {marked!r}")
    if stack:
        raise ValueError(f"a mark is never closed: {marked!r}")
    plain.append(marked[at:])
    result = Marked("".join(plain))
    for number, role, start, end in sorted(found, key=lambda item: item[2]):
        result.items.setdefault(number, {}).setdefault(role, []).append((start, end))
    return result


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces and punctuation at its ends, which no comparison should hang on."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
