"""Whether what a model wrote in its own words is borne by its evidence: names, numbers, dates and negation.

Other words may be put otherwise. A statement may name what its evidence only refers to ("it", "the bloc") where the
sentences before do; it may not put another name, number or day in the place of one, nor say no for yes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, Named, country_of, lexis_of, named_in
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.polarity import changed_negation
from onrecord.grounding.replacing import People, wrong_swap
from onrecord.reading.document import Document, Sentence
from onrecord.records import Actor, Evidence
from onrecord.rules.actors.types import Actors

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BEFORE = 40
"""Sentences before the evidence in which what it refers to may be named."""

_NEAR = 3
"""Sentences before the evidence in which a person must be named whom it only refers to."""


@dataclass(frozen=True)
class Support:
    """What bears one statement."""

    content: str
    """The words it renders."""
    around: str
    """The whole sentences these stand in, with source and cue."""
    before: str
    """The sentences before them, and the headline: for what is referred to."""
    cue: str = ""
    """The words that say that it is said."""
    speaker: frozenset[str] = frozenset()
    """Folded words of the speaker's name and role."""
    own_names: frozenset[str] = frozenset()
    """The same, and those of everybody named around in part."""
    persons: frozenset[str] = frozenset()
    """Folded words of the names of all other persons of the article."""
    others: tuple[frozenset[str], ...] = ()
    """Folded words of the name of each actor but the speaker."""
    near: str = ""
    """The sentences right before: a statement may name whom they name."""
    referred: Callable[[], frozenset[str]] = frozenset
    """Folded words of the names of all whom the sentences around refer to; asked for only where it matters."""


class Statements:
    """The checks of one document's statements."""

    def __init__(self, document: Document, actors: Iterable[Actor], rules: Callable[[], Actors]) -> None:
        self._rules = rules
        self._document = document
        self._actors = {actor.id: actor for actor in actors}
        self._names = {actor.id: frozenset(name_words(actor.name)) for actor in self._actors.values()}

    def claim(
        self, statement: str, content: Evidence, others: Sequence[Evidence | None], speaker: str | None
    ) -> str | None:
        """Why a claim's statement cannot be kept, or None. `others` are its source and cue."""
        return self._joined(statement) or check(statement, self._support(content, others, speaker), self._written)

    def point(self, text: str, evidence: Evidence) -> str | None:
        """The same for a sentence of the summary."""
        return self._joined(text) or check(text, self._support(evidence, (), None), self._written)

    def target(self, target: str) -> str | None:
        """The same for an issue in words: its names and numbers must be the article's."""
        named = named_in(target, *self._written)
        for name in named.names:
            if missing := [word for word in name if not self._whole.bears(word)]:
                return f"it names {missing[0]!r}, which the article does not"
        extra = numbers_in(target) - numbers_in(self._document.text)
        return f"it says {min(extra):g}, a number that the article does not" if extra else None

    def actor(self, name: str) -> str | None:
        """Why an actor's name cannot be the article's, or None."""
        missing = [w for w in _WORD.findall(name) if not self._whole.bears(w) and w.casefold() not in _SMALL]
        return f"the article does not name {missing[0]!r}" if missing else None

    def _joined(self, statement: str) -> str | None:
        """A name put together from two: words side by side that the article has, but never side by side."""
        for name in named_in(statement, *self._written).names:
            for one, two in pairwise(name):
                a, b = "".join(name_words(one)), "".join(name_words(two))
                if a in _TITLES or country_of(one) or not (self._whole.bears(one) and self._whole.bears(two)):
                    continue
                if (a, b) not in self._neighbours:
                    return f"it names {f'{one} {two}'!r}, which the article never does"
        return None

    @cached_property
    def _neighbours(self) -> frozenset[tuple[str, str]]:
        """Pairs of words that stand side by side in the article or in an actor's name, small words between left out."""
        texts = (self._document.text, *(f"{a.role or ''} {a.name}" for a in self._actors.values()))
        found: set[tuple[str, str]] = set()
        for text in texts:
            folded = ["".join(name_words(w.removesuffix("’s").removesuffix("'s"))) for w in _WORD.findall(text)]
            found.update(pairwise(w for w in folded if w not in _SMALL))
        return frozenset(found)

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
        earlier = document.sentences[max(0, min(inside, default=0) - _BEFORE) : min(inside, default=0)]
        before = " ".join((document.article.title or "", *(text[s.start : s.end] for s in earlier)))
        folded = frozenset(name_words(around))
        own = set(self._own(speaker))
        persons: set[str] = set()
        for key, actor in self._actors.items():
            if _surname(actor) & folded:
                own |= self._own(key)
            elif actor.kind == "person":
                persons |= self._names[key]
        return Support(
            content=content.text,
            around=around,
            before=before,
            cue=others[1].text if len(others) > 1 and others[1] is not None else "",
            speaker=frozenset(self._own(speaker)),
            own_names=frozenset(own),
            persons=frozenset(persons - own),
            others=tuple(self._names[key] - _SMALL for key in self._actors if key != speaker),
            near=" ".join(text[s.start : s.end] for s in earlier[-_NEAR:]),
            referred=lambda: self._referred(inside.values()),
        )

    def _own(self, key: str | None) -> frozenset[str]:
        """Folded words of an actor's name and role."""
        if key not in self._actors:
            return frozenset()
        return self._names[key] | frozenset(name_words(self._actors[key].role or ""))

    def _referred(self, sentences: Iterable[Sentence]) -> frozenset[str]:
        """Folded words of the names of all whom these sentences refer to, as the rules read pronouns and roles."""
        found: set[str] = set()
        for sentence in sentences:
            for mention in self._rules().within(sentence.start, sentence.end):
                known = self._rules().known[mention.actor]
                found.update(name_words(known.name), name_words(known.role or ""))
        return frozenset(found)


