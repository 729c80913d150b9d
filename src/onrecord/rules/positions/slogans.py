"""Stances that quotations shout: commands ("tear it down", "let us not rush") and slogans ("no more wells")."""

from collections.abc import Iterator
from functools import cache

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence

NO_COMMAND = frozenset(
    {
        "let",
        "look",
        "listen",
        "see",
        "wait",
        "thank",
        "think",
        "remember",
        "imagine",
        "consider",
        "know",
        "believe",
        "guess",
    }
    | {"suppose", "say", "be", "have", "come", "go", "forget", "god", "call", "ask", "take", "mark"}
)


def find_command(sentence: Sentence, k: int, last: int) -> Hit | None:
    """A quotation that opens with a base form, `tokens[k]`: `give us back our river`, `don't sell it`."""
    tokens = sentence.tokens
    number = sentence.group_over(k)
    low = tokens[k].low
    if low == "let" and k + 2 < last and tokens[k + 1].low in ("'s", "us"):
        nested = sentence.first_group_from(k + 2)
        if nested is not None and sentence.verbs[nested].first >= last:
            nested = None
        negative = tokens[k + 2].low == "not"
        begin = sentence.verbs[nested].head if nested is not None else k + 2 + negative
        cue = Span(tokens[k].start, tokens[k + 1].end)
        if begin < last and tokens[begin].low not in ("see", "face", "hope", "wait"):
            if nested is not None:
                sentence.spent.add(nested)
            return Hit(
                -1 if negative else 1, cue, (cue.start,), None, sentence.span_from(begin), speaker=True, trace="let us"
            )
        return None
    if low == "let" and k + 2 < last and tokens[k + 1].low == "them" and (over := sentence.group_at(k + 2)) is not None:
        # "let them build it"
        sentence.spent.add(over)
        cue = Span(tokens[k].start, tokens[k].end)
        target = sentence.span_from(sentence.verbs[over].head)
        sign = -1 if sentence.verbs[over].negated else 1
        return Hit(sign, cue, (cue.start,), None, target, speaker=True, trace="let them")
    if number is None and tokens[k].form == "base" and low not in NO_COMMAND and k + 1 < last:
        # tagged a noun, but a pronoun or an article follows: "tear it down"
        if tokens[k + 1].tag in ("PRON", "DET", "POSS") or (
            tokens[k + 1].low in ("down", "up", "off", "out") and k + 2 < last and tokens[k + 2].tag in ("DET", "POSS")
        ):
            cue = Span(tokens[k].start, tokens[k].end)
            return Hit(1, cue, (cue.start,), None, sentence.span_from(k), speaker=True, trace="command")
        return None
    negative = low in ("never", "do") and number is not None and sentence.verbs[number].negated
    if number is None or number in sentence.spent:
        return None
    verb = sentence.verbs[number]
    head = tokens[verb.head]
    if verb.subject is not None or head.form != "base" or verb.lemma in NO_COMMAND or verb.modal or (verb.first != k):
        return None
    sentence.spent.add(number)
    begin = verb.head
    sign = -1 if negative else 1
    return Hit(
        sign, Span(head.start, head.end), (head.start,), None, sentence.span_from(begin), speaker=True, trace="command"
    )


@cache
def slogan_words() -> frozenset[str]:
    """The words with which slogans begin."""
    return stances().slogan_openers | {"the", "no", "hands", "enough", "down", "long", "not", "yes"}


def find_slogans(sentence: Sentence, k: int, last: int) -> Iterator[Hit]:
    """What begins with `tokens[k]`: `no more wells`, `no to war`, `yes to peace`."""
    tokens = sentence.tokens
    if k + 2 >= len(tokens) or k + 1 >= last:
        return
    low, following = tokens[k].low, tokens[k + 1].low
    for size in (5, 4, 3, 2) if low in stances().slogan_openers else ():
        sign = stances().slogans.get(" ".join(sentence.lows[k : min(k + size, last)]))
        if sign is not None:
            cue = Span(tokens[k].start, tokens[min(k + size, last) - 1].end)
            yield Hit(sign, cue, (cue.start,), None, None, speaker=True, claims_only=True, trace="slogan")
            return
    if (low, following) == ("the", "sooner") and "better" in sentence.words:
        # "the sooner the fence comes down, the better"
        cue = Span(tokens[k].start, tokens[k + 1].end)
        target = sentence.span_from(k + 2, clause=True)
        yield Hit(1, cue, (cue.start,), None, target, speaker=True, claims_only=True, trace="slogan")
        return
    without = next((m for m in range(k + 1, last) if tokens[m].low == "without"), None) if low == "no" else None
    if without is not None and without > k + 1 and without < k + 6:
        # "no talks without a truce"
        cue, target = Span(tokens[k].start, tokens[k].end), span_of(tokens, k + 1, without)
        condition = sentence.span_from(without)
        yield Hit(
            1, cue, (cue.start,), None, target, speaker=True, condition=condition, claims_only=True, trace="slogan"
        )
    elif (low, following) in (("hands", "off"), ("enough", "of"), ("down", "with"), ("long", "live")):
        cue = Span(tokens[k].start, tokens[k + 1].end)
        sign = 1 if low == "long" else -1
        target = sentence.span_from(k + 2)
        yield Hit(sign, cue, (cue.start,), None, target, speaker=True, claims_only=True, trace="slogan")
    elif low == "not" and following in ("one", "another"):
        # "not one more well will be drilled"
        cue = Span(tokens[k].start, tokens[k].end)
        target = sentence.span_from(k + 1)
        yield Hit(-1, cue, (cue.start,), None, target, speaker=True, claims_only=True, trace="slogan")
    elif (low == "no" and following in ("more", "to")) or (low == "yes" and following == "to"):
        sign = 1 if low == "yes" else -1
        target = sentence.span_from(k + 1 if following == "more" else k + 2)
        cue = Span(tokens[k].start, tokens[k + 1].end)
        yield Hit(sign, cue, (tokens[k].start,), None, target, speaker=True, claims_only=True, trace="slogan")
