"""The body of a chat completion: the answer's text out of it, or the fault that stands in its place."""

import json
from dataclasses import dataclass
from typing import Any

from onrecord.model.client.faults import Fault, said_by_server
from onrecord.model.errors import (
    ModelCut,
    ModelEmpty,
    ModelFailing,
    ModelFiltered,
    ModelNotAnApi,
    ModelRefused,
    ModelRejected,
)
from onrecord.model.settings import Mode

_TRIES_WHEN_EMPTY = 2


@dataclass(frozen=True, slots=True)
class Envelope:
    """What came back with a status of 200."""

    text: str
    model: str
    finish_reason: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens as the server counts them; 0 where it does not say."""

    input_tokens: int
    output_tokens: int


def read_body(body: bytes, content_type: str, host: str) -> dict[str, Any]:
    """The body as an object; raises `Fault` for a web page and for anything else that is none."""
    start = body[:200].lstrip().lower()
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        what = "a web page" if b"<" in start or "html" in content_type else "something that is no JSON"
        raise Fault(ModelNotAnApi(f"{host} answered with {what}")) from None
    if not isinstance(value, dict):
        raise Fault(ModelNotAnApi(f"{host} answered with JSON that is no chat completion"))
    return value


def tokens_of(body: dict[str, Any]) -> Counted:
    """What the server says it took."""
    usage = body.get("usage")
    numbers = (usage.get(k) for k in ("prompt_tokens", "completion_tokens")) if isinstance(usage, dict) else (0, 0)
    sent, wrote = (max(n, 0) if isinstance(n, int) and not isinstance(n, bool) else 0 for n in numbers)
    return Counted(sent, wrote)


def read_envelope(body: dict[str, Any], mode: Mode, host: str) -> Envelope:
    """The answer's text; raises `Fault` where there is none."""
    choices = body.get("choices")
    if not choices and (failure := body.get("error")):
        raise _failure(failure, host)
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise Fault(ModelEmpty(f"{host} answered without a choice"), again=True, attempts=_TRIES_WHEN_EMPTY)
    choice = choices[0]
    raw = choice.get("message")
    message: dict[str, Any] = raw if isinstance(raw, dict) else {}
    finish = choice.get("finish_reason")
    finish = finish if isinstance(finish, str) else None
    if refusal := message.get("refusal"):
        raise Fault(ModelRefused(f"the model declined: {said_by_server(str(refusal))}"))
    if finish == "content_filter":
        raise Fault(ModelFiltered(f"a content filter at {host} stopped the answer"))
    text = _called(message) or _content(message)
    if not text.strip():
        if finish == "length":
            raise Fault(ModelCut("the answer ran to its length before it began"))
        raise Fault(ModelEmpty(f"{host} answered without content"), again=True, attempts=_TRIES_WHEN_EMPTY)
    if mode == "tools" and not _called(message) and "{" not in text:
        raise Fault(ModelEmpty(f"{host} answered without the tool call it was asked for"), unfit="mode")
    model = body.get("model")
    return Envelope(text, model if isinstance(model, str) else "", finish)


def _failure(failure: Any, host: str) -> Fault:
    """An error that came with a status of 200, as routers send them."""
    code = failure.get("code") if isinstance(failure, dict) else None
    words = said_by_server(str(failure.get("message", "") if isinstance(failure, dict) else failure))
    if isinstance(code, int) and (code == 429 or code >= 500):
        return Fault(ModelFailing(f"{host} failed with {code}: {words}"), again=True, limited=code == 429)
    return Fault(ModelRejected(f"{host} did not accept the request: {words}"))


def _called(message: dict[str, Any]) -> str:
    calls = message.get("tool_calls")
    if not isinstance(calls, list) or not calls or not isinstance(calls[0], dict):
        return ""
    function = calls[0].get("function")
    arguments = function.get("arguments") if isinstance(function, dict) else None
    return arguments if isinstance(arguments, str) else json.dumps(arguments) if isinstance(arguments, dict) else ""


def _content(message: dict[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, list):
        parts = (p.get("text") for p in content if isinstance(p, dict))
        content = "".join(p for p in parts if isinstance(p, str))
    return content if isinstance(content, str) else ""