_SMALL = words("small")
_TITLES = words("titles") | words("persons")
_PRONOUNS = words("he") | words("she")


def check(statement: str, support: Support, written: tuple[frozenset[str], frozenset[str]]) -> str | None:
    """Why a statement is not borne by its support, or None."""
    named = named_in(statement, *written)
    around, content, before = lexis_of(support.around), lexis_of(support.content), lexis_of(support.before)
    return (
        _names(named, around, content, before, support)
        or _times(named, around, content, before)
        or _numbers(statement, support)
        or changed_negation(statement, support.content, support.around, support.cue)
        or wrong_swap(support.content, statement, People(support.speaker, support.referred(), support.others))
    )


def _names(named: Named, around: Lexis, content: Lexis, before: Lexis, support: Support) -> str | None:
    """What a statement names beyond its evidence must be named before it, and not stand where that names another."""
    said = {part for name in named.names for word in name for part in name_words(word)}
    near = lexis_of(support.near)
    pronoun = not _PRONOUNS.isdisjoint(support.content.lower().split())
    imported: list[str] = []
    for word in (word for name in named.names for word in name):
        parts = frozenset(name_words(word))
        if around.bears(word) or (parts and parts <= support.own_names):
            continue
        if parts & support.persons and not (parts <= support.referred() or (near.bears(word) and not pronoun)):
            return f"it names {word!r}, whom its evidence does not"
        if not before.bears(word):
            return f"it names {word!r}, which its evidence does not"
        imported.append(word)
    for run in content.names if imported else ():
        parts = frozenset(part for word in run for part in name_words(word))
        if not parts & (said | support.speaker):
            return f"it names {imported[0]!r} where its evidence names {' '.join(run)!r}"
    return None


def _times(named: Named, around: Lexis, content: Lexis, before: Lexis) -> str | None:
    for time in sorted(named.times - around.times):
        if time not in before.times or content.times - named.times:
            return f"it says {time!r}, which its evidence does not"
    return None


def _numbers(statement: str, support: Support) -> str | None:
    said = numbers_in(statement)
    if extra := said - numbers_in(support.around):
        dropped = numbers_in(support.content) - said
        if dropped or extra - numbers_in(support.before):
            return f"it says {min(extra):g}, a number that its evidence does not"
    return None


def _surname(actor: Actor) -> frozenset[str]:
    """The word by which an actor is named in part; all words of what is no person."""
    named = name_words(actor.name)
    return frozenset(named[-1:] if actor.kind == "person" else (w for w in named if w not in _SMALL))
