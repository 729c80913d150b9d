"""Deeds that look like words: "Gunmen attacked a post", "She called me", "The keeper conceded two goals"."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.rules.attribution.cues import rows
from onrecord.rules.attribution.line import Line
from onrecord.rules.syntax.types import VerbGroup

SOMEBODY = frozenset({"i", "he", "she", "we", "who", "whoever"})
"""Subjects that are people for sure."""
CALLED = frozenset({"PREP", "TO", "PUNCT", "ADV", "CONJ", "SUB", "CLOSE", ""})
"""What follows when "call me" gives nobody a name."""
SHOWN = frozenset({"show", "illustrate"})
"""Verbs by which things are evidence; people show what they feel or have."""
REMOVED = frozenset({"dismiss"})


@dataclass(frozen=True, slots=True)
class Deed:
    """The objects and subjects with which a verb is a deed."""

    objects: frozenset[str]
    subjects: frozenset[str]
    example: str


@lru_cache(maxsize=1)
def deeds() -> dict[str, Deed]:
    """The deeds by their verbs, read once a process."""
    found = {}
    for _, row in rows("deeds.tsv"):
        lemma, objects, subjects, example = row.split("\t")
        found[lemma] = Deed(frozenset(objects.split()), frozenset(subjects.split()), example)
    return found


def is_deed(line: Line, k: int, lemma: str, i: int) -> bool:
    """Whether the object at token i, or the subject, shows that group k tells what somebody did."""
    subject = _head(line, line.groups[k].subject)
    if lemma in SHOWN and subject in SOMEBODY:
        return True
    deed = deeds().get(lemma)
    if deed is None:
        return False
    if not deed.subjects.isdisjoint(_forms(subject)):
        return True
    p = line.phrase_at.get(i)
    if p is None:
        return False
    phrase = line.phrases[p]
    if lemma == "call" and phrase.kind == "pronoun" and line.tokens[phrase.head].tag == "PRON":
        return line.tags[phrase.last] in CALLED and line.lows[phrase.last] != "as"
    if deed.objects.isdisjoint(_forms(line.tokens[phrase.head].low)):
        return False
    return lemma != "call" or line.tags[phrase.last] in CALLED


def is_done_to(line: Line, g: VerbGroup, lemma: str) -> bool:
    """Whether a passive tells what was done to its subject: "a post was attacked", "she was dismissed in May"."""
    deed = deeds().get(lemma)
    if deed is None or g.subject is None:
        return False
    subject = _head(line, g.subject)
    if not deed.objects.isdisjoint(_forms(subject)):
        return True
    if lemma in REMOVED and line.lows[g.last] != "as":
        return subject in SOMEBODY or line.phrases[g.subject].kind == "name"
    agent = line.phrase_at.get(g.last + 1) if line.lows[g.last] == "by" else None
    return agent is not None and not deed.subjects.isdisjoint(_forms(_head(line, agent)))


def _head(line: Line, phrase: int | None) -> str:
    return line.tokens[line.phrases[phrase].head].low if phrase is not None else ""


def _forms(low: str) -> tuple[str, ...]:
    """A noun and what its singular may be."""
    if low.endswith("men"):
        return low, low[:-3] + "man"
    return (low, low[:-1], low[:-3] + "y") if low.endswith("s") else (low,)
