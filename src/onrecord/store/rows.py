"""A record drawn out into the rows of the store: made by the workers, written by the one who holds the store."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Claim, Event, Evidence, Position, Record, Span
from onrecord.store.keys import article_key

Cell = str | int | float | None
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """One record as SQL sees it. Rows of claims, positions, events and actors lack their record's number."""

    key: str
    article: Cells
    record: Cells
    actors: tuple[Cells, ...]
    claims: tuple[Cells, ...]
    positions: tuple[Cells, ...]
    events: tuple[Cells, ...]


def rows_of(record: Record) -> Rows:
    """Draw a record out into rows."""
    return Rows(
        key=article_key(record.article),
        article=_article(record),
        record=_record(record),
        actors=tuple((a.id, a.name, a.kind, a.role, a.country, _spans(a.mentions)) for a in record.actors),
        claims=tuple(_claim(claim) for claim in record.claims),
        positions=tuple(_position(position) for position in record.positions),
        events=tuple(_event(event) for event in record.events),
    )


ARTICLE = ("id", "title", "published", "published_from", "url", "source", "encoding", "characters", "text")
RECORD = (
    "engine", "model", "prompt", "version", "fallback", "headline", "sentences", "sentences_cited", "quotations",
    "quotations_cited", "proposed", "merged", "refused", "calls", "input_tokens", "output_tokens", "cost", "json",
)  # fmt: skip
ACTOR = ("id", "name", "kind", "role", "country", "mentions")
CLAIM = (
    "id", "speaker", "certainty", "source", "source_spans", "cue", "cue_spans", "content", "content_spans", "start",
    "end", "match", "statement", "form", "modality", "said", "said_start", "said_end", "venue", "found_by",
)  # fmt: skip
POSITION = (
    "id", "holder", "source", "source_spans", "cue", "cue_spans", "target", "stance", "condition", "evidence",
    "evidence_spans", "start", "end", "match", "claim", "found_by",
)  # fmt: skip
EVENT = (
    "id", "type", "label", "quad", "trigger", "trigger_spans", "actors", "recipients", "when", "start_date", "end_date",
    "granularity", "anchor", "date_rule", "place", "place_country", "status", "evidence", "evidence_spans", "start",
    "end", "match", "found_by",
)  # fmt: skip


def _article(record: Record) -> Cells:
    a = record.article
    return (a.id, a.title, _day(a.published), a.published_from, a.url, a.source, a.encoding, len(a.text), a.text)


def _record(record: Record) -> Cells:
    made, read = record.provenance, record.coverage
    usage = made.usage
    return (
        made.engine, made.model, made.prompt, made.version, made.fallback, record.summary.headline,
        read.sentences.read, read.sentences.cited, read.quotations.read, read.quotations.cited,
        read.proposed, read.merged, len(read.refused),
        usage.calls if usage else 0, usage.input_tokens if usage else 0, usage.output_tokens if usage else 0,
        usage.cost if usage else None, record.model_dump_json(),
    )  # fmt: skip


def _claim(claim: Claim) -> Cells:
    said, content = claim.said, claim.content
    return (
        claim.id, claim.speaker, claim.certainty, *_words(claim.source), *_words(claim.cue), *_words(content),
        content.spans[0].start, content.spans[-1].end, content.match,
        None if claim.statement == content.text else claim.statement, claim.form, claim.modality,
        said.expression if said else None, _day(said.start) if said else None, _day(said.end) if said else None,
        claim.venue, claim.found_by,
    )  # fmt: skip


def _position(position: Position) -> Cells:
    shown = position.evidence
    return (
        position.id, position.holder, *_words(position.source), *_words(position.cue), position.target,
        position.stance, position.condition, *_words(shown), shown.spans[0].start, shown.spans[-1].end, shown.match,
        position.claim, position.found_by,
    )  # fmt: skip


def _event(event: Event) -> Cells:
    when, where, shown = event.when, event.where, event.evidence
    dates: Cells = (None,) * 6
    if when:
        dates = (when.expression, _day(when.start), _day(when.end), when.granularity, _day(when.anchor), when.rule)
    return (
        event.id, event.type, event.label, event.quad, *_words(event.trigger), json.dumps(event.actors),
        json.dumps(event.recipients), *dates, where.name if where else None, where.country if where else None,
        event.status, *_words(shown), shown.spans[0].start, shown.spans[-1].end, shown.match, event.found_by,
    )  # fmt: skip


def _words(evidence: Evidence | None) -> Cells:
    return (evidence.text, _spans(evidence.spans)) if evidence else (None, None)


def _spans(spans: Sequence[Span]) -> str:
    return "[" + ",".join(f"[{start},{end}]" for start, end in spans) + "]"


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
