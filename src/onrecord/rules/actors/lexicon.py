"""The words that tell actors apart, read once from the lexicons."""

import tomllib
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any, Literal

from onrecord.rules.geography import LEXICONS, rows

Gender = Literal["f", "m", ""]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word sets of `lexicons/actors.toml` and `given_names.tsv`; words of lower case unless said otherwise."""

    given: dict[str, Gender]
    """Given names as written, to the gender they tell."""
    family_first: frozenset[str]
    """Family names that stand first ("Xi")."""
    honorifics: dict[str, Gender]
    """As written, without a full stop."""
    styled: frozenset[str]
    titles: frozenset[str]
    """As written, without a full stop."""
    weak_titles: frozenset[str]
    topics: frozenset[str]
    """As written."""
    roles: dict[str, Gender]
    kin: frozenset[str]
    persons: frozenset[str]
    """Nouns for one person: roles and others."""
    organizations: frozenset[str]
    organization_nouns: frozenset[str]
    """Those of `organizations` that stand for one in lower case too."""
    only_common: frozenset[str]
    companies: frozenset[str]
    known: frozenset[str]
    """Names of organisations, as written."""
    groups: frozenset[str]
    collective: frozenset[str]
    plain: frozenset[str]
    documents: frozenset[str]
    things: frozenset[str]
    name_particles: frozenset[str]
    organization_particles: frozenset[str]
    of: frozenset[str]
    """As written: words whose names go on over "of"."""
    initial: frozenset[str]
    calendar: frozenset[str]
    """As written."""
    affiliations: frozenset[str]
    """As written: "Republican", "Muslim"."""
    hypernyms: dict[str, frozenset[str]]
    """Nouns that a person may be called by, to words of that person's role: "the lawmaker" for "Sen."."""
    called: dict[str, frozenset[str]]
    """Nouns that an organisation may be called by, to the names of such organisations, as written."""
    same: dict[str, str]
    """Other names of organisations to one of them, as written."""
    nicknames: dict[str, str]
    """As written: short given names to the full ones."""
    surnames: frozenset[str]
    """As written: of people whom the news names without a given name."""
    holders: dict[str, frozenset[str]]
    """As written: surnames of heads of state and government with relatives in the news, to the given names."""
    named_groups: frozenset[str]
    """As written: "Republicans", "Taliban"."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((LEXICONS / "actors.toml").read_text(encoding="utf-8"))


def word_set(name: str) -> frozenset[str]:
    """One of the small sets that a single rule asks for."""
    return words(_table()["sets"][name])


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    table = _table()
    names = rows("given_names.tsv", 3)
    genders: dict[str, Gender] = {"f": "f", "m": "m", "u": ""}
    roles = {word: genders[letter] for letter in "umf" for word in table["roles"][letter].split()}
    organizations = words(table["organizations"]["words"])
    return Lexicon(
        given={name: genders[gender] for name, gender, _ in names},
        family_first=frozenset(name for name, _, order in names if order == "2"),
        honorifics={word: genders[letter] for letter in "mfu" for word in table["honorifics"][letter].split()},
        styled=words(table["styled"]["words"]),
        titles=words(table["titles"]["words"]),
        weak_titles=words(table["titles"]["weak"]),
        topics=words(table["topics"]["words"]),
        roles=roles,
        kin=words(table["roles"]["kin"]),
        persons=frozenset(roles) | words(table["person_nouns"]["words"]),
        organizations=organizations,
        organization_nouns=organizations - words(table["organizations"]["only_names"]),
        only_common=words(table["organizations"]["only_common"]),
        companies=words(table["organizations"]["companies"]),
        known=words(table["organizations"]["known"]),
        groups=words(table["groups"]["words"]),
        collective=words(table["groups"]["collective"]),
        plain=words(table["groups"]["plain"]),
        documents=words(table["documents"]["words"]),
        things=words(table["things"]["words"]),
        name_particles=words(table["particles"]["names"]),
        organization_particles=words(table["particles"]["organizations"]),
        of=words(table["particles"]["of"]),
        initial=words(table["initial"]["words"]),
        calendar=words(table["calendar"]["words"]),
        affiliations=words(table["affiliations"]["words"]),
        hypernyms={word: words(cell) for word, cell in table["hypernyms"].items()},
        called={word: words(cell) for word, cell in table["called"].items()},
        same={other: name.replace("_", " ") for name, cell in table["same"].items() for other in words(cell)},
        nicknames={short: full for full, shorts in table["nicknames"].items() for short in shorts.split()},
        holders={surname: words(cell) for surname, cell in table["holders"].items()},
        surnames=words(table["surnames"]["words"]),
        named_groups=words(table["affiliations"]["groups"]),
    )


def words(cell: str) -> frozenset[str]:
    """The words of a lexicon's cell; an underscore stands for a space."""
    return frozenset(intern(word.replace("_", " ")) for word in cell.split())
