"""`onrecord export`: what the store holds, in the user's own tools."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["jsonl", "csv", "parquet", "annotations"]
TableChoice = Literal["records", "articles", "actors", "claims", "positions", "events"]
StoreOption = Annotated[Path, typer.Option("--store", help="The store to read.")]
Speaker = Annotated[str | None, typer.Option(help="Name, role or id of who speaks, holds the position or acts.")]
StanceOption = Annotated[
    Literal["support", "oppose", "conditional", "neutral"] | None, typer.Option(help="Only positions with this stance.")
]
ModalityOption = Annotated[
    Literal["asserted", "denied", "hedged", "conditional", "promised", "demanded"] | None,
    typer.Option(help="Only claims with this modality."),
]
EventOption = Annotated[str | None, typer.Option(help="Only events of this type, e.g. CONSULT.")]
KindOption = Annotated[
    Literal["claim", "position", "event"] | None, typer.Option(help="Only claims, only positions or only events.")
]
Since = Annotated[str | None, typer.Option(help="Published on or after: 2025, 2025-12 or 2025-12-24.")]
Until = Annotated[str | None, typer.Option(help="Published on or before, a month or year meant to its end.")]
Source = Annotated[str | None, typer.Option(help="Part of the article's id, file or address.")]


def export(
    to: Annotated[Path, typer.Option("--to", help="A folder for all tables, or a file for one.")],
    store: StoreOption = Path("onrecord.db"),
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option("--format", help="Taken from the file's ending where it has one.")
    ] = None,
    table: Annotated[
        TableChoice | None, typer.Option(help="Only this table. In a file: records for jsonl, else claims.")
    ] = None,
    words: Annotated[str, typer.Option(help="Only what holds these words, as in `find`.")] = "",
    speaker: Speaker = None,
    stance: StanceOption = None,
    modality: ModalityOption = None,
    event: EventOption = None,
    kind: KindOption = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
) -> None:
    """Write the store's claims, positions, events, actors and articles as tables or annotations."""
    from onrecord.cli.destination import refuse_own_source
    from onrecord.cli.messages import say
    from onrecord.outputs.export import export as write
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
    refuse_own_source(to, [str(store)], "--to")
    with open_store(store) as opened:
        written = write(opened, to, format, table=table, filters=filters, words=words)
    for path, count in written.items():
        say(f"{path}: {count:,} {'row' if count == 1 else 'rows'}")
