"""What stands between a cue and its content: to whom, when, where and through what it was said."""

from dataclasses import dataclass

from onrecord.records import Span
from onrecord.rules.attribution.line import Line
from onrecord.rules.syntax.lexicon import words_of

VENUES = words_of("venues")
OBJECT_PRONOUNS = frozenset({"me", "him", "her", "us", "them"})
TIMES = words_of("times")


@dataclass(slots=True)
class Circumstances:
    """Where the content begins and what was passed on the way."""

    at: int
    addressee: tuple[Span, ...] = ()
    bare: bool = False
    """Whether the addressee stands without "to"."""
    said: tuple[Span, ...] = ()
    venue: str | None = None


def read_circumstances(
    line: Line, i: int, text: str, *, addressee: bool, stop: frozenset[str] = frozenset()
) -> Circumstances:
    """Pass adverbs, an addressee, time words and prepositional phrases from token i on.

    `told reporters in Paris on Monday that ...`: the addressee, the place, the time, then the content.
    """
    found = Circumstances(i)
    at = i
    tokens, tags = line.tokens, line.tags
    for _ in range(8):
        if tags[i] == "ADV":
            i = line.skip_adverbs(i)
        if i >= len(tokens):
            break
        low, tag = line.lows[i], tags[i]
        if low == "," and i > at and in_place(line, i):
            i = line.phrases[line.phrase_at[i + 1]].last  # Windham, New Hampshire,
            i += line.lows[i] == ","
            continue
        k = line.phrase_at.get(i)
        if k is not None and line.subjects.get(i) is None:
            head = tokens[line.phrases[k].head]
            if head.low in TIMES and head.tag in ("NAME", "NOUN"):
                found.said += (line.span(i, line.phrases[k].last),)
                i = line.phrases[k].last
                continue
            if addressee and not found.addressee and head.tag != "WH":
                end = line.phrases[k].last if "of" in stop else line.phrase_end(i)  # "reminded voters of"
                while (
                    line.tags[end] == "CONJ"
                    and line.phrase_at.get(end + 1) is not None
                    and line.subjects.get(end + 1) is None
                ):
                    end = line.phrase_end(end + 1)
                found.addressee, found.bare = (line.span(i, end),), True
                i = end
                continue
            break
        if k is not None and addressee and not found.addressee and low in OBJECT_PRONOUNS:
            found.addressee = (line.span(i, i + 1),)
            i += 1
            continue
        mark = i + 1 if tag == "POSS" else i
        if (tag == "OPEN" or tag == "POSS") and i > at and line.tags[mark] == "OPEN" and (end := title_end(line, mark)):
            i = end  # on ABC's "This Week"
            continue
        g = line.group_at.get(i) if i > at and tag == "VERB" else None
        if g is not None and line.groups[g].passive and not line.groups[g].finite:
            i = line.groups[g].last  # "in a letter dated Tuesday that"
            continue
        if (found.addressee or not addressee) and low in stop:
            break  # "briefed reporters on the raid"
        if tag == "PREP" and line.phrase_at.get(i + 1) is not None and line.within[i] < 0:
            if line.subjects.get(i + 1) is not None and low in ("after", "before", "as", "since"):
                break
            end = line.phrase_end(i + 1)
            head = tokens[line.phrases[line.phrase_at[i + 1]].head]
            if head.tag == "WH":
                break
            if head.low in TIMES:
                found.said += (line.span(i, end),)
            elif head.low in VENUES or low == "via":
                while (
                    line.tags[end] in ("PREP",)
                    and line.lows[end] in ("with", "to", "on", "at", "in", "from", "by")
                    and (line.phrase_at.get(end + 1) is not None)
                ):
                    end = line.phrase_end(end + 1)
                found.venue = text[tokens[i].start : tokens[end - 1].end]
            elif low == "to" and not found.addressee:
                found.addressee = (line.span(i + 1, end),)
            i = end
            continue
        break
    found.at = i
    return found


def in_place(line: Line, i: int) -> bool:
    """Whether the comma at token i opens the second part of a place, which another comma closes."""
    k = line.phrase_at.get(i + 1)
    if k is None or line.phrases[k].kind != "name":
        return False
    last = line.phrases[k].last
    return line.lows[last] in (",", "that") or line.tags[last] == "PREP"


def title_end(line: Line, i: int) -> int:
    """The token after a title in quotation marks that opens at token i, 0 where it is no title."""
    for j in range(i + 1, min(i + 9, len(line.tokens))):
        token = line.tokens[j]
        if token.tag == "CLOSE":
            return j + 1
        if token.tag in ("PUNCT", "VERB", "AUX", "MODAL", "PRON") and not token.text[0].isupper():
            return 0
    return 0
