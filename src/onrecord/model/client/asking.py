"""Ask a model one thing and come back with its answer, whatever it takes within the bounds that are set.

Two loops, one in the other: instructor asks again where an answer breaks the schema, with the last answer only in the
context; inside it our own policy tries again where the server is busy or fails. Every attempt is counted.
"""

import asyncio
import datetime as dt
import time

import httpx2
import openai

from onrecord.model.answers import Answer, Attempt, Purse
from onrecord.model.client.connection import connect
from onrecord.model.client.envelope import Counted, Envelope, read_body, read_envelope, tokens_of
from onrecord.model.client.faults import Fault, fault_of
from onrecord.model.client.gate import Gate
from onrecord.model.client.modes import Modes
from onrecord.model.client.retrying import with_retries
from onrecord.model.errors import ModelCallError, ModelNonsense, nonsense
from onrecord.model.parsing import read_items
from onrecord.model.prompts import Prompt
from onrecord.model.requests import Ask
from onrecord.model.settings import Mode, ModelSettings
from onrecord.records import Usage

_SHOWN_AGAIN = 12_000
"""Characters of a broken answer that are sent back to be repaired."""


class _Cut(Exception):
    """An answer that ends by its length; its text is kept in the conversation."""


class Client:
    """One server and one model."""

    def __init__(self, settings: ModelSettings, repair: Prompt, purse: Purse | None = None) -> None:
        self.settings = settings
        self.repair = repair
        self.purse = purse
        self.gate = Gate(settings.concurrency)
        self.modes = Modes(settings)
        self.connection = connect(settings)

    async def ask(self, ask: Ask) -> Answer:
        """The answer; raises a `ModelCallError` that knows what its attempts took."""
        return await _Conversation(self, ask).answer()

    async def aclose(self) -> None:
        """Close the connections."""
        await self.connection.close()


