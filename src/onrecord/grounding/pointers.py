"""From a pointer to the words it means: the only place that turns an engine's numbers into offsets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import final

from onrecord.drafts import PartRef, Pointer, QuotationRef, SentenceRef
from onrecord.model.finding import find_words
from onrecord.reading.document import Document
from onrecord.records import Evidence, Match, Span, maker

_MATCHES: tuple[Match, ...] = ("exact", "normalized", "sentence")
_evidence = maker(Evidence)


@final
@dataclass(frozen=True, slots=True)
class Missed:
    """A pointer that points at nothing; `reason` goes into the coverage's refusals."""

    reason: str


def evidence_for(pointers: Sequence[Pointer], document: Document) -> Evidence | Missed | None:
    """The words that pointers mean, as one piece of evidence; None where there are no pointers.

    The weakest match among the parts is the match of the whole.
    """
    if len(pointers) == 1 and isinstance(pointers[0], Span):  # most of what the rules point at, a hundred an article
        found = _trimmed(pointers[0], document)
        return _evidence(spans=(found[0],), text=found[1], match="exact") if isinstance(found, tuple) else found
    spans: list[Span] = []
    worst = 0
    for pointer in pointers:
        if isinstance(pointer, Span):  # the rules' own
            trimmed = _trimmed(pointer, document)
            if isinstance(trimmed, Missed):
                return trimmed
            spans.append(trimmed[0])
            continue
        resolved = resolve(pointer, document)
        if isinstance(resolved, Missed):
            return resolved
        spans.extend(resolved[0])
        if resolved[1] != "exact":
            worst = max(worst, _MATCHES.index(resolved[1]))
    if not spans:
        return None
    return evidence_of(spans, document, _MATCHES[worst])


def evidence_of(spans: Iterable[Span], document: Document, match: Match = "exact") -> Evidence:
    """Evidence over these spans: put in order, overlaps joined."""
    text = document.text
    ordered = tuple(spans)
    if len(ordered) > 1:
        ordered = _joined(ordered)
    if len(ordered) == 1:
        start, end = ordered[0]
        words = text[start:end]
    else:
        words = " ... ".join(text[start:end] for start, end in ordered)
    return _evidence(spans=ordered, text=words, match=match)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlaps joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def resolve(pointer: Pointer, document: Document) -> tuple[list[Span], Match] | Missed:
    """The spans of one pointer, and how well they fit what was named."""
    match pointer:
        case Span():
            found = _trimmed(pointer, document)
            return found if isinstance(found, Missed) else ([found[0]], "exact")
        case QuotationRef(number):
            if not 0 <= number < len(document.quotations):
                return Missed(f"there is no quotation {number}")
            return list(document.quotations[number].spans), "exact"
        case SentenceRef(number):
            if not 0 <= number < len(document.sentences):
                return Missed(f"there is no sentence {number}")
            sentence = document.sentences[number]
            return [Span(sentence.start, sentence.end)], "exact"
        case PartRef(number, first, last):
            if not 0 <= number < len(document.sentences):
                return Missed(f"there is no sentence {number}")
            sentence = document.sentences[number]
            return _resolve_part(document.text, Span(sentence.start, sentence.end), first, last)


def _trimmed(span: Span, document: Document) -> tuple[Span, str] | Missed:
    """The span without space at its ends, and its words, if it lies in what is read."""
    text = document.text
    start, end = span
    if not 0 <= start < end <= len(text):
        return Missed(f"[{start}, {end}) is outside the text")
    words = text[start:end]
    bare = words.strip()
    if len(bare) < len(words):
        if not bare:
            return Missed(f"[{start}, {end}) holds nothing but space")
        start = end - len(words.lstrip())
        span = Span(start, start + len(bare))
    if document.sentence_at(start) is None:  # sentences stand in blocks that are read, and in no others
        return Missed(f"[{start}, {span.end}) starts outside the sentences that are read")
    return span, bare


def _resolve_part(text: str, sentence: Span, first: str, last: str) -> tuple[list[Span], Match] | Missed:
    """The part between its first and last words; the whole sentence where they are not in it."""
    begin = find_words(first, text, *sentence) if first.strip() else None
    close = find_words(last, text, begin.start, sentence.end) if begin and last.strip() else None
    if begin is None or close is None:
        return [sentence], "sentence"
    same = text[begin.start : begin.end] == first.strip() and text[close.start : close.end] == last.strip()
    return [Span(begin.start, max(begin.end, close.end))], "exact" if same else "normalized"
