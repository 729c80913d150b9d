"""What of the article the record cites, and what is left over."""

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.reading.document import UNREAD, Document
from onrecord.records import Span, Tally, maker

_tally = maker(Tally)


def tallies(document: Document, evidence: Iterable[tuple[Span, ...]]) -> tuple[Tally, Tally]:
    """Sentences and quotations of speech: how many were read, how many are cited, which are left over.

    `evidence` is the spans of what the record cites.
    """
    cited = _Union([span for spans in evidence for span in spans])
    quotations = [
        q.inner for q in document.quotations if q.kind == "speech" and q.parent is None and _is_read(document, q.start)
    ]
    left = cited.without([(s.start, s.end) for s in document.sentences])
    left_quotations = tuple(
        [
            span
            for inner in quotations
            if not any(cited.touches(start, end) for start, end in inner)
            for span in inner[:1]
            if span.end > span.start
        ]
    )
    sentences = len(document.sentences)
    return (
        _tally(read=sentences, cited=sentences - len(left), left=left),
        _tally(read=len(quotations), cited=len(quotations) - len(left_quotations), left=left_quotations),
    )


def boilerplate_blocks(document: Document) -> int:
    """How many blocks are kept in the text and not read for facts."""
    return len([block for block in document.blocks if block.label in UNREAD])


def _is_read(document: Document, offset: int) -> bool:
    return document.sentence_at(offset) is not None


class _Union:
    """The union of spans, for quick questions."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        last = -1
        for start, end in sorted(spans):
            if start > last:
                self._starts.append(start)
                self._ends.append(end)
                last = end
            elif end > last:
                self._ends[-1] = last = end

    def without(self, stretches: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Those of some stretches, in order, that share no character with the union."""
        starts, ends = self._starts, self._ends
        found = []
        k, size = 0, len(ends)
        for start, end in stretches:
            while k < size and ends[k] <= start:
                k += 1
            if k == size or starts[k] >= end:
                found.append(Span(start, end))
        return tuple(found)

    def touches(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a character with the union."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self._starts) and self._starts[index] < end
