"""Whether words stand inside quotation marks, decided from the text alone, for every engine alike."""

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.reading.document import Document
from onrecord.records import Form, Span

_DIRECT = 0.8
"""The share of the content inside quotation marks from which a claim counts as direct (PolNeAR's evaluation
practice: a few words outside, such as a bracket, do not make it reported speech)."""


class Quoted:
    """The stretches of a document inside quotation marks, for bisection."""

    def __init__(self, document: Document) -> None:
        spans = (span for q in document.quotations if q.parent is None and q.kind != "title" for span in q.spans)
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def share(self, spans: Iterable[Span]) -> float:
        """The share of these spans' characters that lies inside quotation marks, from 0 to 1."""
        inside = total = 0
        for start, end in spans:
            total += end - start
            index = bisect_left(self._ends, start + 1)
            while index < len(self._spans) and self._spans[index].start < end:
                inside += min(end, self._spans[index].end) - max(start, self._spans[index].start)
                index += 1
        return inside / total if total else 0.0

    def form(self, spans: Iterable[Span]) -> Form:
        """direct, indirect or mixed."""
        share = self.share(spans)
        return "direct" if share >= _DIRECT else "mixed" if share > 0 else "indirect"
