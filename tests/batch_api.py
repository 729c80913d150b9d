"""A server on the loopback address with the endpoints of OpenAI's batch API, and the ordinary one beside them."""

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from fault_server import completion

from model_batches import ANSWER

Answering = Callable[[dict[str, Any]], "dict[str, Any] | None"]
"""From a line of the file to what stands under `response`, or None where the batch expires before it."""


def answered(line: dict[str, Any]) -> dict[str, Any] | None:
    """A good answer to any line."""
    del line
    return {"status_code": 200, "body": completion(ANSWER)}


class BatchServer:
    """`with BatchServer() as server:` gives its `base_url`; `batches` and `ordinary` tell what was asked."""

    def __init__(self, answering: Answering = answered, *, polls: int = 1) -> None:
        self.answering, self.polls = answering, polls
        self.files: dict[str, str] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.ordinary: list[dict[str, Any]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                outer.post(self, self.rfile.read(int(self.headers["content-length"])))

            def do_GET(self) -> None:
                outer.get(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> "BatchServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Every request of every batch."""
        return [line for batch in self.batches.values() for line in self._lines(batch["input_file_id"])]

    def post(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        if handler.path.endswith("/chat/completions"):
            self.ordinary.append(json.loads(body))
            _send(handler, completion(ANSWER))
        elif handler.path.endswith("/files"):
            name = f"file-{len(self.files)}"
            self.files[name] = "\n".join(
                re.findall(r'^\{"custom_id".*\}$', body.decode().replace("\r", ""), re.MULTILINE)
            )
            _send(
                handler,
                {"id": name, "object": "file", "bytes": 1, "created_at": 1, "filename": "f", "purpose": "batch"},
            )
        else:
            asked = json.loads(body)
            name = f"batch-{len(self.batches)}"
            self.batches[name] = {
                "id": name, "object": "batch", "endpoint": asked["endpoint"], "input_file_id": asked["input_file_id"],
                "completion_window": "24h", "created_at": 1, "status": "validating",
                "metadata": asked["metadata"], "polled": 0,
            }  # fmt: skip
            _send(handler, self.batches[name])

    def get(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path.split("?")[0]
        if path.endswith("/content"):
            _send_text(handler, self.files[path.split("/")[-2]])
        elif path.endswith("/batches"):
            listed = list(self.batches.values()) if "after=" not in handler.path else []
            _send(handler, {"object": "list", "data": listed, "has_more": False})
        else:
            batch = self.batches[path.rsplit("/", 1)[-1]]
            batch["polled"] += 1
            if batch["polled"] > self.polls and batch["status"] in ("validating", "in_progress"):
                self._finish(batch)
            elif batch["status"] == "validating":
                batch["status"] = "in_progress"
            _send(handler, batch)

    def _lines(self, file: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.files[file].splitlines()]

    def _finish(self, batch: dict[str, Any]) -> None:
        good, bad = [], []
        for line in self._lines(batch["input_file_id"]):
            response = self.answering(line)
            row = {"id": "x", "custom_id": line["custom_id"], "response": response, "error": None}
            (bad if response is None or response["status_code"] != 200 else good).append(row)
        batch["status"] = "expired" if any(row["response"] is None for row in bad) else "completed"
        for kind, rows in (("output_file_id", good), ("error_file_id", bad)):
            if rows:
                batch[kind] = f"file-{len(self.files)}"
                self.files[batch[kind]] = "\n".join(map(json.dumps, rows))


def _send(handler: BaseHTTPRequestHandler, value: object) -> None:
    _send_text(handler, json.dumps(value))


def _send_text(handler: BaseHTTPRequestHandler, text: str) -> None:
    data = text.encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)
