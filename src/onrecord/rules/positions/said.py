"""Which sentences, and which parts of them, somebody says: claims by their cues and by their content."""

from bisect import bisect_left
from operator import attrgetter

from onrecord.reading.document import Document
from onrecord.records import Span
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.syntax.types import Clauses

START = attrgetter("start")
ABOUT = frozenset({"of", "about"})


class Said:
    """The attributions of a document by sentence."""

    def __init__(self, document: Document, attributions: list[Attribution], claims: dict[int, int]) -> None:
        self._text = document.text
        self._attributions = attributions
        self._contents: dict[int, list[tuple[Span, int]]] = {}
        """By sentence: the contents of claims that reach into it, with the attribution's index."""
        self._cues: dict[int, list[tuple[Span, int]]] = {}
        for number, attribution in enumerate(attributions):
            sentence = None
            for span in attribution.cue:
                if sentence is None or not sentence.start <= span.start < sentence.end:
                    sentence = document.sentence_at(span.start)
                if sentence is not None:
                    self._cues.setdefault(sentence.number, []).append((span, number))
            if number not in claims or attribution.mark == "knowledge":
                continue
            for span in attribution.content:
                if sentence is None or not sentence.start <= span.start < sentence.end:
                    sentence = document.sentence_at(span.start)
                inside = sentence is not None and span.end <= sentence.end
                for each in (sentence,) if sentence and inside else document.sentences_between(*span):
                    self._contents.setdefault(each.number, []).append((span, number))

    def at(self, sentence: int, offset: int) -> int | None:
        """The innermost claim whose content holds the offset."""
        best: tuple[int, int] | None = None
        for (start, end), number in self._contents.get(sentence, ()):
            if start <= offset < end and (best is None or end - start < best[0]):
                best = (end - start, number)
        return best[1] if best else None

    def cues(self, sentence: int, heads: tuple[int, ...], cue: Span) -> list[int]:
        """The attributions whose cue is one of the words at `heads`, attitudes and intentions first."""
        found: list[int] = []
        for (start, end), number in self._cues.get(sentence, ()):
            if start < cue.end and number not in found and any(start <= head < end for head in heads):
                found.append(number)
        if len(found) > 1:
            found.sort(key=lambda n: self._attributions[n].mark not in ("attitude", "intention"))
        return found

    def stretches(self, sentence: Sentence) -> list[tuple[int, int, bool]]:
        """What is said of the sentence: each first token, the offset of the end, and whether it opens a quotation."""
        found: list[tuple[int, int, bool]] = []
        contents = self._contents.get(sentence.number)
        if contents is None:
            return found
        tokens = sentence.tokens
        for span, _ in contents:
            first = sentence.place(span.start) if tokens[0].start < span.start else 0
            if first < len(tokens) and tokens[first].start < span.end:
                quoted = tokens[first].tag == "OPEN" or (
                    tokens[first].start == span.start and self._text[span.start] in "“\"‘'«„"
                )
                found.append((first, span.end, quoted))
        return found

    def said_of(self, number: int, clause: Clauses) -> Span | None:
        """What the claim is about: "said of the video referee", "on lithium"."""
        tokens = clause.tokens
        for span in () if clause.words.isdisjoint(ABOUT) else self._attributions[number].cue:
            first = bisect_left(tokens, span.start, key=START)
            for k in range(first, bisect_left(tokens, span.end, first, key=START)):
                for j in range(k + 1, min(k + 6, len(tokens) - 1)):
                    if tokens[j].low in ABOUT:
                        return span_of(tokens, j + 1, target_end(tokens, j + 1))
        return None
