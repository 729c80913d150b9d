"""Grounding lets a model's true statements stand and catches them made false; the figures are `make bench`'s."""

from collections import Counter
from functools import cache

import pytest

from changed_statements import cases, document, passes

KINDS = ("negation", "number", "date", "name", "speaker")


@cache
def counted() -> tuple[Counter[str], Counter[str]]:
    """How many statements there are of each kind, and how many of them pass."""
    pytest.importorskip("trafilatura", reason="HTML needs the extra onrecord[html]")
    met: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for case in cases():
        met[case.kind] += 1
        kept[case.kind] += passes(case)
    return met, kept


def test_each_statement_has_words_of_its_article_found_once_and_each_change_changes_it() -> None:
    pytest.importorskip("trafilatura", reason="HTML needs the extra onrecord[html]")
    true = None
    for case in cases():
        if case.kind == "true":
            true = case
            assert document(case.seed).article.text.count(case.content) == 1
        assert true is not None
        assert (case.kind == "true") is (case == true)
        assert (case.statement, case.speaker) != (true.statement, true.speaker) or case.kind == "true"


def test_there_are_enough_of_each_kind() -> None:
    met, _ = counted()
    assert met["true"] >= 150
    assert all(met[kind] >= 60 for kind in KINDS)
    assert sum(met[kind] for kind in KINDS) >= 500


def test_true_statements_pass() -> None:
    met, kept = counted()
    assert kept["true"] / met["true"] >= 0.97


def test_changed_statements_are_caught() -> None:
    met, kept = counted()
    assert sum(kept[kind] for kind in KINDS) / sum(met[kind] for kind in KINDS) <= 0.05
