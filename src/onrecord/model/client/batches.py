"""The provider's batch API, as OpenAI has it: a file of requests in, a file of answers out, within a day.

https://platform.openai.com/docs/api-reference/batch
"""

import datetime as dt
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import openai

from onrecord.errors import ModelError
from onrecord.model.answers import Answer
from onrecord.model.client.envelope import read_envelope, tokens_of
from onrecord.model.client.faults import Fault, fault_of
from onrecord.model.client.modes import Modes
from onrecord.model.errors import ModelNonsense
from onrecord.model.parsing import read_items
from onrecord.model.requests import Ask
from onrecord.model.settings import Mode, ModelSettings

DISCOUNT = 0.5
"""What a batch costs of the ordinary price, at OpenAI and those who copy its API."""
_ENDPOINT: Final = "/v1/chat/completions"
_LABEL = "onrecord"


@dataclass(frozen=True, slots=True)
class Status:
    """Where the provider stands with a batch."""

    state: str
    files: tuple[str, ...]
    """Of answers and of errors, as far as there are any."""

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("completed", "expired", "failed", "cancelled")


class Batches:
    """The batch API of one server."""

    def __init__(self, settings: ModelSettings) -> None:
        self.settings = settings
        # Which modes a server knows cannot be found out in a batch, so the strictest one is taken.
        self.mode: Mode = "schema" if settings.mode == "auto" else settings.mode
        self._modes = Modes(settings)
        self._client = openai.OpenAI(
            api_key=os.environ.get("OPENAI_API_KEY") or "none",
            base_url=settings.base_url,
            max_retries=2,  # uploads, submissions and polls; no answer is paid for here
            timeout=settings.byte_deadline,
        )

    def line(self, ask: Ask) -> str:
        """A request as a line of the file."""
        body = self._modes.body(ask, self.mode, ask.messages)
        row = {"custom_id": ask.request.key, "method": "POST", "url": _ENDPOINT, "body": body}
        return json.dumps(row, ensure_ascii=False) + "\n"

    def submit(self, path: Path, name: str) -> str:
        """Send a file of requests; the provider's id of the batch."""
        with self._translated():
            with path.open("rb") as file:
                sent = self._client.files.create(file=(f"{name}.jsonl", file), purpose="batch")
            return self._client.batches.create(
                input_file_id=sent.id, endpoint=_ENDPOINT, completion_window="24h", metadata={_LABEL: name}
            ).id

    def find(self, name: str) -> str | None:
        """The provider's id of the batch that was sent under this name, if it was."""
        with self._translated():
            for batch in self._client.batches.list(limit=100):
                if (batch.metadata or {}).get(_LABEL) == name:
                    return batch.id
        return None

    def status(self, provider_id: str) -> Status:
        """How far a batch is."""
        with self._translated():
            batch = self._client.batches.retrieve(provider_id)
        files = (batch.output_file_id, batch.error_file_id)
        return Status(batch.status, tuple(name for name in files if name))

    def answers(self, file: str) -> Iterator[tuple[str, Answer | None]]:
        """Each request's key with its answer, or None where it has none that is of use."""
        with self._translated(), self._client.files.with_streaming_response.content(file) as response:
            for line in response.iter_lines():
                if line.strip():
                    row = json.loads(line)
                    yield str(row["custom_id"]), self._answer(row.get("response") or {})

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def _answer(self, response: dict[str, Any]) -> Answer | None:
        body = response.get("body")
        if response.get("status_code") != 200 or not isinstance(body, dict):
            return None
        settings, counted = self.settings, tokens_of(body)
        try:
            envelope = read_envelope(body, self.mode, settings.host)
            if envelope.finish_reason != "length":
                read_items(envelope.text)
        except (Fault, ModelNonsense):
            return None  # the ordinary path asks again, and says what is wrong where that does not help
        cost = settings.cost_of(counted.input_tokens, counted.output_tokens)
        return Answer(
            text=envelope.text,
            model=envelope.model or settings.model,
            mode=self.mode,
            input_tokens=counted.input_tokens,
            output_tokens=counted.output_tokens,
            cost=None if cost is None else cost * DISCOUNT,
            calls=1,
            seconds=0.0,
            finish_reason=envelope.finish_reason,
            origin=f"batch api {settings.host}",
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except openai.OpenAIError as error:
            fault = fault_of(error, self.settings, time.time()).error
            raise ModelError(f"the batch API: {fault.message}", fault.hint or "try --via requests") from None
