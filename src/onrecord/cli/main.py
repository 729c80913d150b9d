"""The entry point: which commands there are, and what an error becomes.

Typer's own handling would print a traceback for an error it does not know, so errors are mapped to exit codes here.
"""

import inspect
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from onrecord.cli import batch, evaluate, export, extract, find, prompts, schema, summarize
from onrecord.cli.messages import complain
from onrecord.cli.settings import defaults
from onrecord.cycles import look_seldom
from onrecord.errors import OnrecordError
from onrecord.version import VERSION

app = typer.Typer(
    name="onrecord",
    help="Who said what, where they stand, what happened: each fact tied to the exact words of the article.",
    epilog="Start with: onrecord summarize article.txt. No key is needed; a model reads where one is configured. "
    "Exit codes: 0 every article gave a record; 1 finished, some failed; 2 wrong usage or settings, nothing "
    "done; 3 the model could not be reached and no fallback was allowed; 130 interrupted; 143 a batch "
    "ended by SIGTERM.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help through rich costs three times as long to show
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("summarize")(summarize.summarize)
app.command("extract")(extract.extract)
app.command("batch")(batch.batch)
app.command("find")(find.find)
app.command("export")(export.export)
app.command("evaluate")(evaluate.evaluate)
app.command("schema")(schema.schema)
app.add_typer(prompts.app, name="prompts")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    del version


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.stdout is None:  # closed by `>&-`: what is opened to read from refuses to be written to, as it should
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    look_seldom()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these arguments; the exit code of it."""
    try:
        code = app(list(arguments), prog_name="onrecord", standalone_mode=False, default_map=defaults(_options()))
        sys.stdout.flush()
    except OnrecordError as error:
        complain(error)
        return error.exit_code
    except TyperException as error:
        show = getattr(error, "show", None)
        if show is not None:
            show(file=sys.stderr)
        else:
            typer.echo(f"Error: {error.format_message()}", err=True)
        return 2
    except (KeyboardInterrupt, Abort):
        typer.echo("Interrupted.", err=True)
        return 130
    except BrokenPipeError:
        _sink_stdout()  # the reader of our output has gone
        return 1
    except OSError as error:  # what is read has its own errors, so this is output: a full disk, a closed stdout
        where = repr(str(error.filename)) if error.filename else "the output"
        complain(
            OnrecordError(f"{where} cannot be written: {error.strerror or error}", "free space, or write with -o FILE")
        )
        _sink_stdout()
        return 1
    return code if isinstance(code, int) else 0


def _sink_stdout() -> None:
    """Python would complain again when it flushes at exit, so hand it a sink."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options() -> dict[str, frozenset[str]]:
    """The parameters of each command, by the command's name."""
    return {
        c.name or "": frozenset(inspect.signature(c.callback).parameters) for c in app.registered_commands if c.callback
    }
