"""The recorded answers, replayed: what large answers give, what bad ones become, and that none is kept for nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.api import read
from onrecord.cli.main import run
from onrecord.errors import ModelError
from onrecord.model.replay import Recording, Recordings, read_all
from onrecord.model.settings import ModelSettings
from onrecord.pipeline import Options, Pipeline
from onrecord.records import Record

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "fixtures" / "answers"
SEEDS = sorted(p for p in (ROOT / "seeds").iterdir() if p.suffix in (".txt", ".md", ".html") and p.stem != "README")


LOCAL = ANSWERS / "local" / "article.txt"


def settings_of(recording: Recording) -> ModelSettings:
    """The settings with which a recording was made."""
    return ModelSettings(model=recording.request.model, second_look=False, **dict(recording.request.parameters))


def replayed(seed: Path, folder: Path, settings: ModelSettings) -> Record:
    options = Options(engine="model", fallback=False, model=settings, replay=folder)
    with Pipeline(options) as pipeline:
        return pipeline.put(read(seed)).record


def evidence(record: Record) -> Iterator[tuple[list[list[int]], str]]:
    def walk(value: object) -> Iterator[tuple[list[list[int]], str]]:
        if isinstance(value, dict):
            if "spans" in value:
                yield value["spans"], value["text"]
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    yield from walk(record.model_dump(mode="json"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_large_models_answer_gives_a_record_whose_every_word_is_the_articles(seed: Path) -> None:
    record = replayed(seed, ANSWERS / "large", ModelSettings(model="large-model", second_look=False))
    text = record.article.text
    assert len(record.claims) >= 5
    assert record.summary.points
    for spans, words in evidence(record):
        assert words == " ... ".join(text[start:end] for start, end in spans)
    coverage = record.coverage
    kept = len(record.claims) + len(record.positions) + len(record.events) + len(record.summary.points)
    assert coverage.proposed == kept + coverage.merged + len(coverage.refused)
    assert len(coverage.refused) <= 0.15 * coverage.proposed
    assert record.provenance.model == "large-model"


@pytest.mark.parametrize(
    ("seed", "error"),
    [
        ("library-row.txt", "ModelRefused"),
        ("coal-smoke-speech.txt", "ModelFiltered"),
        ("sulawesi-ferry.txt", "ModelNonsense"),
    ],
)
def test_an_answer_of_no_use_is_an_error_with_a_name_or_a_visible_fallback(seed: str, error: str) -> None:
    settings = ModelSettings(model="bad-answers", second_look=False)
    with pytest.raises(ModelError) as caught:
        replayed(ROOT / "seeds" / seed, ANSWERS / "bad", settings)
    assert type(caught.value).__name__ == error
    with Pipeline(Options(model=settings, replay=ANSWERS / "bad")) as pipeline:
        record = pipeline.put(read(ROOT / "seeds" / seed)).record
    assert record.provenance.engine == "rules"
    assert record.provenance.fallback == str(caught.value)


def test_numbers_types_and_actors_that_are_not_there_are_refused_one_by_one() -> None:
    settings = ModelSettings(model="bad-answers", second_look=False)
    record = replayed(ROOT / "seeds" / "channel-to-moscow.txt", ANSWERS / "bad", settings)
    reasons = " | ".join(refusal.reason for refusal in record.coverage.refused)
    for piece in ("points at s77", "names actor 99", "rests on c300", "type: Input should be", "names 'Pope'"):
        assert piece in reasons
    assert record.claims
    assert all("Pope" not in point.text for point in record.summary.points)


USABLE = sorted(
    r.request.article for r in read_all(ANSWERS / "bad") if "answer" in json.loads(r.path.read_text(encoding="utf-8"))
)
"""Those that are an object with no key twice."""


@pytest.mark.parametrize("name", USABLE)
def test_of_a_bad_answer_some_is_refused_and_what_stays_is_the_articles(name: str) -> None:
    settings = ModelSettings(model="bad-answers", second_look=False)
    record = replayed(ROOT / "seeds" / name, ANSWERS / "bad", settings)
    coverage, text = record.coverage, record.article.text
    kept = len(record.claims) + len(record.positions) + len(record.events) + len(record.summary.points)
    assert record.claims
    assert coverage.refused
    assert coverage.proposed == kept + coverage.merged + len(coverage.refused)
    for spans, words in evidence(record):
        assert words == " ... ".join(text[start:end] for start, end in spans)
    assert all("Francis" not in point.text for point in record.summary.points)


def test_every_seed_has_answers_of_a_large_model_of_a_real_local_one_and_bad_ones() -> None:
    origins: dict[str, set[str]] = {}
    for recording in read_all(ANSWERS):
        origins.setdefault(recording.request.article, set()).add(recording.path.parent.name)
    assert all(origins[seed.name] == {"large", "local", "bad"} for seed in SEEDS)


def test_invented_speakers_numbers_and_swapped_speakers_do_not_reach_the_record() -> None:
    settings = ModelSettings(model="bad-answers", second_look=False)
    record = replayed(ROOT / "seeds" / "altamar-results.txt", ANSWERS / "bad", settings)
    whole = record.model_copy(update={"coverage": record.coverage.model_copy(update={"refused": ()})})
    dumped = json.dumps(whole.model_dump(mode="json")["claims"]) + json.dumps([a.name for a in record.actors])
    for invented in ("Gates", "81%", "bankrupt", "2031"):
        assert invented not in dumped
    mendoza = "person:rosa-xochitl-mendoza"
    assert [c.source.text for c in record.claims if c.speaker == mendoza and c.source] == [
        "SNTM general secretary Rosa Xochitl Mendoza",
        "She",
    ]


SMALL = sorted({r.request.article for r in read_all(ANSWERS / "local")})


@pytest.mark.parametrize("name", SMALL)
def test_a_small_local_models_nonsense_is_refused_and_every_call_of_it_counted(name: str) -> None:
    """It copies the prompt's example, breaks the form or says nothing: what is kept is the article's, or the rules'."""
    made = [r for r in read_all(ANSWERS / "local") if r.request.article == name]
    path = LOCAL if name == LOCAL.name else ROOT / "seeds" / name
    with Pipeline(Options(engine="model", model=settings_of(made[0]), replay=ANSWERS)) as pipeline:
        record = pipeline.put(read(path)).record
    usage, coverage = record.provenance.usage, record.coverage
    assert usage is not None
    assert usage.calls == sum(r.answer.calls for r in made)
    assert usage.output_tokens == sum(r.answer.output_tokens for r in made)
    assert coverage.refused or record.provenance.engine == "rules"
    kept = len(record.claims) + len(record.positions) + len(record.events) + len(record.summary.points)
    assert coverage.proposed == kept + coverage.merged + len(coverage.refused)
    for spans, words in evidence(record):
        assert words == " ... ".join(record.article.text[start:end] for start, end in spans)
    whole = record.model_copy(update={"coverage": coverage.model_copy(update={"refused": ()})})
    assert "Sandhaven" not in whole.model_dump_json()


