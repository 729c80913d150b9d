"""A word for its opposite: "rejected" for "accepted", "fell" for "rose", "before" for "after"."""

from functools import cache

from onrecord.grounding.lexicon import words

Words = frozenset[str]


@cache
def opposites() -> dict[str, Words]:
    """Each word with its opposites, by stems."""
    found: dict[str, set[str]] = {}
    for pair in words("opposites"):
        one, two = pair.split(":")
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def turned(said: Words, own: Words, whole: Words) -> str | None:
    """Why a word of the statement is the opposite of one of its evidence, or None; all are stems."""
    for word in sorted(said - whole):
        for other in sorted(opposites().get(word, frozenset()) & (own - said)):
            return f"it says {word!r} where its evidence says {other!r}"
    return None
