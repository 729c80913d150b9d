"""From a document to the syntax of each of its sentences."""

from bisect import bisect_left

from onrecord.reading.document import Document
from onrecord.rules.syntax.groups import find_groups
from onrecord.rules.syntax.links import Linker
from onrecord.rules.syntax.phrases import find_phrases
from onrecord.rules.syntax.tags import read_tokens
from onrecord.rules.syntax.types import Clauses, Tag

HEADLINES = frozenset({"title", "title repeated", "heading"})


def analyse(document: Document) -> list[Clauses]:
    """The syntax of every sentence; the list's index is the sentence's number."""
    text = document.text
    marks, quotes = quotation_marks(document), document.standing
    blocks = document.blocks
    # One step after the other over all sentences: a processor is quicker at the same work over and over.
    read = [
        read_tokens(text, sentence.start, sentence.end, marks, headline=blocks[sentence.block].label in HEADLINES)
        for sentence in document.sentences
    ]
    lines = [tokens for tokens, _ in read]
    tags = [[token.tag for token in tokens] for tokens in lines]
    phrases = list(map(find_phrases, lines, tags))
    groups = list(map(find_groups, lines, tags))
    out = [
        Clauses(sentence, tokens, line_tags, marked, found, verbs)
        for sentence, (tokens, marked), line_tags, found, verbs in zip(
            document.sentences, read, tags, phrases, groups, strict=True
        )
    ]
    carried = -1
    starts = sorted(quotes)
    for clauses in out:
        Linker(clauses, quotes, carried).run()
        begun = starts[bisect_left(starts, clauses.sentence.start) : bisect_left(starts, clauses.sentence.end)]
        if begun:
            carried = max([quotes[start] for start in begun])
    return out


def quotation_marks(document: Document) -> dict[int, Tag]:
    """The tag of each quotation mark by its offset."""
    marks: dict[int, Tag] = {}
    for quotation in document.quotations:
        for span, inner in zip(quotation.spans, quotation.inner, strict=True):
            if inner.start > span.start:
                marks[span.start] = "OPEN"
            if inner.end < span.end:
                marks[inner.end] = "CLOSE"
    return marks
