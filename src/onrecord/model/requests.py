"""What would be sent: messages, schema and the key under which the answer is kept, made without any network."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.answers import Request
from onrecord.model.prompts import Prompt
from onrecord.model.schema import Schema, answer_schema, schema_hash
from onrecord.model.settings import ModelSettings
from onrecord.model.tokens import estimate
from onrecord.model.windows import Window


@dataclass(frozen=True)
class Ask:
    """One request, ready to send."""

    request: Request
    system: str
    user: str
    schema: Schema
    schema_hash: str
    prompt: Prompt
    window: Window

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages as a chat API takes them."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]

    @property
    def tokens(self) -> int:
        """About how many tokens are sent. The schema is not counted: most servers do not."""
        return estimate(self.system) + estimate(self.user)

    def shown(self, settings: ModelSettings) -> dict[str, Any]:
        """All of it for people: `onrecord prompts show`, dry runs, and files to answer by hand."""
        answer = min(settings.max_output, max(300, round(1.2 * estimate(self.window.text))))
        return {
            "key": self.request.key,
            "article": self.request.article,
            "model": self.request.model,
            "prompt": self.request.prompt,
            "parts": dict(self.request.parts),
            "parameters": dict(self.request.parameters),
            "estimate": {
                "input_tokens": self.tokens,
                "output_tokens": answer,
                "cost": settings.cost_of(self.tokens, answer),
            },
            "messages": self.messages,
            "schema": self.schema,
        }


def make_ask(
    settings: ModelSettings,
    prompt: Prompt,
    window: Window,
    *,
    article: str,
    headline: str | None,
    published: dt.date | None,
    part: int = 1,
    parts: int = 1,
    known: Sequence[Mapping[str, Any]] = (),
    missed: Sequence[str] = (),
) -> Ask:
    """The request for one window of an article."""
    values: dict[str, Any] = {
        "article": window.text,
        "headline": " ".join((headline or "").split())[:300],
        "published": published.isoformat() if published else "",
        "part": part,
        "parts": parts,
        "known": list(known),
        "missed": list(missed),
    }
    system, user = prompt.render(values)
    schema = answer_schema(
        [s.number + 1 for s in window.sentences], [n + 1 for n in sorted(set(window.quotations))], len(known)
    )
    hashed = schema_hash(schema)
    parameters = settings.parameters
    pieces = (
        ("prompt", prompt.hash),
        ("article", _hash(values)),
        ("model", settings.model),
        ("parameters", _hash(parameters)),
        ("schema", hashed),
    )
    request = Request(_hash(pieces, 32), article, settings.model, prompt.name, pieces, parameters, user)
    return Ask(request, system, user, schema, hashed, prompt, window)


def _hash(value: object, length: int = 16) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]
