"""A statement laid beside the words that it renders, phrase by phrase: what stands where what stood.

The two are aligned so that as many phrases and verbs as possible meet their like in the same order. What then meets
something else, right beside what meets its like, stands in its place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.grounding.polarity import stem
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token

_LONGEST = 60
"""Parts laid side by side at most; what is longer is compared in its first part."""
_SKIPPED = frozenset({"ADV", "PUNCT", "OPEN", "CLOSE", "NEG", "MODAL", "AUX", "SUB", "TO", "DET", "POSS"})
_LIKE, _PHRASES, _VERBS, _PREPOSITIONS = 3.0, 1.0, 1.0, 0.4


@dataclass(slots=True)
class Part:
    """A noun phrase, a verb, or a preposition or adjective outside both."""

    kind: str
    """phrase | verb | word"""
    key: str
    """The stem of its head, by which it meets its like."""
    tokens: Sequence[Token] = ()
    head: Token | None = None
    owner: Sequence[Token] = ()
    """The tokens of a possessor: "its", "Kenya", "whose", or what stands after "of"."""
    passive: bool = False
    subject: "Part | None" = None
    """Of a verb, who or what does it; it may stand outside the words that are laid side by side."""

    @property
    def low(self) -> str:
        """The head in lower case."""
        return self.head.low if self.head else self.key


def parts_of(clauses: Clauses, start: int, end: int) -> list[Part]:
    """The parts of a sentence that lie inside `[start, end)`."""
    tokens, phrases, groups = clauses.tokens, clauses.phrases, clauses.verbs
    phrase_at = {p.first: p for p in phrases}
    group_at = {g.head: g for g in groups}
    found: list[Part] = []
    made: dict[int, Part] = {}
    doers: list[tuple[Part, int]] = []
    joined = False
    i = 0
    while i < len(tokens):
        token = tokens[i]
        phrase = phrase_at.get(i)
        if token.end <= start or token.start >= end:
            i += 1
            continue
        if phrase is not None and phrase.start >= start:
            part = made[phrase.first] = _phrase(tokens, phrase)
            before = found[-1] if found else None
            if joined and before is not None and before.kind == "phrase" and not before.owner:
                before.owner = part.tokens  # the brother of Lucía Bermúdez
            if before is not None and before.low == "whose" and not part.owner:
                part.owner = before.tokens
                found[-1] = part
            else:
                found.append(part)
            i = max(phrase.last, i + 1)
            joined = i < len(tokens) and tokens[i].low == "of"
            continue
        if i in group_at:
            group = group_at[i]
            found.append(Part("verb", group.lemma, (token,), token, passive=group.passive))
            if group.subject is not None and group.finite:
                doers.append((found[-1], group.subject))
        elif token.tag in ("PREP", "ADJ", "VERB", "NUM") and token.low != "of":
            found.append(Part("word", stem(token).lower(), (token,), token))
        joined = joined and token.low == "of"
        i += 1
    for verb, k in doers:
        antecedent = phrases[k].antecedent
        k = k if antecedent is None else antecedent  # "who" is the one it stands for
        verb.subject = made.get(phrases[k].first) or _phrase(tokens, phrases[k])
    return found[:_LONGEST]


def _phrase(tokens: Sequence[Token], phrase: NounPhrase) -> Part:
    inside = tokens[phrase.first : phrase.last]
    head = tokens[phrase.head]
    owner: Sequence[Token] = ()
    for k, token in enumerate(inside):
        if token.tag == "POSS" and token.end <= head.start:
            owner = [token] if k == 0 else inside[:k]
    return Part("phrase", stem(head).lower(), inside, head, owner)


@dataclass(frozen=True, slots=True)
class Pair:
    """A part of the evidence and the part of the statement that stands in its place."""

    old: Part
    new: Part
    alike: bool
    firm: bool
    """Whether its neighbours meet their like: only then does the place tell something."""
    bound: bool = False
    """Whether both are the subject of the same verb, or stand after the same preposition."""


def laid(old: Sequence[Part], new: Sequence[Part], same: Callable[[Part, Part], bool]) -> Iterator[Pair]:
    """The parts that meet, in order. `same` says whether two phrases with other heads name the same."""
    alike = [[_alike(a, b, same) for b in new] for a in old]
    met = _path(old, new, alike)
    for k, (i, j) in enumerate(met):
        firm, bound = alike[i][j], False
        if not firm:
            left = k > 0 and met[k - 1] == (i - 1, j - 1) and alike[i - 1][j - 1]
            right = k + 1 < len(met) and met[k + 1] == (i + 1, j + 1)
            verb = right and old[i + 1].kind == new[j + 1].kind == "verb"
            if verb:
                bound = old[i + 1].passive == new[j + 1].passive and alike[i + 1][j + 1]
                firm = bound or (i == j == 0 and old[i + 1].passive == new[j + 1].passive)
            else:
                firm = left or (right and alike[i + 1][j + 1])
                bound = left and old[i - 1].kind == "word"
        yield Pair(old[i], new[j], alike[i][j], firm, bound)
        one, two = old[i].subject, new[j].subject
        if one and two and alike[i][j] and old[i].passive == new[j].passive:
            yield Pair(one, two, same(one, two), firm=True, bound=True)


def _path(old: Sequence[Part], new: Sequence[Part], alike: list[list[bool]]) -> list[tuple[int, int]]:
    """The pairs of the best alignment (Needleman and Wunsch, with no cost for a gap)."""
    rows, columns = len(old), len(new)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(columns - 1, -1, -1):
            score = _score(old[i], new[j], alike[i][j])
            row[j] = max(below[j], row[j + 1], below[j + 1] + score if score else 0.0)
    met: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        score = _score(old[i], new[j], alike[i][j])
        if score and best[i][j] == best[i + 1][j + 1] + score:
            met.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return met


def _alike(old: Part, new: Part, same: Callable[[Part, Part], bool]) -> bool:
    if old.kind != new.kind:
        return False
    return same(old, new) if old.kind == "phrase" else old.key == new.key


def _score(old: Part, new: Part, alike: bool) -> float:
    if old.kind != new.kind:
        return 0.0
    if alike:
        return _LIKE if old.kind != "word" else 1.5
    if old.kind == "phrase":
        return _PHRASES
    if old.kind == "verb":
        return _VERBS
    return _PREPOSITIONS if old.head and new.head and old.head.tag == new.head.tag == "PREP" else 0.0
