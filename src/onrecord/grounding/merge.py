"""Which items say the same: within one draft, and across the model's and the rules'."""

import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from onrecord.grounding.alike import SAME, WITHIN, agree, is_one, is_one_attribution, overlap, speakers, words_of
from onrecord.records import Claim, Event, Position, Span

Item = TypeVar("Item", Claim, Position, Event)

_BUCKET = 64


def merge_items(items: Sequence[Item], *, engines: int) -> tuple[list[Item], dict[str, str]]:
    """The items without doubles, and for each double its id and the id of the one that stands for it.

    Two items are one where they are of one kind and actor and share most of their words. The first of two stays and
    takes from the other what it lacks; items of different engines become one found by both, and where those agree on
    the words but not on the rest, the first has the say. Linear in the number of items for articles, since only items
    that share a word's place are compared, and of one engine's most share no word with another at all.
    """
    kept: list[Item] = []
    gone: dict[str, str] = {}
    places: dict[int | str, list[int]] = {}
    keys_of: Callable[[Item], Iterable[int | str]] = _own_keys if engines == 1 else _keys
    apart = _apart(items) if engines == 1 else set()
    if len(apart) == len(items):
        return list(items), gone
    for number, item in enumerate(items):
        if number in apart:
            kept.append(item)
            continue
        keys = keys_of(item)
        hits = [places[key] for key in keys if key in places]
        near = hits[0] if len(hits) == 1 else sorted(set().union(*hits)) if hits else []
        twin = _twin(item, kept, near) if near else None
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


def _apart(items: Sequence[Claim | Position | Event]) -> set[int]:
    """Which of the items, by number, share no word with another."""
    rows = [(spans[0][0], spans[-1][1], number) for number, spans in enumerate([words_of(i).spans for i in items])]
    rows.sort()
    found: set[int] = set()
    last = 0
    for (start, end, number), (following, _, _) in pairwise([*rows, (sys.maxsize, 0, 0)]):
        if last <= start and end <= following:
            found.add(number)
        last = end if end > last else last
    return found


def _buckets(spans: Iterable[Span]) -> set[int]:
    return {bucket for s in spans for bucket in range(s.start // _BUCKET, s.end // _BUCKET + 1)}


def _own_keys(item: Claim | Position | Event) -> Iterable[int | str]:
    """By what an item is found among those of its own engine: the places where its words stand."""
    spans = words_of(item).spans
    if len(spans) == 1:
        return range(spans[0].start // _BUCKET, spans[0].end // _BUCKET + 1)
    return _buckets(spans)


def _keys(item: Claim | Position | Event) -> set[int | str]:
    """By what an item is found among those of another engine: its places, for a claim that of the word that attributes
    it, for a position who holds it."""
    keys: set[int | str] = {*_own_keys(item)}
    if isinstance(item, Claim) and item.cue is not None:
        keys |= _buckets(item.cue.spans)
    if isinstance(item, Position):
        keys.add(item.holder)
    return keys


def _twin(item: Item, kept: Sequence[Item], near: Sequence[int]) -> int | None:
    words = words_of(item)
    best: tuple[bool, float, int] | None = None
    for index in near:
        other = kept[index]
        same, within = overlap(words.spans, words_of(other).spans)
        if other.found_by == item.found_by:
            near_enough = same >= SAME and agree(item, other, same)
        else:
            near_enough = is_one(other, item, same, within)
        if near_enough:
            rank = (agree(item, other, same), same, index)
            best = rank if best is None or rank[:2] > best[:2] else best
    return None if best is None else best[2]


def _is_part(part: Claim | Position | Event, whole: Claim | Position | Event) -> bool:
    """Whether what one engine found in several items is one of the other's: each of them is found by both."""
    if isinstance(part, Event) or part.found_by in (whole.found_by, "both"):
        return False
    one, two = words_of(part).spans, words_of(whole).spans
    same, within = overlap(one, two)
    smaller = sum(s.end - s.start for s in one) <= sum(s.end - s.start for s in two)
    return smaller and within >= WITHIN and agree(part, whole, same)


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
        one, two = speakers(first), speakers(second)
        if first.found_by != second.found_by and not one & two and is_one_attribution(first, second):
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
    if not actors or len(actors) > 1 or actors[0] not in recipients:
        return recipients
    return tuple([key for key in recipients if key != actors[0]])
