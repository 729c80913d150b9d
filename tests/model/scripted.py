"""Answers without a server: what a test says is answered, as if it had been kept."""

from collections.abc import Callable

from onrecord.model.answers import Answer, Request


def made(text: str, finish_reason: str | None = "stop") -> Answer:
    return Answer(
        text, "scripted", "schema", 100, 50, None, 1, 0.5, finish_reason, "a test", "2026-01-01T00:00:00+00:00"
    )


class Scripted:
    """`Answers` that are made on demand; `asked` holds the requests in order."""

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        self._answer = answer
        self.asked: list[Request] = []

    def get(self, request: Request) -> Answer:
        self.asked.append(request)
        return self._answer(request)

    def put(self, request: Request, answer: Answer) -> None:
        raise AssertionError(f"a kept answer is not kept again: {request.key} {answer.text}")

    put_useless = put
