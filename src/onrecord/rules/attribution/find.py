"""From a document to its attributions."""

from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.types import Clauses


def find_attributions(document: Document, clauses: list[Clauses], actors: Actors) -> list[Attribution]:
    """Every attribution, in order of the text."""
    return []
