"""From drafts and a document to a record: the order in which grounding works."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from onrecord.drafts import Draft, DraftClaim, DraftEvent, DraftPosition
from onrecord.grounding.actors import cast_of
from onrecord.grounding.checks import checks_for
from onrecord.grounding.coverage import boilerplate_blocks, tallies
from onrecord.grounding.items import Grounder
from onrecord.grounding.merge import merge_items
from onrecord.grounding.pointers import Missed
from onrecord.grounding.quoting import Quoted
from onrecord.grounding.readings import Readings
from onrecord.reading.document import Document
from onrecord.records import (
    Actor,
    Claim,
    Coverage,
    Event,
    Point,
    Position,
    Provenance,
    Record,
    Refusal,
    Span,
    Summary,
    maker,
)

Item = Claim | Position | Event
Proposal = DraftClaim | DraftPosition | DraftEvent
Kept = TypeVar("Kept", Claim, Position, Event, Point)
Told = TypeVar("Told", Claim, Position)
_coverage, _summary, _record = maker(Coverage), maker(Summary), maker(Record)


@dataclass(frozen=True)
class Grounded:
    """A record, and for each of its items the rule or prompt that made it."""

    record: Record
    proposed: Sequence[tuple[Item, Proposal]]
    """The items before any were merged, each with what was proposed."""

    @cached_property
    def traces(self) -> dict[str, str]:
        """From an item's id to its trace."""
        found: dict[str, str] = {}
        for item, proposal in self.proposed:
            found.setdefault(item.id, proposal.trace)
        kept: tuple[Item, ...] = (*self.record.claims, *self.record.positions, *self.record.events)
        return {item.id: found.get(item.id, "") for item in kept}


@dataclass
class _Sheet:
    """What grounding has so far."""

    claims: list[Claim] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    traced: list[tuple[Item, Proposal]] = field(default_factory=list)
    proposed: int = 0

    def take(
        self,
        kind: Literal["claim", "position", "event", "point"],
        proposal: object,
        result: Kept | Missed,
        into: list[Kept],
    ) -> Kept | None:
        """Keep a grounded item or note its refusal; either way it counts as proposed."""
        self.proposed += 1
        if type(result) is Missed:  # asked of nearly everything that is kept
            self.refused.append(Refusal(kind=kind, reason=result.reason, proposed=_short(proposal)))
            return None
        into.append(result)
        return result


def ground(document: Document, drafts: Sequence[Draft], provenance: Provenance) -> Grounded:
    """Make the record of a document from what one or two engines propose.

    The first draft has the say where two agree on the words but not on the rest: its items are kept and completed
    from the other's. Everything proposed is kept, merged or refused with a reason; the three add up.
    """
    cast = cast_of(drafts, document)
    quoted = Quoted(document)
    refused = [*cast.refused, *(refusal for draft in drafts for refusal in draft.refused)]
    sheet = _Sheet(refused=refused, proposed=len(refused))
    checks = checks_for(document, cast.actors) if any(draft.engine == "model" for draft in drafts) else None
    readings = Readings()
    for number, (draft, ids) in enumerate(zip(drafts, cast.ids, strict=True)):
        own = checks if draft.engine == "model" else None
        if number == 1:
            known = set(cast.ids[0].values())
            readings = Readings((*sheet.claims, *sheet.positions), (a for a in cast.actors if a.id in known))
        grounder = Grounder(document, quoted, ids, draft.engine, own, readings)
        _ground_draft(draft, grounder, sheet)
        sheet.refused += grounder.taken_out
        sheet.proposed += len(grounder.taken_out)
    return _finish(document, cast.actors, sheet, provenance, engines=len(drafts))


def _ground_draft(draft: Draft, grounder: Grounder, sheet: _Sheet) -> None:
    claims: list[Claim | None] = []
    for claim in draft.claims:
        kept = sheet.take("claim", claim, grounder.claim(claim), sheet.claims)
        claims.append(kept)
        if kept is not None:
            sheet.traced.append((kept, claim))
    for position in draft.positions:
        index = position.claim
        rests_on = claims[index] if index is not None and 0 <= index < len(claims) else None
        claim_id = None if rests_on is None else rests_on.id
        held = sheet.take("position", position, grounder.position(position, claim_id), sheet.positions)
        if held is not None:
            sheet.traced.append((held, position))
    for event in draft.events:
        happened = sheet.take("event", event, grounder.event(event), sheet.events)
        if happened is not None:
            sheet.traced.append((happened, event))
    for point in draft.points if not sheet.points else ():
        sheet.take("point", point, grounder.point(point), sheet.points)


def _finish(
    document: Document, actors: tuple[Actor, ...], sheet: _Sheet, provenance: Provenance, *, engines: int
) -> Grounded:
    claims, renamed = merge_items(sheet.claims, engines=engines)
    held = sheet.positions
    if renamed:
        held = [p.model_copy(update={"claim": renamed[p.claim]}) if p.claim in renamed else p for p in held]
    positions, _ = merge_items(held, engines=engines)
    events, _ = merge_items(sheet.events, engines=engines)
    said = [claim.content.spans for claim in claims]
    stands = [position.evidence.spans for position in positions]
    others = [event.evidence.spans for event in events] + [point.evidence.spans for point in sheet.points]
    sentences, quotations = tallies(document, said + stands + others)
    kept = len(claims) + len(positions) + len(events) + len(sheet.points)
    coverage = _coverage(
        sentences=sentences,
        quotations=quotations,
        boilerplate=boilerplate_blocks(document),
        proposed=sheet.proposed,
        merged=sheet.proposed - kept - len(sheet.refused),
        refused=tuple(sheet.refused),
    )
    record = _record(
        article=document.article,
        summary=_summary(headline=document.article.title, points=tuple(sheet.points)),
        actors=actors,
        claims=_in_order(claims, said),
        positions=_in_order(positions, stands),
        events=tuple(events),
        coverage=coverage,
        provenance=provenance,
    )
    return Grounded(record, sheet.traced)


def _in_order(items: Sequence[Told], places: Sequence[tuple[Span, ...]]) -> tuple[Told, ...]:
    """Items in order of the text, where each stands at the place of its number."""
    rows = [(spans[0], items[number].id, number) for number, spans in enumerate(places)]
    rows.sort()
    return tuple([items[number] for _, _, number in rows])


def _short(proposal: object) -> str:
    """What was proposed, in one line of at most 200 characters."""
    text = " ".join(repr(proposal).split())
    return text if len(text) <= 200 else text[:199] + "…"
