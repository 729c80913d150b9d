"""What a reproach, a threat or a lawsuit is about: "criticised the ministry for failing to", "will quit if"."""

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Polarity
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verbs import evaluate
from onrecord.rules.syntax.types import VerbGroup

Ground = tuple[Polarity, Span | None]
BLAMING = frozenset(
    {"criticise", "criticize", "slam", "blast", "condemn", "attack", "denounce", "censure", "rebuke", "berate"}
    | {"chastise", "castigate", "fault", "lambast", "lambaste", "blame", "scold", "chide", "reprimand", "upbraid"}
    | {"excoriate", "assail", "reproach", "pillory", "savage", "admonish"}
)
PRAISING = frozenset({"praise", "commend", "applaud", "thank", "laud", "congratulate", "salute", "hail"})
OMITTING = frozenset({"fail", "refuse", "neglect", "decline"})
OMISSIONS = frozenset({"failure", "refusal", "reluctance", "inaction"})
LEAVING = frozenset(
    {"resign", "quit", "leave", "withdraw", "strike", "veto", "sue", "boycott", "step down", "walk out", "pull out"}
    | {"walk", "step", "pull", "block", "vote", "stop", "suspend", "defect", "rebel"}
)
PROCEEDING = frozenset({"go", "press", "push", "proceed", "forge", "plough"})
PASSING = frozenset(
    {"pass", "approve", "adopt", "enact", "ratify", "sign", "implement", "build", "introduce", "impose"}
)
REACH = 14
"""How many words the one who is blamed may have before "for"."""


def ground(sentence: Sentence, verb: VerbGroup, used: list[int]) -> Ground | None:
    """What somebody is blamed, praised, sued or threatened for, where the sentence tells; it is the target then."""
    if verb.lemma in BLAMING or verb.lemma in PRAISING:
        return _deed(sentence, verb, used)
    if verb.lemma == "sue":
        return _suit(sentence, verb, used)
    return None


def _deed(sentence: Sentence, verb: VerbGroup, used: list[int]) -> Ground | None:
    """`criticised the ministry for failing to publish it`, `praised Oslo for closing the mine`."""
    tokens = sentence.tokens
    sign = 1 if verb.lemma in PRAISING else -1
    if verb.passive:
        start = verb.last
    else:
        n = sentence.phrase_at(verb.last)
        if n is not None and sign < 0 and tokens[sentence.phrases[n].head].low in OMISSIONS:
            over = sentence.group_at(sentence.phrases[n].last)
            if over is not None and not sentence.verbs[over].finite:
                used.append(over)  # "criticised its refusal to publish it"
                return Polarity(1, None), sentence.span_from(sentence.verbs[over].head)
        if n is None or tokens[sentence.phrases[n].head].low in stances().issues:
            return None
        start = sentence.phrases[n].last
    k = next((m for m in range(start, min(start + REACH, len(tokens) - 1)) if tokens[m].low in ("for", "over")), None)
    if k is None or any(t.tag in ("PUNCT", "SUB", "WH", "MODAL") for t in tokens[start:k]):
        return None
    return for_what(sentence, k, sign, used)


def for_what(sentence: Sentence, k: int, sign: int, used: list[int]) -> Ground | None:
    """Stance and target of what stands after the "for" at token `k`."""
    tokens = sentence.tokens
    negative = tokens[k + 1].tag == "NEG"
    inner = sentence.group_at(k + 1)
    if inner is None and negative:
        inner = sentence.group_at(k + 2)
    if inner is not None:
        group = sentence.verbs[inner]
        if tokens[group.head].form != "ing":
            return None
        used.append(inner)
        begin = group.head
        if group.lemma in OMITTING and (over := sentence.group_at(sentence.skip_adverbs(group.last))) is not None:
            used.append(over)
            negative = not negative
            begin = sentence.verbs[over].head
        return Polarity(-sign if negative or group.negated else sign, None), sentence.span_from(begin)
    n = sentence.phrase_at(k + 1)
    if n is None or tokens[k + 1].tag == "NUM":
        return None
    phrase = sentence.phrases[n]
    over = sentence.group_at(phrase.last)
    if over is not None and tokens[sentence.verbs[over].first].low == "to":
        used.append(over)
        if tokens[phrase.head].low in OMISSIONS:
            return Polarity(-sign, None), sentence.span_from(sentence.verbs[over].head)
    return Polarity(sign, None), sentence.span_from(k + 1)


def _suit(sentence: Sentence, verb: VerbGroup, used: list[int]) -> Ground | None:
    """`sued the state to stop a port`, `sued the firm over its dam`."""
    tokens = sentence.tokens
    for k in range(verb.last, min(verb.last + REACH, len(tokens) - 1)):
        token = tokens[k]
        if token.tag in ("PUNCT", "SUB", "WH"):
            return None
        inner = sentence.group_at(k) if token.low == "to" else None
        if inner is not None:
            used.append(inner)
            return Polarity(1, None), sentence.span_from(sentence.verbs[inner].head)
        if token.low == "over" and sentence.phrase_at(k + 1) is not None:
            return Polarity(-1, None), sentence.span_from(k + 1)
    return None


def threat(sentence: Sentence, number: int) -> tuple[int, Span | None, list[int]] | None:
    """`threatened to resign if the cabinet went ahead with the cuts`: who threatens so is against the cuts."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    inner = sentence.group_at(sentence.skip_adverbs(verb.last))
    if inner is None or sentence.verbs[inner].lemma not in LEAVING:
        return None
    start = sentence.verbs[inner].last
    for k in range(start, min(start + REACH, len(tokens) - 2)):
        low = tokens[k].low
        if low == "over" and sentence.phrase_at(k + 1) is not None:
            return -1, sentence.span_from(k + 1), [inner]
        if low == "if":
            break
        if tokens[k].tag in ("PUNCT", "SUB", "WH"):
            return None
    else:
        return None
    subject = sentence.phrase_at(k + 1)
    clause = sentence.first_group_from(k + 1)
    if subject is None or clause is None:
        return None
    group, phrase = sentence.verbs[clause], sentence.phrases[subject]
    used = [inner, clause]
    sign = 1 if group.negated else -1
    if group.passive or group.lemma in ("go through", "go ahead", "stand", "become"):
        return sign, span_of(tokens, phrase.first, group.first), used
    if group.lemma in PROCEEDING:
        for m in range(group.last, min(group.last + 4, len(tokens) - 1)):
            if tokens[m].low == "with":
                target, turned = sentence.inner_target(m + 1, len(tokens))
                whole = sentence.span_from(m + 1)
                if target is not None and whole is not None:
                    return (-sign if turned else sign), Span(target.start, max(whole.end, target.start)), used
    deeper = evaluate(sentence, clause, 2)
    if deeper is not None and deeper[0].sign == -1 and not group.negated and deeper[1] is not None:
        # "if the council rejected the offer": for the offer
        return 1, deeper[1], [*used, *deeper[2]]
    return sign, sentence.span_from(group.head), used
