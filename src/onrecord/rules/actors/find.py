"""From a document to the actors in it."""

from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors, Known, Mention, Reference
from onrecord.rules.syntax.types import Clauses


class Found:
    """The actors of one document."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.mentions: list[Mention] = []

    def within(self, start: int, end: int) -> list[Mention]:
        """See `Actors`."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def refer(self, start: int, end: int) -> Reference | None:
        """See `Actors`."""
        return None

    def several(self, start: int, end: int) -> list[Reference]:
        """See `Actors`."""
        return []


def find_actors(document: Document, clauses: list[Clauses]) -> Actors:
    """Everyone the document mentions."""
    return Found()
