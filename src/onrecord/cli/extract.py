"""`onrecord extract`: one record a line, as JSON."""

import time
from typing import Annotated

import typer

from onrecord.cli import options as opt


def extract(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]",
            help="Files, folders, JSONL or CSV files with articles; - or a pipe is stdin.",
            show_default=False,
        ),
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Say on stderr which rule and lexicon line made each item.")
    ] = False,
    output: opt.Output = None,
) -> int:
    """Put articles on record: one JSON record a line, on stdout.

    An article that cannot be read is named on stderr, the others go on, and the exit code is 1.

    Examples: onrecord extract article.txt | jq .claims    onrecord extract articles.jsonl -o records.jsonl
    """
    from onrecord.cli.articles import articles, piped
    from onrecord.cli.destination import destination, refuse_own_source
    from onrecord.cli.messages import Counter, ReadingNotes, complain, report_fallback, say
    from onrecord.errors import OnrecordError
    from onrecord.outputs.explain import explanation
    from onrecord.outputs.harmless import harmless_json
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
    sources = files or [piped()]
    refuse_own_source(output, sources)
    failed = 0
    counter = Counter(time.monotonic)
    notes = ReadingNotes()
    with Pipeline(chosen) as pipeline, destination(output) as stream:
        for item in articles(sources, opt.columns_from(columns), opt.encoding_from(encoding)):
            if isinstance(item, OnrecordError):
                failed += 1
                complain(item)
                continue
            notes.of(item.source or item.id, item.notes)
            grounded = pipeline.put(analyse(item))
            report_fallback(grounded.record)
            stream.write(harmless_json(grounded.record.model_dump_json()) + "\n")
            if output is None:
                stream.flush()
            if explain:
                for line in explanation(grounded):
                    say(line)
            counter.done(failed)
    counter.close()
    notes.close()
    return 1 if failed else 0
