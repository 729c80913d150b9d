"""What somebody says cannot go on, be borne or come before something else: "this cannot be tolerated"."""

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

ENDURING = frozenset({"go on", "continue", "keep", "afford", "keep on", "carry on", "stand", "stay"})
BORNE = frozenset({"tolerate", "accept", "allow", "justify", "permit", "defend", "ignore", "excuse"})
EVENTS = frozenset({"be", "happen", "come", "start", "begin"})
UNTOLD = frozenset(
    {
        "decision",
        "date",
        "details",
        "charges",
        "results",
        "names",
        "changes",
        "change",
        "vote",
        "meeting",
        "action",
        "one",
    }
    | {"statement", "comment", "announcement", "verdict", "ruling", "match", "game", "games", "matches"}
)
"""What the future of is told, not ruled out: "no decision will be made before May"."""
OPENING = frozenset({"possible", "until", "unless", "without", "conceivable", "acceptable", "before"})


def cannot(sentence: Sentence, number: int) -> Hit | None:
    """`Europe cannot go on looking away`, `this cannot be tolerated`, `the port cannot be allowed to close`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.subject is None or sentence.is_first_person(verb.subject):
        return None
    phrase = sentence.phrases[verb.subject]
    if tokens[phrase.head].low in ("who", "which", "what", "you", "he", "she", "they"):
        return None
    cue, heads = Span(verb.start, verb.end), (tokens[verb.head].start,)
    target: Span | None
    if verb.lemma == "come" and [t.low for t in tokens[verb.last : verb.last + 2]] == ["soon", "enough"]:
        target = Span(phrase.start, phrase.end)
        return Hit(1, cue, heads, None, target, speaker=True, trace="cannot come soon enough")
    inner = sentence.group_at(sentence.skip_adverbs(verb.last))
    if f"{verb.lemma} {verb.particle}".strip() in ENDURING and not verb.passive:
        if inner is None:
            target = Span(phrase.start, phrase.end)
        else:
            sentence.spent.add(inner)
            target = sentence.span_from(sentence.verbs[inner].head)
        return Hit(-1, cue, heads, None, target, speaker=True, negated=True, trace="cannot go on")
    if verb.passive and verb.lemma in BORNE:
        if inner is not None:
            sentence.spent.add(inner)
        target = Span(phrase.start, phrase.end)
        return Hit(-1, cue, heads, None, target, speaker=True, negated=True, trace="cannot be tolerated")
    return None


def not_until(sentence: Sentence, number: int) -> Hit | None:
    """`no deal is possible until the prisoners are home`: a deal is supported under the condition."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.subject is None:
        return None
    phrase = sentence.phrases[verb.subject]
    ahead = [token.low for token in tokens[verb.last : verb.last + 4]]
    if tokens[phrase.first].low != "no" or OPENING.isdisjoint(ahead) or phrase.head == phrase.first:
        return None
    target = span_of(tokens, phrase.first + 1, verb.first)
    cue, heads = Span(verb.start, verb.end), (tokens[verb.head].start,)
    return Hit(-1, cue, heads, None, target, speaker=True, modal=True, negated=True, trace="not until")


def never(sentence: Sentence, number: int) -> Hit | None:
    """`this pipeline will never cross our land`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.modal != "will" or verb.subject is None:
        return None
    phrase = sentence.phrases[verb.subject]
    if tokens[phrase.first].low == "no" and verb.passive and tokens[phrase.head].low not in UNTOLD:
        # "no camp will be built here"
        target = span_of(tokens, phrase.first + 1, max(verb.last, target_end(tokens, verb.head)))
        cue, heads = Span(verb.start, verb.end), (tokens[verb.head].start,)
        return Hit(-1, cue, heads, None, target, speaker=True, negated=True, trace="no such thing will be")
    if not verb.negated or "never" not in sentence.words:
        return None
    if tokens[phrase.first].low not in ("this", "that", "these", "such") or verb.lemma in ("be", "happen"):
        return None
    target = span_of(tokens, phrase.first, max(verb.last, target_end(tokens, verb.head)))
    cue, heads = Span(verb.start, verb.end), (tokens[verb.head].start,)
    return Hit(-1, cue, heads, None, target, speaker=True, negated=True, trace="will never")


def no_business(sentence: Sentence, number: int) -> Hit | None:
    """`the state has no business telling farmers when to plough`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.lemma != "have" or verb.last + 2 >= len(tokens):
        return None
    if [token.low for token in tokens[verb.last : verb.last + 2]] not in (["no", "business"], ["no", "right"]):
        return None
    inner = sentence.group_at(verb.last + 2)
    if inner is None:
        return None
    sentence.spent.add(inner)
    cue, heads = Span(verb.start, tokens[verb.last + 1].end), (tokens[verb.head].start,)
    target = sentence.span_from(sentence.verbs[inner].head)
    return Hit(-1, cue, heads, None, target, speaker=True, trace="no business")
