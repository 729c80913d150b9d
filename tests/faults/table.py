"""The table of faults: what a server does, and what is to come of it. `python tests/faults/table.py` prints it."""

import json
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from fault_server import FaultServer, Reply, completion, failure, ok

from onrecord.model.engine import ModelDraft, ModelEngine
from onrecord.model.errors import ModelCallError
from onrecord.model.settings import ModelSettings
from onrecord.reading.document import Block, Document, Quotation, Sentence
from onrecord.records import Article, Span

Script = Sequence[Reply] | Callable[[dict[str, Any], int], Reply]

LINES = ("Ida Lund, the mayor, said the tax would stay.", "“It is paid for,” she said.")


def small_document(lines: Sequence[str] = LINES) -> Document:
    """A document of one sentence a line, made without the reading stage."""
    text = "\n".join(lines)
    blocks, sentences, quotations, at = [], [], [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(at, at + len(line), "body"))
        sentences.append(Sentence(number, at, at + len(line), number))
        if "“" in line and "”" in line:
            start, end = at + line.index("“"), at + line.index("”") + 1
            quotations.append(Quotation(len(quotations), (Span(start, end),), (Span(start + 1, end - 1),), "speech"))
        at += len(line) + 1
    return Document(Article(id="small.txt", text=text), tuple(blocks), tuple(sentences), tuple(quotations))


def answer(**changes: Any) -> str:
    """A good answer to the small document, or one with changes."""
    whole = {
        "actors": [{"id": 1, "name": "Ida Lund", "kind": "person", "role": "the mayor"}],
        "claims": [
            {"who": 1, "src": "Ida Lund, the mayor", "cue": "said", "at": ["s1"], "more": []},
            {"who": 1, "src": "she", "cue": "said", "at": ["q1"], "more": []},
        ],
        "positions": [],
        "events": [],
        "points": [{"text": "Ida Lund said the tax would stay.", "at": ["s1"]}],
    }
    return json.dumps(whole | changes)


GOOD = ok(answer())
TWICE = answer()[:-1] + ', "claims": [{"who": 1, "src": "she", "cue": "said", "at": ["q1"], "more": []}]}'
HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"
IMPOSSIBLE = [{"who": 1, "src": None, "cue": None, "at": ["s99"], "more": []}]


@dataclass(frozen=True)
class Row:
    """One fault: what the server does, how often it is asked, what comes of it."""

    name: str
    script: Script
    calls: int
    error: str = ""
    """The class of the error; "" where a record comes of it."""
    tokens: int = 1200
    settings: dict[str, Any] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    """Pieces of the reasons for which parts of the answer were refused."""
    notes: tuple[str, ...] = ()


ROWS = (
    Row("429, Retry-After in seconds, then an answer", [failure(429, "Slow down", retry_after="0.05"), GOOD], 2),
    Row(
        "429, Retry-After as a date, then an answer",
        [failure(429, "Slow down", retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), GOOD],
        2,
    ),
    Row("429, Retry-After of an hour", [failure(429, "Slow down", retry_after="3600")], 1, "ModelBusy", 0),
    Row("429 without end", [failure(429, "Slow down")], 4, "ModelBusy", 0),
    Row("429, quota used up", [failure(429, "You exceeded it", code="insufficient_quota")], 1, "ModelDenied", 0),
    Row("500 without end", [failure(500, "Oops")], 4, "ModelFailing", 0),
    Row("503, then an answer", [failure(503, "Loading model"), GOOD], 2),
    Row("connection refused", [], 2, "ModelUnreachable", 0),
    Row("reset in the middle of the body", [Reply(body=GOOD.body, reset_after=60)], 4, "ModelUnreachable", 0),
    Row("reset once, then an answer", [Reply(body=GOOD.body, reset_after=60), GOOD], 2),
    Row("a slow drip past the deadline", [Reply(body=GOOD.body, drip=0.05)], 2, "ModelTimeout", 0, {"deadline": 0.4}),
    Row("no first byte", [ok(answer(), delay=5)], 2, "ModelTimeout", 0, {"byte_deadline": 0.3}),
    Row("200 with a web page", [Reply(body=HTML, headers={"Content-Type": "text/html"})], 1, "ModelNotAnApi", 0),
    Row("200 with a body that is no JSON", [Reply(body=b"ok")], 1, "ModelNotAnApi", 0),
    Row("200 with an error inside", [Reply(body=b'{"error": {"code": 400, "message": "no"}}')], 1, "ModelRejected", 0),
    Row("empty choices", [Reply(body=json.dumps(completion("x") | {"choices": []}).encode())], 2, "ModelEmpty", 2400),
    Row("empty content", [ok("")], 2, "ModelEmpty", 2400),
    Row("no content at all", [ok(None)], 2, "ModelEmpty", 2400),
    Row(
        "JSON cut off, then two answers to the halves",
        lambda request, number: ok(answer()[:250]) if number == 1 else _half(request),
        3,
        notes=("split",),
        tokens=3600,
    ),
    Row("JSON that is no JSON", [ok("{'claims': [}")], 3, "ModelNonsense", 3600),
    Row("words and no JSON", [ok("I would be glad to help with this article.")], 3, "ModelNonsense", 3600),
    Row("JSON that breaks the schema", [ok('{"claims": [{"speaker": "Ida"}], "facts": 3}')], 3, "ModelNonsense", 3600),
    Row("JSON that breaks the schema, repaired when asked", [ok('{"claims": "none"}'), GOOD], 2, tokens=2400),
    Row("JSON in a fence with words around it", [ok(f"Here it is:\n```json\n{answer()}\n```\nDone.")], 1),
    Row("valid JSON with an impossible number", [ok(answer(claims=IMPOSSIBLE))], 1, refused=("s99",)),
    Row("duplicate keys", [ok(TWICE)], 1),
    Row(
        "refusal",
        [ok(None, message={"refusal": "I can't help with that."})],
        1,
        "ModelRefused",
    ),
    Row("content filter", [ok("", finish_reason="content_filter")], 1, "ModelFiltered"),
    Row("content filter on the request", [failure(400, "Filtered", code="content_filter")], 1, "ModelFiltered", 0),
    Row("401", [failure(401, "Incorrect API key provided: sk-test-abcdefgh1234")], 1, "ModelDenied", 0),
    Row("403", [failure(403, "Country not supported")], 1, "ModelDenied", 0),
    Row("404, no such model", [failure(404, "The model `m` does not exist")], 1, "ModelUnknown", 0),
    Row(
        "400, the server knows no JSON schema: tool call instead",
        lambda request, _: (
            failure(400, "response_format json_schema is not supported") if "response_format" in request else GOOD
        ),
        2,
        settings={"mode": "auto"},
    ),
    Row(
        "400, the model takes no temperature",
        lambda request, _: failure(400, "Unsupported parameter: 'temperature'") if "temperature" in request else GOOD,
        2,
    ),
    Row("400, another reason", [failure(400, "Bad request")], 1, "ModelRejected", 0),
    Row(
        "400, too long, in whole and in halves",
        [failure(400, "too many", kind="exceed_context_size_error")],
        3,
        "ModelTooLong",
        0,
    ),
    Row(
        "400, too long in whole, then two answers",
        lambda request, number: failure(400, "maximum context length is 10 tokens") if number == 1 else _half(request),
        3,
        notes=("split",),
        tokens=2400,
    ),
    Row(
        "finish length, then two answers to the halves",
        lambda request, number: ok(answer()[:300], finish_reason="length") if number == 1 else _half(request),
        3,
        notes=("split",),
        tokens=3600,
    ),
    Row("finish length without end", [ok(answer()[:40], finish_reason="length")], 3, "ModelCut", 3600),
    Row(
        "a body of 50 MB",
        [Reply(body=b'{"x": "' + b"x" * 999_993, repeat=50)],
        1,
        "ModelAnswerTooBig",
        0,
    ),
    Row("100,000 brackets", [ok("[" * 100_000), ok('{"claims":' * 100_000)], 3, "ModelNonsense", 3600),
)


