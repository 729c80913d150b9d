"""Stances of speech that its order of words shows: "what we need is a railway", "why should we pay for it?"."""

from onrecord.records import Span
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

WANTING = dict.fromkeys(("want", "wants", "need", "needs", "demand", "support"), 1) | dict.fromkeys(
    ("oppose", "opposes", "fear", "fears", "reject", "rejects"), -1
)
ASKING = frozenset({"should", "would", "must"})


def cleft(sentence: Sentence, number: int) -> Hit | None:
    """`what this region needs is a railway`."""
    be = sentence.verbs[number]
    tokens = sentence.tokens
    if be.first < 2:
        return None
    sign = WANTING.get(tokens[be.first - 1].low)
    before = [token.low for token in tokens[max(be.first - 7, 0) : be.first - 1]]
    if sign is None or not {"what", "thing"} & set(before) or sentence.phrase_at(be.last) is None:
        return None
    sign = -sign if be.negated else sign
    if "last" in before:
        sign = -sign  # "the last thing we need is a casino"
    cue, heads = Span(tokens[be.first - 1].start, be.end), (tokens[be.first - 1].start, tokens[be.head].start)
    return Hit(sign, cue, heads, None, sentence.span_from(be.last), speaker=True, trace="what we need is")


def asked_back(sentence: Sentence, number: int) -> Hit | None:
    """`why should we pay for a stadium?`: whoever asks so will not."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.modal not in ASKING or verb.negated or verb.first < 1:
        return None
    if tokens[verb.first].low == "why" or "why" not in [t.low for t in tokens[max(verb.first - 3, 0) : verb.first]]:
        return None
    cue, heads = Span(verb.start, verb.end), (tokens[verb.head].start,)
    return Hit(-1, cue, heads, None, sentence.span_from(verb.head), speaker=True, trace="why should we")
