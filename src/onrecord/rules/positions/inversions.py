"""Stances whose holder comes last: "among those opposed to the sale is X", "its loudest critic is X"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verbs import evaluate

OPENERS = frozenset({"among", "opposed", "also"})


def find_inverted(sentence: Sentence) -> Iterator[Hit]:
    """The hit of a sentence that names after "is" or "are" who is one of those for or against something."""
    tokens = sentence.tokens
    if not tokens or tokens[0].low not in OPENERS:
        return
    copula = next(
        (
            n
            for n, verb in enumerate(sentence.verbs)
            if verb.finite and verb.lemma in ("be", "include") and sentence.phrase_at(verb.last) is not None
        ),
        None,
    )
    if copula is None or copula in sentence.spent:
        return
    verb = sentence.verbs[copula]
    who = sentence.phrase_at(verb.last)
    found = _side(sentence, verb.first)
    if found is None or who is None or found[1] is None:
        return
    sign, target, heads = found
    named = sentence.phrases[who]
    # "is Ana Cruz, the mayor", "are Chad and Niger": the name alone, and those joined to it
    last = named.last
    while last + 1 < len(tokens) and tokens[last].low in ("and", ",") and (more := sentence.phrase_at(last + 1)):
        if sentence.phrases[more].kind != "name":
            break
        last = sentence.phrases[more].last
    sentence.spent.add(copula)
    holder = span_of(tokens, named.first, last)
    yield Hit(sign, Span(heads[0], verb.end), heads, holder, target, trace="among those")


def _side(sentence: Sentence, stop: int) -> tuple[int, Span | None, tuple[int, ...]] | None:
    """Stance and target of what stands before token `stop`."""
    tokens = sentence.tokens
    lex = stances()
    for k in range(stop - 1):
        low = tokens[k].low
        following = tokens[k + 1].low
        leads = lex.adjectives.get(low)
        if leads is not None and following in leads:
            n = sentence.group_at(k)
            if n is not None:
                sentence.spent.add(n)
            return leads[following], _until(sentence, k + 2, stop), (tokens[k].start,)
        if low in ("against", "behind") or (low == "favour" and following == "of"):
            begin = k + 2 if low == "favour" else k + 1
            return -1 if low == "against" else 1, _until(sentence, begin, stop), (tokens[k].start,)
        if low in lex.partisans and k and (following == "of" or tokens[0].low == "among"):
            target = _until(sentence, k + 2, stop) if following == "of" else None
            own = next((m for m in range(k) if tokens[m].low in ("its", "their", "the")), None)
            if target is None and own is not None and tokens[own].tag == "POSS":
                target = Span(tokens[own].start, tokens[own].end)
            elif target is None and tokens[k - 1].tag != "DET":
                target = span_of(tokens, 1, k)
            return lex.partisans[low], target, (tokens[k].start,)
        n = sentence.group_at(k)
        if (
            n is not None
            and k
            and n not in sentence.spent
            and tokens[k - 1].low in ("those", "who", "people", "countries")
        ):
            deeper = evaluate(sentence, n, 1)
            if deeper is not None and deeper[0].sign is not None and deeper[1] is not None:
                sentence.spent.update(deeper[2])
                target = Span(deeper[1].start, min(deeper[1].end, tokens[stop - 1].end))
                return deeper[0].sign, target, (tokens[sentence.verbs[n].head].start,)
    return None


def _until(sentence: Sentence, first: int, stop: int) -> Span | None:
    whole = sentence.span_from(first)
    return Span(whole.start, min(whole.end, sentence.tokens[stop - 1].end)) if whole is not None else None


def apposed(sentence: Sentence, first: int) -> Span | None:
    """Whose an adjective between commas is: "the union, angered by the cuts, will strike", "Wary of debt, Chad ..."."""
    tokens = sentence.tokens
    while first and tokens[first - 1].tag == "ADV":
        first -= 1
    if first == 0:
        comma = next((k for k in range(2, min(30, len(tokens))) if tokens[k].low == ","), None)
        if comma is None:
            return None
        verb = next((v for v in sentence.verbs if v.first > comma and v.finite and v.subject is not None), None)
        subject = sentence.phrases[verb.subject] if verb is not None and verb.subject is not None else None
        if verb is None or subject is None or not comma < subject.first <= comma + 3:
            return None
        return sentence.holder_of(verb, passive=False)[0]
    if tokens[first - 1].low != ",":
        return None
    n = sentence.phrase_ending(first - 1)
    if n is None or not any(verb.subject is not None and verb.finite and verb.first > first for verb in sentence.verbs):
        return None
    phrase = sentence.phrases[n]
    for verb in sentence.verbs:
        if verb.finite and verb.first > first and verb.subject is not None:
            subject = sentence.phrases[verb.subject]
            if subject.first <= phrase.first and subject.last <= first:
                return Span(subject.start, subject.end)
    return None
