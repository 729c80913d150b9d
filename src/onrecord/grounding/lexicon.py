"""The word lists of the checks, read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words of one list, in their order."""
    return tuple(_lists()[name].split())


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(listed(name))


@cache
def _lists() -> dict[str, str]:
    path = Path(__file__).with_name("lexicon.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
