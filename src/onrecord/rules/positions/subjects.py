"""Subjects that stand apart from their verbs: after "with", before an aside, before "once" or "but now"."""

from typing import TYPE_CHECKING

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.papers import PAPERS
from onrecord.rules.syntax.types import NounPhrase, VerbGroup

if TYPE_CHECKING:
    from onrecord.rules.positions.sentence import Sentence

ALSO = frozenset({"as", "so", "nor", "neither"})
DOING = frozenset({"do", "does", "did", "is", "are", "has", "have"})
FIRST = frozenset({"only", "first", "last", "latest"})
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


def paper(sentence: "Sentence", verb: VerbGroup) -> Span | None:
    """The letter or resolution whose content a participle tells."""
    n = sentence.phrase_ending(verb.first) if verb.first else None
    if n is None or sentence.tokens[sentence.phrases[n].head].low not in PAPERS:
        return None
    return Span(sentence.phrases[n].start, sentence.phrases[n].end)


def only_one(sentence: "Sentence", verb: VerbGroup) -> Span | None:
    """`was the only country not to sign`, `became the first to ratify`: who is so."""
    if verb.finite or not verb.first or sentence.words.isdisjoint(FIRST):
        return None
    k = verb.first - (sentence.tokens[verb.first - 1].tag == "NEG")
    n = sentence.phrase_ending(k)
    if n is None:
        return None
    phrase = sentence.phrases[n]
    if FIRST.isdisjoint(sentence.lows[phrase.first : phrase.last]):
        return None
    for before in sentence.verbs:
        if before.last == phrase.first and before.lemma in ("be", "become") and before.subject is not None:
            return sentence.holder_of(before, passive=False)[0]
    return None


def joined_in(sentence: "Sentence", verb: VerbGroup) -> tuple[Span, Span] | None:
    """Who joined whom in what the gerund tells: `joined the Democrats in voting against it`."""
    if verb.finite or not verb.first or sentence.tokens[verb.first - 1].low != "in":
        return None
    for before in reversed(sentence.verbs):
        if before.last <= verb.first and before.lemma == "join" and before.object is not None:
            holder, _ = sentence.holder_of(before, passive=False)
            other = sentence.phrases[before.object]
            return (holder, Span(other.start, other.end)) if holder is not None else None
    return None


def so_do(sentence: "Sentence", first: int) -> Span | None:
    """Who else, after `as do the fishermen`."""
    if sentence.words.isdisjoint(ALSO):
        return None
    tokens = sentence.tokens
    for k in range(first, len(tokens) - 2):
        if tokens[k].low in ALSO and tokens[k + 1].low in DOING:
            n = sentence.phrase_at(k + 2)
            return Span(sentence.phrases[n].start, sentence.phrases[n].end) if n is not None else None
    return None
