"""How seldom Python looks for cycles of objects: an article makes some ten thousand small objects, and no cycles worth
hunting for."""

import gc

SELDOM = 20_000
"""New objects after which Python looks for cycles while articles are read, for its own 700."""


def look_seldom() -> None:
    """Let this process look for cycles seldom, which saves a twentieth of the time."""
    gc.set_threshold(SELDOM, 20, 20)
