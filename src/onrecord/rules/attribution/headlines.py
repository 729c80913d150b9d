"""Attributions made by a colon: headlines ("Macron: Europe must talk", "Europe must talk: Macron") and transcripts."""

from onrecord.records import Span
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of

NO_SPEAKERS = words_of("no speakers")
"""Heads of headlines and lists that a colon follows without anybody speaking ("The Latest: ...", "Photos: ...")."""


def find_colon(line: Line, *, title: bool, block_end: int) -> Attribution | None:
    """The attribution of a line that begins with a speaker and a colon, or of a headline that ends with one."""
    tokens = line.tokens
    count = len(tokens)
    colon = next((i for i in range(min(count, 40)) if tokens[i].low == ":"), None)
    if colon is None or colon == 0 or colon + 1 >= count:
        return None
    first = 1 if tokens[0].tag == "OPEN" and not title else 0
    p = line.phrase_at.get(first)
    if p is not None and line.phrases[p].last == colon and line.phrases[p].kind == "name" and colon <= 6:
        head = tokens[line.phrases[p].head].low
        if head in NO_SPEAKERS or (not title and not turn(line, first, colon)):
            return None
        if title:
            end = count - 1 if tokens[-1].low == "." else count
            content = line.span(colon + 1, end)
        else:
            content = Span(tokens[colon + 1].start, block_end)
        return made(line, content, line.span(first, colon), colon)
    p = line.phrase_at.get(colon + 1)
    if title and p is not None and line.phrases[p].kind == "name":
        last = line.phrases[p].last
        if last == count or (last == count - 1 and tokens[-1].low == "."):
            return made(line, line.span(0, colon), line.span(colon + 1, last), colon)
    return None


def turn(line: Line, first: int, colon: int) -> bool:
    """Whether a line of the text begins with a speaker's name as transcripts print it: in capitals, or alone before a
    sentence that begins with a capital."""
    names = line.tokens[first:colon]
    if all(t.text.isupper() for t in names):
        return True
    following = line.tokens[colon + 1]
    return colon - first <= 3 and (following.tag == "OPEN" or following.text[0].isupper())


def made(line: Line, content: Span, source: Span, colon: int) -> Attribution:
    """The attribution of a colon."""
    return Attribution((content,), (line.span(colon, colon + 1),), (source,), ":", "headline", "speech", trace="colon")
