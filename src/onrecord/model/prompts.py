"""Prompts: templates in files, found, checked and rendered once by us, with the article as data only.

A prompt file has front matter (`id`, `version`, `asks`, `schema`, and `examples` where there are any), a part headed
`## system` and one headed `## user`. It is rendered in Jinja2's sandbox; what it is given are plain strings, so braces
of an article are never read as a template.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import UsageError
from onrecord.model.examples import Example, read_examples

if TYPE_CHECKING:
    from jinja2 import Template

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)  # "---\nid: extract\nversion: 1\n---\n"
_PARTS = re.compile(r"^## (system|user)[ \t]*\n", re.MULTILINE)  # "## system\n"
_NEEDED = ("id", "version", "asks", "schema")
_SCHEMAS = ("draft",)

SAMPLES: dict[str, Mapping[str, Any]] = {
    "repair": {"faults": "claims.0.at: no such sentence"},
    "": {
        "article": "title: [s1] A headline\n[s2] A sentence.",
        "headline": "A headline",
        "published": "2024-05-03",
        "part": 2,
        "parts": 3,
        "known": [{"id": 1, "name": "Ann Example", "role": "mayor"}],
        "missed": ["q1"],
    },
}
"""What a prompt is tried with before it is used; by id, "" for all others. These are also all the names there are."""


@dataclass(frozen=True)
class Prompt:
    """One version of one prompt."""

    id: str
    version: str
    asks: str
    """What it asks for, in a line."""
    schema: str
    """The schema its answer must fit; `draft` is the only one so far."""
    system: str
    user: str
    source: str
    """The file it comes from, for messages."""
    hash: str
    """Hash of its file and of its examples."""
    examples: tuple[Example, ...] = field(default=())

    @property
    def name(self) -> str:
        """Id and version, e.g. `extract/v2`."""
        return f"{self.id}/v{self.version}"

    def render(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """The system and the user message."""
        given = {**values, "examples": [e.shown() for e in self.examples]}
        system, user = (part.render(given).strip() for part in self._templates)
        return system, user

    @cached_property
    def _templates(self) -> "tuple[Template, Template]":
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        env = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)
        return env.from_string(self.system), env.from_string(self.user)


def load(name: str, folder: Path | None = None) -> Prompt:
    """The prompt called `extract/v2`, from `folder` where it has one, else from ours, tried out before it is used.

    Raises `UsageError` where there is none, or where its file, template or examples are wrong.
    """
    if folder is not None and not folder.is_dir():
        raise UsageError(f"there is no folder of prompts {str(folder)!r}")
    for place in (folder, our_folder()):
        if place is not None and (path := place / f"{name}.md").is_file():
            return _read(path, path.stat().st_mtime_ns)
    have = ", ".join(prompt.name for prompt in every(folder))
    raise UsageError(f"there is no prompt {name!r}", f"There are: {have}.")


def every(folder: Path | None = None) -> tuple[Prompt, ...]:
    """All prompts, the user's own before ours; of two with one name the user's."""
    found: dict[str, Prompt] = {}
    for place in (folder, our_folder()):
        for path in sorted(place.glob("*/v*.md")) if place is not None else ():
            name = f"{path.parent.name}/{path.stem}"
            if name not in found:
                found[name] = _read(path, path.stat().st_mtime_ns)
    return tuple(found.values())


def our_folder() -> Path:
    """Where the prompts of this package are: inside it once installed, at the top of the repository before."""
    inside = Path(str(files("onrecord"))) / "prompts"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "prompts"


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> Prompt:  # noqa: ARG001 - part of the key, so that an edited file is read again
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error}") from error
    front, system, user = _split(text, path)
    if f"{front['id']}/v{front['version']}" != f"{path.parent.name}/{path.stem}":
        raise UsageError(
            f"{str(path)!r} calls itself {front['id']}/v{front['version']}", "Folder and name must say the same."
        )
    digest = hashlib.sha256(text.encode())
    examples: tuple[Example, ...] = ()
    if listed := front.get("examples"):
        source = path.with_name(listed)
        examples = read_examples(source)
        digest.update(json.dumps([e.shown() for e in examples], ensure_ascii=False).encode())
    prompt = Prompt(
        id=front["id"],
        version=front["version"],
        asks=front["asks"],
        schema=front["schema"],
        system=system,
        user=user,
        source=str(path),
        hash=digest.hexdigest()[:16],
        examples=examples,
    )
    _try(prompt)
    return prompt


def _split(text: str, path: Path) -> tuple[dict[str, str], str, str]:
    match = _FRONT.match(text)
    if match is None:
        raise UsageError(
            f"{str(path)!r} has no front matter", "It begins with a line ---, as prompts/extract/v2.md does."
        )
    front: dict[str, str] = {}
    for line in match[1].splitlines():
        key, colon, value = line.partition(":")
        if not colon:
            raise UsageError(f"{str(path)!r}: {line!r} is no line of front matter", "Each is `name: value`.")
        front[key.strip()] = value.strip()
    if missing := [name for name in _NEEDED if not front.get(name)]:
        raise UsageError(f"{str(path)!r} does not say its {', '.join(missing)}")
    if front["schema"] not in _SCHEMAS:
        raise UsageError(f"{str(path)!r}: there is no schema {front['schema']!r}", f"There is: {', '.join(_SCHEMAS)}.")
    pieces = _PARTS.split(text[match.end() :])
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if set(parts) != {"system", "user"} or len(pieces) != 5:
        raise UsageError(f"{str(path)!r} must have one part headed '## system' and one headed '## user'")
    return front, parts["system"], parts["user"]


def _try(prompt: Prompt) -> None:
    """Render the prompt once with a sample: a wrong template is an error now, not in the middle of a batch."""
    from jinja2 import TemplateError

    sample = SAMPLES.get(prompt.id, SAMPLES[""])
    try:
        system, user = prompt.render(sample)
    except (TemplateError, TypeError, ValueError) as error:
        raise UsageError(
            f"{prompt.source!r} is no template that works: {error}",
            f"It may use {', '.join(sorted(sample))} and examples.",
        ) from error
    must = str(sample.get("article", sample.get("faults")))
    if must not in user or must in system:
        raise UsageError(f"{prompt.source!r} must show the article in its user part, and only there")
