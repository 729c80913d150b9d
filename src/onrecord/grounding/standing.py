"""Whether what stands in a statement can stand there: a name for a name, a pronoun or a description of the evidence."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from onrecord.grounding.ids import name_words
from onrecord.grounding.laying import Pair, Part, laid, parts_of
from onrecord.grounding.lexicon import words
from onrecord.grounding.meaning import HE, SHE, WE, I, Meaning
from onrecord.grounding.names import Named, country_of
from onrecord.grounding.nouns import LOOSE, PUBLIC, akin, noun_kind
from onrecord.grounding.numerals import numbers_in
from onrecord.grounding.opposites import opposites
from onrecord.grounding.phrasing import Words, is_country, name_head, name_of, nation, owner_name, text_of
from onrecord.grounding.polarity import stem
from onrecord.grounding.reporting import addressed, said_from
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom
from onrecord.reading.document import Sentence
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.syntax.groups import find_groups
from onrecord.rules.syntax.links import Linker
from onrecord.rules.syntax.phrases import find_phrases
from onrecord.rules.syntax.tags import read_tokens
from onrecord.rules.syntax.types import Clauses

_CALENDAR = words("days") | words("months")
_ANYBODY = words("anybody")
_SOMEBODY = words("somebody")
_DEFINITE = frozenset({"the", "these", "those", "both"})


def misplaced(statement: str, named: Named, support: Support, whom: Whom) -> str | None:
    """Why something in the statement cannot stand where it stands, or None."""
    old = [
        p for start, end in support.evidence.spans for c in whom.between(start, end) for p in parts_of(c, start, end)
    ]
    names = frozenset(part for name in named.names for word in name for part in name_words(word))
    clauses = read_statement(statement, names)
    new = parts_of(clauses, said_from(clauses, support, whom), len(statement))
    judge = _Judge(whom, support, old, new, statement, names)
    whom_to = addressed(clauses, support, whom)
    pairs = (*laid(old, judge.new, judge.same), *((whom_to,) if whom_to else ()))
    return next((reason for pair in pairs if (reason := judge.pair(pair))), None)


@lru_cache(maxsize=16)
def read_statement(statement: str, names: Words) -> Clauses:
    """The syntax of a statement, which several checks ask for; a capital makes a name of what is among its `names`
    only, since it may begin a sentence."""
    tokens, marked = read_tokens(statement, 0, len(statement), {}, headline=False)
    for token in tokens:
        if token.tag == "NAME" and token.low not in _CALENDAR and names.isdisjoint(name_words(token.text)):
            token.tag = "NOUN"
        elif token.tag in ("NOUN", "ADJ", "VERB") and token.text[0].isupper() and names & set(name_words(token.text)):
            token.tag = "NAME"  # "Hale" may be a name
    tags = [token.tag for token in tokens]
    whole = Sentence(0, 0, len(statement), 0)
    clauses = Clauses(whole, tokens, tags, marked, find_phrases(tokens, tags), find_groups(tokens, tags))
    Linker(clauses, {}).run()
    return clauses


class _Judge:
    """The question what may stand for what, in one statement."""

    def __init__(
        self, whom: Whom, support: Support, old: Sequence[Part], new: Sequence[Part], statement: str, names: Words
    ) -> None:
        self._whom, self._support, self._old, self.new, self._names = whom, support, old, new, names
        self._meaning = Meaning(whom, support, old)
        self._said = frozenset(name_words(statement))
        self._words = frozenset(name_words(support.content))
        self._stems = frozenset(part.key for part in new)
        self._heads = frozenset(part.key for part in old if part.kind == "phrase")

    @cached_property
    def _around(self) -> Words:
        """The stems of the nouns of the sentences that the statement renders."""
        clauses = [c for span in self._support.evidence.spans for c in self._whom.between(*span)]
        return frozenset(stem(t) for c in clauses for t in c.tokens if t.tag == "NOUN")

    def same(self, old: Part, new: Part) -> bool:
        """Whether two phrases have one head, or name the same."""
        one, two = self._name_of(old), self._named(new)
        if one and two:
            return self._one_name(old, one, two)
        return old.key == new.key

    def pair(self, pair: Pair) -> str | None:
        """Why the new phrase cannot stand for the old one, or None."""
        old, new = pair.old, pair.new
        if old.kind != "phrase":
            turned = pair.firm and old.kind == "word" and new.key in opposites().get(old.key, ())
            return f"it says {new.key!r} where its evidence says {old.key!r}" if turned else None
        name = self._named(new)
        if pair.alike and not (name and not self._name_of(old)):
            return self._title(new, name) if name else self._owner(old, new) or self._count(old, new)
        if not (pair.firm or pair.alike):
            return None
        wrong = self._name(pair, name) if name else self._noun(old, new)
        return f"it says {text_of(new)!r} where its evidence says {text_of(old)!r}" if wrong else None

    def _one_name(self, old: Part, one: Words, two: Words) -> bool:
        if two <= one:
            return True
        known = self._meaning.known(old)
        return self._whom.names.is_actor(known, two) or self._whom.names.same(one, two)

    def _named(self, new: Part) -> Words:
        return self._name_of(new) & self._names

    def _name_of(self, part: Part) -> Words:
        """The name that a phrase is; with its possessor's where a body is called so: "the Traders' Union"."""
        head = name_head(part)
        if head and part.owner and self._whom.names.bodies(whole := name_of(part.tokens)):
            return whole
        return head

    def _name(self, pair: Pair, name: Words) -> bool:
        """Whether a name stands for another, or for what cannot mean it."""
        old, new = pair.old, pair.new
        was = self._name_of(old)
        if not was and noun_kind(old.low) != "person" and (owner := owner_name(old)):
            return not (
                self._whom.names.same(owner, name)
                or (owner - name) & self._said
                or self._whom.names.is_actor(self._meaning.known(old), name)
            )
        if not was:
            return not self._meaning.may_mean(old, new, name)
        if self._one_name(old, was, name):
            return False
        if not (was - name) & self._said:
            return True
        return pair.bound and not self._together(was, name)

    def _title(self, new: Part, name: Words) -> str | None:
        """Whether a person is given a country or party that the article never has beside the name."""
        known = self._whom.names.by_name(name) or next(iter(self._whom.names.persons(name)), None)
        if known is None or known.kind != "person":
            return None
        for token in new.tokens:
            if (
                token in new.owner
                or not token.text[:1].isupper()
                or name & set(name_words(token.text))
                or token.low in lexicon().roles
            ):
                continue
            code = country_of(token.text)
            told = known.country is not None and code == known.country
            if (
                not told
                and self._whom.nouns.beside_a_name(token.low)
                and not self._whom.nouns.describes(token.low, name)
            ):
                return f"it says {text_of(new)!r}, and the article never has {token.text!r} beside that name"
        return None

    def _together(self, one: Words, two: Words) -> bool:
        """Whether two names stand side by side in the statement, joined by "and"."""
        phrases = [self._name_of(p) for p in self.new]
        return any((a & one and b & two) or (a & two and b & one) for a, b in pairwise(phrases))

    def _noun(self, old: Part, new: Part) -> bool:
        """Whether a description of others stands for one, or for a name or "we" that cannot mean them."""
        low, was = new.low, old.low
        kind = noun_kind(low)
        if self._name_of(old) and not self._name_of(old) & self._said and name_of(new.owner) & self._names:
            return not self._is_called(old, low)
        if not kind or old.head is None or new.key == old.key:
            return False
        if was in I | WE:
            if self._meaning.calls_itself(low):
                return False
            role = self._meaning.role()
            other = kind == "body" and low not in role and any(noun_kind(w) == "body" for w in role)
            return other or new.key in self._around
        if self._name_of(old):
            return self._kind(old, new)
        if was in HE | SHE:
            return kind == "person" and self._meaning.of_another_role(old, low)
        if old.head.tag == "NOUN" and self._meaning.calls_itself(low) and not self._meaning.calls_itself(was):
            return was not in _SOMEBODY | LOOSE  # the speaker stands where others are spoken of
        if old.head.tag not in ("NOUN", "NAME") or not noun_kind(was) or [t.low for t in old.owner] == ["its"]:
            return False  # what a part of a body does, the body does
        if was in _SOMEBODY:
            return False
        if old.key in self._stems:
            return new.key in self._heads
        if akin(low, was) and not LOOSE & {low, was}:
            return False
        if kind == noun_kind(was) == "person":
            return self._whom.nouns.of_different(was, low)
        if kind == noun_kind(was) == "body" and (was in PUBLIC) != (low in PUBLIC) and not akin(low, was):
            return True
        if {"person"} & {kind, noun_kind(was)}:
            return kind != noun_kind(was) and "body" in (kind, noun_kind(was)) and not LOOSE & {low, was}
        if kind != noun_kind(was) or new.key not in self._whom.nouns.heads or low in _ANYBODY or akin(low, was):
            return False
        definite = old.tokens[0].low in _DEFINITE
        return not definite or self._whom.nouns.introduced(old.key, old.tokens[0].start)

    def _kind(self, old: Part, new: Part) -> bool:
        """Whether what a name names is called something that it is not."""
        was, low = self._name_of(old), new.low
        if not was or was & self._said or self._is_called(old, low):
            return False
        known = self._meaning.known(old)
        if known is not None and known.kind == "person":
            return noun_kind(low) == "body" or self._whom.nouns.of_another(low, was)
        return bool(new.owner) or noun_kind(low) == "person" or self._whom.nouns.of_another(low, was)

    def _is_called(self, old: Part, noun: str) -> bool:
        """Whether what a name names may be called by this noun."""
        known = self._meaning.known(old)
        if known is not None and noun in name_words(known.role or ""):
            return True
        return noun in LOOSE or is_country(old) or self._whom.nouns.describes(noun, self._name_of(old))

    def _owner(self, old: Part, new: Part) -> str | None:
        """Whether a thing belongs to another than in the evidence."""
        was, now = owner_name(old) or nation(old), (owner_name(new) or nation(new)) & self._names
        if not now:
            return self._given(old, new, was)
        if was:
            kept = (was - now) & self._said and not (nation(old) and now <= self._words)
            if self._whom.names.same(was, now) or kept or self._meaning.owned_by(old, now):
                return None
        elif old.owner:
            if self._meaning.may_own(old, now):
                return None
        elif not self._foreign(new, now):
            return None
        return f"it says {text_of(new)!r} where its evidence says {text_of(old)!r}"

    def _given(self, old: Part, new: Part, was: Words) -> str | None:
        """Whether what a name owns is given to a body that is not described so."""
        noun = next((t.low for t in reversed(new.owner) if t.tag == "NOUN"), "")
        if (
            not was
            or was & self._said
            or noun_kind(noun) != "body"
            or noun in was
            or self._whom.nouns.describes(noun, was)
        ):
            return None
        return f"it says {text_of(new)!r} where its evidence says {text_of(old)!r}"

    def _foreign(self, new: Part, owner: Words) -> bool:
        """Whether an office or body is given to a country that neither its sentence nor the lead names."""
        code = next((c for t in new.owner if t.tag == "NAME" and (c := country_of(t.text))), None)
        return (
            code is not None
            and bool(noun_kind(new.low))
            and not (owner <= frozenset(name_words(self._support.around)) or self._whom.leads(code))
        )

    def _count(self, old: Part, new: Part) -> str | None:
        """Another number of the same things; one that the evidence has by itself may be of these things too."""
        was, now = text_of(old), text_of(new)
        one, two = numbers_in(was), numbers_in(now)
        if not one or not two or one & two:
            return None
        holders = [p for p in self._old if p.kind == "phrase" and numbers_in(text_of(p)) & two]
        if holders and all(p.head is None or p.head.tag == "NUM" for p in holders):
            return None
        return f"it says {now!r} where its evidence says {was!r}"
