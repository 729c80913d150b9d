"""`onrecord batch`: folders of articles into a store, nothing lost, nothing paid twice."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli import options as opt

if TYPE_CHECKING:
    from onrecord.batching.run import Batch


def batch(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT...]",
            help="Folders, files, patterns, JSONL or CSV files with articles.",
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        Path, typer.Option("--store", help="The SQLite file that keeps articles, records and answers.")
    ] = (Path("onrecord.db")),
    engine: opt.Engine = "auto",
    model: opt.ModelName = None,
    base_url: opt.BaseUrl = None,
    prompts: opt.Prompts = None,
    fallback: opt.Fallback = True,
    second_look: opt.SecondLook = True,
    record: opt.RecordTo = None,
    replay: opt.Replay = None,
    columns: opt.Columns = None,
    encoding: opt.Encoding = None,
    concurrency: Annotated[
        int | None,
        typer.Option(
            min=1,
            envvar="ONRECORD_CONCURRENCY",
            help="Requests to the model at once, at most; rate limits lower it for a while.",
            show_default="8",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes for the rules.", show_default="one a core"),
    ] = None,
    via: Annotated[
        Literal["requests", "batch"],
        typer.Option(help="batch: through the provider's batch API, at its lower price and in its own time."),
    ] = "requests",
    budget: Annotated[
        float | None,
        typer.Option(
            min=0, help="US dollars that this run may spend; checked before each request.", show_default=False
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Count articles, tokens and price; ask nothing, write nothing.")
    ] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Do all again, and ask the model again.")] = False,
    retry_failed: Annotated[
        bool,
        typer.Option(
            "--retry-failed", help="Only what failed or fell back to the rules before; INPUT may be left out."
        ),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only errors, on stderr.")] = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="Progress as JSON lines, on stderr.")] = False,
) -> int:
    """Put many articles on record and keep them in a store.

    What is there already is not done again, so the same command goes on after a break, a crash or a full disk.
    Ctrl-C or SIGTERM finishes what is in flight; a second one leaves at once.

    Examples: onrecord batch articles/    onrecord batch articles/ --model gpt-5-mini --budget 5
    """
    from onrecord.batching.options import BatchOptions
    from onrecord.batching.run import Batch
    from onrecord.cli.progress import progress_to_stderr
    from onrecord.model.settings import ModelSettings

    chosen = opt.options_from(
        engine=engine,
        model=model,
        base_url=base_url,
        prompts=prompts,
        fallback=fallback,
        second_look=second_look,
        record=record,
        replay=replay,
    )
    if concurrency is not None:
        from dataclasses import replace

        chosen = replace(chosen, model=(chosen.model or ModelSettings.from_env()).with_(concurrency=concurrency))
    how = BatchOptions(
        redo=redo,
        retry_failed=retry_failed,
        budget=budget,
        workers=workers,
        via=via,
        columns=opt.columns_from(columns),
        encoding=opt.encoding_from(encoding),
    )
    shown = progress_to_stderr(quiet=quiet, log_json=log_json)
    run = Batch(inputs or [], store, chosen, how, progress=shown.update)
    if dry_run:
        from onrecord.batching.plan import plan

        shown.plan(plan(run))
        return 0
    with _signals(run) as received:
        for result in run.results():
            shown.result(result)
    shown.close(run)
    if run.stopped:
        return 128 + received[0] if received else 130
    if run.figures.failed and run.figures.failed == run.model_errors and not run.figures.done + run.figures.skipped:
        return 3
    return 1 if run.figures.failed or run.figures.left else 0


@contextmanager
def _signals(run: "Batch") -> Iterator[list[int]]:
    """The first Ctrl-C or SIGTERM lets what is in flight be finished; the second one leaves at once.

    Gives those that came, in order.
    """
    from onrecord.cli.messages import say

    received: list[int] = []

    def on_signal(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        if run.stopped:
            say("Interrupted.")
            raise SystemExit(128 + number)
        run.stop()
        again = "Ctrl-C" if number == signal.SIGINT else "the signal"
        say(f"\nStopping: {run.figures.in_flight} in flight are finished first; {again} again leaves at once.")

    before = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
