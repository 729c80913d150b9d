"""A server on the loopback address that misbehaves as it is told: what a model's server, or what stands before it, does
on a bad day. Plain asyncio, so that resets, drips and cut bodies are real ones.

It runs in a thread of its own; `with FaultServer(script) as server:` gives its `base_url` and counts the requests.
"""

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Writer = asyncio.StreamWriter


@dataclass(frozen=True)
class Reply:
    """One response: status, headers and body; or the ways in which none comes."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    reset_after: int | None = None
    """Bytes of the body after which the connection is reset."""
    repeat: int = 1
    """How often the body is sent: for bodies too large to hold."""


def completion(content: str | None, **changes: Any) -> dict[str, Any]:
    """A chat completion with this content."""
    message = {"role": "assistant", "content": content, **changes.pop("message", {})}
    choice = {"index": 0, "finish_reason": changes.pop("finish_reason", "stop"), "message": message}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "loopback-1",
        "choices": [choice],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200},
        **changes,
    }


def ok(content: str | None, delay: float = 0.0, **changes: Any) -> Reply:
    """A good response."""
    return Reply(body=json.dumps(completion(content, **changes)).encode(), delay=delay)


def failure(status: int, message: str, *, code: str | None = None, kind: str = "error", **headers: str) -> Reply:
    """An error as OpenAI-compatible servers send it; header names with `_` for `-`."""
    body = {"error": {"message": message, "type": kind, "code": code, "param": None}}
    return Reply(status, json.dumps(body).encode(), {k.replace("_", "-"): v for k, v in headers.items()})


class FaultServer:
    """Answers the n-th request with the n-th reply of the script, and all further ones with its last.

    A script may also be a function from the parsed request and its number to a reply.
    """

    def __init__(self, script: Sequence[Reply] | Callable[[dict[str, Any], int], Reply]) -> None:
        self._script = script
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self._now = 0
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "FaultServer":
        self._thread.start()
        self._started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._run())
        self._loop.close()

    async def _run(self) -> None:
        self._stop = asyncio.Event()
        self._open: set[asyncio.Task[Any]] = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        self._started.set()
        await self._stop.wait()
        server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: Writer) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        request = json.loads(body)
        self.requests.append(request)
        self.headers.append(headers)
        number = len(self.requests)
        script = self._script
        reply = script(request, number) if callable(script) else script[min(number, len(script)) - 1]
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        try:
            return await _send(writer, reply)
        finally:
            self._now -= 1


async def _send(writer: Writer, reply: Reply) -> bool:
    await asyncio.sleep(reply.delay)
    headers = {"Content-Type": "application/json", **reply.headers}
    headers["Content-Length"] = str(len(reply.body) * reply.repeat)
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"HTTP/1.1 {reply.status} Any\r\n{lines}\r\n".encode())
    if reply.reset_after is not None:
        writer.write(reply.body[: reply.reset_after])
        await writer.drain()
        transport = writer.transport
        assert transport is not None
        transport.abort()
        return False
    if reply.drip:
        for index in range(len(reply.body)):
            writer.write(reply.body[index : index + 1])
            await writer.drain()
            await asyncio.sleep(reply.drip)
        return True
    for _ in range(reply.repeat):
        writer.write(reply.body)
        await writer.drain()
    return True