class _Conversation:
    """One question with all that was tried to have it answered."""

    def __init__(self, client: Client, ask: Ask) -> None:
        self.client, self.question, self.settings = client, ask, client.settings
        self.calls = self.failed = self.input_tokens = self.output_tokens = 0
        self.cost: float | None = 0.0
        self.mode: Mode = "schema"
        self.envelope: Envelope | None = None
        self.earlier: list[Attempt] = []
        """The answers before the last one."""

    async def answer(self) -> Answer:
        began = time.monotonic()
        try:
            await self._until_useful()
        except _Cut:
            pass
        except ModelNonsense as error:
            error.answer = self._answer(began, useful=False)
            raise error.spent(self._usage()) from None
        except ModelCallError as error:
            raise error.spent(self._usage()) from None
        return self._answer(began)

    def _answer(self, began: float, *, useful: bool = True) -> Answer:
        envelope = self.envelope
        assert envelope is not None  # noqa: S101 - every way without one raises
        return Answer(
            text=envelope.text,
            model=envelope.model or self.settings.model,
            mode=self.mode,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            cost=self.cost,
            calls=self.calls,
            seconds=round(time.monotonic() - began, 3),
            finish_reason=envelope.finish_reason,
            origin=f"api {self.settings.host}",
            at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            earlier=tuple(self.earlier),
            useful=useful,
        )

    async def _until_useful(self) -> None:
        await self._ask()
        if not self._fault():
            return
        if self.settings.reasks:
            from onrecord.model.client.reasking import ask_again

            try:
                await ask_again(self._ask, self.question.messages, self.settings.reasks)
            except ModelNonsense:
                pass
            else:
                return
        raise nonsense(self._fault(), len(self.earlier) + 1)

    async def _ask(self) -> Envelope:
        """One whole answer, in the first mode that the server knows."""
        messages = self._messages()
        for mode in self.client.modes.to_try():
            while True:
                try:
                    envelope = await self._try(mode, messages)
                except Fault as fault:
                    if fault.unfit == "mode" and self.settings.mode == "auto" and mode != "json":
                        break
                    if fault.unfit not in ("", "mode") and self.client.modes.leave_out(fault.unfit):
                        continue
                    raise fault.error from None
                if self.envelope is not None:
                    self.earlier.append(Attempt(self.envelope.text, self.envelope.finish_reason))
                self.envelope, self.mode = envelope, mode
                self.client.modes.worked(mode)
                if envelope.finish_reason == "length":
                    raise _Cut
                return envelope
        raise AssertionError("the last mode either answers or raises")

    def _messages(self) -> list[dict[str, str]]:
        """The question, and after a broken answer that answer and what is wrong with it."""
        messages = self.question.messages
        if self.envelope is None:
            return messages
        last = self.envelope.text[:_SHOWN_AGAIN]
        repair = self.client.repair.render({"faults": self._fault()[:1000]})[1]
        return [*messages, {"role": "assistant", "content": last}, {"role": "user", "content": repair}]

    def _fault(self) -> str:
        """What is wrong with the last answer; "" where it is of use."""
        try:
            read_items(self.envelope.text if self.envelope else "")
        except ModelNonsense as error:
            return error.message
        return ""

    async def _try(self, mode: Mode, messages: list[dict[str, str]]) -> Envelope:
        left = max(1, self.settings.attempts - self.failed)
        return await with_retries(lambda: self._once(mode, messages), self.settings, left)

    async def _once(self, mode: Mode, messages: list[dict[str, str]]) -> Envelope:
        """One HTTP request."""
        async with self.client.gate.pass_through():
            ticket = self._reserve()
            self.calls += 1
            try:
                body, content_type = await self._send(mode, messages)
            except (openai.OpenAIError, httpx2.HTTPError, TimeoutError) as error:
                fault = fault_of(error, self.settings, time.time())
                status = isinstance(error, openai.APIStatusError)
                self._spend(ticket, 0.0 if status or not fault.began else None)
                self._failed(fault)
                raise fault from None
            except BaseException:
                self._spend(ticket, None)
                raise
            try:
                value = read_body(body, content_type, self.settings.host)
                self._count(ticket, tokens_of(value))
                envelope = read_envelope(value, mode, self.settings.host)
            except Fault as fault:
                self._failed(fault)
                raise
            self.client.gate.answered()
            return envelope

    async def _send(self, mode: Mode, messages: list[dict[str, str]]) -> tuple[bytes, str]:
        body = self.client.modes.body(self.question, mode, messages)
        # `chat.completions.create` checks and copies the whole body against its types: a third of the CPU of a call.
        async with asyncio.timeout(self.settings.deadline):
            response = await self.client.connection.post("/chat/completions", cast_to=httpx2.Response, body=body)
        return response.content, response.headers.get("content-type", "")

    def _failed(self, fault: Fault) -> None:
        self.failed += 1
        if fault.limited:
            wait = 1.0 if fault.after is None else fault.after
            self.client.gate.limited(wait if wait <= self.settings.patience else 0.0)

    def _reserve(self) -> int | None:
        if self.client.purse is None:
            return None
        most = self.settings.cost_of(round(1.3 * self.question.tokens) + 500, self.settings.max_output)
        return self.client.purse.reserve(most)

    def _count(self, ticket: int | None, counted: Counted) -> None:
        self.input_tokens += counted.input_tokens
        self.output_tokens += counted.output_tokens
        known = counted.input_tokens or counted.output_tokens
        settings = self.settings
        cost = settings.cost_of(counted.input_tokens, counted.output_tokens) if known else None
        self._spend(ticket, cost)

    def _spend(self, ticket: int | None, cost: float | None) -> None:
        self.cost = None if cost is None or self.cost is None else self.cost + cost
        if ticket is not None and self.client.purse is not None:
            self.client.purse.settle(ticket, cost)

    def _usage(self) -> Usage:
        return Usage(calls=self.calls, input_tokens=self.input_tokens, output_tokens=self.output_tokens, cost=self.cost)
