"""What a text negates: the words inside the scope of each negation, for comparing a statement with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.grounding.lexicon import words
from onrecord.grounding.opposites import opposites, turned
from onrecord.grounding.quantities import unit_of
from onrecord.rules.syntax.readings import reading
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

_NEGATORS = words("negators")
_IMPLICIT = words("implicit")
"""Words that can carry a negation without being one: a statement's "not" may stand for them."""
_AFFIXED = ("un", "in", "im", "ir", "il", "dis", "non")
_NOT_NEGATING = words("not_negating")
_COMPARED = frozenset({"more", "less", "later", "fewer"})
_BORDERS = words("borders")
_CONTENT = frozenset({"VERB", "NOUN", "NAME", "ADJ"})
_DENIALS = words("denials")
_REFUSALS = dict(pair.split(":") for pair in words("refusals"))
_NOBODIES = words("nobodies")
_LIGHT = words("light")
_WAYS = frozenset({"point", "way", "means", "account", "circumstances", "time", "case"})
"""Nouns with which "no" negates the clause: "at no point"."""
_DEPTH = 4
"""Content words of a scope that are looked at, the first being its head."""


@dataclass(slots=True)
class Polarity:
    """The words of a text, and which of them stand under a negation."""

    words: set[str] = field(default_factory=set)
    """Stems of the content words outside every scope."""
    heads: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """For each explicit negation the stem of what it negates, and the stems that follow in its scope."""
    before: set[str] = field(default_factory=set)
    """Stems of what stands right before a negation in its clause: what "is not built"."""
    denied: set[str] = field(default_factory=set)
    """Stems in what is denied, refused or argued against."""
    denied_by: str = ""
    """The word that denies, refuses or argues against."""
    denied_first: str = ""
    """The stem of the first word that it denies."""
    all: frozenset[str] = frozenset()
    """Stems of all its words."""
    bare: bool = False
    """Whether a negation stands that covers no content word ("not going quietly")."""
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
            found.bare |= not scope
            if scope:
                stems = [stem(tokens[i]) for i in scope]
                found.heads.append((stems[0], tuple(stems[1:])))
                found.before.update(stem(tokens[i]) for i in _backward(tokens, index))
                scoped.update(scope[:2])
        elif (
            (refuses := _refuses(tokens, index))
            or token.lemma in _IMPLICIT
            or token.low in _IMPLICIT
            or _affixed(token)
        ):
            found.implicit = True
            if refuses or (token.lemma in _DENIALS and not _nominal(tokens, index)):
                found.denied_by = "arguing against" if _against(tokens, index) else token.low
                that = index + 1 < len(tokens) and tokens[index + 1].low == "that"
                stems = [stem(tokens[i]) for i in _forward(tokens, index + 1 + that)]
                found.denied.update(stems)
                found.denied_first = found.denied_first or next(iter(stems), "")
    found.words = {stem(t) for i, t in enumerate(tokens) if i not in scoped and _is_content(t)}
    found.all = frozenset(stem(t) for t in tokens)
    return found


def changed_negation(statement: str, content: str, around: str, cue: str = "") -> str | None:
    """Why the statement's negations are not those of its evidence, or None.

    `content` is what the statement renders; `around` the whole sentences it stands in, whose words may carry a
    negation as well ("denied that ..."), as the `cue` does that goes with the content.
    """
    said, own = polarity_of(statement), polarity_of(content)
    whole = polarity_of(f"{cue} {content}") if cue else polarity_of(around)
    return (
        _put_in(said, whole)
        or _taken_out(said, own)
        or _undenied(said, own, cue)
        or _turned(said, own, cue)
        or turned(said.all - said.negated, own.all - own.negated, whole.all)
    )


def _put_in(said: Polarity, whole: Polarity) -> str | None:
    """A negation that the evidence does not have; one that denies takes the place of one, unless it is said too."""
    denies = bool(whole.denied) and not said.denied
    negated = whole.negated | (whole.denied if denies else set())
    for head, rest in said.heads:
        if head in negated or (rest and rest[0] in negated):
            continue
        if opposites().get(head, frozenset()) & whole.words:
            continue  # "will not open" for "are closed"
        if head in whole.words:
            return f"it negates {head!r}, which its evidence does not"
        if not whole.heads and not whole.bare and not (whole.implicit and not said.implicit):
            return f"it negates {head!r}, and its evidence negates nothing"
    if len(said.heads) > len(whole.heads) + whole.bare + (denies or (whole.implicit and not said.implicit)):
        return f"it negates more than its evidence: {said.heads[-1][0]!r}"
    return None


def _taken_out(said: Polarity, own: Polarity) -> str | None:
    """A negation of the content that the statement does not have, though it has the words."""
    free = said.words - said.negated
    fewer = len(said.heads) < len(own.heads)
    for head, rest in own.heads:
        if head in said.negated or head in said.before or head in said.denied:
            continue
        if head in free and head not in own.words and head not in words("loose"):
            return f"its evidence negates {head!r}, and it does not"
        lost = [s for s in (head, *rest) if s in free and s not in own.words and unit_of(s) is None]
        if lost and fewer and not (said.implicit and not own.implicit):
            return f"its evidence negates {lost[0]!r}, and it does not"
    if own.heads and own.implicit and said.implicit and not said.heads:
        return f"its evidence negates {own.heads[0][0]!r}, and it does not"
    everything = own.words | own.negated
    if fewer and everything and len(everything & (said.words | said.negated)) >= 0.9 * len(everything):
        return "it has its evidence's words without one of the negations"
    return None


