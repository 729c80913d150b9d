"""What several capitalised words without a title name, judged by their shape and by single words."""

from functools import lru_cache
from typing import NamedTuple

from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.named import LOCATIVE, SUFFIXES, Kind, Named, make_person
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.lexicon import lexicon as syntax_lexicon
from onrecord.rules.syntax.types import Token

LEX = lexicon()
PLACES = gazetteer()

SURNAMES = word_set("surnames")
"""Words for organisations and things that are surnames too: "Patti Hall", "Rosa Parks"."""
OPENERS = word_set("openers")
"""Words that open the names of organisations in other languages: "Grupo", "Banque"."""
NOBLE = frozenset({"van", "von", "der", "den", "ter", "zu"})
"""Particles that no organisation has before its last word."""
FAMILY_NAME, SYLLABLE = 5, 5
"""How long a family name of one syllable, and a syllable of a given name, are at most."""
SURNAME_PREFIXES = ("Mc", "Mac", "De", "O'", "Fitz", "La", "Le", "Di", "Van", "Du")


class Shape(NamedTuple):
    """What the words of a run say by themselves."""

    kind: Kind
    country: str | None = None
    sure: bool = True
    plural: bool = False
    begin: int = 0
    """At which word a person's name begins."""


def judge(named: Named, tokens: list[Token]) -> None:
    """Settle a run of several words without a title that the tables do not know as a whole."""
    kind, named.country, named.sure, named.plural, begin = _shape(named.words)
    if kind == "unknown":
        # in the shape of a person's name, for want of another
        if named.first and tokens[named.first - 1].low in LOCATIVE:
            named.kind = "region"
            return
        named.sure = False
        kind = "organization" if named.after_the else "person"
    named.kind = kind
    if kind == "person":
        if begin:
            named.role_first = named.first
        make_person(named, tokens, begin)


@lru_cache(maxsize=4096)
def _shape(words: tuple[str, ...]) -> Shape:
    lows = [word.lower() for word in words]
    head = lows[-2] if words[-1].rstrip(".") in SUFFIXES else lows[-1]
    if (
        "-" in words[-1]
        and words[-1].rpartition("-")[2].islower()
        and words[-1].rpartition("-")[2].endswith(("ed", "led", "style", "born", "run"))
    ):
        return Shape("adjective")  # "United States-controlled"
    skip = _leading(words)
    lead = " ".join(words[:skip])
    country = (PLACES.adjectives.get(lead) or PLACES.country(lead)) if skip else None
    of = next((k for k, low in enumerate(lows) if low in ("of", "for") and k), 0)
    if of and words[of - 1] in LEX.of:
        if country is None:
            country = PLACES.country(" ".join(words[of + 1 :]).removeprefix("the "))
        thing = lows[of - 1] in LEX.things and lows[of - 1] not in LEX.organizations
        return Shape("thing" if thing else "organization", country)
    surnamed = words[0] in LEX.given and len(words) == 2 and head in SURNAMES
    plural = not surnamed and head in LEX.groups and head.endswith(("s", "n")) and head not in LEX.organizations
    if plural or words[-1] in LEX.named_groups:
        return Shape("group", country, plural=True)
    if words[-1] in PLACES.people and skip == len(words) - 1:
        people = PLACES.people[words[-1]]
        return Shape("group", people.country, plural=people.plural)
    given = words[0] in LEX.given or words[0].partition("-")[0] in LEX.given
    strong = (given or any(len(w.rstrip(".")) == 1 for w in words[1:-1]) or words[-1].rstrip(".") in SUFFIXES) and (
        len(words) <= 5
    )
    if words[-1] in LEX.known or (words[0] in LEX.known and words[0] not in LEX.given):
        return Shape("organization", country)
    if head in LEX.organizations and not (given and len(words) == 2 and head in SURNAMES) and lows[-2] not in NOBLE:
        return Shape("organization", country)
    if words[0] in OPENERS:
        return Shape("organization", country)
    if head in LEX.things and not (given and len(words) == 2 and head in SURNAMES):
        return Shape("thing", country)
    if strong and not (skip and words[0] not in LEX.given):
        return Shape("person", country)
    if skip:
        rest = words[skip:]
        if len(rest) >= 2 and rest[0] in LEX.given and rest[-1].lower() not in LEX.organizations:
            return Shape("person", country, begin=skip)
        if rest and rest[0] in LEX.affiliations and len(rest) == 1:
            return Shape("group", country)
        return Shape("thing" if len(rest) == 1 and _common(rest[0]) else "organization", country, sure=False)
    if words[0] in LEX.affiliations and len(words) >= 3:
        return Shape("person", sure=words[1] in LEX.given, begin=1)
    if len(words) == 2 and len(words[0]) <= FAMILY_NAME and is_two_syllables(words[1]):
        return Shape("person")
    # "BuzzFeed Germany" is no person's name, but "Mitch McConnell" is
    if any(_odd_capitals(word) for word in words) and not any(word.startswith(SURNAME_PREFIXES) for word in words):
        return Shape("organization", sure=False)
    if (
        len(words) > 4
        or any(_common(word) for word in words if word not in LEX.name_particles)
        or "&" in words
        or "and" in words
    ):
        return Shape("organization", sure=False)
    return Shape("unknown")


def is_two_syllables(word: str) -> bool:
    """Whether a word is a given name of two syllables as Korea and Taiwan write them: "Ki-moon", "Ing-wen"."""
    one, hyphen, other = word.partition("-")
    return bool(hyphen) and other.islower() and len(one) <= SYLLABLE and len(other) <= SYLLABLE and other.isalpha()


def _odd_capitals(word: str) -> bool:
    return (word.isupper() and len(word) > 2) or (any(letter.isupper() for letter in word[2:]) and "-" not in word)


def _leading(words: tuple[str, ...]) -> int:
    """How many words at the head are a country, a place or an adjective of one, with something after them."""
    for size in (3, 2, 1):
        if size < len(words):
            lead = " ".join(words[:size])
            if lead in PLACES.adjectives or lead in PLACES.names or lead in PLACES.cities or lead in PLACES.regions:
                return size
    return 0


def _common(word: str) -> bool:
    """Whether a word is an ordinary verb or adjective, so that a name with it is hardly a person's."""
    low = word.lower()
    words = syntax_lexicon()
    reading = words.verbs.get(low)
    return (
        reading is not None and (reading[2] in ("ing", "past", "s") or low in words.noun_too)
    ) or low in words.adjectives
