"""From clauses to events."""

from onrecord.drafts import DraftEvent
from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.types import Clauses


def find_events(
    document: Document, clauses: list[Clauses], actors: Actors, attributions: list[Attribution]
) -> list[DraftEvent]:
    """Every event, the main event first."""
    return []
