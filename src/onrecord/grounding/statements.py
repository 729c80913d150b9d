"""Whether what a model wrote in its own words is borne by its evidence: names, numbers, dates and negation.

Other words may be put otherwise. A statement may name what its evidence only refers to ("it", "the bloc") where the
sentences before do; it may not name someone else's number, day or person, and it may not say no for yes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, Named, is_own, lexis_of, named_in
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.polarity import changed_negation
from onrecord.reading.document import Document, Sentence
from onrecord.records import Actor, Evidence

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE = 3
"""Sentences before the evidence in which what it refers to may be named."""


@dataclass(frozen=True)
class Support:
    """What bears one statement."""

    content: str
    """The words it renders."""
    around: str
    """The whole sentences these stand in, with source and cue."""
    before: str
    """The sentences before them, and the headline: only for what is referred to."""
    speaker: frozenset[str] = frozenset()
    """Folded words of the speaker's name and role."""
    own_names: frozenset[str] = frozenset()
    """The same, and those of everybody named around in part."""
    persons: frozenset[str] = frozenset()
    """Folded words of the names of all other persons of the article."""


class Statements:
    """The checks of one document's statements."""

    def __init__(self, document: Document, actors: Iterable[Actor]) -> None:
        self._document = document
        self._actors = {actor.id: actor for actor in actors}
        self._names = {actor.id: frozenset(name_words(actor.name)) for actor in self._actors.values()}

    def claim(
        self, statement: str, content: Evidence, others: Sequence[Evidence | None], speaker: str | None
    ) -> str | None:
        """Why a claim's statement cannot be kept, or None. `others` are its source and cue."""
        return check(statement, self._support(content, others, speaker), self._written)

    def point(self, text: str, evidence: Evidence) -> str | None:
        """The same for a sentence of the summary."""
        return check(text, self._support(evidence, (), None), self._written)

    def target(self, target: str) -> str | None:
        """The same for an issue in words: its names and numbers must be the article's."""
        named = named_in(target, *self._written)
        for name in named.names:
            if missing := [word for word in name if not self._whole.bears(word)]:
                return f"it names {missing[0]!r}, which the article does not"
        return _first_number(target, self._document.text, "the article")

    def actor(self, name: str) -> str | None:
        """Why an actor's name cannot be the article's, or None."""
        missing = [w for w in _WORD.findall(name) if not self._whole.bears(w) and w.casefold() not in _SMALL]
        return f"the article does not name {missing[0]!r}" if missing else None

    @cached_property
    def _whole(self) -> Lexis:
        return lexis_of(self._document.text)

    @cached_property
    def _written(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words written with a capital inside a sentence, and words written in lower case."""
        capital: set[str] = set()
        lower: set[str] = set()
        text = self._document.text
        for sentence in self._document.sentences:
            first = True
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                word = match[0]
                if word[0].islower():
                    lower.add(word)
                elif not first:
                    capital.add(word)
                first = False
        return frozenset(capital), frozenset(lower)

    def _support(self, content: Evidence, others: Sequence[Evidence | None], speaker: str | None) -> Support:
        document, text = self._document, self._document.text
        spans = [*content.spans, *(span for e in others if e is not None for span in e.spans)]
        inside: dict[int, Sentence] = {
            s.number: s for start, end in spans for s in document.sentences_between(start, end)
        }
        around = " ".join(text[s.start : s.end] for _, s in sorted(inside.items()))
        first = min(inside, default=0)
        earlier = document.sentences[max(0, first - _BEFORE) : first]
        before = " ".join((document.article.title or "", *(text[s.start : s.end] for s in earlier)))
        folded = frozenset(name_words(around))
        own: set[str] = set()
        persons: set[str] = set()
        for key, actor in self._actors.items():
            known = self._names[key]
            if key == speaker or _surname(actor) & folded:
                own |= known | frozenset(name_words(actor.role or ""))
            elif actor.kind == "person":
                persons |= known
        named = self._names.get(speaker or "", frozenset())
        role = self._actors[speaker].role if speaker in self._actors else None
        first_person = named | frozenset(name_words(role or ""))
        return Support(content.text, around, before, first_person, frozenset(own), frozenset(persons - own))


_SMALL = words("small")


def check(statement: str, support: Support, written: tuple[frozenset[str], frozenset[str]]) -> str | None:
    """Why a statement is not borne by its support, or None."""
    named = named_in(statement, *written)
    around = lexis_of(support.around)
    if reason := _names(named, around, support):
        return reason
    if missing := named.times - around.times:
        return f"it says {sorted(missing)[0]!r}, which its evidence does not"
    if reason := _first_number(statement, support.around, "its evidence"):
        return reason
    return changed_negation(statement, support.content, support.around)


def _names(named: Named, around: Lexis, support: Support) -> str | None:
    imported: list[str] = []
    for name in named.names:
        for word in name:
            folded = frozenset(name_words(word))
            if around.bears(word) or (folded and folded <= support.own_names):
                continue
            imported.append(word)
    if not imported:
        return None
    content = lexis_of(support.content)
    before = lexis_of(support.before)
    said = {w for name in named.names for word in name for w in name_words(word)}
    for word in imported:
        if frozenset(name_words(word)) & support.persons:
            return f"it names {word!r}, whom its evidence does not"
        if not content.anaphora or not before.bears(word):
            return f"it names {word!r}, which its evidence does not"
    if not is_own(support.content):
        for run in content.names:
            parts = {part for word in run for part in name_words(word)}
            if not parts & (said | support.speaker):
                return f"it names {imported[0]!r} where its evidence names {' '.join(run)!r}"
    return None


def _first_number(statement: str, evidence: str, where: str) -> str | None:
    extra = numbers_in(statement) - numbers_in(evidence)
    return f"it says {min(extra):g}, a number that {where} does not" if extra else None


def _surname(actor: Actor) -> frozenset[str]:
    """The word by which an actor is named in part; all words of what is no person."""
    named = name_words(actor.name)
    return frozenset(named[-1:] if actor.kind == "person" else (w for w in named if w not in _SMALL))
