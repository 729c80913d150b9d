"""Actors that have no name: a common noun phrase gives kind, country and a name in the article's own words."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.reading.paragraphs import in_one_line
from onrecord.records import ActorKind
from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.roles import country_in, is_agent_noun, is_role
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import NounPhrase, Token

LEX = lexicon()
PLACES = gazetteer()

ARTICLES = word_set("articles")
COUNTS = word_set("counts")
"""Words that count what follows "of"."""
THINGS = word_set("inanimate")
ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ism",
    "ship",
    "ing",
    "age",
    "ure",
    "logy",
    "th",
    "cy",
    "ysis",
)
COMMON_NOUNS = LEX.groups | LEX.collective | LEX.persons | LEX.organization_nouns | LEX.documents
DEFINITE = word_set("definite")
TOLD_BY_WHAT_THEY_DO = word_set("told_by_what_they_do")
"""Nouns that say little without the participle after them: "people briefed on the matter"."""
BEFORE = ("VERB", "ADJ", "NUM")
"""What may stand before a phrase and be part of the name: "suspected | militants", "four | other members"."""
OPEN = frozenset({"WH", "SUB"})
NO_ACTORS = word_set("no_actors")


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
    thing: bool
    """Whether the noun is none for people, bodies or documents."""
    start: int
    end: int
    """Where the name stands."""


def describe(
    text: str, tokens: list[Token], phrase: NounPhrase, end: int, start: int | None = None
) -> Description | None:
    """The actor that the noun phrase names up to `end`, with its "of" phrases; None where it can be nobody.

    From `start`, participles before the phrase are part of it: "suspected militants".
    """
    first = phrase.first
    head = tokens[phrase.head]
    if head.low in NO_ACTORS:
        return None
    determiner = tokens[first].low
    while start is not None and first and tokens[first - 1].start >= start and tokens[first - 1].tag in BEFORE:
        first -= 1
    while first < phrase.head and (
        tokens[first].low in ARTICLES
        or tokens[first].tag == "OPEN"
        or tokens[first].text in LEX.calendar
        or (start is not None and tokens[first].start < start)
    ):
        first += 1
    last = _end(tokens, phrase, end)
    if last <= first:
        return None
    name = in_one_line(text[tokens[first].start : tokens[last - 1].end])
    lower = name.islower()
    at = phrase.head
    if head.low in COUNTS:
        at = _counted(tokens, phrase, last)
        head = tokens[at]
    common = tokens[first].tag != "NAME" or (first == phrase.head and head.low in COMMON_NOUNS)
    # a capital that only opens the sentence is no part of the name
    if common and first == 0 and not name[:2].isupper() and tokens[0].low not in ("al",):
        name = name[0].lower() + name[1:]
    country = None
    if not lower:  # what tells a country has a capital
        words = [token.text for token in tokens[first:last]]
        country = country_in([*words[: phrase.head - first], head.low])
        if country is None and last > phrase.last:
            country = country_in(words)
    modified = first < phrase.head or (last > phrase.last and at == phrase.head)
    kind, plural = kind_of(tokens, first, at, modified=modified)
    role = name if kind in ("person", "unnamed") and is_role(head.low) else None
    return Description(
        name,
        kind,
        country,
        role,
        plural,
        determiner in DEFINITE,
        not modified,
        head.low,
        phrase.kind != "pronoun" and _is_thing(head),
        tokens[first].start,
        tokens[last - 1].end,
    )


def kind_of(tokens: list[Token], first: int, at: int, *, modified: bool) -> tuple[ActorKind, bool]:
    """The kind of actor that the common noun at `at` stands for, and whether it is several."""
    head = tokens[at]
    low = head.low
    if low in LEX.groups:
        named = any(token.text[0].isupper() for token in tokens[max(first, 1) : at] if token.tag != "DET")
        named = named or (first == 0 and tokens[0].text in PLACES.adjectives)
        return ("unnamed" if low in LEX.plain and not named else "group"), True
    if low in LEX.collective:
        return "group", True
    if is_role(head.low) or low in LEX.persons:
        return "unnamed", False
    if low in LEX.organization_nouns or (low in LEX.organizations and modified):
        return "organization", False
    singular = low[:-1] if low.endswith("s") else low
    if low.endswith("ies"):
        singular = low[:-3] + "y"
    if singular != low and (singular in LEX.persons or singular in LEX.organization_nouns):
        return "group", True
    return "unnamed", head.tag == "NOUN" and low.endswith("s") and not low.endswith("ss")


def _counted(tokens: list[Token], phrase: NounPhrase, last: int) -> int:
    """Index of the noun that is counted in "thousands of protesters", else of the head."""
    k = phrase.last
    if k < last and tokens[k].low == "of":
        k += 1
        found = -1
        while k < last and tokens[k].tag in ("DET", "ADJ", "NUM", "NAME", "NOUN", "POSS", "PRON"):
            found = k if tokens[k].tag in ("NOUN", "NAME") else found
            k += 1
        if found >= 0:
            return found
    return phrase.head


def _is_thing(head: Token) -> bool:
    """Whether a noun is one for things or ideas; of other nouns anyone may be meant ("the guild", "the tribe")."""
    return not head.text[0].isupper() and _is_word_for_things(head.low) and not is_agent_noun(head)


@lru_cache(maxsize=20_000)
def _is_word_for_things(low: str) -> bool:
    if low in COMMON_NOUNS or low in LEX.organizations:
        return False
    singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    if singular in COMMON_NOUNS:
        return False
    return singular in THINGS or low in THINGS or (singular.endswith(ABSTRACT) and len(singular) > 5)


def _end(tokens: list[Token], phrase: NounPhrase, end: int) -> int:
    """Index after the last token of the phrase with what hangs on it by prepositions, before any clause."""
    k = phrase.last
    count = len(tokens)
    kept = k
    while k < count and tokens[k].end <= end:
        token = tokens[k]
        if token.low == "," and (listed := _listed(tokens, k)):
            k = listed
            continue
        if (
            token.tag in OPEN
            or token.low in (",", ";", ":", "—", "–", "--", "(")
            or token.tag in ("PUNCT", "OPEN", "CLOSE")
        ):
            break
        if token.tag in ("AUX", "MODAL", "TO"):
            break
        if token.tag == "PREP" and k + 1 < count and tokens[k + 1].text in LEX.calendar:
            break  # "rebels in the north on Tuesday"
        if token.tag == "VERB" and (token.form in ("s", "base") or tokens[phrase.head].low not in TOLD_BY_WHAT_THEY_DO):
            break
        if token.tag not in ("PREP", "DET", "CONJ", "ADV", "POSS"):
            kept = k + 1
        k += 1
    return kept


def _listed(tokens: list[Token], k: int) -> int:
    """Index of the last name of the list that a comma at `k` continues: "envoys of Chad, Mali and [Niger]"; else 0."""
    if tokens[k - 1].text not in PLACES.names:
        return 0
    while k + 1 < len(tokens) and tokens[k + 1].text in PLACES.names:
        if tokens[k].low in ("and", "or"):
            return k + 1
        k += 2
        if k >= len(tokens) or tokens[k].low not in (",", "and", "or"):
            return 0
    return 0
