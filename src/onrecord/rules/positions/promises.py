"""What somebody will or would do under a condition: a stance on doing it, though the verb itself shows none."""

from collections.abc import Callable, Iterator

from onrecord.records import Span
from onrecord.rules.positions.conditions import Condition
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

MODALS = frozenset({"will", "would", "could", "can"})
PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
NO_DEED = frozenset({"be", "have", "need", "cost", "become", "seem", "mean", "happen", "see", "know", "will", "would"})


def find_promises(sentence: Sentence, conditions: list[Condition], said: Callable[[int], bool]) -> Iterator[Hit]:
    """A hit for each `X will do Y provided ...`; with a plain "if" only where X is a pronoun or somebody says so."""
    for number, verb in enumerate(sentence.verbs):
        if number in sentence.spent or verb.modal not in MODALS or verb.subject is None or verb.passive:
            continue
        if verb.lemma in NO_DEED:
            continue
        subject = sentence.phrases[verb.subject]
        low = sentence.tokens[subject.head].low
        after = [c for c in conditions if c.first >= verb.last or c.first == 0]
        if low not in PRONOUNS and (verb.modal != "will" or not said(verb.start)):
            after = [c for c in after if c.always]
        if sentence.tokens[verb.first].low == "were":
            continue  # "if she were to win"
        if verb.negated:
            after = [c for c in after if c.unless]
        if not after:
            continue
        holder, nobody = sentence.holder_of(verb, passive=False)
        if nobody or holder is None:
            continue
        sentence.spent.add(number)
        yield Hit(
            1, Span(verb.start, verb.end), (sentence.tokens[verb.head].start,), holder, sentence.span_from(verb.head),
            speaker=sentence.is_first_person(verb.subject), modal=True, trace="will under a condition",
        )  # fmt: skip
