"""A recording is replayed for exactly the request it answered; a miss says what differs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import made

from onrecord.errors import UsageError
from onrecord.model.engine import ModelEngine
from onrecord.model.errors import RecordingMissing
from onrecord.model.replay import Recorder, Recordings, read, write
from onrecord.model.settings import ModelSettings
from onrecord.reading.read import analyse, read_text

TEXT = "“I am tired,” Ana Ruiz said."
SETTINGS = ModelSettings(model="m", second_look=False)
COMPACT = '{"actors":[],"claims":[{"who":null,"src":null,"cue":"said","at":["q1"],"more":[]}]}'


def ask(settings: ModelSettings = SETTINGS, text: str = TEXT):
    return next(iter(ModelEngine(settings).requests(analyse(read_text(text, id="tired.txt")))))


@pytest.mark.parametrize("text", [COMPACT, json.dumps(json.loads(COMPACT), indent=2), '{"a": 1', "", "x\ud800"])
def test_an_answer_comes_back_byte_for_byte(tmp_path: Path, text: str) -> None:
    request = ask().request
    path = write(tmp_path, request, made(text)).path
    again = read(path)
    assert (again.answer, again.request) == (made(text), request)
    assert again.request.sent.startswith("<article>")


def test_a_recording_is_readable_and_names_article_model_and_prompt(tmp_path: Path) -> None:
    path = write(tmp_path, ask().request, made(COMPACT)).path
    assert path.name.startswith("tired.txt--m--extract-v2--")
    body = json.loads(path.read_text())
    assert body["answer"]["claims"][0]["cue"] == "said"
    assert set(body) >= {"model", "parameters", "prompt", "input_tokens", "calls", "origin", "at", "parts", "sent"}


def test_the_same_recording_gives_the_same_draft(tmp_path: Path) -> None:
    write(tmp_path, ask().request, made(COMPACT))
    drafts = []
    for _ in range(2):
        engine = ModelEngine(SETTINGS, Recordings(tmp_path))
        drafts.append(engine.draft_blocking(analyse(read_text(TEXT))))
        engine.close()
    assert drafts[0] == drafts[1]
    assert drafts[0].usage.input_tokens == 100


@pytest.mark.parametrize(
    ("settings", "text", "differs"),
    [
        (replace(SETTINGS, model="other"), TEXT, "model differs"),
        (replace(SETTINGS, temperature=1.0), TEXT, "parameters differs"),
        (SETTINGS, TEXT.replace("tired", "bored"), "article differs"),
        (SETTINGS, TEXT + " She left.", "article, schema differ"),
    ],
)
def test_a_miss_says_what_differs_and_how_to_record_it(
    tmp_path: Path, settings: ModelSettings, text: str, differs: str
) -> None:
    write(tmp_path, ask().request, made(COMPACT))
    with pytest.raises(RecordingMissing) as caught:
        Recordings(tmp_path).get(ask(settings, text).request)
    assert differs in str(caught.value)
    assert "--record" in caught.value.hint


def test_an_edited_prompt_is_a_miss(tmp_path: Path) -> None:
    recorded = tmp_path / "recorded"
    recorded.mkdir()
    write(recorded, ask().request, made(COMPACT))
    source = Path(ModelEngine(SETTINGS).prompt.source)
    mine = tmp_path / "mine" / "extract"
    mine.mkdir(parents=True)
    (mine / "v2.md").write_text(source.read_text().replace("Rather leave", "Better leave"))
    (mine / "v2.examples.json").write_text((source.parent / "v2.examples.json").read_text())
    with pytest.raises(RecordingMissing, match="prompt differs"):
        Recordings(recorded).get(ask(replace(SETTINGS, prompts=tmp_path / "mine")).request)


def test_an_article_never_recorded_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordingMissing, match=r"no answer for 'tired\.txt'"):
        Recordings(tmp_path).get(ask().request)


def test_a_file_that_is_no_recording_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"format": 1}')
    with pytest.raises(UsageError, match=r"x\.json.* is no recording"):
        Recordings(tmp_path)


def test_what_is_recorded_is_not_asked_again(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "new")
    request = ask().request
    assert recorder.get(request) is None
    recorder.put(request, made(COMPACT))
    assert recorder.get(request) == Recorder(tmp_path / "new").get(request) == made(COMPACT)


def test_used_recordings_are_told_from_others(tmp_path: Path) -> None:
    used = write(tmp_path, ask().request, made(COMPACT)).path
    write(tmp_path, ask(text="Nothing.").request, made(COMPACT))
    recordings = Recordings(tmp_path)
    recordings.get(ask().request)
    assert recordings.used == {used}


def test_without_a_model_named_the_only_one_recorded_is_replayed(tmp_path: Path) -> None:
    write(tmp_path, ask().request, made(COMPACT))
    assert Recordings(tmp_path).default_model() == "m"
    write(tmp_path, ask(replace(SETTINGS, model="n")).request, made(COMPACT))
    with pytest.raises(UsageError, match="2 models"):
        Recordings(tmp_path).default_model()
    (tmp_path / "default-model.txt").write_text("n\n")
    assert Recordings(tmp_path).default_model() == "n"
