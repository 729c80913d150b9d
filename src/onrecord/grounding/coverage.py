"""What of the article the record cites, and what is left over."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

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
    cited = _Union(span for e in _evidence(claims, positions, events, points) for span in e.spans)
    quotations = [
        (q.start, q.inner)
        for q in document.quotations
        if q.kind == "speech" and q.parent is None and _is_read(document, q.start)
    ]
    sentences = document.sentences
    left = tuple([Span(s.start, s.end) for s in sentences if not cited.touches(s.start, s.end)])
    left_quotations = tuple(
        span
        for _, inner in quotations
        if not any(cited.touches(start, end) for start, end in inner)
        for span in inner[:1]
        if span.end > span.start
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
) -> Iterator[Evidence]:
    for claim in claims:
        yield claim.content
    for position in positions:
        yield position.evidence
    for event in events:
        yield event.evidence
    for point in points:
        yield point.evidence


class _Union:
    """The union of spans, for quick questions."""

    def __init__(self, spans: Iterable[Span]) -> None:
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and span.start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        self._spans = joined
        self._ends = [span.end for span in joined]

    def touches(self, start: int, end: int) -> bool:
        """Whether `[start, end)` shares a character with the union."""
        index = bisect_left(self._ends, start + 1)
        return index < len(self._spans) and self._spans[index].start < end
