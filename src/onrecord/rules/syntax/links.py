"""Which noun phrase is the subject, and which the object, of each verb group.

One walk over the sentence with a stack of open clauses: a clause waits for its subject, then for its verb; relative
and other subordinate clauses are pushed and popped on the way.
"""

from dataclasses import dataclass

from onrecord.rules.syntax.lexicon import lexicon, words_of
from onrecord.rules.syntax.types import NounPhrase, Token, VerbGroup

CLAUSE_PREPOSITIONS = frozenset({"after", "before", "until", "till", "since", "as", "than", "like", "for"})
RELATIVES = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})
NO_SUBJECT = frozenset({"where", "when", "whom", "why", "how", "whose", "however", "wherever", "whenever"})
BREAKS = frozenset({",", "—", "–", "--", "-"})
"""Marks that set off an aside."""
TIMES = words_of("times")
CONTROL = words_of("object control")


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


class Linker:
    """The walk over one sentence."""

    def __init__(
        self,
        tokens: list[Token],
        phrases: list[NounPhrase],
        groups: list[VerbGroup],
        quotes: dict[int, int],
        carried: int = -1,
    ) -> None:
        self.tokens, self.phrases, self.groups = tokens, phrases, groups
        self.quotes = quotes
        self.clausal = lexicon().clausal
        self.stack = [Open("main")]
        if tokens and carried > tokens[0].start:  # the sentence begins inside a quotation
            self.stack.append(Open("quote", close=carried))
        self.phrase_at = {p.first: k for k, p in enumerate(phrases)}
        self.loose: int | None = None  # a phrase after a comma that may be the subject of a reporting clause
        self.inner: int | None = None  # the head of a chain that a preposition opens
        self.group_head = {g.head: g for g in groups}
        self.object_of: dict[int, VerbGroup] = {}
        self.latest: VerbGroup | None = None  # the group whose object may come

    def run(self) -> None:
        """Set `subject` and `object` of every group and `full_end` of every subject before its verb."""
        tokens = self.tokens
        group_at = {g.first: k for k, g in enumerate(self.groups)}
        i, count = 0, len(tokens)
        while i < count:
            k = group_at.get(i)
            if k is not None:
                self.group(k)
                i = self.groups[k].last
                continue
            k = self.phrase_at.get(i)
            if k is not None:
                self.phrase(k)
                i = self.phrases[k].last
                continue
            self.mark(i)
            i += 1

    def mark(self, i: int) -> None:
        """Punctuation, conjunctions and subordinators."""
        token = self.tokens[i]
        tag = token.tag
        if tag == "OPEN":
            close = self.quotes.get(token.start)
            if close is not None:
                self.stack.append(Open("quote", close=close))
                self.latest = None
        elif tag == "CLOSE":
            for depth in range(len(self.stack) - 1, 0, -1):
                if self.stack[depth].kind == "quote" and self.stack[depth].close <= token.end:
                    below = self.stack[depth - 1]
                    if below.kind in ("sub", "wh") and below.verb is None and below.subject is None:
                        below.verb = self.stack[depth].verb  # while "logic would suggest it," ...
                    del self.stack[depth:]
                    self.latest = None
                    break
        elif tag == "SUB":
            noun = self.phrase_before(i) if token.low == "that" else None
            self.stack.append(Open("sub", antecedent=noun))
        elif tag == "PUNCT":
            if token.low == "." and i + 1 < len(self.tokens) and self.tokens[i + 1].low in "),":
                return  # (D-Calif.)
            top = self.stack[-1]
            if token.low in BREAKS:
                top.nonfinite = False
                lower = self.stack[-2] if len(self.stack) > 1 else top
                if top.kind == "sub" and top.verb is not None and lower.verb is None and lower.subject is None:
                    self.stack.pop()  # an adverbial clause before its main clause
            elif token.low in ";:" and len(self.stack) > 1 and top.kind != "quote":
                self.pop_to_ground()
                self.stack[-1].verb = self.stack[-1].subject = None
            elif token.low in ";:" or (token.low in ".?!" and top.kind == "quote"):
                top.verb = top.subject = None
            elif token.low in ".?!":
                self.pop_to_ground()
                self.stack[-1].verb = self.stack[-1].subject = None
            self.latest = None if token.low in ",;:.?!" else self.latest

    def phrase_before(self, i: int) -> int | None:
        """The noun phrase that ends where token i begins."""
        k = self.last_phrase(i)
        return (
            k
            if k >= 0 and self.phrases[k].last == i and self.tokens[self.phrases[k].head].tag in ("NOUN", "NAME")
            else None
        )

    def last_phrase(self, i: int) -> int:
        """Index of the last phrase that ends at or before token i, -1 where there is none."""
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            if self.phrases[middle].last <= i:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def pop_to_ground(self) -> None:
        """Leave all clauses up to the quotation or the main clause they stand in."""
        while len(self.stack) > 1 and self.stack[-1].kind != "quote":
            self.stack.pop()

    def before(self, i: int) -> Token | None:
        """The token before token i, adverbs skipped."""
        i -= 1
        while i >= 0 and self.tokens[i].tag == "ADV":
            i -= 1
        return self.tokens[i] if i >= 0 else None

    def phrase(self, k: int) -> None:
        """A noun phrase: a relative pronoun, an object, or the subject of the clause that waits for one."""
        p = self.phrases[k]
        before = self.before(p.first)
        head = self.tokens[p.head]
        if head.tag == "WH":
            relative = (
                head.low in RELATIVES and k > 0 and before is not None
                and (self.phrases[k - 1].last == p.first
                     or ((before.tag in ("PREP", "CLOSE") or before.low in BREAKS)
                     and self.phrases[k - 1].last >= p.first - 2))
            )  # fmt: skip
            subject = None if head.low in NO_SUBJECT or (before is not None and before.tag == "PREP") else k
            if relative:
                p.antecedent = k - 1
            self.stack.append(Open("rel" if relative else "wh", subject, antecedent=k - 1 if relative else None))
            return
        latest = self.latest
        if latest is not None and latest.object is None and p.first >= latest.last:
            between = self.tokens[latest.last : p.first]
            if all(t.tag in ("ADV", "OPEN", "CLOSE") for t in between):
                latest.object = k
                self.object_of[k] = latest
        top = self.stack[-1]
        if before is not None and before.tag == "PREP":
            return
        if top.verb is not None:
            if before is not None and before.low == "," and self.loose is None and top.kind != "quote":
                self.loose = k
            return
        if top.subject is None and before is not None and before.low == "," and self.names_place(k):
            return  # "At an event in Ames, Iowa, on Sunday, ..."
        if top.nonfinite and top.subject is None:
            return
        if top.subject is None or top.time:
            top.subject = k
            top.time = head.low in TIMES
        elif self.tokens[self.phrases[top.subject].head].tag == "WH" and top.kind in ("rel", "wh"):
            if before is not None and before.tag not in ("PUNCT", "CONJ"):
                top.subject = k
        elif self.phrases[k - 1].last == p.first and self.group_follows(p.last) and head.low not in TIMES:
            self.stack.append(Open("rel", k, antecedent=k - 1))

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
        while i > 0 and tokens[i - 1].tag in ("ADV", "CLOSE", "OPEN"):
            i -= 1
        k = self.last_phrase(i)
        if k < 0 or phrases[k].last != i or tokens[phrases[k].head].tag == "WH":
            return None, False
        while True:
            first = phrases[k].first
            before = tokens[first - 1] if first else None
            if before is None:
                return k, False
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
            if before.low in ("and", "or", "&", "nor") and k and phrases[k - 1].last in (first - 1, first - 2):
                earlier = phrases[k - 1]
                if earlier.last == first - 1 or tokens[first - 2].low == ",":
                    if self.is_object(k - 1) and not self.takes_clause(k - 1):
                        return k, False
                    k -= 1
                    continue
            return k, False

    def is_participle(self, i: int) -> bool:
        """Whether token i is the main verb of a group without tense, read as such already."""
        g = self.group_head.get(i)
        return g is not None and not g.finite and self.tokens[g.first].tag != "TO"

    def is_object(self, k: int) -> bool:
        """Whether a phrase is the object of a group already read."""
        return k in self.object_of

    def takes_clause(self, k: int) -> bool:
        """Whether the verb whose object the phrase seemed to be takes a clause, so that it is a subject after all."""
        g = self.object_of.get(k)
        return g is not None and g.lemma in self.clausal

    def assign(self, clause: Open, k: int, subject: int | None) -> None:
        """Give group k its subject and make it the verb of the clause."""
        g = self.groups[k]
        g.subject = subject
        if subject is not None:
            p = self.phrases[subject]
            if clause.verb is None and p.last <= g.first:
                i = g.first
                while i > p.last and (self.tokens[i - 1].tag == "ADV" or self.tokens[i - 1].low in BREAKS):
                    i -= 1
                p.full_end = max(p.full_end, self.tokens[i - 1].end)
            if clause.subject is None:
                clause.subject = subject
        clause.verb = k
        self.latest = g

    def group(self, k: int) -> None:
        """A verb group: find its clause and its subject."""
        g = self.groups[k]
        top = self.stack[-1]
        before = self.before(g.first)
        try:
            self.place(g, k, top, before)
        finally:
            self.loose = None

    def place(self, g: VerbGroup, k: int, top: Open, before: Token | None) -> None:
        """Put a verb group in its clause."""
        lone = self.tokens[g.head].form == "past" and all(t.tag == "ADV" for t in self.tokens[g.first : g.head])
        by = g.last < len(self.tokens) and self.tokens[g.last].low == "by" and g.first > 0
        if by and lone and self.tokens[g.first - 1].tag in ("NOUN", "NAME", "CLOSE"):
            g.finite, g.passive = False, True  # "a forum hosted by"
        if g.finite and lone and before is not None and before.tag == "VERB":
            g.finite, g.passive = False, True  # "seemed squarely directed at"
        if not g.finite:
            self.nonfinite(g, top, before)
            self.latest = g
            return
        if self.after_quotation(g):
            self.inverted(self.ground(), k)
            return
        below = self.stack[-2] if top.kind == "quote" and len(self.stack) > 1 else None
        if below is not None and below.subject is not None and below.verb is None and top.subject is top.verb is None:
            top.verb = (
                k  # His reply "could be about money," she said: the quotation has the verb of the words before it
            )
            self.assign(below, k, below.subject)
            return
        if top.subject is not None and top.verb is None and self.interrupts(g):
            self.inverted(Open("aside"), k)
            return
        left, clause_preposition = self.left_phrase(g)
        if left is not None and clause_preposition:
            clause = Open("sub")
            self.stack.append(clause)
            self.assign(clause, k, left)
            return
        if top.verb is None:
            if top.subject is not None:
                if left is not None and left != top.subject and self.aside(g, left):
                    g.subject = left
                    self.latest = g
                    return
                if top.time and left is not None:
                    top.subject = left
                self.assign(top, k, top.subject)
            elif left is not None:
                self.assign(top, k, left)
            else:
                self.inverted(top, k)
            return
        if before is not None and before.tag == "CONJ":
            clause = self.coordinate(g)
            earlier = self.groups[clause.verb] if clause.verb is not None else g
            lone = g.first == g.head and self.tokens[g.head].form == "past"
            if lone and earlier.passive and g.last < len(self.tokens) and self.tokens[g.last].tag in ("PREP", "PUNCT"):
                g.passive = True  # "was opposed by the court and criticized by others"
            self.assign(clause, k, clause.subject)
            return
        waiting = self.waiting(comma=before is not None and before.low in BREAKS)
        if left is not None:
            p = self.phrases[left]
            nominative = self.tokens[p.head].low in ("he", "she", "they", "i", "we")
            if waiting is not None and waiting.subject is not None and not self.takes_clause(left) and not nominative:
                opener = self.tokens[p.first - 1] if p.first else None
                if opener is None or opener.low != ",":
                    self.pop_to(waiting)
                    self.assign(waiting, k, waiting.subject)
                    return
            if waiting is not None and waiting.subject is None and not self.takes_clause(left):
                self.pop_to(waiting)
                self.assign(waiting, k, left)
                return
            owner = self.antecedent()
            if owner is not None and self.is_object(left) and not self.takes_clause(left) and not nominative:
                clause = Open("comp")  # "said lawmakers who endorsed Trump voted no"
                self.stack.append(clause)
                self.assign(clause, k, owner)
                return
            other = self.object_of.pop(left, None)
            if other is not None:
                other.object = None
            if self.tokens[p.first - 1].low == "," and not self.aside(g, left):
                self.pop_to_ground()
                self.stack[-1].verb = None
                self.stack[-1].subject = left
                self.assign(self.stack[-1], k, left)
                return
            clause = Open("comp" if p.first and self.tokens[p.first - 1].low != "," else "aside")
            self.stack.append(clause)
            self.assign(clause, k, left)
            return
        if waiting is not None and waiting.subject is not None:
            self.pop_to(waiting)
            self.assign(waiting, k, waiting.subject)
            return
        owner = self.antecedent()
        if owner is not None and (before is None or before.low not in BREAKS):
            clause = Open("comp")
            self.stack.append(clause)
            self.assign(clause, k, owner)
            return
        earlier = self.groups[top.verb]
        if before is not None and (before.tag == "CLOSE" or before.low in BREAKS):
            self.inverted(Open("aside"), k)
            if g.subject is None and self.loose is not None and g.lemma in self.clausal:
                g.subject = self.loose
                p = self.phrases[self.loose]
                p.full_end = max(p.full_end, self.tokens[g.first - 1].start)
            if g.subject is None:
                g.subject = next((c.antecedent for c in reversed(self.stack) if c.antecedent is not None), None)
            return
        if earlier.finite and earlier.first == earlier.head and self.tokens[earlier.head].form == "past":
            # "The man accused of murder said": the first verb was a participle
            earlier.finite, earlier.passive = False, True
            top.verb = None
            self.assign(top, k, top.subject)
            return
        self.inverted(Open("aside"), k)

    def after_quotation(self, g: VerbGroup) -> bool:
        """Whether a verb of saying stands between a quotation and its speaker ("...," said the mayor)."""
        return (
            g.first > 0
            and self.tokens[g.first - 1].tag == "CLOSE"
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

    def nonfinite(self, g: VerbGroup, top: Open, before: Token | None) -> None:
        """An infinitive or participle: after a comma it goes with the main clause's subject ("..., noting that"), after
        a noun with that noun ("a statement calling"), else with the subject of its clause."""
        left, _ = self.left_phrase(g)
        if left is None and self.inner is not None and self.tokens[self.phrases[self.inner].first - 1].low == "with":
            left = self.inner  # "with 30 percent of voters saying"
        infinitive = self.tokens[g.first].tag == "TO"
        if before is not None and before.low == "," and not infinitive:
            g.subject = self.ground().subject
        elif (left is not None and not infinitive and self.tokens[g.head].tag != "AUX") or (
            left is not None and infinitive and left in self.object_of and self.object_of[left].lemma in CONTROL
        ):
            g.subject = left
        else:
            g.subject = top.subject
        if top.verb is None and top.subject is None:
            top.nonfinite = True

    def ground(self) -> Open:
        """The quotation or main clause that is being read."""
        return next((clause for clause in reversed(self.stack) if clause.kind == "quote"), self.stack[0])

    def aside(self, g: VerbGroup, left: int) -> bool:
        """Whether subject and verb are a reporting clause between commas ("The law, he said, is ...")."""
        p = self.phrases[left]
        if p.first == 0 or self.tokens[p.first - 1].low not in (*BREAKS, "”", '"', "''"):
            return False
        if g.lemma not in self.clausal:
            return False
        return any(t.tag in ("PUNCT", "OPEN", "CLOSE") for t in self.tokens[g.last : g.last + 6]) or g.last + 6 >= len(
            self.tokens
        )

    def waiting(self, *, comma: bool) -> Open | None:
        """The nearest open clause that still has no verb; after a comma, one that has its subject."""
        for clause in reversed(self.stack):
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

    def coordinate(self, g: VerbGroup) -> Open:
        """The clause whose verb a verb after "and" goes with: the nearest of like tense, a speech verb's first."""
        form = self.tokens[g.head].form if not g.modal else "modal"
        best = None
        for clause in reversed(self.stack):
            if clause.verb is None:
                break
            other = self.groups[clause.verb]
            like = (self.tokens[other.head].form if not other.modal else "modal") == form
            if like and best is None:
                best = clause
            if g.lemma in self.clausal and other.lemma in self.clausal and like:
                best = clause
                break
            if clause.kind == "quote":
                break
        best = best or self.stack[-1]
        self.pop_to(best)
        return best

    def inverted(self, clause: Open, k: int) -> None:
        """No subject stands before the verb: take the phrase right after it ("said Trump", "Says the minister"), else
        that of the clause before the comma ("Trump refuses to back down, warns of riots")."""
        g = self.groups[k]
        subject = None
        if (
            g.first > 0
            and clause.kind == "aside"
            and self.tokens[g.first - 1].low == ","
            and g.lemma not in self.clausal
        ):
            subject = self.stack[-1].subject
        elif g.lemma in self.clausal or self.tokens[g.head].tag == "AUX":
            subject = self.phrase_at.get(g.last)
            if subject is not None and not self.after_quotation(g) and self.tokens[g.head].tag == "VERB":
                end = self.phrases[subject].last  # not in ", asked the mayor to resign" or ", said the law was dead"
                if end < len(self.tokens) and self.tokens[end].tag in ("TO", "SUB", "VERB", "AUX", "MODAL"):
                    subject = None
                    self.latest = g
        elif g.first == 0 and self.tokens[g.head].form == "past" and g.head == g.first:
            g.finite, g.passive = False, True  # "Asked about it, he said"
            clause.nonfinite = True
            self.latest = g
            return
        g.subject = subject
        clause.verb = k
        if subject is not None and self.ground().subject is None:
            self.ground().subject = subject
        self.latest = None if subject is not None else g
