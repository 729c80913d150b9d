"""From the arguments of a command to articles."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.errors import SourceError, UsageError

if TYPE_CHECKING:
    from onrecord.records import Article


def articles(
    inputs: Sequence[str], columns: dict[str, str], encoding: str | None = None
) -> Iterator["Article | SourceError"]:
    """Each article of the inputs, or the error that stands in its place."""
    from onrecord.reading.sources import read_articles

    return read_articles(inputs, columns=columns, encoding=encoding)


def one_article(name: str, columns: dict[str, str], encoding: str | None = None) -> "Article":
    """The one article of a file; an error where there are none or several."""
    found = articles([name], columns, encoding)
    first = next(found, None)
    if isinstance(first, SourceError):
        raise first
    if first is None:
        raise UsageError(f"{name!r} holds no article", "name a file with text in it")
    if next(found, None) is not None:
        raise UsageError(f"{name!r} holds several articles", f"use: onrecord extract {name}")
    return first


def piped() -> str:
    """The name of stdin, where something is piped into it; a terminal that nobody types at would wait for ever."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("no file is named and nothing is piped in", "name a file, or - to type the article")
    return "-"
