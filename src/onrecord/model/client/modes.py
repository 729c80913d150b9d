"""How the schema travels: as a strict JSON schema, as a tool to call, or in the prompt. Found out once for a server."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from onrecord.model.requests import Ask
from onrecord.model.schema import NAME
from onrecord.model.settings import OPENAI, Mode, ModelSettings

_LADDER: tuple[Mode, ...] = ("schema", "tools", "json")
_JSON_NOTE = "The answer must be one JSON object that fits this JSON schema, with nothing before or after it:\n"


class Modes:
    """What a server is known to do, learnt from its answers."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        self._known: Mode | None = None if settings.mode == "auto" else settings.mode
        self._left_out: set[str] = set()
        own = settings.host == urlsplit(OPENAI).netloc
        self._length_name = "max_completion_tokens" if own else "max_tokens"

    def to_try(self) -> Iterator[Mode]:
        """The modes in the order in which they are tried: the known one alone, else from the strictest down."""
        if self._known is not None:
            yield self._known
            return
        yield from _LADDER

    def worked(self, mode: Mode) -> None:
        """The server answered in this mode; it is not asked in another."""
        self._known = mode

    def leave_out(self, parameter: str) -> bool:
        """Send the parameter no longer (or under its other name); False where that was done before."""
        if parameter in ("max_tokens", "max_completion_tokens"):
            other = "max_completion_tokens" if parameter == "max_tokens" else "max_tokens"
            if self._length_name == other:
                return False
            self._length_name = other
            return True
        if parameter in self._left_out:
            return False
        self._left_out.add(parameter)
        return True

    def body(self, ask: Ask, mode: Mode, messages: Sequence[dict[str, str]]) -> dict[str, Any]:
        """The arguments of the request."""
        settings = self._settings
        body: dict[str, Any] = {
            "model": settings.model,
            "messages": list(messages),
            self._length_name: settings.max_output,
        }
        for name in ("temperature", "seed"):
            value = getattr(settings, name)
            if value is not None and name not in self._left_out:
                body[name] = value
        if mode == "schema":
            form = {"name": NAME, "strict": True, "schema": ask.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        elif mode == "tools":
            tool = {"name": NAME, "description": "Put the article on record.", "strict": True, "parameters": ask.schema}
            body["tools"] = [{"type": "function", "function": tool}]
            body["tool_choice"] = {"type": "function", "function": {"name": NAME}}
        else:
            system = messages[0]["content"] + "\n\n" + _JSON_NOTE + json.dumps(ask.schema, separators=(",", ":"))
            body["messages"] = [{"role": "system", "content": system}, *messages[1:]]
            body["response_format"] = {"type": "json_object"}
        return body
