"""Who said what about X: filters and words turned into one query over the store's views."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from onrecord.errors import UsageError
from onrecord.records import EventType, Modality, Stance

Kind = Literal["claim", "position", "event"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What to let through; an empty field lets everything through."""

    speaker: str | None = None
    """Words of the name or role of who speaks, holds the position or acts; or an actor's id."""
    stance: Stance | None = None
    """Only positions with this stance."""
    modality: Modality | None = None
    """Only claims with this modality."""
    event: EventType | None = None
    """Only events of this type."""
    kind: Kind | None = None
    """Only claims, only positions or only events."""
    since: str | None = None
    """First day of publication: 2025, 2025-12 or 2025-12-24. Articles without a date are left out."""
    until: str | None = None
    """Last day of publication, in the same forms; a month or year is meant to its end."""
    source: str | None = None
    """Part of the article's id, file or address."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of things that can pass."""
        if self.kind:
            return (self.kind,)
        chosen: list[Kind] = []
        if self.modality:
            chosen.append("claim")
        if self.stance:
            chosen.append("position")
        if self.event:
            chosen.append("event")
        return tuple(chosen) or ("claim", "position", "event")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: a row of the view `said`, `stands` or `happened`."""

    kind: Kind
    who: str | None
    role: str | None
    words: str
    """The words of the article that show it."""
    stance: str | None
    published: str | None
    article: str
    title: str | None
    source: str | None
    start: int
    end: int
    line: int
    """Where it stands in the source's text, counted from 1."""
    row: dict[str, Any]
    """Every column of the view."""


VIEWS: dict[Kind, tuple[str, str, str, str]] = {
    "claim": ("said", "claims_fts", "speaker", "content"),
    "position": ("stands", "positions_fts", "holder", "evidence"),
    "event": ("happened", "events_fts", "actors", "evidence"),
}
"""For each kind its view, its full-text index, and the columns that hold who and the words."""
_TYPES = get_args(EventType)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")  # 2025-12-24
_WORDS = re.compile(r'"([^"]*)"|(\S+)')  # direct talks "energy prices"


def checked_filters(
    *,
    speaker: str | None = None,
    stance: Stance | None = None,
    modality: Modality | None = None,
    event: str | None = None,
    kind: Kind | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
) -> Filters:
    """Filters from what a user typed; raises `UsageError` for a date or event type that is none."""
    for bound, last in ((since, False), (until, True)):
        if bound:
            day_bound(bound, last=last)
    wanted = next((kind for kind in _TYPES if event and kind == event.upper()), None)
    if event and not wanted:
        raise UsageError(f"{event!r} is not a type of event", f"one of: {', '.join(_TYPES)}")
    return Filters(speaker, stance, modality, wanted, kind, since, until, source)


def full_text(words: str) -> str:
    """Turn what a person types into FTS5's language: every word is needed, words in double quotes stand together.

    >>> full_text('direct "peace talks"')
    '"direct" "peace talks"'
    """
    terms = [quoted or plain for quoted, plain in _WORDS.findall(words)]
    cleaned = [term.replace('"', " ").strip() for term in terms]
    return " ".join(f'"{term}"' for term in cleaned if any(character.isalnum() for character in term))


def day_bound(text: str, *, last: bool) -> str:
    """The day that a year, month or day given by a user begins or ends with.

    >>> day_bound("2025-12", last=False), day_bound("2025-12", last=True)
    ('2025-12-01', '2025-12-31')
    """
    match = _DAY.fullmatch(text.strip())
    if not match or not "01" <= (match[2] or "01") <= "12" or not "01" <= (match[3] or "01") <= "31":
        raise UsageError(f"{text!r} is not a date", "write a year, a month or a day: 2025, 2025-12, 2025-12-24")
    # The days of published dates are compared as text, so 31 ends every month.
    return f"{match[1]}-{match[2] or ('12' if last else '01')}-{match[3] or ('31' if last else '01')}"


