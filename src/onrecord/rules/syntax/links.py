"""Which noun phrase is the subject, and which the object, of each verb group.

One walk over the sentence with a stack of open clauses: a clause waits for its subject, then for its verb; relative
and other subordinate clauses are pushed and popped on the way.
"""

from onrecord.rules.syntax.open_clauses import BREAKS, DEPTH, LOOSE, NO_SUBJECT, RELATIVES, TIMES, Open
from onrecord.rules.syntax.punctuation import Punctuation
from onrecord.rules.syntax.types import Token, VerbGroup

MARKS = frozenset({"OPEN", "CLOSE", "SUB", "PUNCT"})
BETWEEN = frozenset({"PREP", "CONJ"})  # no group and no phrase begins with these, nor with the marks


class Linker(Punctuation):
    """The walk over one sentence."""

    def run(self) -> None:
        """Set `subject` and `object` of every group and `full_end` of every subject before its verb."""
        tokens, phrases, phrase_at, group_at = self.tokens, self.phrases, self.phrase_at, self.group_at
        i, count = 0, len(tokens)
        if count and tokens[-1].tag in MARKS:
            count -= 1  # nothing comes that the stop of a sentence could bear on
        while i < count:
            tag = tokens[i].tag
            if tag in MARKS:
                self.mark(i)
                i += 1
            elif tag in BETWEEN:
                i += 1
                if tag == "PREP" and (k := phrase_at.get(i)) is not None and phrases[k].kind != "pronoun":
                    i = phrases[k].last  # what hangs on a preposition is no subject and no object
            elif (k := phrase_at.get(i)) is not None:
                self.phrase(k)
                i = phrases[k].last
            elif (k := group_at.get(i)) is not None:
                self.group(k)
                i = self.groups[k].last
            else:
                i += 1

    def phrase(self, k: int) -> None:
        """A noun phrase: a relative pronoun, an object, or the subject of the clause that waits for one."""
        p = self.phrases[k]
        before = self.tokens[p.first - 1] if p.first else None
        if before is not None and before.tag == "ADV":
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
            between = latest.last
            while between < p.first and self.tokens[between].tag in LOOSE:
                between += 1
            if between == p.first:
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
        before = self.tokens[g.first - 1] if g.first else None
        if before is not None and before.tag == "ADV":
            before = self.before(g.first)
        elif before is not None and before.low in TIMES and g.first > 2:
            at, joins = self.tokens[g.first - 2], self.tokens[g.first - 3]
            if at.low in ("on", "in") and joins.tag == "CONJ":
                before = joins  # "but on Tuesday wrote"
        self.place(g, k, self.stack[-1], before)
        self.loose = None

    def place(self, g: VerbGroup, k: int, top: Open, before: Token | None) -> None:
        """Put a verb group in its clause."""
        if self.participial(g) and all(t.tag == "ADV" for t in self.tokens[g.first : g.head]):
            directed = before is not None and before.tag == "VERB" and not self.speaks(g)
            if self.by_agent(g) or (g.finite and (directed or self.is_told(g))):
                g.finite, g.passive = False, True  # "a forum hosted by", "seemed squarely directed at"
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
                    p = self.phrases[left]
                    if self.tokens[p.last].tag == "CONJ":
                        p.full_end = max(p.full_end, self.tokens[g.first - 1].end)  # "The law, Ann and Bob said, is"
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
            nominative = self.is_nominative(left)
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
                g.subject = next(
                    (c.antecedent for c in reversed(self.stack[-DEPTH:]) if c.antecedent is not None), None
                )
            return
        if earlier.finite and self.has_clause(earlier):
            # "said bullying is", "said about half of the voters were": its first phrase is taken for the subject
            first = self.last_phrase(earlier.last) + 1
            clause = Open("comp")
            self.stack.append(clause)
            self.assign(
                clause, k, first if self.phrases[first : first + 1] and self.phrases[first].last <= g.first else None
            )
            return
        if earlier.finite and earlier.first == earlier.head and self.tokens[earlier.head].form == "past":
            thing = self.takes_thing(earlier) or not self.participial(earlier)
            if g.first == g.head and self.tokens[g.head].form in ("past", "base") and thing:
                g.finite, g.passive, self.latest = False, True, g  # "stopped work in a strike for increased wages"
                return
            earlier.finite, earlier.passive = False, True  # "The man accused of murder said"
            top.verb = None
            self.assign(top, k, top.subject)
            return
        self.inverted(Open("aside"), k)

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
            clause.nonfinite, self.latest = True, g
            return
        g.subject = subject
        clause.verb = k
        if subject is not None and self.ground().subject is None:
            self.ground().subject = subject
        self.latest = None if subject is not None else g
