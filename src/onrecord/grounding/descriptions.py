"""Which nouns an article uses, and beside which names: what somebody or something may be called."""

from collections.abc import Sequence
from functools import cached_property

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.nouns import noun_kind
from onrecord.grounding.polarity import stem
from onrecord.rules.syntax.types import Clauses

_SMALL = words("small") | words("titles") | words("persons")
_BETWEEN = frozenset({"VERB", "AUX", "MODAL", "PREP", "CONJ", "WH"})
"""Tags over which a noun does not describe a name."""
_NEAR = 6
"""Words between a noun and the name that it describes, at most."""

Words = frozenset[str]


class Descriptions:
    """The nouns of one article."""

    def __init__(self, clauses: Sequence[Clauses]) -> None:
        self._clauses = clauses

    def describes(self, noun: str, name: Words) -> bool:
        """Whether the article has this noun right beside this name: "the power firm Norvolt", "Norvolt, a firm"."""
        return noun in name or not self._beside.get(noun, frozenset()).isdisjoint(name - _SMALL)

    def of_another(self, noun: str, name: Words) -> bool:
        """Whether the article has this noun right beside other names, and never beside this one."""
        return not self.describes(noun, name) and noun in self._beside

    def beside_a_name(self, word: str) -> bool:
        """Whether the article has this word beside some name."""
        return word in self._beside

    def of_different(self, one: str, two: str) -> bool:
        """Whether the article has these nouns beside different names."""
        names, others = self._beside.get(one, set()), self._beside.get(two, set())
        return bool(names) and bool(others) and names.isdisjoint(others)

    def introduced(self, noun: str, offset: int) -> bool:
        """Whether the article has used this noun, a stem, before."""
        return self._first.get(noun, offset) < offset

    @cached_property
    def heads(self) -> Words:
        """The stems of all heads of the article's phrases that are common nouns."""
        heads = (c.tokens[p.head] for c in self._clauses for p in c.phrases)
        return frozenset(
            stem(t) for t in heads if t.tag == "NOUN" or (t.tag == "NAME" and noun_kind(t.low) == "people")
        )

    @cached_property
    def _first(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for clause in self._clauses:
            for token in clause.tokens:
                if token.tag == "NOUN":
                    found.setdefault(stem(token), token.start)
        return found

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        """For each noun the folded words of names within a few words of it."""
        found: dict[str, set[str]] = {}
        for clause in self._clauses:
            tokens = clause.tokens
            for i, name in enumerate(tokens):
                if name.tag != "NAME":
                    continue
                before, after = tokens[max(0, i - _NEAR) : i][::-1], tokens[i + 1 : i + 1 + _NEAR]
                for side in (before, after):
                    for token in side:
                        if token.tag in _BETWEEN or (token.tag == "POSS" and side is after):
                            break  # what is Norvolt's is not Norvolt
                        if token.tag in ("NOUN", "NAME"):
                            found.setdefault(token.low, set()).update(name_words(name.text))
        return found
