"""What somebody will or would do under a condition: a stance on doing it, though the verb itself shows none."""

from collections.abc import Callable, Iterator

from onrecord.records import Span
from onrecord.rules.positions import triggers
from onrecord.rules.positions.conditions import Condition
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

MODALS = frozenset({"will", "would", "could", "can", "may", "might"})
ABLE = frozenset({"could", "can", "may", "might"})
"""Modals of what is possible, which commit to something only under a condition that is spelt out ("provided")."""
PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you"})
NO_DEED = frozenset(
    {"be", "have", "need", "cost", "become", "seem", "mean", "happen", "see", "know", "will", "would", "speak", "talk"}
    | {"decide", "judge", "choose", "wait", "respond", "comment", "rest", "do"}
)


def find_promises(sentence: Sentence, said: Callable[[int], bool]) -> Iterator[Hit]:
    """A hit for each `X will do Y provided ...`; with a plain "if" only where X is a pronoun or somebody says so."""
    bargain = sentence.can & triggers.BARGAIN
    for number, verb in enumerate(sentence.verbs):
        if number in sentence.spent or verb.subject is None or verb.passive:
            continue
        if verb.modal not in MODALS and not (
            bargain
            and any(c.bargain and c.first >= verb.last and _is_last(sentence, number, c) for c in sentence.conditions)
        ):
            continue
        if verb.lemma in NO_DEED or any(t.lemma == "have" for t in sentence.tokens[verb.first : verb.head]):
            continue  # "would have kept them out" tells of what never was
        subject = sentence.phrases[verb.subject]
        low = sentence.tokens[subject.head].low
        after = [c for c in sentence.conditions if c.first >= verb.last or (c.leading and c.first < verb.first)]
        after = [c for c in after if (c.unless if verb.negated else not c.negated)]
        if verb.modal in ABLE:  # what may or can happen is a promise only where somebody says so
            after = [c for c in after if c.always and not c.leading] if said(verb.start) else []
        bodies_only = not any(c.always for c in after) and not said(verb.start)
        if sentence.tokens[verb.first].low == "were":
            continue  # "if she were to win"
        if not after:
            continue
        holder, nobody = sentence.holder_of(verb, passive=False)
        if nobody or holder is None:
            continue
        sentence.spent.add(number)
        yield Hit(
            1, Span(verb.start, verb.end), (sentence.tokens[verb.head].start,), holder, sentence.span_from(verb.head),
            speaker=sentence.is_first_person(verb.subject) or low == "you", modal=True, negated=verb.negated,
            bodies_only=bodies_only, trace="will under a condition",
        )  # fmt: skip


def _is_last(sentence: Sentence, number: int, condition: Condition) -> bool:
    """Whether no other clause stands between a verb and the condition: "said it would back the loan on condition"."""
    return not any(verb.finite and verb.first < condition.first for verb in sentence.verbs[number + 1 :])


TERMS = frozenset(
    {"condition", "precondition", "pre-condition", "prerequisite", "conditions", "preconditions", "price"}
)
HANGING = frozenset({"conditional", "contingent", "dependent"})
TERMED = TERMS | HANGING
SETTING = frozenset({"make", "set", "name", "call", "demand", "insist", "want", "put", "cite", "see", "describe"})


def find_terms(sentence: Sentence) -> Iterator[Hit]:
    """`made a truce a condition for talks`: talks are supported under the condition."""
    if not sentence.words.isdisjoint(HANGING):
        yield from _hanging(sentence)
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.low not in TERMS or k + 2 >= len(tokens) or tokens[k + 1].low not in ("for", "of", "to"):
            continue
        number = next((n for n in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[n].last <= k), None)
        if number is None or sentence.verbs[number].lemma not in SETTING or number in sentence.spent:
            continue
        verb = sentence.verbs[number]
        holder, nobody = sentence.holder_of(verb, passive=False)
        end = k
        while end > verb.last and tokens[end - 1].tag in ("DET", "ADJ", "PREP", "SUB"):
            end -= 1
        if holder is None or nobody or end <= verb.last:
            continue
        sentence.spent.add(number)
        condition = Span(tokens[verb.last].start, tokens[end - 1].end)
        cue = Span(verb.start, tokens[k + 1].end)
        target = sentence.span_from(k + 2)
        yield Hit(1, cue, (tokens[verb.head].start, token.start), holder, target, condition=condition, trace="terms")


