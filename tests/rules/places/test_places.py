"""Places: where something happens."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.actors.find import find_actors
from onrecord.rules.places import find_places
from onrecord.rules.syntax.analyse import analyse as syntax

CASES = [
    ("They met in Paris on Friday.", [("Paris", "FRA")]),
    ("They met at the UN in New York.", [("New York", "USA")]),
    ("Shells fell near Kharkiv.", [("Kharkiv", "UKR")]),
    ("A tram crashed in south London.", [("south London", "GBR")]),
    ("He was held in Hebei province.", [("Hebei province", "CHN")]),
    ("They fought in the northern city of Mosul.", [("Mosul", "IRQ")]),
    ("They protested outside Trump Tower.", [("Trump Tower", None)]),
    ("It happened in May.", []),
    ("They said so in 2019.", []),
    ("She was photographed with Paris Hilton.", []),
    ("They met in private.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_place_is_found_with_its_country(text, expected):
    document = analyse(read_text(text))
    clauses = syntax(document)
    found = find_places(clauses[0], text, find_actors(document, clauses))
    assert [(text[p.span.start : p.span.end], p.country) for p in found] == expected
