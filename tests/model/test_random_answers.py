"""Whatever a model answers ends in a record that adds up, or in a refusal with a name."""

import random
from collections import Counter
from pathlib import Path

import pytest
from random_answers import Maker
from scripted import Scripted, made

from onrecord.api import read
from onrecord.grounding.ground import ground
from onrecord.model.engine import ModelEngine
from onrecord.model.errors import ModelCallError
from onrecord.model.settings import ModelSettings
from onrecord.records import Provenance, Record
from onrecord.rules.parser import parse

SEEDS = sorted(p for p in (Path(__file__).parents[2] / "seeds").iterdir() if p.stem != "README" and p.suffix != ".html")
ANSWERS = 1000


def spans_of(value: object) -> list[tuple[int, int, str | None]]:
    """Every span of a record, with the words that are said to stand there."""
    found: list[tuple[int, int, str | None]] = []
    if isinstance(value, dict):
        if "spans" in value:
            words = value["text"].split(" ... ") if len(value["spans"]) > 1 else [value["text"]]
            pairs = zip(value["spans"], words, strict=True) if len(words) == len(value["spans"]) else ()
            found += [(s, e, w) for (s, e), w in pairs]
        for key, inner in value.items():
            if key in ("span", "mentions", "left"):
                found += [(s, e, None) for s, e in ([inner] if key == "span" else inner)]
            else:
                found += spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            found += spans_of(inner)
    return found


def check(record: Record) -> None:
    dumped = record.model_dump(mode="json")
    text = record.article.text
    for start, end, words in spans_of(dumped):
        assert 0 <= start < end <= len(text)
        assert words is None or text[start:end] == words
    coverage = record.coverage
    kept = len(record.claims) + len(record.positions) + len(record.events) + len(record.summary.points)
    assert coverage.proposed == kept + coverage.merged + len(coverage.refused)
    assert coverage.merged >= 0
    ids = {actor.id for actor in record.actors}
    named = {c.speaker for c in record.claims if c.speaker} | {p.holder for p in record.positions}
    named |= {a for e in record.events for a in (*e.actors, *e.recipients)}
    assert named <= ids
    claims = {claim.id for claim in record.claims}
    assert {p.claim for p in record.positions if p.claim} <= claims
    assert Record.model_validate_json(record.model_dump_json()) == record


@pytest.mark.slow
def test_1000_random_answers_end_in_a_record_that_adds_up_or_in_a_named_refusal() -> None:
    rng = random.Random(20261124)  # noqa: S311
    documents = [read(path) for path in SEEDS]
    rules = [parse(document) for document in documents]
    ends: Counter[str] = Counter()
    for number in range(ANSWERS):
        document = documents[number % len(documents)]
        beside = rules[number % len(documents)] if number // len(documents) % 2 else None
        engine = ModelEngine(ModelSettings(model="m", second_look=number % 3 == 0))
        ask = next(iter(engine.requests(document)))
        maker = Maker(ask.schema, document.text, rng)
        finish = rng.choice(["stop", "stop", "stop", "length", None])
        engine = ModelEngine(engine.settings, Scripted(lambda _, m=maker, f=finish: made(m.answer(), f)))
        try:
            drafted = engine.draft_blocking(document, beside)
        except ModelCallError as error:
            ends[type(error).__name__ if error.message and error.hint else "unnamed"] += 1
            continue
        finally:
            engine.close()
        drafts = [drafted.draft, beside] if beside else [drafted.draft]
        check(ground(document, drafts, Provenance(engine="both" if beside else "model", version="0")).record)
        ends["record"] += 1
    assert ends["record"] > ANSWERS / 3
    assert sum(ends.values()) == ANSWERS
    assert not ends["unnamed"]
