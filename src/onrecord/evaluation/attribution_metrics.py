"""The figures by which attributions are compared with a gold in the manner of PolNeAR.

An attribution is a source, a cue and a content, each a list of spans. A content counts as found where its letters
overlap those of a gold content by a Dice coefficient of at least one half; pairs are made one to one, the best
overlap first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.evaluation.report import Score

Role = Literal["content", "source", "cue"]
Form = Literal["direct", "mixed", "indirect"]
ROLES: tuple[Role, ...] = ("content", "source", "cue")
FORMS: tuple[Form, ...] = ("direct", "mixed", "indirect")
Spans = Sequence[tuple[int, int]]
Parts = dict[Role, Spans]
"""One attribution: half-open spans by role, empty where a role is missing."""

THRESHOLD = 0.5
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
MARK = re.compile(r"[\"“”]|``|''")
SPEAKS = re.compile(
    r"\b(according to|per|"
    r"(said|say|says|saying|told|tell|tells|telling|added?|adds|adding|stat(e|es|ed|ing)|announc\w+|"
    r"argu(e|es|ed|ing)|claim(s|ed|ing)?|not(e|es|ed|ing)|explain\w*|insist\w*|warn(s|ed|ing)?|wr(ite|ites|ote|iting)|"
    r"tweet\w*|repl(y|ies|ied|ying)|respond\w*|report(s|ed|ing)?|declar\w+|assert\w*|contend\w*|maintain\w*|"
    r"acknowledg\w+|admit\w*|conced\w+|confirm\w*|den(y|ies|ied|ying)|alleg\w+|accus\w+|suggest\w*|describ\w+|"
    r"call(s|ed|ing)?|urg\w+|cit(e|es|ed|ing)|remark\w*|comment(ed|s|ing)?|observ\w+|predict\w*|promis\w+|pledg\w+|"
    r"vow(s|ed|ing)?|recall\w*|joked?|quip\w*|testif\w+|stress\w*|emphasi\w+|reiterat\w+|continued|concluded|"
    r"reveal\w*|disclos\w+|complain\w*|critici\w+|dismiss\w*|demand\w*|show(s|ed|n|ing)?|found|indicat\w+))\b",
    re.IGNORECASE,
)
"""Cues that speak ("said", "according to"). The core figure is over them and quotations; the gold marks attitudes
and intentions, which are positions here."""


def quoted(text: str) -> set[int]:
    """Characters inside double quotation marks; a mark that opens a paragraph and is never closed runs to its end."""
    inside: set[int] = set()
    start = 0
    for part in re.split(r"(\n+)", text):
        opened: int | None = None
        for mark in MARK.finditer(part):
            if mark[0] in "“``" or (mark[0] == '"' and opened is None):
                opened = mark.start() if opened is None else opened
            elif opened is not None:
                inside.update(range(start + opened, start + mark.end()))
                opened = None
        if opened is not None and not part[:opened].strip():
            inside.update(range(start + opened, start + len(part)))
        start += len(part)
    return inside


def letters(spans: Spans, text: str) -> frozenset[int]:
    """The places of the letters and digits in the spans: punctuation and spaces at a border are no error."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def form_of(content: frozenset[int], inside: set[int]) -> Form:
    """direct: four fifths of the content stand in quotation marks; indirect: almost nothing does."""
    share = len(content & inside) / len(content) if content else 0.0
    return "direct" if share >= 0.8 else "mixed" if share > 0.02 else "indirect"


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    """Twice the common letters over all letters."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def match(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> dict[int, int]:
    """For the index of each gold content that was found, the index of what found it."""
    pairs = sorted((-dice(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f)
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in pairs:
        if -score >= THRESHOLD and i not in chosen and j not in used:
            chosen[i] = j
            used.add(j)
    return chosen


@dataclass(slots=True)
class Count:
    """Hits, predictions and gold of one figure."""

    hit: int = 0
    predicted: int = 0
    gold: int = 0

    def score(self) -> Score:
        """As percentages."""
        return Score(self.hit, self.predicted, self.gold)


@dataclass(slots=True)
class Compared:
    """What comparing one article gave: who matches whom, and the letters and forms of both sides."""

    pairs: dict[int, int]
    gold_forms: list[Form]
    found_forms: list[Form]
    wrong_speakers: list[int]
    """Indexes of matched gold whose source was not touched."""


@dataclass(slots=True)
class Tally:
    """All counts over the articles compared so far."""

    articles: int = 0
    token: dict[Role, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    exact: dict[Role, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    claim: Count = field(default_factory=Count)
    core: Count = field(default_factory=Count)
    found: dict[Form, Count] = field(default_factory=lambda: {form: Count() for form in FORMS})
    """By the form of the gold content: hits and gold."""
    right: dict[Form, Count] = field(default_factory=lambda: {form: Count() for form in FORMS})
    """By the form of the predicted content: hits and predictions."""
    speaker: Count = field(default_factory=Count)

    def add(self, text: str, gold: Sequence[Parts], found: Sequence[Parts]) -> Compared:
        """Count one article."""
        self.articles += 1
        self._add_roles(text, gold, found)
        inside = quoted(text)
        g_letters = [letters(one["content"], text) for one in gold]
        f_letters = [letters(one["content"], text) for one in found]
        pairs = match(g_letters, f_letters)
        g_forms = [form_of(one, inside) for one in g_letters]
        f_forms = [form_of(one, inside) for one in f_letters]
        proper = [
            form != "indirect" or any(SPEAKS.search(text[start:end]) for start, end in one["cue"])
            for form, one in zip(g_forms, gold, strict=True)
        ]
        add(self.claim, len(pairs), len(found), len(gold))
        add(self.core, sum(proper[i] for i in pairs), len(found) - sum(not proper[i] for i in pairs), sum(proper))
        right = set(pairs.values())
        for i, form in enumerate(g_forms):
            add(self.found[form], i in pairs, 0, 1)
        for j, form in enumerate(f_forms):
            add(self.right[form], j in right, 1, 0)
        wrong = []
        for i, j in pairs.items():
            source = letters(gold[i]["source"], text)
            if source:
                touched = bool(source & letters(found[j]["source"], text))
                add(self.speaker, touched, 1, 1)
                if not touched:
                    wrong.append(i)
        return Compared(pairs, g_forms, f_forms, wrong)

    def _add_roles(self, text: str, gold: Sequence[Parts], found: Sequence[Parts]) -> None:
        words = [m.start() for m in WORD.finditer(text)]
        for role in ROLES:
            g, f = places(one[role] for one in gold), places(one[role] for one in found)
            hit = sum(at in g and at in f for at in words)
            add(self.token[role], hit, sum(at in f for at in words), sum(at in g for at in words))
            whole = [letters(one[role], text) for one in gold if one[role]]
            mine = [letters(one[role], text) for one in found if one[role]]
            left, hits = list(whole), 0
            for span in mine:
                if span in left:
                    left.remove(span)
                    hits += 1
            add(self.exact[role], hits, len(mine), len(whole))

    def figures(self) -> tuple[tuple[str, Score | float | int], ...]:
        """Every figure by name, in the order of the shared scorer."""
        out: list[tuple[str, Score | float | int]] = [("articles", self.articles)]
        out += [(f"token {role}", self.token[role].score()) for role in ROLES]
        out += [(f"exact {role}", self.exact[role].score()) for role in ROLES]
        out += [("claim", self.claim.score()), ("core", self.core.score())]
        for form in FORMS:
            out.append((f"{form} recall", share(self.found[form].hit, self.found[form].gold)))
            out.append((f"{form} precision", share(self.right[form].hit, self.right[form].predicted)))
        out.append(("speaker", share(self.speaker.hit, self.speaker.gold)))
        return tuple(out)


def add(count: Count, hit: int, predicted: int, gold: int) -> None:
    """Add to a count."""
    count.hit += hit
    count.predicted += predicted
    count.gold += gold


def places(spans: Iterable[Spans]) -> set[int]:
    """Every character of the spans."""
    return {i for one in spans for start, end in one for i in range(start, end)}


def share(hit: int, of: int) -> float:
    """A percentage."""
    return 100 * hit / of if of else 0.0
