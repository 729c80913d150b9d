"""Whether an actor of one draft is one of another draft's: by its name, or by what the article calls it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.drafts import DraftActor
from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.records import Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
_LEGAL = words("legal_forms")
_SMALL = words("small")
_PRONOUNS = words("she") | words("he") | words("it") | words("they") | {"who", "which", "i", "we", "you"}
_LONGEST_PRONOUN = len("herself")
_SPLITS = re.compile(r"[,;:(]|\b(?:of|for|from|at|in|on|with|by|to|and|or|who|which|that|whose)\b")
"""What stands before no head: "[the office of the] governor", "[the minister and the] union"."""
_AFTER_HEAD = re.compile(
    r"\s*(?:$|[,(–—]|(?:of|for|from|at|in|on|with|to|who|which|that|whose)\b|[“\"‘]?[^\W\d_a-zß-öø-ÿ])"
)  # "commander[ who calls himself Julián]", "operator[, TrenAndino]", "reporter[ Lee]", not "Kremlin[ spokesman]"


@dataclass
class Merging:
    """One actor of the record in the making: what the drafts so far say of it."""

    actor: DraftActor
    words: frozenset[str]
    keys: list[tuple[int, str]]
    """The drafts by number, and the actor's key in each."""
    mentions: set[Span]


def words_of(name: str) -> frozenset[str]:
    """The words by which a name is compared: "The government" is "government"."""
    found = frozenset(name_words(name))
    return found - _ARTICLES or found


def named_places(entry: Merging, text: str) -> Iterator[Span]:
    """The mentions that are words of the actor's own name."""
    for place in entry.mentions:
        if words_of(text[place.start : place.end]) <= entry.words:
            yield place


def twin_of(drafted: DraftActor, mentions: Iterable[Span], others: Sequence[Merging], text: str) -> Merging | None:
    """The one among an earlier draft's actors that this one is, if it is one.

    A ladder from certain to likely: the same words; words of a name among those of a longer one of its kind; a name
    with a legal form or a role beside it; a description in the place where the other draft names someone, or in the
    words of one role only.
    """
    own = words_of(drafted.name)
    near: list[Merging] = []
    for entry in others:
        if entry.words == own:
            return entry
        if entry.actor.kind == drafted.kind and (entry.words < own or own < entry.words):
            near.append(entry)
    if near:
        return near[0] if len(near) == 1 else None
    same = [entry for entry in others if _is_dressed(own, entry)]
    if not same and (drafted.kind == "unnamed" or is_description(drafted.name)):
        same = [entry for entry in others if _is_placed(mentions, entry, text)]
        same = same or [entry for entry in others if _is_role(drafted, entry)]
        same = [entry for entry in same if not _clash(_genders(mentions, text), _genders(entry.mentions, text))]
    return same[0] if len(same) == 1 else None


def _genders(mentions: Iterable[Span], text: str) -> frozenset[str]:
    """By which of he and she somebody goes, as far as pronouns tell."""
    found = {text[start:end].casefold() for start, end in mentions if end - start <= _LONGEST_PRONOUN}
    return frozenset(gender for gender in ("she", "he") if not found.isdisjoint(words(gender)))


def _clash(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and one.isdisjoint(two)


def _is_dressed(own: frozenset[str], entry: Merging) -> bool:
    """Whether two names differ by a legal form, or one is a person's name with a word of its role ("Advocate")."""
    if len(own & entry.words) < 2 or not (own < entry.words or entry.words < own):
        return False
    extra = own ^ entry.words
    legal = all(len(word) == 1 or word in _LEGAL for word in extra) and bool(extra - _SMALL)
    return legal or (entry.actor.kind == "person" and extra <= _role_words(entry.actor))


def is_description(name: str) -> bool:
    """Whether an actor is called by a common noun ("commander", "former city treasurer") and not by a name."""
    found = _WORD.findall(_SPLITS.split(name, maxsplit=1)[0])
    return bool(found) and found[-1].islower()


def _is_placed(mentions: Iterable[Span], entry: Merging, text: str) -> bool:
    """Whether a description is the head of words with which the other draft names this actor, and fits it: "a
    commander who calls himself Julián" is Julián, "retired judge" is she whose role is that."""
    actor = entry.actor
    if actor.kind == "country":
        return False
    fitting = words_of(actor.name) | _role_words(actor)
    for mention in mentions:
        head = _head(text[mention.start : mention.end])
        if head is None:
            continue
        for place in entry.mentions:
            if not (place.start <= mention.start and mention.end <= place.end):
                continue
            if _SPLITS.search(text, place.start, mention.start):
                continue
            rest = text[mention.end : place.end]
            if not _AFTER_HEAD.match(rest):
                continue
            if head in fitting or (not is_description(actor.name) and words_of(actor.name) & set(name_words(rest))):
                return True
    return False


def _head(called: str) -> str | None:
    """The head noun of a description, folded ("communities" of "Communities"); None for a pronoun and for words that
    end as a name does."""
    found = _WORD.findall(_SPLITS.split(called, maxsplit=1)[0])
    if not found or (len(found) == 1 and found[0].casefold() in _PRONOUNS):
        return None
    if not found[-1].islower() and len(found) > 1:
        return None
    return name_words(found[-1])[0]


def _is_role(drafted: DraftActor, entry: Merging) -> bool:
    """Whether a description of someone says no more than a person's role does, in at least two words of weight."""
    if entry.actor.kind != "person" or not entry.actor.role or not drafted.role:
        return False
    called, role = _by_country(drafted.name), _by_country(entry.actor.role)
    return len(called) >= 2 and called <= role


def _by_country(description: str) -> frozenset[str]:
    """Its words of weight, those that speak of a country as that country: "Norway’s" and "Norwegian" are one."""
    found: set[str] = set()
    for word in _WORD.findall(description):
        bare = word.removesuffix("’s").removesuffix("'s")
        code = country_of(bare) if bare[0].isupper() else None
        found.update((code,) if code else name_words(bare))
    return frozenset(found) - _SMALL


def _role_words(actor: DraftActor) -> frozenset[str]:
    return frozenset(name_words(actor.role or "")) - _SMALL
