"""Where the numbers and the copied words of one answer stand in the article."""

from collections.abc import Sequence

from onrecord.drafts import PartRef, Pointer, Pointers, QuotationRef, SentenceRef
from onrecord.model.compact import ends
from onrecord.model.finding import find_words
from onrecord.model.parsing import shown
from onrecord.model.reply import Words
from onrecord.model.trimming import content_without
from onrecord.model.windows import Window
from onrecord.reading.document import Document, Sentence
from onrecord.records import Refusal, Span

_NEAR = 2
"""Sentences before and after the evidence in which a source or a cue is looked for."""


class Places:
    """The places that one answer may point at: those of the part of the article that it answers."""

    def __init__(self, document: Document, window: Window, refused: list[Refusal]) -> None:
        self.document = document
        self.refused = refused
        self.sentences = {s.number for s in window.sentences}
        self.quotations = set(window.quotations)

    def pointers(self, at: Sequence[str | Words]) -> Pointers | str:
        """What references point at, or why they point at nothing."""
        found: list[Pointer] = []
        for pointer in at:
            place = pointer.place if isinstance(pointer, Words) else pointer
            number = int(place[1:]) - 1
            known = self.quotations if place[0] == "q" else self.sentences if place[0] == "s" else set()
            if number not in known or (isinstance(pointer, Words) and place[0] != "s"):
                return f"it points at {place}, which is not in what was sent"
            if isinstance(pointer, Words):
                found.append(PartRef(number, pointer.first, pointer.last))
            else:
                found.append(QuotationRef(number) if place[0] == "q" else SentenceRef(number))
        return tuple(found)

    def sentences_of(self, pointers: Pointers) -> tuple[Sentence, ...]:
        """The sentences that evidence stands in, then those around it, in the order in which words are looked for."""
        sentences = self.document.sentences
        first: list[int] = []
        for pointer in pointers:
            match pointer:
                case SentenceRef(number) | PartRef(number, _, _):
                    first.append(number)
                case QuotationRef(number):
                    for span in self.document.quotations[number].spans:
                        first += (s.number for s in self.document.sentences_between(*span))
                case Span(start, end):
                    first += (s.number for s in self.document.sentences_between(start, end))
        first = sorted(set(first))
        if not first:
            return ()
        after = range(first[-1] + 1, min(len(sentences), first[-1] + 1 + _NEAR))
        before = range(first[0] - 1, max(-1, first[0] - 1 - _NEAR), -1)
        return tuple(sentences[n] for n in (*first, *after, *before))

    def words(self, words: str | None, near: Sequence[Sentence], *, elided: bool = False) -> Pointers:
        """Where copied words stand, in the evidence or beside it; where they do not, that is noted. Words that are
        `elided` may leave out what stands in their middle ("a commander ... Julian")."""
        if not words:
            return ()
        first, last = ends(words) if elided else (words, words)
        for sentence in near:
            start = find_words(first, self.document.text, sentence.start, sentence.end)
            end = find_words(last, self.document.text, start.start, sentence.end) if start else None
            if start and end:
                return (Span(start.start, end.end),)
        where = f"s{near[0].number + 1}" if near else "the article"
        self.refused.append(
            Refusal(kind="detail", reason=f"its words stand neither in {where} nor beside it", proposed=shown(words))
        )
        return ()

    def trimmed(self, content: Pointers, source: Pointers, cue: Pointers) -> Pointers:
        """Content without the attribution, where whole sentences were pointed at."""
        attribution = [p for p in (*source, *cue) if isinstance(p, Span)]
        if not cue or not attribution:
            return content
        around = Span(min(p.start for p in attribution), max(p.end for p in attribution))
        trimmed: list[Pointer] = []
        for pointer in content:
            sentence = self.document.sentences[pointer.sentence] if isinstance(pointer, SentenceRef) else None
            if sentence is not None and sentence.start <= around.start and around.end <= sentence.end:
                trimmed += content_without(Span(sentence.start, sentence.end), around, self.document.text)
            else:
                trimmed.append(pointer)
        return tuple(trimmed)
