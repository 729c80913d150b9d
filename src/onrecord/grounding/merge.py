"""Which items say the same: within one draft, and across the model's and the rules'."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.records import Claim, Event, Evidence, Position, Span

Item = TypeVar("Item", Claim, Position, Event)

_SAME = 0.8
"""Overlap from which two items of one engine are one: nearly the same words."""
_WITHIN = 0.8
"""Share of the shorter one's words from which an item of the model and one of the rules are one: the two cut their
parts differently, and the longer one holds the shorter."""
_TOGETHER = 0.95
"""Overlap from which claims of two speakers are one claim that they make together."""


def merge_items(items: Sequence[Item]) -> tuple[list[Item], dict[str, str]]:
    """The items without doubles, and for each double its id and the id of the one that stands for it.

    Two items are one where they are of one kind and actor and share most of their words. The first of two stays and
    takes from the other what it lacks; items of different engines become one found by both. Linear in the number of
    items for articles, since only items that share a word's place are compared.
    """
    kept: list[Item] = []
    gone: dict[str, str] = {}
    places: dict[int, list[int]] = {}
    for item in items:
        twin = _twin(item, kept, places)
        if twin is None:
            for bucket in _buckets(_words_of(item).spans):
                places.setdefault(bucket, []).append(len(kept))
            kept.append(item)
        else:
            gone[item.id] = kept[twin].id
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


def _twin(item: Item, kept: list[Item], places: dict[int, list[int]]) -> int | None:
    words = _words_of(item)
    near = {index for bucket in _buckets(words.spans) for index in places.get(bucket, ())}
    best: tuple[float, int] | None = None
    for index in sorted(near):
        other = kept[index]
        same, within = overlap(words.spans, _words_of(other).spans)
        near_enough = same >= _SAME if other.found_by == item.found_by else within >= _WITHIN
        if near_enough and _agree(item, other, same) and (best is None or same > best[0]):
            best = (same, index)
    return None if best is None else best[1]


def _agree(item: Claim | Position | Event, other: Claim | Position | Event, same: float) -> bool:
    if isinstance(item, Claim) and isinstance(other, Claim):
        one, two = _speakers(item), _speakers(other)
        return not one or not two or bool(one & two) or same >= _TOGETHER
    if isinstance(item, Position) and isinstance(other, Position):
        return item.holder == other.holder and item.stance == other.stance
    if isinstance(item, Event) and isinstance(other, Event):
        return item.type == other.type
    return False


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
        more = [key for key in (second.speaker, *second.joint) if key is not None and key != first.speaker]
        return {"joint": tuple(dict.fromkeys((*first.joint, *more)))}
    if isinstance(first, Event) and isinstance(second, Event) and not first.recipients:
        return {"recipients": acted_upon(first.actors or second.actors, second.recipients)}
    return {}


def acted_upon(actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The recipients beside these actors: nobody acts on itself alone, but those who meet do so with each other.

    "Iran and Oman held talks": both act, and Oman is whom Iran talks with.
    """
    return recipients if len(actors) > 1 else tuple(key for key in recipients if key not in actors)
