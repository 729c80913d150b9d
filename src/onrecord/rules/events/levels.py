"""How near to the front of its sentence a verb stands: told as the news, reported, or mentioned on the way."""

from onrecord.rules.events.decision import SAY
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.views import Sentence

CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest", "should"})
BEFORE_CLAUSES = words_of("after before since until till as while when because although though whereas once")
MAIN, REPORTED, ASIDE, BACKGROUND, CONDITIONAL = 0, 1, 2, 3, 4


def level(sentence: Sentence, index: int) -> int:
    """MAIN, REPORTED ("said that ..."), ASIDE (a participle), BACKGROUND (relative, after, while) or CONDITIONAL."""
    tokens, group = sentence.tokens, sentence.groups[index]
    start = group.first
    if group.subject is not None:
        subject = sentence.phrases[group.subject]
        if tokens[subject.head].tag == "WH" and subject.first <= group.first:
            return BACKGROUND
        if subject.first < start and group.finite:
            start = subject.first
    if not group.finite:
        before = tokens[group.first - 1] if group.first else None
        if tokens[group.first].tag == "TO":
            return BACKGROUND
        if before is not None and before.tag in ("PREP", "SUB"):
            return BACKGROUND
        if before is not None and before.low not in (",", "—", "–", "and", "or", ";"):
            return BACKGROUND
        return ASIDE if before is not None else BACKGROUND
    start = _chain(sentence, start)
    if start == 0:
        return MAIN
    before = tokens[start - 1]
    if before.low in CONDITIONS:
        return CONDITIONAL
    if before.low in BEFORE_CLAUSES or before.tag == "WH":
        return BACKGROUND
    if before.tag == "SUB":
        if before.low == "that" and start >= 2:
            governor = tokens[start - 2]
            verb = next((g for g in reversed(sentence.groups[:index]) if g.last <= start - 1), None)
            return REPORTED if verb is not None and verb.lemma in SAY and governor.tag != "NOUN" else BACKGROUND
        return BACKGROUND
    return MAIN


def _chain(sentence: Sentence, start: int) -> int:
    """Where the noun phrase with its prepositions and coordinated parts begins that ends in the subject."""
    tokens = sentence.tokens
    while start > 1:
        before = tokens[start - 1]
        inside = sentence.over(start - 2)
        if before.tag in ("PREP", "CONJ") and before.low not in BEFORE_CLAUSES and inside is not None:
            start = sentence.phrases[inside].first
            continue
        if before.tag in ("ADV", "OPEN"):
            start -= 1
            continue
        break
    return start