def _undenied(said: Polarity, own: Polarity, cue: str) -> str | None:
    if own.heads or said.heads or said.implicit or not polarity_of(cue).denied_by:
        return None
    return f"{cue!r} denies it, and it denies nothing"


def _turned(said: Polarity, own: Polarity, cue: str) -> str | None:
    """What the content says plainly is denied or negated, or what it denies is said plainly."""
    plain = not (own.heads or own.implicit or own.bare or _negative(cue))
    if plain and said.denied_by not in ("", "against", *own.words):
        return f"it says {said.denied_by!r}, and its evidence denies nothing"
    if plain and said.heads:
        return f"it negates {said.heads[0][0]!r}, which its evidence does not"
    if said.heads and said.denied_by and own.denied_by and not own.heads:
        return f"it negates {said.denied_by!r}, which its evidence does not"
    if said.heads or said.implicit or said.bare:
        return None
    if own.denied_by not in ("", "against") and own.denied_first in said.words and not own.heads:
        return f"{own.denied_by!r} denies it, and it denies nothing"
    if own.bare and not own.words:
        return "its evidence is negated, and it is not"
    return None


def _negative(cue: str) -> bool:
    of_cue = polarity_of(cue)
    return bool(of_cue.heads or of_cue.implicit or of_cue.bare)


def stem(token: Token) -> str:
    """The form by which words are compared: verbs by their base, nouns without their plural."""
    low = token.lemma if token.tag == "VERB" and token.lemma else token.low
    if token.tag == "NOUN" and low.endswith("ing") and (read := reading(low))[0] == "VERB":
        return read[1]  # "the backing"
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + put
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _negates(token: Token, tokens: Sequence[Token], index: int) -> bool:
    if token.low not in _NEGATORS:
        return False
    after, then = (tokens[index + k].low if index + k < len(tokens) else "" for k in (1, 2))
    if token.low in ("unless", "yet"):
        return token.low == "unless" or after == "to"  # "has yet to decide"
    if after in _COMPARED:
        return then != "than"  # "no more than ten"
    if after == "but":
        return token.low not in ("nothing", "none", "nobody")  # "nothing but trouble"
    return after not in _NOT_NEGATING


def _scope(tokens: Sequence[Token], index: int) -> list[int]:
    """Indexes of the content words that a negation covers: forward to the clause's end, its head first.

    Where nothing follows ("has none"), what stands before it in the clause.
    """
    light = index > 0 and tokens[index - 1].lemma in _LIGHT  # "had nothing to give"
    neither = tokens[index].low == "neither" and tokens[index + 1 : index + 2] and tokens[index + 1].tag == "VERB"
    if tokens[index].low in _NOBODIES and not neither and not light and (verb := _backward(tokens, index)):
        return [*verb, *_forward(tokens, index + 1)[:1]]
    idiom = tokens[index].low == "no" and index + 1 < len(tokens) and tokens[index + 1].low in _WAYS
    found = _forward(tokens, index + 1 + idiom)
    if tokens[index].low in ("no", "without") and not idiom:
        found = found[:2]
    if found or tokens[index].low in ("no", "without"):
        return found
    return _backward(tokens, index)


def _backward(tokens: Sequence[Token], index: int) -> list[int]:
    """The content word before a negation, in its clause."""
    for i in range(index - 1, -1, -1):
        if tokens[i].low in _BORDERS:
            break
        if _is_content(tokens[i]):
            return [i]
    return []


def _against(tokens: Sequence[Token], index: int) -> bool:
    """Whether something is argued against: "advised against closing the pool"."""
    return tokens[index].low == "against" and index + 1 < len(tokens) and tokens[index + 1].form == "ing"


def _nominal(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that can be a verb is a noun here: "the ban"."""
    return index > 0 and tokens[index - 1].tag in ("DET", "ADJ", "POSS")


def _refuses(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb and a particle a few words on refuse something."""
    particle = _REFUSALS.get(tokens[index].lemma or "")
    return particle is not None and any(t.low == particle for t in tokens[index + 1 : index + 5])


def _forward(tokens: Sequence[Token], start: int) -> list[int]:
    found: list[int] = []
    for i in range(start, len(tokens)):
        token = tokens[i]
        if token.low in _BORDERS and (found or token.low in ".;:!?"):
            break
        if _is_content(token):
            found.append(i)
            if len(found) == _DEPTH:
                break
    return found


def _is_content(token: Token) -> bool:
    return token.tag in _CONTENT and token.lemma not in _LIGHT and token.low not in _NEGATORS


def _affixed(token: Token) -> bool:
    return token.tag == "ADJ" and len(token.low) > 6 and token.low.startswith(_AFFIXED)
