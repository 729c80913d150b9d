"""A batch that is killed goes on where it was: nothing lost, nothing done or paid for twice."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer

from model_batches import good, pier
from onrecord.store import open_store

Make = Callable[[int], Path]
TESTS = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{TESTS.parent / 'src'}:{TESTS}:{TESTS / 'faults'}"}
ARTICLES, KILLS = 300, 20


def children(folder: Path, store: Path, base_url: str, kills_at: list[float]) -> subprocess.Popen[str]:
    command = [sys.executable, TESTS / "killed_batches.py", folder, store, base_url, *map(str, kills_at)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)


def whole(store: Path) -> list[str]:
    """Checks that the store is sound and gives the ids of the articles on record."""
    with open_store(store) as opened:
        assert next(opened.sql("PRAGMA integrity_check"))["integrity_check"] == "ok"
        assert list(opened.sql("PRAGMA foreign_key_check")) == []
        assert list(opened.sql("SELECT * FROM tasks WHERE state <> 'done'")) == []
        for table in ("claims", "positions", "events", "articles"):
            opened.connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('integrity-check')")  # noqa: S608
        drawn = Counter(row["id"] for row in opened.sql("SELECT c.id FROM claims c"))
        assert not [claim for claim, count in drawn.items() if count > 1]
        return [record.article.id for record in opened.records()]


@pytest.mark.slow
def test_killed_20_times_every_article_has_one_record_and_no_stored_answer_is_asked_for_again(
    articles: Make, tmp_path: Path
) -> None:
    """A request in flight at a kill may be asked again; how many were is printed."""
    folder, store = articles(ARTICLES), tmp_path / "s.db"
    kills_at = [random.Random(number).uniform(1, 25) for number in range(KILLS)]  # noqa: S311
    stored: set[int] = set()
    asked: list[int] = []
    paid_again: list[int] = []
    kills = in_the_work = 0

    def script(request: dict[str, Any], number: int) -> Any:
        article = pier(request)
        asked.append(article)
        if article in stored:
            paid_again.append(article)
        return good(0.03)

    with FaultServer(script) as server, children(folder, store, server.base_url, kills_at) as process:
        assert process.stdout
        for line in process.stdout:
            child = json.loads(line)
            kills += child["exit"] == -signal.SIGKILL
            before = len(stored)
            stored |= {int(article[1:5]) for article in child["stored"]}
            in_the_work += child["exit"] < 0 and before < len(stored) < ARTICLES
    again = len(asked) - ARTICLES
    report = (
        f"{kills} kills, {in_the_work} in the work; {len(asked)} requests for {ARTICLES} articles, {again} in flight"
    )
    sys.stdout.write(f"{report} at a kill and asked again\n")
    assert child["exit"] == 0
    assert kills == KILLS
    assert in_the_work >= KILLS / 4
    assert len(set(whole(store))) == len(whole(store)) == ARTICLES
    assert paid_again == []
    assert again <= KILLS * 16  # what can be in flight


@pytest.mark.slow
def test_killed_by_the_rules_nothing_is_lost_and_no_worker_stays_behind(articles: Make, tmp_path: Path) -> None:
    folder, store = articles(ARTICLES), tmp_path / "s.db"
    kills_at = [random.Random(number).uniform(5, 80) for number in range(4)]  # noqa: S311
    with children(folder, store, "rules", kills_at) as process:
        assert process.stdout
        exits = [json.loads(line)["exit"] for line in process.stdout]
    assert exits[-1] == 0
    assert len(set(whole(store))) == len(whole(store)) == ARTICLES
    for _ in range(50):
        left = subprocess.run(["pgrep", "-f", "onrecord.batching.worker"], capture_output=True, text=True, check=False)
        ours = [pid for pid in left.stdout.split() if str(folder) in _environment(pid)]
        if not ours:
            break
        time.sleep(0.1)
    assert not ours


def _environment(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/environ").read_text(errors="replace")
    except OSError:
        return ""


def test_two_processes_on_one_store_share_the_work(articles: Make, tmp_path: Path) -> None:
    folder, store = articles(120), tmp_path / "s.db"
    with FaultServer([good(0.03)]) as server:
        pair = [children(folder, store, server.base_url, []) for _ in range(2)]
        exits = [json.loads(process.communicate(timeout=60)[0].splitlines()[-1])["exit"] for process in pair]
        asked = Counter(map(pier, server.requests))
    assert exits == [0, 0]
    assert asked == dict.fromkeys(range(120), 1)
    assert len(whole(store)) == 120
    with open_store(store) as opened:
        runs = [(row["done"], row["state"]) for row in opened.sql("SELECT done, state FROM runs")]
    assert sum(done for done, _ in runs) == 120
    assert all(done > 0 and state == "finished" for done, state in runs)


def test_a_full_disk_stops_with_one_line_and_the_rest_goes_on_later(articles: Make, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk."""
    folder, store = articles(150), tmp_path / "s.db"
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000));"
        "import runpy; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    asked: list[int] = []

    def script(request: dict[str, Any], number: int) -> Any:
        asked.append(pier(request))
        return good()

    with FaultServer(script) as server:
        command = [sys.executable, "-c", program, TESTS / "killed_batches.py", folder, store, server.base_url]
        done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False)
        first = json.loads(done.stdout.splitlines()[-1])
        assert first["exit"] == 1, done
        assert "StoreFull: no room to write the store" in done.stderr
        assert "what is stored is kept" in done.stderr
        assert "Traceback" not in done.stderr
        stored = {int(article[1:5]) for article in first["stored"]}
        assert 0 < len(stored) < 150
        before = len(asked)
        with children(folder, store, server.base_url, []) as process:
            assert process.stdout
            assert json.loads(process.stdout.readlines()[-1])["exit"] == 0
        assert not stored & set(asked[before:])
    assert len(whole(store)) == 150
