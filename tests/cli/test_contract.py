"""The command line's contract: what goes where, which exit code, and what is said about bad input."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.records import Record

ARTICLE = (
    "Bridge to close\n\nMayor Aiko Ito said on Friday the old bridge would close.\n\n“It is not safe,” she said.\n"
)
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def plain_settings(tmp_path, monkeypatch):
    """An empty folder and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith(("ONRECORD_", "OPENAI_"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def onrecord(*arguments: str, **options: object) -> subprocess.Popen:
    """The command in a process of its own, as a user starts it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen([sys.executable, "-m", "onrecord", *arguments], env=env, **options)


def test_extract_writes_one_record_a_line_and_nothing_else_to_stdout(article, capsys):
    assert run(["extract", "--engine", "rules", str(article), str(article)]) == 0
    out, err = capsys.readouterr()
    records = [Record.model_validate_json(line) for line in out.splitlines()]
    assert [record.article.text for record in records] == [ARTICLE, ARTICLE]
    assert err == ""


def test_two_runs_give_the_same_bytes(article, capsys):
    run(["extract", "--engine", "rules", str(article)])
    first = capsys.readouterr().out
    run(["extract", "--engine", "rules", str(article)])
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_summarize_shows_the_words_in_each_format(article, form, capsys):
    assert run(["summarize", "--engine", "rules", "--format", form, str(article)]) == 0
    assert "It is not safe" in capsys.readouterr().out


def test_summarize_fits_the_width_asked_for(article, capsys):
    run(["summarize", "--engine", "rules", "--width", "50", str(article)])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 50


def test_stdin_is_read_from_a_pipe_with_and_without_a_dash(tmp_path):
    for arguments in (["extract"], ["extract", "-"], ["summarize", "--format", "json"]):
        process = onrecord(*arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        out, _ = process.communicate(ARTICLE)
        assert process.returncode == 0
        assert json.loads(out)["article"]["text"] == ARTICLE


def bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Name to file and to what must be said of it."""
    made = {
        "missing": (None, "no such file"),
        "empty": (b"", "empty"),
        "blank": (b" \n\n \t\n", "no text"),
        "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "png image"),
        "half": (b"Mayor Ito said yes. \xe2\x82", "middle of a utf-8 character"),
        "nul": (b"Mayor\x00 says\x00 no\x00", "binary"),
    }
    found = {}
    for name, (content, said) in made.items():
        path = folder / f"{name}.txt"
        if content is not None:
            path.write_bytes(content)
        found[name] = (path, said)
    (folder / "hollow").mkdir()
    found["folder"] = (folder / "hollow", "no article")
    (folder / "nocolumn.csv").write_text("headline,words\na,b\n", encoding="utf-8")
    found["csv"] = (folder / "nocolumn.csv", "text")
    (folder / "broken.jsonl").write_text('{"id": "1", "text": "One said yes."}\n{"id": \n', encoding="utf-8")
    found["jsonl"] = (folder / "broken.jsonl", "line 2")
    return found


@pytest.mark.parametrize("name", ["missing", "empty", "blank", "binary", "half", "nul", "folder", "csv", "jsonl"])
def test_bad_input_is_named_with_a_next_step_and_the_others_go_on(name, tmp_path, article, capsys):
    path, said = bad_inputs(tmp_path)[name]
    assert run(["extract", "--engine", "rules", str(path), str(article)]) == 1
    out, err = capsys.readouterr()
    assert Record.model_validate_json(out.splitlines()[-1]).article.text == ARTICLE
    assert path.name in err
    assert said in err.lower()
    assert "Next: " in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 2


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(("word " * 1_000_000).encode(), id="a line of 5 MB"),
        pytest.param(b'"' * 10_000 + b" she said.", id="10,000 quotation marks"),
        pytest.param("“".encode() * 10_000, id="10,000 opening marks"),
        pytest.param(b"[" * 100_000, id="100,000 brackets"),
        pytest.param("‮Mayor​ Ito­ said yes.".encode(), id="marks that hide and reorder"),
        pytest.param("She said ‘no’.".encode("cp1252"), id="legacy encoding"),
        pytest.param("\ufeffShe said no.".encode("utf-16"), id="UTF-16"),
        pytest.param(b"She said:\r\n\r\nno.\r", id="carriage returns"),
    ],
)
def test_odd_input_still_gives_a_record(content, tmp_path, capsys):
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    assert run(["extract", "--engine", "rules", str(path)]) == 0
    record = Record.model_validate_json(capsys.readouterr().out)
    assert record.article.encoding


def test_control_characters_of_an_article_come_out_harmless(tmp_path, capsys):
    path = tmp_path / "evil.txt"
    path.write_text("\x1b[2JMayor \x9b31m Ito‮ said \x07 she would go.", encoding="utf-8")
    for arguments in (["summarize"], ["summarize", "--format", "markdown"], ["extract"], ["extract", "--explain"]):
        run([*arguments, "--engine", "rules", str(path)])
        out, err = capsys.readouterr()
        assert not set(out + err) & set("\x1b\x9b\x07‮")


