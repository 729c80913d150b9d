"""How well events are found: type, status, trigger, roles, place and time against sentences written by hand."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.drafts import Draft, DraftEvent, Pointers
from onrecord.evaluation.cases import read_cases
from onrecord.evaluation.report import Fault, Report, Score
from onrecord.reading.read import analyse, read_text
from onrecord.records import QUADS, Span
from onrecord.rules.parser import parse

_WORD = re.compile(r"\w+")
_IDLE = frozenset({"the", "a", "an", "of", "in", "on", "its", "his", "her", "their", "all", "some"})


def evaluate_events(*golds: Path, split: str | None = None) -> Report:
    """Read a table of cases (fixtures/gold/events.toml explains the fields) and score the rules against it.

    event: a predicted event meets a gold one where the types agree and a word of the trigger is shared; the figures
    below it count the events that met. none: sentences without an event for which none is given. Events of type
    OTHER count like the others. Faults name the cases of "dev" only: the other half is for the figures.
    """
    cases = read_cases(golds, split)
    count: Counter[str] = Counter()
    faults: list[Fault] = []
    for number, case in enumerate(cases, 1):
        found: list[Fault] = []
        _score(case, f"case {number}", count, found)
        if case["split"] == "dev":
            faults.extend(found)
    met = count["met"]
    return Report(
        "events",
        (
            ("sentences", len(cases)),
            ("event", Score(met, count["predicted"], count["gold"])),
            ("quadrant", Score(count["quad"], count["predicted"], count["gold"])),
            ("status", _share(count["status"], met)),
            ("actors", Score(count["actors"], count["actors predicted"], count["actors gold"])),
            ("recipients", Score(count["recipients"], count["recipients predicted"], count["recipients gold"])),
            ("place", _share(count["place"], count["placed"])),
            ("time", _share(count["time"], count["timed"])),
            ("none", _share(count["left alone"], count["none"])),
        ),
        tuple(faults),
    )


def _share(hit: int, of: int) -> float:
    return 100 * hit / of if of else 0.0


def _score(case: dict[str, Any], name: str, count: Counter[str], faults: list[Fault]) -> None:
    text = case["text"]
    draft = parse(analyse(read_text(text)))
    left = list(draft.events)
    wanted: list[dict[str, Any]] = case["event"]
    count["gold"] += len(wanted)
    count["predicted"] += len(left)
    if not wanted:
        count["none"] += 1
        count["left alone"] += not left
    for want in wanted:
        met = next((e for e in left if e.type in want["type"] and _triggered(want, e, text)), None)
        if met is None:
            near = next((e for e in left if _triggered(want, e, text)), left[0] if left else None)
            kind = "missed" if near is None else f"{'|'.join(want['type'])} read as {near.type}"
            faults.append(Fault(kind, name, f"{text} [{want['trigger']}]"))
            if near is not None and QUADS.get(near.type) in {QUADS.get(t) for t in want["type"]}:
                count["quad"] += 1
            continue
        left.remove(met)
        count["met"] += 1
        count["quad"] += 1
        _details(case, name, want, met, draft, count, faults)
    for extra in left:
        faults.append(Fault("an event too many", name, f"{text} [{extra.type}: {_words(text, extra.trigger)}]"))


def _details(
    case: dict[str, Any], name: str, want: dict[str, Any], met: DraftEvent, draft: Draft, count: Counter[str],
    faults: list[Fault],
) -> None:  # fmt: skip
    text = case["text"]
    if met.status == want["status"]:
        count["status"] += 1
    else:
        faults.append(Fault(f"status {want['status']} read as {met.status}", name, text))
    # the gold lists both parties of a mutual event as actors, the rules the second as a recipient besides
    acted_upon = tuple(key for key in met.recipients if key not in met.actors)
    for role, keys in (("actors", met.actors), ("recipients", acted_upon)):
        named = {actor.key: _named(actor.name, actor.mentions, text) for actor in draft.actors}
        given = [named.get(key, frozenset()) for key in keys]
        hits = 0
        for words in want[role]:
            twin = next((g for g in given if g & _content(words)), None)
            if twin is not None:
                given.remove(twin)
                hits += 1
        count[role] += hits
        count[f"{role} predicted"] += len(keys)
        count[f"{role} gold"] += len(want[role])
        if hits < len(want[role]) or len(keys) > len(want[role]):
            shown = [actor.name for actor in draft.actors if actor.key in keys]
            faults.append(Fault(f"other {role}", name, f"{text} [{want[role]}; found {shown}]"))
    for kind, total, pointers in (("place", "placed", met.where), ("time", "timed", met.when)):
        if kind not in want:
            continue
        count[total] += 1
        words = _words(text, pointers)
        if _content(words) & _content(want[kind]):
            count[kind] += 1
        else:
            faults.append(Fault(f"other {kind}", name, f"{text} [{want[kind]}; found {words!r}]"))


def _named(name: str, mentions: Pointers, text: str) -> frozenset[str]:
    """The words that an actor goes by in the text."""
    return _content(" ".join([name, *(text[m.start : m.end] for m in mentions if isinstance(m, Span))]))


def _content(words: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(words.casefold()) if w not in _IDLE)


def _words(text: str, pointers: Pointers) -> str:
    return " ".join(text[p.start : p.end] for p in pointers if isinstance(p, Span))


def _triggered(want: dict[str, Any], event: DraftEvent, text: str) -> bool:
    return bool(_content(want["trigger"]) & _content(_words(text, event.trigger)))
