"""What a negation covers in a sentence, word by word."""

from collections.abc import Sequence

from onrecord.grounding.lexicon import words
from onrecord.rules.syntax.types import Token

_NEGATORS = words("negators")
AFFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_NOT_NEGATING = words("not_negating")
_COMPARED = frozenset({"more", "less", "later", "fewer"})
_BORDERS = words("borders")
_CONTENT = frozenset({"VERB", "NOUN", "NAME", "ADJ"})
REFUSALS = dict(pair.split(":") for pair in words("refusals"))
"""Verbs that refuse with a particle, each with it."""
_NOBODIES = words("nobodies")
_LIGHT = words("light")
_RAISING = words("raising")
_WAYS = frozenset({"point", "way", "means", "account", "circumstances", "time", "case"})
"""Nouns with which "no" negates the clause: "at no point"."""
_DEPTH = 4
"""Content words of a scope that are looked at, the first being its head."""


def negates(token: Token, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word negates here."""
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


def scope(tokens: Sequence[Token], index: int) -> list[int]:
    """Indexes of the content words that a negation covers: forward to the clause's end, its head first.

    Where nothing follows ("has none"), what stands before it in the clause.
    """
    light = index > 0 and tokens[index - 1].lemma in _LIGHT  # "had nothing to give"
    neither = tokens[index].low == "neither" and tokens[index + 1 : index + 2] and tokens[index + 1].tag == "VERB"
    if tokens[index].low in _NOBODIES and not neither and not light and (verb := backward(tokens, index)):
        return [*verb, *forward(tokens, index + 1)[:1]]
    idiom = tokens[index].low == "no" and index + 1 < len(tokens) and tokens[index + 1].low in _WAYS
    found = forward(tokens, index + 1 + idiom)
    if len(found) == 1 and tokens[found[0]].lemma in _RAISING and tokens[found[0] + 1 : found[0] + 2]:
        found += forward(tokens, found[0] + 2)[: _DEPTH - 1]  # "we do not see that changing"
    if tokens[index].low in ("no", "without") and not idiom:
        verbs = [i for i in found[2:] if tokens[i].tag == "VERB" and tokens[index].low == "no"]
        found = [*found[:2], *verbs[:1]]  # "no route to Poland would survive"
    if found or tokens[index].low in ("no", "without"):
        return found
    return backward(tokens, index)


def backward(tokens: Sequence[Token], index: int) -> list[int]:
    """The content word before a negation, in its clause."""
    for i in range(index - 1, -1, -1):
        if tokens[i].low in _BORDERS:
            break
        if is_content(tokens[i]):
            return [i]
    return []


def in_condition(tokens: Sequence[Token], index: int) -> bool:
    """Whether a negation stands in a clause that begins with "if"."""
    for i in range(index - 1, -1, -1):
        if tokens[i].low == "if":
            return True
        if tokens[i].low in _BORDERS:
            return False
    return False


def against(tokens: Sequence[Token], index: int) -> bool:
    """Whether something is argued against: "advised against closing the pool"."""
    return tokens[index].low == "against" and index + 1 < len(tokens) and tokens[index + 1].form == "ing"


def nominal(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that can be a verb is a noun here: "the ban"."""
    return index > 0 and tokens[index - 1].tag in ("DET", "ADJ", "POSS")


def refuses(tokens: Sequence[Token], index: int) -> int:
    """Where the particle stands with which a verb refuses something ("turned the offer down"); 0 where none does."""
    particle = REFUSALS.get(tokens[index].lemma or "")
    if particle is None:
        return 0
    return next((k for k in range(index + 1, min(index + 5, len(tokens))) if tokens[k].low == particle), 0)


def forward(tokens: Sequence[Token], start: int) -> list[int]:
    """The first content words from a place to the end of the clause."""
    found: list[int] = []
    for i in range(start, len(tokens)):
        token = tokens[i]
        if token.low in _BORDERS and (found or token.low in ".;:!?"):
            break
        if is_content(token):
            found.append(i)
            if len(found) == _DEPTH:
                break
    return found


def is_content(token: Token) -> bool:
    """Whether a word says enough to be compared."""
    return token.tag in _CONTENT and token.lemma not in _LIGHT and token.low not in _NEGATORS


def affixed(token: Token) -> bool:
    """Whether an adjective carries a negation: "unlikely"."""
    return token.tag == "ADJ" and len(token.low) > 6 and token.low.startswith(AFFIXES)
