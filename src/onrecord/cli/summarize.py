"""`onrecord summarize`: one article on record, made to be read."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.cli import options as opt


def summarize(
    file: Annotated[
        str | None,
        typer.Argument(help="An article: text, Markdown or HTML; - or a pipe is stdin.", show_default=False),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "markdown", "json"], typer.Option("--format", help="How to show it.")
    ] = "text",
    width: Annotated[
        int | None, typer.Option(min=40, help="Columns of text; the terminal's width otherwise.", show_default=False)
    ] = None,
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
    output: opt.Output = None,
) -> int:
    """Put one article on record and show it: who said what, where they stand, what happened.

    Every line rests on the article's own words; the last lines say what was read, not cited or refused.

    Examples: onrecord summarize article.txt    onrecord summarize --format markdown - < page.txt
    """
    from onrecord.cli.articles import one_article, piped
    from onrecord.cli.destination import refuse_own_source, write_out
    from onrecord.cli.messages import report_fallback
    from onrecord.pipeline import Pipeline
    from onrecord.reading.read import analyse

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
    source = file or piped()
    refuse_own_source(output, [source])
    article = one_article(source, opt.columns_from(columns), opt.encoding_from(encoding))
    with Pipeline(chosen) as pipeline:
        found = pipeline.put(analyse(article)).record
    report_fallback(found)
    if format == "json":
        from onrecord.outputs.harmless import harmless_json

        shown = harmless_json(found.model_dump_json(indent=2)) + "\n"
    elif format == "markdown":
        from onrecord.outputs.markdown import as_markdown

        shown = as_markdown(found)
    else:
        from onrecord.outputs.text import as_text

        shown = as_text(found, width=width or _width(), colour=_colour(output))
    write_out(shown, output)
    return 0


def _width() -> int:
    """The terminal's width, at most 100 columns, which read best; through a pipe 88."""
    return min(shutil.get_terminal_size((88, 24)).columns, 100)


def _colour(output: Path | None) -> bool:
    return (
        output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
