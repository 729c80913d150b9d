"""Hand-made sentences in marked text: who says, by which words, what. fixtures/gold/marked.toml explains the marks."""

import pytest

import onrecord
from marked_claims import cases, known_faults, wrong
from marked_text import parse

FAULTS = known_faults()


def parameters(level):
    for case in cases():
        reason = FAULTS[level].get(case["text"])
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(case, id=f"{case['kind']}: {case['text'][:40]}", marks=marks)


def record(case):
    return onrecord.extract(parse(case["text"]).text, onrecord.Options(engine="rules"))


@pytest.mark.parametrize("case", list(parameters("found")))
def test_a_marked_claim_is_found(case):
    assert wrong(case, record(case), exact=False) is None


@pytest.mark.parametrize("case", list(parameters("exact")))
def test_a_marked_claim_has_the_right_borders(case):
    assert wrong(case, record(case), exact=True) is None
