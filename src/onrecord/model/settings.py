"""What a user may set about the model. The key is not among it: it stays in the environment until a request is made."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from math import inf
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from onrecord.errors import UsageError
from onrecord.model.prices import price_of

Mode = Literal["auto", "schema", "tools", "json"]

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The model, how it is asked, and how long we wait. Safe to print, log and pickle: it holds no key."""

    model: str = ""
    """The model's name, as the server calls it."""
    base_url: str = OPENAI
    """Where the server's API begins."""
    prompts: Path | None = None
    """A folder of prompts that is looked in before our own."""
    prompt: str = "extract/v2"
    """Id and version of the prompt."""
    mode: Mode = "auto"
    """How the schema is sent: found out once for a server, unless one is named."""
    second_look: bool = True
    """Whether quotations and attributions that the answer left out go into one further request."""
    concurrency: int = 8
    """Requests under way at once, at most; rate limits lower it for a while."""
    attempts: int = 4
    """HTTP requests for one answer, at most, where the server is busy or fails."""
    reasks: int = 2
    """Requests to repair an answer that breaks the schema, at most."""
    first_wait: float = 0.5
    """Seconds before the second attempt where the server names none; each further wait is twice as long, up to 8 s."""
    patience: float = 60.0
    """Seconds to wait in all between attempts; a longer Retry-After ends in an error that says so."""
    connect_deadline: float = 10.0
    """Seconds to wait for a connection."""
    byte_deadline: float = 120.0
    """Seconds to wait for the first byte of an answer, and between two."""
    deadline: float = 300.0
    """Seconds for one HTTP request in all."""
    window: int = 32_000
    """Tokens of the model's window; longer articles are sent in parts."""
    max_output: int = 8_000
    """Tokens of an answer, at most."""
    temperature: float | None = 0.0
    """None leaves it to the server, as some models want."""
    seed: int | None = 42
    """None leaves it out."""
    prices: tuple[float, float] | None = None
    """US dollars a million tokens in and out, where the price table does not know the model; None asks the table."""

    def __post_init__(self) -> None:
        self._check()

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **given: object) -> "ModelSettings":
        """Settings from `ONRECORD_...` and `OPENAI_BASE_URL`; what is `given` and not None wins.

        Raises `UsageError` for a value that cannot be read.
        """
        env = os.environ if environ is None else environ
        values: dict[str, object] = {}
        for name, variable in _VARIABLES.items():
            if text := env.get(variable, "").strip():
                values[name] = _read(name, variable, text)
        values |= {name: value for name, value in given.items() if value is not None}
        unknown = set(values) - {field.name for field in fields(cls)}
        if unknown:
            raise UsageError(f"no such model setting: {', '.join(sorted(unknown))}")
        return cls(**values)  # type: ignore[arg-type]

    def with_(self, **changes: object) -> "ModelSettings":
        """The same settings with some changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def host(self) -> str:
        """The server's host and port, for messages: never user names or passwords of the address."""
        parts = urlsplit(self.base_url)
        return parts.netloc.rsplit("@", 1)[-1] or self.base_url

    @property
    def parameters(self) -> tuple[tuple[str, str | int | float | None], ...]:
        """What is sent beside the messages and shapes the answer."""
        return (("max_output", self.max_output), ("seed", self.seed), ("temperature", self.temperature))

    def cost_of(self, input_tokens: int, output_tokens: int) -> float | None:
        """US dollars for so many tokens, or None where the price is not known."""
        if self.prices is None:
            return price_of(self.model, self.host, input_tokens, output_tokens)
        return (input_tokens * self.prices[0] + output_tokens * self.prices[1]) / 1e6

    def configured(self, environ: Mapping[str, str] | None = None) -> bool:
        """Whether a model can be asked: one is named, and OpenAI's own server has a key."""
        return not self.missing(environ)

    def missing(self, environ: Mapping[str, str] | None = None) -> str:
        """What is missing before a model can be asked; "" where nothing is."""
        env = os.environ if environ is None else environ
        if not self.model:
            return "no model is named"
        if self.host == urlsplit(OPENAI).netloc and not env.get("OPENAI_API_KEY"):
            return "OPENAI_API_KEY is not set"
        return ""

    def _check(self) -> None:
        if self.mode not in get_args(Mode):
            raise UsageError(f"unknown mode {self.mode!r}", f"Choose one of {', '.join(get_args(Mode))}.")
        if urlsplit(self.base_url).scheme not in ("http", "https"):
            raise UsageError(f"{self.base_url!r} is no base URL", "It begins with http:// or https://.")
        for name, (least, most) in _RANGES.items():
            value = getattr(self, name)
            if value is not None and not least <= value <= most:  # false for nan too
                low = "more than 0" if 0 < least < 1 else f"at least {least:,g}"
                raise UsageError(f"{_VARIABLES[name]}={value} must be {low} and at most {most:,g}", _example(name))
        for price in self.prices or ():
            if not 0 <= price < inf:
                raise UsageError(f"ONRECORD_PRICES holds {price}, which is no price", _example("prices"))


