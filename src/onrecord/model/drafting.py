"""From an answer's items to a draft: numbers to pointers, copied words to the places where they stand.

What an item lacks or gets wrong in a detail is taken out of it with a reason; the item stays. What it gets wrong in
the substance (a number that was not sent, an actor it does not list) refuses the item.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from onrecord.drafts import DraftActor, DraftClaim, DraftEvent, DraftPoint, DraftPosition, Pointer, Pointers
from onrecord.model.parsing import Items, shown
from onrecord.model.places import Places
from onrecord.model.reply import (
    CARRIED,
    HOW,
    MORE,
    STATUS,
    ActorItem,
    ClaimItem,
    EventItem,
    PointItem,
    PositionItem,
    Words,
)
from onrecord.model.windows import Window
from onrecord.reading.document import Document, Sentence
from onrecord.records import Certainty, Refusal, Span

_EMPTY_WORDS = frozenset(["a", "an", "the", "of", "and", "for", "in", "on", "at", "to", "his", "her", "its", "their"])
_MOST_MENTIONS = 200


@dataclass
class Drafting:
    """The draft of one article while the answers to its parts come in."""

    document: Document
    trace: str
    actors: list[DraftActor] = field(default_factory=list)
    claims: list[DraftClaim] = field(default_factory=list)
    positions: list[DraftPosition] = field(default_factory=list)
    events: list[DraftEvent] = field(default_factory=list)
    points: list[DraftPoint] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def known(self) -> list[dict[str, object]]:
        """The actors so far, as the next part's prompt lists them."""
        return [{"id": n, "name": a.name, "role": a.role} for n, a in enumerate(self.actors, 1)]

    def add(self, items: Items, window: Window) -> None:
        """Take over the items of the answer to one part."""
        part = _Part(self, window, self._cast(items.actors))
        self.refused += items.broken
        claims: dict[int, int] = {}
        for number, claim in items.claims:
            if isinstance(drafted := part.claim(claim), DraftClaim):
                claims[number] = len(self.claims)
                self.claims.append(drafted)
            else:
                self._refuse("claim", drafted, claim)
        for position in items.positions:
            if isinstance(held := part.position(position, claims), DraftPosition):
                self.positions.append(held)
            else:
                self._refuse("position", held, position)
        for event in items.events:
            if isinstance(happened := part.event(event), DraftEvent):
                self.events.append(happened)
            else:
                self._refuse("event", happened, event)
        for point in items.points:
            if isinstance(said := part.point(point), DraftPoint):
                self.points.append(said)
            else:
                self._refuse("point", said, point)

    def cast(self) -> tuple[DraftActor, ...]:
        """The actors with the places where they are named, and where the source of a claim or position names them."""
        text = self.document.text
        sources: dict[str, list[Pointer]] = {}
        named = [*((c.speaker, c.source) for c in self.claims), *((p.holder, p.source) for p in self.positions)]
        for key, source in named:
            if key is not None:
                sources.setdefault(key, []).extend(source)
        shared = Counter(_surname(actor) for actor in self.actors)
        return tuple(
            actor._replace(
                mentions=(
                    *_places(actor, text, surname=shared[_surname(actor)] == 1),
                    *sources.get(actor.key, ()),
                ),
            )
            for actor in self.actors
        )

    @property
    def empty(self) -> bool:
        """Whether nothing was proposed, not even what had to be refused."""
        return not (self.claims or self.positions or self.events or self.points or self.refused)

    def refuse_points(self, allowed: int, reason: str) -> None:
        """Keep so many points, and refuse the others."""
        for point in self.points[allowed:]:
            self.refused.append(Refusal(kind="point", reason=reason, proposed=shown(point.text)))
        del self.points[allowed:]

    def _cast(self, listed: Iterable[ActorItem]) -> dict[int, str]:
        """Which of the draft's actors each number of this answer means."""
        numbers = {n: actor.key for n, actor in enumerate(self.actors, 1)}
        by_name = {(a.name.casefold(), a.kind): a.key for a in self.actors}
        for item in listed:
            same = (item.name.casefold(), item.kind)
            if same not in by_name:
                by_name[same] = f"a{len(self.actors) + 1}"
                self.actors.append(DraftActor(by_name[same], item.name, item.kind, item.role))
            numbers[item.id] = by_name[same]
        return numbers

    def _refuse(self, kind: Literal["claim", "position", "event", "point"], reason: str, item: object) -> None:
        self.refused.append(Refusal(kind=kind, reason=reason, proposed=proposal(item)))


