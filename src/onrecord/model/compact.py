"""The short form in which answers are asked for, and the items by name that it stands for.

Every item is a list: numbers, references and words of a fixed set stand bare, words of the article in objects of one
key. So a schema can bound every number, and an answer costs two fifths of the same facts written out (`python -m
benchmarks.tokens`). A model that writes an item by names instead is understood too.

    actor     [1, "person", "Ida Lund", "mayor"]
    claim     [1, "s5", {"part": "it would ask ... to stop it"}, {"by": "she|said"}, "promised", {"says": "..."}]
    position  ["the quay tax", [1, "support", "c1"], [3, "oppose", "s5", {"by": "Shop owners|oppose"}]]
    event     ["OTHER", "s2", [1], [], {"word": "voted"}, {"when": "on Tuesday"}, "planned"]
    point     ["s2", {"text": "The council voted for a tax."}]
"""

import re
from collections.abc import Callable
from typing import Any, get_args

from onrecord.records import Modality, Stance, Status

REF = re.compile(r"\[?([sqc])(\d{1,6})\]?", re.IGNORECASE)  # s4, q12, c3, [s4]
_GAP = re.compile(r"\s*(?:\.{3,}|…)\s*")  # "the tax ... next year"
_LONG = 12
"""Words from which a part that is written out is told by its first and last words."""
_ENDS = 4
_FIXED: dict[str, tuple[str, tuple[str, ...]]] = {
    "claims": ("how", get_args(Modality)),
    "events": ("status", get_args(Status)),
}

Named = dict[str, Any]


def by_name(name: str, entry: Any) -> list[Any]:
    """The items of the list `name` that one entry of an answer stands for: one, or a position for each view of an
    issue. What is no list is given back as it is. Raises `ValueError` where an entry's parts have no place in it."""
    if not isinstance(entry, list):
        return [entry]
    return _READERS[name](entry)


def ends(words: str) -> tuple[str, str]:
    """The first and the last words of "the tax ... next year"; where nothing is left out, both are all of it."""
    pieces = [piece for piece in _GAP.split(words) if piece]
    return (pieces[0], pieces[-1]) if pieces else (words, words)


def _actor(entry: list[Any]) -> list[Any]:
    if not 3 <= len(entry) <= 4:
        raise ValueError("an actor is a number, a kind, a name and perhaps a role")
    return [dict(zip(("id", "kind", "name", "role"), entry, strict=False))]


def _claim(entry: list[Any]) -> list[Any]:
    return [{"who": entry[0] if entry else None, **_rest("claims", entry[1:])}]


def _position(entry: list[Any]) -> list[Any]:
    if not entry or not isinstance(entry[0], str) or not all(isinstance(view, list) for view in entry[1:]):
        raise ValueError("a position is an issue and the views on it")
    items = []
    for view in entry[1:]:
        if len(view) < 2 or view[1] not in get_args(Stance):
            raise ValueError("a view is a number, a stance and where it stands")
        items.append({"who": view[0], "on": entry[0], "stance": view[1], **_rest("positions", view[2:])})
    return items


def _event(entry: list[Any]) -> list[Any]:
    sides = [part for part in entry[1:] if isinstance(part, list)]
    if not entry or len(sides) > 2:
        raise ValueError("an event is a type, where it stands, who acts and who is acted on")
    rest = _rest("events", [part for part in entry[1:] if not isinstance(part, list)])
    return [{"type": entry[0], **dict(zip(("by", "to"), sides, strict=False)), **rest}]


def _point(entry: list[Any]) -> list[Any]:
    return [_rest("points", entry)]


_READERS: dict[str, Callable[[list[Any]], list[Any]]] = {
    "actors": _actor,
    "claims": _claim,
    "positions": _position,
    "events": _event,
    "points": _point,
}
_OWN = {"events": "word", "points": "text"}
"""The key that is a field of the item itself."""


def _rest(name: str, parts: list[Any]) -> Named:
    """What an item points at, and the rest of it, from its parts."""
    item: Named = {"at": [], "more": []}
    key, fixed = _FIXED.get(name, ("", ()))
    for part in parts:
        if isinstance(part, str) and part in fixed:
            if not any(key in more for more in item["more"]):  # of two, the first tells
                item["more"].append({key: part})
        elif isinstance(part, str) and REF.fullmatch(part.strip()):
            item["at"].append(part)
        elif isinstance(part, dict):
            for word, value in part.items():
                _put(name, item, word, value)
        elif part is not None:
            raise ValueError(f"{part!r} has no place in it")
    return item


def _put(name: str, item: Named, key: str, value: Any) -> None:
    if key == "part" and isinstance(value, str) and value.strip(" .…"):
        if not item["at"] or not isinstance(item["at"][-1], str):
            raise ValueError("a part comes after its sentence")
        first, last = ends(value)
        if len(split := value.split()) > _LONG and first == last:
            first, last = " ".join(split[:_ENDS]), " ".join(split[-_ENDS:])
        item["at"][-1] = {"in": item["at"][-1], "from": first, "to": last}
    elif key == "by" and isinstance(value, str) and name in ("claims", "positions"):
        source, _, cue = value.partition("|")
        named = {field: words.strip() for field, words in (("src", source), ("cue", cue)) if words.strip()}
        if name == "claims":
            item |= named
        else:
            item["more"] += [{field: words} for field, words in named.items()]
    elif _OWN.get(name) == key:
        item[key] = value
    else:
        item["more"].append({key: value})
