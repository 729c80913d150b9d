"""Time expressions, from the words to the interval of days."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.rules.dates.find import find_dates, resolve
from onrecord.rules.dates.signs import timeless
from onrecord.rules.dates.words import FEASTS, HOLIDAYS, VAGUE_WORDS
from onrecord.rules.syntax.tags import tokenise

ANCHOR = dt.date(2026, 5, 20)  # a Wednesday
LINES = (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()[1:]
CASES = [tuple(line.split("\t")) for line in LINES]


@pytest.mark.parametrize(("kind", "marked", "anchor", "days", "granularity", "rule"), CASES, ids=[c[1] for c in CASES])
def test_an_expression_is_read_as_its_interval(kind, marked, anchor, days, granularity, rule):
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    (when,) = find_dates(text, 0, len(text), dt.date.fromisoformat(anchor))
    assert when.expression == text[start:end]
    assert when.span == (start, end)
    assert (f"{when.start}..{when.end}" if when.start else "-") == days
    assert (when.granularity or "-") == granularity
    assert when.rule == rule


@pytest.mark.parametrize("words", [*(case[1] for case in CASES), *HOLIDAYS, *FEASTS, *VAGUE_WORDS])
def test_the_words_of_a_sentence_tell_that_a_time_may_stand_in_it(words):
    text = words.replace("[", "").replace("]", "")
    assert not timeless({token.low for token in tokenise(text, 0, len(text), {})})


def test_a_sentence_without_a_word_of_time_is_told_at_a_glance():
    assert timeless({"the", "minister", "since", "then", "says", "little", "of", "that"})


def test_the_table_is_large_and_holds_what_must_stay_unresolved():
    assert len(CASES) >= 150
    assert sum(case[0] == "unresolved" for case in CASES) >= 20


NOTHING = [
    "A 48-year-old man spent 12 years in prison.",
    "They fought for two weeks.",
    "A two-week truce held.",
    "A second man died in the first half.",
    "May said that Mrs May may march on Rome.",
    "He will march on London and may fall.",
    "It is the first time in two years.",
    "They sold 2,019 cars for $2000 each.",
    "He is in his late 40s, she in her nineties.",
    "Open 24/7, after 9/11, for 1/2 the price.",
    "An F-16 fell 3.5 km from the city.",
    "The fall of Aleppo and the spring of water.",
    "A quarter of voters stayed at home.",
    "About 2000 people came.",
    "The Sunday Times and The Sun agree.",
    "April Jones, 5, met June Smith and August Wilson.",
    "The late president was early to the end of the war.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert find_dates(text, 0, len(text), ANCHOR) == []


def test_the_month_and_the_woman_are_told_apart():
    text = "Theresa May said in May that she agreed with May."
    assert [when.span.start for when in find_dates(text, 0, len(text), ANCHOR)] == [20]


def test_without_an_anchor_only_absolute_expressions_have_days():
    text = "Since 2019 and last week, on 3 May 2024 and on Sunday."
    found = find_dates(text, 0, len(text), None)
    assert [(when.expression, when.start is not None) for when in found] == [
        ("Since 2019", False), ("last week", False), ("3 May 2024", True), ("Sunday", False),
    ]  # fmt: skip
    assert found[1].rule == "no publication day to count from"


def test_the_anchor_is_named_where_it_was_used_and_only_there():
    text = "On Sunday and on 3 May 2024."
    sunday, fixed = find_dates(text, 0, len(text), ANCHOR)
    assert (sunday.anchor, fixed.anchor) == (ANCHOR, None)


@pytest.mark.parametrize("words", ["on Friday", "in early May", "since 2019", "over the weekend", "by the end of 2024"])
def test_one_expression_resolves_with_its_preposition(words):
    text = f"They met {words}, they said."
    span = Span(9, 9 + len(words))
    when = resolve(text, span, ANCHOR)
    assert (when.expression, when.span) == (words, span)
    assert when.start is not None


def test_words_that_are_no_time_stay_unresolved():
    when = resolve("They met in Paris.", Span(12, 17), ANCHOR)
    assert (when.start, when.rule) == (None, "no rule reads this as a time")


@pytest.mark.parametrize("years", ["99999", "5000", "2500"])
def test_what_leaves_the_calendar_does_not_raise(years):
    text = f"It fell {years} years ago, and again 100 centuries ago."
    find_dates(text, 0, len(text), ANCHOR)


@pytest.mark.parametrize("words", ["between ", "since the ", "early mid-", "from 3 to ", "the last ", "the the "])
def test_expressions_that_never_end_do_not_raise(words):
    text = words * 3000
    assert find_dates(text, 0, len(text), ANCHOR) == []


SOUP = (
    "on in since until between and from to the last next early mid- late May Friday 3 7 2024 week month year two ago"
    " İ é “ ” ’s – , . the 1990s Q3 quarter of 03/04/2026 this summer will said'"
)
WORDS = st.sampled_from(SOUP.split())


@given(st.lists(WORDS, max_size=14), st.integers(0, 20), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_spans_are_the_words_and_intervals_run_forward(words, start, anchor):
    text = " ".join(words)
    last = start
    for when in find_dates(text, start, len(text), anchor):
        assert text[when.span.start : when.span.end] == when.expression
        assert last <= when.span.start
        last = when.span.end
        assert (when.start is None) == (when.end is None)
        assert when.start is None or when.start <= when.end
