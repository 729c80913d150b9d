"""Stances that predicates show: "is opposed to", "open to", "against it", "in favour of", "no friend of"."""

from collections.abc import Iterator
from functools import cache

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit, Polarity
from onrecord.rules.positions.inversions import apposed
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.partisans import copula_of, partisan
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verbs import OPEN_MODALS, evaluate

POPULAR = {"popular": 1, "unpopular": -1}
IDLE = frozenset(
    {"part", "sake", "example", "instance", "moment", "time", "years", "months", "weeks", "now", "once", "sale"}
)
PHRASED = {"arms": ("up", "in"), "minds": ("in", "two"), "fence": ("on", "the")}
NOT_THEIRS = frozenset({"must", "should", "ought", "shall"})
FEARS = frozenset({"afraid", "scared", "frightened", "fearful", "terrified"})
SEEKING = frozenset({"look", "feel", "grow", "get"})
"""Copulas after which "for" is no stance."""


def find_predicates(sentence: Sentence) -> Iterator[Hit]:
    """A hit for each predicate that shows a stance."""
    lex = stances()
    tokens = sentence.tokens
    count = len(tokens)
    previous: Hit | None = None
    triggers = trigger_words()
    for k in [k for k, low in enumerate(sentence.lows) if low in triggers]:
        token, low = tokens[k], sentence.lows[k]
        hit: Hit | None = None
        if low in ("against", "for", "behind") and token.tag == "PREP":
            hit = _preposition(sentence, k, previous)
        elif (
            low in ("favor", "favour")
            and k
            and tokens[k - 1].low == "in"
            and k + 1 < count
            and tokens[k + 1].low == "of"
        ):
            hit = _predicate(sentence, k - 1, k + 2, 1, "in favour of")
        elif (
            low in ("favor", "favour")
            and k
            and tokens[k - 1].low == "in"
            and (k + 1 >= count or tokens[k + 1].tag == "PUNCT")
        ):
            hit = _predicate(sentence, k - 1, count, 1, "in favour alone")
        elif (
            low in ("opposed", "against")
            and k + 1 < count
            and tokens[k + 1].tag == "PUNCT"
            and (previous is None or copula_of(sentence, k) is not None)
        ):
            hit = _predicate(sentence, k, count, -1, f"{low} alone")
        elif low in POPULAR and k + 2 < count and tokens[k + 1].low in ("with", "among"):
            hit = _popular(sentence, k)
        elif low in lex.adjectives:
            leads = lex.adjectives[low]
            if low in ("split", "divided") and [t.low for t in tokens[k + 1 : k + 4]] == ["down", "the", "middle"]:
                if k + 4 < count and tokens[k + 4].low in leads:
                    hit = _predicate(sentence, k, k + 5, 0, f"adjective {low}")
                leads = {}
            m = k + 1 + (k + 1 < count and tokens[k + 1].tag == "CLOSE")  # "was "relaxed" about the sale"
            if m < count and tokens[m].low in leads:
                hit = _predicate(sentence, k, m + 1, leads[tokens[m].low], f"adjective {low}")
            elif low == "undecided":
                hit = _predicate(sentence, k, k + 1, 0, f"adjective {low}")
        elif low in lex.partisans:
            hit = partisan(sentence, k)
        if hit is not None:
            previous = hit
            yield hit


@cache
def trigger_words() -> frozenset[str]:
    """The words with which such a predicate begins."""
    lex = stances()
    return frozenset({"against", "for", "behind", "favor", "favour", *POPULAR, *lex.adjectives, *lex.partisans})