def _half(request: dict[str, Any]) -> Reply:
    """A good answer to one half of the small document."""
    at = "s1" if "[s1]" in request["messages"][1]["content"] else "s2"
    return ok(answer(claims=[], points=[{"text": "Ida Lund said it.", "at": [at]}]))


@dataclass(frozen=True)
class Outcome:
    """What came of one row."""

    calls: int
    error: ModelCallError | None
    drafted: ModelDraft | None

    @property
    def tokens(self) -> int:
        usage = self.error.usage if self.error else self.drafted.usage if self.drafted else None
        return usage.input_tokens + usage.output_tokens if usage else 0


def play(row: Row) -> Outcome:
    """Ask a real server on the loopback address through the real clients."""
    with FaultServer(row.script or [GOOD]) as server:
        url = server.base_url if row.script else f"http://127.0.0.1:{_closed_port()}/v1"
        settings = {"mode": "schema", "first_wait": 0.01, "second_look": False, **row.settings}
        engine = ModelEngine(ModelSettings(model="m", base_url=url, **settings))
        error = drafted = None
        try:
            drafted = engine.draft_blocking(small_document())
        except ModelCallError as raised:
            error = raised
        finally:
            engine.close()
        return Outcome(len(server.requests) if row.script else 2, error, drafted)


def _closed_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
    return port


HEAD = """# Faults, and what comes of them

Each row is played by `tests/faults/` against a real HTTP server on the loopback address, through the real clients, and
this page is what those tests print (`make faults` writes it again). Attempts: 4 in all, 2 where a deadline passed, the
server cannot be reached or the answer is empty; an answer that breaks the schema is asked for twice again. Where no
record comes of the model, the rules' record does, with the words in the last column as its reason; with `--no-fallback`
the command says those words and leaves with the exit code.

| the server | HTTP calls | tokens counted | exit code with `--no-fallback` | what comes of it |
| --- | ---: | ---: | ---: | --- |
"""


def line(row: Row, outcome: Outcome) -> str:
    """One row as a line of the page."""
    if outcome.error is not None:
        code, words = outcome.error.exit_code, f"`{type(outcome.error).__name__}`: {outcome.error}"
    else:
        assert outcome.drafted is not None
        code, words = 0, "a record"
        draft = outcome.drafted.draft
        if draft.refused:
            words += "; refused: " + "; ".join(dict.fromkeys(r.reason for r in draft.refused))
        if draft.notes:
            words += "; " + "; ".join(draft.notes)
    words = _without_port(words).replace("|", "\\|")
    return f"| {row.name} | {outcome.calls} | {outcome.tokens} | {code} | {words} |"


def _without_port(words: str) -> str:
    import re

    return re.sub(r"127\.0\.0\.1:\d+", "the server", words)


def page() -> str:
    """The whole page."""
    return HEAD + "\n".join(line(row, play(row)) for row in ROWS) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
