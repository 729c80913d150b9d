"""Records go in and come out the same, once each, and can be queried."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from made_records import TEXT, made_record
from onrecord.errors import UsageError
from onrecord.store import Filters, Store, open_store
from onrecord.store.search import day_bound, full_text


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as store:
        yield store


def counts(store: Store) -> dict[str, int]:
    tables = ("articles", "records", "actors", "claims", "positions", "events")
    return {table: next(store.sql(f"SELECT count(*) AS n FROM {table}"))["n"] for table in tables}  # noqa: S608


def test_a_record_comes_back_byte_for_byte(store: Store) -> None:
    record = made_record(cost=0.25)
    store.add(record)
    assert [r.model_dump_json() for r in store.records()] == [record.model_dump_json()]
    assert store.record("a0.txt") == record
    assert store.record("nobody") is None


def test_saving_twice_changes_nothing(store: Store) -> None:
    store.add(made_record())
    before = counts(store)
    store.add(made_record())
    assert counts(store) == before
    assert before == {"articles": 1, "records": 1, "actors": 2, "claims": 2, "positions": 2, "events": 1}


def test_a_changed_article_takes_the_place_of_the_old_one_which_is_kept(store: Store) -> None:
    store.add(made_record(1))
    store.add(made_record(1, text=TEXT.format(place="Ostend")))
    assert [r.article.text.count("Ostend") for r in store.records()] == [1]
    assert counts(store) == {"articles": 2, "records": 2, "actors": 2, "claims": 2, "positions": 2, "events": 1}


def test_another_engine_takes_the_place_and_can_give_it_back(store: Store) -> None:
    store.add(made_record(1))
    store.add(made_record(1, engine="model"))
    assert [r.provenance.engine for r in store.records()] == ["model"]
    store.add(made_record(1))
    assert [r.provenance.engine for r in store.records()] == ["rules"]
    with store.transaction():
        store.make_current(2)
    assert [r.provenance.engine for r in store.records()] == ["model"]
    assert counts(store)["claims"] == 2


def test_the_same_id_in_two_files_is_two_articles(store: Store) -> None:
    store.add(made_record(1, name="1", source="/a.csv:1"))
    store.add(made_record(2, name="1", source="/b.csv:1"))
    assert len(list(store.records())) == 2


def test_full_text_follows_what_is_current(store: Store) -> None:
    store.add(made_record(1))
    store.add(made_record(1, text=TEXT.format(place="Ostend")))
    store.add(made_record(2))
    assert len(list(store.find("direct talks", Filters(kind="claim")))) == 2
    store.connection.execute("INSERT INTO claims_fts(claims_fts) VALUES ('integrity-check')")
    store.connection.execute("INSERT INTO positions_fts(positions_fts) VALUES ('integrity-check')")
    store.connection.execute("INSERT INTO events_fts(events_fts) VALUES ('integrity-check')")
    store.connection.execute("INSERT INTO articles_fts(articles_fts) VALUES ('integrity-check')")


@pytest.mark.parametrize(
    ("words", "filters", "found"),
    [
        ("direct talks", Filters(), 4),
        ("direct talks", Filters(speaker="okafor", stance="support", since="2025-12"), 1),
        ("direct talks", Filters(speaker="okafor", stance="oppose"), 0),
        ("direct talks", Filters(stance="support", until="2025-11"), 0),
        ("direct talks", Filters(stance="support", since="2025-12-03", until="2025-12-03"), 1),
        ("", Filters(speaker="Ines"), 6),
        ("", Filters(speaker="president", kind="claim"), 2),
        ("", Filters(speaker="person:ines-okafor", kind="event"), 2),
        ("", Filters(speaker="for"), 0),
        ("talk", Filters(kind="event"), 2),
        ('"talks direct"', Filters(), 0),
        ("harbour", Filters(kind="claim"), 2),
        ("", Filters(modality="promised"), 2),
        ("", Filters(event="CONSULT", source="a1"), 1),
        ("", Filters(event="ASSAULT"), 0),
        ('AND OR ( * " NEAR', Filters(), 0),
    ],
)
def test_find(store: Store, words: str, filters: Filters, found: int) -> None:
    store.add(made_record(0))
    store.add(made_record(1, published=None))
    assert len(list(store.find(words, filters))) == found


def test_what_is_found_says_who_where_and_when(store: Store) -> None:
    store.add(made_record(0))
    (found,) = store.find("direct talks", Filters(kind="claim"))
    assert (found.who, found.role, found.published, found.article, found.line) == (
        "Inès Okafor",
        "President",
        "2025-12-03",
        "a0.txt",
        3,
    )
    assert found.words == "she would back ... “direct talks”"
    assert TEXT[found.start : found.end].startswith("she would back")


def test_newest_first_and_undated_last(store: Store) -> None:
    for number, day in enumerate([None, dt.date(2025, 1, 1), dt.date(2026, 1, 1)]):
        store.add(made_record(number, published=day))
    days = [found.published for found in store.find("", Filters(event="CONSULT"))]
    assert days == ["2026-01-01", "2025-01-01", None]


def test_records_can_be_filtered(store: Store) -> None:
    for number in range(3):
        store.add(made_record(number, published=dt.date(2025, number + 1, 1)))
    assert [r.article.id for r in store.records(Filters(since="2025-02", until="2025"))] == ["a1.txt", "a2.txt"]


def test_records_can_be_read_while_others_are_saved(store: Store) -> None:
    for number in range(3):
        store.add(made_record(number))
    reading = store.records()
    next(reading)
    store.add(made_record(9))
    assert len(list(reading)) == 2


@pytest.mark.parametrize("text", ["december", "2025-13", "2025-1", "12/2025", ""])
def test_a_date_that_is_none_is_a_mistake_of_use(text: str) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        day_bound(text, last=False)


def test_words_cannot_break_out_of_the_full_text_query() -> None:
    assert full_text('peace" OR x') == '"peace" "OR" "x"'
    assert full_text("a* -b ^c") == '"a*" "-b" "^c"'
