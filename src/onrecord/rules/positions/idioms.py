"""Idioms of speech that tell a stance: "it is high time to lift it", "only a fool would sell", "we can't wait for"."""

from onrecord.records import Span
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import FIRST_PERSON, OWN, Sentence
from onrecord.rules.positions.verdicts import is_issue

IDIOMS = frozenset({"be", "make", "have", "do", "bring", "cause"})
"""Verbs of idioms; of others only those of whom the subject tells: a fool, nothing, or the speaker."""
WANTING = frozenset({"need", "needs", "needed", "want", "wants", "wanted"})
TIRELESS = frozenset(
    {"rest", "stop", "wait", "hesitate", "forget", "sleep", "imagine", "understand", "remember", "help"}
)
FOOLS = frozenset({"fool", "idiot", "madman", "lunatic"})
SUBJECTS = FIRST_PERSON | OWN | FOOLS | {"nothing"}
"""The words of which each subject that makes an idiom of any verb has one."""
WANTS = frozenset({"need", "want", "demand"})
IDIOMATIC = FOOLS | {"time", "no", "what", "sense", "support", "harm", "nothing", "circumstances", "arguments"}
"""The words of which each idiom has one, apart from what the speaker will do or wants."""


def find_idiom(sentence: Sentence, number: int, last: int) -> Hit | None:
    """`it is time to lift`, `there is no way that`, `only a fool would sell`, `we can't go on paying`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    subject = sentence.phrases[verb.subject] if verb.subject is not None else None
    low = tokens[subject.head].low if subject else ""
    first_person = sentence.is_first_person(verb.subject)
    if verb.lemma not in IDIOMS and not first_person and low not in FOOLS and low != "nothing":
        return None
    heads = (tokens[verb.head].start,)
    after = sentence.skip_adverbs(verb.last)
    ahead = [token.low for token in tokens[after : after + 4]]
    cue = Span(verb.start, verb.end)
    if verb.lemma == "be" and "time" in ahead[:2]:
        k = after + ahead.index("time") + 1
        if k < last and tokens[k].low == "that":
            target = sentence.span_from(k + 1, clause=True)
            return Hit(-1 if verb.negated else 1, cue, heads, None, target, speaker=True, trace="time that")
        n = sentence.phrase_at(k) if k < last else None
        if n is not None and sentence.group_at(sentence.phrases[n].last) is not None:
            # "it is high time the government acted"
            target = sentence.span_from(k, clause=True)
            return Hit(-1 if verb.negated else 1, cue, heads, None, target, speaker=True, trace="time that")
        if k < last and tokens[k].low in ("to", "for"):
            group = sentence.group_at(k)
            begin = sentence.verbs[group].head if group is not None else k + 1
            if group is not None:
                sentence.spent.add(group)
            return Hit(
                -1 if verb.negated else 1, cue, heads, None, sentence.span_from(begin), speaker=True, trace="time to"
            )
    if (
        verb.lemma == "be"
        and ahead[:1] == ["no"]
        and ahead[1:2]
        and ahead[1] in ("way", "chance", "reason", "need", "case")
    ):
        nested = sentence.first_group_from(after + 2)
        if nested is not None and nested not in sentence.spent and sentence.verbs[nested].first < last:
            sentence.spent.add(nested)
            return Hit(
                -1, cue, heads, None, sentence.span_from(sentence.verbs[nested].head), speaker=True, trace="no way"
            )
    if (
        verb.lemma == "be"
        and "what" in ahead[:2]
        and subject is not None
        and is_issue(sentence, verb.subject)
        and not WANTING.isdisjoint(token.low for token in tokens[after + 1 : after + 6])
    ):
        # "this is exactly what our region needs"
        issue = Span(subject.start, subject.end)
        return Hit(-1 if verb.negated else 1, cue, heads, None, issue, speaker=True, trace="what we need")
    if low in FOOLS and verb.modal == "would":
        return Hit(-1, cue, heads, None, sentence.span_from(verb.head), speaker=True, trace="only a fool")
    if low == "nothing" and verb.lemma in ("speak", "stand") and ahead[:1] == ["against"]:
        return Hit(1, cue, heads, None, sentence.span_from(after + 1), speaker=True, trace="nothing against")
    if first_person:
        return _first_person(sentence, number, after, ahead)
    if verb.lemma in ("make", "have") and subject is not None and is_issue(sentence, verb.subject):
        target = Span(subject.start, subject.end)
        if (verb.lemma == "make" and ahead[:1] == ["sense"]) or ahead[:2] == ["no", "sense"]:
            return Hit(
                -1 if verb.negated or "no" in ahead[:1] else 1,
                cue,
                heads,
                None,
                target,
                speaker=True,
                trace="makes sense",
            )
        if ahead[:1] == ["my"] and "support" in ahead:
            return Hit(-1 if verb.negated else 1, cue, heads, None, target, speaker=True, trace="my support")
    if (
        verb.lemma in ("do", "bring", "cause")
        and subject is not None
        and "harm" in ahead
        and is_issue(sentence, verb.subject)
    ):
        return Hit(-1, cue, heads, None, Span(subject.start, subject.end), speaker=True, trace="harm")
    return None


def _first_person(sentence: Sentence, number: int, after: int, ahead: list[str]) -> Hit | None:
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    heads = (tokens[verb.head].start,)
    cue = Span(verb.start, verb.end)
    before = [token.low for token in tokens[max(verb.first - 3, 0) : verb.first]]
    if before[:2] in (["circumstances", "will"], ["circumstances", "can"], ["circumstances", "would"]):
        # "under no circumstances will we hand it over"
        return Hit(-1, cue, heads, None, sentence.span_from(verb.head), speaker=True, modal=True, trace="we will never")
    if verb.modal == "can" and verb.negated and verb.lemma == "wait" and ahead[:1] in (["for"], ["to"]):
        return Hit(1, cue, heads, None, sentence.span_from(after + 1), speaker=True, trace="cannot wait")
    if verb.modal in ("can", "could") and verb.negated and verb.lemma == "do" and ahead[:1] == ["without"]:
        return Hit(1, cue, heads, None, sentence.span_from(after + 1), speaker=True, trace="cannot do without")
    if verb.modal in ("can", "could") and not verb.negated and verb.lemma == "do" and ahead[:1] == ["without"]:
        return Hit(-1, cue, heads, None, sentence.span_from(after + 1), speaker=True, trace="can do without")
    if verb.negated and verb.lemma in TIRELESS:
        return None
    if (
        verb.modal in ("can", "will", "would")
        and verb.negated
        and verb.lemma not in ("know", "say", "see", "comment", "tell")
    ):
        begin = verb.head
        group = sentence.group_at(after)
        if verb.lemma in ("go on", "keep", "continue", "go", "afford") and group is not None:
            sentence.spent.add(group)
            begin = sentence.verbs[group].head
        target = sentence.span_from(begin)
        return Hit(-1, cue, heads, None, target, speaker=True, modal=True, negated=True, trace="we will never")
    if verb.lemma == "need" and verb.negated and not verb.modal and sentence.phrase_at(after) is not None:
        return Hit(-1, cue, heads, None, sentence.span_from(after), speaker=True, trace="we need no")
    if verb.lemma in WANTS and not verb.negated and sentence.phrase_at(after) is not None:
        return Hit(1, cue, heads, None, sentence.span_from(after), speaker=True, trace="we need")
    if verb.modal == "will" and not verb.negated and verb.lemma not in ("see", "wait", "know"):
        # a promise is a stance only under a condition: "we will come if they come"
        return Hit(1, cue, heads, None, sentence.span_from(verb.head), speaker=True, modal=True, trace="we will if")
    if "nothing" in ahead[:2] and "against" in ahead:
        k = after + ahead.index("against") + 1
        return Hit(1, cue, heads, None, sentence.span_from(k), speaker=True, trace="nothing against")
    if verb.lemma in ("see", "have", "hear") and "arguments" in ahead and "for" in ahead:
        k = after
        while k < len(tokens) and tokens[k].low != "against":
            k += 1
        if k + 1 < len(tokens):
            return Hit(0, cue, heads, None, sentence.span_from(k + 1), speaker=True, trace="for and against")
    return None
