"""`onrecord find`: who said what about X, over everything in a store."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli.export import (
    EventOption,
    KindOption,
    ModalityOption,
    Since,
    Source,
    Speaker,
    StanceOption,
    StoreOption,
    Until,
)

if TYPE_CHECKING:
    from onrecord.store.search import Found


def find(
    words: Annotated[str, typer.Argument(help='Every word is needed; "words in quotes" stand together.')] = "",
    store: StoreOption = Path("onrecord.db"),
    speaker: Speaker = None,
    stance: StanceOption = None,
    modality: ModalityOption = None,
    event: EventOption = None,
    kind: KindOption = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    limit: Annotated[int, typer.Option(min=0, help="How many to show; 0 shows all.")] = 50,
    format: Annotated[  # noqa: A002 - the option's name
        Literal["text", "jsonl"], typer.Option("--format", help="To read, or one JSON object a line.")
    ] = "text",
) -> None:
    """Find claims, positions and events by words, speaker, stance and date; newest first."""
    from onrecord.cli.messages import say
    from onrecord.outputs.harmless import harmless, harmless_json
    from onrecord.store import open_store
    from onrecord.store.search import checked_filters

    filters = checked_filters(
        speaker=speaker,
        stance=stance,
        modality=modality,
        event=event,
        kind=kind,
        since=since,
        until=until,
        source=source,
    )
    shown = 0
    with open_store(store) as opened:
        for found in opened.find(words, filters, limit or None):
            shown += 1
            if format == "jsonl":
                typer.echo(harmless_json(json.dumps({"kind": found.kind, **found.row}, ensure_ascii=False)))
            else:
                typer.echo(harmless(_as_text(found)))
        left = opened.count(words, filters) - shown if shown == limit else 0
    if not shown:
        say("Nothing found. Every word is needed; try fewer words or filters.")
    elif left > 0:
        say(f"{shown:,} shown, {left:,} more: --limit 0 shows all.")


def _as_text(found: "Found") -> str:
    words = " ".join(found.words.split())
    who = found.who or ("Someone" if found.kind == "event" else "Speaker not named")
    role = f" ({found.role})" if found.role else ""
    what = {"claim": found.row.get("form"), "position": found.stance, "event": found.row.get("type")}[found.kind]
    where = f"{found.source or found.article}:{found.line} [{found.start}:{found.end}]"
    head = f"{found.published or 'no date'}  {who}{role}  {found.kind}, {what}"
    return "\n    ".join(line for line in (head, words, found.title, where) if line) + "\n"
