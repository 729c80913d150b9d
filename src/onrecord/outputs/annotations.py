"""Claims, positions and events as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

Each annotation's targets are the spans of its words, selected twice: by position, in code points of the article's
text as the store holds it, and by the words with what stands before and after them, for copies whose markup differs.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.outputs.harmless import harmless_json
from onrecord.outputs.tables import TABLES, Table, table_rows, typed
from onrecord.store.search import Filters
from onrecord.store.store import Store

_CONTEXT = 32  # characters before and after; the specification leaves the length open


def annotations(store: Store, filters: Filters, words: str = "") -> Iterator[dict[str, Any]]:
    """One annotation for each claim, position and event that passes, table by table."""
    for table in TABLES.values():
        if table.kind in filters.kinds and table.kind:
            yield from _of_table(store, table, filters, words)


def write_annotations(path: Path, items: Iterable[dict[str, Any]]) -> int:
    """Write an AnnotationPage, item by item; how many items it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [')
        for item in items:
            file.write((",\n" if count else "\n") + harmless_json(json.dumps(item, ensure_ascii=False)))
            count += 1
        file.write("\n]}\n")
    return count


def _of_table(store: Store, table: Table, filters: Filters, words: str) -> Iterator[dict[str, Any]]:
    held, text = None, ""
    with store.snapshot() as reader:
        for record, *row in table_rows(store, table, filters, words, record=True):
            if record != held:  # rows come record by record
                query = "SELECT text FROM articles JOIN records USING (article) WHERE record = ?"
                held, text = record, reader.execute(query, (record,)).fetchone()[0]
            yield annotation(table, typed(table, tuple(row)), text)


def annotation(table: Table, cells: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation of one claim, position or event."""
    spans = cells["content_spans" if table.kind == "claim" else "evidence_spans"]
    targets = [_target(cells, text, start, end) for start, end in spans]
    tags = [table.kind, *(cells[name] for name in ("form", "modality", "stance", "type", "status") if cells.get(name))]
    return {
        "id": f"urn:onrecord:{cells[str(table.kind)]}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _in_words(table, cells)},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _target(cells: dict[str, Any], text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "source": cells["url"] or cells["article_source"] or f"urn:onrecord:article:{cells['article']}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(start - _CONTEXT, 0) : start],
                "suffix": text[end : end + _CONTEXT],
            },
        ],
    }


def _in_words(table: Table, cells: dict[str, Any]) -> str:
    match table.kind:
        case "claim":
            return f"{cells['speaker'] or 'Someone not named'}: {cells['statement']}"
        case "position":
            condition = f" ({cells['condition']})" if cells["condition"] else ""
            return f"{cells['holder']}: {cells['stance']}, {cells['target']}{condition}"
        case _:
            who = " -> ".join(part for part in (cells["actors"], cells["recipients"]) if part)
            when = cells["start_date"] or cells["when"] or ""
            return ", ".join(
                part for part in (f"{cells['type']} ({cells['label']})", who, cells["place"], when) if part
            )