def _predicate(sentence: Sentence, first: int, complement: int, sign: int, trace: str) -> Hit | None:
    tokens = sentence.tokens
    if complement > len(tokens):
        return None
    copula = copula_of(sentence, first)
    negative = False
    modal = False
    speaker = False
    start = first
    if tokens[first].low in PHRASED:
        # "up in arms about", "in two minds about"
        if first < 2 or tuple(t.low for t in tokens[first - 2 : first]) != PHRASED[tokens[first].low]:
            return None
        copula = copula_of(sentence, first - 2)
    if copula is not None:
        verb = sentence.verbs[copula]
        if copula in sentence.spent or (verb.lemma == "get" and tokens[first].low == "ready"):
            return None
        holder, nobody = sentence.holder_of(verb, passive=False)
        if (verb.modal in NOT_THEIRS and not sentence.is_first_person(verb.subject)) or (
            nobody and tokens[first].low in FEARS
        ):
            return None  # "no fisherman should be afraid of a uniform"
        negative = (verb.negated or sentence.no_longer(verb)) ^ nobody
        negative ^= any(token.tag == "NEG" for token in tokens[verb.last : first])
        negative |= [token.low for token in tokens[verb.last : verb.last + 2]] == ["no", "longer"]
        before = [token.low for token in tokens[verb.last : first]][-2:]
        negative ^= before in (["far", "from"], ["anything", "but"], ["less", "than"])
        modal = verb.modal in OPEN_MODALS
        speaker = sentence.is_first_person(verb.subject)
        start = verb.first
        sentence.spent.add(copula)
        if holder is None and verb.subject is None:
            return None
    else:
        # "Rome open to Libya mission": a headline leaves the verb out
        n = sentence.phrase_ending(first - 2 if tokens[first].low in PHRASED else first)
        opening = sentence.phrases[0] if sentence.phrases and not sentence.verbs else None
        if n is None and opening is not None and first == opening.head > 0 == opening.first:
            # "EU split over price cap": the adjective was taken for the head of the phrase
            holder = Span(tokens[0].start, tokens[first - 1].end)
            split = sentence.span_from(complement)
            cue = Span(tokens[first].start, tokens[complement - 1].end)
            return Hit(sign, cue, (tokens[first].start,), holder, split, trace=trace)
        holder = apposed(sentence, first) if tokens[first].low not in PHRASED else None
        if holder is None and (n is None or any(verb.first < first for verb in sentence.verbs)):
            return None
        if holder is None and n is not None:
            holder = Span(sentence.phrases[n].start, sentence.phrases[n].end)
    polarity = Polarity(sign, -sign if sign else None)
    target: Span | None = None
    if complement < len(tokens) and not trace.endswith(" alone"):
        inner = (
            sentence.group_at(complement - 1) if tokens[complement - 1].low == "to" else sentence.group_at(complement)
        )
        deed = inner is not None and sentence.is_deed(sentence.verbs[inner])
        deeper = evaluate(sentence, inner, 1) if inner is not None and not deed else None
        if inner is not None:
            sentence.spent.add(inner)
        if deeper is not None:
            sentence.spent.update(deeper[2])
            polarity = deeper[0].turned() if sign < 0 else deeper[0] if sign else Polarity(0, None)
            target = deeper[1]
        elif inner is not None:
            target = sentence.span_from(sentence.verbs[inner].head)
        elif tokens[complement].low in ("whether", "if", "how"):
            target = sentence.question(complement)
        else:
            target, turned = sentence.inner_target(complement, target_end(tokens, complement))
            polarity = polarity.reversed() if turned else polarity
    if negative:
        polarity = polarity.turned()
    if copula is not None and "yet" in {token.low for token in tokens[max(start - 2, 0) : first]}:
        polarity = Polarity(0, None)  # "has yet to be convinced of"
    if polarity.sign is None:
        return None
    if trace.endswith(" alone"):
        complement = first + 1
    cue = Span(tokens[start].start, tokens[max(first, complement - 1)].start)
    end = tokens[complement - 1].end
    return Hit(
        polarity.sign, Span(cue.start, end), (tokens[first].start, tokens[start].start), holder, target,
        speaker=speaker, modal=modal, trace=trace,
    )  # fmt: skip


