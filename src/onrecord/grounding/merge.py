"""Which items say the same: within one draft, and across the model's and the rules'."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from onrecord.records import Claim, Event, Evidence, Position, Span

Item = TypeVar("Item", Claim, Position, Event)

_SAME = 0.8
"""Overlap from which two items of one engine are one: nearly the same words."""
_SAME_ACROSS = 0.5
"""Overlap from which an item of the model and one of the rules are one: the model cuts its parts more coarsely."""


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


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The Dice coefficient of two sets of characters, given as spans in order."""
    a, b = list(one), list(other)
    shared = i = j = 0
    while i < len(a) and j < len(b):
        shared += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
        if a[i].end < b[j].end:
            i += 1
        else:
            j += 1
    total = sum(s.end - s.start for s in a) + sum(s.end - s.start for s in b)
    return 2 * shared / total if total else 0.0


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
        needed = _SAME if other.found_by == item.found_by else _SAME_ACROSS
        share = overlap(words.spans, _words_of(other).spans)
        if share >= needed and _agree(item, other) and (best is None or share > best[0]):
            best = (share, index)
    return None if best is None else best[1]


def _agree(item: Claim | Position | Event, other: Claim | Position | Event) -> bool:
    if isinstance(item, Claim) and isinstance(other, Claim):
        return item.speaker == other.speaker or item.speaker is None or other.speaker is None
    if isinstance(item, Position) and isinstance(other, Position):
        return item.holder == other.holder and item.stance == other.stance
    if isinstance(item, Event) and isinstance(other, Event):
        return item.type == other.type
    return False


def _joined(first: Item, second: Item) -> Item:
    """The first item with what it lacks taken from the second."""
    changes: dict[str, object] = {}
    for name in type(first).model_fields:
        if getattr(first, name) in (None, ()) and getattr(second, name) not in (None, ()):
            changes[name] = getattr(second, name)
    if first.found_by != second.found_by:
        changes["found_by"] = "both"
    return first.model_copy(update=changes) if changes else first
