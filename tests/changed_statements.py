"""True statements about the seeds and the same made false, each put through the whole of grounding as a model's claim.

A statement passes when its claim is kept with that statement and that speaker and nothing was taken out of it;
otherwise it is caught: refused, its statement taken out, or its speaker not believed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import onrecord
from onrecord.drafts import Draft, DraftActor, DraftClaim
from onrecord.grounding.ground import ground
from onrecord.reading.document import Document
from onrecord.records import Provenance, Span

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLD = ROOT / "fixtures" / "gold" / "statements.toml"
FRESH = ROOT / "fixtures" / "gold" / "statements-fresh.toml"
"""By another author, who knew neither the checks nor what they had missed."""
THIRD = ROOT / "fixtures" / "gold" / "statements-third.toml"
"""By a third author, who had seen neither the checks nor the other sets, with kinds of change that those lack."""
MADE = Provenance(engine="model", version="0")


@dataclass(frozen=True, slots=True)
class Case:
    """One claim as a model would propose it; `kind` is "true" or what was changed."""

    file: Path
    kind: str
    seed: str
    speaker: str
    source: str
    cue: str
    content: str
    statement: str


@cache
def gold(file: Path) -> dict:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def cases(file: Path = GOLD) -> Iterator[Case]:
    """Every true statement, each followed by what was made of it."""
    given = gold(file)["case"]
    for case in given:
        true = Case(
            file, "true", *(case[field] for field in ("seed", "speaker", "source", "cue", "content", "statement"))
        )
        yield true
        for change in case["changes"]:
            yield replace(true, kind=change["kind"], statement=change["statement"])
        if true.speaker:
            yield replace(true, kind="speaker", speaker=_another(true))


def _another(case: Case) -> str:
    """The speaker after this one in the same article, round and round."""
    known = _speakers(case.file, case.seed)
    return known[(known.index(case.speaker) + 1) % len(known)]


@cache
def _speakers(file: Path, seed: str) -> tuple[str, ...]:
    speak = [c["speaker"] for c in gold(file)["case"] if c["seed"] == seed and c["speaker"]]
    return tuple(dict.fromkeys([*speak, *gold(file).get("others", {}).get(seed, ())]))


@cache
def document(seed: str) -> Document:
    return onrecord.read(SEEDS / seed)


def passes(case: Case) -> bool:
    """Whether grounding keeps the claim just as it was proposed."""
    text = document(case.seed).article.text
    at = text.index(case.content)
    content = Span(at, at + len(case.content))
    source = (_nearest(text, case.source, content),) if case.source else ()
    actors = tuple(
        DraftActor(
            name,
            name,
            gold(case.file).get("kinds", {}).get(name, "person"),
            gold(case.file).get("roles", {}).get(name),
            mentions=_named(text, name),
        )
        for name in _speakers(case.file, case.seed)
    )
    claim = DraftClaim(
        content=(content,),
        speaker=case.speaker or None,
        source=source,
        cue=(_nearest(text, case.cue, source[0]),) if case.cue else (),
        statement=case.statement,
    )
    record = ground(document(case.seed), [Draft("model", actors=actors, claims=(claim,))], MADE).record
    if any(refusal.kind in ("claim", "statement", "detail") for refusal in record.coverage.refused):
        return False
    (kept,) = record.claims
    speaker = next((actor.name for actor in record.actors if actor.id == kept.speaker), "")
    return kept.statement == case.statement and _same(speaker, case.speaker)


def _same(kept: str, proposed: str) -> bool:
    return (kept == proposed) or bool(kept and proposed and (proposed in kept or kept in proposed))


def _named(text: str, name: str) -> tuple[Span, ...]:
    """Where the article names a speaker first, if it does in these words."""
    at = text.lower().find(name.lower())
    return (Span(at, at + len(name)),) if at >= 0 else ()


def _nearest(text: str, words: str, content: Span) -> Span:
    """The place of the source's words that is nearest to the content; outside it, where there is one."""
    found, at = [], text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha()):
            inside = at < content.end and end > content.start
            found.append((inside, min(abs(content.start - end), abs(at - content.end)), at))
        at = text.find(words, at + 1)
    at = min(found)[2]
    return Span(at, at + len(words))
