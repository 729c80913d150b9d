"""The options that several commands share, and what they become: one frozen `Options`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from onrecord.pipeline import Options

Engine = Annotated[
    Literal["auto", "model", "rules"],
    typer.Option(
        envvar="ONRECORD_ENGINE",
        help="auto: the model where one is configured, with the rules beside it, else the rules. "
        "model: the model alone. rules: the rules alone, no key needed.",
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option("--model", envvar="ONRECORD_MODEL", help="The model, as its server calls it.", show_default=False),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        envvar="OPENAI_BASE_URL",
        help="Where the server's API begins; any OpenAI-compatible server. The key comes from OPENAI_API_KEY only.",
        show_default=False,
    ),
]
Prompts = Annotated[
    Path | None,
    typer.Option(envvar="ONRECORD_PROMPTS", help="A folder of your own prompt versions.", show_default=False),
]
Fallback = Annotated[
    bool,
    typer.Option(
        "--fallback/--no-fallback",
        envvar="ONRECORD_FALLBACK",
        help="Whether the rules stand in where the model fails; without, that is an error (exit 3).",
    ),
]
SecondLook = Annotated[
    bool,
    typer.Option(
        "--second-look/--no-second-look",
        envvar="ONRECORD_SECOND_LOOK",
        help="Whether what the model left out is asked for once more.",
    ),
]
RecordTo = Annotated[
    Path | None, typer.Option("--record", help="Record each answer of the model in this folder.", show_default=False)
]
Replay = Annotated[
    Path | None,
    typer.Option("--replay", help="Take the answers from this folder: no request is made.", show_default=False),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Which column of JSONL and CSV files is id, text, title, date or url, e.g. text=body. Repeatable.",
        show_default=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The encoding of the files, e.g. cp1252 or utf-16-le; found for each file where it is not named.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", help="Write to this file instead of stdout, whole or not at all.", show_default=False
    ),
]


def options_from(
    *,
    engine: Literal["auto", "model", "rules"],
    model: str | None,
    base_url: str | None,
    prompts: Path | None,
    fallback: bool,
    second_look: bool,
    record: Path | None,
    replay: Path | None,
) -> "Options":
    """The options that a command's flags, the environment and the settings file make."""
    from onrecord.errors import UsageError
    from onrecord.model.settings import ModelSettings
    from onrecord.pipeline import Options

    if record and replay:
        raise UsageError("--record and --replay exclude each other", "record first, replay later")
    if replay and not replay.is_dir():
        raise UsageError(f"there is no folder {str(replay)!r} to replay from", "record answers with --record first")
    if engine == "rules" and (record or replay):
        raise UsageError("--engine rules asks no model, so there is nothing to record or replay", "leave one out")
    settings = ModelSettings.from_env(model=model, base_url=base_url, prompts=prompts, second_look=second_look)
    return Options(engine=engine, fallback=fallback, model=settings, record=record, replay=replay)


def encoding_from(encoding: str | None) -> str | None:
    """The encoding that was named, if Python knows it as one of text."""
    from onrecord.errors import UsageError

    try:
        if encoding is not None:
            b" ".decode(encoding)
    except UnicodeError:
        return encoding  # a blank is too short for it
    except LookupError as error:
        raise UsageError(
            f"--encoding: there is no encoding {encoding!r}", "e.g. utf-8, cp1252, utf-16-le, gb18030"
        ) from error
    return encoding


def columns_from(columns: list[str] | None) -> dict[str, str]:
    """Field to column name, from `FIELD=NAME` options."""
    from onrecord.errors import UsageError

    named: dict[str, str] = {}
    for column in columns or []:
        field, sign, name = column.partition("=")
        if not sign or not name or field not in ("id", "text", "title", "date", "url"):
            raise UsageError(
                f"--column {column!r} is not FIELD=NAME",
                "FIELD is id, text, title, date or url; e.g. --column text=body",
            )
        named[field] = name
    return named