def _hanging(sentence: Sentence) -> Iterator[Hit]:
    """`made their approval conditional on a cut`: the approval is given under the condition."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.low not in HANGING or k + 2 >= len(tokens) or tokens[k + 1].low not in ("on", "upon"):
            continue
        number = next((n for n in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[n].last < k), None)
        if number is None or number in sentence.spent or sentence.verbs[number].lemma != "make":
            continue
        verb = sentence.verbs[number]
        holder, nobody = sentence.holder_of(verb, passive=False)
        first = sentence.phrase_at(verb.last)
        if holder is None or nobody or first is None or verb.passive:
            continue
        sentence.spent.add(number)
        target = Span(tokens[verb.last].start, tokens[k - 1].end)
        condition = sentence.span_from(k + 2)
        cue = Span(verb.start, tokens[k + 1].end)
        heads = (tokens[verb.head].start, token.start)
        yield Hit(1, cue, heads, holder, target, condition=condition, trace="terms")


ANSWERS = frozenset(
    {"say", "comment", "tell", "speculate", "know", "discuss", "confirm", "elaborate", "answer", "speak"}
)
NO_REFUSAL = (
    NO_DEED
    | ANSWERS
    | frozenset(
        {"affect", "hurt", "harm", "work", "matter", "last", "solve", "help", "rise", "fall", "think", "expect", "feel"}
        | {
            "hesitate",
            "fail",
            "rest",
            "stop",
            "lose",
            "face",
            "find",
            "begin",
            "start",
            "miss",
            "get",
            "die",
            "survive",
        }
    )
)
OWN_BODIES = frozenset(
    {"government", "country", "party", "union", "company", "ministry", "group", "club", "bank", "team", "army"}
    | {"administration", "office", "court", "council", "federation", "movement", "state", "bloc", "city"}
)


NOT = frozenset({"not", "never", "n't"})
WILL = frozenset({"will", "would", "wo", "'ll", "'d"})


def find_refusals(sentence: Sentence, said: Callable[[int], bool]) -> Iterator[Hit]:
    """`said it would not take part`, `made clear that her country will not send troops`."""
    asked = sentence.can & triggers.ASKED
    for number, verb in enumerate(sentence.verbs):
        if verb.modal not in ("will", "would") or not verb.negated or number in sentence.spent or verb.passive:
            continue
        if verb.lemma in NO_REFUSAL or verb.subject is None or (asked and sentence.is_asked(verb)):
            continue
        subject = sentence.phrases[verb.subject]
        low = sentence.tokens[subject.head].low
        if low not in PRONOUNS and low not in OWN_BODIES and subject.kind != "name":
            continue
        governor = _made_clear(sentence, subject.first)
        if governor is None and not said(verb.start):
            continue
        holder, nobody = sentence.holder_of(verb if governor is None else sentence.verbs[governor], passive=False)
        if nobody or holder is None:
            continue
        sentence.spent.add(number)
        yield Hit(
            -1, Span(verb.start, verb.end), (sentence.tokens[verb.head].start,), holder, sentence.span_from(verb.head),
            speaker=sentence.is_first_person(verb.subject), modal=True, negated=True, own=governor is None,
            trace="will not",
        )  # fmt: skip


def _made_clear(sentence: Sentence, k: int) -> int | None:
    """The verb group of `made it clear that`, which stands before the subject at token `k`."""
    if sentence.words.isdisjoint(("clear", "plain", "known")):
        return None
    tokens = sentence.tokens
    number = next((n for n in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[n].last < k), None)
    if number is None or sentence.verbs[number].lemma != "make":
        return None
    between = [token.low for token in tokens[sentence.verbs[number].last : k]]
    if len(between) > 6 or not {"clear", "plain", "known"} & set(between):
        return None
    subject = sentence.verbs[number].subject
    return number if subject is not None and between[-1] in ("that", "clear", "plain", "known") else None


TYING = frozenset({"tie", "link", "peg", "condition", "hitch"})
YES = frozenset(
    {"support", "backing", "approval", "consent", "vote", "votes", "agreement", "participation", "signature"}
)


def find_tied(sentence: Sentence) -> Iterator[Hit]:
    """`tied its support for the budget to a cut in the tax`: the budget is supported under the condition."""
    if sentence.words.isdisjoint(YES):
        return
    tokens = sentence.tokens
    for number, verb in enumerate(sentence.verbs):
        if verb.lemma not in TYING or number in sentence.spent or verb.passive or verb.negated:
            continue
        n = sentence.phrase_at(verb.last)
        if n is None or tokens[sentence.phrases[n].head].low not in YES:
            continue
        phrase = sentence.phrases[n]
        to = [k for k in range(phrase.last, min(phrase.last + 16, len(tokens) - 1)) if tokens[k].low in ("to", "on")]
        if not to:
            continue
        target: Span | None = Span(phrase.start, phrase.end)
        if tokens[phrase.last].low in ("for", "of"):
            target = span_of(tokens, phrase.last + 1, to[0])
        holder, nobody = sentence.holder_of(verb, passive=False)
        if holder is None or nobody:
            continue
        sentence.spent.add(number)
        heads = (tokens[verb.head].start, tokens[phrase.head].start)
        condition = sentence.span_from(to[0] + 1)
        yield Hit(1, Span(verb.start, phrase.end), heads, holder, target, condition=condition, trace="terms")
