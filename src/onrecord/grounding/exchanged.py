"""Two things that have changed places in a statement: "visitors pay a fifth of what residents pay" for the reverse.

Of the words that a statement shares with its evidence, those that stand side by side in both make a block. Two blocks
are exchanged where each stands between the neighbours that the other had. Whole clauses may change places, and so may
times and places with their prepositions; a passive turns who does and who is done to.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Named
from onrecord.grounding.polarity import stem
from onrecord.grounding.standing import read_statement
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom
from onrecord.rules.syntax.types import Clauses, Token

_TAGS = frozenset({"NOUN", "NAME", "VERB", "ADJ", "NUM"})
_JOINTS = frozenset({"than", "not", "instead"})
"""Small words between two things that are set against each other."""
_LIGHT = words("light")
_MUTUAL = words("mutual")
_EVEN = frozenset({"with", "near", "beside", "between", "alongside", "unlike", "like"})
"""Prepositions that say the same of both."""
_LEADERLESS = frozenset({"PREP", "DET", "POSS", "ADJ", "ADV", "OPEN"})


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    leader: str
    """The preposition that leads to it, if one does."""


def exchanged(statement: str, named: Named, support: Support, whom: Whom) -> str | None:
    """Why two things of the statement cannot stand where they stand, or None."""
    names = frozenset(part for name in named.names for word in name for part in name_words(word))
    new = read_statement(statement, names)
    old = [c for span in support.evidence.spans for c in whom.between(*span)]
    was = [i for start, end in support.evidence.spans for i in _items(list(whom.tokens(start, end)))]
    now = _items(new.tokens)
    common = {i.key for i in was} & {i.key for i in now}
    was, now = [i for i in was if i.key in common], [i for i in now if i.key in common]
    for one, two, between in _swaps(was, now):
        if not between & _MUTUAL and not _voice_turned(old, new):
            return f"it has {one!r} and {two!r} in each other's places"
    return None


def _items(tokens: Sequence[Token]) -> list[_Item]:
    found: list[_Item] = []
    leader = ""
    for token in tokens:
        if token.low in _JOINTS or (token.tag in _TAGS and not {token.lemma, token.low} & _LIGHT):
            found.append(_Item(stem(token).lower(), leader))
            leader = ""
        elif token.tag == "PREP":
            leader = token.low
        elif token.tag not in _LEADERLESS:
            leader = ""
    return found


def _swaps(was: Sequence[_Item], now: Sequence[_Item]) -> Iterator[tuple[str, str, set[str]]]:
    """Each two blocks that have taken each other's places, by their first words, with what stands between them."""
    old, new = _in_blocks([i.key for i in was], [i.key for i in now])
    once = {key for key, number in Counter(old).items() if number == 1} & {k for k, n in Counter(new).items() if n == 1}
    places = {key: (old.index(key), new.index(key)) for key in old if key in once}
    led = {i.key: i.leader for i in reversed(was)}, {i.key: i.leader for i in reversed(now)}
    before, after = ["", *old, ""], ["", *new, ""]
    for (one, (i, k)), (two, (j, m)) in combinations(places.items(), 2):
        if k < m:
            continue
        if j - i < 2 or k - m < 2:  # side by side clauses may change places, but not two things around a preposition
            around = (led[0][one], led[0][two]) == (led[1][two], led[1][one])
            if j - i == k - m == 1 and around and led[0][two] not in {"", led[0][one], *_EVEN}:
                yield one, two, set()
            continue
        if before[i + 2] != after[m + 2] or before[j] != after[k]:
            continue
        if before[i] != after[m] and before[j + 2] != after[k + 2]:
            continue
        moved = all(led[0][key] == led[1][key] for key in (one, two)) and led[0][one] != led[0][two]
        if not moved:
            yield one, two, set(old[i + 1 : j])


def _in_blocks(was: Sequence[str], now: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both rows of words, with those that stand side by side in both put into one, by its first word."""
    one, two = Counter(was), Counter(now)
    at = {key: k for k, key in enumerate(now) if one[key] == two[key] == 1}
    old: list[str] = []
    joined: set[str] = set()
    for k, key in enumerate(was):
        if k and key in at and was[k - 1] in at and at[key] == at[was[k - 1]] + 1:
            joined.add(key)
        else:
            old.append(key)
    return old, [key for key in now if key not in joined]


def _voice_turned(old: Iterable[Clauses], new: Clauses) -> bool:
    """Whether a verb is passive in one and active in the other."""
    voices = {(g.lemma, g.passive) for clauses in old for g in clauses.verbs}
    return any((g.lemma, not g.passive) in voices and (g.lemma, g.passive) not in voices for g in new.verbs)
