"""The clauses that are open while a sentence is read, and what can be asked about the place reached."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from onrecord.rules.syntax.lexicon import lexicon, words_of
from onrecord.rules.syntax.types import Clauses, Token, VerbGroup

CLAUSE_PREPOSITIONS = frozenset({"after", "before", "until", "till", "since", "as", "than", "like", "for"})
RELATIVES = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})
NO_SUBJECT = frozenset({"where", "when", "whom", "why", "how", "whose", "however", "wherever", "whenever"})
JOINING = frozenset({"and", "or", "&", "nor"})
VERBAL = frozenset({"VERB", "AUX", "MODAL"})
"""Tags of the main word of a group."""
LAST, HEAD = attrgetter("last"), attrgetter("head")
LOOSE = frozenset({"ADV", "OPEN", "CLOSE"})
"""Tags of what may stand between a verb and its subject or object."""
BREAKS = frozenset({",", "—", "–", "--", "-"})
"""Marks that set off an aside."""
DEPTH = 32
"""Open clauses that are looked through for one that waits for its verb."""
CHAIN = 16
"""Links of a chain of prepositions and conjunctions that are followed back to its head."""
TIMES = words_of("times")
CONTROL = words_of("object control")
NOMINATIVES = frozenset({"he", "she", "they", "i", "we"})
REPORTS = words_of("reports")
"""Verbs of speech that take an object: "said the mast was sound and accused the yard"."""
PLEADING = frozenset({"call", "push", "press", "vote", "appeal", "plead", "argue", "lobby", "campaign"})
SPEAKS = frozenset({"say", "think", "hope", "argue", "insist", "complain", "reply"})
"""Verbs whose participle stands after no noun ("the man said that" is a sentence)."""


@dataclass(slots=True)
class Open:
    """A clause that is being read."""

    kind: str
    """main, quote, sub, rel, wh, comp, aside."""
    subject: int | None = None
    verb: int | None = None
    nonfinite: bool = False
    """A verb form without tense has come before any subject, so phrases are its objects until a comma."""
    time: bool = False
    """The subject so far is a time expression ("Last week, ..."), which the next phrase replaces."""
    antecedent: int | None = None
    """For a clause that belongs to a noun: that noun's phrase."""
    close: int = -1
    """For a quotation: offset of its closing mark."""


