"""Which items say the same: within one draft, and across the model's and the rules'."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.grounding.lexicon import words
from onrecord.records import Claim, Event, Evidence, Position, Span

Item = TypeVar("Item", Claim, Position, Event)

_SAME = 0.8
"""Overlap from which two items of one engine are one: nearly the same words."""
_WITHIN = 0.8
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


def merge_items(items: Sequence[Item]) -> tuple[list[Item], dict[str, str]]:
    """The items without doubles, and for each double its id and the id of the one that stands for it.

    Two items are one where they are of one kind and actor and share most of their words. The first of two stays and
    takes from the other what it lacks; items of different engines become one found by both, and where those agree on
    the words but not on the rest, the first has the say. Linear in the number of items for articles, since only items
    that share a word's place are compared.
    """
    kept: list[Item] = []
    gone: dict[str, str] = {}
    places: dict[int | str, list[int]] = {}
    keys_of = _keys if len({item.found_by for item in items}) > 1 else _own_keys
    for item in items:
        keys = keys_of(item)
        near = sorted({index for key in keys for index in places.get(key, ())})
        twin = _twin(item, kept, near)
        if twin is None:
            for key in keys:
                places.setdefault(key, []).append(len(kept))
            kept.append(item)
        else:
            gone[item.id] = kept[twin].id
            for index in near:
                if index != twin and _is_part(kept[index], item):
                    kept[index] = kept[index].model_copy(update={"found_by": "both"})
            kept[twin] = _joined(kept[twin], item)
    return kept, {old: new for old, new in gone.items() if old != new}


def overlap(one: Iterable[Span], other: Iterable[Span]) -> tuple[float, float]:
    """The Dice coefficient of two sets of characters, given as spans in order, and their share of the smaller set."""
    a, b = list(one), list(other)
    shared = i = j = 0
    while i < len(a) and j < len(b):
        shared += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
        if a[i].end < b[j].end:
            i += 1
        else:
            j += 1
    sizes = [sum(s.end - s.start for s in spans) for spans in (a, b)]
    return (2 * shared / sum(sizes), shared / min(sizes)) if all(sizes) else (0.0, 0.0)


_BUCKET = 64


def _buckets(spans: Iterable[Span]) -> set[int]:
    return {bucket for s in spans for bucket in range(s.start // _BUCKET, s.end // _BUCKET + 1)}


def _words_of(item: Claim | Position | Event) -> Evidence:
    """The words by which an item is compared with others."""
    if isinstance(item, Claim):
        return item.content
    if isinstance(item, Event):
        return item.trigger or item.evidence
    return item.evidence


def _own_keys(item: Claim | Position | Event) -> set[int | str]:
    """By what an item is found among those of its own engine: the places where its words stand."""
    return {*_buckets(_words_of(item).spans)}


def _keys(item: Claim | Position | Event) -> set[int | str]:
    """By what an item is found among those of another engine: its places, for a claim that of the word that attributes
    it, for a position who holds it."""
    keys = _own_keys(item)
    if isinstance(item, Claim) and item.cue is not None:
        keys |= _buckets(item.cue.spans)
    if isinstance(item, Position):
        keys.add(item.holder)
    return keys


def _twin(item: Item, kept: Sequence[Item], near: Sequence[int]) -> int | None:
    words = _words_of(item)
    best: tuple[bool, float, int] | None = None
    for index in near:
        other = kept[index]
        same, within = overlap(words.spans, _words_of(other).spans)
        if other.found_by == item.found_by:
            near_enough = same >= _SAME and _agree(item, other, same)
        else:
            near_enough = _is_one(other, item, same, within)
        if near_enough:
            rank = (_agree(item, other, same), same, index)
            best = rank if best is None or rank[:2] > best[:2] else best
    return None if best is None else best[2]


def _agree(item: Claim | Position | Event, other: Claim | Position | Event, same: float) -> bool:
    """Whether two items of one engine that share their words are one."""
    if isinstance(item, Claim) and isinstance(other, Claim):
        one, two = _speakers(item), _speakers(other)
        return not one or not two or bool(one & two) or same >= _TOGETHER
    if isinstance(item, Position) and isinstance(other, Position):
        return item.holder == other.holder and item.stance == other.stance
    if isinstance(item, Event) and isinstance(other, Event):
        return item.type == other.type
    return False


def _is_one(first: Claim | Position | Event, second: Claim | Position | Event, same: float, within: float) -> bool:
    """Whether items of two engines are one: what they point at is, and they differ only as readings of it do."""
    if isinstance(first, Claim) and isinstance(second, Claim):
        if within >= _WITHIN:
            return _agree(second, first, same) or _is_one_attribution(first, second)
        if within >= _HALF and _speakers(first) & _speakers(second) and _meet(first.cue, second.cue):
            return True
        return _is_crossed(first, second)
    if isinstance(first, Position) and isinstance(second, Position):
        if first.holder == second.holder:
            return _is_one_issue(first, second) if within >= _WITHIN else _is_one_view(first, second)
        if within < _WITHIN:
            return False
        return first.stance == second.stance and (
            _is_one_source(first.source, second.source) or _is_own_word(second.source, first.evidence)
        )
    if isinstance(first, Event) and isinstance(second, Event):
        alike = first.type == second.type or bool(set(first.actors) & set(second.actors))
        return within >= (_HALF if alike else _WITHIN)
    return False


def _is_one_attribution(first: Claim, second: Claim) -> bool:
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
        overlap([a], [b])[0] >= _SAME for a in first.evidence.spans for b in second.evidence.spans
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


def _is_part(part: Claim | Position | Event, whole: Claim | Position | Event) -> bool:
    """Whether what one engine found in several items is one of the other's: each of them is found by both."""
    if isinstance(part, Event) or part.found_by in (whole.found_by, "both"):
        return False
    one, two = _words_of(part).spans, _words_of(whole).spans
    same, within = overlap(one, two)
    smaller = sum(s.end - s.start for s in one) <= sum(s.end - s.start for s in two)
    return smaller and within >= _WITHIN and _agree(part, whole, same)


