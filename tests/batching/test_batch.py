"""Batches by the rules: each article once, whatever happens to a process or a file."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.batching.items import Item, Outcome
from onrecord.batching.options import BatchOptions
from onrecord.batching.processes import Processes
from onrecord.batching.run import Batch, batch
from onrecord.errors import StoreError, UsageError
from onrecord.pipeline import Options
from onrecord.records import Article
from onrecord.store import Filters, open_store
from onrecord.store.runs import Task

RULES = Options(engine="rules")
Make = Callable[[int], Path]


def run(inputs: object, store: Path, **how: object) -> Batch:
    made = Batch(
        inputs if isinstance(inputs, list) else [inputs],  # type: ignore[list-item]
        store,
        RULES,
        BatchOptions(workers=1, **how),  # type: ignore[arg-type]
    )
    made.seen = list(made.results())  # type: ignore[attr-defined]
    return made


def states(made: Batch) -> dict[str, str]:
    return {Path(result.source).name: result.state for result in made.seen}  # type: ignore[attr-defined]


def test_each_article_is_put_on_record_once(articles: Make, tmp_path: Path) -> None:
    folder = articles(5)
    first = run(folder, tmp_path / "s.db")
    assert set(states(first).values()) == {"done"}
    assert (first.figures.done, first.figures.total) == (5, 5)
    again = run(folder, tmp_path / "s.db")
    assert set(states(again).values()) == {"already done"}
    with open_store(tmp_path / "s.db") as store:
        records = list(store.records())
    assert [record.article.id for record in records] == [f"a{n:04}.txt" for n in range(5)]
    assert records[0].claims[0].content.text == "“We will talk about pier 0,”"


def test_a_result_brings_its_record(articles: Make, tmp_path: Path) -> None:
    (result,) = batch(articles(1), tmp_path / "s.db", RULES)
    assert result.record is not None
    assert result.record.article.id == result.article == "a0000.txt"


def test_only_what_changed_is_done_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(3)
    run(folder, tmp_path / "s.db")
    (folder / "a0001.txt").write_text("“All is new,” the mayor said.", encoding="utf-8")
    (folder / "a0003.txt").write_text("“I am here,” the mayor said.", encoding="utf-8")
    assert states(run(folder, tmp_path / "s.db")) == {
        "a0000.txt": "already done",
        "a0001.txt": "done",
        "a0002.txt": "already done",
        "a0003.txt": "done",
    }
    with open_store(tmp_path / "s.db") as store:
        assert [record.article.id for record in store.records(Filters(source="a0001"))] == ["a0001.txt"]
        assert list(store.find("pier 1", Filters(kind="claim"))) == []


def test_a_file_that_changes_back_has_its_record_back(articles: Make, tmp_path: Path) -> None:
    folder = articles(1)
    old = (folder / "a0000.txt").read_text("utf-8")
    run(folder, tmp_path / "s.db")
    (folder / "a0000.txt").write_text("“All is new,” the mayor said.", encoding="utf-8")
    run(folder, tmp_path / "s.db")
    (folder / "a0000.txt").write_text(old, encoding="utf-8")
    assert states(run(folder, tmp_path / "s.db")) == {"a0000.txt": "already done"}
    with open_store(tmp_path / "s.db") as store:
        assert [record.article.text for record in store.records()] == [old]


def test_redo_does_all_again_and_goes_on_where_it_was_broken_off(articles: Make, tmp_path: Path) -> None:
    folder = articles(4)
    run(folder, tmp_path / "s.db")
    broken = Batch([folder], tmp_path / "s.db", RULES, BatchOptions(workers=1, redo=True))
    results = broken.results()
    assert next(results).state == "done"
    results.close()
    assert sorted(states(run(folder, tmp_path / "s.db", redo=True)).values()).count("done") < 4
    assert set(states(run(folder, tmp_path / "s.db", redo=True)).values()) == {"done"}


def test_a_folder_that_moves_is_not_done_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    run(folder, tmp_path / "s.db")
    moved = folder.rename(tmp_path / "moved")
    assert set(states(run(moved, tmp_path / "s.db")).values()) == {"already done"}


def test_files_patterns_jsonl_and_csv(articles: Make, tmp_path: Path) -> None:
    folder = articles(3)
    (tmp_path / "rows.jsonl").write_text(
        "".join(json.dumps({"id": f"r{n}", "text": f"“Row {n},” the mayor said."}) + "\n" for n in range(2)), "utf-8"
    )
    (tmp_path / "rows.csv").write_text('id,body\nc1,"“Cell,” the mayor said."\n', "utf-8")
    first = run([str(folder / "a000[01].txt"), tmp_path / "rows.jsonl"], tmp_path / "s.db")
    assert (first.figures.done, first.figures.total) == (4, 4)
    assert run([tmp_path / "rows.csv"], tmp_path / "s.db", columns={"text": "body"}).figures.done == 1
    with open_store(tmp_path / "s.db") as store:
        assert {r.article.id for r in store.records()} == {"a0000.txt", "a0001.txt", "r0", "r1", "c1"}


def test_two_rows_with_one_id_are_two_articles(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    texts = ["“One,” the mayor said.", "“Two,” the mayor said."]
    rows.write_text("".join(json.dumps({"id": "7", "text": text}) + "\n" for text in texts), "utf-8")
    assert run([rows], tmp_path / "s.db").figures.done == 2
    rows.write_text(
        "".join(json.dumps({"id": "7", "text": text}) + "\n" for text in [texts[0], "“Three,” she said."]), "utf-8"
    )
    run([rows], tmp_path / "s.db")
    with open_store(tmp_path / "s.db") as store:
        assert sorted(record.article.text for record in store.records()) == [
            "“One,” the mayor said.",
            "“Three,” she said.",
        ]


def test_what_cannot_be_read_is_listed_and_the_others_go_on(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    (folder / "empty.txt").write_text("")
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    made = run([folder, tmp_path / "nowhere"], tmp_path / "s.db")
    assert (made.figures.done, made.figures.failed) == (2, 3)
    assert sorted(failure.error for failure in made.failures) == ["SourceEmpty", "SourceMissing", "SourceUnreadable"]
    assert all(failure.reason and failure.hint for failure in made.failures)


def test_only_failed_ones_are_tried_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    (folder / "late.txt").write_text("")
    run(folder, tmp_path / "s.db")
    (folder / "late.txt").write_text("“Better late,” the mayor said.", encoding="utf-8")
    (folder / "new.txt").write_text("“Not asked for,” the mayor said.", encoding="utf-8")
    assert states(run([], tmp_path / "s.db", retry_failed=True)) == {"late.txt": "done"}
    assert states(run([], tmp_path / "s.db", retry_failed=True)) == {}
    assert not run(folder, tmp_path / "s.db").failures


def test_no_input_is_a_mistake_of_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no input"):
        run([], tmp_path / "s.db")


class _Poison:
    """What kills the process that unpickles it, as a segmentation fault in a library would."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("__import__('os').kill(__import__('os').getpid(), 9)",)