def proposal(item: object) -> str:
    """What an item proposed, in a line."""
    dumped = item.model_dump(by_alias=True, exclude_defaults=True)  # type: ignore[attr-defined]
    return shown(dumped)


def _surname(actor: DraftActor) -> str:
    """A person's last name; "" where it has none."""
    last = actor.name.split()[-1] if actor.kind == "person" and " " in actor.name else ""
    return last if last[:1].isupper() else ""


def _places(actor: DraftActor, text: str, *, surname: bool) -> list[Pointer]:
    """Where an actor's full name stands, and with `surname` a person's last name alone, which nobody else bears."""
    names = [actor.name]
    if surname and (last := _surname(actor)):
        names.append(last)
    found: list[Pointer] = []
    end = -1
    for match in re.finditer("|".join(rf"\b{re.escape(name)}\b" for name in names), text):
        if match.start() >= end:
            end = match.end()
            found.append(Span(*match.span()))
            if len(found) == _MOST_MENTIONS:
                break
    return found


class _Part:
    """What turns the items of one answer into drafted ones; a string instead of an item is the reason why not."""

    def __init__(self, drafting: Drafting, window: Window, cast_: dict[int, str]) -> None:
        self.document = drafting.document
        self.places = Places(drafting.document, window, drafting.refused)
        self.trace = drafting.trace
        self.claims = drafting.claims
        self.refused = drafting.refused
        self.cast = cast_
        self.names = {a.key: set(a.name.casefold().split()) for a in drafting.actors}

    def claim(self, item: ClaimItem) -> DraftClaim | str:
        if isinstance(reason := self._unknown(item.actors()), str):
            return reason
        content = self.places.pointers(item.at)
        if isinstance(content, str):
            return content
        near = self.places.sentences_of(content)
        speaker = None if item.who is None else self.cast[item.who]
        if item.src or item.cue:
            source, cue = self.places.words(item.src, near, elided=True), self.places.words(item.cue, near)
        else:
            source, cue = self._attribution_before(speaker, near)
        how = item.more.get("how", "asserted")
        if how not in HOW:
            self._take_out(f"there is no way to say it called {how!r}", item)
        self._take_out_unknown("claims", item)
        carried: dict[str, Any] = {name: item.more[name] for name in CARRIED if name in item.more}
        # When and where a speech was given is told once, mostly before most of it.
        earlier = (*near, *reversed(self.document.sentences[: min((s.number for s in near), default=0)]))
        return DraftClaim(
            content=self.places.trimmed(content, source, cue),
            speaker=speaker,
            certainty=self._certainty(speaker, self._text(source)),
            source=source,
            cue=cue,
            statement=item.more.get("says"),
            modality=how if how in HOW else "asserted",
            said=self.places.words(item.more.get("said"), earlier),
            trace=self.trace,
            **{name: words for name, words in carried.items() if self.places.words(words, earlier)},
        )

    def position(self, item: PositionItem, claims: dict[int, int]) -> DraftPosition | str:
        if isinstance(reason := self._unknown(item.actors()), str):
            return reason
        rests: list[int] = []
        others: list[str | Words] = []
        for pointer in item.at:
            if isinstance(pointer, str) and pointer.startswith("c"):
                if (index := claims.get(int(pointer[1:]))) is None:
                    return f"it rests on {pointer}, which is no claim of the answer, or one that was refused"
                rests.append(index)
            else:
                others.append(pointer)
        rest = self.places.pointers(others) if others else ()
        if isinstance(rest, str):
            return rest
        evidence = (*(p for index in rests for p in self.claims[index].content), *rest)
        near = self.places.sentences_of(evidence)
        self._take_out_unknown("positions", item)
        claim = self.claims[rests[0]] if rests else None
        own = claim is not None and claim.speaker == self.cast[item.who]
        source = self.places.words(item.more.get("src"), near, elided=True)
        cue = self.places.words(item.more.get("cue"), near)
        condition = item.more.get("if")
        return DraftPosition(
            holder=self.cast[item.who],
            target=item.on,
            stance=item.stance,
            evidence=evidence,
            source=source or (claim.source if claim and own else ()),
            cue=cue or (claim.cue if claim and own else ()),
            condition=condition if condition and self.places.words(condition, near) else None,
            claim=rests[0] if rests else None,
            trace=self.trace,
        )

    def event(self, item: EventItem) -> DraftEvent | str:
        if isinstance(reason := self._unknown(item.actors()), str):
            return reason
        evidence = self.places.pointers(item.at)
        if isinstance(evidence, str):
            return evidence
        near = self.places.sentences_of(evidence)
        status = item.more.get("status", "happened")
        if status not in STATUS:
            self._take_out(f"there is no status called {status!r}", item)
        self._take_out_unknown("events", item)
        return DraftEvent(
            type=item.type,
            evidence=evidence,
            label=item.more.get("label", "")[:40],
            trigger=self.places.words(item.word, near),
            actors=tuple(self.cast[n] for n in item.by),
            recipients=tuple(self.cast[n] for n in item.to),
            when=self.places.words(item.more.get("when"), near),
            where=self.places.words(item.more.get("where"), near),
            status=status if status in STATUS else "happened",
            trace=self.trace,
        )

    def point(self, item: PointItem) -> DraftPoint | str:
        evidence = self.places.pointers(item.at)
        return evidence if isinstance(evidence, str) else DraftPoint(evidence, item.text, self.trace)

    def _certainty(self, speaker: str | None, source: str | None) -> Certainty | None:
        """stated where the source shares a word with the speaker's name, resolved where it does not ("she")."""
        if speaker is None:
            return None
        if source is None:
            return "inferred"
        return "stated" if self.names[speaker] & set(source.casefold().split()) - _EMPTY_WORDS else "resolved"

    def _text(self, source: Pointers) -> str | None:
        return next((self.document.text[p.start : p.end] for p in source if isinstance(p, Span)), None)

    def _unknown(self, numbers: Iterable[int]) -> str | None:
        missing = next((n for n in numbers if n not in self.cast), None)
        return None if missing is None else f"it names actor {missing}, which the answer does not list"

    def _attribution_before(self, speaker: str | None, near: Sequence[Sentence]) -> tuple[Pointers, Pointers]:
        """Source and cue of the claim before where this one is by the same speaker, beside it, and names none: a
        quotation that goes on is attributed once."""
        before = self.claims[-1] if self.claims else None
        if speaker is None or before is None or before.speaker != speaker:
            return (), ()
        spans = [p for p in (*before.source, *before.cue) if isinstance(p, Span)]
        if all(any(s.start <= span.start and span.end <= s.end for s in near) for span in spans):
            return before.source, before.cue
        return (), ()

    def _take_out(self, reason: str, item: object) -> None:
        self.refused.append(Refusal(kind="detail", reason=reason, proposed=proposal(item)))

    def _take_out_unknown(self, name: str, item: ClaimItem | PositionItem | EventItem) -> None:
        for key in item.more:
            if key not in MORE[name]:
                self._take_out(f"{name} have nothing called {key!r}", item)
