"""How well positions are found: holder, target and stance against sentences written by hand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.evaluation.cases import read_cases
from onrecord.evaluation.report import Fault, Report, Score
from onrecord.reading.read import analyse, read_text
from onrecord.records import Span
from onrecord.rules.parser import parse

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
IDLE = frozenset(
    {"the", "a", "an", "this", "that", "of", "to", "in", "on", "for", "and", "or", "be", "is", "are", "it", "its"}
    | {"his", "her", "their", "must", "should", "would", "will", "can", "could", "not", "never", "no", "have", "has"}
    | {"been", "by", "with", "at", "from", "as"}
)
"""Words that say nothing of an issue: articles, prepositions, auxiliaries, modals, negation."""
STANCES = ("support", "oppose", "conditional", "neutral")
ENOUGH = 0.5
"""From this share of content words on, two targets overlap."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A position, gold or predicted: the names its holder goes by, target, stance, condition."""

    holder: tuple[str, ...]
    target: str
    stance: str
    condition: str | None


def evaluate_positions(*golds: Path, split: Literal["dev", "held", "all"] = "dev") -> Report:
    """Read a table of cases (fixtures/gold/positions.toml explains the fields) and score the rules against one half.

    A predicted position meets a gold one where the holder is the same and the targets share enough content words; the
    stance is right where they also have the same one. holder and target: of the gold positions, the share for which
    some position of the sentence has the holder, or the target. Faults name cases of "dev" only: the other half is
    for the figures.
    """
    cases = read_cases(golds, split)
    faults: list[Fault] = []
    count: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    for case in cases:
        stands = case.get("position", [])
        wanted = [Stand((p["holder"],), p["target"], p["stance"], p.get("condition")) for p in stands]
        found = _merged(list(_predicted(case["text"])))
        show = case["split"] == "dev"
        for kind, words in _score(wanted, found, count, confusion):
            if show:
                faults.append(Fault(kind, ", ".join(case["tags"]), f"{case['text']} {words}"))
    swapped = confusion["support", "oppose"] + confusion["oppose", "support"]
    sided = sum(n for (want, _), n in confusion.items() if want in ("support", "oppose"))
    return Report(
        f"positions ({split})",
        (
            ("cases", len(cases)),
            ("position", Score(count["met"], count["found"], count["wanted"])),
            ("stance", Score(count["stance"], count["found"], count["wanted"])),
            ("holder", _share(count["holder"], count["wanted"])),
            ("target", _share(count["target"], count["wanted"])),
            ("condition", _share(count["condition"], count["conditions"])),
            ("support and oppose swapped, of those met", _share(swapped, sided)),
            ("traps left alone", _share(count["alone"], count["traps"])),
            *(
                (f"stance {name}", Score(count[f"right {name}"], count[f"found {name}"], count[f"wanted {name}"]))
                for name in STANCES
            ),
        ),
        tuple(faults),
    )


def _share(hit: int, of: int) -> float:
    return 100 * hit / of if of else 0.0


def _predicted(text: str) -> Iterator[Stand]:
    document = analyse(read_text(text))
    draft = parse(document)
    actors = {actor.key: actor for actor in draft.actors}
    for position in draft.positions:
        actor = actors[position.holder]
        mentions = [text[m.start : m.end] for m in actor.mentions if isinstance(m, Span)]
        source = [text[s.start : s.end] for s in position.source if isinstance(s, Span)]
        names = (actor.name, *mentions, *source)
        yield Stand(names, position.target, position.stance, position.condition)


def _merged(found: list[Stand]) -> list[Stand]:
    """Without those that repeat another one: the same holder and stance, and targets that overlap."""
    kept: list[Stand] = []
    for stand in found:
        if not any(
            other.holder[0] == stand.holder[0] and other.stance == stand.stance and overlap(other.target, stand.target)
            for other in kept
        ):
            kept.append(stand)
    return kept


def content_words(words: str) -> frozenset[str]:
    """The words that tell an issue, in lower case."""
    return frozenset(
        word for word in WORD.findall(words.lower().replace("’s", "").replace("'s", "")) if word not in IDLE
    )


def overlap(one: str, other: str) -> bool:
    """Whether two targets share enough content words, or one says all that the other says."""
    a, b = content_words(one), content_words(other)
    if not a or not b:
        return " ".join(one.lower().split()) == " ".join(other.lower().split())
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) >= ENOUGH or both == min(len(a), len(b))


def same_holder(gold: str, names: tuple[str, ...]) -> bool:
    """Whether one of the names is the gold's, or says all of it or is said by it."""
    wanted = content_words(gold)
    return any(bool(words) and (words <= wanted or wanted <= words) for words in map(content_words, names))


def _score(
    wanted: list[Stand], found: list[Stand], count: Counter[str], confusion: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Count one case; yields its faults."""
    count["wanted"] += len(wanted)
    count["found"] += len(found)
    if not wanted:
        count["traps"] += 1
        count["alone"] += not found
    left = list(found)
    for stand in found:
        count[f"found {stand.stance}"] += 1
    for want in wanted:
        count[f"wanted {want.stance}"] += 1
        count["holder"] += any(same_holder(want.holder[0], each.holder) for each in found)
        count["target"] += any(overlap(want.target, each.target) for each in found)
        met = [each for each in left if same_holder(want.holder[0], each.holder) and overlap(want.target, each.target)]
        met.sort(key=lambda each: each.stance != want.stance)
        shown = f"[{want.holder[0]} | {want.stance} | {want.target}]"
        if not met:
            near = "; ".join(f"{e.holder[0]} | {e.stance} | {e.target}" for e in found) or "nothing"
            yield "missed", f"{shown}: {near}"
            continue
        best = met[0]
        left.remove(best)
        count["met"] += 1
        confusion[want.stance, best.stance] += 1
        if best.stance == want.stance:
            count["stance"] += 1
            count[f"right {want.stance}"] += 1
        else:
            yield f"{want.stance} read as {best.stance}", shown
        if want.condition:
            count["conditions"] += 1
            count["condition"] += overlap(want.condition, best.condition or "")
    for extra in left:
        yield "none in the gold", f"{extra.holder[0]} | {extra.stance} | {extra.target}"
