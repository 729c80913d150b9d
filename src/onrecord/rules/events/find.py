"""From clauses to events."""

from typing import cast

from onrecord.drafts import DraftEvent
from onrecord.reading.document import UNREAD, Document
from onrecord.records import EventType
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.events.sentence import sentence_events
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence
from onrecord.rules.syntax.types import Clauses


def find_events(
    document: Document,
    clauses: list[Clauses],
    actors: Actors,
    attributions: list[Attribution],  # noqa: ARG001
) -> list[DraftEvent]:
    """Every event, the main event first."""
    found: list[Candidate] = []
    for each in clauses:
        if document.label_of(each.sentence) in UNREAD:
            continue
        found.extend(sentence_events(Sentence(each), actors))
    return [_draft(c) for c in found]


def _draft(c: Candidate) -> DraftEvent:
    return DraftEvent(
        type=cast(EventType, c.type),
        evidence=(c.evidence,),
        label=c.label,
        trigger=c.trigger,
        actors=tuple(c.actors),
        recipients=tuple(c.recipients),
        when=(c.when,) if c.when else (),
        where=(c.where,) if c.where else (),
        status=c.status,
        trace=c.trace,
    )
