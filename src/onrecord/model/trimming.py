"""The content of a reported statement: its sentence without the words that name the speaker and the cue.

So the model need not name the first and last words of every indirect statement: "s4" and the attribution's words do.
"""

import re

from onrecord.records import Span

_LEAD = re.compile(r"[\s,:;–—-]*(?:that\b\s*)?[,:]?\s*")  # " that " after "she said"
_TRAIL = re.compile(r"[\s,;:.!?–—-]+$")  # ", " before "he said"; "." at the end
_CIRCUMSTANCE = re.compile(
    r"[\s,]*(?:$|[.!?”\"’]|(?:on|in|at|to|during|after|before|last|this|yesterday|today|earlier|later|late|by|from|of|when|while"
    r"|as|adding|about|here|there|via|through)\b)",
    re.IGNORECASE,
)  # " on Monday." after "he said": it belongs to the attribution, not to what was said

_HEARER = re.compile(
    r"\s+(?!that\b)(?:[\w’'-]+\s+){0,5}[\w’'-]+(?=,\s)"
)  # " reporters outside the hall" after "she told"
_TELLING = re.compile(
    r"\b(?:told|tells?|telling|warn(?:s|ed|ing)?|assur(?:es?|ed|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?"
    r"|promis(?:es?|ed|ing)|notif(?:y|ies|ied)|advis(?:es?|ed|ing))$",
    re.IGNORECASE,
)  # "He told": whom he told comes before what he told
_HEARER_THAT = re.compile(
    r"\s+[\w’'-]+(?:\s+(?:in|at|of|on|for|from|to)\s+(?:(?:an?|the|his|her|its|their|this)\s+)?[\w’'-]+"
    r"|\s+(?!(?:an?|the|his|her|its|their|this|that)\b)[\w’'-]+){0,5}?\s+that\b(?=\s)"
)  # " the court in a letter that", not " reporters the tax that"
_WHOLE = 4
"""Words before the attribution from which they are content and no adverbial."""


def content_without(sentence: Span, attribution: Span, text: str) -> tuple[Span, ...]:
    """The spans of `sentence` that are its content, given the span from source to cue; the whole sentence where the
    attribution is all there is.

    Three shapes: "X said that CONTENT.", "CONTENT, X said." and "CONTENT, X said, CONTENT."
    """
    before = text[sentence.start : attribution.start]
    after = text[attribution.end : sentence.end]
    closes = before.rstrip().endswith((",", '"', "”", "’", "»", "?", "!", "-", "–", "—"))
    if closes and len(before.split()) >= 2:
        head = _trimmed(sentence.start, attribution.start, text)
        if _CIRCUMSTANCE.match(after) and head:
            return (head,)
        if (hearer := _HEARER.match(after)) and head and len(before.split()) >= _WHOLE:
            tail = _after(attribution.end + hearer.end(), sentence.end, text)
            return (head, tail) if tail else (head,)
        if after.lstrip().startswith(",") and head:
            tail = _after(attribution.end, sentence.end, text)
            return (head, tail) if tail else (head,)
    if len(after.split()) >= 2 and (tail := _after(attribution.end, sentence.end, text)):
        return (tail,)
    if len(before.split()) >= 2 and (head := _trimmed(sentence.start, attribution.start, text)):
        return (head,)
    return (sentence,)


def _after(start: int, end: int, text: str) -> Span | None:
    if _TELLING.search(text, max(0, start - 12), start) and (hearer := _HEARER_THAT.match(text, start, end)):
        start = hearer.end()
    match = _LEAD.match(text, start, end)
    return _trimmed(match.end() if match else start, end, text)


def _trimmed(start: int, end: int, text: str) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    match = _TRAIL.search(text, start, end)
    end = match.start() if match else end
    return Span(start, end) if start < end else None
