"""Noun phrases: determiner to last noun, possessors inside, conjuncts apart."""

from typing import Literal

from onrecord.rules.syntax.types import NounPhrase, Tag, Token

INSIDE = frozenset({"ADJ", "NUM", "NOUN", "NAME"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
FEASTS = frozenset({"ash", "black", "bloody", "cyber", "easter", "giving", "good", "holy", "palm", "shrove", "super"})
"""Words that make a name of the weekday after them: "Black Friday"."""
_FULL = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec"
MONTHS = frozenset([*_FULL.split(" "), *_SHORT.split(" "), *(f"{short}." for short in _SHORT.split(" "))])
DATED = frozenset({"on", "by", "until", "since", "before", "after", "late", "early", "last", "this"})
"""What stands before the name of a day that tells when."""
HOURS = frozenset({"morning", "afternoon", "evening", "night"})
PAPERS = frozenset({"times", "telegraph", "mail", "mirror", "express", "herald", "post", "star", "sun", "independent"})
"""Words that make the title of a newspaper with the name of a day before them."""
SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "decades"})
HEADS = frozenset({"NOUN", "NAME"})
GOES_ON = INSIDE | {"POSS"}
"""Tags of words with which a phrase may go on behind a noun."""
OPENERS = INSIDE | {"DET", "POSS", "PRON", "WH"}
OUTSIDE = frozenset({"PREP", "VERB", "AUX", "MODAL", "TO", "PRON", "SUB", "WH", "NEG"})
"""Tags of words that stand in no phrase, so that nothing else is asked of them."""
JOINTS = frozenset({"-", "&", "/"})


def find_phrases(tokens: list[Token], tags: list[Tag]) -> list[NounPhrase]:
    """The noun phrases of a sentence, in order, not overlapping; `tags` are those of its tokens."""
    phrases: list[NounPhrase] = []
    stop, count = 0, len(tags)
    for i, tag in enumerate(tags):
        if tag not in OPENERS or i < stop:
            continue
        if tag == "PRON" or tag == "WH":
            start, end = tokens[i].start, tokens[i].end
            phrases.append(NounPhrase(i, i + 1, i, start, end, "pronoun", end))
            continue
        # Most phrases are short; at the front of a sentence a date may look like one.
        last = i + 1 if i + 1 < count and tags[i + 1] == "NOUN" else i  # "the | mayor", "mayors"
        after = tags[last + 1] if i and last + 1 < count else "NOUN"
        nominal = tags[last] in HEADS
        if after in OUTSIDE or (nominal and after not in GOES_ON and tokens[last + 1].low not in JOINTS):
            stop, head = last + 1, last if nominal else -1
        else:
            stop, head = extent(tokens, tags, i)
        end = tokens[stop - 1].end
        if head >= 0:
            kind: Literal["name", "noun"] = "name" if tags[head] == "NAME" else "noun"
            phrases.append(NounPhrase(i, stop, head, tokens[i].start, end, kind, end))
        elif tag == "DET" or (tag == "NUM" and stop == i + 1) or (tag == "POSS" and tokens[i].low == "his"):
            # "most oppose", "some of them", "two were"
            phrases.append(NounPhrase(i, stop, stop - 1, tokens[i].start, end, "pronoun", end))
    return phrases


def _counts(tokens: list[Token], i: int) -> bool:
    """Whether the number in letters at `i` counts the plural after it."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is not None and following.tag == "NOUN" and following.low[-1] == "s" and tokens[i].low.isalpha()


def _dated(tokens: list[Token], i: int, first: int) -> bool:
    """Whether a date ends before the name at `i` or begins with it: "in the Gaza Strip | Sunday", "21 June | Peru"."""
    low, before = tokens[i].low, tokens[i - 1].low
    if low in WEEKDAYS:
        return before not in FEASTS
    if low in MONTHS:
        return i + 1 < len(tokens) and tokens[i + 1].tag == "NUM" and tokens[i - 1].tag != "NUM"
    return before in MONTHS and i == first + 2 and tokens[first].tag == "NUM"


def _day(tokens: list[Token], first: int, i: int) -> bool:
    """Whether the words before the name at `i` say when: "On Tuesday | Senator Li", "Last week | Ann Roe"."""
    before, low = tokens[first - 1].low if first else "", tokens[first].low
    if low in WEEKDAYS:
        return before in DATED and (i == first + 1 or tokens[i - 1].low in HOURS) and not _titled(tokens[i])
    if low in MONTHS:
        return (before == "in" and i == first + 1 and first == 1) or (i == first + 2 and tokens[i - 1].tag == "NUM")
    if low in ("last", "this"):
        return first == 0 and i == 2 and (tokens[1].low in SPANS or tokens[1].low in HOURS)
    return before == "in" and i == first + 1 and len(low) == 4 and low.isdigit()


def _titled(token: Token) -> bool:
    """Whether a capitalised word goes with the day before it in the title of a paper or a show: "Sunday Times"."""
    return token.low in HOURS or token.low in PAPERS


def extent(tokens: list[Token], tags: list[Tag], first: int) -> tuple[int, int]:
    """Where the phrase that starts at `first` ends, and its head; head -1 where it has no noun."""
    count = len(tags)
    head = -1
    last = first
    for last in range(first, count):
        tag = tags[last]
        if tag == "NOUN":
            head = last
        elif tag in OUTSIDE:
            break
        elif tag == "NAME":
            if head >= 0 and tags[head] == "NOUN" and (last > head + 1 or tokens[last].low in WEEKDAYS):
                break  # "carried out strikes Friday"
            if head == last - 1 and _dated(tokens, last, first):
                break
            if last > first and last < first + 4 and _day(tokens, first, last):
                break
            head = last
        elif tag == "ADJ" or tag == "NUM":
            if head >= 0 and tag == "ADJ" and not (last + 1 < count and tags[last + 1] in INSIDE):
                break
            if head >= 0 and tokens[last].low in ("last", "next"):
                break  # "visited Hanoi last week"
            if head >= 0 and tag == "NUM" and last + 1 < count and tokens[last + 1].low in SPANS:
                break  # "returned it to its owner 70 years after"
            if tag == "NUM" and head == last - 1 and tags[head] == "NOUN" and _counts(tokens, last):
                break  # "freed on bail two ministers"
        elif tag == "POSS":
            if last > first:
                if tokens[last].low[0] != "'" and tokens[last].low not in "’":
                    break
                head = -1
        elif tag == "DET":
            if last > first and tags[last - 1] != "DET":
                break
        elif tag == "ADV":
            # "a very good plan", "the newly elected leader"
            if last == first or head >= 0 or last + 1 >= count or tags[last + 1] not in INSIDE:
                break
        elif tokens[last].low in JOINTS:
            joins = last > first and last + 1 < count and tags[last + 1] in HEADS
            if not joins or tokens[last - 1].end != tokens[last].start:
                break
        elif tag == "CONJ" or tokens[last].low == ",":
            # "a large, heavy box": adjectives in a row, before any noun
            if head >= 0 or last == first or tags[last - 1] != "ADJ" or last + 1 >= count or tags[last + 1] != "ADJ":
                break
        else:
            break
    else:
        last = count
    while last - 1 > head >= 0 and last > first + 1 and tags[last - 1] not in HEADS and tags[last - 1] != "NUM":
        last -= 1
    if head < 0 and last > first + 1 and tags[last - 1] == "POSS":
        # a possessor whose noun was not recognised ("Trump's supporting"): the possessor itself
        head = last - 2
        last -= 1
    return max(last, first + 1), head
