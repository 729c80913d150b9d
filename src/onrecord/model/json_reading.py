"""The JSON of an answer, read with every fault of it named: cut, fenced, repeated keys, nested without end.

Repeated keys matter: Python keeps the last and loses the others without a word. Here lists under one key are joined,
and anything else makes the object it stands in broken.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

REPEATED = "\0repeated"
"""The key under which an object that repeats a key says which."""

_FENCE = re.compile(r"```[a-zA-Z]*")  # "```json"
_DEEPEST = 64
"""Levels of nesting that are read; an answer has five."""


class Unreadable(ValueError):
    """Text that is no JSON object, and why."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The object of an answer."""

    value: dict[str, Any]
    cut: bool = False
    """Whether it ends before its end; what was complete up to there is in `value`."""


def read_object(text: str) -> Parsed:
    """The first JSON object in `text`; raises `Unreadable` where there is none.

    Words and fences around it are passed over, as models write them in plain JSON mode. An object that is cut off is
    closed after the last item that was complete.
    """
    start = text.find("{")
    if start < 0:
        raise Unreadable("it holds no JSON object" if _FENCE.sub("", text).strip() else "it is empty")
    end, closers = _extent(text, start)
    if end is not None:
        return Parsed(_load(text[start:end]))
    if closers is None:
        raise Unreadable("its JSON is cut off before the first item is complete")
    return Parsed(_load(text[start : closers[0]] + closers[1]), cut=True)


def _load(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_joined, parse_constant=_no_constant)
    except RecursionError:
        raise Unreadable("its JSON is nested without end") from None
    except ValueError as error:
        raise Unreadable(f"its JSON is broken: {error}") from None
    if not isinstance(value, dict):
        raise Unreadable("its JSON is no object")
    return value


def _joined(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, content in pairs:
        if key not in value:
            value[key] = content
        elif isinstance(value[key], list) and isinstance(content, list):
            value[key] = value[key] + content
        else:
            value[REPEATED] = key
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


_INTERESTING = re.compile(r'["\\{}\[\]]')


def _extent(text: str, start: int) -> tuple[int | None, tuple[int, str] | None]:
    """Where the object that starts at `start` ends, or else where it can be closed, and with what.

    It can be closed after an item of one of its lists, the second level of nesting.
    """
    stack: list[str] = []
    closable: tuple[int, str] | None = None
    inside = False
    at = start
    while match := _INTERESTING.search(text, at):
        char, at = match[0], match.end()
        if char == "\\":
            at += 1 if inside else 0
        elif char == '"':
            inside = not inside
        elif inside:
            continue
        elif char in "{[":
            stack.append("}" if char == "{" else "]")
            if len(stack) > _DEEPEST:
                raise Unreadable("its JSON is nested without end")
        elif not stack or stack.pop() != char:
            raise Unreadable(f"its JSON is broken: {char!r} at character {match.start()} closes nothing")
        elif not stack:
            return at, None
        elif stack == ["}", "]"]:
            closable = (at, "]}")
        elif stack == ["}"]:
            closable = (at, "}")
    return None, closable
