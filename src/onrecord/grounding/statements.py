"""Whether what a model wrote in its own words is borne by its evidence: names, numbers, dates and negation.

Other words may be put otherwise. A statement may name what its evidence only refers to ("it", "the bloc") where the
sentences before do; it may not put another name, number or day in the place of one, nor say no for yes.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from onrecord.grounding.brought import brought_in
from onrecord.grounding.dating import as_dated, own_day
from onrecord.grounding.exchanged import exchanged
from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, Named, country_of, lexis_of, named_in
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.polarity import changed_negation
from onrecord.grounding.quantities import changed_amount, converted, counted_alike, elided, reordered
from onrecord.grounding.standing import misplaced
from onrecord.grounding.support import Support
from onrecord.grounding.telling import told_by_another
from onrecord.grounding.whom import Whom
from onrecord.reading.document import Document, Sentence
from onrecord.records import Actor, Evidence, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_THREE = re.compile(r"(?=\b([A-Z][\w.'’-]* [A-Z][\w.'’-]* [A-Z][\w-]*))")
_BEFORE = 40
"""Sentences before the evidence in which what it refers to may be named."""

_NEAR = 3
"""Sentences before the evidence whose names still stand in the reader's mind."""


class Statements:
    """The checks of one document's statements."""

    def __init__(self, document: Document, actors: Iterable[Actor], whom: Whom) -> None:
        self._document = document
        self._whom = whom
        self._actors = {actor.id: actor for actor in actors}
        self._names = {actor.id: frozenset(name_words(actor.name)) for actor in self._actors.values()}

    def claim(
        self, statement: str, content: Evidence, others: Sequence[Evidence | None], speaker: str | None
    ) -> str | None:
        """Why a claim's statement cannot be kept, or None. `others` are its source and cue."""
        support = self._support(content, others, speaker)
        statement = as_dated(statement, self._document.text, support.sentences, self._day)
        named = named_in(statement, *self._written)
        return (
            self._joined(statement, named)
            or _times(named, support)
            or _numbers(statement, support)
            or reordered(statement, support.content)
            or changed_amount(statement, support.content, support.around)
            or changed_negation(statement, support.content, support.around, support.cue)
            or brought_in(statement, named.names, support, self._whom)
            or misplaced(statement, named, support, self._whom)
            or told_by_another(statement, named, support, self._whom)
            or exchanged(statement, named, support, self._whom)
        )

    def point(self, text: str, evidence: Evidence) -> str | None:
        """The same for a sentence of the summary."""
        return self.claim(text, evidence, (), None)

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
        named = [w.removesuffix("’s").removesuffix("'s") for w in _WORD.findall(name)]
        missing = [w for w in named if not self._whole.bears(w) and w.casefold() not in _SMALL]
        return f"the article does not name {missing[0]!r}" if missing else None

    def _joined(self, statement: str, named: Named) -> str | None:
        """A name put together from two: words side by side that the article has, but never side by side."""
        for name in named.names:
            for one, two in pairwise(name):
                a, b = "".join(name_words(one)), "".join(name_words(two))
                if f"{one} {two}" not in statement:
                    continue  # "Farah Aziz of the Liberal Democrats"
                if a in _TITLES or country_of(one) or not (self._whole.bears(one) and self._whole.bears(two)):
                    continue
                if not {(a, b), (a, b.removesuffix("s"))} & self._neighbours:
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
            found.update((run[0], run[2]) for run in _threes(text))
        return frozenset(found)

    @cached_property
    def _day(self) -> dt.date | None:
        return own_day(self._document)

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
        document = self._document
        spans = [*content.spans, *(span for e in others if e is not None for span in e.spans)]
        inside: dict[int, Sentence] = {
            s.number: s for start, end in spans for s in document.sentences_between(start, end)
        }
        around = [s for _, s in sorted(inside.items())]
        earlier = document.sentences[max(0, min(inside, default=0) - _BEFORE) : min(inside, default=0)]
        whole = self._text(around)
        folded = frozenset(name_words(whole))
        own = set(self._own(speaker))
        for key, actor in self._actors.items():
            if _surname(actor) & folded:
                own |= self._own(key)
        return Support(
            evidence=content,
            source=others[0] if others else None,
            around=whole,
            sentences=[Span(s.start, s.end) for s in around],
            before=f"{document.article.title or ''} {self._text(earlier)}",
            near=self._text(self._near(inside)),
            cue=others[1].text if len(others) > 1 and others[1] is not None else "",
            cue_spans=others[1].spans if len(others) > 1 and others[1] is not None else (),
            speaker=self._actors.get(speaker or ""),
            speaker_words=self._own(speaker),
            own_names=frozenset(own),
        )

    def _text(self, sentences: Iterable[Sentence]) -> str:
        text = self._document.text
        return " ".join(text[s.start : s.end] for s in sentences)

    def _near(self, inside: Iterable[int]) -> tuple[Sentence, ...]:
        """The sentences right before these; for those of the lead, which may keep a name back, also right after."""
        sentences = self._document.sentences
        first, last = min(inside, default=0), max(inside, default=0)
        after = sentences[last + 1 : last + _NEAR] if sentences and self._whom.opens(sentences[first].start) else ()
        return (*sentences[max(0, first - _NEAR) : first], *after)

    def _own(self, key: str | None) -> frozenset[str]:
        """Folded words of an actor's name and role."""
        if key not in self._actors:
            return frozenset()
        return self._names[key] | frozenset(name_words(self._actors[key].role or ""))


