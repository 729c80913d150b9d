"""The checks that what a model wrote must pass, for one document."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.grounding.attribution import Attributions
from onrecord.grounding.statements import Statements
from onrecord.reading.document import Document
from onrecord.records import Actor


@dataclass(frozen=True)
class Checks:
    """What a model's words and attributions are checked with."""

    statements: Statements
    attributions: Attributions


def checks_for(document: Document, actors: Iterable[Actor]) -> Checks:
    """The checks of a document whose actors are known."""
    known = tuple(actors)
    return Checks(Statements(document, known), Attributions(document, known))
