"""Names that are a country's and a person's, as they come out in events and claims."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.parser import parse

EVENTS = [
    ("Jordan expelled the Iranian ambassador.", ("Jordan", "country", "JOR")),
    ("Michael Jordan met the mayor. Jordan sued Iran.", ("Michael Jordan", "person", None)),
    ("The Georgia senator met the Ukrainian president in Kyiv.", ("Georgia senator", "unnamed", "USA")),
    ("The Georgia senator condemned the strike.", ("Georgia senator", "unnamed", "USA")),
    ("Georgia condemned the strike.", ("Georgia", "country", "GEO")),
]
CLAIMS = [
    ("Jordan said it would close the border with Syria.", ("Jordan", "country", "JOR")),
    ("Michael Jordan flew to Amman. Jordan said he was tired.", ("Michael Jordan", "person", None)),
    ("The Georgia senator said he would vote no.", ("Georgia senator", "unnamed", "USA")),
    ("Paris Hilton said she would sue.", ("Paris Hilton", "person", None)),
]


@pytest.mark.parametrize(("text", "actor"), EVENTS)
def test_who_acts_is_the_person_or_the_country_that_is_meant(text: str, actor: tuple[str, str, str | None]) -> None:
    draft = parse(analyse(read_text(text)))
    by_key = {one.key: (one.name, one.kind, one.country) for one in draft.actors}
    assert [by_key[key] for key in draft.events[-1].actors] == [actor]
    assert ("Georgia", "country", "GEO") not in by_key.values() or actor[2] == "GEO"


@pytest.mark.parametrize(("text", "speaker"), CLAIMS)
def test_who_speaks_is_the_person_or_the_country_that_is_meant(text: str, speaker: tuple[str, str, str | None]) -> None:
    draft = parse(analyse(read_text(text)))
    by_key = {one.key: (one.name, one.kind, one.country) for one in draft.actors}
    assert [by_key[claim.speaker] for claim in draft.claims if claim.speaker] == [speaker]
