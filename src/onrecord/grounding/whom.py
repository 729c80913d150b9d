"""Whom the words of an article mean: the rules' own reading of it, asked by the checks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.grounding.bearers import Bearers
from onrecord.grounding.descriptions import Descriptions
from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, lexis_of
from onrecord.reading.document import Document
from onrecord.records import Actor
from onrecord.rules.actors.types import Actors, Known
from onrecord.rules.syntax.types import Clauses, Token

_SHE = words("she")
_LEAD = 4
"""Sentences at the start of an article whose names the whole of it is about."""
_FAR = 40
"""Names back in which a pronoun's person is looked for."""

Words = frozenset[str]


@dataclass(frozen=True)
class Reading:
    """The rules' reading of a document."""

    clauses: list[Clauses]
    actors: Actors


class Whom:
    """Who is who in one document."""

    def __init__(self, document: Document, actors: Iterable[Actor], reading: Callable[[], Reading]) -> None:
        self._document = document
        self._given = tuple(actors)
        self._reading = reading

    @cached_property
    def names(self) -> Bearers:
        """Who bears which name."""
        return Bearers(self._given, self._reading().actors.known.values())

    @cached_property
    def nouns(self) -> Descriptions:
        """Which nouns stand beside which names."""
        return Descriptions(self._reading().clauses)

    def between(self, start: int, end: int) -> list[Clauses]:
        """The syntax of the sentences that touch `[start, end)`."""
        clauses = self._reading().clauses
        return [clauses[s.number] for s in self._document.sentences_between(start, end)]

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The tokens of the article that begin in `[start, end)`."""
        for clauses in self.between(start, end):
            yield from (t for t in clauses.tokens if start <= t.start < end)

    def quoted(self, offset: int) -> bool:
        """Whether a place lies inside quotation marks."""
        at = bisect_right(self._quotes, (offset, len(self._document.text))) - 1
        return at >= 0 and self._quotes[at][1] > offset

    def meant(self, start: int, end: int) -> Known | None:
        """The actor whom these words of the article refer to."""
        reference = self._reading().actors.refer(start, end)
        return self._reading().actors.actor(reference.actor) if reference else None

    def referred(self, start: int, end: int) -> Iterator[Known]:
        """All whom these words name or refer to."""
        actors = self._reading().actors
        return (actors.actor(mention.actor) for mention in actors.within(start, end))

    def recent(self, pronoun: Token, without: Words) -> Known | None:
        """The person of a pronoun's gender who is named last before it, but for those of these names."""
        gender = "f" if pronoun.low in _SHE else "m"
        for known in self._before(pronoun.start):
            if known.kind == "person" and known.gender in ("", gender) and without.isdisjoint(name_words(known.name)):
                return known
        return None

    def latest(self, offset: int, noun: str = "") -> Known | None:
        """The body or country that is named last before a place; with this noun in its name, if one is given."""
        for known in self._before(offset):
            if known.kind in ("organization", "country") and (not noun or noun in name_words(known.name)):
                return known
        return None

    def is_role(self, noun: str) -> bool:
        """Whether somebody of the article holds a role with this noun."""
        return noun in self._roles

    @cached_property
    def _roles(self) -> Words:
        known = self._reading().actors.known.values()
        roles = [*(a.role for a in self._given if a.kind == "person"), *(k.role for k in known if k.kind == "person")]
        return frozenset(part for role in roles if role for part in name_words(role))

    def prominent(self, name: Words) -> bool:
        """Whether the headline or the first sentences have this name."""
        return bool(name) and name <= self._lead.words

    def leads(self, code: str) -> bool:
        """Whether the lead names this country or a place in it."""
        return code in self._lead.countries

    def opens(self, offset: int) -> bool:
        """Whether words stand in the lead, which may keep a name back for a sentence or two."""
        lead = self._document.sentences[:_LEAD]
        return bool(lead) and offset < lead[-1].end

    def main(self, name: Words) -> bool:
        """Whether nobody but persons is mentioned more often than this name's bearer."""
        return any(self.names.is_actor(known, name) for known in self._main)

    @cached_property
    def _main(self) -> list[Known]:
        known = [k for k in self._reading().actors.known.values() if k.kind not in ("person", "unnamed")]
        most = max((len(k.mentions) for k in known), default=0)
        return [k for k in known if len(k.mentions) == most]

    def _before(self, offset: int) -> Iterator[Known]:
        """Whom the article names before a place, the last first."""
        at = bisect_left(self._starts, offset)
        return (known for _, known in reversed(self._named[max(0, at - _FAR) : at]))

    @cached_property
    def _named(self) -> list[tuple[int, Known]]:
        """Each place where the article names somebody by a name."""
        actors = self._reading().actors
        return [(m.start, actors.actor(m.actor)) for m in actors.mentions if m.via in ("name", "country", "group")]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return sorted((s.start, s.end) for q in self._document.quotations if q.parent is None for s in q.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._named]

    @cached_property
    def _lead(self) -> Lexis:
        document = self._document
        lead = " ".join(document.text[s.start : s.end] for s in document.sentences[:_LEAD])
        return lexis_of(f"{document.article.title or ''}. {lead}")
