"""No side taken by who was asked: "Asked whether she backed the merger, the minister said it was too early"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions import triggers
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.inversions import OPENERS as INVERTING
from onrecord.rules.positions.inversions import find_inverted
from onrecord.rules.positions.promises import find_tied
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verbs import evaluate

ASKING = frozenset({"asked", "pressed", "questioned", "quizzed"})
EVADING = frozenset(
    {"decline", "refuse", "dodge", "sidestep", "evade", "demur", "avoid", "duck", "laugh", "shrug", "hesitate"}
)
ASKED = ASKING | {"when", "repeatedly"}
TIES = frozenset(
    {"tied", "ties", "linked", "links", "pegged", "conditioned", "hitched", "tie", "link", "linking", "tying"}
)
TELLING = frozenset({"say", "insist", "warn", "tell", "demand", "vow", "declare", "argue"})
REACH = 8


def find_asked(sentence: Sentence) -> Hit | None:
    """The hit of a sentence that begins with what somebody was asked and goes on with no answer."""
    tokens = sentence.tokens
    k = 1 if tokens[0].low in ("when", "repeatedly") else 0
    if len(tokens) < 8 or tokens[k].low not in ASKING:
        return None
    opener = next(
        (m for m in range(k + 1, min(k + REACH, len(tokens))) if tokens[m].low in ("whether", "if", "about", "for")),
        None,
    )
    comma = next((m for m in range(k + 2, len(tokens)) if tokens[m].low == ","), None)
    if opener is None or comma is None or comma < opener + 2:
        return None
    main = next(
        (n for n, v in enumerate(sentence.verbs) if v.first > comma and v.subject is not None and v.finite), None
    )
    if main is None or not _is_evasive(sentence, main):
        return None
    target: Span | None = None
    sign = 0
    if tokens[opener].low in ("whether", "if"):
        nested = sentence.first_group_from(opener)
        if nested is not None and sentence.verbs[nested].first < comma:
            deeper = evaluate(sentence, nested, 2)
            if deeper is not None and tokens[sentence.verbs[main].last].low == "no":
                sign = -(deeper[0].sign or 0)  # "asked if she backed it, she said no"
            target = deeper[1] if deeper is not None else sentence.span_from(sentence.verbs[nested].head)
            sentence.spent.add(nested)
            sentence.spent.update(deeper[2] if deeper is not None else ())
    else:
        target = sentence.span_from(opener + 1)
    verb = sentence.verbs[main]
    holder, _ = sentence.holder_of(verb, passive=False)
    if holder is None or target is None:
        return None
    sentence.spent.add(main)
    sentence.spent.update(n for n, v in enumerate(sentence.verbs) if n > main and v.first - verb.last < 2)
    return Hit(sign, Span(verb.start, verb.end), (tokens[verb.head].start,), holder, target, trace="asked")


def _is_evasive(sentence: Sentence, main: int) -> bool:
    verb = sentence.verbs[main]
    ahead = [token.low for token in sentence.tokens[verb.first : verb.last + 7]]
    if verb.lemma in EVADING or (verb.lemma == "change" and "subject" in ahead):
        return True
    if verb.lemma in ("say", "answer", "comment", "reply", "draw", "commit", "rule", "give", "take", "respond"):
        if verb.negated or "only" in ahead[: verb.last - verb.first] or "no" in ahead[:4]:
            return True
        return ("early" in ahead or "soon" in ahead) and "too" in ahead
    return False


def find_bare(sentence: Sentence) -> Hit | None:
    """`No deal without a chapter on forests, the Greens insist`."""
    tokens = sentence.tokens
    comma = next((k for k in range(3, len(tokens) - 2) if tokens[k].low == ","), None)
    without = next((k for k in range(2, min(len(tokens), 8)) if tokens[k].low == "without"), None)
    if comma is None or without is None or without > comma or any(v.finite and v.first < comma for v in sentence.verbs):
        return None
    n = sentence.phrase_at(comma + 1)
    verb = next((v for v in sentence.verbs if v.first > comma and v.lemma in TELLING), None)
    if verb is None:
        return None
    if n is None or sentence.phrases[n].last != verb.first:
        n = sentence.phrase_at(verb.last)
    if n is None:
        return None
    holder = Span(sentence.phrases[n].start, sentence.phrases[n].end)
    cue, condition = Span(verb.start, verb.end), sentence.span_from(without)
    target = span_of(tokens, 1, without)
    return Hit(1, cue, (tokens[verb.head].start,), holder, target, condition=condition, trace="no such thing without")


OPENERS = ASKED | INVERTING | {"no"}
"""The first words of such a sentence, where none of `TIES` is in it."""


def find_opened(sentence: Sentence) -> Iterator[Hit]:
    """The hits that must be read before any word of theirs is taken for itself."""
    low = sentence.tokens[0].low
    if low in ASKED and (asked := find_asked(sentence)) is not None:
        yield asked
    if low == "no" and "without" in sentence.words and (bare := find_bare(sentence)) is not None:
        yield bare
    if low in INVERTING:
        yield from find_inverted(sentence)
    if sentence.can & triggers.TIED:
        yield from find_tied(sentence)