def test_nonsense_that_stayed_so_is_in_the_recording_with_all_that_was_answered() -> None:
    useless = [r for r in read_all(ANSWERS / "local") if not r.answer.useful]
    assert useless
    for recording in useless:
        assert recording.answer.calls == len(recording.answer.earlier) + 1 == 3
        options = Options(engine="model", model=settings_of(recording), replay=ANSWERS)
        records = []
        for _ in range(2):
            with Pipeline(options) as pipeline:
                records.append(pipeline.put(read(ROOT / "seeds" / recording.request.article)).record)
        assert "(asked 3 times)" in (records[0].provenance.fallback or "")
        assert records[0].model_dump_json() == records[1].model_dump_json()


def test_every_recording_is_asked_for_by_some_seed() -> None:
    recordings = Recordings(ANSWERS)
    made = {(r.request.article, settings_of(r)) for r in read_all(ANSWERS)}
    articles = {path.name: path for path in (*SEEDS, LOCAL)}
    for name, settings in sorted(made, key=str):
        if name not in articles:
            continue
        for options in (
            Options(engine="model", model=settings, replay=ANSWERS),
            Options(model=replace(settings, second_look=True), replay=ANSWERS),
        ):
            with Pipeline(options) as pipeline:
                assert pipeline.model is not None
                pipeline.model._answers = recordings
                pipeline.put(read(articles[name]))
    unused = {r.path.name for r in read_all(ANSWERS)} - {path.name for path in recordings.used}
    assert not unused, "run tests/model/recordings.py renumber, and delete what it cannot move"


def test_a_second_look_is_one_further_call_and_brings_what_the_first_left_out() -> None:
    proposed, calls = [0, 0], [0, 0]
    for look in (False, True):
        settings = ModelSettings(model="large-model", second_look=look)
        for seed in ("bail-reform.txt", "channel-to-moscow.txt", "seabed-mining-turn.txt"):
            with Pipeline(Options(fallback=False, model=settings, replay=ANSWERS)) as pipeline:
                record = pipeline.put(read(ROOT / "seeds" / seed)).record
            assert record.provenance.usage is not None
            proposed[look] += record.coverage.proposed
            calls[look] += record.provenance.usage.calls
    assert calls == [3, 6]
    assert proposed[True] >= proposed[False] + 5


def test_every_recording_says_what_it_was_made_from_and_holds_no_secret() -> None:
    for recording in read_all(ANSWERS):
        assert recording.answer.origin
        assert recording.answer.at
        body = recording.path.read_text(encoding="utf-8").lower()
        assert not any(word in body for word in ("authorization", "bearer", "api_key", "sk-"))


def test_the_command_line_replays_without_network_or_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ONRECORD_MODEL"):
        monkeypatch.delenv(name, raising=False)
    seed = str(ROOT / "seeds" / "channel-to-moscow.txt")
    assert run(["summarize", seed, "--replay", str(ANSWERS), "--no-fallback", "--format", "json"]) == 0
    first = capsys.readouterr().out
    record = Record.model_validate_json(first)
    assert record.provenance.engine == "both"
    assert {"model", "both"} <= {claim.found_by for claim in record.claims}
    assert run(["summarize", seed, "--replay", str(ANSWERS), "--no-fallback", "--format", "json"]) == 0
    assert capsys.readouterr().out == first
