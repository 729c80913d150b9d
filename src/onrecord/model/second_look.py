"""What a first answer left out: quotations of four words or more, and attributions to someone that the rules found.

They go into one further request, with the sentences around them and no others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.drafts import Draft, PartRef, Pointer, QuotationRef, SentenceRef
from onrecord.model.drafting import Drafting
from onrecord.model.finding import find_words
from onrecord.model.rendering import Rendering, is_shown
from onrecord.model.windows import Window, window_of
from onrecord.reading.document import Document
from onrecord.records import Span

FEWEST_WORDS = 4
"""Words from which a quotation is asked for again; shorter ones are mostly names and irony."""
MOST = 24
"""Quotations and sentences asked for again, at most."""
_AROUND = 2
"""Sentences shown before and after each."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What to ask for again: its numbers, and the window that shows it."""

    refs: tuple[str, ...]
    window: Window


def missed_by(drafting: Drafting, rendering: Rendering, beside: Draft | None) -> Missed | None:
    """What the draft so far leaves out; None where that is nothing."""
    document = drafting.document
    cited = bytearray(len(document.text))
    for claim in drafting.claims:
        for start, end in _spans((*claim.content, *claim.source, *claim.cue), document):
            cited[start:end] = b"\1" * (end - start)
    wanted: list[tuple[int, str, int]] = []
    for quotation in document.quotations:
        words = sum(len(document.text[s.start : s.end].split()) for s in quotation.inner)
        if quotation.kind != "speech" or not is_shown(quotation) or words < FEWEST_WORDS:
            continue
        if not _is_cited(quotation.inner, cited) and (at := document.sentence_at(quotation.start)):
            wanted.append((at.number, f"q{quotation.number + 1}", at.number))
    asked = {number for number, _, _ in wanted}
    for claim in beside.claims if beside else ():
        spans = list(_spans(claim.content, document))
        if claim.speaker is None or not claim.cue or not spans or _is_cited(spans, cited):
            continue
        sentence = document.sentence_at(spans[0].start)
        if sentence is not None and sentence.number not in asked:
            asked.add(sentence.number)
            wanted.append((sentence.number, f"s{sentence.number + 1}", sentence.number))
    if not wanted:
        return None
    wanted = sorted(wanted)[:MOST]
    shown: set[int] = set()
    for _, _, number in wanted:
        shown.update(range(number - _AROUND, number + _AROUND + 1))
    sentences = [s for s in rendering.sentences if s.number in shown]
    return Missed(tuple(ref for _, ref, _ in wanted), window_of(sentences, rendering))


def _is_cited(spans: Iterable[Span], cited: bytearray) -> bool:
    """Whether at least half of the characters are cited."""
    total = inside = 0
    for start, end in spans:
        total += end - start
        inside += cited.count(1, start, end)
    return 2 * inside >= total


def _spans(pointers: Iterable[Pointer], document: Document) -> Iterable[Span]:
    """Where pointers point: a part whose words are not there counts as its whole sentence."""
    for pointer in pointers:
        match pointer:
            case SentenceRef(number):
                sentence = document.sentences[number]
                yield Span(sentence.start, sentence.end)
            case PartRef(number, first, last):
                sentence = document.sentences[number]
                start = find_words(first, document.text, sentence.start, sentence.end)
                end = find_words(last, document.text, start.end if start else sentence.start, sentence.end)
                yield Span(start.start, end.end) if start and end else Span(sentence.start, sentence.end)
            case QuotationRef(number):
                yield from document.quotations[number].spans
            case Span():
                yield pointer
