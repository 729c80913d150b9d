"""A country is there by its name, adjective, capital or a town; a town is not there by another of its country."""

import pytest

from onrecord.grounding.names import lexis_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the French government", "France"),
        ("talks in Paris", "France"),
        ("soldiers in Marseille", "France"),
        ("France agreed", "Paris"),
        ("the European Union", "Europe"),
    ],
)
def test_a_country_is_there_in_another_form(text, word):
    assert lexis_of(text).bears(word)


@pytest.mark.parametrize(
    ("text", "word"),
    [("soldiers in Marseille", "Paris"), ("soldiers in Marseille", "Lyon"), ("France agreed", "Lyon")],
)
def test_a_town_is_not_there_by_its_country_or_another_town(text, word):
    assert not lexis_of(text).bears(word)
