"""Places: where something happens, from "in", "at" and "near" with the name of a place."""

from dataclasses import dataclass

from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.dates.words import MONTHS, WEEKDAYS
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token

PLACES = gazetteer()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WHERE = _words("in at near outside inside off across throughout around over along on")
KINDS = _words(
    """province city town village region district county state suburb borough neighbourhood neighborhood area island
    islands peninsula coast valley river lake bay sea gulf strait mountain mountains desert border capital port harbour
    harbor airport station street avenue road square park bridge stadium arena hospital university school college prison
    palace tower house hall church mosque cathedral temple synagogue embassy consulate headquarters base camp hotel mall
    market museum theatre theater refinery mine plant factory strip bank heights hills territory territories enclave
    parliament court courthouse zone corridor centre center prix"""
)
"""Nouns that say what kind of place a name is."""
DIRECTIONS = _words(
    """north south east west northern southern eastern western central downtown greater upper lower inner northeastern
    northwestern southeastern southwestern mainland rural"""
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a sentence."""

    span: Span
    country: str | None
    rank: int
    """0: a name that the tables know; 1: one that says what it is; 2: any other after "in"."""


def find_places(clauses: Clauses, text: str, actors: Actors) -> list[Found]:
    """The places of a sentence where things happen, in order."""
    found: list[Found] = []
    if clauses.words.isdisjoint(WHERE):
        return found
    lows, tags = clauses.lows, clauses.tags
    for k, phrase in enumerate(clauses.phrases):
        if phrase.kind == "pronoun" or not phrase.first or (phrase.kind == "noun" and lows[phrase.head] not in KINDS):
            continue
        for i in _before(clauses, phrase.first):
            if lows[i] in WHERE and tags[i] == "PREP":
                place = _place(clauses, k, text, actors, lows[i])
                if place is not None:
                    found.append(place)
    return found


def _before(clauses: Clauses, first: int) -> tuple[int, ...]:
    """The words that may lead to a phrase: the one before it, and another before "north" or an adverb."""
    last = first - 1
    aside = last > 0 and (clauses.lows[last] in DIRECTIONS or clauses.tags[last] == "ADV")
    return (last - 1, last) if aside and last not in clauses.phrase_at else (last,)


def _place(clauses: Clauses, k: int, text: str, actors: Actors, preposition: str) -> Found | None:
    tokens, phrase = clauses.tokens, clauses.phrases[k]
    head = tokens[phrase.head]
    if phrase.kind == "noun" and head.low in KINDS:
        if phrase.last + 1 < len(tokens) and tokens[phrase.last].low == "of":
            inner = next((p for p in clauses.phrases[k + 1 :] if p.first == phrase.last + 1), None)
            if inner is not None and inner.kind == "name":
                return Found(Span(*_name(tokens, inner)), _country(tokens, inner), 0)
        named = [t for t in tokens[phrase.first : phrase.last] if t.tag == "NAME"]
        if not named or named[0].text in PLACES.adjectives:
            return None
        first = phrase.first + (tokens[phrase.first].tag == "DET")
        return Found(Span(tokens[first].start, phrase.end), _country(tokens, phrase), 1)
    if phrase.kind != "name" or head.low in MONTHS or head.low in WEEKDAYS or tokens[phrase.first].low in MONTHS:
        return None
    start, end = _name(tokens, phrase)
    words = text[start:end]
    bare = words.removeprefix("the ").removeprefix("The ")
    country = PLACES.country(bare) or _country(tokens, phrase)
    if PLACES.country(bare) is not None or bare in PLACES.regions:
        return Found(Span(start, end), country, 0)
    if head.low in KINDS:
        return Found(Span(start, end), country, 1)
    if country is not None and tokens[phrase.first].low in DIRECTIONS:
        return Found(Span(start, end), country, 0)
    if preposition not in ("in", "near", "outside") or _somebody(actors, start, end):
        return None
    return Found(Span(start, end), country, 2)


def _name(tokens: list[Token], phrase: NounPhrase) -> tuple[int, int]:
    """The name within a phrase, with "south" or "downtown" before it."""
    first = phrase.first
    for i in range(phrase.first, phrase.head + 1):
        if tokens[i].tag == "NAME" or tokens[i].low in DIRECTIONS:
            first = i
            break
    for i in range(phrase.last - 1, first, -1):  # "Syria's Idlib": the place is what follows the possessor
        if tokens[i].tag == "POSS":
            first = i + 1
            break
    return tokens[first].start, tokens[phrase.last - 1].end


def _country(tokens: list[Token], phrase: NounPhrase) -> str | None:
    """The country of the longest known name among the words of a phrase."""
    words = [t.text for t in tokens[phrase.first : phrase.last]]
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            name = " ".join(words[first:last])
            code = PLACES.country(name) or (PLACES.adjectives.get(name) if last - first == 1 else None)
            if code is not None:
                return code
    return None


def _somebody(actors: Actors, start: int, end: int) -> bool:
    """Whether the name is that of a person, a body or a group."""
    inside = actors.within(start, end)
    return any(actors.actor(m.actor).kind != "country" for m in inside)
