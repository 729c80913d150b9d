"""Where a source begins and ends."""

from onrecord.records import Span
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.syntax.lexicon import words_of

TIMES, VENUES = words_of("times"), words_of("venues")
CUT_AFTER_COMMA = frozenset({"PREP", "ADV", "SUB", "TO", "CONJ", "MODAL"})
EXAMPLES = frozenset({"including", "like", "such", "along", "together"})
BEFORE_THAN = frozenset({"more", "less", "fewer", "at"})
APPROXIMATORS = frozenset({"nearly", "about", "almost", "roughly", "only", "not"})
INDEFINITE = frozenset({"a", "an"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SOURCE_PREPOSITIONS = frozenset(
    {"of", "for", "at", "with", "from", "who", "to", "and", "near", "in", "by", "on", "inside", "against"}
)


def source_span(line: Line, subject: int) -> Span:
    """The words that name the source: the subject with its apposition and relative clause, without adverbials
    ("Brendan Buck, a spokesman for Ryan" but not "De Blasio, speaking on the radio")."""
    p = line.phrases[subject]
    tokens, last = line.tokens, p.last
    if p.full_end > p.end:
        while last < len(tokens) and tokens[last].end <= p.full_end:
            last += 1
    if last == p.last:
        return line.span(approximated(line, p.first), trim_source(line, p.first, last))
    if (alone := after_opening(line, p.last, last)) is not None:
        return line.span(approximated(line, alone), trim_source(line, alone, last))
    for i in range(p.last, last):
        if tokens[i].low in COMMAS and i + 1 < last:
            if tokens[i + 1].low in EXAMPLES:
                continue
            k = line.group_at.get(i + 1)
            after = tokens[i + 1]
            listed = line.phrase_at.get(i + 2) if after.tag == "CONJ" else None
            if listed is not None and line.phrase_end(i + 2) == last:
                continue  # "Ann, Bob, and Carl said"
            if (k is not None and not line.groups[k].finite) or (after.tag in CUT_AFTER_COMMA and after.low != "of"):
                last = i
                break
            if after.tag == "WH" and after.low in ("when", "where", "as"):
                last = i
                break
        elif (k := line.group_at.get(i)) is not None and line.groups[k].subject == subject and line.groups[k].finite:
            last = i  # "Roe pointed out that Lee": where a verb of its own stands, the subject has ended
            break
    return line.span(approximated(line, p.first), trim_source(line, p.first, last))


def after_opening(line: Line, begin: int, last: int) -> int | None:
    """Where the source begins if what was taken for it opens the sentence: "Most recently, Roe", "rally after rally,
    Mr. Roe". No comma closes what stands after the last comma then, and no "and" makes it part of a list."""
    tokens = line.tokens
    if last >= len(tokens) or tokens[last].low in COMMAS or tokens[last].tag in ("CLOSE", "OPEN", "PUNCT"):
        return None
    for i in range(last - 1, begin - 1, -1):
        token = tokens[i]
        if token.tag == "CONJ" or token.tag == "WH" or token.low in COMMAS:
            k = line.phrase_at.get(i + 1) if token.low == "," and line.lows[i + 1] != "whose" else None
            if k is None or line.phrases[k].last != last:
                return None
            several = tokens[last].form == "base" and line.phrases[k].kind == line.phrases[k - 1].kind == "name"
            return None if several else i + 1  # "Kenya, Uganda agree": the verb is for more than one
    return None


def approximated(line: Line, first: int) -> int:
    """The token where a source begins: with the words that say how nearly its number holds ("more than half")."""
    lows = line.lows
    if line.tags[first] not in ("NUM", "DET"):
        return first
    if lows[first - 1] in ("than", "least") and lows[first - 2] in BEFORE_THAN:
        return first - 2
    return first - 1 if lows[first - 1] in APPROXIMATORS else first


def trim_source(line: Line, first: int, last: int) -> int:
    """Leave commas, adverbs and time words at the end of a source out ("the department two weeks ago said")."""
    lows, tags = line.lows, line.tags
    while last > first + 1:
        low, tag = lows[last - 1], tags[last - 1]
        if low in COMMAS or tag == "ADV" or low in ("than", "less", "more"):
            last -= 1
        elif low in TIMES and not (tag == "NAME" and tags[last - 2] == "NAME"):
            last -= 1
            while last > first + 1 and tags[last - 1] in ("DET", "ADJ", "ADV", "NUM", "PREP"):
                last -= 1
        else:
            break
    return last


def phrase_extent(line: Line, first: int) -> int:
    """The token after the source phrase that begins at `first` and stands after its verb ("said Tom Rath, a veteran
    New Hampshire leader who ...") or after "according to"."""
    tokens, count = line.tokens, len(line.tokens)
    i = first
    relative_seen = False
    while i < count:
        token = tokens[i]
        relative_seen = relative_seen or token.tag == "WH" or token.low == "whose"
        if line.within[i] >= 0 or (token.tag == "OPEN" and token.low not in "(["):
            break
        if token.tag == "PUNCT":
            if token.low in COMMAS:
                after = line.tags[i + 1]
                k = line.phrase_at.get(i + 1)
                apposed = k is not None and after != "PRON"
                if after == "WH" or (apposed and (line.subjects.get(i + 1) is None or line.lows[i + 1] in INDEFINITE)):
                    i += 1
                    continue
                if tokens[i - 1].tag == "NUM" and line.lows[i + 1] in ("of", "from") and token.low == ",":
                    i += 1
                    continue  # "Ann Lee, 31, of Oslo"
                break
            if token.low in ";:.?!":
                break
        elif token.tag == "CONJ":
            goes_on = relative_seen and line.group_from(i + 1) is not None
            if not goes_on and (line.phrase_at.get(i + 1) is None or line.subjects.get(i + 1) is not None):
                break
        elif (
            (token.tag == "SUB" and not (relative_seen and token.low == "that"))
            or (token.tag == "ADV" and i > first and not relative_seen and tokens[i - 1].tag != "DET")
            or (token.tag == "NAME" and token.low in DAYS and i > first and tokens[i - 1].tag != "VERB")
            or (token.tag == "PREP" and i > first and not relative_seen and leaves(line, i))
        ):
            break
        elif token.tag in ("VERB", "AUX", "MODAL") and i > first:
            k = line.group_at.get(i)
            relative = line.tags[i - 1] == "WH" or relative_seen
            tensed = k is not None and (line.groups[k].finite or line.tokens[i].form == "ing")
            if tensed and not relative and not reduced(line, i) and not modifies(line, i):
                break
        i += 1
    while i > first + 1 and tokens[i - 1].tag in ("PUNCT", "CONJ", "PREP", "WH"):
        i -= 1
    if tokens[i - 1].form in ("past", "participle") and i > first + 1 and not relative_seen:
        i -= 1  # "a survey released" on some day
    return i


def leaves(line: Line, i: int) -> bool:
    """Whether the preposition at token i tells where or when it was said: "said Ann Lee in a statement"."""
    if line.lows[i] not in SOURCE_PREPOSITIONS:
        return line.tags[i - 1] != "DET"  # "an inside source"
    k = line.phrase_at.get(i + 1)
    return k is not None and line.lows[i] in ("in", "on") and line.tokens[line.phrases[k].head].low in VENUES


def modifies(line: Line, i: int) -> bool:
    """Whether what was read as a verb at token i is part of a noun phrase: "a Republican consulting firm"."""
    if line.tokens[i].form == "ing":
        return line.tags[i + 1] == "NOUN" and line.tags[i - 1] in ("ADJ", "DET", "NAME", "NOUN")
    k = next((k for k, p in enumerate(line.phrases) if p.last == i), None)
    return line.tokens[i].form == "base" and k is not None and line.lows[line.phrases[k].first] in INDEFINITE


def reduced(line: Line, i: int) -> bool:
    """Whether the verb at token i is a participle that belongs to the noun before it: "a poll released last week"."""
    token, following = line.tokens[i], line.lows[i + 1]
    if token.form not in ("past", "participle") or line.tags[i - 1] not in ("NOUN", "NAME") or line.lows[i + 2] == "":
        return False
    return following in ("by", "for", "in", "on", "at", "last", "this") or following in TIMES
