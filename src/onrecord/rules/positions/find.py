"""From attributions and clauses to positions."""

from onrecord.drafts import DraftPosition
from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.types import Clauses


def find_positions(
    document: Document, clauses: list[Clauses], actors: Actors, attributions: list[Attribution]
) -> list[DraftPosition]:
    """Every position, in order of the text."""
    return []
