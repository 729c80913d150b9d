"""The answer's items as types: what a model may write, read with tolerance and checked in every field.

The JSON schema that is sent (`schema.py`) is stricter, since it bounds the numbers for one article; this is what every
answer is read with, whether the server enforced that schema or not.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from onrecord.model.compact import REF, by_name
from onrecord.records import ActorKind, EventType, Modality, Stance, Status

_MARKER = re.compile(r"\[[sq]\d+\] ?")  # "[q2] " in copied words
_CATEGORIES_OUT = {"Cc", "Cs", "Co", "Cn"}


def _plain(value: Any) -> Any:
    """A string without control characters, lone surrogates and our own markers, its spaces single."""
    if not isinstance(value, str):
        return value
    if not value.isprintable():
        value = "".join(" " if unicodedata.category(c) in _CATEGORIES_OUT else c for c in value)
    return " ".join(_MARKER.sub("", value).split())


def _ref(value: Any) -> Any:
    match = REF.fullmatch(value.strip()) if isinstance(value, str) else None
    return f"{match[1].lower()}{int(match[2])}" if match else value


def _number(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("a number is due, not true or false")
    return value


def _pairs(value: Any) -> Any:
    """`more` as one mapping: the schema asks for a list of objects with one key each, since strict schemas know no
    optional keys."""
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return value
    merged: dict[Any, Any] = {}
    for entry in value:
        if not isinstance(entry, dict):
            raise ValueError("`more` holds something that is no object")
        for key, content in entry.items():
            if content is None or (isinstance(content, str) and not content.strip()):
                continue
            if key in merged and merged[key] != content:
                raise ValueError(f"`more` says {key!r} twice")
            merged[key] = content
    return merged


Text = Annotated[str, BeforeValidator(_plain), StringConstraints(min_length=1, max_length=600)]
Short = Annotated[str, BeforeValidator(_plain), StringConstraints(min_length=1, max_length=160)]
Ref = Annotated[str, BeforeValidator(_ref), StringConstraints(pattern=r"^[sqc]\d{1,6}$")]
Number = Annotated[int, BeforeValidator(_number), Field(ge=1, le=9999)]
More = Annotated[dict[str, Text], BeforeValidator(_pairs)]


class _Item(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    def pointers(self) -> "Iterable[Pointer]":
        """What the item points at."""
        return ()

    def actors(self) -> Iterable[int]:
        """The numbers of the actors it names."""
        return ()

    def copied(self) -> Iterable[str]:
        """The words in it that must stand in the article."""
        return ()


class Words(_Item):
    """A part of a sentence, by its first and last words."""

    place: Ref = Field(alias="in")
    first: Short = Field(alias="from")
    last: Short = Field(alias="to")


Pointer = Ref | Words


class ActorItem(_Item):
    """Someone the other lists speak of."""

    id: Number
    name: Short
    kind: ActorKind
    role: Short | None = None

    def copied(self) -> Iterable[str]:
        """Its name and role."""
        return (self.name, self.role) if self.role else (self.name,)


class _Pointing(_Item):
    at: list[Pointer] = Field(min_length=1, max_length=60)
    more: More = Field(default_factory=dict)

    def pointers(self) -> Iterable[Pointer]:
        """Its evidence."""
        return self.at


class ClaimItem(_Pointing):
    """Someone says something; `more`: says, how, said, and what is `CARRIED`."""

    who: Number | None = None
    src: Short | None = None
    cue: Short | None = None

    def actors(self) -> Iterable[int]:
        """Its speaker."""
        return () if self.who is None else (self.who,)

    def copied(self) -> Iterable[str]:
        """Source, cue, and when and where it was said."""
        return _given(self.src, self.cue, self.more.get("said"), *(self.more.get(name) for name in CARRIED))


class PositionItem(_Pointing):
    """Someone is for or against something; `more`: src, cue, if."""

    who: Number
    on: Short
    stance: Stance

    def actors(self) -> Iterable[int]:
        """Its holder."""
        return (self.who,)

    def copied(self) -> Iterable[str]:
        """Source, cue and condition."""
        return _given(*(self.more.get(key) for key in ("src", "cue", "if")))


class EventItem(_Pointing):
    """Something happened; `more`: when, where, status, label."""

    type: EventType
    word: Short | None = None
    by: list[Number] = Field(default_factory=list, max_length=40)
    to: list[Number] = Field(default_factory=list, max_length=40)

    def actors(self) -> Iterable[int]:
        """Those who act and those acted on."""
        return (*self.by, *self.to)

    def copied(self) -> Iterable[str]:
        """Trigger, time and place."""
        return _given(self.word, self.more.get("when"), self.more.get("where"))


class PointItem(_Item):
    """A sentence of the summary."""

    text: Text
    at: list[Pointer] = Field(min_length=1, max_length=60)

    def pointers(self) -> Iterable[Pointer]:
        """The sentences it rests on."""
        return self.at


Kind = Literal["actor", "claim", "position", "event", "point"]
Item = ActorItem | ClaimItem | PositionItem | EventItem | PointItem

LISTS: dict[str, tuple[Kind, type[Item]]] = {
    "actors": ("actor", ActorItem),
    "claims": ("claim", ClaimItem),
    "positions": ("position", PositionItem),
    "events": ("event", EventItem),
    "points": ("point", PointItem),
}
"""The answer's five lists: what one item of each is called, and its type."""

CARRIED = ("venue",)
"""Fields of a claim that are words of the article and no more: found where they stand, and carried over by their
names, to `DraftClaim` and on to `Claim`; `docs/models.md` says how to add one."""
HOW: tuple[Modality, ...] = tuple(how for how in get_args(Modality) if how != "not said")
"""What a model may call a claim; what somebody is said not to say it is not asked for."""
STATUS: tuple[Status, ...] = get_args(Status)
MORE: dict[str, tuple[str, ...]] = {
    "claims": ("says", "how", "said", *CARRIED),
    "positions": ("src", "cue", "if"),
    "events": ("when", "where", "status", "label"),
}
"""What `more` may hold in each list."""


class Reply(BaseModel):
    """A whole answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    actors: list[ActorItem] = Field(default_factory=list)
    claims: list[ClaimItem] = Field(default_factory=list)
    positions: list[PositionItem] = Field(default_factory=list)
    events: list[EventItem] = Field(default_factory=list)
    points: list[PointItem] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            name: [item for entry in entries for item in by_name(name, entry)]
            if name in LISTS and isinstance(entries, list)
            else entries
            for name, entries in value.items()
        }

    def items(self) -> Iterator[tuple[str, list[Any]]]:
        """Each list's name and its items."""
        for name in LISTS:
            yield name, getattr(self, name)


def _given(*words: str | None) -> tuple[str, ...]:
    return tuple(word for word in words if word)
