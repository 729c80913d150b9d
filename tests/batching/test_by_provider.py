"""Batches through the provider's batch API: the same requests, the same store, nothing sent twice."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fault_server import completion

from batch_api import BatchServer, answered
from model_batches import PRICE, options, pier
from onrecord.batching.options import BatchOptions
from onrecord.batching.run import Batch
from onrecord.errors import ModelError, UsageError
from onrecord.store import open_store

Make = Callable[[int], Path]


def run(folder: Path, store: Path, server: BatchServer, via: str = "batch", **how: Any) -> Batch:
    made = Batch([folder], store, options(server.base_url), BatchOptions(via=via, poll_seconds=0.05, **how))  # type: ignore[arg-type]
    for _ in made.results():
        pass
    return made


def articles_of(lines: list[dict[str, Any]]) -> list[int]:
    return sorted(pier(line["body"]) for line in lines)


def test_answers_come_through_the_batch_api_at_its_price(articles: Make, tmp_path: Path) -> None:
    folder = articles(6)
    with BatchServer() as server:
        made = run(folder, tmp_path / "s.db", server)
        assert articles_of(server.lines) == list(range(6))
        assert server.ordinary == []
        again = run(folder, tmp_path / "s.db", server)
        assert len(server.batches) == 1
    assert (made.figures.done, made.figures.fallbacks) == (6, 0)
    assert made.figures.spent == pytest.approx(3 * PRICE)
    assert again.figures.skipped == 6
    with open_store(tmp_path / "s.db") as store:
        assert {record.provenance.engine for record in store.records()} == {"both"}


def test_what_a_batch_does_not_answer_is_asked_for_at_once(articles: Make, tmp_path: Path) -> None:
    """One failed, one is nonsense; both go the ordinary way."""

    def partly(line: dict[str, Any]) -> dict[str, Any] | None:
        match pier(line["body"]):
            case 1:
                return {"status_code": 500, "body": {"error": {"message": "no"}}}
            case 2:
                return {"status_code": 200, "body": completion("no JSON")}
            case _:
                return answered(line)

    with BatchServer(partly) as server:
        made = run(articles(5), tmp_path / "s.db", server)
        assert sorted(map(pier, server.ordinary)) == [1, 2]
    assert (made.figures.done, made.figures.fallbacks) == (5, 0)


def test_an_expired_batch_gives_what_it_has(articles: Make, tmp_path: Path) -> None:
    with BatchServer(lambda line: answered(line) if pier(line["body"]) < 3 else None) as server:
        made = run(articles(5), tmp_path / "s.db", server)
        assert [batch["status"] for batch in server.batches.values()] == ["expired"]
        assert sorted(map(pier, server.ordinary)) == [3, 4]
    assert made.figures.done == 5


def test_a_run_broken_off_between_submit_and_collect_waits_for_the_same_batch(articles: Make, tmp_path: Path) -> None:
    folder = articles(4)
    with BatchServer(polls=10_000) as server:
        first = Batch(
            [folder], tmp_path / "s.db", options(server.base_url), BatchOptions(via="batch", poll_seconds=0.05)
        )
        threading.Timer(1.0, first.stop).start()
        assert list(first.results()) == []
        assert len(server.batches) == 1
        with pytest.raises(UsageError, match="4 requests of this store are with the provider"):
            run(folder, tmp_path / "s.db", server, via="requests")
        server.polls = 0
        made = run(folder, tmp_path / "s.db", server)
        assert len(server.batches) == 1
        assert server.ordinary == []
    assert made.figures.done == 4


def test_a_run_killed_between_submit_and_collect_waits_for_the_same_batch(articles: Make, tmp_path: Path) -> None:
    """SIGKILL, in a process of its own."""
    folder, store = articles(4), tmp_path / "s.db"
    code = (
        "import sys\nfrom model_batches import options\nfrom onrecord.batching.options import BatchOptions\n"
        "from onrecord.batching.run import Batch\n"
        "list(Batch([sys.argv[1]], sys.argv[2], options(sys.argv[3]), "
        "BatchOptions(via='batch', poll_seconds=0.05)).results())"
    )
    with BatchServer(polls=10_000) as server:
        paths = os.pathsep.join(path for path in sys.path if path)
        command = [sys.executable, "-c", code, str(folder), str(store), server.base_url]
        child = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": paths})
        deadline = time.monotonic() + 60
        while not server.batches and time.monotonic() < deadline:
            time.sleep(0.01)
        child.kill()
        assert child.wait() == -signal.SIGKILL
        server.polls = 0
        made = run(folder, store, server)
        assert len(server.batches) == 1
        assert server.ordinary == []
    assert made.figures.done == 4


def test_a_batch_sent_just_before_a_kill_is_found_again(articles: Make, tmp_path: Path) -> None:
    """The provider has made the batch, and we never heard its id."""
    folder = articles(3)
    with BatchServer() as server:
        run(folder, tmp_path / "s.db", server)
        with open_store(tmp_path / "s.db") as store, store.transaction() as connection:
            connection.execute("UPDATE batches SET state = 'prepared', provider_id = NULL")
            for table in ("tasks", "records", "answers", "payments"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608
        made = run(folder, tmp_path / "s.db", server)
        assert len(server.batches) == 1
    assert made.figures.done == 3


def test_the_budget_holds_for_batches_too(articles: Make, tmp_path: Path) -> None:
    with BatchServer() as server:
        made = run(articles(10), tmp_path / "s.db", server, budget=1.0)
        assert 0 < len(server.lines) < 10
    assert made.figures.spent <= 1.0


def test_a_server_without_a_batch_api_is_named(articles: Make, tmp_path: Path) -> None:
    from fault_server import FaultServer, failure

    with FaultServer([failure(404, "no such path")]) as server:
        made = Batch([articles(1)], tmp_path / "s.db", options(server.base_url), BatchOptions(via="batch"))
        with pytest.raises(ModelError, match="the batch API"):
            list(made.results())


def test_an_answer_is_the_same_request_either_way(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    with BatchServer() as server:
        run(folder, tmp_path / "s.db", server, via="requests")
        assert len(server.ordinary) == 2
        assert run(folder, tmp_path / "s.db", server).figures.skipped == 2
        assert server.batches == {}