def folded(text: str | None) -> str:
    """Lower case without accents, for comparing names."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def is_named(wanted: str, name: str | None, role: str | None) -> bool:
    """Whether every word of `wanted` is a word of the name, or every one a word of the role."""
    asked = set(folded(wanted).split())
    return any(asked <= set(re.findall(r"[^\W_]+", folded(words))) for words in (name, role) if words)


def on_article(filters: Filters) -> tuple[str, list[str]]:
    """The condition that filters put on the article columns of any view `v`, with its values."""
    conditions, values = ["1"], []
    if filters.since:
        conditions.append("v.published >= ?")
        values.append(day_bound(filters.since, last=False))
    if filters.until:
        conditions.append("v.published <= ?")
        values.append(day_bound(filters.until, last=True))
    if filters.source:
        conditions.append(
            "instr(lower(v.article || ' ' || coalesce(v.article_source, '') || ' ' || coalesce(v.url, '')), lower(?))"
        )
        values.append(filters.source)
    return " AND ".join(conditions), values


def on_kind(kind: Kind, filters: Filters, words: str = "") -> tuple[str, list[str]]:
    """The condition that words and filters put on the view `v` of one kind, with its values."""
    where, values = on_article(filters)
    parts = [where]
    _, index, who, _ = VIEWS[kind]
    if asked := full_text(words):
        parts.append(f"v.number IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)")  # noqa: S608
        values.append(asked)
    for value, holder, column in (
        (filters.stance, "position", "stance"),
        (filters.modality, "claim", "modality"),
        (filters.event, "event", "type"),
    ):
        if value and kind == holder:
            parts.append(f"v.{column} = ?")
            values.append(value)
    if filters.speaker and kind == "event":
        parts.append(
            "EXISTS (SELECT 1 FROM actors p, json_each(v.actor_ids) j WHERE p.record = v.record AND p.id = j.value "
            "AND (p.id = ? OR is_named(?, p.name, p.role)))"
        )
    elif filters.speaker:
        parts.append(f"(v.{who}_id = ? OR is_named(?, v.{who}, v.{who}_role))")
    if filters.speaker:
        values += [filters.speaker, filters.speaker]
    return " AND ".join(parts), values


def prepare(connection: sqlite3.Connection) -> None:
    """Teach a connection the function that the conditions use."""
    connection.create_function("is_named", 3, is_named, deterministic=True)


def find(connection: sqlite3.Connection, words: str, filters: Filters, limit: int | None = None) -> Iterator[Found]:
    """What holds the words and passes the filters; newest article first, undated last, then in order of the text."""
    query, values = _hits(words, filters)
    prepare(connection)
    listed = connection.execute(
        f"SELECT * FROM ({query}) ORDER BY published IS NULL, published DESC, record, start, kind LIMIT ?",  # noqa: S608
        (*values, -1 if limit is None else limit),
    )
    for kind, number, record, _, _ in listed:
        yield _found(connection, kind, number, record)


def count(connection: sqlite3.Connection, words: str, filters: Filters) -> int:
    """How many `find` finds."""
    query, values = _hits(words, filters)
    prepare(connection)
    return int(connection.execute(f"SELECT count(*) FROM ({query})", values).fetchone()[0])  # noqa: S608


def _hits(words: str, filters: Filters) -> tuple[str, list[str]]:
    selects, values = [], []
    for kind in filters.kinds:
        where, wanted = on_kind(kind, filters, words)
        selects.append(
            f"SELECT '{kind}' AS kind, v.number AS number, v.record AS record, v.published AS published, "  # noqa: S608
            f"v.start AS start FROM {VIEWS[kind][0]} v WHERE {where}"
        )
        values += wanted
    return " UNION ALL ".join(selects), values


def _found(connection: sqlite3.Connection, kind: Kind, number: int, record: int) -> Found:
    view, _, who, words = VIEWS[kind]
    row = dict(connection.execute(f"SELECT * FROM {view} WHERE number = ?", (number,)).fetchone())  # noqa: S608
    before: str = connection.execute(
        "SELECT substr(text, 1, ?) FROM articles JOIN records USING (article) WHERE record = ?", (row["start"], record)
    ).fetchone()[0]
    return Found(
        kind=kind,
        who=row[who],
        role=row.get(f"{who}_role"),
        words=row[words],
        stance=row.get("stance"),
        published=row["published"],
        article=row["article"],
        title=row["article_title"],
        source=row["article_source"],
        start=row["start"],
        end=row["end"],
        line=before.count("\n") + 1,
        row={name: cell for name, cell in row.items() if name not in ("number", "record")},
    )
