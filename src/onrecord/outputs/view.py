"""A record arranged for reading: the sections and lines that text and Markdown both show."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.paragraphs import in_one_line
from onrecord.records import Actor, Claim, Event, Evidence, Position, Record, When

STANCES = {"support": "supports", "oppose": "opposes", "conditional": "supports if", "neutral": "takes no side on"}
_FORMS = {"direct": "in their words", "mixed": "partly in their words", "indirect": "as reported"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker with what they are on record with."""

    name: str
    detail: str
    claims: tuple[Claim, ...]


def speakers(record: Record) -> list[Speaker]:
    """The claims by speaker, in the order in which speakers first speak; the unknown speaker where they stand."""
    actors = {actor.id: actor for actor in record.actors}
    grouped: dict[tuple[str, ...], list[Claim]] = {}
    for claim in record.claims:
        grouped.setdefault((claim.speaker, *claim.joint) if claim.speaker else (), []).append(claim)
    return [_speaker([actors[key] for key in keys], claims) for keys, claims in grouped.items()]


def _speaker(together: list[Actor], claims: list[Claim]) -> Speaker:
    match together:
        case []:
            detail_of = "the article does not say who, or not so that rules can tell"
            return Speaker("Speaker not named", detail_of, tuple(claims))
        case [one]:
            return Speaker(one.name, detail(one), tuple(claims))
        case _:
            named = [f"{actor.name} ({detail(actor)})" if detail(actor) else actor.name for actor in together]
            return Speaker(" and ".join(named), "", tuple(claims))


def detail(actor: Actor) -> str:
    """Role and country of an actor, in brackets' worth of words."""
    parts = [actor.role or "", actor.country or ""]
    return ", ".join(part for part in parts if part)


def flat(evidence: Evidence) -> str:
    """The words of evidence on one line."""
    return in_one_line(evidence.text)


def said(claim: Claim) -> str:
    """What is said, how, when and where, on one line."""
    unsaid = claim.modality == "not said"
    notes = [] if unsaid else [_FORMS[claim.form]]
    if claim.modality != "asserted":
        notes.append(claim.modality)
    if claim.certainty == "inferred":
        notes.append("speaker inferred")
    if claim.said:
        notes.append(when(claim.said))
    if claim.venue:
        notes.append(claim.venue)
    if claim.found_by != "rules":
        notes.append("found by " + claim.found_by)
    return f"{flat(claim.content)}  [{'; '.join(notes)}]"


def stands(position: Position, names: dict[str, str]) -> str:
    """Holder, stance, target and condition, on one line."""
    line = f"{names[position.holder]} {STANCES[position.stance]}: {' '.join(position.target.split())}"
    if position.condition:
        line += f"  [condition: {' '.join(position.condition.split())}]"
    return line


def happened(event: Event, names: dict[str, str]) -> str:
    """Type, parties, words, time and place of an event, on one line."""
    mutual = any(i in event.actors for i in event.recipients)
    parties = ", ".join(names[i] for i in event.actors if i not in event.recipients)
    if event.recipients:
        parties = f"{parties or '?'} {'↔' if mutual else '→'} {', '.join(names[i] for i in event.recipients)}"
    kind = event.label if event.type == "OTHER" else event.type
    notes: list[str] = [] if event.status == "happened" else [event.status]
    if event.when:
        notes.append(when(event.when))
    if event.where:
        notes.append(event.where.name + (f" ({event.where.country})" if event.where.country else ""))
    words = flat(event.trigger or event.evidence)
    line = f"{kind}: {parties + ': ' if parties else ''}{words}"
    return line + (f"  [{'; '.join(notes)}]" if notes else "")


def when(moment: When) -> str:
    """A time expression with the days it was resolved to."""
    if moment.start is None or moment.end is None:
        return f"{moment.expression}, not resolved"
    return f"{moment.expression} = {days(moment.start, moment.end)}"


def days(start: dt.date, end: dt.date) -> str:
    """One day or an interval of days, in ISO 8601."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def closing(record: Record) -> Iterator[str]:
    """What was read, what nothing cites, what was refused, and what made the record."""
    coverage, text = record.coverage, record.article.text
    yield (
        f"Cited {coverage.sentences.cited} of {coverage.sentences.read} sentences and "
        f"{coverage.quotations.cited} of {coverage.quotations.read} quotations; "
        f"{coverage.boilerplate} blocks of boilerplate not read for facts; {len(coverage.refused)} proposals refused."
    )
    for span in coverage.quotations.left:
        yield f"Quotation not cited: {' '.join(text[span.start : span.end].split())}"
    for refusal in coverage.refused:
        yield f"Refused {refusal.kind}: {refusal.reason}"
    encoding = record.article.encoding
    if encoding and encoding not in ("utf-8", "utf-8-sig", "ascii"):
        yield f"Decoded as {encoding}."
    for note in record.article.notes:
        yield f"Reading: {note}."
    made = record.provenance
    engine = {"rules": "the rules", "model": f"{made.model}", "both": f"{made.model} and the rules"}[made.engine]
    without = "No model" if made.engine == "rules" else "Without the model in part"
    yield f"Made by {engine}, onrecord {made.version}." + (f" {without}: {made.fallback}" if made.fallback else "")


def source_line(record: Record) -> str:
    """Where the article comes from, on one line."""
    article = record.article
    parts = [article.url or article.source or article.id]
    if article.published:
        parts.append(f"published {article.published.isoformat()} ({article.published_from})")
    else:
        parts.append("no date of publication known")
    return " · ".join(parts)
