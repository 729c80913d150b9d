"""What stands in the place of what is read off the best alignment of two sentences' phrases and verbs."""

import pytest

from onrecord.grounding.laying import laid, parts_of
from onrecord.grounding.phrasing import text_of
from onrecord.grounding.standing import read_statement

NAMES = frozenset({"brandt", "lowe", "hale"})


def met(old: str, new: str) -> list[tuple[str, str]]:
    pairs = laid(
        *(parts_of(read_statement(text, NAMES), 0, len(text)) for text in (old, new)),
        lambda one, two: one.key == two.key,
    )
    return [(text_of(p.old), text_of(p.new)) for p in pairs if p.firm and not p.alike and p.old.kind == "phrase"]


@pytest.mark.parametrize(
    ("old", "new", "swapped"),
    [
        ("Brandt met Lowe in May.", "Brandt met Hale in May.", [("Lowe", "Hale")]),
        ("Brandt met Lowe.", "Hale met Lowe.", [("Brandt", "Hale")]),
        ("The brother of Brandt left.", "The brother of Brandt left.", []),
        ("She has refused it.", "Lowe has refused the job.", [("She", "Lowe"), ("it", "the job")]),
        ("The board said that farmers would pay.", "Farmers will pay.", []),
    ],
)
def test_what_stands_beside_the_same_words_stands_in_its_place(old, new, swapped):
    assert set(met(old, new)) == set(swapped)


def test_nothing_is_read_off_where_the_neighbours_differ():
    assert met("Lowe sold a house.", "In May the price of bread fell at Hale's shop.") == []


def test_an_active_and_a_passive_sentence_have_no_subject_in_common():
    assert ("Police", "Brandt") not in met("Police arrested Brandt.", "Brandt was arrested by police.")
