"""`onrecord evaluate`: how good the rules are, against gold."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import typer


def evaluate(
    kind: Annotated[
        Literal["claims", "positions", "events", "dates", "actors"], typer.Argument(help="What is evaluated.")
    ],
    gold: Annotated[
        Path,
        typer.Argument(
            help="The gold: for claims JSONL with id, text and claims (source, cue, content as spans); for the others "
            "TOML as in fixtures/gold/.",
            show_default=False,
        ),
    ],
    split: Annotated[
        str | None, typer.Option(help="Only the cases of this split of the gold.", show_default=False)
    ] = None,
    faults: Annotated[int, typer.Option(min=0, help="How many faults of each kind to list.")] = 5,
) -> int:
    """Score the rules against gold, and list what is wrong by kind.

    Examples: onrecord evaluate dates fixtures/gold/dates.toml    onrecord evaluate claims gold.jsonl --faults 0
    """
    from onrecord.cli.destination import write_out
    from onrecord.errors import SourceUnreadable
    from onrecord.evaluation.report import as_text

    module = import_module(f"onrecord.evaluation.{kind}")
    try:
        report = getattr(module, f"evaluate_{kind}")(gold, split=split)
    except OSError as error:
        raise SourceUnreadable(f"cannot read the gold {str(gold)!r}: {error.strerror}", "name a gold file") from error
    except (KeyError, ValueError, TypeError) as error:
        raise SourceUnreadable(
            f"{str(gold)!r} is no gold for {kind}: {type(error).__name__} {error}", "see docs/accuracy.md for its form"
        ) from error
    write_out(as_text(report, faults=faults), None)
    return 0
