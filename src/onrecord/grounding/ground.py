"""From drafts and a document to a record: the order in which grounding works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from onrecord.drafts import Draft
from onrecord.grounding.actors import cast_of
from onrecord.grounding.checks import checks_for
from onrecord.grounding.coverage import boilerplate_blocks, tallies
from onrecord.grounding.items import Grounder
from onrecord.grounding.merge import merge_items
from onrecord.grounding.pointers import Missed
from onrecord.grounding.quoting import Quoted
from onrecord.grounding.readings import Readings
from onrecord.reading.document import Document
from onrecord.records import Actor, Claim, Coverage, Event, Point, Position, Provenance, Record, Refusal, Summary

Kept = TypeVar("Kept", Claim, Position, Event, Point)


@dataclass(frozen=True)
class Grounded:
    """A record, and for each of its items the rule or prompt that made it."""

    record: Record
    traces: dict[str, str]
    """From an item's id to its trace."""


@dataclass
class _Sheet:
    """What grounding has so far."""

    claims: list[Claim] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    traces: dict[str, str] = field(default_factory=dict)
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
        if isinstance(result, Missed):
            self.refused.append(Refusal(kind=kind, reason=result.reason, proposed=_short(proposal)))
            return None
        into.append(result)
        if not isinstance(result, Point):
            self.traces.setdefault(result.id, getattr(proposal, "trace", ""))
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
    return _finish(document, cast.actors, sheet, provenance)


def _ground_draft(draft: Draft, grounder: Grounder, sheet: _Sheet) -> None:
    claim_ids: list[str | None] = []
    for claim in draft.claims:
        kept = sheet.take("claim", claim, grounder.claim(claim), sheet.claims)
        claim_ids.append(kept.id if kept else None)
    for position in draft.positions:
        index = position.claim
        claim_id = claim_ids[index] if index is not None and 0 <= index < len(claim_ids) else None
        sheet.take("position", position, grounder.position(position, claim_id), sheet.positions)
    for event in draft.events:
        sheet.take("event", event, grounder.event(event), sheet.events)
    for point in draft.points if not sheet.points else ():
        sheet.take("point", point, grounder.point(point), sheet.points)


def _finish(document: Document, actors: tuple[Actor, ...], sheet: _Sheet, provenance: Provenance) -> Grounded:
    claims, renamed = merge_items(sheet.claims)
    positions, _ = merge_items(
        [p.model_copy(update={"claim": renamed[p.claim]}) if p.claim in renamed else p for p in sheet.positions]
    )
    events, _ = merge_items(sheet.events)
    claims.sort(key=lambda c: (c.content.spans[0], c.id))
    positions.sort(key=lambda p: (p.evidence.spans[0], p.id))
    sentences, quotations = tallies(document, claims, positions, events, sheet.points)
    kept = len(claims) + len(positions) + len(events) + len(sheet.points)
    coverage = Coverage(
        sentences=sentences,
        quotations=quotations,
        boilerplate=boilerplate_blocks(document),
        proposed=sheet.proposed,
        merged=sheet.proposed - kept - len(sheet.refused),
        refused=tuple(sheet.refused),
    )
    record = Record(
        article=document.article,
        summary=Summary(headline=document.article.title, points=tuple(sheet.points)),
        actors=actors,
        claims=tuple(claims),
        positions=tuple(positions),
        events=tuple(events),
        coverage=coverage,
        provenance=provenance,
    )
    return Grounded(record, {i.id: sheet.traces.get(i.id, "") for i in _items(record)})


def _items(record: Record) -> Iterable[Claim | Position | Event]:
    yield from record.claims
    yield from record.positions
    yield from record.events


def _short(proposal: object) -> str:
    """What was proposed, in one line of at most 200 characters."""
    text = " ".join(repr(proposal).split())
    return text if len(text) <= 200 else text[:199] + "…"
