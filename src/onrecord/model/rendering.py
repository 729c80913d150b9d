"""The article as the model sees it: numbered sentences, numbered quotations inside them, nothing else to mistake.

One line holds one sentence, and only we begin a line, so no article can fake a number, a fence or a message: its line
breaks become spaces, and brackets that would read as our markers become round ones. Boilerplate is not shown.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.reading.document import UNREAD, BlockLabel, Document, Quotation, Sentence

_MARKER_LIKE = re.compile(r"\[(?=\s*[sqc]\d)", re.IGNORECASE)  # "[s99]", "[Q3" in an article
_FENCE_LIKE = re.compile(r"<(?=\s*/?\s*article\b)", re.IGNORECASE)  # "</article>" in an article
_UNLABELLED: frozenset[BlockLabel] = frozenset({"body", "dateline"})
LONGEST = 6_000
"""Characters of one sentence that are shown at most; what is longer is no sentence (a data dump, brackets)."""


class Rendering:
    """The lines of a document, made once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        shown = [q for q in document.quotations if is_shown(q)]
        marks = sorted((span.start, q.number) for q in shown for span in q.spans)
        self._offsets = [offset for offset, _ in marks]
        self._marks = marks
        self._starts = sorted((q.start, q.number) for q in shown)
        self.sentences = tuple(s for s in document.sentences if document.label_of(s) not in UNREAD)
        self.shortened: set[int] = set()
        """Numbers of the sentences that are too long to be shown whole."""

    def line(self, sentence: Sentence) -> str:
        """One sentence as its line, with the label of its block where that is not the body."""
        text = self.document.text
        pieces: list[str] = []
        end = min(sentence.end, sentence.start + LONGEST)
        if end < sentence.end:
            self.shortened.add(sentence.number)
        at = sentence.start
        first, last = bisect_left(self._offsets, sentence.start), bisect_left(self._offsets, end)
        for offset, number in self._marks[first:last]:
            pieces += (_safe(text[at:offset]), f"[q{number + 1}]")
            at = offset
        pieces.append(_safe(text[at:end]))
        words = " ".join("".join(pieces).split())
        label = self.document.label_of(sentence)
        begins = sentence.number == 0 or self.document.sentences[sentence.number - 1].block != sentence.block
        prefix = f"{label}: " if begins and label not in _UNLABELLED else ""
        return f"{prefix}[s{sentence.number + 1}] {words}{' …' if end < sentence.end else ''}"

    def quotations(self, sentences: Iterable[Sentence]) -> list[int]:
        """The numbers of the quotations shown that begin in these sentences."""
        found: list[int] = []
        for sentence in sentences:
            first = bisect_left(self._starts, (sentence.start, -1))
            last = bisect_right(self._starts, (sentence.end - 1, len(self.document.quotations)))
            found += (number for _, number in self._starts[first:last])
        return found


def is_shown(quotation: Quotation) -> bool:
    """Whether a quotation has a number in what is sent: titles of works and quotations inside others have none."""
    return quotation.kind != "title" and quotation.parent is None


def _safe(text: str) -> str:
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c == " " else " " if _breaks(c) else "" for c in text)
    return _FENCE_LIKE.sub("‹", _MARKER_LIKE.sub("(", text))


def _breaks(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Zl", "Zp")
