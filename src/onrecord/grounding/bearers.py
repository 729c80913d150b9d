"""Who bears which name in an article, as its draft and the rules know them, and whether two names can be one's."""

from collections.abc import Iterable
from functools import cached_property
from itertools import permutations

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.records import Actor
from onrecord.rules.actors.types import Known
from onrecord.rules.geography import gazetteer

_ARTICLES = words("small")
_SMALL = _ARTICLES | words("titles") | words("persons")

Words = frozenset[str]


class Bearers:
    """The names of one article and who bears them."""

    def __init__(self, given: Iterable[Actor], known: Iterable[Known]) -> None:
        self._given = [(actor.kind, actor.name) for actor in given]
        self._known = tuple(known)
        self._all = [*self._given, *((k.kind, k.name) for k in self._known)]
        self._names = {frozenset(name_words(k.name)) - _SMALL: k for k in self._known}

    def by_name(self, name: Words) -> Known | None:
        """The rules' actor of this name."""
        return self._names.get(name - _SMALL)

    def persons(self, name: Words) -> list[Known]:
        """The rules' persons whose names hold these words."""
        return [k for full in self._holding(name) if (k := self._names.get(full)) and k.kind == "person"]

    def bodies(self, name: Words) -> list[str]:
        """The names of the bodies that hold these words, as written."""
        return sorted({written for full in self._holding(name) for written in self._bodies.get(full, ())})

    def is_person(self, name: Words, *, surely: bool = False) -> bool:
        """Whether some of these words are a person's name; surely, where something else than their form says so."""
        return not name.isdisjoint(self._told if surely else self._persons)

    def same(self, one: Words, two: Words) -> bool:
        """Whether a statement's name `two` can be the evidence's `one`: a part of it or more of it, its initials, or
        its country. What it has more must not be another's of the same surname."""
        a, b = one - _SMALL, two - _SMALL
        if not a or not b:
            return bool(one & two)
        if a & b:
            more = b - a
            return not (more and (a - b or more & self._apart(a & b)))
        return bool(_countries(a) & _countries(b)) or _initials(a, two) or _initials(b, one)

    def is_actor(self, known: Known | None, name: Words) -> bool:
        """Whether a name, or words for a role, can be this actor's."""
        if known is None:
            return False
        own, role = frozenset(name_words(known.name)), frozenset(name_words(known.role or ""))
        if self.same(own, name) or (known.kind != "person" and known.country in _countries(name)):
            return True
        return bool(role) and name - _ARTICLES <= role | own

    def _holding(self, name: Words) -> list[Words]:
        """The whole names that hold these words."""
        rest = name - _SMALL
        least = min((self._by_word.get(word, ()) for word in rest), key=len, default=())
        return [full for full in least if rest <= full]

    def _apart(self, shared: Words) -> Words:
        """Words by which the persons who bear these words in their names are told apart."""
        bearers = [full for full in self._holding(shared) if shared < full and full <= self._persons]
        return frozenset().union(*bearers).difference(frozenset.intersection(*bearers)) if bearers else frozenset()

    @cached_property
    def _by_word(self) -> dict[str, list[Words]]:
        found: dict[str, list[Words]] = {}
        known = (k.name for k in self._known if k.kind in ("person", "organization"))
        for name in dict.fromkeys((*(name for _, name in self._given), *known)):
            full = frozenset(name_words(name)) - _SMALL
            for word in full:
                if full not in found.setdefault(word, []):
                    found[word].append(full)
        return found

    @cached_property
    def _bodies(self) -> dict[Words, set[str]]:
        found: dict[Words, set[str]] = {}
        for kind, name in self._all:
            if kind == "organization":
                found.setdefault(frozenset(name_words(name)) - _SMALL, set()).add(name)
        return found

    @cached_property
    def _told(self) -> Words:
        """Words of the names of those who have a gender or role, or are persons by what the draft says."""
        known = [k.name for k in self._known if k.kind == "person" and (k.gender or k.role)]
        given = [name for kind, name in self._given if kind == "person"]
        return frozenset(part for name in (*known, *given) for part in name_words(name)) - _SMALL

    @cached_property
    def _persons(self) -> Words:
        persons: set[str] = set()
        others: set[str] = set()
        for kind, name in self._all:
            (persons if kind == "person" else others).update(name_words(name))
        return frozenset(persons - others) - _SMALL


def _countries(name: Words) -> frozenset[str]:
    whole = [" ".join(order) for order in permutations(sorted(name))] if 1 < len(name) < 4 else []
    return frozenset(code for part in (*name, *whole) if (code := _code(part)))


def _code(part: str) -> str | None:
    """The country of a folded name, if it is the country's own, its adjective or its capital, and no other town's."""
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
    rest = long - _ARTICLES
    return 1 < len(word) == len(rest) and set(word) == {w[0] for w in rest}