def _preposition(sentence: Sentence, k: int, previous: Hit | None) -> Hit | None:
    """`is against it`, `are for the tram`, `, the youth clubs against it`."""
    tokens = sentence.tokens
    low = tokens[k].low
    sign = -1 if low == "against" else 1
    if low == "for" and previous is None and k and tokens[k - 1].tag in ("NOUN", "NAME"):
        return None  # "a gift for the school": no copula can stand before it
    if low == "behind":
        n = sentence.phrase_at(k + 1)
        if n is None or tokens[sentence.phrases[n].head].low not in stances().anaphors | stances().carriers:
            return None
    if low == "against" and k > 2 and tokens[k - 1].low == "nor":
        return _neither(sentence, k)
    if low == "against" and previous is not None and (k + 1 >= len(tokens) or tokens[k + 1].tag == "PUNCT"):
        # "Chad is for the dam, Niger against"
        n = sentence.phrase_ending(k)
        if n is not None:
            cue = Span(tokens[k].start, tokens[k].end)
            return Hit(-1, cue, (cue.start,), Span(sentence.phrases[n].start, sentence.phrases[n].end), None, trace=low)
    if k + 1 >= len(tokens) or sentence.phrase_at(k + 1) is None:
        inner = sentence.group_at(k + 1)
        if inner is None or low == "for":
            return None
    if low == "for" and k + 1 < len(tokens) and (tokens[k + 1].tag == "NUM" or _is_idle(sentence, k + 1)):
        return None
    copula = copula_of(sentence, k)
    if copula is not None:
        subject = sentence.verbs[copula].subject
        it = subject is not None and tokens[sentence.phrases[subject].head].low in ("it", "this", "that", "there")
        if low == "for" and (it or sentence.verbs[copula].lemma in SEEKING or _begins_purpose(sentence, k)):
            return None  # "looks for work", "the hope is for rain to fall"
        return _predicate(sentence, k, k + 1, sign, low)
    n = sentence.phrase_ending(k)
    if (
        low == "against"
        and n is not None
        and not sentence.verbs
        and tokens[-1].low != "."
        and sentence.phrases[n].first < 2
    ):
        # a headline: "Farmers against new dam"
        phrase = sentence.phrases[n]
        cue, holder = Span(tokens[k].start, tokens[k].end), Span(phrase.start, phrase.end)
        return Hit(sign, cue, (cue.start,), holder, sentence.span_from(k + 1), trace="headline against")
    if (
        previous is not None
        and previous.trace in ("for", "against")
        and (
            n is not None
            and sentence.phrases[n].first
            and tokens[sentence.phrases[n].first - 1].low in (",", ";", "and")
        )
    ):
        phrase = sentence.phrases[n]
        target = sentence.span_from(k + 1)
        return Hit(
            sign,
            Span(tokens[k].start, tokens[k].end),
            (tokens[k].start,),
            Span(phrase.start, phrase.end),
            target,
            trace=low,
        )
    return None


def _begins_purpose(sentence: Sentence, k: int) -> bool:
    """Whether "for" at token `k` brings in who is to do something ("for Peru to sign")."""
    for token in sentence.tokens[k + 1 : k + 8]:
        if token.tag == "TO":
            return True
        if token.tag not in ("DET", "POSS", "ADJ", "NOUN", "NAME", "NUM"):
            break
    return False


def _popular(sentence: Sentence, k: int) -> Hit | None:
    """`is popular with residents`: the subject is the target."""
    copula = copula_of(sentence, k)
    n = sentence.phrase_at(k + 2)
    if copula is None or n is None or copula in sentence.spent or sentence.verbs[copula].subject is None:
        return None
    verb = sentence.verbs[copula]
    subject = sentence.phrases[verb.subject or 0]
    if subject.kind != "noun" or verb.negated:
        return None
    tokens = sentence.tokens
    holder = span_of(tokens, k + 2, target_end(tokens, k + 2))
    cue, heads = Span(verb.start, tokens[k + 1].end), (tokens[k].start, tokens[verb.head].start)
    sentence.spent.add(copula)
    return Hit(POPULAR[tokens[k].low], cue, heads, holder, Span(subject.start, subject.end), trace="popular with")


def _is_idle(sentence: Sentence, k: int) -> bool:
    """Whether the phrase at `k` makes an idiom of "for": "for his part", "for the time being", "for years"."""
    n = sentence.phrase_at(k)
    return n is not None and sentence.tokens[sentence.phrases[n].head].low in IDLE


def _neither(sentence: Sentence, k: int) -> Hit | None:
    """`is neither for nor against the dam`."""
    tokens = sentence.tokens
    start = k - 3
    copula = copula_of(sentence, start) if start >= 0 else None
    target = sentence.span_from(k + 1)
    cue = Span(tokens[max(start, 0)].start, tokens[k].end)
    if copula is not None:
        holder, _ = sentence.holder_of(sentence.verbs[copula], passive=False)
        sentence.spent.add(copula)
    else:
        named = next((p for p in sentence.phrases if p.first > k and p.kind == "name"), None)
        holder = Span(named.start, named.end) if named is not None else None
    return Hit(0, cue, (tokens[k].start,), holder, target, trace="neither nor")
