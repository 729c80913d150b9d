"""Subjects that stand apart from their verbs: after "with", before an aside, before "once" or "but now"."""

from typing import TYPE_CHECKING

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.syntax.types import NounPhrase, VerbGroup

if TYPE_CHECKING:
    from onrecord.rules.positions.sentence import Sentence

SPEAKING = frozenset({"say", "add", "tell", "report", "announce", "write", "note", "argue", "claim", "confirm"})


def implied(sentence: "Sentence", verb: VerbGroup) -> Span | None:
    """Who acts where the syntax found no subject: `Chad once backed it but now opposes it`."""
    if not verb.finite:
        return with_whom(sentence, verb)
    k = verb.first
    while k and sentence.tokens[k - 1].tag == "ADV":
        k -= 1
    low = sentence.tokens[k - 1].low if k else ""
    if low in ("once", "now", "then"):
        n = sentence.phrase_ending(k - 1)
        return Span(sentence.phrases[n].start, sentence.phrases[n].end) if n is not None else None
    if low in ("but", "and", "yet"):
        before = [other for other in sentence.verbs if other.finite and other.last < k]
        return sentence.holder_of(before[-1], passive=False)[0] if before else None
    return None


def with_whom(sentence: "Sentence", verb: VerbGroup) -> Span | None:
    """Who acts in a gerund after "with": "with Chad and Niger blocking the text"."""
    if verb.finite or verb.first < 2 or "with" not in sentence.words:
        return None
    k = verb.first - 1
    while k > 0 and k > verb.first - 8 and sentence.tokens[k].low != "with":
        k -= 1
    return span_of(sentence.tokens, k + 1, verb.first) if sentence.tokens[k].low == "with" else None


def before_aside(sentence: "Sentence", verb: VerbGroup, phrase: NounPhrase) -> NounPhrase:
    """The subject itself where the phrase is of an aside: "the pilots refused, the union said, but agreed"."""
    if not phrase.first or sentence.tokens[phrase.first - 1].low != "," or phrase.last >= verb.first:
        return phrase
    aside = sentence.group_at(phrase.last)
    if (
        aside is None
        or sentence.verbs[aside].lemma not in SPEAKING
        or sentence.verbs[aside].last >= len(sentence.tokens)
    ):
        return phrase
    told = sentence.verbs[aside]
    if told is verb or sentence.tokens[told.last].low != ",":
        return phrase
    for before in reversed(sentence.verbs[:aside]):
        if before.finite and before.subject is not None and before.first < phrase.first:
            return sentence.phrases[before.subject]
    return phrase
