# ruff: noqa: T201 - a script for people
"""Make recordings by hand: show the seeds' prompts, take answers in, and move them to new numbers.

    python tests/model/recordings.py prompts FOLDER          the prompt and schema of each seed, as JSON
    python tests/model/recordings.py add ANSWERS --model NAME --origin WORDS [--at TIME] [--into FOLDER]
    python tests/model/recordings.py second FOLDER --model NAME     prompts of the second looks that are not recorded
    python tests/model/recordings.py renumber                recordings whose article is numbered otherwise by now
    python tests/model/recordings.py stale                   recordings that no seed asks for

An answer is a file `SEED.json` (or `SEED--second.json`) that holds the model's raw answer and nothing else. A server
counts tokens; here they are counted with o200k_base where `rs-bpe` is installed, else estimated, and the recording's
`origin` says which.
"""

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.api import read
from onrecord.errors import OnrecordError
from onrecord.model.answers import Answer, Request
from onrecord.model.engine import ModelEngine
from onrecord.model.errors import ModelCallError, RecordingMissing
from onrecord.model.replay import Recorder, Recordings, read_all, write
from onrecord.model.requests import Ask
from onrecord.model.settings import ModelSettings
from onrecord.model.tokens import estimate
from onrecord.reading.document import Document
from onrecord.rules.parser import parse

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "fixtures" / "answers"
SEEDS = ROOT / "seeds"
LOCAL = ANSWERS / "local" / "article.txt"


def seeds() -> Iterator[tuple[Path, Document]]:
    """Each seed article, read."""
    for path in sorted(SEEDS.iterdir()):
        if path.suffix in (".txt", ".md", ".html") and path.stem != "README":
            yield path, read(path)


def count(text: str) -> tuple[int, str]:
    """Tokens of a text, and how they were counted."""
    try:
        from rs_bpe.bpe import openai
    except ImportError:
        return estimate(text), "tokens estimated"
    return len(openai.o200k_base().encode(text)), "tokens counted with o200k_base"


