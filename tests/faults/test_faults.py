from pathlib import Path

import pytest
from table import HEAD, ROWS, Outcome, Row, line, play

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    return {row.name: play(row) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_fault_ends_in_a_record_or_in_an_error_that_says_why(row: Row, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[row.name]
    assert outcome.calls == row.calls
    assert outcome.tokens == row.tokens
    if row.error:
        assert outcome.error is not None, outcome.drafted
        assert type(outcome.error).__name__ == row.error
        assert outcome.error.exit_code == 3
        assert outcome.error.hint
        assert outcome.error.usage.calls == row.calls
    else:
        assert outcome.drafted is not None, outcome.error
        assert outcome.drafted.usage.calls == row.calls
        draft = outcome.drafted.draft
        assert draft.claims or draft.points
        for reason in row.refused:
            assert any(reason in refusal.reason for refusal in draft.refused)
        for note in row.notes:
            assert any(note in said for said in draft.notes)


def test_an_answer_with_duplicate_keys_loses_none_of_its_items(outcomes: dict[str, Outcome]) -> None:
    drafted = outcomes["duplicate keys"].drafted
    assert drafted is not None
    assert len(drafted.draft.claims) == 3


def test_the_page_in_the_docs_is_what_happens(outcomes: dict[str, Outcome]) -> None:
    lines = [line(row, outcomes[row.name]) for row in ROWS]
    assert PAGE.read_text(encoding="utf-8") == HEAD + "\n".join(lines) + "\n", "run `make faults`"
