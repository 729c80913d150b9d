"""Recordings: one readable JSON file an answer, replayed only for exactly the request that it answered.

A file is named by article, model and prompt, and by the request's key, so that people find it and the program needs no
index. Nothing in it is secret: no key, no header, no address but the host. What is not recorded is never guessed: a
miss names the part of the request that differs and the command that records it. An answer that no re-asking made
useful is written down as what it is, with those before it, so that such a run can be replayed too.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.model.answers import Answer, Attempt, Request
from onrecord.model.errors import RecordingMissing

FORMAT = 1
_TAKEN = ("mode", "input_tokens", "output_tokens", "cost", "calls", "seconds", "finish_reason", "origin", "at")
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Recording:
    """One recorded answer, and the request that it answers."""

    path: Path
    request: Request
    answer: Answer


class Recordings:
    """A folder of recordings, folders inside it included. `Answers` for replaying: it only reads.

    `used` holds the files that were replayed, so that a test can tell which recordings nobody needs.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UsageError(f"there is no folder of recordings {str(folder)!r}", "--record DIR makes one.")
        self.folder = folder
        self.used: set[Path] = set()
        self._by_key = {recording.request.key: recording for recording in read_all(folder)}

    def models(self) -> tuple[str, ...]:
        """The models recorded here, by name."""
        return tuple(sorted({recording.request.model for recording in self._by_key.values()}))

    def default_model(self) -> str:
        """The model that is replayed where none is named: the one in `default-model.txt`, else the only one."""
        chosen = self.folder / "default-model.txt"
        if chosen.is_file():
            return chosen.read_text(encoding="utf-8").strip()
        models = self.models()
        if len(models) == 1:
            return models[0]
        raise UsageError(
            f"{str(self.folder)!r} holds recordings of {len(models)} models",
            f"Name one with --model: {', '.join(models)}.",
        )

    def get(self, request: Request) -> Answer:
        """The answer recorded for exactly this request; raises `RecordingMissing`."""
        recording = self._by_key.get(request.key)
        if recording is None:
            raise RecordingMissing(self._miss(request), self._command(request))
        self.used.add(recording.path)
        return recording.answer

    def put(self, request: Request, answer: Answer) -> None:
        """Nothing: replaying makes no answers."""

    def put_useless(self, request: Request, answer: Answer) -> None:
        """Nothing either."""

    def _miss(self, request: Request) -> str:
        near = [r for r in self._by_key.values() if r.request.article == request.article]
        if not near:
            return f"no answer for {request.article!r} is recorded in {str(self.folder)!r}"
        wanted = dict(request.parts)
        best = min(near, key=lambda r: (_differing(r, wanted), r.request.model != request.model, r.path.name))
        parts = [name for name, value in wanted.items() if dict(best.request.parts).get(name) != value]
        if not parts:
            parts = ["something that is not told apart"]
        verb = "differs" if len(parts) == 1 else "differ"
        return f"the recording {best.path.name!r} is of another request: {', '.join(parts)} {verb}"

    def _command(self, request: Request) -> str:
        return f"Record it with: onrecord extract {request.article} --model {request.model} --record {self.folder}"


class Recorder:
    """`Answers` for recording: takes what is recorded, and writes down what is not."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._by_key = {recording.request.key: recording for recording in read_all(folder)}

    def get(self, request: Request) -> Answer | None:
        """The useful answer that is recorded already, or None."""
        recording = self._by_key.get(request.key)
        return recording.answer if recording and recording.answer.useful else None

    def put(self, request: Request, answer: Answer) -> None:
        """Write the answer down, whole or not at all."""
        recording = write(self.folder, request, answer)
        self._by_key[request.key] = recording

    def put_useless(self, request: Request, answer: Answer) -> None:
        """Write it down just so; it is asked for again where one records again."""
        self.put(request, answer)


def write(folder: Path, request: Request, answer: Answer) -> Recording:
    """Write one recording: aside first, then renamed, so that no reader sees half of it."""
    path = folder / _name(request)
    body: dict[str, Any] = {
        "format": FORMAT,
        "article": request.article,
        "model": request.model,
        "prompt": request.prompt,
        "parameters": dict(request.parameters),
        "parts": dict(request.parts),
        "key": request.key,
        **{name: getattr(answer, name) for name in _TAKEN},
        **({} if answer.useful else {"useful": False}),
        "answered_by": answer.model,
        "sent": request.sent.split("\n"),
        **(
            {"earlier": [{"finish_reason": a.finish_reason, **_shown_answer(a.text)} for a in answer.earlier]}
            if answer.earlier
            else {}
        ),
        **_shown_answer(answer.text),
    }
    aside = path.with_suffix(f".{os.getpid()}.part")
    aside.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="backslashreplace")
    aside.replace(path)
    return Recording(path, request, answer)


def read_all(folder: Path) -> Iterator[Recording]:
    """All recordings below a folder; raises `UsageError` naming the file that is none."""
    for path in sorted(folder.rglob("*.json")):
        yield read(path)


def read(path: Path) -> Recording:
    """One recording."""
    try:
        body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if body["format"] != FORMAT:
            raise ValueError(f"it has format {body['format']}, not {FORMAT}")
        request = Request(
            key=body["key"],
            article=body["article"],
            model=body["model"],
            prompt=body["prompt"],
            parts=tuple(body["parts"].items()),
            parameters=tuple(body["parameters"].items()),
            sent="\n".join(body["sent"]),
        )
        answer = Answer(
            text=_answer_text(body),
            model=body["answered_by"],
            **{name: body[name] for name in _TAKEN},
            earlier=tuple(Attempt(_answer_text(a), a["finish_reason"]) for a in body.get("earlier", ())),
            useful=body.get("useful", True),
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{str(path)!r} is no recording: {error}") from error
    return Recording(path, request, answer)


def _shown_answer(text: str) -> dict[str, Any]:
    """The answer as JSON where that loses nothing of it, else the text as it came."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {"text": text}
    return {"answer": value} if _compact(value) == text else {"text": text}


def _answer_text(body: dict[str, Any]) -> str:
    return body["text"] if "text" in body else _compact(body["answer"])


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _name(request: Request) -> str:
    words = (_UNSAFE.sub("-", part).strip("-.")[:60] for part in (request.article, request.model, request.prompt))
    return "--".join((*words, request.key[:12])) + ".json"


def _differing(recording: Recording, wanted: dict[str, str]) -> int:
    have = dict(recording.request.parts)
    return sum(have.get(name) != value for name, value in wanted.items())
