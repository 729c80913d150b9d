"""What the tables know of countries: their names, adjectives, people, cities, seats and regions.

Names are looked up as written, case included ("US" is a country, "us" is not), with straight apostrophes.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LEXICONS = Path(__file__).parent / "lexicons"
EUROPEAN_UNION = "EUE"
"""ISO 3166-1 has no alpha-3 code for the Union; this one is reserved for it, for travel documents."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A name of a place or house that stands for an institution ("the Kremlin")."""

    country: str
    institution: str


@dataclass(frozen=True, slots=True)
class People:
    """A word for the people of a country ("Briton", "Britons")."""

    country: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country, or a region that spans several (`country` is None then)."""

    name: str
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The tables, each keyed by the words as written."""

    names: dict[str, str] = field(default_factory=dict)
    """Country names and their variants to codes."""
    main: dict[str, str] = field(default_factory=dict)
    """Codes to the country's main name."""
    adjectives: dict[str, str] = field(default_factory=dict)
    """"French" to FRA; also adjectives of regions that lie in one country."""
    nationalities: dict[str, str] = field(default_factory=dict)
    """Of the adjectives those of whole countries: "French", and not "Corsican"."""
    people: dict[str, People] = field(default_factory=dict)
    cities: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)

    def country(self, words: str) -> str | None:
        """The code of a country, a city, a seat or a region in one country; None for what the tables do not know.

        Where a name is both a country and a region ("Georgia"), it is the country's.
        """
        words = straight(words)
        if code := self.names.get(words) or self.cities.get(words):
            return code
        if seat := self.seats.get(words):
            return seat.country
        region = self.regions.get(words)
        return region.country if region else None

    def ambiguous(self, words: str) -> bool:
        """Whether the tables know two places of this name in different countries ("Georgia")."""
        region = self.regions.get(straight(words))
        return bool(region and region.country and self.names.get(straight(words), region.country) != region.country)


def straight(words: str) -> str:
    """Words with straight apostrophes, as the tables are written."""
    return words.replace("’", "'")


def rows(name: str, columns: int) -> list[list[str]]:
    """The rows of a tab-separated lexicon, without comments and the head line."""
    lines = (LEXICONS / name).read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    if wrong := [row for row in table if len(row) != columns]:
        raise ValueError(f"{name}: {columns} columns are wanted in each row, not {len(wrong[0])}: {wrong[0]}")
    return table


@cache
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    found = Gazetteer()
    for code, name, names, adjectives, people, cities, seats in rows("countries.tsv", 7):
        found.main[code] = name
        for each in (name, *split(names)):
            found.names[each] = code
        for adjective in split(adjectives):
            found.adjectives[adjective] = found.nationalities[adjective] = code
            for word, plural in _people_of(adjective):
                found.people.setdefault(word, People(code, plural))
        for pair in split(people):
            singular, _, plural_form = pair.partition("/")
            found.people[plural_form] = People(code, plural=True)
            found.people.setdefault(singular, People(code, plural=False))
        for place, city in enumerate(split(cities)):
            # Of two cities of one name the first in the table keeps it; the table is kept free of such pairs by a test.
            if found.cities.setdefault(city, code) == code and place == 0:
                found.capitals[city] = code
        for pair in split(seats):
            seat, _, institution = pair.partition(":")
            found.seats[seat] = Seat(code, institution)
    for name, names, adjectives, country, kind in rows("regions.tsv", 5):
        region = Region(name, country or None, kind)
        for each in (name, *split(names)):
            found.regions[each] = region
        for adjective in split(adjectives):
            if country:
                found.adjectives.setdefault(adjective, country)
                for word, plural in _people_of(adjective):
                    found.people.setdefault(word, People(country, plural))
    return found


def split(cell: str) -> list[str]:
    """The values of a cell."""
    return cell.split(";") if cell else []


def _people_of(adjective: str) -> list[tuple[str, bool]]:
    """The regular words for people: "Russian", "Russians"; "-ese", "-ish" and the like have none of their own."""
    if adjective.endswith(("an", "i", "er", "en", "ot", "ian")) and not adjective.endswith("Vatican"):
        return [(adjective, False), (adjective + "s", True)]
    return []