def test_a_file_name_cannot_drive_the_terminal(tmp_path, capsys):
    assert run(["extract", "--engine", "rules", "\x1b[31mred.txt"]) == 1
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--engine", "magic", "x"],
        ["extract", "--column", "colour=red", "x"],
        ["extract", "--record", "a", "--replay", "b", "x"],
        ["extract", "--replay", "nowhere", "x"],
        ["extract", "--nonsense"],
        ["nonsense"],
        ["summarize", "bridge.txt", "-o", "nowhere/at/all.txt"],
        ["summarize", "bridge.txt", "-o", "."],
    ],
)
def test_wrong_usage_ends_with_2_and_one_clear_message(arguments, article, capsys):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err.strip()


def test_output_is_written_whole_or_not_at_all(article, tmp_path, capsys):
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    assert run(["extract", "--engine", "rules", str(article), "-o", str(target)]) == 0
    assert Record.model_validate_json(target.read_text(encoding="utf-8")).claims
    assert capsys.readouterr().out == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bridge.txt", "out.jsonl"]


@pytest.mark.parametrize("command", ["extract", "summarize", "prompts show"])
@pytest.mark.parametrize("name", ["same", "link", "hard link", "folder", "stdin"])
def test_an_output_that_is_a_source_too_is_refused_and_stays_as_it_was(command, name, article, tmp_path):
    folder = tmp_path / "below"
    folder.mkdir()
    (folder / "link.txt").symlink_to(article)
    (tmp_path / "hard.txt").hardlink_to(article)
    given, output = {
        "same": ("./bridge.txt", article),
        "link": (article, folder / "link.txt"),
        "hard link": (article, "hard.txt"),
        "folder": (tmp_path, folder / ".." / "bridge.txt"),
        "stdin": ("-", article),
    }[name]
    arguments = [*command.split(), given, "-o", output]
    with article.open("rb") as stdin:
        process = onrecord(*map(str, arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "would be overwritten" in err
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_an_output_beside_the_sources_is_written(article, tmp_path):
    """Hidden files and those without a known ending are not read of a folder; a new name is nobody's source."""
    (tmp_path / "out.dat").write_text("old", encoding="utf-8")
    (tmp_path / ".out.txt").write_text("old", encoding="utf-8")
    for name in ("out.dat", ".out.txt", "new.jsonl"):
        assert run(["extract", "--engine", "rules", str(tmp_path), "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("{")


def test_an_export_does_not_take_the_place_of_its_store(article, tmp_path, capsys):
    assert run(["batch", "--engine", "rules", "--quiet", str(article), "--store", "s.jsonl"]) == 0
    before = (tmp_path / "s.jsonl").read_bytes()
    assert run(["export", "--store", "s.jsonl", "--to", str(tmp_path / "s.jsonl")]) == 2
    assert "would be overwritten" in capsys.readouterr().err
    assert (tmp_path / "s.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ONRECORD_DEADLINE", "nan"),
        ("ONRECORD_DEADLINE", "inf"),
        ("ONRECORD_DEADLINE", "-1"),
        ("ONRECORD_CONNECT_DEADLINE", "nan"),
        ("ONRECORD_BYTE_DEADLINE", "1e300"),
        ("ONRECORD_PATIENCE", "-1"),
        ("ONRECORD_PATIENCE", "nan"),
        ("ONRECORD_FIRST_WAIT", "inf"),
        ("ONRECORD_TEMPERATURE", "nan"),
        ("ONRECORD_TEMPERATURE", "-0.5"),
        ("ONRECORD_REASKS", "-1"),
        ("ONRECORD_WINDOW", "-4"),
        ("ONRECORD_MAX_OUTPUT", "0"),
        ("ONRECORD_CONCURRENCY", "-2"),
        ("ONRECORD_SEED", "9" * 30),
        ("ONRECORD_PRICES", "nan/2"),
        ("ONRECORD_PRICES", "1/-2"),
    ],
)
def test_a_number_that_cannot_be_meant_is_refused_with_the_settings_name(variable, value, article, monkeypatch, capsys):
    monkeypatch.setenv(variable, value)
    assert run(["extract", "--engine", "rules", str(article)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert variable in err
    assert f"An example: {variable}=" in err


@pytest.mark.parametrize("budget", ["nan", "inf", "-1"])
def test_a_budget_that_is_no_sum_is_refused(budget, article, capsys):
    """What is not a number compares with nothing and would let any sum pass."""
    assert run(["batch", "--engine", "rules", str(article), "--store", "s.db", "--budget", budget]) == 2
    assert "--budget" in capsys.readouterr().err


def test_a_closed_pipe_ends_quietly(article):
    process = onrecord(
        "extract", "--engine", "rules", *[str(article)] * 400, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 1
    assert err == b""


def test_ctrl_c_ends_with_130_and_without_a_traceback(article):
    process = onrecord(
        "extract", "--engine", "rules", *[str(article)] * 20_000, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    _, err = process.communicate(timeout=60)
    assert time.monotonic() - started < 60
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_settings_come_from_flag_then_environment_then_file(article, tmp_path, monkeypatch, capsys):
    (tmp_path / "onrecord.toml").write_text('engine = "rules"\nformat = "json"\n', encoding="utf-8")
    assert run(["summarize", str(article)]) == 0
    assert json.loads(capsys.readouterr().out)["provenance"]["engine"] == "rules"
    monkeypatch.setenv("ONRECORD_ENGINE", "nonsense")
    assert run(["summarize", str(article)]) == 2
    assert run(["summarize", str(article), "--engine", "rules", "--format", "text"]) == 0


@pytest.mark.parametrize("line", ["engin = 'rules'", "api_key = 'sk-1'", "engine = "])
def test_a_wrong_settings_file_is_named(line, article, tmp_path, capsys):
    (tmp_path / "onrecord.toml").write_text(line, encoding="utf-8")
    assert run(["extract", str(article)]) == 2
    err = capsys.readouterr().err
    assert "onrecord.toml" in err
    assert "sk-1" not in err


def test_help_and_rules_import_neither_openai_nor_instructor(article):
    code = (
        "import sys\nfrom onrecord.cli.main import run\n"
        f"for a in (['--help'], ['summarize', '--help'], ['summarize', '--engine', 'rules', {str(article)!r}],"
        f" ['summarize', {str(article)!r}]):\n    assert run(a) == 0\n"
        "heavy = {'openai', 'instructor', 'jinja2', 'trafilatura', 'pyarrow', 'httpx2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_version_and_schema_print_to_stdout(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("onrecord ")
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["title"] == "Record"
    assert schema["properties"]["claims"]["description"]


@pytest.mark.parametrize("command", ["extract", "summarize"])
@pytest.mark.parametrize("redirection", [">&-", ">/dev/full"])
def test_output_that_cannot_be_written_is_one_clear_line(command, redirection, article):
    line = f'"{sys.executable}" -m onrecord {command} --engine rules "{article}" {redirection}'
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_output_to_a_pipe_or_device_does_not_take_its_place(article, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run(["extract", "--engine", "rules", str(article), "-o", str(pipe)]) == 0
    assert json.loads(os.read(reader, 1_000_000))["article"]["text"] == ARTICLE
    os.close(reader)
    assert pipe.is_fifo()


def test_an_encoding_is_taken_from_the_option_and_a_wrong_name_is_a_usage_error(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes("市長は橋を閉鎖すると述べた。".encode("shift_jis"))
    assert run(["extract", "--engine", "rules", "--encoding", "shift_jis", "a.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"].startswith("市長")
    assert run(["extract", "--engine", "rules", "--encoding", "nonsense", "a.txt"]) == 2
    assert "nonsense" in capsys.readouterr().err


def test_a_model_that_is_named_and_cannot_be_asked_is_said(article, capsys):
    assert run(["extract", str(article), "--model", "m-1"]) == 0
    out, err = capsys.readouterr()
    assert Record.model_validate_json(out).provenance.fallback == "OPENAI_API_KEY is not set"
    assert "by the rules, not the model: OPENAI_API_KEY is not set" in err
    assert run(["extract", str(article), "--model", "m-1", "--no-fallback"]) == 3


@pytest.mark.parametrize("command", ["extract", "batch"])
def test_what_reading_met_with_is_said_on_stderr_of_a_few_articles_and_counted(command, tmp_path, capsys):
    rows = [json.dumps({"text": f"Mayor Ito said the cafÃ© would close on day {n}."}) for n in range(8)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run([command, "--engine", "rules", "a.jsonl", *(["--store", "s.db"] if command == "batch" else [])]) == 0
    err = capsys.readouterr().err
    assert err.count("('Ã©' for 'é')") == 5
    assert "3 more" in err


def test_summarize_says_what_reading_met_with_and_how_the_text_was_decoded(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes("Mayor Ito said the café would close – soon.".encode("cp1252"))
    (tmp_path / "b.txt").write_text("Mayor Ito said the cafÃ© would close.", encoding="utf-8")
    assert run(["summarize", "--engine", "rules", "a.txt"]) == 0
    assert "Decoded as cp1252." in capsys.readouterr().out
    assert run(["summarize", "--engine", "rules", "b.txt"]) == 0
    assert "('Ã©' for 'é')" in " ".join(capsys.readouterr().out.split())
