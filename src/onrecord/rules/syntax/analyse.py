"""From a document to the syntax of each of its sentences."""

from onrecord.reading.document import Document
from onrecord.rules.syntax.types import Clauses


def analyse(document: Document) -> list[Clauses]:
    """The syntax of every sentence; the list's index is the sentence's number."""
    return [Clauses(sentence, []) for sentence in document.sentences]
