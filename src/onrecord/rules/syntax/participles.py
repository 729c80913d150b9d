"""Past forms that are participles though no auxiliary says so: "a forum hosted by", "Asked why he left, ..."."""

from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.open_clauses import TIMES, OpenClauses
from onrecord.rules.syntax.types import VerbGroup

TELLS = frozenset({"ask", "tell", "press", "question", "quiz", "warn", "urge", "remind"})
COMPLEMENTS = frozenset({"SUB", "WH", "PREP", "TO"})
NO_AGENT = words_of("no agent")
SPOKEN = frozenset({"speak", "talk", "confer", "communicate"})
"""Verbs after which "by" names a means."""
MEANS = frozenset({"telephone", "phone", "email", "e-mail", "letter", "text", "video"})


class Participles(OpenClauses):
    """A sentence with its open clauses, and which of its past forms are participles."""

    def by_agent(self, g: VerbGroup) -> bool:
        """Whether a verb form right after a noun has an agent after "by": "a forum hosted by"."""
        left = self.tokens[g.first - 1] if g.first else None
        if left is None or g.last + 1 >= len(self.tokens) or self.tokens[g.last].low != "by":
            return False
        if g.lemma in SPOKEN or self.tokens[g.last + 1].low in MEANS:
            return False  # "spoke by phone", "said by telephone"
        k = self.group_at.get(g.last + 1)
        if k is not None and self.tokens[self.groups[k].first].form == "ing":
            return False  # "responded by explaining"
        if left.low == "first" and g.first > 1:
            left = self.tokens[g.first - 2]
        if left.low == "," and g.lemma not in NO_AGENT and self.tokens[g.last + 1].tag != "NUM":
            return True  # "The bill, opposed by farmers, fell"
        return left.tag in ("NOUN", "NAME", "CLOSE") and left.low not in TIMES

    def is_told(self, g: VerbGroup) -> bool:
        """Whether a verb of asking stands where its subject is the one asked: "Asked why he left, ..."."""
        if g.lemma not in TELLS or g.last >= len(self.tokens):
            return False
        following = self.tokens[g.last]
        if following.tag not in COMPLEMENTS and following.low not in TIMES:
            return False
        return g.first == 0 or self.tokens[g.first - 1].low in ("when", "if", "once", "though", "until")
