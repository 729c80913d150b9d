"""Whom the words of an article mean: the rules' own reading of it, asked by the checks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, country_of, lexis_of
from onrecord.grounding.nouns import noun_kind
from onrecord.grounding.polarity import stem
from onrecord.reading.document import Document
from onrecord.records import Actor
from onrecord.rules.actors.types import Actors, Known
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Clauses, Token

_SMALL = words("small") | words("titles") | words("persons")
_LEAD = 4
"""Sentences at the start of an article whose names the whole of it is about."""

Words = frozenset[str]


@dataclass(frozen=True)
class Reading:
    """The rules' reading of a document."""

    clauses: list[Clauses]
    actors: Actors


class Whom:
    """Who is who in one document."""

    def __init__(self, document: Document, actors: Iterable[Actor], reading: Callable[[], Reading]) -> None:
        self.document = document
        self._given = tuple(actors)
        self._reading = reading

    @property
    def clauses(self) -> list[Clauses]:
        """The syntax of each sentence."""
        return self._reading().clauses

    def between(self, start: int, end: int) -> list[Clauses]:
        """The syntax of the sentences that touch `[start, end)`."""
        return [self.clauses[s.number] for s in self.document.sentences_between(start, end)]

    def meant(self, start: int, end: int) -> Known | None:
        """The actor whom these words of the article refer to."""
        reference = self._reading().actors.refer(start, end)
        return self._reading().actors.actor(reference.actor) if reference else None

    def bearers(self, name: Words) -> list[Known]:
        """The rules' persons whose names hold these words."""
        return [k for words_, k in self._by_name.items() if name <= words_ and k.kind == "person"]

    def bodies(self, name: Words) -> list[str]:
        """The names of the bodies that hold these words."""
        known = self._reading().actors.known.values()
        names = {
            *(a.name for a in self._given if a.kind == "organization"),
            *(k.name for k in known if k.kind == "organization"),
        }
        return sorted(n for n in names if name <= frozenset(name_words(n)))

    def beside(self, noun: str) -> bool:
        """Whether the article has this word beside some name."""
        return bool(self._beside.get(noun))

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The tokens of the article that begin in `[start, end)`."""
        for clauses in self.between(start, end):
            yield from (t for t in clauses.tokens if start <= t.start < end)

    def referred(self, start: int, end: int) -> Iterator[Known]:
        """All whom these words name or refer to."""
        actors = self._reading().actors
        return (actors.actor(mention.actor) for mention in actors.within(start, end))

    def is_person(self, name: Words) -> bool:
        """Whether some of these words are a person's name."""
        return not name.isdisjoint(self._persons)

    @cached_property
    def _persons(self) -> Words:
        known = self._reading().actors.known.values()
        persons: set[str] = set()
        others: set[str] = set()
        for actor in known:
            (persons if actor.kind == "person" else others).update(name_words(actor.name))
        for given in self._given:
            (persons if given.kind == "person" else others).update(name_words(given.name))
        return frozenset(persons - others) - _SMALL

    def by_name(self, name: Words) -> Known | None:
        """The rules' actor of this name."""
        return self._by_name.get(name - _SMALL)

    @cached_property
    def _by_name(self) -> dict[Words, Known]:
        known = self._reading().actors.known.values()
        return {frozenset(name_words(k.name)) - _SMALL: k for k in known}

    def same(self, one: Words, two: Words) -> bool:
        """Whether a statement's name `two` can be the evidence's `one`: a part of it or more of it, its initials, or
        its country. What it has more must not be another's of the same surname."""
        a, b = one - _SMALL, two - _SMALL
        if not a or not b:
            return bool(one & two)
        if a & b:
            more = b - a
            return not (more and (a - b or more & self._apart(a & b)))
        return bool(self._countries(a) & self._countries(b)) or _initials(a, two) or _initials(b, one)

    def is_actor(self, known: Known | None, name: Words) -> bool:
        """Whether a name, or words for a role, can be this actor's."""
        if known is None:
            return False
        own = frozenset(name_words(known.name))
        role = frozenset(name_words(known.role or ""))
        if self.same(own, name) or (
            known.country and known.kind != "person" and known.country in self._countries(name)
        ):
            return True
        return bool(role) and name - words("small") <= role | own

    def described(self, name: Words, noun: str) -> bool:
        """Whether the article has this noun right beside this name: "the power firm Norvolt", "Norvolt, a firm"."""
        return noun in name or not self._beside.get(noun, frozenset()).isdisjoint(name - _SMALL)

    def of_another(self, name: Words, noun: str) -> bool:
        """Whether the article has this noun right beside other names, and never beside this one."""
        return not self.described(name, noun) and bool(self._beside.get(noun))

    def prominent(self, name: Words) -> bool:
        """Whether the headline or the first sentences have this name."""
        return bool(name) and name <= self._lead.words

    def named(self, name: Words) -> list[Actor]:
        """The given actors who bear all words of this name."""
        return [actor for actor in self._given if name <= frozenset(name_words(actor.name))]

    def outdated(self, name: Words, noun: str, offset: int) -> bool:
        """Whether another with this noun in its name has been named since this one."""
        last = [
            (k, m.start) for k in self._by_name for m in self._by_name[k].mentions if noun in k and m.start < offset
        ]
        if not last:
            return False
        latest, _ = max(last, key=lambda pair: pair[1])
        return not self.same(latest, name)

    def introduced(self, noun: str, offset: int) -> bool:
        """Whether the article has used this noun, a stem, before."""
        return self._first.get(noun, offset) < offset

    @cached_property
    def _first(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for clause in self.clauses:
            for token in clause.tokens:
                if token.tag == "NOUN":
                    found.setdefault(stem(token).lower(), token.start)
        return found

    @cached_property
    def nouns(self) -> Words:
        """The stems of all heads of the article's phrases that are common nouns."""
        return frozenset(
            stem(head).lower()
            for c in self.clauses
            for p in c.phrases
            if (head := c.tokens[p.head]).tag == "NOUN" or (head.tag == "NAME" and noun_kind(head.low) == "people")
        )

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        """For each noun the folded words of names within a few words of it, with no verb between."""
        found: dict[str, set[str]] = {}
        for clause in self.clauses:
            tokens = clause.tokens
            for i, token in enumerate(tokens):
                if token.tag != "NAME":
                    continue
                for step in (-1, 1):
                    for k in range(1, 7):
                        at = i + step * k
                        if not 0 <= at < len(tokens) or tokens[at].tag in (
                            "VERB",
                            "AUX",
                            "MODAL",
                            "PREP",
                            "CONJ",
                            "WH",
                        ):
                            break
                        if tokens[at].tag == "POSS" and step == 1:
                            break
                        if tokens[at].tag in ("NOUN", "NAME"):
                            found.setdefault(tokens[at].low, set()).update(name_words(token.text))
        return found

    def main(self, name: Words) -> bool:
        """Whether nobody but persons is mentioned more often than this name's bearer."""
        known = [k for k in self._by_name.values() if k.kind not in ("person", "unnamed")]
        most = max((len(k.mentions) for k in known), default=0)
        return any(len(k.mentions) == most and self.is_actor(k, name) for k in known)

    def leads(self, code: str) -> bool:
        """Whether the lead names this country or a place in it."""
        return code in self._lead.countries

    def opens(self, offset: int) -> bool:
        """Whether words stand in the lead, which may keep a name back for a sentence or two."""
        lead = self.document.sentences[:_LEAD]
        return bool(lead) and offset < lead[-1].end

    @cached_property
    def _lead(self) -> Lexis:
        document = self.document
        lead = " ".join(document.text[s.start : s.end] for s in document.sentences[:_LEAD])
        return lexis_of(f"{document.article.title or ''}. {lead}")

    def _apart(self, shared: Words) -> Words:
        """Words by which those who bear these words in their names are told apart."""
        bearers = [name for name in self._names if shared < name]
        return frozenset().union(*bearers).difference(frozenset.intersection(*bearers)) if bearers else frozenset()

    @cached_property
    def _names(self) -> frozenset[Words]:
        known = self._reading().actors.known.values()
        names = [*(a.name for a in self._given), *(k.name for k in known if k.kind in ("person", "organization"))]
        return frozenset(frozenset(name_words(n)) - _SMALL for n in names)

    @staticmethod
    def _countries(name: Words) -> frozenset[str]:
        whole = [" ".join(order) for order in permutations(name)] if 1 < len(name) < 4 else []
        return frozenset(code for part in (*name, *whole) if (code := _code(part)))

    def apart(self, one: str, two: str) -> bool:
        """Whether the article has these nouns beside different names."""
        names, others = self._beside.get(one, set()), self._beside.get(two, set())
        return bool(names) and bool(others) and names.isdisjoint(others)

    def latest(self, offset: int) -> Known | None:
        """The body or country that is named last before a place."""
        found: Known | None = None
        at = -1
        for known in self._by_name.values():
            if known.kind in ("organization", "country"):
                start = max((m.start for m in known.mentions if m.end <= offset), default=-1)
                if start > at:
                    found, at = known, start
        return found


def _code(part: str) -> str | None:
    """The country of a folded word, if it is the country's name, adjective or capital and not another town's."""
    table = gazetteer()
    for word in (part.title(), part.upper()):
        if word in table.cities and word not in table.capitals:
            continue
        if code := country_of(word):
            return code
    return None


def _initials(short: Words, long: Words) -> bool:
    if len(short) != 1:
        return False
    (word,) = short
    rest = {w[0] for w in long - words("small")}
    return 1 < len(word) == len(long - words("small")) and set(word) == rest
