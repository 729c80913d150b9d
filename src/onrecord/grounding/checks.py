"""The checks that what a model wrote must pass, for one document."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.grounding.attribution import Attributions
from onrecord.grounding.statements import Statements
from onrecord.grounding.whom import Reading, Whom
from onrecord.reading.document import Document
from onrecord.records import Actor
from onrecord.rules.actors.find import find_actors
from onrecord.rules.actors.types import Actors
from onrecord.rules.syntax.analyse import analyse


@dataclass(frozen=True)
class Checks:
    """What a model's words and attributions are checked with."""

    statements: Statements
    attributions: Attributions


def checks_for(document: Document, actors: Iterable[Actor]) -> Checks:
    """The checks of a document whose actors are known."""
    known = tuple(actors)

    @cache
    def reading() -> Reading:  # asked only where a model wrote something
        clauses = analyse(document)
        return Reading(clauses, find_actors(document, clauses))

    def rules() -> Actors:
        return reading().actors

    statements = Statements(document, known, Whom(document, known, reading))
    return Checks(statements, Attributions(document, known, rules))
