import json
import logging
import pickle
import traceback
from pathlib import Path

import pytest
from fault_server import FaultServer, failure
from table import GOOD, small_document

from onrecord.model.engine import ModelEngine
from onrecord.model.errors import ModelCallError
from onrecord.model.replay import Recorder
from onrecord.model.settings import ModelSettings

KEY = "sk-planted-0123456789abcdef-secret"


@pytest.fixture(autouse=True)
def _planted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def test_the_key_goes_to_the_server_and_nowhere_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with FaultServer([GOOD]) as server:
        settings = ModelSettings(model="m", base_url=server.base_url, second_look=False)
        engine = ModelEngine(settings, Recorder(tmp_path))
        drafted = engine.draft_blocking(small_document())
        engine.close()
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    out, err = capfd.readouterr()
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    everywhere = [out, err, caplog.text, written, repr(drafted), repr(settings), repr(engine), repr(vars(engine))]
    assert not any(KEY in place for place in everywhere)
    assert b"sk-planted" not in pickle.dumps(settings)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_a_server_that_repeats_the_key_does_not_make_us_repeat_it(
    status: int, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = failure(status, f"Incorrect API key provided: {KEY}. Header: Bearer {KEY}; also {KEY[:14]}...cret")
    with FaultServer([echo]) as server:
        engine = ModelEngine(ModelSettings(model="m", base_url=server.base_url, attempts=2, first_wait=0.01))
        with pytest.raises(ModelCallError) as caught:
            engine.draft_blocking(small_document())
        engine.close()
    error = caught.value
    out, err = capfd.readouterr()
    trace = "".join(traceback.format_exception(error))
    for place in (
        str(error),
        error.hint,
        repr(error),
        trace,
        out,
        err,
        caplog.text,
        str(pickle.loads(pickle.dumps(error))),  # noqa: S301
    ):
        assert KEY not in place
        assert KEY[:14] not in place


def test_an_error_keeps_what_it_took_between_processes() -> None:
    with FaultServer([failure(404, "no such model")]) as server:
        engine = ModelEngine(ModelSettings(model="m", base_url=server.base_url))
        with pytest.raises(ModelCallError) as caught:
            engine.draft_blocking(small_document())
        engine.close()
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert type(again) is type(caught.value)
    assert (again.message, again.hint, again.usage) == (caught.value.message, caught.value.hint, caught.value.usage)
    assert json.dumps(again.usage.model_dump())
