"""How seldom Python looks for cycles of objects: an article makes some ten thousand small objects, and no cycles worth
hunting for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 20_000
"""New objects after which Python looks for cycles while articles are read, for its own 700."""


def look_seldom() -> None:
    """Let this process look for cycles seldom, which saves a twentieth of the time."""
    gc.set_threshold(SELDOM, 20, 20)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python look for cycles seldom while an article is read, then as often as before."""
    before = gc.get_threshold()
    seldom = 0 < before[0] < SELDOM
    if seldom:
        gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        if seldom:
            gc.set_threshold(*before)
