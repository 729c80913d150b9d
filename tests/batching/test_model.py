"""Batches with a model: every answer paid for once, within the budget, and what failed is said."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, Reply, failure, ok

from model_batches import PRICE, bad_day, good, options, pier
from onrecord.batching.options import BatchOptions
from onrecord.batching.run import Batch
from onrecord.errors import UsageError
from onrecord.pipeline import Options
from onrecord.store import open_store

Make = Callable[[int], Path]


def run(folder: Path, store: Path, chosen: Options, **how: Any) -> Batch:
    made = Batch([folder], store, chosen, BatchOptions(**how))
    made.seen = list(made.results())  # type: ignore[attr-defined]
    return made


def test_each_answer_is_paid_for_once(articles: Make, tmp_path: Path) -> None:
    folder = articles(10)
    with FaultServer([good()]) as server:
        first = run(folder, tmp_path / "s.db", options(server.base_url))
        again = run(folder, tmp_path / "s.db", options(server.base_url))
        assert len(server.requests) == 10
    assert (first.figures.done, first.figures.fallbacks, first.figures.calls) == (10, 0, 10)
    assert first.figures.spent == pytest.approx(10 * PRICE)
    assert (again.figures.skipped, again.figures.spent) == (10, 0.0)
    assert again.figures.saved == pytest.approx(10 * PRICE)
    with open_store(tmp_path / "s.db") as store:
        assert {record.provenance.engine for record in store.records()} == {"both"}
        assert [row["cost"] for row in store.sql("SELECT cost FROM spending")] == [pytest.approx(10 * PRICE)]


def test_a_changed_article_is_the_only_one_asked_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(5)
    with FaultServer([good()]) as server:
        run(folder, tmp_path / "s.db", options(server.base_url))
        text = (folder / "a0002.txt").read_text("utf-8")
        (folder / "a0002.txt").write_text(text.replace("Monday", "Friday"), "utf-8")
        run(folder, tmp_path / "s.db", options(server.base_url))
        assert Counter(map(pier, server.requests)) == {0: 1, 1: 1, 2: 2, 3: 1, 4: 1}


def test_another_model_is_asked_and_the_first_one_not_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    with FaultServer([good()]) as server:
        for model in ("loopback-1", "loopback-2", "loopback-1"):
            run(folder, tmp_path / "s.db", options(server.base_url, model=model))
        assert len(server.requests) == 4


def test_redo_asks_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(2)
    with FaultServer([good()]) as server:
        run(folder, tmp_path / "s.db", options(server.base_url))
        run(folder, tmp_path / "s.db", options(server.base_url), redo=True)
        assert len(server.requests) == 4


def test_the_same_text_twice_is_asked_for_once(articles: Make, tmp_path: Path) -> None:
    folder = articles(1)
    text = (folder / "a0000.txt").read_text("utf-8")
    for n in range(1, 6):
        (folder / f"copy{n}.txt").write_text(text, "utf-8")
    with FaultServer([good(0.2)]) as server:
        made = run(folder, tmp_path / "s.db", options(server.base_url))
        assert len(server.requests) == 1
    assert made.figures.done == 6
    assert made.figures.saved_answers == pytest.approx(5 * PRICE)


def test_no_more_requests_at_once_than_allowed(articles: Make, tmp_path: Path) -> None:
    with FaultServer([good(0.02)]) as server:
        run(articles(30), tmp_path / "s.db", options(server.base_url, concurrency=4))
        assert server.most_at_once == 4


def test_a_fallback_is_marked_and_can_be_tried_again(articles: Make, tmp_path: Path) -> None:
    folder = articles(4)
    broken = threading.Event()
    broken.set()

    def script(request: dict[str, Any], number: int) -> Reply:
        return ok("no JSON at all") if broken.is_set() and pier(request) == 2 else good()

    with FaultServer(script) as server:
        chosen = options(server.base_url, reasks=0)
        first = run(folder, tmp_path / "s.db", chosen)
        assert (first.figures.done, first.figures.fallbacks, first.figures.failed) == (4, 1, 0)
        assert run(folder, tmp_path / "s.db", chosen).figures.skipped == 4
        broken.clear()
        before = len(server.requests)
        again = run(folder, tmp_path / "s.db", chosen, retry_failed=True)
        assert [pier(request) for request in server.requests[before:]] == [2]
    assert (again.figures.done, again.figures.fallbacks) == (1, 0)
    with open_store(tmp_path / "s.db") as store:
        assert {record.provenance.engine for record in store.records()} == {"both"}


def test_without_fallback_a_failed_article_is_a_failure(articles: Make, tmp_path: Path) -> None:
    def script(request: dict[str, Any], number: int) -> Reply:
        return failure(400, "no") if pier(request) == 1 else good()

    with FaultServer(script) as server:
        made = run(articles(3), tmp_path / "s.db", options(server.base_url, fallback=False))
    assert (made.figures.done, made.figures.failed) == (2, 1)
    assert made.failures[0].error.startswith("Model")
    assert made.failures[0].source.endswith("a0001.txt")


def test_nothing_is_lost_on_a_bad_day(articles: Make, tmp_path: Path) -> None:
    """5 % of 429, 2 % of 500, 1 % resets, 1 % cut answers; the benchmark `batch_model` does it with more."""
    with FaultServer(lambda _, number: bad_day(number, after="0.05", delay=0.01)) as server:
        made = run(articles(200), tmp_path / "s.db", options(server.base_url, concurrency=16))
        asked = len(server.requests)
    assert (made.figures.done, made.figures.failed) == (200, 0)
    assert asked <= 1.15 * 200
    with open_store(tmp_path / "s.db") as store:
        ends = Counter((r.provenance.engine, r.provenance.fallback is None) for r in store.records())
    assert set(ends) <= {("both", True), ("rules", False)}


def test_the_budget_is_hard(articles: Make, tmp_path: Path) -> None:
    """64 at once, and money for 20 answers: no more is spent, and the rest is left to do."""
    folder = articles(100)
    chosen = {"concurrency": 64, "max_output": 300}
    with FaultServer([good(0.05)]) as server:
        made = run(folder, tmp_path / "s.db", options(server.base_url, **chosen), budget=20 * PRICE)
        spent = len(server.requests) * PRICE
        assert spent <= 20 * PRICE
        assert len(server.requests) >= 17  # what is set aside for a request is more than it costs
        assert made.broke is not None
        assert made.figures.spent == pytest.approx(spent)
        assert made.figures.left == 100 - made.figures.done
        assert "budget" in str(made.broke)
        more = run(folder, tmp_path / "s.db", options(server.base_url, **chosen), budget=200 * PRICE)
        assert len(server.requests) == 100
    assert (more.figures.skipped, more.figures.done) == (made.figures.done, 100 - made.figures.done)


def test_a_budget_needs_a_known_price(articles: Make, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a budget needs a price"):
        run(articles(1), tmp_path / "s.db", options("http://127.0.0.1:9/v1", prices=None), budget=1.0)


def test_a_dry_run_counts_without_asking(articles: Make, tmp_path: Path) -> None:
    from onrecord.batching.plan import plan

    folder = articles(4)
    with FaultServer([good()]) as server:
        made = Batch([folder], tmp_path / "s.db", options(server.base_url))
        found = plan(made)
        assert server.requests == []
        assert (found.articles, found.done, found.requests, found.stored) == (4, 0, 4, 0)
        assert found.cost is not None
        assert found.input_tokens > 4000
        assert not (tmp_path / "s.db").exists()
        run(folder, tmp_path / "s.db", options(server.base_url))
        assert plan(made).done == 4
        assert "loopback-1" in found.in_words()


def test_stopping_finishes_what_is_in_flight(articles: Make, tmp_path: Path) -> None:
    folder = articles(50)
    with FaultServer([good(0.2)]) as server:
        made = Batch([folder], tmp_path / "s.db", options(server.base_url, concurrency=4))
        results = made.results()
        next(results)
        made.stop()
        rest = list(results)
        asked = len(server.requests)
        assert made.figures.done == 1 + len(rest) == asked < 50
        run(folder, tmp_path / "s.db", options(server.base_url))
        assert len(server.requests) == 50


def test_a_batch_can_be_recorded_and_replayed_without_a_request(articles: Make, tmp_path: Path) -> None:
    folder = articles(3)
    with FaultServer([good()]) as server:
        chosen = options(server.base_url)
        run(folder, tmp_path / "s.db", replace(chosen, record=tmp_path / "recorded"))
        made = run(folder, tmp_path / "t.db", replace(chosen, replay=tmp_path / "recorded"))
        (folder / "a0003.txt").write_text("“We will talk about pier 9,” President Ines Okafor said.", "utf-8")
        more = run(folder, tmp_path / "t.db", replace(chosen, replay=tmp_path / "recorded"))
        assert len(server.requests) == 3
    assert (made.figures.done, made.figures.fallbacks, made.figures.spent) == (3, 0, 0.0)
    assert (more.figures.done, more.figures.fallbacks) == (1, 1)


def test_replayed_nonsense_does_not_become_an_answer_of_the_store(articles: Make, tmp_path: Path) -> None:
    folder, kept = articles(1), tmp_path / "answers"
    with FaultServer([ok("I would rather not say.")]) as server:
        recorded = run(folder, tmp_path / "a.db", replace(options(server.base_url), record=kept))
    replayed = run(folder, tmp_path / "b.db", replace(options("http://localhost:9/v1"), replay=kept))
    assert (recorded.figures.fallbacks, replayed.figures.fallbacks) == (1, 1)
    for name in ("a.db", "b.db"):
        with open_store(tmp_path / name) as store:
            assert list(store.sql("SELECT key FROM answers")) == []
