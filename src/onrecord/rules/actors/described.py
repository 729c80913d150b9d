"""Actors that have no name: a common noun phrase gives kind, country and a name in the article's own words."""

from dataclasses import dataclass

from onrecord.records import ActorKind
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.roles import country_in, is_role
from onrecord.rules.syntax.types import NounPhrase, Token

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "its", "their", "his", "her", "our", "my", "your"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TOLD_BY_WHAT_THEY_DO = frozenset({"people", "officials", "sources", "persons", "those", "man", "woman", "men", "women", "groups", "group"})
"""Nouns that say little without the participle after them: "people briefed on the matter"."""
OPEN = frozenset({"WH", "SUB"})
NO_ACTORS = frozenset(
    "that this these those it there which what who whom whose here now today yesterday tomorrow everything something anything "
    "nothing one".split()
)


@dataclass(slots=True)
class Description:
    """What a common noun phrase says of an actor."""

    name: str
    kind: ActorKind
    country: str | None
    role: str | None
    plural: bool
    definite: bool
    bare: bool
    """Whether the noun stands without modifiers: "the group"."""
    head: str
    end: int
    """Where its words end."""


def describe(text: str, tokens: list[Token], phrase: NounPhrase, end: int) -> Description | None:
    """The actor that the noun phrase names up to `end`, with its "of" phrases; None where it can be nobody."""
    first = phrase.first
    if tokens[phrase.head].low in NO_ACTORS:
        return None
    head = tokens[phrase.head]
    determiner = tokens[first].low
    while first < phrase.head and (tokens[first].low in ARTICLES or tokens[first].tag == "OPEN"):
        first += 1
    last = _end(tokens, phrase, end)
    if last <= first:
        return None
    name = " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    words = [token.text for token in tokens[first:last]]
    before = [token.text for token in tokens[first : phrase.head]]
    country = country_in(before) or (country_in(words) if last > phrase.last else None)
    modified = first < phrase.head or last > phrase.last
    kind, plural = kind_of(tokens, phrase, modified=modified)
    role = name if kind in ("person", "unnamed") and is_role(head) else None
    return Description(name, kind, country, role, plural, determiner in DEFINITE, not modified, head.low, tokens[last - 1].end)


def kind_of(tokens: list[Token], phrase: NounPhrase, *, modified: bool) -> tuple[ActorKind, bool]:
    """The kind of actor a common noun stands for, and whether it is several."""
    lex = lexicon()
    low = tokens[phrase.head].low
    if low in lex.groups:
        named = any(token.text[0].isupper() for token in tokens[phrase.first : phrase.head] if token.tag != "DET")
        return ("unnamed" if low in lex.plain and not named else "group"), True
    if low in lex.collective:
        return "group", True
    if is_role(tokens[phrase.head]) or low in lex.persons:
        return "unnamed", False
    if low in lex.organization_nouns or (low in lex.organizations and modified):
        return "organization", False
    singular = low[:-1] if low.endswith("s") else low
    if low.endswith("ies"):
        singular = low[:-3] + "y"
    if singular != low and (singular in lex.persons or singular in lex.organization_nouns):
        return "group", True
    return "unnamed", tokens[phrase.head].tag == "NOUN" and low.endswith("s") and not low.endswith("ss")


def _end(tokens: list[Token], phrase: NounPhrase, end: int) -> int:
    """Index after the last token of the phrase with what hangs on it by prepositions, before any clause."""
    k = phrase.last
    count = len(tokens)
    kept = k
    while k < count and tokens[k].end <= end:
        token = tokens[k]
        if token.tag in OPEN or token.low in (",", ";", ":", "—", "–", "--", "(") or token.tag in ("PUNCT", "OPEN", "CLOSE"):
            break
        if token.tag in ("AUX", "MODAL"):
            break
        if token.tag == "VERB" and (token.form in ("s", "base") or tokens[phrase.head].low not in TOLD_BY_WHAT_THEY_DO):
            break
        if token.tag not in ("PREP", "DET", "CONJ", "TO", "POSS"):
            kept = k + 1
        k += 1
    return kept
