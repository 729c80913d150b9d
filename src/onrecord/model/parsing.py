"""From the text of an answer to drafted items: every item checked by itself, none lost without a reason."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from pydantic import ValidationError

from onrecord.model.compact import by_name
from onrecord.model.errors import ModelNonsense
from onrecord.model.json_reading import REPEATED, Unreadable, read_object
from onrecord.model.reply import LISTS, ActorItem, ClaimItem, EventItem, Item, Kind, PointItem, PositionItem
from onrecord.records import Refusal

MOST_ITEMS = 400
"""Items of one list that are read; an article's part has a tenth of it. The rest is refused as one."""


@dataclass
class Items:
    """The well-formed items of one answer, and what was not."""

    actors: list[ActorItem] = field(default_factory=list)
    claims: list[tuple[int, ClaimItem]] = field(default_factory=list)
    """With the number by which the answer's positions name them, from 1, broken ones counted."""
    positions: list[PositionItem] = field(default_factory=list)
    events: list[EventItem] = field(default_factory=list)
    points: list[PointItem] = field(default_factory=list)
    broken: list[Refusal] = field(default_factory=list)
    cut: bool = False
    """Whether the JSON ended before its end."""

    @property
    def empty(self) -> bool:
        """Whether nothing in the answer is of use."""
        return not (self.claims or self.positions or self.events or self.points)


def read_items(text: str) -> Items:
    """The items of an answer.

    Raises `ModelNonsense` where the answer is no JSON object, has none of the five lists, or has items of which not
    one is well formed; its message says what is wrong, in words that help a model to repair it.
    """
    try:
        parsed = read_object(text)
    except Unreadable as error:
        raise ModelNonsense(f"the answer cannot be read: {error}") from error
    found = Items(cut=parsed.cut)
    if not any(isinstance(parsed.value.get(name), list) for name in LISTS):
        raise ModelNonsense(f"the answer has none of the lists {', '.join(LISTS)}")
    for name, (kind, item_type) in LISTS.items():
        raw = parsed.value.get(name)
        if raw is None:
            continue
        if not isinstance(raw, list):
            found.broken.append(_refusal(kind, f"{name} is no list", raw))
            continue
        for number, entry in enumerate(raw[:MOST_ITEMS], 1):
            _read_item(found, name, number, kind, item_type, entry)
        if len(raw) > MOST_ITEMS:
            found.broken.append(_refusal(kind, f"{name} has more than {MOST_ITEMS} items", raw[MOST_ITEMS]))
    if found.broken and found.empty:
        raise ModelNonsense("no item of the answer fits the schema: " + "; ".join(_reasons(found.broken)))
    return found


def _read_item(found: Items, name: str, number: int, kind: Kind, item_type: type[Item], entry: Any) -> None:
    if isinstance(entry, dict) and REPEATED in entry:
        found.broken.append(_refusal(kind, f"it says {entry[REPEATED]!r} twice", entry))
        return
    try:
        entries = by_name(name, entry)
    except ValueError as error:
        found.broken.append(_refusal(kind, f"it does not fit the schema: {error}", entry))
        return
    into = cast("list[Any]", getattr(found, name))
    for named in entries:
        try:
            item = item_type.model_validate(named)
        except ValidationError as error:
            found.broken.append(_refusal(kind, _fault(error), named))
        else:
            into.append((number, item) if name == "claims" else item)


def _fault(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(
        str(part) for part in first["loc"] if not str(part).startswith(("constrained", "function", "Words"))
    )
    return f"it does not fit the schema: {place or 'item'}: {first['msg']}"


def _refusal(kind: Kind, reason: str, raw: Any) -> Refusal:
    return Refusal(kind=kind, reason=reason, proposed=shown(raw))


def shown(raw: Any) -> str:
    """A piece of an answer in one line of at most 200 characters, safe to write anywhere."""
    try:
        text = json.dumps(raw, ensure_ascii=False, default=repr)
    except (ValueError, RecursionError):
        text = repr(type(raw))
    text = " ".join(text.encode("utf-8", "replace").decode().split())
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= 200 else text[:199] + "…"


def _reasons(broken: Iterable[Refusal]) -> list[str]:
    return list(dict.fromkeys(f"{refusal.kind}: {refusal.reason}" for refusal in broken))[:5]
