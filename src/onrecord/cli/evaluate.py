"""`onrecord evaluate`: how good the rules are, against gold."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from onrecord.evaluation.report import Report


def evaluate(
    kind: Annotated[
        Literal["claims", "positions", "events", "dates", "actors"], typer.Argument(help="What is evaluated.")
    ],
    gold: Annotated[
        list[Path],
        typer.Argument(
            help="The gold: for claims one file of JSONL with id, text and claims (source, cue, content as spans); for "
            "the others TOML as in fixtures/gold/, several for one figure.",
            show_default=False,
        ),
    ],
    split: Annotated[
        Literal["all", "dev", "held"],
        typer.Option(help="Which half of a TOML gold; faults of the held half are counted, not shown."),
    ] = "all",
    faults: Annotated[int, typer.Option(min=0, help="How many faults of each kind to list.")] = 5,
) -> int:
    """Score the rules against gold, and list what is wrong by kind.

    Examples: onrecord evaluate dates fixtures/gold/dates.toml    onrecord evaluate claims gold.jsonl --faults 0
    """
    from onrecord.cli.destination import write_out
    from onrecord.errors import SourceUnreadable, UsageError
    from onrecord.evaluation.report import as_text

    names = ", ".join(repr(str(each)) for each in gold)
    if kind == "claims" and len(gold) > 1:
        raise UsageError(f"claims are scored against one gold, and these are {len(gold)}: {names}", "name one")
    try:
        report = _claims(gold[0]) if kind == "claims" else _cases(kind, gold, split)
    except OSError as error:
        raise SourceUnreadable(f"cannot read the gold {names}: {error.strerror}", "name a gold file") from error
    except (KeyError, ValueError, TypeError) as error:
        raise SourceUnreadable(
            f"{names} is no gold for {kind}: {type(error).__name__} {error}", "see docs/accuracy.md for its form"
        ) from error
    write_out(as_text(report, faults=faults), None)
    return 0


def _cases(kind: str, golds: list[Path], split: str) -> "Report":
    module = import_module(f"onrecord.evaluation.{kind}")
    report: Report = getattr(module, f"evaluate_{kind}")(*golds, split=split)
    return report


def _claims(gold: Path) -> "Report":
    """Read the gold's own texts by the rules, and score what they give."""
    from onrecord.api import extract_many
    from onrecord.evaluation.claims import evaluate_claims
    from onrecord.pipeline import Options
    from onrecord.records import Record

    records = extract_many(gold, Options(engine="rules"))
    return evaluate_claims(gold, (record for record in records if isinstance(record, Record)))
