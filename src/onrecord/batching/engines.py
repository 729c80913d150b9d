"""What puts items on record, many at once, and where its answers come from."""

import os
from typing import Protocol

from onrecord.batching.items import Item, Outcome
from onrecord.batching.options import BatchOptions
from onrecord.errors import UsageError
from onrecord.model.answers import Answers
from onrecord.pipeline import Options, Pipeline
from onrecord.store.answers import StoredAnswers


class Engine(Protocol):
    """What puts items on record, many at once."""

    capacity: int
    in_flight: int

    def submit(self, item: Item) -> None:
        """Hand in one item; keep `in_flight` below `capacity`."""

    def take(self, timeout: float) -> list[Outcome]:
        """What has come out, waiting up to `timeout` seconds for the first."""

    def close(self) -> None:
        """Stop; what is still in flight is dropped."""


def engine_for(pipeline: Pipeline, workers: int | None) -> Engine:
    """Processes for the rules, requests at once for a model."""
    if pipeline.model is None and pipeline.options.engine != "model":
        from onrecord.batching.processes import Processes

        return Processes(workers or os.cpu_count() or 1)
    from onrecord.batching.requesting import Requests

    return Requests(pipeline, pipeline.model.settings.concurrency if pipeline.model else 1)


def answers_for(options: Options, stored: StoredAnswers) -> Answers:
    """The store's answers, with the folder of recordings beside them where one is named."""
    if options.replay is None and options.record is None:
        return stored
    from onrecord.batching.beside import StoreAndFolder
    from onrecord.model.replay import Recorder, Recordings

    if options.replay is not None:
        return StoreAndFolder(stored, Recordings(options.replay))
    return StoreAndFolder(stored, Recorder(options.record)) if options.record else stored


def check(how: BatchOptions, pipeline: Pipeline) -> None:
    """Raise `UsageError` for what does not go together."""
    if pipeline.model is None:
        return
    settings = pipeline.model.settings
    if how.via == "batch" and pipeline.options.replay is not None:
        raise UsageError("--replay makes no request, so there is nothing to send with --via batch", "leave one out")
    if how.budget is not None and settings.cost_of(1000, 1000) is None:
        raise UsageError(
            f"a budget needs a price, and that of {settings.model!r} is not known",
            "name it, in US dollars a million tokens in and out: ONRECORD_PRICES=0.25/2",
        )
