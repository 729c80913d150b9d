"""The country tables, and what they are asked."""

from collections import Counter

import countrynames
import pytest
from countrynames.mappings import mappings

from onrecord.rules.geography import gazetteer, rows, split

TABLE = rows("countries.tsv", 7)
OURS = {"XKX", "EUE"}
THEIR_UNION = "EUU"  # what countrynames calls the European Union


def theirs(name):
    try:
        return countrynames.to_code_3(name)
    except KeyError:  # countrynames raises on states that are gone, such as Zaire
        return None


def test_each_country_of_countrynames_has_a_row():
    codes = {code for code in mappings.values() if code and len(code) == 3}
    assert codes - {THEIR_UNION} - set(gazetteer().main) == set()


def test_the_table_has_the_249_entries_of_iso_3166_and_two_of_ours():
    assert len({row[0] for row in TABLE} - OURS) == 249
    assert len(TABLE) == 251


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_no_name_is_another_countrys_for_countrynames(row):
    code, name, names = row[:3]
    if code not in OURS:
        assert theirs(name) == code
        # The nations of the United Kingdom have codes such as GB-SCT there.
        others = {theirs(each) for each in split(names)} - {code, None}
        assert {other for other in others if not (code == "GBR" and other.startswith("GB-"))} == set()


def test_no_city_stands_in_two_countries():
    count = Counter(city for row in TABLE for city in split(row[5]))
    assert [city for city, times in count.items() if times > 1] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("France", "FRA"), ("U.S.", "USA"), ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Downing Street", "GBR"),
        ("Kremlin", "RUS"), ("White House", "USA"), ("EU", "EUE"), ("Brussels", "BEL"), ("Texas", "USA"),
        ("Xi’an", "CHN"), ("Côte d’Ivoire", "CIV"), ("Georgia", "GEO"), ("Europe", None), ("us", None),
    ],
)  # fmt: skip
def test_a_place_gives_its_country(words, code):
    assert gazetteer().country(words) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("French", "FRA"), ("Dutch", "NLD"), ("U.S.", "USA"), ("Scottish", "GBR"), ("Chechen", "RUS"), ("Saudi", "SAU")],
)
def test_an_adjective_gives_its_country(word, code):
    assert gazetteer().adjectives[word] == code


@pytest.mark.parametrize(
    ("word", "code", "plural"),
    [("Briton", "GBR", False), ("Britons", "GBR", True), ("Russians", "RUS", True), ("Israelis", "ISR", True),
     ("Frenchman", "FRA", False), ("Danes", "DNK", True), ("Texans", "USA", True), ("Chinese", "CHN", True)],
)  # fmt: skip
def test_a_word_for_people_gives_country_and_number(word, code, plural):
    people = gazetteer().people[word]
    assert (people.country, people.plural) == (code, plural)


def test_georgia_is_known_to_be_two_places():
    assert gazetteer().ambiguous("Georgia")
    assert not gazetteer().ambiguous("Texas")


def test_a_seat_names_its_institution():
    assert gazetteer().seats["Kremlin"].institution == "presidency"
    assert gazetteer().seats["Pentagon"].institution == "Department of Defense"
