"""Which sentences stand for the article."""

from onrecord.drafts import DraftEvent, DraftPoint, DraftPosition
from onrecord.reading.document import Document
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.types import Clauses


def find_points(
    document: Document,
    clauses: list[Clauses],
    events: list[DraftEvent],
    attributions: list[Attribution],
    positions: list[DraftPosition],
) -> list[DraftPoint]:
    """Two or three sentences of the article, in order of importance."""
    return []