def write_prompts(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    engine = ModelEngine(ModelSettings(model="MODEL"))
    for path, document in seeds():
        asks = list(engine.requests(document))
        for number, ask in enumerate(asks, 1):
            name = path.stem if len(asks) == 1 else f"{path.stem}--part{number}"
            _write_prompt(folder / f"{name}.json", ask)


def _write_prompt(path: Path, ask: Ask) -> None:
    shown = ask.shown(ModelSettings(model="MODEL"))
    kept = {name: shown[name] for name in ("article", "prompt", "messages", "schema")}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(path)


class _Asked(Exception):
    def __init__(self, ask: Ask) -> None:
        self.ask = ask


class _Catching(ModelEngine):
    """An engine that stops at the first request that is not recorded."""

    async def answer(self, ask: Ask) -> Answer:
        try:
            return await super().answer(ask)
        except RecordingMissing:
            raise _Asked(ask) from None


def next_ask(document: Document, model: str, folder: Path) -> Ask | None:
    """The first request for a document that is not recorded, given those that are."""
    engine = _Catching(ModelSettings(model=model), Recordings(folder))
    try:
        engine.draft_blocking(document, parse(document))
    except _Asked as asked:
        return asked.ask
    except ModelCallError:
        return None
    finally:
        engine.close()
    return None


def add(answers: Path, model: str, origin: str, at: str, folder: Path) -> None:
    Recorder(folder)
    for path, document in seeds():
        for suffix in ("", "--second"):
            file = answers / f"{path.stem}{suffix}.json"
            if not file.is_file():
                continue
            ask = next_ask(document, model, folder)
            if ask is None or (ask.request.prompt.startswith("second") != (suffix == "--second")):
                print(f"{file.name}: not asked for, or recorded already")
                continue
            text = file.read_text(encoding="utf-8").strip()
            sent, how = count(ask.system + ask.user)
            answer = Answer(
                text=text,
                model=model,
                mode="json",
                input_tokens=sent,
                output_tokens=count(text)[0],
                cost=None,
                calls=1,
                seconds=0.0,
                finish_reason="stop",
                origin=f"{origin}; {how}",
                at=at,
            )
            print(write(folder, ask.request, answer).path.name)


def second(out: Path, model: str, folder: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for path, document in seeds():
        ask = next_ask(document, model, folder)
        if ask is not None:
            suffix = "--second" if ask.request.prompt.startswith("second") else ""
            _write_prompt(out / f"{path.stem}{suffix}.json", ask)


_LINE = re.compile(r"^(?:[a-z ]+: )?\[s(\d+)\] (.*)$")
_MARK = re.compile(r"\[q(\d+)\]")


def numbers(lines: list[str]) -> dict[str, str]:
    """From each number of a prompt to the words it stands before."""
    found: dict[str, str] = {}
    for line in lines:
        if match := _LINE.match(line):
            found[f"s{match[1]}"] = _MARK.sub("", match[2])
            for mark in _MARK.finditer(match[2]):
                found[f"q{mark[1]}"] = _MARK.sub("", match[2][mark.end() :])[:40]
    return found


def renumber(folder: Path) -> None:
    """Move recordings to the numbers their articles have by now, where each sentence pointed at is still one."""
    for recording in list(read_all(folder)):
        document = next((d for p, d in seeds() if p.name == recording.request.article), None)
        if document is None or recording.request.prompt != "extract/v2":
            continue
        engine = ModelEngine(ModelSettings(model=recording.request.model, **dict(recording.request.parameters)))
        asks = list(engine.requests(document))
        if len(asks) > 1 or asks[0].request.key == recording.request.key:
            continue  # an answer to a part of an article cannot be moved: what the parts are depends on the others
        ask = asks[0]
        moved = _moved(recording.answer.text, recording.request, ask.request)
        if isinstance(moved, str) and moved.startswith("!"):
            print(f"{recording.path.name}: stays as it is: {moved[1:]}")
            continue
        origin = recording.answer.origin
        note = "numbers moved by tests/model/recordings.py after reading came to split the article otherwise"
        origin = origin if note in origin else f"{origin}; {note}"
        recording.path.unlink()
        new = write(recording.path.parent, ask.request, replace(recording.answer, text=moved, origin=origin))
        print(f"{recording.path.name} -> {new.path.name}")


def _moved(text: str, old: Request, new: Request) -> str:
    before, after = numbers(old.sent.split("\n")), numbers(new.sent.split("\n"))
    by_words: dict[str, str] = {}
    for number, words in after.items():
        by_words.setdefault(number[0] + words, number)
    lost: set[str] = set()

    def swap(match: re.Match[str]) -> str:
        number = match[1]
        words = before.get(number)
        if words is None:
            return match[0]
        found = by_words.get(number[0] + words)
        if found is None:
            lost.add(number)
            return match[0]
        return f'"{found}"'

    moved = re.sub(r'"([sq]\d+)"', swap, text)
    return f"!{', '.join(sorted(lost))} are no longer sentences or quotations of their own" if lost else moved


def stale(folder: Path) -> list[str]:
    """Recordings that no seed asks for, with the settings of any recording made of it."""
    recordings = Recordings(folder)
    articles = {path.name: document for path, document in (*seeds(), (LOCAL, read(LOCAL)))}
    made = {(r.request.article, r.request.model, r.request.parameters) for r in read_all(folder)}
    for name, model, parameters in sorted(made, key=str):
        document = articles.get(name)
        for beside in (None, parse(document)) if document else ():
            engine = ModelEngine(ModelSettings(model=model, **dict(parameters)), recordings)
            try:
                engine.draft_blocking(document, beside)
            except OnrecordError:
                pass
            finally:
                engine.close()
    return [r.path.name for r in read_all(folder) if r.path not in recordings.used]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["prompts", "add", "second", "renumber", "stale"])
    parser.add_argument("folder", type=Path, nargs="?", default=ANSWERS)
    parser.add_argument("--model", default="")
    parser.add_argument("--origin", default="")
    parser.add_argument("--at", default=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
    parser.add_argument("--into", type=Path, default=ANSWERS)
    given = parser.parse_args()
    match given.what:
        case "prompts":
            write_prompts(given.folder)
        case "add":
            if not given.model or not given.origin:
                sys.exit("say --model and --origin: a recording says what it was recorded from")
            add(given.folder, given.model, given.origin, given.at, given.into)
        case "second":
            second(given.folder, given.model, given.into)
        case "renumber":
            renumber(ANSWERS)
        case _:
            for name in stale(ANSWERS):
                print(f"nobody asks for {name}")


if __name__ == "__main__":
    main()
