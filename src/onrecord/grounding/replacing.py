"""What a statement puts in the place of what: the two texts laid side by side, word by word.

Where both go along and one name, number or day stands for another, that is no other wording. A first person is the
speaker; "he" and "she" are whom the sentences refer to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of, lexis_of, times_in
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.polarity import stem
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

_LONGEST = 400
"""Words laid side by side at most; what is longer is compared in its first part."""
_NEARLY_ALL = 0.8
"""Share of the other words from which a statement is taken for the evidence's own words."""
_NO_NAMES = words("days") | words("titles")
_MARKS = frozenset({"PUNCT", "OPEN", "CLOSE"})
_SELF = frozenset({"i", "me", "my", "mine", "myself"})
_OTHER = frozenset({"he", "she", "him"})
_ONE = frozenset({"a", "an", "one"})
_UNITS = words("units")


@dataclass(frozen=True, slots=True)
class People:
    """Whom a statement may mean, in folded words."""

    speaker: frozenset[str]
    """The speaker's name and role."""
    referred: frozenset[str]
    """The names and roles of all whom the evidence refers to."""
    names: tuple[frozenset[str], ...]
    """The name of each actor but the speaker."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of the evidence, and those that stand in their place."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]


def swaps(content: str, statement: str) -> Iterator[Swap]:
    """What is put in the place of what."""
    one = tokenise(content, 0, len(content), {})[:_LONGEST]
    two = tokenise(statement, 0, len(statement), {})[:_LONGEST]
    matcher = SequenceMatcher(None, [stem(t).lower() for t in one], [stem(t).lower() for t in two], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace":
            yield Swap(tuple(one[a:b]), tuple(two[c:d]))


def wrong_swap(content: str, statement: str, people: People) -> str | None:
    """Why what stands in the place of something cannot stand there, or None."""
    said = frozenset(part for word in statement.split() for part in name_words(word))
    runs = lexis_of(content).names
    if fault := _dropped(content, statement, runs, said | people.speaker):
        return fault
    own = frozenset(part for word in content.split() for part in name_words(word))
    named = frozenset(word for run in runs for word in run)
    for swap in swaps(content, statement):
        old, new = _text(swap.old), _text(swap.new)
        if _other_count(swap, old, new) or _differ(times_in(swap.old), times_in(swap.new)):
            return f"it says {new!r} where its evidence says {old!r}"
        parts = {part for t in swap.new for part in name_words(t.text.removesuffix("'s").removesuffix("’s"))}
        other = any(name and name <= parts and not name <= own for name in people.names)
        capital = any(_is_name(t) for t in swap.new)
        if not capital and not other:
            continue
        lost = [t for t in swap.old if _is_name(t) and t.text in named]
        if lost and (capital or not parts <= own) and _lost(lost, swap.new, said | people.speaker):
            return f"it says {new!r} where its evidence names {_text(lost)!r}"
        lows = {t.low for t in swap.old if t.tag not in _MARKS}
        if len(lows) == 1 and not parts & _OTHER:
            if lows <= _SELF and people.speaker and not said & people.speaker:
                return f"it says {new!r} where the speaker speaks of himself or herself"
            if lows <= _OTHER and any(country_of(t.text) for t in swap.new if _is_name(t)):
                return f"it says {new!r} where its evidence refers to a person"
            if lows <= _OTHER and people.referred and not parts & (people.speaker | people.referred):
                return f"it says {new!r} where its evidence refers to another"
    return None


def _dropped(content: str, statement: str, runs: Sequence[Sequence[str]], said: frozenset[str]) -> str | None:
    """A name that is gone from a statement which otherwise has the words of its evidence, and as many of them."""
    one, two = (tokenise(text, 0, len(text), {}) for text in (content, statement))
    gone = [run for run in runs if not {part for word in run for part in name_words(word)} & said]
    if not gone or len(two) < len(one):
        return None
    lost = {word for run in gone for word in run}
    rest = {stem(t).lower() for t in one if t.tag != "PUNCT" and t.text not in lost}
    if rest and len(rest & {stem(t).lower() for t in two}) >= _NEARLY_ALL * len(rest):
        kept = [t for t in one if t.text in gone[0]]
        if not _same_place(kept, two) and not _initials(kept, two) and not _initials(two, kept):
            return f"its evidence names {' '.join(gone[0])!r}, and it does not"
    return None


def _lost(old: Sequence[Token], new: Sequence[Token], said: frozenset[str]) -> bool:
    """Whether a name is nowhere in what is said, and what stands in its place is not another form of it."""
    parts = {part for t in old for part in name_words(t.text)} - words("persons")
    return bool(parts) and not (parts & said or _same_place(old, new) or _initials(old, new) or _initials(new, old))


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag == "NAME" and len(token.text) > 1 and token.low not in _NO_NAMES


def _same_place(old: Sequence[Token], new: Sequence[Token]) -> bool:
    codes = {country_of(t.text) for t in old} - {None}
    return bool(codes & {country_of(t.text) for t in new})


def _initials(short: Sequence[Token], long: Sequence[Token]) -> bool:
    initials = "".join(t.text[0] for t in long if t.text[:1].isupper())
    return any(t.text.isupper() and len(t.text) > 1 and t.text in initials for t in short)


def _differ(old: set[float] | frozenset[str], new: set[float] | frozenset[str]) -> bool:
    return bool(old) and bool(new) and not old & new


def _other_count(swap: Swap, old: str, new: str) -> bool:
    """Whether a number, a single one ("a", "one") or a unit of time stands for another."""
    before, after = numbers_in(old), numbers_in(new)
    single = _ONE & {t.low for t in swap.old} and after - {1} and not before - {1}
    return bool(single) or _differ(before, after) or _differ(_units(swap.old), _units(swap.new))


def _units(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(stem(t) for t in tokens) & _UNITS


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(t.text for t in tokens)
