"""Examples shown in a prompt, checked against their own text before they are used.

An example that points at words that are not there would teach just that. Its article is written as the model will
see it (`[s1] ...`), its answer as the model is to give it.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from onrecord.errors import UsageError
from onrecord.model.reply import Reply, Words

_LINE = re.compile(r"^(?:[a-z ]+: )?\[s(\d+)\] (.+)$")  # "title: [s1] Quay tax splits council"
_QUOTATION = re.compile(r"\[q(\d+)\]")  # "[q1]"


class _Shown(BaseModel):
    model_config = ConfigDict(extra="forbid")

    article: list[str]
    answer: Reply


@dataclass(frozen=True, slots=True)
class Example:
    """One article and the answer to it."""

    article: str
    answer: str

    def shown(self) -> dict[str, str]:
        """What the template gets."""
        return {"article": self.article, "answer": self.answer}


def read_examples(path: Path) -> tuple[Example, ...]:
    """The examples of a file; raises `UsageError` naming the first fault."""
    try:
        raw: Any = json.loads(path.read_text(encoding="utf-8"))
        shown = [_Shown.model_validate(entry) for entry in raw]
    except (OSError, ValueError, TypeError, ValidationError) as error:
        raise UsageError(f"the examples {str(path)!r} cannot be read: {error}") from error
    for entry in shown:
        if fault := _fault(entry):
            raise UsageError(f"the examples {str(path)!r} are wrong: {fault}", "Each must be true to its own article.")
    return tuple(
        Example("\n".join(entry.article), json.dumps(source["answer"], ensure_ascii=False, separators=(",", ":")))
        for entry, source in zip(shown, raw, strict=True)
    )


def _fault(entry: _Shown) -> str:
    lines: dict[str, str] = {}
    for line in entry.article:
        match = _LINE.match(line)
        if match is None:
            return f"{line!r} does not begin with its number"
        lines[f"s{match[1]}"] = match[2]
    quotations = {f"q{number}" for line in lines.values() for number in _QUOTATION.findall(line)}
    bare = {ref: _QUOTATION.sub("", line) for ref, line in lines.items()}
    whole = " ".join(bare.values())
    reply = entry.answer
    refs = set(bare) | quotations | {f"c{number}" for number in range(1, len(reply.claims) + 1)}
    ids = {actor.id for actor in reply.actors}
    for kind, items in reply.items():
        for item in items:
            for pointer in item.pointers():
                place = pointer.place if isinstance(pointer, Words) else pointer
                if place not in refs:
                    return f"{kind}: there is no {place}"
                if isinstance(pointer, Words) and not (
                    pointer.first in bare[place] and pointer.last in bare[place].partition(pointer.first)[2]
                ):
                    return f"{kind}: {place} does not hold {pointer.first!r} to {pointer.last!r}"
            for words in item.copied():
                if words not in whole:
                    return f"{kind}: the article does not hold {words!r}"
            for number in item.actors():
                if number not in ids:
                    return f"{kind}: there is no actor {number}"
    return ""
