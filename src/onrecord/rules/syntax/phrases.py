"""Noun phrases: determiner to last noun, possessors inside, conjuncts apart."""

from onrecord.rules.syntax.types import NounPhrase, Token

INSIDE = frozenset({"ADJ", "NUM", "NOUN", "NAME"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
FEASTS = frozenset({"ash", "black", "bloody", "cyber", "easter", "giving", "good", "holy", "palm", "shrove", "super"})
"""Words that make a name of the weekday after them: "Black Friday"."""
_FULL = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec"
MONTHS = frozenset([*_FULL.split(" "), *_SHORT.split(" "), *(f"{short}." for short in _SHORT.split(" "))])
SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "decades"})
HEADS = frozenset({"NOUN", "NAME"})


def find_phrases(tokens: list[Token]) -> list[NounPhrase]:
    """The noun phrases of a sentence, in order, not overlapping."""
    phrases: list[NounPhrase] = []
    i, count = 0, len(tokens)
    while i < count:
        tag = tokens[i].tag
        if tag == "PRON":
            phrases.append(phrase(tokens, i, i + 1, i, "pronoun"))
            i += 1
        elif tag in INSIDE or tag == "DET" or tag == "POSS":
            last, head = extent(tokens, i)
            if head >= 0:
                kind = "name" if tokens[head].tag == "NAME" else "noun"
                phrases.append(phrase(tokens, i, last, head, kind))
            elif tag == "DET" or (tag == "NUM" and last == i + 1) or (tag == "POSS" and tokens[i].low == "his"):
                # "most oppose", "some of them", "two were"
                phrases.append(phrase(tokens, i, last, last - 1, "pronoun"))
            i = last
        elif tag == "WH":
            phrases.append(phrase(tokens, i, i + 1, i, "pronoun"))
            i += 1
        else:
            i += 1
    return phrases


def _dated(tokens: list[Token], i: int, first: int) -> bool:
    """Whether a date ends before the name at `i` or begins with it: "in the Gaza Strip | Sunday", "21 June | Peru"."""
    low, before = tokens[i].low, tokens[i - 1].low
    if low in WEEKDAYS:
        return before not in FEASTS
    if low in MONTHS:
        return i + 1 < len(tokens) and tokens[i + 1].tag == "NUM" and tokens[i - 1].tag != "NUM"
    return before in MONTHS and i == first + 2 and tokens[first].tag == "NUM"


def phrase(tokens: list[Token], first: int, last: int, head: int, kind: str) -> NounPhrase:
    """A phrase over `tokens[first:last]`."""
    end = tokens[last - 1].end
    return NounPhrase(first, last, head, tokens[first].start, end, kind, end)  # type: ignore[arg-type]


def extent(tokens: list[Token], first: int) -> tuple[int, int]:
    """Where the phrase that starts at `first` ends, and its head; head -1 where it has no noun."""
    i, count = first, len(tokens)
    head = -1
    while i < count:
        token = tokens[i]
        tag = token.tag
        if tag in HEADS:
            if head >= 0 and tag == "NAME" and tokens[head].tag == "NOUN" and (i > head + 1 or token.low in WEEKDAYS):
                break  # "carried out strikes Friday"
            if tag == "NAME" and head == i - 1 and _dated(tokens, i, first):
                break
            head = i
        elif tag == "ADJ" or tag == "NUM":
            if head >= 0 and tag == "ADJ" and not (i + 1 < count and tokens[i + 1].tag in INSIDE):
                break
            if head >= 0 and token.low in ("last", "next"):
                break  # "visited Hanoi last week"
            if head >= 0 and tag == "NUM" and i + 1 < count and tokens[i + 1].low in SPANS:
                break  # "returned it to its owner 70 years after"
        elif tag == "POSS":
            if i > first and token.low[0] != "'" and token.low not in "’":
                break
            if i > first:
                head = -1
        elif tag == "DET":
            if i > first and tokens[i - 1].tag != "DET":
                break
        elif tag == "ADV":
            # "a very good plan", "the newly elected leader"
            if i == first or head >= 0 or i + 1 >= count or tokens[i + 1].tag not in INSIDE:
                break
        elif token.low == "-" or token.low in ("&", "/"):
            if i == first or i + 1 >= count or tokens[i + 1].tag not in HEADS or tokens[i - 1].end != token.start:
                break
        elif token.low == "," or tag == "CONJ":
            # "a large, heavy box": adjectives in a row, before any noun
            if head >= 0 or i == first or tokens[i - 1].tag != "ADJ" or i + 1 >= count or tokens[i + 1].tag != "ADJ":
                break
        else:
            break
        i += 1
    last = i
    while (
        last > first + 1
        and tokens[last - 1].tag not in HEADS
        and tokens[last - 1].tag != "NUM"
        and head >= 0
        and last - 1 > head
    ):
        last -= 1
    if head < 0 and last > first and tokens[last - 1].tag == "POSS" and last - first > 1:
        # a possessor whose noun was not recognised ("Trump's supporting"): the possessor itself
        head = last - 2
        last -= 1
    return max(last, first + 1), head
