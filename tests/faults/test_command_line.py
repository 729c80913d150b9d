"""The same faults at the command line: exit code, what is said, and what the record says of it."""

import json
from pathlib import Path

import pytest
from fault_server import FaultServer
from table import LINES, ROWS, Row

from onrecord.cli.main import run
from onrecord.records import Record

NAMES = (
    "429, Retry-After of an hour",
    "500 without end",
    "200 with a web page",
    "empty choices",
    "JSON that breaks the schema",
    "refusal",
    "content filter",
    "401",
    "404, no such model",
    "a body of 50 MB",
)
FAULTS = [row for row in ROWS if row.name in NAMES]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted-0123456789abcdef-secret")
    monkeypatch.setenv("ONRECORD_FIRST_WAIT", "0.01")
    monkeypatch.setenv("ONRECORD_MODE", "schema")
    path = tmp_path / "article.txt"
    path.write_text("\n\n".join(LINES), encoding="utf-8")
    return str(path)


def extracted(article: str, server: FaultServer, *more: str) -> int:
    return run(["extract", article, "--model", "m", "--base-url", server.base_url, "--no-second-look", *more])


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: row.name)
def test_the_rules_stand_in_and_the_record_says_why(row: Row, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    with FaultServer(row.script) as server:
        assert extracted(article, server) == 0
    out, err = capsys.readouterr()
    record = Record.model_validate_json(out)
    made = record.provenance
    assert made.engine == "rules"
    assert made.fallback
    assert made.usage is not None
    assert (made.usage.calls, made.usage.input_tokens + made.usage.output_tokens) == (row.calls, row.tokens)
    assert made.fallback in err
    assert "Traceback" not in err
    assert "planted" not in out + err


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: row.name)
def test_without_fallback_it_is_an_error_with_a_next_step(
    row: Row, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with FaultServer(row.script) as server:
        assert extracted(article, server, "--no-fallback") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "Next:" in err
    assert "Traceback" not in err
    assert "planted" not in err


def test_what_was_recorded_is_replayed_without_a_server(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = next(row for row in ROWS if row.name == "JSON in a fence with words around it")
    with FaultServer(good.script) as server:
        assert extracted(article, server, "--record", "answers") == 0
        first = capsys.readouterr().out
        assert len(server.requests) == 1
    monkeypatch.delenv("OPENAI_API_KEY")
    assert run(["extract", article, "--replay", "answers", "--no-second-look", "--no-fallback"]) == 0
    assert capsys.readouterr().out == first
    assert json.loads(first)["provenance"]["engine"] == "both"
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "answers").iterdir())
    assert "planted" not in written


NONSENSE = [row for row in ROWS if row.error == "ModelNonsense" and row.name != "100,000 brackets"]


@pytest.mark.parametrize("row", NONSENSE, ids=lambda row: row.name)
def test_nonsense_is_recorded_with_all_that_was_answered_and_replayed_to_the_same_bytes(
    row: Row, article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with FaultServer(row.script) as server:
        assert extracted(article, server, "--record", "answers") == 0
        first = capsys.readouterr().out
    [path] = (tmp_path / "answers").iterdir()
    recorded = json.loads(path.read_text(encoding="utf-8"))
    assert (recorded["useful"], len(recorded["earlier"]), recorded["calls"]) == (False, 2, 3)
    assert {attempt["finish_reason"] for attempt in recorded["earlier"]} == {"stop"}
    assert run(["extract", article, "--replay", "answers", "--model", "m", "--no-second-look"]) == 0
    assert capsys.readouterr().out == first
    assert run(["extract", article, "--replay", "answers", "--no-second-look", "--no-fallback"]) == 3


def test_recorded_nonsense_is_asked_for_again_where_one_records_again(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = next(row for row in ROWS if row.name == "JSON in a fence with words around it")
    for row, engine in ((NONSENSE[0], "rules"), (good, "both")):
        with FaultServer(row.script) as server:
            assert extracted(article, server, "--record", "answers") == 0
        assert json.loads(capsys.readouterr().out)["provenance"]["engine"] == engine
    assert len(list((tmp_path / "answers").iterdir())) == 1


def test_what_a_model_wrote_before_it_was_asked_to_repair_it_is_recorded_too(article: str, tmp_path: Path) -> None:
    repaired = next(row for row in ROWS if row.name == "JSON that breaks the schema, repaired when asked")
    with FaultServer(repaired.script) as server:
        assert extracted(article, server, "--record", "answers") == 0
    [path] = (tmp_path / "answers").iterdir()
    recorded = json.loads(path.read_text(encoding="utf-8"))
    assert "useful" not in recorded
    assert recorded["earlier"] == [{"finish_reason": "stop", "text": '{"claims": "none"}'}]
