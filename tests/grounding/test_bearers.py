"""Two names can be one's where one is part of the other, its initials or its country, and no namesake is meant."""

import pytest

from onrecord.grounding.bearers import Bearers
from onrecord.grounding.ids import name_words
from onrecord.records import Actor

GIVEN = (
    Actor(id="1", name="Sam Dube", kind="person"),
    Actor(id="2", name="Rita Dube", kind="person"),
    Actor(id="3", name="Ada Lowe", kind="person", role="minister"),
    Actor(id="4", name="Traders' Union of Vessel", kind="organization"),
)
NAMES = Bearers(GIVEN, ())


def folded(name: str) -> frozenset[str]:
    return frozenset(name_words(name))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ada Lowe", "Lowe"),
        ("Lowe", "Ada Lowe"),
        ("Minister Lowe", "Ada Lowe"),
        ("Sam Dube", "Dube"),
        ("European Union", "EU"),
        ("France", "French"),
        ("France", "Paris"),
        ("Ivory Coast", "Ivorian"),
    ],
)
def test_two_names_that_can_be_one_bearers(one, two):
    assert NAMES.same(folded(one), folded(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sam Dube", "Rita Dube"),
        ("Dube", "Rita Dube"),
        ("Ada Lowe", "Ada Quist"),
        ("Supreme Court", "High Court"),
        ("Marseille", "Lyon"),
        ("France", "Marseille"),
        ("European Union", "NATO"),
    ],
)
def test_two_names_that_cannot(one, two):
    assert not NAMES.same(folded(one), folded(two))


def test_the_bodies_that_hold_some_words_are_found():
    assert NAMES.bodies(folded("Union")) == ["Traders' Union of Vessel"]
    assert NAMES.bodies(folded("Lowe")) == []
    assert NAMES.is_person(folded("Lowe"))
    assert not NAMES.is_person(folded("Union"))
