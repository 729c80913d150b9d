"""One batch run: sources in, results out, each given out once it is safe on disk."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar

from onrecord.batching.counting import Count
from onrecord.batching.engines import Engine, answers_for, check, engine_for
from onrecord.batching.figures import Figures
from onrecord.batching.inputs import Inputs, Unreadable
from onrecord.batching.items import Item, Outcome, Result
from onrecord.batching.options import BatchOptions
from onrecord.batching.purse import BudgetPurse
from onrecord.batching.shapes import shape_of
from onrecord.errors import BudgetSpent, StoreError, UsageError
from onrecord.pipeline import Options, Pipeline
from onrecord.store import Store, open_store
from onrecord.store.answers import StoredAnswers
from onrecord.store.runs import Failure, Run, to_retry

_LOOK = 256  # sources asked about at once; most are done already when a batch is run again
_TAKE = 16  # and taken at once
_SAVE = 32  # records written in one transaction at most ...
_SAVE_SECONDS = 0.25  # ... or after so long
_T = TypeVar("_T")


class Batch:
    """One run over inputs. `results()` does the work; `figures` and `failures` tell how it went."""

    def __init__(
        self,
        inputs: Sequence[str | Path],
        store: str | Path = "onrecord.db",
        options: Options | None = None,
        how: BatchOptions | None = None,
        *,
        progress: Callable[[Figures], None] | None = None,
    ) -> None:
        self.options = options or Options()
        self.how = how or BatchOptions()
        self.inputs = [str(one) for one in inputs]
        self.path = Path(store)
        self.figures = Figures()
        self._count = Count(self.figures)
        self.failures: list[Failure] = []
        self._progress = progress or (lambda _: None)
        self._stop = threading.Event()
        self._unsaved: list[Outcome] = []
        self._saved_at = time.monotonic()
        self._poor: deque[Item] = deque()  # waiting for money that requests in flight may give back
        self._alone: Item | None = None  # the one of them that is tried with nothing else in flight
        self._broke: BudgetSpent | None = None

    def stop(self) -> None:
        """Begin nothing new; `results()` ends when what is in flight is finished. Safe from a signal handler."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stop.is_set()

    @property
    def model_errors(self) -> int:
        """Articles that failed for the model's sake."""
        return self._count.model_errors

    @property
    def broke(self) -> BudgetSpent | None:
        """Why the money did not suffice, where it did not."""
        return self._broke

    def results(self) -> Iterator[Result]:
        """Do the work. Each result is given out once it is on disk; those that run beside each other in any order."""
        with open_store(self.path, create=True) as store:
            inputs = self.inputs_over(store)
            purse = BudgetPurse(self.how.budget)
            answers = StoredAnswers(store)
            with Pipeline(self.options, answers=answers_for(self.options, answers), purse=purse) as pipeline:
                check(self.how, pipeline)
                run = Run(
                    store,
                    shape_of(self.options, pipeline),
                    self.inputs,
                    redo=self.how.redo,
                    retry=self.how.retry_failed,
                )
                answers.begin(run.number, run.number if self.how.retry_failed else run.epoch)
                engine = engine_for(pipeline, self.how.workers)
                state: Literal["finished", "stopped"] = "stopped"
                try:
                    self._by_provider(run, pipeline, answers, purse, inputs)
                    for result in self._drive(run, engine, inputs):
                        self._count.money(purse, answers)
                        yield result
                    if not self._stop.is_set() and self._broke is None:
                        state = "finished"
                finally:
                    engine.close()
                    self._count.money(purse, answers)
                    with suppress(StoreError):  # the disk may be full; whatever is raised already says so
                        run.end(state, self.figures.ending())
                        self.failures = run.failures()

    def inputs_over(self, store: Store) -> Inputs:
        """The sources to go through, given what the store knows of earlier failures."""
        only: set[str] | None = None
        if self.how.retry_failed:
            only, known = to_retry(store)
            self.inputs = self.inputs or known
        elif not self.inputs:
            raise UsageError("no input", "name files or folders: onrecord batch FOLDER")
        return Inputs(self.inputs, only, self.how.columns, self.how.encoding)

    def _by_provider(
        self, run: Run, pipeline: Pipeline, answers: StoredAnswers, purse: BudgetPurse, inputs: Inputs
    ) -> None:
        """Have the answers come through the provider's batch API first, where that was asked for."""
        if pipeline.model is None:
            return
        from onrecord.batching.by_provider import ProviderBatches, refuse_while_out

        if self.how.via == "requests":
            refuse_while_out(run.store)
            return

        def show() -> None:
            self._count.money(purse, answers)
            self._progress(self.figures)

        provider = ProviderBatches(run, pipeline.model, answers, purse)
        try:
            provider.submit_all(inputs.items(run.shape), self._stop)
            provider.wait(self._stop, self.how.poll_seconds, show)
        finally:
            provider.close()

    def _drive(self, run: Run, engine: Engine, inputs: Inputs) -> Iterator[Result]:
        self.figures.total = inputs.count()
        elsewhere: list[Item] = []
        for group in _groups(inputs.items(run.shape), _LOOK):
            if self._ended:
                break
            items: list[Item] = []
            for entry in group:
                if isinstance(entry, Unreadable):
                    with run.store.transaction():
                        run.fail(entry.task, entry.error)
                    yield self._count.failed(entry.task.source, entry.error)
                else:
                    items.append(entry)
            yield from self._feed(run, engine, items, elsewhere)
            if len(elsewhere) > 4 * _LOOK:
                yield from self._look_again(run, engine, elsewhere)
        yield from self._finish(run, engine)
        while elsewhere and not self._ended:
            yield from self._look_again(run, engine, elsewhere)
            yield from self._finish(run, engine)
            run.beat()
            if elsewhere:
                self._progress(self.figures)
                self._stop.wait(0.3)
        if self._broke:
            self.figures.left = max((self.figures.total or 0) - self.figures.seen, len(self._poor))

    @property
    def _ended(self) -> bool:
        return self._stop.is_set() or self._broke is not None

    def _look_again(self, run: Run, engine: Engine, elsewhere: list[Item]) -> Iterator[Result]:
        """See what has become of what other processes had taken; do what they left."""
        items, elsewhere[:] = list(elsewhere), []
        yield from self._feed(run, engine, items, elsewhere, others=True)

    def _feed(
        self, run: Run, engine: Engine, items: list[Item], elsewhere: list[Item], *, others: bool = False
    ) -> Iterator[Result]:
        """Hand on what is not done, waiting for room; give out what comes meanwhile."""
        todo: list[Item] = []
        for item, known in zip(items, run.look([item.task for item in items]), strict=True):
            if known.state == "done" and known.revive is None:
                yield self._count.skipped(item, known.cost, others=others)
            else:
                todo.append(item)
        for group in _groups(todo, _TAKE):
            if self._ended:
                return
            for item, taken in zip(group, run.take([item.task for item in group]), strict=True):
                match taken.state:
                    case "done":
                        yield self._count.skipped(item, taken.cost, others=others)
                    case "elsewhere":
                        elsewhere.append(item)
                    case "failed elsewhere":
                        self.figures.elsewhere += 1
                    case "ours":
                        while (engine.in_flight >= engine.capacity or self._poor) and not self._ended:
                            yield from self._collect(run, engine, wait=True)
                        if self._ended:
                            return
                        engine.submit(item)
            yield from self._collect(run, engine, wait=False)

    def _finish(self, run: Run, engine: Engine) -> Iterator[Result]:
        """Wait for what is in flight, and write it."""
        while engine.in_flight or (self._poor and not self._ended):
            yield from self._collect(run, engine, wait=True)
        yield from self._save(run)
        self._progress(self.figures)

    def _collect(self, run: Run, engine: Engine, *, wait: bool) -> Iterator[Result]:
        freed = False
        for outcome in engine.take(0.2 if wait else 0):
            if not isinstance(outcome.error, BudgetSpent):
                freed = True
                self._unsaved.append(outcome)
            elif outcome.item is self._alone:
                self._broke = outcome.error
            else:
                self._poor.append(outcome.item)
        if self._poor and not self._ended and (freed or not engine.in_flight):
            item = self._poor.popleft()  # what has come back may be enough for it
            self._alone = item if not engine.in_flight else None
            engine.submit(item)
        self.figures.in_flight = engine.in_flight
        run.beat()
        if self._unsaved and (
            len(self._unsaved) >= _SAVE or not engine.in_flight or time.monotonic() - self._saved_at > _SAVE_SECONDS
        ):
            yield from self._save(run)
        self._progress(self.figures)

    def _save(self, run: Run) -> Iterator[Result]:
        """Write what has come, all in one transaction, then give it out."""
        outcomes, self._unsaved = self._unsaved, []
        self._saved_at = time.monotonic()
        if not outcomes:
            return
        with run.store.transaction():
            for outcome in outcomes:
                if outcome.rows:
                    run.save(outcome.item.task, outcome.rows)
                elif outcome.error:
                    run.fail(outcome.item.task, outcome.error)
        for outcome in outcomes:
            if outcome.rows:
                yield self._count.done(outcome)
            elif outcome.error:
                yield self._count.failed(outcome.item.task.source, outcome.error)


def batch(
    inputs: str | Path | Iterable[str | Path],
    store: str | Path = "onrecord.db",
    options: Options | None = None,
    how: BatchOptions | None = None,
) -> Iterator[Result]:
    """Put many articles on record and keep them in a store; each result is given out once it is on disk.

    What the store holds already is not done again. An article that cannot be read gives a result with its error, and
    the others go on. Breaking off, even with `kill -9`, loses nothing: the same call goes on where it was.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("“The bridge is closed,” the mayor said.")
    >>> [result.state for result in batch(folder, folder / "onrecord.db", Options(engine="rules"))]
    ['done']
    >>> [result.state for result in batch(folder, folder / "onrecord.db", Options(engine="rules"))]
    ['already done']
    """
    listed = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    yield from Batch(listed, store, options, how).results()


def _groups(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    waiting = iter(items)
    while group := list(islice(waiting, size)):
        yield group