_VARIABLES = {
    "model": "ONRECORD_MODEL",
    "base_url": "OPENAI_BASE_URL",
    "prompts": "ONRECORD_PROMPTS",
    "prompt": "ONRECORD_PROMPT",
    "mode": "ONRECORD_MODE",
    "second_look": "ONRECORD_SECOND_LOOK",
    "concurrency": "ONRECORD_CONCURRENCY",
    "attempts": "ONRECORD_ATTEMPTS",
    "reasks": "ONRECORD_REASKS",
    "first_wait": "ONRECORD_FIRST_WAIT",
    "patience": "ONRECORD_PATIENCE",
    "connect_deadline": "ONRECORD_CONNECT_DEADLINE",
    "byte_deadline": "ONRECORD_BYTE_DEADLINE",
    "deadline": "ONRECORD_DEADLINE",
    "window": "ONRECORD_WINDOW",
    "max_output": "ONRECORD_MAX_OUTPUT",
    "temperature": "ONRECORD_TEMPERATURE",
    "seed": "ONRECORD_SEED",
    "prices": "ONRECORD_PRICES",
}
_DAY = 86_400.0
_RANGES: dict[str, tuple[float, float]] = {
    "concurrency": (1, 10_000),
    "attempts": (1, 1_000),
    "reasks": (0, 100),
    "first_wait": (0.0, _DAY),
    "patience": (0.0, _DAY),
    "connect_deadline": (0.001, _DAY),
    "byte_deadline": (0.001, _DAY),
    "deadline": (0.001, _DAY),
    "window": (1, 1_000_000_000),
    "max_output": (1, 1_000_000_000),
    "temperature": (0.0, 10.0),
    "seed": (-(2**63), 2**63 - 1),
}
"""What each number may be, seconds up to a day: infinity, what is not a number and slips of the pen are refused."""
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _read(name: str, variable: str, text: str) -> object:
    default = _DEFAULTS[name]
    try:
        if name in ("temperature", "seed") and text.casefold() == "none":
            return None
        if name == "prices":
            first, second = (float(part) for part in text.split("/"))
            return first, second
        if isinstance(default, bool):
            return _WORDS[text.casefold()]
        if isinstance(default, int):
            return int(text)
        if isinstance(default, float):
            return float(text)
    except (KeyError, ValueError):
        raise UsageError(f"{variable}={text!r} cannot be read", _example(name)) from None
    return Path(text) if name == "prompts" else text


def _example(name: str) -> str:
    return f"An example: {_VARIABLES[name]}={'0.25/2' if name == 'prices' else _DEFAULTS[name]}"


_DEFAULTS = {field.name: field.default for field in fields(ModelSettings)}
