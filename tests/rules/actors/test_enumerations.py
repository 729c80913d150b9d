"""Long enumerations: a joint statement has as many speakers as it names, a register floods no record."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.actors.types import MOST_TOGETHER
from onrecord.rules.parser import parse

GIVEN = ["Anna", "Boris", "Carla", "David", "Elena", "Frank", "Greta", "Henry", "Irene", "Jonas"]
STARTS = ["Ro", "Sta", "Ve", "Ku", "Mi", "Tra", "Ho", "Pe", "Da", "Li"]
SURNAMES = [start + end for start in STARTS for end in ("berg", "ner", "vik", "kova")]


def enumerated(count: int) -> list[str]:
    return [f"{GIVEN[n % 10]} {SURNAMES[n * 7 % 40]}{'' if n < 40 else 'son'}" for n in range(count)]


def together(text: str) -> tuple[int, int, int]:
    """The most speakers of one claim, holders of the same stance, and parties to one event."""
    draft = parse(analyse(read_text(text)))
    return (
        max((len({c.speaker, *c.joint}) for c in draft.claims), default=0),
        len({p.holder for p in draft.positions}),
        max((len({*e.actors, *e.recipients}) for e in draft.events), default=0),
    )


@pytest.mark.parametrize("count", [2, 12, 32])
def test_those_who_make_a_joint_statement_are_all_its_speakers(count: int) -> None:
    speakers, _, _ = together(f"{' and '.join(enumerated(count))} said the bridge was safe.")
    assert speakers == count


@pytest.mark.parametrize("count", [MOST_TOGETHER + 1, 60, 75])
@pytest.mark.parametrize(
    "text",
    [
        "{ands} said the bridge was safe.",
        "According to {ands}, the bridge is safe.",
        "{list} and Ursula Low support the plan.",
        "{list} and Ursula Low condemned the attack.",
        "{ands} met in Paris.",
    ],
)
def test_a_register_of_names_is_no_list_of_speakers_or_holders(text: str, count: int) -> None:
    names = enumerated(count)
    found = together(text.format(ands=" and ".join(names), list=", ".join(names)))
    assert 1 <= max(found) <= 2, "the first named, or the one at hand"
