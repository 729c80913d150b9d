"""From what became of an item to the result a caller gets, counted on the way."""

from onrecord.batching.figures import Figures
from onrecord.batching.items import Item, Outcome, Result
from onrecord.batching.purse import BudgetPurse
from onrecord.errors import ModelError, OnrecordError
from onrecord.store.answers import StoredAnswers
from onrecord.store.rows import RECORD

_COLUMN = {name: index for index, name in enumerate(RECORD)}


class Count:
    """Makes the results of one run and keeps its figures."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.model_errors = 0
        """Failures that are the model's."""

    def done(self, outcome: Outcome) -> Result:
        """The result of an item whose rows are on disk."""
        assert outcome.rows  # noqa: S101 - the caller has looked
        cells = outcome.rows.record
        fallback, serial = cells[_COLUMN["fallback"]], cells[_COLUMN["json"]]
        self.figures.done += 1
        self.figures.fallbacks += fallback is not None
        return Result(
            source=outcome.item.task.source,
            state="done",
            article=str(outcome.rows.article[0]),
            fallback=str(fallback) if fallback is not None else None,
            serial=str(serial),
        )

    def failed(self, source: str, error: OnrecordError) -> Result:
        """The result of a source that gave no record."""
        self.figures.failed += 1
        self.model_errors += isinstance(error, ModelError)
        return Result(source=source, state="failed", error=error)

    def skipped(self, item: Item, cost: float | None, *, others: bool) -> Result:
        """The result of an item whose record was there; `others`: another process has just made it."""
        if others:
            self.figures.elsewhere += 1
        else:
            self.figures.skipped += 1
            self.figures.saved += cost or 0.0
        return Result(source=item.task.source, state="already done")

    def money(self, purse: BudgetPurse, answers: StoredAnswers) -> None:
        """Take over what has been spent and saved so far."""
        self.figures.spent = purse.spent
        self.figures.priced = not purse.unknown
        self.figures.saved_answers = answers.saved
        self.figures.calls = purse.requests
        self.figures.input_tokens, self.figures.output_tokens = answers.input_tokens, answers.output_tokens
