"""What somebody will or would do under a condition: a stance on doing it, though the verb itself shows none."""

from collections.abc import Callable, Iterator

from onrecord.records import Span
from onrecord.rules.positions.conditions import Condition
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

MODALS = frozenset({"will", "would", "could", "can", "may", "might"})
ABLE = frozenset({"could", "can", "may", "might"})
"""Modals of what is possible, which commit to something only under a condition that is spelt out ("provided")."""
PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you"})
NO_DEED = frozenset(
    {"be", "have", "need", "cost", "become", "seem", "mean", "happen", "see", "know", "will", "would", "speak", "talk"}
)


def find_promises(sentence: Sentence, conditions: list[Condition], said: Callable[[int], bool]) -> Iterator[Hit]:
    """A hit for each `X will do Y provided ...`; with a plain "if" only where X is a pronoun or somebody says so."""
    for number, verb in enumerate(sentence.verbs):
        bargain = any(c.bargain and c.first >= verb.last for c in conditions)
        if number in sentence.spent or not (verb.modal in MODALS or bargain) or verb.subject is None or verb.passive:
            continue
        if verb.lemma in NO_DEED or any(t.lemma == "have" for t in sentence.tokens[verb.first : verb.head]):
            continue  # "would have kept them out" tells of what never was
        subject = sentence.phrases[verb.subject]
        low = sentence.tokens[subject.head].low
        after = [c for c in conditions if c.first >= verb.last or (c.leading and c.first < verb.first)]
        after = [c for c in after if (c.unless if verb.negated else not c.negated)]
        if verb.modal in ABLE:
            after = [c for c in after if c.always and not c.leading]
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


TERMS = frozenset(
    {"condition", "precondition", "pre-condition", "prerequisite", "conditions", "preconditions", "price"}
)
HANGING = frozenset({"conditional", "contingent", "dependent"})
SETTING = frozenset({"make", "set", "name", "call", "demand", "insist", "want", "put", "cite", "see", "describe"})


def find_terms(sentence: Sentence) -> Iterator[Hit]:
    """`made a truce a condition for talks`: talks are supported under the condition."""
    if not sentence.words.isdisjoint(HANGING):
        yield from _hanging(sentence)
    if sentence.words.isdisjoint(TERMS):
        return
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
