"""Attributions made by a colon: headlines ("Macron: Europe must talk", "Europe must talk: Macron") and transcripts."""

from onrecord.records import Span
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of

NO_SPEAKERS = words_of("no speakers")
"""Heads of headlines and lists that a colon follows without anybody speaking ("The Latest: ...", "Photos: ...")."""

SOURCES = words_of("headline sources")
"""Nouns that name the source at the end of a headline ("River poisoned for decades: study")."""


def find_colon(line: Line, *, title: bool, block_end: int) -> Attribution | None:
    """The attribution of a line that begins with a speaker and a colon, or of a headline that ends with one."""
    tokens = line.tokens
    count = len(tokens)
    colon = None
    if ":" in line.clauses.words:
        colon = next((i for i in range(min(count, 40)) if tokens[i].low == ":"), None)
    if colon is None and title:
        dash = next((i for i in range(count - 1, 2, -1) if tokens[i].low in ("-", "–", "—")), None)
        if dash is not None and (k := line.phrase_at.get(dash + 1)) is not None and line.phrases[k].kind == "noun":
            return named_last(line, dash)
    if colon is None or colon == 0 or colon + 1 >= count:
        return None
    if colon == 1 and tokens[0].text in ("Q", "A") and not title:
        return made(line, Span(tokens[2].start, block_end), line.span(0, 1), 1)
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
    return named_last(line, colon) if title else None


def named_last(line: Line, mark: int) -> Attribution | None:
    """A headline that ends with a mark and its source: "Europe must talk: Macron", "Ceasefire holds - monitors"."""
    p = line.phrase_at.get(mark + 1)
    if p is None:
        return None
    phrase = line.phrases[p]
    last, count = phrase.last, len(line.tokens)
    if last != count and not (last == count - 1 and line.tokens[-1].low == "."):
        return None
    if phrase.kind != "name" and line.tokens[phrase.head].low not in SOURCES:
        return None
    return made(line, line.span(0, mark), line.span(mark + 1, last), mark)


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
