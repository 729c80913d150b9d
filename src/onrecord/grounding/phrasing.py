"""What a phrase of a statement or its evidence names."""

from collections.abc import Sequence

from onrecord.grounding.ids import name_words
from onrecord.grounding.laying import Part
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.grounding.nouns import noun_kind
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.syntax.types import Token

_CALENDAR = words("days") | words("months")
_SMALL = words("small")
_TITLES = words("titles")

Words = frozenset[str]


def name_of(tokens: Sequence[Token]) -> Words:
    """The folded words of the name in some tokens, without what a title says."""
    named = [t for t in tokens if t.tag == "NAME" and t.text[:1].isupper() and t.low not in _CALENDAR]
    roles = lexicon().roles
    at = max((k for k, t in enumerate(named) if t.low in roles or t.low in _TITLES), default=-1)
    if at + 1 < len(named):
        named = named[at + 1 :]
    return frozenset(part for t in named for part in name_words(t.text)) - _SMALL


def name_head(part: Part) -> Words:
    """The name that a phrase is, without its possessor's."""
    if part.head is None or part.head.tag != "NAME":
        return frozenset()
    if noun_kind(part.head.low) == "people" and sum(t.tag == "NAME" for t in part.tokens) == 1:
        return frozenset()  # "Families", at the start of a sentence
    owned = {t.start for t in part.owner}
    return name_of([t for t in part.tokens if t.start not in owned])


def owner_name(part: Part) -> Words:
    """The name of a phrase's possessor, where it is one: "Kenya's", and not "the Kenyan fishermen's"."""
    owner = [t for t in part.owner if t.tag != "POSS"]
    return name_of(owner) if owner and owner[-1].tag == "NAME" else frozenset()


def nation(part: Part) -> Words:
    """The country whose adjective stands in a phrase: "the Nigerian government"."""
    named = [t for t in part.tokens if t is not part.head and t.text[:1].isupper() and country_of(t.text)]
    return frozenset(f for t in named for f in name_words(t.text))


def is_country(part: Part) -> bool:
    """Whether a phrase names a country, or a place in one."""
    named = [t.text for t in part.tokens if t.tag == "NAME"]
    return any(country_of(w) for w in (*named, " ".join(named)))


def text_of(part: Part) -> str:
    """The words of a phrase, with its possessor's."""
    owner = [t for t in part.owner if t not in part.tokens]
    return " ".join(t.text for t in (*part.tokens, *owner))