class OpenClauses:
    """A sentence with the stack of its open clauses."""

    def __init__(
        self,
        clauses: Clauses,
        quotes: dict[int, int],
        carried: int = -1,
    ) -> None:
        self.tokens, self.phrases, self.groups = clauses.tokens, clauses.phrases, clauses.verbs
        self.phrase_at, self.group_at = clauses.phrase_at, clauses.group_at
        self.quotes = quotes
        lex = lexicon()
        self.clausal, self.never_participles = lex.clausal, lex.never_participles
        self.stack = [Open("main")]
        if self.tokens and carried > self.tokens[0].start:  # the sentence begins inside a quotation
            self.stack.append(Open("quote", close=carried))
        self.ending = {p.last: k for k, p in enumerate(self.phrases)}
        """Index of the phrase that ends before a token."""
        self.loose: int | None = None  # a phrase after a comma that may be the subject of a reporting clause
        self.inner: int | None = None  # the head of a chain that a preposition opens
        self.object_of: dict[int, VerbGroup] = {}
        self.latest: VerbGroup | None = None  # the group whose object may come

    def phrase_before(self, i: int) -> int | None:
        """The noun phrase that ends where token i begins."""
        k = self.ending.get(i)
        return k if k is not None and self.tokens[self.phrases[k].head].tag in ("NOUN", "NAME") else None

    def last_phrase(self, i: int) -> int:
        """Index of the last phrase that ends at or before token i, -1 where there is none."""
        return bisect_right(self.phrases, i, key=LAST) - 1

    def before(self, i: int) -> Token | None:
        """The token before token i, adverbs skipped."""
        tokens = self.tokens
        i -= 1
        while i >= 0 and tokens[i].tag == "ADV":
            i -= 1
        return tokens[i] if i >= 0 else None

    def names_place(self, k: int) -> bool:
        """Whether a name between commas belongs to the place before it ("in Ames, Iowa,")."""
        p = self.phrases[k]
        if k == 0 or p.kind != "name" or p.last >= len(self.tokens) or self.tokens[p.last].low != ",":
            return False
        earlier = self.phrases[k - 1]
        before = self.before(earlier.first)
        after = self.tokens[p.last + 1].tag if p.last + 1 < len(self.tokens) else ""
        return (
            earlier.last == p.first - 1
            and before is not None
            and before.tag == "PREP"
            and self.tokens[earlier.head].low not in TIMES  # "On Monday, France, Germany and Italy"
            and after in ("PREP", "NAME", "PRON", "NOUN")
        )

    def group_follows(self, i: int) -> bool:
        """Whether a finite verb comes at token i, adverbs skipped."""
        while i < len(self.tokens) and self.tokens[i].tag == "ADV":
            i += 1
        return i < len(self.tokens) and (
            self.tokens[i].tag in ("MODAL", "AUX") or (self.tokens[i].tag == "VERB" and self.tokens[i].form != "ing")
        )

    def left_phrase(self, g: VerbGroup) -> tuple[int | None, bool]:
        """The phrase that ends where the group begins, as the first of its chain of prepositions and conjunctions;
        and whether a clause preposition ("after the House voted") opens the chain."""
        phrases, tokens = self.phrases, self.tokens
        self.inner = None
        i = g.first
        while i > 0 and tokens[i - 1].tag in LOOSE:
            i -= 1
            if tokens[i].low == ")":  # "Sen. Ann Roe (D-MA) said"
                i = next((j for j in range(i - 1, max(i - 9, 0), -1) if tokens[j].low == "("), i)
        k = self.ending.get(i)
        if k is None or tokens[phrases[k].head].tag == "WH":
            return None, False
        for _ in range(CHAIN):
            first = phrases[k].first
            if not first:
                return k, False
            before = tokens[first - 1]
            if before.tag == "PREP":
                time = tokens[phrases[k].head].low in TIMES
                if before.low in CLAUSE_PREPOSITIONS and before.low not in ("for", "like") and not time:
                    return k, True
                j = first - 1
                while j > 0 and (tokens[j - 1].tag in ("ADJ", "ADV") or self.is_participle(j - 1)):
                    j -= 1  # "a source close to him", "voters surveyed by the paper"
                if k and phrases[k - 1].last == j and tokens[phrases[k - 1].head].tag != "WH":
                    k -= 1
                    continue
                self.inner = k
                return None, before.low in CLAUSE_PREPOSITIONS
            if before.low in JOINING and k and phrases[k - 1].last in (first - 1, first - 2):
                earlier = phrases[k - 1]
                if earlier.last == first - 1 or tokens[first - 2].low == ",":
                    if (self.is_object(k - 1) and not self.takes_clause(k - 1)) or self.starts_anew(k):
                        return k, False
                    k -= 1
                    continue
            return k, False
        return k, False

    def starts_anew(self, k: int) -> bool:
        """Whether phrase k, after "and", is the subject of a new clause: "into the files and she accused", "out of
        cash, and Ms. Roe said"; a row of nouns with a comma before "and" has one before the noun there too."""
        earlier, tokens = self.phrases[k - 1], self.tokens
        opener = tokens[earlier.first - 1] if earlier.first else None
        if earlier.last == self.phrases[k].first - 1:
            return self.is_nominative(k) and opener is not None and opener.tag == "PREP"
        return self.stack[-1].verb is not None and (opener is None or opener.low != ",")

    def is_participle(self, i: int) -> bool:
        """Whether token i is the main verb of a group without tense, read as such already."""
        if self.tokens[i].tag not in VERBAL:
            return False
        k = bisect_left(self.groups, i, key=HEAD)
        g = self.groups[k] if k < len(self.groups) else None
        return g is not None and g.head == i and not g.finite and self.tokens[g.first].tag != "TO"

    def is_object(self, k: int) -> bool:
        """Whether a phrase is the object of a group already read."""
        return k in self.object_of

    def participial(self, g: VerbGroup) -> bool:
        """Whether a verb in the past can be a participle, as "made" and "accused" can and "wrote" cannot."""
        head = self.tokens[g.head]
        if head.form != "past" or head.low in self.never_participles:
            return False
        pleads = g.lemma in PLEADING and g.last < len(self.tokens) and self.tokens[g.last].low == "for"
        return not pleads  # "called for their release"

    def takes_thing(self, g: VerbGroup) -> bool:
        """Whether an object stands right after a verb, so that it is no participle of its own subject."""
        k = self.phrase_at.get(g.last)
        return k is not None and self.tokens[self.phrases[k].head].low not in TIMES

    def takes_clause(self, k: int) -> bool:
        """Whether the verb whose object the phrase seemed to be takes a clause, so that it is a subject after all."""
        g = self.object_of.get(k)
        return g is not None and g.lemma in self.clausal

    def ground(self) -> Open:
        """The quotation or main clause that is being read."""
        return next((clause for clause in reversed(self.stack[-DEPTH:]) if clause.kind == "quote"), self.stack[0])

    def pop_to_ground(self) -> None:
        """Leave all clauses up to the quotation or the main clause they stand in."""
        while len(self.stack) > 1 and self.stack[-1].kind != "quote":
            self.stack.pop()

    def waiting(self, *, comma: bool) -> Open | None:
        """The nearest open clause that still has no verb; after a comma, one that has its subject."""
        for clause in reversed(self.stack[-DEPTH:]):
            if clause.verb is None and not (comma and clause.subject is None and clause.kind == "sub"):
                return clause
            if clause.kind == "quote":
                return None
        return None

    def antecedent(self) -> int | None:
        """The noun whose relative clause has just had its verb, and leaves that clause for its own verb."""
        top = self.stack[-1]
        if top.antecedent is None or top.verb is None:
            return None
        self.stack.pop()
        return top.antecedent

    def pop_to(self, clause: Open) -> None:
        """Leave all clauses above this one."""
        while self.stack[-1] is not clause:
            self.stack.pop()

    def after_quotation(self, g: VerbGroup) -> bool:
        """Whether a verb of saying stands between a quotation and its speaker ("...," said the mayor)."""
        return (
            g.first > 0
            and self.tokens[g.first - 1].tag == "CLOSE"
            and self.tokens[g.first - 1].low not in ")]"  # "Rubio (R-Fla.) said the plan was dead"
            and g.first == g.head
            and g.lemma in self.clausal
            and g.last in self.phrase_at
        )

    def interrupts(self, g: VerbGroup) -> bool:
        """Whether verb and speaker stand between commas in another clause ("The problem, say experts, is ...")."""
        tokens = self.tokens
        if g.first == 0 or tokens[g.first - 1].low != "," or g.first != g.head or g.lemma not in self.clausal:
            return False
        if g.last not in self.phrase_at:
            return False
        for i in range(g.last, min(g.last + 14, len(tokens) - 1)):
            if tokens[i].low == ",":
                return tokens[i + 1].tag in ("AUX", "MODAL", "VERB")
        return False

    def aside(self, g: VerbGroup, left: int) -> bool:
        """Whether subject and verb are a reporting clause between commas ("The law, he said, is ...")."""
        p = self.phrases[left]
        if p.first == 0 or self.tokens[p.first - 1].low not in (*BREAKS, "”", '"', "''"):
            return False
        if g.lemma not in self.clausal or self.in_row(g, left):
            return False
        return any(t.tag in ("PUNCT", "OPEN", "CLOSE") for t in self.tokens[g.last : g.last + 6]) or g.last + 6 >= len(
            self.tokens
        )

    def in_row(self, g: VerbGroup, left: int) -> bool:
        """Whether a phrase after a comma is one of several subjects: "Ann, [Bob] and Carl said that", and in headlines
        "Kenya, [Uganda] agree"."""
        tokens, p = self.tokens, self.phrases[left]
        if not left or self.phrases[left - 1].last != p.first - 1 or g.last >= len(tokens):
            return False
        if tokens[g.last].tag in ("PUNCT", "CLOSE"):
            return False
        several = p.last + 1 < g.first and "CONJ" in (tokens[p.last].tag, tokens[p.last + 1].tag)
        agrees = (
            p.last == g.first and tokens[g.first].form == "base" and p.kind == self.phrases[left - 1].kind == "name"
        )
        return several or (agrees and self.phrases[left - 1].first == 0)

    def has_clause(self, g: VerbGroup) -> bool:
        """Whether a verb that takes a clause cannot be a participle here, so that a later verb is its clause's."""
        if g.lemma not in self.clausal or g.passive:
            return False
        if self.tokens[g.head].form != "past" or g.first < g.head or self.speaks(g):
            return True
        return g.subject is not None and self.is_nominative(g.subject)

    def speaks(self, g: VerbGroup) -> bool:
        """Whether it is a verb whose participle does not stand after a noun."""
        return g.lemma in SPEAKS

    def is_nominative(self, k: int) -> bool:
        """Whether a phrase can be nothing but a subject."""
        return self.tokens[self.phrases[k].head].low in NOMINATIVES
