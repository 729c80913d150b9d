"""A record as Markdown."""

import re

from onrecord.outputs import view
from onrecord.outputs.harmless import harmless
from onrecord.records import Record

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def as_markdown(record: Record) -> str:
    """The record to read or to paste: the same sections as the text, the article's own marks escaped."""
    names = {actor.id: actor.name for actor in record.actors}
    lines = [f"# {_escaped(record.summary.headline or record.article.id)}", "", _escaped(view.source_line(record))]
    if record.summary.points:
        lines += ["", "## In short", ""]
        lines += [f"- {_escaped(point.text)}" for point in record.summary.points]
    if record.claims:
        lines += ["", "## Who said what"]
        for speaker in view.speakers(record):
            detail = f" ({_escaped(speaker.detail)})" if speaker.detail else ""
            lines += ["", f"**{_escaped(speaker.name)}**{detail}", ""]
            lines += [f"- {_escaped(view.said(claim))}" for claim in speaker.claims]
    if record.positions:
        lines += ["", "## Where they stand", ""]
        lines += [f"- {_escaped(view.stands(position, names))}" for position in record.positions]
    if record.events:
        lines += ["", "## What happened", ""]
        lines += [f"- {_escaped(view.happened(event, names))}" for event in record.events]
    lines += ["", "## On record", ""]
    lines += [f"- {_escaped(line)}" for line in view.closing(record)]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", harmless(" ".join(text.split())))
