"""The order in which the rules read a document."""

from onrecord.drafts import Draft, DraftActor
from onrecord.reading.document import Document
from onrecord.rules.actors.find import find_actors
from onrecord.rules.actors.first_person import enter_first_person
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.claims import draft_claims
from onrecord.rules.events.find import find_events
from onrecord.rules.positions.find import find_positions
from onrecord.rules.summary import find_points
from onrecord.rules.syntax.analyse import analyse


def parse(document: Document) -> Draft:
    """Read a document by rules alone. The same document always gives the same draft."""
    clauses = analyse(document)
    actors = find_actors(document, clauses)
    attributions = find_attributions(document, clauses, actors)
    enter_first_person(document, clauses, actors, attributions)
    claims = draft_claims(attributions)
    positions = find_positions(document, clauses, actors, attributions)
    events = find_events(document, clauses, actors, attributions)
    return Draft(
        engine="rules",
        actors=tuple(
            DraftActor(known.key, known.name, known.kind, known.role, known.country, tuple(known.mentions))
            for known in actors.known.values()
        ),
        claims=tuple(claims),
        positions=tuple(positions),
        events=tuple(events),
        points=tuple(find_points(document, clauses, events, attributions, positions)),
    )
