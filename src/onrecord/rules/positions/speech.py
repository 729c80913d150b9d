"""Stances that are ones because somebody says them: "Europe must build", "the law is a disgrace", "tear it down"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions import triggers
from onrecord.rules.positions.cannot import EVENTS, cannot, never, no_business, not_until
from onrecord.rules.positions.cleft import asked_back, cleft
from onrecord.rules.positions.complements import NO_FRAMES
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.idioms import IDIOMS, WANTS, find_idiom
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.slogans import find_command, find_slogans, slogan_words
from onrecord.rules.positions.verbs import evaluate
from onrecord.rules.positions.verdicts import BARRED, ONLY, effect, is_issue, verdict

DUTIES = frozenset({"must", "should", "ought", "shall"})
NEEDS = frozenset({"need", "have", "deserve"})
SPOKEN = NEEDS | IDIOMS | EVENTS
"""The verbs of whatever rule that reads single verbs without a modal."""
PLACES = frozenset({"place", "room", "justification", "excuse", "need", "case", "appetite", "support"})
NO_ISSUE = frozenset({"doubt", "question", "way", "mistake", "reason", "need", "other", "one", "more", "better"})
"""What is denied as a fact: "there can be no doubt"."""
ONWARDS = frozenset({"ahead", "forward", "further", "on", "through", "to", "down"})
SPEAKING = frozenset({"confess", "admit", "say", "ask", "tell", "stress", "emphasise", "emphasize", "add", "warn"})
NOBODY = frozenset({"nobody", "no", "none", "nothing", "neither"})


def find_said(sentence: Sentence, first: int, end: int, *, quoted: bool) -> Iterator[Hit]:
    """The stances in what is said, from token `first` to offset `end`."""
    tokens, count = sentence.tokens, len(sentence.tokens)
    begin = first
    while begin < count and tokens[begin].tag in ("OPEN", "PUNCT"):
        begin += 1
    if begin < count and tokens[begin].start < end:
        if tokens[begin].low in slogan_words():
            yield from find_slogans(sentence, begin, sentence.place(end))
        if quoted and (command := find_command(sentence, begin, sentence.place(end))):
            yield command
    # Which rules can have something to say is seen from the verb and the words of the sentence, without a call.
    words = sentence.can & triggers.SPOKEN
    none, what = words & triggers.NONE, words & triggers.WHAT
    asked = sentence.can & triggers.ASKED
    own, idiom = words & triggers.OWN, words & triggers.IDIOM
    judged, dealt = words & triggers.JUDGED, words & triggers.DEALT
    any_verb, lemmas = words & triggers.SPOKEN_ANYHOW, SPOKEN if words else NEEDS
    for number, verb in enumerate(sentence.verbs):
        lemma, modal = verb.lemma, verb.modal
        if not (modal or any_verb or lemma in lemmas) or verb.first < first or verb.start >= end:
            continue
        if number in sentence.spent or (asked and sentence.is_asked(verb)):
            continue
        if not verb.finite and tokens[verb.first].low != "there":
            continue
        hit = (
            (_there(sentence, number) if none and lemma == "be" else None)
            or (not_until(sentence, number) if none and lemma in EVENTS and sentence.conditions else None)
            or (_duty(sentence, number) if modal or lemma in NEEDS else None)
            or (
                find_idiom(sentence, number, sentence.place(end))
                if (idiom and (own or lemma in IDIOMS)) or (own and (modal or lemma in WANTS))
                else None
            )
            or (asked_back(sentence, number) if modal and words & triggers.WHY else None)
            or (cleft(sentence, number) if what and lemma == "be" else None)
            or (no_business(sentence, number) if none and lemma == "have" else None)
            or (never(sentence, number) if modal == "will" else None)
            or (verdict(sentence, number) if judged else None)
            or (effect(sentence, number) if dealt or modal == "would" else None)
        )
        if hit is not None:
            hit.claims_only = True
            sentence.spent.add(number)
            yield hit


def spoken_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words of which a verdict has one, and words of which what has an effect has one."""
    lex = stances()
    return lex.good | lex.bad | ONLY | {words[-1] for words in BARRED} | {"right"}, lex.issues | {"answer"}


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
    if verb.lemma in SPEAKING and sentence.is_first_person(verb.subject):
        return None  # "I must confess something"
    deeper = evaluate(sentence, number, 3)
    head = sentence.verbs[inner].head if inner is not None else verb.head
    if inner is not None:
        sentence.spent.add(inner)
    nobody = tokens[phrase.first].low in NOBODY
    if deeper is not None and nobody:
        deeper = (deeper[0].turned(), *deeper[1:])  # "nobody should support the ban"
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
        line = stances().verbs.get(doer.lemma, NO_FRAMES).get("obj")
        if line is not None and line.sign:
            # "the law should be scrapped" is against the law
            sign, cue = -line.sign if verb.negated else line.sign, Span(verb.start, doer.end)
            law = Span(phrase.start, phrase.end)
            return Hit(sign, cue, _heads(sentence, number), None, law, speaker=True, trace="duty")
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