def _speakers(claim: Claim) -> set[str]:
    return {key for key in (claim.speaker, *claim.joint) if key is not None}


def _joined(first: Item, second: Item) -> Item:
    """The first item with what it lacks taken from the second."""
    changes: dict[str, object] = {}
    for name in type(first).model_fields:
        if getattr(first, name) in (None, ()) and getattr(second, name) not in (None, ()):
            changes[name] = getattr(second, name)
    if first.found_by != second.found_by:
        changes["found_by"] = "both"
    changes |= _of_both(first, second)
    return first.model_copy(update=changes) if changes else first


def _of_both(first: Claim | Position | Event, second: Claim | Position | Event) -> dict[str, object]:
    """Those who say or suffer it together."""
    if isinstance(first, Claim) and isinstance(second, Claim) and first.speaker is not None:
        one, two = _speakers(first), _speakers(second)
        if first.found_by != second.found_by and not one & two and _is_one_attribution(first, second):
            return {"joint": first.joint}
        more = [key for key in (second.speaker, *second.joint) if key is not None and key != first.speaker]
        return {"joint": tuple(dict.fromkeys((*first.joint, *more)))}
    if isinstance(first, Event) and isinstance(second, Event):
        if first.found_by != second.found_by:
            return _roles(first, second)
        actors = first.actors or second.actors
        return {"recipients": first.recipients or acted_upon(actors, second.recipients)}
    return {}


def _roles(first: Event, second: Event) -> dict[str, object]:
    """Who acts on whom, which is the first engine's to say where it names anyone; else those whom the other knows as
    someone, for what the first left out may be a thing ("a boat with 160 people")."""
    if first.actors or first.recipients:
        return {"actors": first.actors, "recipients": first.recipients}
    return {
        name: tuple(key for key in keys if _is_someone(key))
        for name, keys in (("actors", second.actors), ("recipients", second.recipients))
    }


def _is_someone(actor: str) -> bool:
    return not actor.startswith("unnamed:")


def acted_upon(actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The recipients beside these actors: nobody acts on itself alone, but those who meet do so with each other.

    "Iran and Oman held talks": both act, and Oman is whom Iran talks with.
    """
    return recipients if len(actors) > 1 else tuple(key for key in recipients if key not in actors)
