"""Which verb a verb after "and" goes with, and whose subject a verb form without tense takes."""

from onrecord.rules.syntax.open_clauses import CONTROL, DEPTH, REPORTS, Open
from onrecord.rules.syntax.participles import Participles
from onrecord.rules.syntax.types import Token, VerbGroup


class Coordination(Participles):
    """A sentence with its open clauses, and what is joined in it."""

    def coordinate(self, g: VerbGroup) -> Open:
        """The clause whose verb a verb after "and" goes with: the nearest of like tense, a speech verb's first."""
        forms = self.tenses(g)
        best = None
        for clause in reversed(self.stack[-DEPTH:]):
            if clause.verb is None:
                break
            other = self.groups[clause.verb]
            like = not forms.isdisjoint(self.tenses(other))
            if like and best is None:
                best = clause
            if like and other.lemma in self.clausal and (g.lemma in self.clausal or g.lemma in REPORTS):
                best = clause
                break
            if clause.kind == "quote":
                break
        best = best or self.stack[-1]
        self.pop_to(best)
        return best

    def tenses(self, g: VerbGroup) -> set[str]:
        """By what two verbs joined by "and" go together: "modal", or the forms of main verb and first auxiliary."""
        if g.modal:
            return {"modal"}
        first = next((t.form for t in self.tokens[g.first : g.head] if t.tag == "AUX"), "")
        return {self.tokens[g.head].form, first or self.tokens[g.head].form}

    def row(self, g: VerbGroup) -> VerbGroup | None:
        """The reporting participle before "and" that a second one goes on with: "saying it was lost and asking for"."""
        if self.tokens[g.head].form != "ing" or (g.lemma not in self.clausal and g.lemma not in REPORTS):
            return None
        k = self.group_at[g.first]
        for other in reversed(self.groups[max(0, k - DEPTH) : k]):
            if not other.finite and self.tokens[other.first].form == "ing":
                return other if other.lemma in self.clausal or other.lemma in REPORTS else None
        return None

    def nonfinite(self, g: VerbGroup, top: Open, before: Token | None) -> None:
        """An infinitive or participle: after a comma it goes with the main clause's subject ("..., noting that"), after
        a noun with that noun ("a statement calling"), else with the subject of its clause."""
        left, _ = self.left_phrase(g)
        if left is None and self.inner is not None and self.tokens[self.phrases[self.inner].first - 1].low == "with":
            left = self.inner  # "with 30 percent of voters saying"
        infinitive = self.tokens[g.first].tag == "TO"
        row = self.row(g) if before is not None and before.tag == "CONJ" and not infinitive else None
        if row is not None:
            g.subject = row.subject
        elif before is not None and before.low == "," and not infinitive:
            g.subject = self.ground().subject
        elif (left is not None and not infinitive and self.tokens[g.head].tag != "AUX") or (
            left is not None and infinitive and left in self.object_of and self.object_of[left].lemma in CONTROL
        ):
            g.subject = left
        else:
            g.subject = top.subject
        if top.verb is None and top.subject is None:
            top.nonfinite = True
