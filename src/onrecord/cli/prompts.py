"""`onrecord prompts`: which prompts there are, and exactly what would be sent for an article."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli import options as opt

if TYPE_CHECKING:
    from onrecord.model.requests import Ask
    from onrecord.model.settings import ModelSettings

app = typer.Typer(
    help="List the prompts, or show what would be sent for an article.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("list")
def list_prompts(prompts: opt.Prompts = None, output: opt.Output = None) -> None:
    """List the prompts: name, hash, what each asks for, and the file it comes from.

    Yours come before ours of the same name.

    Examples: onrecord prompts list    onrecord prompts list --prompts my-prompts
    """
    from onrecord.cli.destination import write_out
    from onrecord.model.prompts import every

    lines = (f"{p.name}\t{p.hash}\t{p.asks}\t{p.source}\n" for p in every(prompts))
    write_out("".join(lines), output)


@app.command("show")
def show(
    file: Annotated[str | None, typer.Argument(help="An article; - or a pipe is stdin.", show_default=False)] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "json"], typer.Option("--format", help="json: with the schema and the request's key.")
    ] = "text",
    model: opt.ModelName = None,
    base_url: opt.BaseUrl = None,
    prompts: opt.Prompts = None,
    prompt: Annotated[
        str | None, typer.Option(envvar="ONRECORD_PROMPT", help="The prompt's name.", show_default=False)
    ] = None,
    columns: opt.Columns = None,
    output: opt.Output = None,
) -> None:
    """Print exactly what would be sent for an article, with an estimate of its tokens and price. Nothing is sent.

    Examples: onrecord prompts show article.txt    onrecord prompts show --format json article.txt
    """
    import json

    from onrecord.cli.articles import one_article, piped
    from onrecord.cli.destination import refuse_own_source, write_out
    from onrecord.cli.messages import say
    from onrecord.model.engine import ModelEngine
    from onrecord.model.settings import ModelSettings
    from onrecord.outputs.harmless import harmless, harmless_json
    from onrecord.reading.read import analyse

    settings = ModelSettings.from_env(model=model, base_url=base_url, prompts=prompts, prompt=prompt)
    engine = ModelEngine(settings)
    source = file or piped()
    refuse_own_source(output, [source])
    document = analyse(one_article(source, opt.columns_from(columns)))
    asks = list(engine.requests(document))
    if format == "json":
        shown = [ask.shown(settings) for ask in asks]
        write_out(harmless_json(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n", output)
    else:
        write_out(harmless("".join(_as_text(ask) for ask in asks)), output)
    for ask in asks:
        say(_estimate(ask, settings))
    if len(asks) > 1:
        say("Later parts will also list the actors that the answers to earlier ones name.")


def _as_text(ask: "Ask") -> str:
    return f"--- system\n{ask.system}\n--- user\n{ask.user}\n"


def _estimate(ask: "Ask", settings: "ModelSettings") -> str:
    shown = ask.shown(settings)["estimate"]
    cost = shown["cost"]
    price = "price unknown" if cost is None else f"about ${cost:.4f}"
    return f"{ask.request.prompt}: about {shown['input_tokens']:,} tokens in, {shown['output_tokens']:,} out, {price}"
