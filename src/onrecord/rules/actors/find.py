"""From a document to the actors in it."""

from onrecord.reading.document import Document
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.scan import scan
from onrecord.rules.actors.settle import Settler
from onrecord.rules.syntax.types import Clauses


def find_actors(document: Document, clauses: list[Clauses]) -> Found:
    """Everyone the document mentions by name, role or pronoun; those without a name are made when asked for."""
    return Settler(document, clauses, scan(document, clauses)).run()
