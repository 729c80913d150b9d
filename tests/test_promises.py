"""The promises that hold for every article: spans are the text's own words, and the same input gives the same bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import onrecord
from onrecord.reading.document import UNREAD

SEEDS = sorted(
    p
    for p in (Path(__file__).parents[1] / "seeds").iterdir()
    if p.suffix in (".txt", ".html", ".md") and p.stem != "README"
)
RULES = onrecord.Options(engine="rules")

WORDS = (
    "Mayor Aiko Ito said|she said|according to police|He told reporters in Paris on Monday that|talks|will not|"
    "last month|never ruled out|provided that|Comments are closed.|Ito:|— Ito|UN|U.S.|Published 3 May 2026|"
    "PARIS, May 3 (Reuters) -|{{ 7*7 }}|[S99]|```|<p>|0|Q:|A:|- |# |(|)|[|]|.|?|,|“|”|\"|‘|’|„|«|»|''|``| |\n|\n\n|"
    "\r\n|\u00a0|\u200b|\ufeff|\u202e|\x00|\x1b[2J|é|e\u0301|😀|𝔘|ß|İ"
)
PIECES = st.sampled_from(WORDS.split("|"))
HOSTILE = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map(" ".join) | st.text(max_size=300)


def spans(node: Any) -> Iterator[tuple[tuple[onrecord.Span, ...], str]]:
    """Every piece of evidence and every other span of a record, with the words it must be."""
    if isinstance(node, onrecord.Evidence):
        yield node.spans, node.text
    elif isinstance(node, onrecord.When):
        yield (node.span,), node.expression
    elif isinstance(node, onrecord.Place):
        yield (node.span,), node.name
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from spans(getattr(node, name))
    elif isinstance(node, tuple) and not isinstance(node, onrecord.Span):
        for item in node:
            yield from spans(item)


def check(record: onrecord.Record) -> None:
    text = record.article.text
    for found, words in spans(record):
        assert all(0 <= s.start < s.end <= len(text) for s in found)
        assert list(found) == sorted(found)
        assert " ... ".join(text[s.start : s.end] for s in found) == words
    for actor in record.actors:
        assert all(0 <= s.start < s.end <= len(text) for s in actor.mentions)
    ids = [item.id for item in (*record.actors, *record.claims, *record.positions, *record.events)]
    assert len(ids) == len(set(ids))
    actors = {actor.id for actor in record.actors}
    assert {c.speaker for c in record.claims} - {None} <= actors
    assert {p.holder for p in record.positions} <= actors
    assert {i for e in record.events for i in (*e.actors, *e.recipients)} <= actors
    assert {p.claim for p in record.positions} - {None} <= {c.id for c in record.claims}
    coverage = record.coverage
    kept = len(record.claims) + len(record.positions) + len(record.events) + len(record.summary.points)
    assert coverage.proposed == kept + coverage.merged + len(coverage.refused)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_every_span_of_a_seed_is_the_texts_own_words(seed):
    record = onrecord.extract(seed, RULES)
    check(record)
    assert onrecord.Record.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_validation_changes_nothing_in_what_the_rules_made_without_it(seed):
    record = onrecord.extract(seed, RULES)
    validated = onrecord.Record.model_validate(record.model_dump())
    assert repr(validated) == repr(record)
    assert validated.model_dump_json() == record.model_dump_json()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_a_seed_gives_the_same_bytes_twice(seed):
    assert onrecord.extract(seed, RULES).model_dump_json() == onrecord.extract(seed, RULES).model_dump_json()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_nothing_of_a_seed_is_cited_from_boilerplate(seed):
    document = onrecord.read(seed)
    unread = [block for block in document.blocks if block.label in UNREAD]
    record = onrecord.extract(seed, RULES)
    for found, words in spans(record):
        for span in found:
            assert not any(block.start < span.end and span.start < block.end for block in unread), words


@pytest.mark.parametrize("seed", [p for p in SEEDS if p.suffix == ".txt"], ids=lambda p: p.name)
def test_the_text_of_a_record_is_the_decoded_file(seed):
    assert onrecord.extract(seed, RULES).article.text == seed.read_bytes().decode("utf-8")


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_hostile_text_keeps_every_promise(text):
    document = onrecord.read(onrecord.Article(id="hostile", text=text))
    record = onrecord.extract(document.article, RULES)
    assert record.article.text == text
    check(record)
    assert record.model_dump_json() == onrecord.extract(document.article, RULES).model_dump_json()


@pytest.mark.parametrize(
    "text",
    [
        "He left, as the paper noted,",
        "The State ‘Department said no. The State “Department” and the White ‘House agreed.",
        "According to, said that, told. One of them, Another, said",
    ],
)
def test_sentences_that_break_off_are_read(text: str) -> None:
    assert onrecord.extract(text, RULES).article.text == text
