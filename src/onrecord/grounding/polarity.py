"""What a text negates: the words inside the scope of each negation, for comparing a statement with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.grounding.lexicon import words
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

_NEGATORS = words("negators")
_IMPLICIT = words("implicit")
"""Words that can carry a negation without being one: a statement's "not" may stand for them."""
_AFFIXED = ("un", "in", "im", "ir", "il", "dis", "non")
_NOT_NEGATING = words("not_negating")
_BORDERS = words("borders")
_CONTENT = frozenset({"VERB", "NOUN", "NAME", "ADJ", "NUM"})
_LIGHT = words("light")
_DEPTH = 4
"""Content words of a scope that are looked at, the first being its head."""


@dataclass(slots=True)
class Polarity:
    """The words of a text, and which of them stand under a negation."""

    words: set[str] = field(default_factory=set)
    """Stems of the content words outside every scope."""
    heads: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """For each explicit negation the stem of what it negates, and the stems that follow in its scope."""
    implicit: bool = False
    """Whether some word carries a negation without being one ("denied", "impossible")."""

    @property
    def negated(self) -> set[str]:
        """All stems under a negation."""
        return {stem for head, rest in self.heads for stem in (head, *rest)}


@lru_cache(maxsize=512)
def polarity_of(text: str) -> Polarity:
    """The polarity of a text of a sentence or a few."""
    tokens = tokenise(text, 0, len(text), {})
    found = Polarity()
    scoped: set[int] = set()
    for index, token in enumerate(tokens):
        if _negates(token, tokens, index):
            scope = _scope(tokens, index)
            if scope:
                stems = [stem(tokens[i]) for i in scope]
                found.heads.append((stems[0], tuple(stems[1:])))
                scoped.update(scope[:2])
        elif token.lemma in _IMPLICIT or token.low in _IMPLICIT or _affixed(token):
            found.implicit = True
    found.words = {stem(t) for i, t in enumerate(tokens) if i not in scoped and _is_content(t)}
    return found


def changed_negation(statement: str, content: str, around: str) -> str | None:
    """Why the statement's negations are not those of its evidence, or None.

    `content` is what the statement renders; `around` the whole sentences it stands in, whose words may carry a
    negation as well ("denied that ...").
    """
    said, own, whole = polarity_of(statement), polarity_of(content), polarity_of(around)
    for head, rest in said.heads:
        negated = whole.negated
        if head in negated:
            continue
        if head in whole.words:
            if not (_near(rest, negated) and _loose(head)) and not (
                whole.implicit and not own.heads and _denied(around)
            ):
                return f"it negates {head!r}, which its evidence does not"
        elif not whole.heads and not whole.implicit:
            return f"it negates {head!r}, and its evidence negates nothing"
    free = said.words - said.negated
    for head, rest in own.heads:
        if head in said.negated or head in own.words:
            continue
        if head in free and not _loose(head):
            return f"its evidence negates {head!r}, and it does not"
        if not said.heads and not said.implicit and any(s in free and s not in own.words for s in (head, *rest)):
            return f"its evidence negates {head!r}, and it holds no negation"
    return None


def stem(token: Token) -> str:
    """The form by which words are compared: verbs by their base, nouns without their plural."""
    low = token.lemma if token.tag == "VERB" and token.lemma else token.low
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + put
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _negates(token: Token, tokens: Sequence[Token], index: int) -> bool:
    if token.low not in _NEGATORS:
        return False
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return after not in _NOT_NEGATING


def _scope(tokens: Sequence[Token], index: int) -> list[int]:
    """Indexes of the content words that a negation covers: forward to the clause's end, its head first.

    Where nothing follows ("has none"), what stands before it in the clause.
    """
    found: list[int] = []
    for i in range(index + 1, len(tokens)):
        token = tokens[i]
        if token.low in _BORDERS and (found or token.low in ".;:!?"):
            break
        if _is_content(token):
            found.append(i)
            if len(found) == _DEPTH:
                break
    if found or tokens[index].low in ("no", "without"):
        return found
    for i in range(index - 1, -1, -1):
        if tokens[i].low in _BORDERS:
            break
        if _is_content(tokens[i]):
            return [i]
    return []


def _is_content(token: Token) -> bool:
    return token.tag in _CONTENT and token.lemma not in _LIGHT and token.low not in _NEGATORS


def _affixed(token: Token) -> bool:
    return token.tag == "ADJ" and len(token.low) > 6 and token.low.startswith(_AFFIXED)


def _near(rest: tuple[str, ...], negated: set[str]) -> bool:
    return any(word in negated for word in rest)


def _loose(head: str) -> bool:
    """Words so common that they say little about what is negated."""
    return head in words("loose")


def _denied(around: str) -> bool:
    return not words("denials").isdisjoint(around.lower().split())
