"""Claims are read from the marked cases as they are marked; those that are not are listed as known faults."""

from typing import Any

import pytest

import onrecord
from marked_claims import cases, known_faults, wrong
from marked_text import parse

FAULTS = known_faults()


def cases_at(level: str) -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{case['kind']}: {parse(case['text']).text[:50]}",
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=FAULTS[level][case["text"]])]
            if case["text"] in FAULTS[level]
            else [],
        )
        for case in cases()
    ]


def read(case: dict[str, Any]) -> onrecord.Record:
    return onrecord.extract(parse(case["text"]).text, onrecord.Options(engine="rules"))


@pytest.mark.parametrize("case", cases_at("found"))
def test_who_says_what_is_found(case: dict[str, Any]) -> None:
    problem = wrong(case, read(case), exact=False)
    assert problem is None, problem


@pytest.mark.parametrize("case", cases_at("exact"))
def test_source_and_content_have_their_exact_borders(case: dict[str, Any]) -> None:
    problem = wrong(case, read(case), exact=True)
    assert problem is None, problem


def test_every_known_fault_is_one_of_the_cases() -> None:
    texts = {case["text"] for case in cases()}
    assert all(set(faults) <= texts for faults in FAULTS.values())
