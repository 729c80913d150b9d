"""The records of the seeds hold what a careful reader found in them; what they lack is the list of known faults."""

from functools import cache
from pathlib import Path

import pytest

import onrecord
from golden import Check, checks, known_faults, seeds
from onrecord.reading.document import Document
from onrecord.records import Record

FAULTS = known_faults()
CASES = [(seed, check) for seed in seeds() for check in checks(seed)]


def name_of(seed: Path, check: Check) -> str:
    return f"{seed.stem}: {check.name}"


@cache
def on_record(seed: Path) -> tuple[Document, Record]:
    if seed.suffix == ".html":
        pytest.importorskip("trafilatura", reason="HTML needs the extra onrecord[html]")
    return onrecord.read(seed), onrecord.extract(seed, onrecord.Options(engine="rules"))


@pytest.mark.parametrize(
    ("seed", "check"),
    [
        pytest.param(
            seed,
            check,
            id=name_of(seed, check),
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=FAULTS[name_of(seed, check)])]
            if name_of(seed, check) in FAULTS
            else [],
        )
        for seed, check in CASES
    ],
)
def test_a_seed_is_on_record_as_its_reader_found_it(seed: Path, check: Check) -> None:
    problem = check.wrong(*on_record(seed))
    assert problem is None, problem


def test_every_seed_has_a_golden_record() -> None:
    assert len(seeds()) >= 14


def test_every_known_fault_belongs_to_a_check() -> None:
    assert set(FAULTS) <= {name_of(seed, check) for seed, check in CASES}
