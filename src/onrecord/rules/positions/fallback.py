"""The stance of a cue that stands in no frame we know: from its word alone."""

from onrecord.rules.attribution.types import Attribution
from onrecord.rules.positions.lexicon import stances


def sign_of(attribution: Attribution) -> int | None:
    """+1, -1 or 0, None where no word tells; an intention is support for what is intended."""
    lex = stances()
    lemma = attribution.lemma
    frames = lex.verbs.get(lemma) or lex.verbs.get(lemma.partition(" ")[0])
    sign: int | None = None
    if frames:
        line = next(iter(frames.values()))
        sign = line.sign
        if attribution.negated:
            return line.negated or 0
    elif lemma in lex.adjectives:
        sign = next(iter(lex.adjectives[lemma].values()))
    elif lemma in lex.nouns:
        sign = next(iter(lex.nouns[lemma].values()))
    elif lemma in lex.turn:
        sign = -1
    elif attribution.mark == "intention":
        sign = -1 if attribution.modality == "denied" else 1
    if sign is None:
        return None
    return -sign if attribution.negated else sign
