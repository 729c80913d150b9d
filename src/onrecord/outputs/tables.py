"""The tables that exports write: their columns, types and rows, drawn from the store's views."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.store.search import Filters, Kind, on_article, on_kind, prepare
from onrecord.store.store import Store

ColumnType = Literal["text", "integer", "number", "day", "names", "spans"]
"""day: ISO 8601; names: a list of ids; spans: a list of `[start, end)` offsets into the article's text."""
TableName = Literal["articles", "actors", "claims", "positions", "events"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export."""

    name: str
    type: ColumnType
    what: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a view of the store and the columns taken from it."""

    name: TableName
    view: str
    kind: Kind | None
    """The kind of thing that a row is, where filters on kinds apply."""
    columns: tuple[Column, ...]


_ARTICLE = (
    Column("article", "text", "id of the article"),
    Column("article_title", "text", "its headline"),
    Column("published", "day", "day of publication; empty where the source does not tell"),
    Column("url", "text", "its address"),
    Column("article_source", "text", "the file it was read from"),
)
_PLACE = (
    Column("start", "integer", "where the words begin: a code point offset into the article's text"),
    Column("end", "integer", "where they end, exclusive"),
    Column("match", "text", "exact, normalized, or sentence where the whole sentence stands for a part not found"),
)
_FOUND_BY = Column("found_by", "text", "model, rules or both")

TABLES: dict[TableName, Table] = {
    "articles": Table(
        "articles",
        "read",
        None,
        (
            *_ARTICLE,
            Column("published_from", "text", "where the day of publication was found"),
            Column("characters", "integer", "length of the text"),
            Column("headline", "text", "the headline of the summary"),
            Column("engine", "text", "model, rules or both"),
            Column("model", "text", "the model that answered"),
            Column("prompt", "text", "id and version of the prompt"),
            Column("version", "text", "version of onrecord"),
            Column("fallback", "text", "why the model was meant to answer and did not"),
            Column("sentences", "integer", "sentences read"),
            Column("sentences_cited", "integer", "sentences that the record points at"),
            Column("quotations", "integer", "quotations read"),
            Column("quotations_cited", "integer", "quotations that the record points at"),
            Column("proposed", "integer", "items that the engines proposed"),
            Column("merged", "integer", "items that said what another one said"),
            Column("refused", "integer", "items that were refused"),
            Column("calls", "integer", "HTTP requests made"),
            Column("input_tokens", "integer", "tokens sent"),
            Column("output_tokens", "integer", "tokens answered"),
            Column("cost", "number", "US dollars; empty where unknown"),
        ),
    ),
    "actors": Table(
        "actors",
        "named",
        None,
        (
            *_ARTICLE,
            Column("actor", "text", "id of the actor, the same in every article that names it so"),
            Column("name", "text", "the fullest name in the article"),
            Column("kind", "text", "person, organization, country, group or unnamed"),
            Column("role", "text", "title or function in the article's words"),
            Column("country", "text", "ISO 3166-1 alpha-3 code"),
            Column("mentions", "integer", "how often the article refers to it"),
            Column("mention_spans", "spans", "where"),
        ),
    ),
    "claims": Table(
        "claims",
        "said",
        "claim",
        (
            *_ARTICLE,
            Column("claim", "text", "id of the claim"),
            Column("speaker_id", "text", "id of the actor who says it; empty where the article does not tell"),
            Column("speaker", "text", "name of the speaker"),
            Column("speaker_kind", "text", "person, organization, country, group or unnamed"),
            Column("speaker_role", "text", "title or function in the article's words"),
            Column("speaker_country", "text", "ISO 3166-1 alpha-3 code"),
            Column("certainty", "text", "stated, resolved or inferred: how the speaker is known"),
            Column("source", "text", "the words that name the speaker here"),
            Column("source_spans", "spans", "where they stand"),
            Column("cue", "text", "the words that say that something is said"),
            Column("cue_spans", "spans", "where they stand"),
            Column("content", "text", "what is said, in the article's words"),
            Column("content_spans", "spans", "where they stand"),
            *_PLACE,
            Column("statement", "text", "the claim as a sentence that stands alone"),
            Column("form", "text", "direct, indirect or mixed"),
            Column("modality", "text", "asserted, denied, hedged, conditional, promised, demanded or not said"),
            Column("said", "text", "the words that tell when it was said"),
            Column("said_start", "day", "first day they can mean"),
            Column("said_end", "day", "last day they can mean"),
            Column("venue", "text", "where or through what it was said"),
            _FOUND_BY,
        ),
    ),
    "positions": Table(
        "positions",
        "stands",
        "position",
        (
            *_ARTICLE,
            Column("position", "text", "id of the position"),
            Column("holder_id", "text", "id of the actor who holds it"),
            Column("holder", "text", "name of the holder"),
            Column("holder_kind", "text", "person, organization, country, group or unnamed"),
            Column("holder_role", "text", "title or function in the article's words"),
            Column("holder_country", "text", "ISO 3166-1 alpha-3 code"),
            Column("stance", "text", "support, oppose, conditional or neutral"),
            Column("target", "text", "the issue, in words"),
            Column("condition", "text", "the condition, in the article's words"),
            Column("source", "text", "the words that name the holder here"),
            Column("source_spans", "spans", "where they stand"),
            Column("cue", "text", "the words that show the stance"),
            Column("cue_spans", "spans", "where they stand"),
            Column("evidence", "text", "the words that show the position's content"),
            Column("evidence_spans", "spans", "where they stand"),
            *_PLACE,
            Column("claim", "text", "id of the claim it rests on, where it was said"),
            _FOUND_BY,
        ),
    ),
    "events": Table(
        "events",
        "happened",
        "event",
        (
            *_ARTICLE,
            Column("event", "text", "id of the event"),
            Column("type", "text", "one of PLOVER's sixteen types, or OTHER"),
            Column("label", "text", "the type in plain words"),
            Column("quad", "text", "verbal or material, cooperation or conflict; empty for OTHER"),
            Column("status", "text", "happened, ongoing, planned, hypothetical or denied"),
            Column("trigger", "text", "the words that name the event"),
            Column("trigger_spans", "spans", "where they stand"),
            Column("actors", "text", "names of those who act, with semicolons between them"),
            Column("actor_ids", "names", "their ids"),
            Column("recipients", "text", "names of those acted upon or addressed"),
            Column("recipient_ids", "names", "their ids"),
            Column("when", "text", "the words that tell when it happened"),
            Column("start_date", "day", "first day they can mean"),
            Column("end_date", "day", "last day they can mean"),
            Column("granularity", "text", "the unit the words speak in"),
            Column("anchor", "day", "the day they were resolved against"),
            Column("date_rule", "text", "the rule that resolved them, or why they stay unresolved"),
            Column("place", "text", "the words that tell where"),
            Column("place_country", "text", "ISO 3166-1 alpha-3 code"),
            Column("evidence", "text", "the words that report it"),
            Column("evidence_spans", "spans", "where they stand"),
            *_PLACE,
            _FOUND_BY,
        ),
    ),
}


def chosen_tables(filters: Filters) -> list[Table]:
    """Articles, actors, and the tables of the kinds that the filters let through."""
    return [table for table in TABLES.values() if table.kind is None or table.kind in filters.kinds]


def table_rows(
    store: Store, table: Table, filters: Filters, words: str = "", *, record: bool = False
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table as the store holds them (spans and ids as JSON text), one by one, in the order of saving;
    with `record`, each begins with its record's number."""
    names = [*(["record"] if record else []), *(column.name for column in table.columns)]
    listed = ", ".join(f'v."{name}"' for name in names)
    where, values = on_kind(table.kind, filters, words) if table.kind else on_article(filters)
    if table.name == "actors" and filters.speaker:
        where += " AND (v.actor = ? OR is_named(?, v.name, v.role))"
        values += [filters.speaker, filters.speaker]
    order = "v.record, v.number" if table.kind else "v.record"
    with store.snapshot() as reader:
        prepare(reader)
        query = f"SELECT {listed} FROM {table.view} v WHERE {where} ORDER BY {order}"  # noqa: S608 - our own names
        cursor = reader.execute(query, values)
        cursor.row_factory = None
        while rows := cursor.fetchmany(1000):
            yield from rows


def typed(table: Table, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row as JSON has it: spans and ids as lists."""
    return {
        column.name: json.loads(cell) if cell is not None and column.type in ("names", "spans") else cell
        for column, cell in zip(table.columns, row, strict=True)
    }
