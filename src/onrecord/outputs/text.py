"""A record as plain text that fits the terminal's width."""

import textwrap
from collections.abc import Iterator

from onrecord.outputs import view
from onrecord.outputs.harmless import harmless
from onrecord.records import Record

_NARROWEST = 40


def as_text(record: Record, *, width: int = 88, colour: bool = False) -> str:
    """The record to read: headline, points, who said what, where they stand, what happened, coverage.

    `width` counts columns; `colour` adds ANSI bold to headings.
    """
    width = max(width, _NARROWEST)
    names = {actor.id: actor.name for actor in record.actors}

    def heading(text: str) -> str:
        return f"\033[1m{text}\033[0m" if colour else text

    lines = [heading(line) for line in _wrapped(record.summary.headline or record.article.id, width)]
    lines += _wrapped(view.source_line(record), width)
    if record.summary.points:
        lines += ["", heading("IN SHORT")]
        lines += _each((point.text for point in record.summary.points), width)
    if record.claims:
        lines += ["", heading("WHO SAID WHAT")]
        for speaker in view.speakers(record):
            lines += _wrapped(f"{speaker.name} ({speaker.detail})" if speaker.detail else speaker.name, width, "  ")
            lines += _each((view.said(claim) for claim in speaker.claims), width, "    ")
    if record.positions:
        lines += ["", heading("WHERE THEY STAND")]
        lines += _each((view.stands(position, names) for position in record.positions), width)
    if record.events:
        lines += ["", heading("WHAT HAPPENED")]
        lines += _each((view.happened(event, names) for event in record.events), width)
    lines += ["", heading("ON RECORD")]
    for line in view.closing(record):
        lines += _wrapped(line, width, "  ")
    return "\n".join(lines) + "\n"


def _each(items: Iterator[str], width: int, indent: str = "  ") -> Iterator[str]:
    for item in items:
        yield from _wrapped(item, width, indent + "- ", indent + "  ")


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    wrapped = textwrap.wrap(
        harmless(text),
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=True,
        break_on_hyphens=False,
    )
    return wrapped or [first]
