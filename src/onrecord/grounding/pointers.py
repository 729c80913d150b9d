"""From a pointer to the words it means: the only place that turns an engine's numbers into offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.drafts import PartRef, Pointer, QuotationRef, SentenceRef
from onrecord.reading.document import UNREAD, Document
from onrecord.records import Evidence, Match, Span

_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_MATCHES: tuple[Match, ...] = ("exact", "normalized", "sentence")


@dataclass(frozen=True, slots=True)
class Missed:
    """A pointer that points at nothing; `reason` goes into the coverage's refusals."""

    reason: str


def evidence_for(pointers: Iterable[Pointer], document: Document) -> Evidence | Missed | None:
    """The words that pointers mean, as one piece of evidence; None where there are no pointers.

    The weakest match among the parts is the match of the whole.
    """
    spans: list[Span] = []
    worst = 0
    for pointer in pointers:
        found = resolve(pointer, document)
        if isinstance(found, Missed):
            return found
        spans.extend(found[0])
        worst = max(worst, _MATCHES.index(found[1]))
    if not spans:
        return None
    return evidence_of(spans, document, _MATCHES[worst])


def evidence_of(spans: Iterable[Span], document: Document, match: Match = "exact") -> Evidence:
    """Evidence over these spans: put in order, overlaps joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    text = document.text
    return Evidence(spans=tuple(joined), text=" ... ".join(text[s.start : s.end] for s in joined), match=match)


def resolve(pointer: Pointer, document: Document) -> tuple[list[Span], Match] | Missed:
    """The spans of one pointer, and how well they fit what was named."""
    match pointer:
        case Span():
            return _resolve_span(pointer, document)
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


def _resolve_span(span: Span, document: Document) -> tuple[list[Span], Match] | Missed:
    text = document.text
    if not 0 <= span.start < span.end <= len(text):
        return Missed(f"[{span.start}, {span.end}) is outside the text")
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return Missed(f"[{span.start}, {span.end}) holds nothing but space")
    sentence = document.sentence_at(start)
    if sentence is None or document.label_of(sentence) in UNREAD:
        return Missed(f"[{start}, {end}) starts outside the sentences that are read")
    return [Span(start, end)], "exact"


def _resolve_part(text: str, sentence: Span, first: str, last: str) -> tuple[list[Span], Match] | Missed:
    whole = text[sentence.start : sentence.end]
    first, last = first.strip(), last.strip()
    if first and last:
        for fold, match in ((str, "exact"), (_folded, "normalized")):
            found = _between(fold(whole), fold(first), fold(last))
            if found is not None:
                return [Span(sentence.start + found[0], sentence.start + found[1])], match  # type: ignore[return-value]
    return [sentence], "sentence"


def _folded(text: str) -> str:
    """The same length with quotes, dashes, spaces and case made alike, so that offsets stay true."""
    folded = re.sub(r"\s", " ", text.translate(_FOLD))
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    return lowered if len(lowered) == len(text) else folded


def _between(whole: str, first: str, last: str) -> tuple[int, int] | None:
    start = _word_index(whole, first, 0)
    if start < 0:
        return None
    end = _word_index(whole, last, start)
    if end < 0:
        return None
    return start, max(end + len(last), start + len(first))


def _word_index(whole: str, words: str, start: int) -> int:
    """Where `words` stands in `whole` as whole words, at or after `start`; -1 where it does not."""
    while (index := whole.find(words, start)) >= 0:
        before = whole[index - 1] if index else " "
        after = whole[index + len(words)] if index + len(words) < len(whole) else " "
        inner = (before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum())
        if not inner:
            return index
        start = index + 1
    return -1
