"""Stances that are ones because somebody says them: "Europe must build", "the law is a disgrace", "tear it down"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions.cannot import cannot, never, no_business, not_until
from onrecord.rules.positions.cleft import asked_back, cleft
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.slogans import find_command, find_slogans
from onrecord.rules.positions.verbs import evaluate
from onrecord.rules.positions.verdicts import effect, is_issue, verdict

DUTIES = frozenset({"must", "should", "ought", "shall"})
NEEDS = frozenset({"need", "have", "deserve"})
IDIOMS = frozenset({"be", "make", "have", "do", "bring", "cause"})
"""Verbs of idioms; of others only those of whom the subject tells: a fool, nothing, or the speaker."""
PLACES = frozenset({"place", "room", "justification", "excuse", "need", "case", "appetite", "support"})
NO_ISSUE = frozenset({"doubt", "question", "way", "mistake", "reason", "need", "other", "one", "more", "better"})
"""What is denied as a fact: "there can be no doubt"."""
WANTING = frozenset({"need", "needs", "needed", "want", "wants", "wanted"})
ONWARDS = frozenset({"ahead", "forward", "further", "on", "through", "to", "down"})
TIRELESS = frozenset(
    {"rest", "stop", "wait", "hesitate", "forget", "sleep", "imagine", "understand", "remember", "help"}
)
FOOLS = frozenset({"fool", "idiot", "madman", "lunatic"})


def find_said(sentence: Sentence, first: int, last: int, *, quoted: bool) -> Iterator[Hit]:
    """The stances in what is said, `tokens[first:last]`."""
    tokens = sentence.tokens
    yield from find_slogans(sentence, first, last)
    if quoted and (command := find_command(sentence, first, last)):
        yield command
    none = "no" in sentence.words
    none_there = none and "there" in sentence.words
    for number, verb in enumerate(sentence.verbs):
        if number in sentence.spent or not first <= verb.first < last or sentence.is_asked(verb):
            continue
        if not verb.finite and tokens[verb.first].low != "there":
            continue
        hit = (
            (_there(sentence, number) if none_there else None)
            or (not_until(sentence, number) if none and sentence.conditional else None)
            or _duty(sentence, number)
            or _idiom(sentence, number, last)
            or asked_back(sentence, number)
            or cleft(sentence, number)
            or no_business(sentence, number)
            or never(sentence, number)
            or verdict(sentence, number)
            or effect(sentence, number)
        )
        if hit is not None:
            hit.claims_only = True
            sentence.spent.add(number)
            yield hit
    del tokens


def _heads(sentence: Sentence, number: int) -> tuple[int, ...]:
    verb = sentence.verbs[number]
    return (sentence.tokens[verb.head].start,)


def _duty(sentence: Sentence, number: int) -> Hit | None:
    """`must build`, `should never be sold`, `ought to learn`, `needs to go`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    inner: int | None = None
    if verb.modal in ("can", "could") and verb.negated and (hit := cannot(sentence, number)) is not None:
        return hit
    if verb.modal not in DUTIES:
        if verb.lemma not in NEEDS or verb.modal:
            return None
        inner = sentence.group_at(sentence.skip_adverbs(verb.last))
        if inner is None or tokens[sentence.verbs[inner].first].low != "to":
            return None
    if verb.subject is None:
        return None
    phrase = sentence.phrases[verb.subject]
    if tokens[phrase.head].low in ("who", "which", "what", "you"):
        return None
    deeper = evaluate(sentence, number, 3)
    head = sentence.verbs[inner].head if inner is not None else verb.head
    if inner is not None:
        sentence.spent.add(inner)
    if deeper is not None and verb.negated is False and deeper[1] is not None and deeper[0].sign:
        # "the bill must be rejected" is against the bill
        sentence.spent.update(deeper[2])
        return Hit(
            deeper[0].sign,
            Span(verb.start, verb.end),
            _heads(sentence, number),
            None,
            deeper[1],
            speaker=True,
            trace="duty",
        )
    doer = sentence.verbs[inner] if inner is not None else verb
    if doer.passive and (not verb.negated or sentence.is_deed(doer)):
        for line in stances().verbs.get(doer.lemma, ()):
            if "obj" in line.frames and line.sign:
                # "the law should be scrapped" is against the law
                return Hit(
                    -line.sign if verb.negated else line.sign,
                    Span(verb.start, doer.end),
                    _heads(sentence, number),
                    None,
                    Span(phrase.start, phrase.end),
                    speaker=True,
                    trace="duty",
                )
    ahead = tokens[doer.last].low if doer.last < len(tokens) else ""
    if (
        doer.lemma == "go"
        and ahead not in ONWARDS
        and phrase.kind == "noun"
        and not verb.negated
        and is_issue(sentence, verb.subject)
    ):
        # "the fence must go"
        issue = Span(phrase.start, phrase.end)
        cue = Span(verb.start, doer.end)
        return Hit(-1, cue, _heads(sentence, number), None, issue, speaker=True, trace="must go")
    passive = verb.passive or (inner is not None and sentence.verbs[inner].passive)
    end = target_end(tokens, head)
    target: Span | None = span_of(tokens, head, end)
    if passive or phrase.kind != "pronoun":
        whole = Span(phrase.start, tokens[end - 1].end) if end > head else None
        target = whole or target
    nobody = tokens[phrase.first].low in ("nobody", "no", "none", "nothing", "neither")
    sign = -1 if (verb.negated or sentence.no_longer(verb)) ^ nobody else 1
    if nobody:
        target = span_of(tokens, head, end)
    return Hit(sign, Span(verb.start, verb.end), _heads(sentence, number), None, target, speaker=True, trace="duty")


def _there(sentence: Sentence, number: int) -> Hit | None:
    """`there can be no amnesty`, `there is no place for hatred`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    k = verb.last
    if verb.lemma != "be" or k + 1 >= len(tokens) or tokens[k].low != "no":
        return None
    if "there" not in (tokens[max(verb.first - 1, 0)].low, tokens[verb.first].low):
        return None
    if (
        tokens[k + 1].low in ("alternative", "substitute")
        and k + 3 < len(tokens)
        and tokens[k + 2].low in ("to", "for")
    ):
        cue, heads = Span(verb.start, tokens[k + 1].end), _heads(sentence, number)
        return Hit(1, cue, heads, None, sentence.span_from(k + 3), speaker=True, trace="no alternative")
    placed = tokens[k + 1].low in PLACES and k + 3 < len(tokens) and tokens[k + 2].low == "for"
    if not placed and (verb.modal not in DUTIES | {"can"} or tokens[k + 1].low in NO_ISSUE):
        return None
    target = sentence.span_from(k + 3 if placed else k + 1)
    cue, heads = Span(verb.start, tokens[k].end), _heads(sentence, number)
    return Hit(-1, cue, heads, None, target, speaker=True, negated=True, trace="there")


def _idiom(sentence: Sentence, number: int, last: int) -> Hit | None:
    """`it is time to lift`, `there is no way that`, `only a fool would sell`, `we can't go on paying`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    subject = sentence.phrases[verb.subject] if verb.subject is not None else None
    low = tokens[subject.head].low if subject else ""
    first_person = sentence.is_first_person(verb.subject)
    if verb.lemma not in IDIOMS and not first_person and low not in FOOLS and low != "nothing":
        return None
    heads = _heads(sentence, number)
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
    heads = _heads(sentence, number)
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
    if verb.lemma in ("need", "want", "demand") and not verb.negated and sentence.phrase_at(after) is not None:
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
