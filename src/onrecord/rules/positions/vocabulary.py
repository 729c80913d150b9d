"""Which words and verbs set off which rules: one table, by which a sentence is sent to those rules alone that can find
something in it. The words themselves stand with their rules."""

from collections.abc import Iterable
from functools import cache

from onrecord.rules.positions import (
    asked,
    conditions,
    idioms,
    neutral,
    partisans,
    predicates,
    promises,
    speech,
    triggers,
    verbal,
)
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import ASKING
from onrecord.rules.syntax.lexicon import lexicon
from onrecord.rules.syntax.types import Clauses


def triggered(clause: Clauses) -> int:
    """All that the words and verbs of a sentence can set off."""
    words, verbs, openings, known = _tables()
    found = openings.get(clause.lows[0], 0)
    for word in clause.words & known:
        found |= words[word]
    for verb in clause.verbs:
        found |= verbs.get(verb.lemma, 0)
    return found


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int], frozenset[str]]:
    """What each word sets off, each verb by its lemma, and each word at the front; and the words of the first table."""
    negations = {word for word, (tag, _, _) in lexicon().closed.items() if tag == "NEG"} | {"cannot"}
    judging, dealing = speech.spoken_words()
    words = _table(
        (triggers.OPENED | triggers.TIED, asked.TIES),
        (triggers.CONDITION, conditions.rarest()),
        (triggers.BARGAIN, conditions.bargaining()),
        (triggers.NEUTRAL_WORD, neutral.NOUNS | neutral.UNSETTLED | negations),
        (triggers.NEUTRAL, ("neither", "feelings")),
        (triggers.NOMINAL, stances().nouns),
        (triggers.PREDICATE, predicates.trigger_words() - {"for"}),
        (triggers.PREDICATE_WORD, ("for",)),
        (triggers.VERBAL, verbal.MODIFYING),
        (triggers.NEGATION, promises.NOT),
        (triggers.WILL, promises.WILL),
        (triggers.TERMED, promises.TERMED),
        (triggers.ASKED, ASKING),
        (triggers.NONE, ("no",)),
        (triggers.WHAT, ("what", "thing")),
        (triggers.WHY, ("why",)),
        (triggers.OWN, idioms.SUBJECTS),
        (triggers.IDIOM, idioms.IDIOMATIC),
        (triggers.JUDGED, judging),
        (triggers.DEALT, dealing),
    )
    verbs = _table(
        (triggers.NEUTRAL_VERB, neutral.VERBS),
        (triggers.NEUTRAL, neutral.SETTLING),
        (triggers.VERBAL, verbal.telling_verbs()),
        (triggers.VERBAL, ("use",)),
        (triggers.PREDICATE_VERB, partisans.COPULAS),
    )
    openings = _table((triggers.OPENED, asked.OPENERS), (triggers.CONDITION, conditions.OPENERS))
    return words, verbs, openings, frozenset(words)


def _table(*lines: tuple[int, Iterable[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for bits, words in lines:
        for word in words:
            found[word] = found.get(word, 0) | bits
    return found
