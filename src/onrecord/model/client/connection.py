"""The connection to a server: openai's client with its own retries off, deadlines on, and a bound on bytes."""

import os
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import openai

from onrecord.model.settings import ModelSettings

MOST_BYTES = 8_000_000
"""Bytes of a body that are read: twenty times the longest answer any setting asks for."""


class TooManyBytes(Exception):
    """A body longer than any answer."""


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._stream:
            read += len(chunk)
            if read > MOST_BYTES:
                raise TooManyBytes
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bound(response: httpx2.Response) -> None:
    response.stream = _Bounded(response.stream)


def connect(settings: ModelSettings) -> openai.AsyncOpenAI:
    """A client for the server in the settings. The key is read here, and kept nowhere else.

    Servers of one's own mostly need none; the library wants one all the same. The body is asked for uncompressed,
    so that the bound on bytes holds.
    """
    places = settings.concurrency + 2
    timeout = httpx2.Timeout(settings.byte_deadline, connect=settings.connect_deadline, pool=None)
    limits = httpx2.Limits(max_connections=places, max_keepalive_connections=places)
    return openai.AsyncOpenAI(
        api_key=os.environ.get("OPENAI_API_KEY") or "none",
        base_url=settings.base_url,
        max_retries=0,
        timeout=timeout,
        default_headers={"Accept-Encoding": "identity"},
        # A hook and not a transport of our own: proxies named in the environment go on working.
        http_client=httpx2.AsyncClient(
            timeout=timeout, limits=limits, follow_redirects=True, event_hooks={"response": [_bound]}
        ),
    )
