"""What of the article the record cites, and what is left over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.reading.document import UNREAD, Document
from onrecord.records import Claim, Event, Evidence, Point, Position, Span, Tally


def tallies(
    document: Document,
    claims: Sequence[Claim],
    positions: Sequence[Position],
    events: Sequence[Event],
    points: Sequence[Point],
) -> tuple[Tally, Tally]:
    """Sentences and quotations of speech: how many were read, how many are cited, which are left over."""
    cited = _Union([span for e in _evidence(claims, positions, events, points) for span in e.spans])
    quotations = [
        q.inner for q in document.quotations if q.kind == "speech" and q.parent is None and _is_read(document, q.start)
    ]
    sentences = document.sentences
    left = tuple([Span(s.start, s.end) for s in sentences if not cited.touches(s.start, s.end)])
    left_quotations = tuple(
        [
            span
            for inner in quotations
            if not any(cited.touches(start, end) for start, end in inner)
            for span in inner[:1]
            if span.end > span.start
        ]
    )
    return (
        Tally.of_checked(read=len(sentences), cited=len(sentences) - len(left), left=left),
        Tally.of_checked(read=len(quotations), cited=len(quotations) - len(left_quotations), left=left_quotations),
    )


def boilerplate_blocks(document: Document) -> int:
    """How many blocks are kept in the text and not read for facts."""
    return sum(block.label in UNREAD for block in document.blocks)


def _is_read(document: Document, offset: int) -> bool:
    return document.sentence_at(offset) is not None


def _evidence(
    claims: Sequence[Claim], positions: Sequence[Position], events: Sequence[Event], points: Sequence[Point]
) -> list[Evidence]:
    found = [claim.content for claim in claims]
    found += [position.evidence for position in positions]
    found += [event.evidence for event in events]
    found += [point.evidence for point in points]
    return found


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

    def touches(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a character with the union."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self._starts) and self._starts[index] < end
