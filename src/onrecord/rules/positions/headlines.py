"""Stances of sentences whose verb the syntax took for a noun: "Court blocks sale of port", "guild stands behind it"."""

from onrecord.records import Span
from onrecord.rules.positions.complements import NO_FRAMES
from onrecord.rules.positions.hits import Hit, Polarity
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import NOBODY, Sentence
from onrecord.rules.syntax.contexts import LIKENING
from onrecord.rules.syntax.lexicon import lexicon

FORMS = frozenset({"s", "base"})
OBJECTS = frozenset({"NAME", "NOUN", "ADJ", "DET", "NUM", "POSS", "PRON", "OPEN"})
LONGEST = 24


def find_headline(sentence: Sentence) -> Hit | None:
    """The hit of a sentence without any finite verb."""
    tokens = sentence.tokens
    if len(tokens) > LONGEST:
        return None
    for verb in sentence.verbs:
        if verb.finite and verb.subject is not None:
            return None
    words, verbs = lexicon().verbs, stances().verbs
    for k in range(1, len(tokens) - 1):
        token = tokens[k]
        reading = words.get(token.low) or (("VERB", "back", "base") if token.low == "back" else None)
        if reading is None or reading[2] not in FORMS or tokens[k - 1].tag not in ("NAME", "NOUN", "ADJ", "VERB"):
            continue
        several = any(each.low.endswith("s") or each.low in ("and", ",") or each.low in NOBODY for each in tokens[:k])
        if (reading[2] == "base" and not several) or tokens[k - 1].low in ("to", "a", "the"):
            continue
        if token.low == "like" and tokens[k - 1].low in LIKENING:
            continue
        following = tokens[k + 1]
        frames = verbs.get(reading[1], NO_FRAMES)
        begin, line = k + 1, frames.get("obj") if following.tag in OBJECTS else None
        if line is None and k + 2 < len(tokens):
            begin, line = k + 2, frames.get("+" + following.low)
        if line is None:
            continue
        polarity = Polarity(line.sign, line.negated)
        first = 0
        if tokens[0].low in NOBODY:
            polarity = polarity.turned()
            first = 2 if tokens[1].low in ("in", "of", "at", "among", "from") else 1
        elif tokens[0].low == "even":
            first = 1
        if polarity.sign is None or first >= k:
            return None
        cue = Span(token.start, token.end)
        holder = Span(tokens[first].start, tokens[k - 1].end)
        return Hit(polarity.sign, cue, (cue.start,), holder, sentence.span_from(begin), trace="verb taken for a noun")
    return None