def test_a_process_that_dies_at_one_article_loses_only_that(articles: Make) -> None:
    pool = Processes(2)
    paths = sorted(articles(12).iterdir())
    for number, path in enumerate(paths):
        task = Task(str(path).encode(), str(path), "", "")
        pool.submit(Item(task, path=path, name=path.name, article=_Poison() if number == 5 else None))  # type: ignore[arg-type]
    outcomes = []
    while len(outcomes) < 12:
        outcomes += pool.take(0.2)
    pool.close()
    (dead,) = [outcome for outcome in outcomes if outcome.error]
    assert dead.item.path == paths[5]
    assert "died (signal 9)" in str(dead.error)
    assert {outcome.item.path for outcome in outcomes} == set(paths)


def test_articles_and_records_larger_than_a_pipe_holds_pass_each_other() -> None:
    """The next article is written while the worker writes a record; neither fits into the pipe's 64 KB."""
    pool = Processes(1)
    text = "Nothing was left of the old pier, and nobody asked why.\n\n" * 3000
    for number in range(6):
        article = Article(id=str(number), text=text)
        pool.submit(Item(Task(bytes([number]), str(number), "", ""), article=article))
    outcomes: list[Outcome] = []
    until = time.monotonic() + 60
    while len(outcomes) < 6 and time.monotonic() < until:
        outcomes += pool.take(0.2)
    pool.close()
    assert [outcome.item.task.source for outcome in outcomes] == list("012345")
    assert not [outcome.error for outcome in outcomes if outcome.error]


def test_an_article_that_waited_is_not_blamed_for_the_time_of_the_one_before(articles: Make, tmp_path: Path) -> None:
    """Each of three takes less than half of the time allowed, all of them together more than it."""
    pool = Processes(1, seconds=4)
    for number in range(3):
        fifo = tmp_path / f"slow{number}.txt"
        os.mkfifo(fifo)
        pool.submit(Item(Task(bytes([number]), str(fifo), "", ""), path=fifo, name=fifo.name))
    outcomes: list[Outcome] = []
    for number in range(3):
        until = time.monotonic() + 1.5
        while time.monotonic() < until:
            outcomes += pool.take(0.2)
        (tmp_path / f"slow{number}.txt").write_text("“All is new,” the mayor said.", encoding="utf-8")
    while len(outcomes) < 3:
        outcomes += pool.take(0.2)
    pool.close()
    assert not [outcome.error for outcome in outcomes if outcome.error]


