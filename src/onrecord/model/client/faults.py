"""From the lower libraries' errors to ours: what happened, without a key in it, and whether to try again.

The causes are left out on purpose (`from None`): servers repeat parts of the key in their messages, and the
libraries' errors hold the request with its headers.
"""

import os
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import openai

from onrecord.model.client.connection import TooManyBytes
from onrecord.model.errors import (
    ModelAnswerTooBig,
    ModelBusy,
    ModelCallError,
    ModelDenied,
    ModelFailing,
    ModelFiltered,
    ModelNotAnApi,
    ModelRejected,
    ModelTimeout,
    ModelTooLong,
    ModelUnknown,
    ModelUnreachable,
)
from onrecord.model.settings import ModelSettings

_KEY_LIKE = re.compile(r"\b(?:sk|key|pk)-[\w*.-]{6,}|Bearer\s+\S+", re.IGNORECASE)  # sk-abc123..., Bearer xyz
_TOO_LONG = re.compile(
    r"context.{0,20}(?:length|window|size)|maximum context|too many tokens|exceed_context|prompt is too long"
    r"|input is too long|reduce the length",
    re.IGNORECASE,
)  # "This model's maximum context length is 8192 tokens", "exceed_context_size_error"
_SCHEMA = re.compile(
    r"response_format|json_schema|json_object|schema|structured|tool|function|grammar|strict|guided", re.IGNORECASE
)  # "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model"
_PARAMETER = re.compile(
    r"(temperature|seed|max_tokens|max_completion_tokens).{0,80}"
    r"(?:support|unrecogni[sz]ed|unknown|not allowed|invalid|extra|only)"
    r"|(?:support|unrecogni[sz]ed|unknown|extra|unexpected).{0,60}?(temperature|seed|max_tokens|max_completion_tokens)",
    re.IGNORECASE | re.DOTALL,
)  # "Unsupported parameter: 'max_tokens' is not supported with this model"


@dataclass(eq=False)
class Fault(Exception):
    """One failed HTTP request, for the retry policy and the choice of mode."""

    error: ModelCallError
    again: bool = False
    """Whether another attempt may help."""
    attempts: int | None = None
    """Attempts in all that are worth it, where that is fewer than the settings allow."""
    after: float | None = None
    """Seconds that the server asks to wait."""
    limited: bool = False
    """Whether the server says that too much is asked of it."""
    unfit: str = ""
    """`mode`, or the name of a parameter, where the server does not know it."""
    began: bool = True
    """Whether the server may have begun to work, and so to charge."""


def fault_of(error: BaseException, settings: ModelSettings, now: float) -> Fault:
    """What one failed request means. `now` is the time of day, for a Retry-After that is a date."""
    host = settings.host
    if isinstance(error, openai.APIStatusError):
        return _status_fault(error, settings, now)
    chain = _chain(error)
    if any(isinstance(e, TooManyBytes) for e in chain):
        return Fault(ModelAnswerTooBig(f"{host} sent more bytes than any answer can have"))
    if isinstance(error, (TimeoutError, openai.APITimeoutError)):
        if any(isinstance(e, httpx2.ConnectTimeout) for e in chain):
            text = f"{host} did not accept a connection within {settings.connect_deadline:g} s"
            return Fault(ModelTimeout(text), again=True, attempts=2, began=False)
        waited = settings.deadline if isinstance(error, TimeoutError) else settings.byte_deadline
        return Fault(ModelTimeout(f"{host} did not answer within {waited:g} s"), again=True, attempts=2)
    if any(isinstance(e, httpx2.ConnectError) for e in chain):
        return Fault(ModelUnreachable(f"{host} cannot be reached"), again=True, attempts=2, began=False)
    if isinstance(error, openai.APIConnectionError) or any(isinstance(e, httpx2.TransportError) for e in chain):
        return Fault(ModelUnreachable(f"the connection to {host} was lost"), again=True)
    return Fault(ModelNotAnApi(f"{host} did not answer as an API does ({type(error).__name__})"))


def _status_fault(error: openai.APIStatusError, settings: ModelSettings, now: float) -> Fault:
    status, host = error.status_code, settings.host
    words = _words(error)
    said = f": {words}" if words else ""
    match status:
        case 429 if "insufficient_quota" in _code(error):
            return Fault(ModelDenied(f"the quota at {host} is used up{said}", "Check the plan of the account."))
        case 429:
            after = _retry_after(error.response, now)
            return Fault(ModelBusy(f"{host} limits the rate of requests{said}"), again=True, after=after, limited=True)
        case 401 | 403:
            return Fault(ModelDenied(f"{host} did not accept the key ({status}){said}"))
        case 404:
            return Fault(ModelUnknown(f"{host} knows no model {settings.model!r}, or no such path (404){said}"))
        case 413:
            return Fault(ModelTooLong(f"the article is too long for {settings.model!r}{said}"))
        case _ if status >= 500 or status in (408, 409):
            after = _retry_after(error.response, now)
            failing = ModelFailing(f"{host} failed with {status}{said}")
            return Fault(failing, again=True, after=after, limited=status in (503, 529))
    if _TOO_LONG.search(f"{_code(error)} {words}"):
        return Fault(ModelTooLong(f"the article is too long for {settings.model!r}{said}"))
    if "content_filter" in _code(error) or "content management policy" in words:
        return Fault(ModelFiltered(f"a content filter at {host} stopped the request{said}"))
    unfit = ""
    if match := _PARAMETER.search(words):
        unfit = match[1] or match[2]
    elif _SCHEMA.search(words):
        unfit = "mode"
    return Fault(ModelRejected(f"{host} did not accept the request ({status}){said}"), unfit=unfit)


def said_by_server(text: str) -> str:
    """A server's own words in one line, without control characters and without anything that may be a key."""
    key = os.environ.get("OPENAI_API_KEY")
    if key:
        text = text.replace(key, "***")
    text = _KEY_LIKE.sub("***", text)
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= 240 else text[:239] + "…"


def _words(error: openai.APIStatusError) -> str:
    body: Any = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        message = inner.get("message") if isinstance(inner, dict) else inner
        return said_by_server(str(message)) if message else ""
    text = error.response.text if error.response.is_closed else ""
    return "" if "<" in text[:200] else said_by_server(text)


def _code(error: openai.APIStatusError) -> str:
    return f"{error.code or ''} {error.type or ''}"


def _retry_after(response: httpx2.Response, now: float) -> float | None:
    """Seconds from a Retry-After header, which is a number or a date (RFC 9110, 10.2.3), or from retry-after-ms."""
    if milliseconds := response.headers.get("retry-after-ms"):
        try:
            return max(0.0, float(milliseconds) / 1000)
        except ValueError:
            pass
    header = response.headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - now)
    except (TypeError, ValueError, OverflowError):
        return None


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or at.__context__
    return chain
