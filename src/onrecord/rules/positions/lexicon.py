"""The words that show a stance, read once from `lexicons/stances.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from sys import intern

from onrecord.rules.geography import LEXICONS

Sign = int
"""+1 support, -1 oppose, 0 neutral."""
SIGNS: dict[str, Sign | None] = {"+": 1, "-": -1, "0": 0, "x": None}
WRITTEN = frozenset({"one's", "oneself"})
"""What stands in verbs of several words for other words of the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One reading of a verb: in its frames it shows this stance, and negated that one (None: no position)."""

    lemma: str
    sign: Sign
    negated: Sign | None


@dataclass(frozen=True, slots=True)
class Stances:
    """The whole lexicon."""

    verbs: dict[str, dict[str, Line]]
    """By lemma, with its particle where it has one, then by frame, the first line's first."""
    longer: dict[str, frozenset[str]]
    """First words of the verbs of several words, and their second ones: "stand" and "in" of "stand in the way"."""
    needed: dict[str, frozenset[str]]
    """First words of the verbs of several words that show no stance by themselves, and all of their second ones: where
    none of these stands in a sentence, the verb shows nothing."""
    only: dict[str, tuple[bool, frozenset[str]]]
    """By lemma: whether the object's head must be (True) or must not be (False) one of these nouns."""
    keep: frozenset[str]
    turn: frozenset[str]
    open: frozenset[str]
    operators: frozenset[str]
    """Verbs that show no stance but keep, turn or leave open the one of what they govern."""
    deeds: frozenset[str]
    """Verbs of opposition that are deeds: whoever recommends scrapping an exam supports that."""
    undo: frozenset[str]
    weaken: frozenset[str]
    light: frozenset[str]
    nouns: dict[str, dict[str, Sign]]
    """By noun, then by the preposition that leads to the target."""
    carriers: frozenset[str]
    partisans: dict[str, Sign]
    adjectives: dict[str, dict[str, Sign]]
    """By adjective, then by the preposition that leads to the target."""
    good: frozenset[str]
    bad: frozenset[str]
    effects: dict[str, Sign]
    issues: frozenset[str]
    """Nouns for what one can be for or against: anaphors and measures."""
    slogans: dict[str, Sign]
    slogan_openers: frozenset[str]
    """Their first words."""
    conditions: dict[str, bool]
    """What opens a condition, by its words; False for what does so after a modal only."""
    anaphors: frozenset[str]
    fiction: frozenset[str]
    told: tuple[str, ...]
    """Beginnings of the names of rules that read a stance only in what somebody says."""


@cache
def stances() -> Stances:
    """The lexicon, read once."""
    table = tomllib.loads((LEXICONS / "stances.toml").read_text(encoding="utf-8"))
    sets = {name: _words(cell) for name, cell in table["sets"].items()}
    operators = {name: _words(cell) for name, cell in table["operators"].items()}
    nouns = table["nouns"]
    verbs = _verbs(table["verbs"]["lines"])
    operating = operators["keep"] | operators["turn"] | operators["open"]
    return Stances(
        verbs=verbs,
        longer=_seconds((*verbs, *operators["open"], "stop short")),
        needed={
            first: seconds
            for first, seconds in _seconds((*verbs, *operating, "stop short")).items()
            if first not in verbs and first not in operating and first != "give" and seconds.isdisjoint(WRITTEN)
        },
        only={lemma: (name[0] != "!", sets[name.lstrip("!")]) for lemma, name in _cells(table["verbs"]["only"], " ")},
        keep=operators["keep"],
        turn=operators["turn"],
        open=operators["open"],
        operators=operating,
        deeds=operators["deeds"],
        undo=operators["undo"],
        weaken=operators["weaken"],
        light=operators["light"],
        nouns=_nouns(nouns["lines"]),
        carriers=_words(nouns["carriers"]),
        partisans=dict.fromkeys(_words(nouns["partisans_for"]), 1)
        | dict.fromkeys(_words(nouns["partisans_against"]), -1),
        adjectives=_nouns(table["adjectives"]["lines"]),
        good=_words(table["evaluations"]["good"]),
        bad=_words(table["evaluations"]["bad"]),
        effects=dict.fromkeys(_words(table["evaluations"]["verbs_good"]), 1)
        | dict.fromkeys(_words(table["evaluations"]["verbs_bad"]), -1),
        issues=_words(table["anaphors"]["words"]) | sets["measures"],
        slogans=dict.fromkeys(_words(table["slogans"]["for"]), 1)
        | dict.fromkeys(_words(table["slogans"]["against"]), -1),
        slogan_openers=frozenset(
            slogan.split()[0] for slogan in _words(table["slogans"]["for"]) | _words(table["slogans"]["against"])
        ),
        conditions=dict.fromkeys(_words(table["conditions"]["always"]), True)
        | dict.fromkeys(_words(table["conditions"]["maybe"]), False),
        anaphors=_words(table["anaphors"]["words"]),
        fiction=_words(table["fiction"]["words"]),
        told=tuple(" ".join(name.split()) for name in table["told"]["rules"].split(",")),
    )


def _words(cell: str) -> frozenset[str]:
    return frozenset(intern(word.replace("_", " ")) for word in cell.split())


def _seconds(lemmas: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lemma in lemmas:
        first, *rest = lemma.split()
        if rest:
            found.setdefault(first, set()).add(rest[0])
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _cells(lines: str, mark: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(mark)] for line in lines.splitlines() if line.strip()]


def _sign(cell: str) -> Sign:
    sign = SIGNS[cell]
    if sign is None:
        raise ValueError(f"a stance is wanted here, not {cell!r}")
    return sign


def _verbs(lines: str) -> dict[str, dict[str, Line]]:
    found: dict[str, dict[str, Line]] = {}
    for lemma, frames, sign, negated in _cells(lines, "|"):
        line = Line(lemma, _sign(sign), SIGNS[negated])
        for frame in frames.split():
            found.setdefault(lemma, {}).setdefault(intern(frame), line)
    return found


def _nouns(lines: str) -> dict[str, dict[str, Sign]]:
    found: dict[str, dict[str, Sign]] = {}
    for noun, prepositions, sign in _cells(lines, "|"):
        found.setdefault(noun, {}).update(dict.fromkeys(prepositions.split(), _sign(sign)))
    return found
