"""Whether two items are one: what each rests on, and whether they differ only as two readings of it do."""

import re
from collections.abc import Iterable
from typing import cast

from onrecord.grounding.lexicon import words
from onrecord.records import Claim, Event, Evidence, Position, Span

Item = Claim | Position | Event

SAME = 0.8
"""Overlap from which two items of one engine are one: nearly the same words."""
WITHIN = 0.8
"""Share of the shorter one's words from which an item of the model and one of the rules are one: the two cut their
parts differently, and the longer one holds the shorter."""
_HALF = 0.5
"""The same where something else says that they are one: the same speaker by the same cue, the same kind or doer of an
event ("called for" and "called ... abolished")."""
_TOGETHER = 0.95
"""Overlap from which claims of two speakers are one claim that they make together."""
_AND = re.compile(r"\band\b|,")  # "Kenya and Uganda", "Iran, Oman"
_PRONOUNS = words("she") | words("he") | words("they") | words("it") | {"i", "we"}
_WEIGHT = 4
"""Letters from which a word of a target tells what it is about."""


def overlap(one: Iterable[Span], other: Iterable[Span]) -> tuple[float, float]:
    """The Dice coefficient of two sets of characters, given as spans in order, and their share of the smaller set."""
    a, b = list(one), list(other)
    if len(a) == len(b) == 1:  # nearly always
        (start, end), (first, last) = a[0], b[0]
        shared = (end if end < last else last) - (start if start > first else first)
        if shared <= 0:
            return (0.0, 0.0)
        size, length = end - start, last - first
        return 2 * shared / (size + length), shared / min(size, length)
    shared = i = j = 0
    while i < len(a) and j < len(b):
        shared += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
        if a[i].end < b[j].end:
            i += 1
        else:
            j += 1
    sizes = [sum(s.end - s.start for s in spans) for spans in (a, b)]
    return (2 * shared / sum(sizes), shared / min(sizes)) if all(sizes) else (0.0, 0.0)


def words_of(item: Item) -> Evidence:
    """The words by which an item is compared with others."""
    # Not asked with `isinstance`, for that what a thing is not takes a type of pydantic long to say.
    if type(item) is Claim:
        return item.content
    if type(item) is Event:
        return item.trigger or item.evidence
    return cast("Position", item).evidence


def agree(item: Item, other: Item, same: float) -> bool:
    """Whether two items of one engine that share their words are one."""
    if isinstance(item, Claim) and isinstance(other, Claim):
        one, two = speakers(item), speakers(other)
        return not one or not two or bool(one & two) or same >= _TOGETHER
    if isinstance(item, Position) and isinstance(other, Position):
        return item.holder == other.holder and item.stance == other.stance
    if isinstance(item, Event) and isinstance(other, Event):
        return item.type == other.type
    return False


def is_one(first: Item, second: Item, same: float, within: float) -> bool:
    """Whether items of two engines are one: what they point at is, and they differ only as readings of it do."""
    if isinstance(first, Claim) and isinstance(second, Claim):
        if within >= WITHIN:
            return agree(second, first, same) or is_one_attribution(first, second)
        if within >= _HALF and speakers(first) & speakers(second) and _meet(first.cue, second.cue):
            return True
        return _is_crossed(first, second)
    if isinstance(first, Position) and isinstance(second, Position):
        if first.holder == second.holder:
            return _is_one_issue(first, second) if within >= WITHIN else _is_one_view(first, second)
        if within < WITHIN:
            return False
        return first.stance == second.stance and (
            _is_one_source(first.source, second.source) or _is_own_word(second.source, first.evidence)
        )
    if isinstance(first, Event) and isinstance(second, Event):
        alike = first.type == second.type or bool(set(first.actors) & set(second.actors))
        return within >= (_HALF if alike else WITHIN)
    return False


def is_one_attribution(first: Claim, second: Claim) -> bool:
    """Whether the same words name or attribute both, so that two speakers are two readings of one."""
    if first.source is not None and second.source is not None:
        return _meet(first.source, second.source) or _is_crossed(first, second)
    return _meet(first.cue, second.cue)


def _is_crossed(first: Claim, second: Claim) -> bool:
    """Whether one engine takes for the words said what the other takes for who said them, by the same word."""
    source, content = first.source, first.content
    return _meet(first.cue, second.cue) and (_meet(source, second.content) or _meet(content, second.source))


def _is_one_issue(first: Position, second: Position) -> bool:
    """Whether two positions of one holder that rest on the same words are one, though one may be read as support for
    the opposite of what the other opposes."""
    if first.stance == second.stance:
        return True
    return bool(_about(first) & _about(second)) or any(
        overlap([a], [b])[0] >= SAME for a in first.evidence.spans for b in second.evidence.spans
    )


def _is_own_word(source: Evidence | None, said: Evidence) -> bool:
    """Whether a holder is only a pronoun within the words that the other engine has as somebody's position: in "told me
    that she would back it" she is whoever says so."""
    return source is not None and source.text.casefold() in _PRONOUNS and overlap(source.spans, said.spans)[1] == 1


def _is_one_view(first: Position, second: Position) -> bool:
    """Whether two positions of one holder say the same of the same: "abolition" is in "abolishing cash bail"."""
    one, two = _about(first), _about(second)
    return first.stance == second.stance and bool(one and two) and (one <= two or two <= one)


def _about(position: Position) -> frozenset[str]:
    """What a target is about: the beginnings of its longer words, so that "abolition" is "abolishing"."""
    return frozenset(word[:_WEIGHT] for word in position.target.casefold().split() if len(word) >= _WEIGHT)


def _is_one_source(one: Evidence | None, two: Evidence | None) -> bool:
    """Whether two sources are the same words and name one holder ("His party"), not two ("Kenya and Uganda")."""
    return _meet(one, two) and not any(_AND.search(source.text) for source in (one, two) if source)


def _meet(one: Evidence | None, two: Evidence | None) -> bool:
    return one is not None and two is not None and overlap(one.spans, two.spans)[1] > 0


def speakers(claim: Claim) -> set[str]:
    """All who make a claim."""
    return {key for key in (claim.speaker, *claim.joint) if key is not None}
