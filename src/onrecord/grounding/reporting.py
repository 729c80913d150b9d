"""How a statement reports: where what it says begins behind "the mayor says that", and to whom it is said."""

from onrecord.grounding.laying import Pair, Part, parts_of
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom
from onrecord.rules.attribution.cues import cues
from onrecord.rules.syntax.types import Clauses, VerbGroup


def main_verb(clauses: Clauses) -> VerbGroup | None:
    """The first finite verb that stands in no clause of its own: "says" of "The mayor, who left, says she won"."""
    return next((group for group in clauses.verbs if _is_main(group, clauses)), None)


def said_from(clauses: Clauses, support: Support, whom: Whom) -> int:
    """Where what is said begins, after a report that the content does not have; 0 where there is none."""
    group = main_verb(clauses)
    if group is None or group.passive or group.lemma not in cues().verbs or group.last >= len(clauses.tokens):
        return 0
    if any(t.lemma == group.lemma for span in support.evidence.spans for t in whom.tokens(*span)):
        return 0
    after = clauses.tokens[group.last]
    if any(t.lemma == group.lemma for span in support.cue_spans for t in whom.tokens(*span)):
        return after.start
    begins = (after.low == "that" and after.tag == "SUB") or any(
        other.finite and other.subject is not None and clauses.phrases[other.subject].first == group.last
        for other in clauses.verbs
    )
    return after.start if begins else 0


def addressed(clauses: Clauses, support: Support, whom: Whom) -> Pair | None:
    """Whom the cue of the evidence is said to, or of, and whom the statement's: "accused the state of waste"."""
    group = main_verb(clauses)
    if group is None or group.passive or not support.cue_spans or group.lemma not in cues().verbs:
        return None
    begin, end = support.cue_spans[-1].end, support.evidence.spans[0].start
    if begin >= end:
        return None
    old = next((part for c in whom.between(begin, end) if (part := _object(c, begin, end))), None)
    new = _object(clauses, clauses.tokens[group.last - 1].end, clauses.tokens[-1].end)
    return Pair(old, new, alike=old.key == new.key, firm=True) if old and new else None


def _object(clauses: Clauses, start: int, end: int) -> Part | None:
    """The phrase that begins at an offset, behind a preposition at most, and ends before another."""
    tokens = clauses.tokens
    k = next((k for k, t in enumerate(tokens) if t.start >= start), len(tokens))
    if k < len(tokens) and tokens[k].low in ("with", "to"):
        k += 1
    phrase = clauses.phrases[clauses.phrase_at[k]] if k in clauses.phrase_at else None
    if phrase is None or phrase.end > end or tokens[phrase.head].tag == "WH":
        return None
    if any(g.subject is not None and g.finite and clauses.phrases[g.subject] is phrase for g in clauses.verbs):
        return None  # it does what is said: "says the state wastes money"
    return next((p for p in parts_of(clauses, phrase.start, phrase.end) if p.kind == "phrase"), None)


def _is_main(group: VerbGroup, clauses: Clauses) -> bool:
    if not group.finite:
        return False
    if group.subject is None:
        return True
    phrase = clauses.phrases[group.subject]
    before = clauses.tokens[phrase.first - 1].tag if phrase.first else ""
    return clauses.tokens[phrase.head].tag != "WH" and before not in ("SUB", "WH")
