"""The checks that what a model wrote must pass, for one document."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from onrecord.grounding.attribution import Attributions
from onrecord.grounding.statements import Statements
from onrecord.grounding.whom import Reading, Whom
from onrecord.reading.document import Document
from onrecord.records import Actor, Evidence
from onrecord.rules.actors.find import find_actors
from onrecord.rules.actors.types import Actors, Known
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.claims import is_claim
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

    @cache
    def attributions() -> list[Attribution]:  # asked only where a model names a speaker and no source
        found = find_attributions(document, reading().clauses, rules())
        return [a for a in found if is_claim(a) and a.speaker]

    def teller(content: Evidence) -> Known | None:
        """Who says these words, as the rules read the article: by the attribution that has most of them."""
        start, end = content.spans[0].start, content.spans[-1].end
        shared = [(sum(max(0, min(end, s.end) - max(start, s.start)) for s in a.content), a) for a in attributions()]
        most, told = max(shared, key=itemgetter(0), default=(0, None))
        return rules().actor(told.speaker) if most and told and told.speaker else None

    statements = Statements(document, known, Whom(document, known, reading))
    return Checks(statements, Attributions(document, known, rules, teller))