def test_an_article_that_takes_too_long_is_given_up(articles: Make, tmp_path: Path) -> None:
    pool = Processes(1, seconds=3)  # the good article has time enough on a busy machine too
    fifo = tmp_path / "never.txt"
    os.mkfifo(fifo)  # reading it waits for a writer that does not come
    pool.submit(Item(Task(b"1", str(fifo), "", ""), path=fifo, name="never.txt"))
    good = articles(1) / "a0000.txt"
    pool.submit(Item(Task(b"2", str(good), "", ""), path=good, name="a"))
    outcomes = []
    while len(outcomes) < 2:
        outcomes += pool.take(0.2)
    pool.close()
    assert "longer than" in str(outcomes[0].error)
    assert outcomes[1].rows is not None


def test_breaking_off_gives_back_what_was_taken(articles: Make, tmp_path: Path) -> None:
    results = batch(articles(40), tmp_path / "s.db", RULES)
    next(results)
    results.close()
    with open_store(tmp_path / "s.db") as store:
        assert list(store.sql("SELECT * FROM tasks WHERE state = 'taken'")) == []
        assert [row["state"] for row in store.sql("SELECT state FROM runs")] == ["stopped"]


def test_a_store_that_cannot_be_opened_is_said_before_anything_is_done(articles: Make, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        run(articles(1), tmp_path)


def test_no_session_is_left_behind_in_the_store(articles: Make, tmp_path: Path) -> None:
    run(articles(3), tmp_path / "s.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "s.db")) as connection:
        assert connection.execute("SELECT state, done, failed FROM runs").fetchall() == [("finished", 3, 0)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("whom", [os.kill, os.killpg])
def test_an_interruption_finishes_what_is_in_flight_and_says_where_it_stands(
    articles: Make, tmp_path: Path, number: int, code: int, whom: Callable[[int, int], None]
) -> None:
    """From a terminal it goes to the workers too, as from `timeout` and from systemd."""
    folder = articles(600)
    src = Path(__file__).parents[2] / "src"
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "batch", folder, "--store", tmp_path / "s.db", "--engine", "rules"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(src)},
        start_new_session=True,
    )
    while not (tmp_path / "s.db").exists() or _done(tmp_path / "s.db") < 10:
        time.sleep(0.02)
    whom(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == code, said
    assert "Interrupted: " in said
    assert "The same command goes on from here" in said
    done = _done(tmp_path / "s.db")
    assert 10 <= done < 600
    assert f"Interrupted: {done} done, in " in said
    assert run(folder, tmp_path / "s.db").figures.skipped == done


def _done(path: Path) -> int:
    try:
        with open_store(path) as store:
            return next(store.sql("SELECT count(*) AS n FROM records"))["n"]
    except StoreError:
        return 0


def test_the_command_line_shows_failures_and_how_to_retry(
    articles: Make, tmp_path: Path, onrecord: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    folder = articles(2)
    (folder / "empty.txt").write_text("")
    store = tmp_path / "s.db"
    done = onrecord("batch", folder, "--store", store, "--engine", "rules", check=1)
    assert done.stdout == ""
    assert "Finished: 2 done, 1 failed" in done.stderr
    assert "empty.txt" in done.stderr
    assert f"onrecord batch --retry-failed --store {store}" in done.stderr
    assert "Traceback" not in done.stderr
    found = onrecord("find", "pier", "--store", store, "--kind", "claim").stdout
    assert "  claim, direct\n    “We will talk about pier 0,”" in found
    assert "a0000.txt:3 [" in found
    shutil.rmtree(folder)
    written = onrecord("export", "--store", store, "--to", tmp_path / "out", "--format", "csv").stderr
    assert "claims.csv" in written


def test_quiet_says_only_what_failed(
    articles: Make, tmp_path: Path, onrecord: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    done = onrecord("batch", articles(1), "--store", tmp_path / "s.db", "--engine", "rules", "--quiet")
    assert done.stderr == ""


def test_log_json_is_json_on_every_line(
    articles: Make, tmp_path: Path, onrecord: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    folder = articles(1)
    (folder / "empty.txt").write_text("")
    done = onrecord("batch", folder, "--store", tmp_path / "s.db", "--engine", "rules", "--log-json", check=1)
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert {event["event"] for event in events} >= {"failed", "end"}
    assert (events[-1]["done"], events[-1]["failed"], events[-1]["state"]) == (1, 1, "finished")


def test_a_dry_run_writes_nothing(
    articles: Make, tmp_path: Path, onrecord: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    folder = articles(3)
    store = tmp_path / "s.db"
    done = onrecord("batch", folder, "--store", store, "--engine", "rules", "--dry-run")
    assert "3 articles: 3 to do, 0 done" in done.stdout
    assert not store.exists()