_SMALL = words("small")
_DAYS = frozenset(day[:3] for day in words("days"))
_MONTHS = frozenset(month[:3] for month in words("months"))
_TITLES = words("titles") | words("persons")


def _times(named: Named, support: Support) -> str | None:
    """A time that the evidence does not have: from around or before it only where it does not take another's place."""
    gone = {_calendar(time) for time in support.content_lexis.times - named.times}
    around = support.around_lexis.times
    for time in sorted(named.times - support.content_lexis.times):
        if _calendar(time) in gone or (time not in around and (around or time not in support.before_lexis.times)):
            return f"it says {time!r}, which its evidence does not"
    return None


def _calendar(time: str) -> str:
    """What kind of time it is: only one of the same kind takes another's place."""
    return "day" if time in _DAYS else "month" if time in _MONTHS else "other"


def _threes(text: str) -> Iterator[tuple[str, str, str]]:
    """Each three words with a capital that stand side by side, folded: "Captain Eva Lindqvist"."""
    for match in _THREE.finditer(text):
        one, two, three = ("".join(name_words(word)) for word in match[1].split())
        yield one, two, three


def _numbers(statement: str, support: Support) -> str | None:
    """The same for numbers; one from before must count there what it counts here."""
    said, own = numbers_in(statement), numbers_in(support.content)
    dropped = own - said
    around = numbers_in(support.around)
    fine = converted(statement, support.around) | {n for n in said if elided(n, around, support.near)}
    if extra := said - around - fine:
        elsewhere = extra <= numbers_in(support.before) and counted_alike(statement, support.before, extra)
        year = any(map(_is_year, extra)) and any(map(_is_year, around))
        if dropped or year or not elsewhere:
            return f"it says {min(extra):g}, a number that its evidence does not"
    new = {n for n in said - own - fine if _is_year(n) == _is_year(min(own, default=0))}
    if own and dropped == own and new:
        return f"it says {min(new):g} where its evidence says {min(own):g}"
    return None


def _is_year(number: float) -> bool:
    return 1500 <= number <= 2100 and number.is_integer()


def _surname(actor: Actor) -> frozenset[str]:
    """The word by which an actor is named in part; all words of what is no person."""
    named = name_words(actor.name)
    return frozenset(named[-1:] if actor.kind == "person" else (w for w in named if w not in _SMALL))
