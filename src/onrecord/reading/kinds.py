"""Kinds of quotations: tells speech from words held at a distance and from names of works."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from onrecord.reading.document import Block, BlockLabel, Quotation, Sentence

# A word that names a kind of work, right before the mark: the book "...", a film called "...".
_WORK = re.compile(
    r"""\b(?:book|novel|memoir|film|movie|documentary|song|single|album|track|hit|show|series|sitcom|drama|comedy|play
    |musical|opera|poem|essay|article|column|op-ed|editorial|report|paper|study|episode|programme|program|podcast
    |magazine|video|game|painting|exhibition|headline|headlined|titled|entitled|hashtag|anthem|operation)
    (?:\s+(?:called|titled|entitled|named))?[,:]?\s*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# What puts a word at a distance: so-called "experts", known as "the Hammer".
_DISTANCE = re.compile(
    r"\b(?:so-called|so called|nicknamed|dubbed|code-?named|named|known as|aka|the term|the word)\s*\Z", re.IGNORECASE
)
# The beginnings of verbs of saying; where one stands near, a quoted word or two is somebody's. It reads small letters:
# four times as fast as matching both cases.
_SAYING = re.compile(
    r"""\b(?:said|says?|saying|told|tells?|telling|call(?:s|ed|ing)|describ\w+|label\w+|accus\w+|claim\w*|warn\w*
    |brand(?:s|ed|ing)|slam\w+|blast\w+|prais\w+|according|declar\w+|respond\w+|repl(?:ies|ied|ying)|wr(?:ites?|ote|iting)
    |tweet\w*|denounc\w+|condemn\w*|dismiss\w*|reject\w*|insist\w*|argu(?:es?|ed|ing)|stat(?:es|ed|ing)|add(?:s|ed|ing)
    |vow\w*|pledg\w+|demand\w*|urg(?:es?|ed|ing)|critici[sz]\w+|referr?\w+|shout\w+|chant\w+|characteri[sz]\w+
    |testif\w+|liken\w+|not(?:es|ed|ing)|assert\w*|complain\w*|lament\w*|mock(?:s|ed|ing)|term(?:s|ed|ing)|deem\w*
    |acknowledg\w+|conced\w+|admit\w*|boast\w*|promis\w+|speak(?:s|ing)|spoke|ask(?:s|ed|ing)|explain\w*|argu\w+)\b""",
    re.VERBOSE,
)
_Kind = Literal["speech", "scare", "title"]
_HEADLINES: frozenset[BlockLabel] = frozenset({"title", "heading"})
_NEAR = 160
"""Characters on either side in which a verb of saying makes a short quotation somebody's words."""
_SMALL_WORDS = "a an and the of in on to for with at by or from is & vs vs."
_SMALL = frozenset(_SMALL_WORDS.split())


def with_kinds(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence], blocks: Sequence[Block]
) -> tuple[Quotation, ...]:
    """The same quotations, each with its kind."""
    teller = _Teller(text, sentences, blocks)
    result: list[Quotation] = []
    for quotation in quotations:
        kind = teller.kind(quotation) if sentences else "speech"
        result.append(quotation if kind == "speech" else replace(quotation, kind=kind))
    return tuple(result)


class _Teller:
    def __init__(self, text: str, sentences: Sequence[Sentence], blocks: Sequence[Block]) -> None:
        self.text = text
        self.sentences = sentences
        self.blocks = blocks
        self.at = 0
        """Index of the sentence that the last quotation looked at begins in."""
        self.sayings: list[int] = []
        self.sayings_of = -1
        """The sentence in which `sayings` are the places of verbs of saying."""

    def kind(self, quotation: Quotation) -> _Kind:
        while self.at + 1 < len(self.sentences) and self.sentences[self.at].end <= quotation.start:
            self.at += 1
        sentence = self.sentences[self.at]
        start, end = quotation.inner[0].start, quotation.inner[-1].end
        if end - start > 90 or len(quotation.spans) > 1 or not quotation.closed:
            return "speech"
        words = self.text[start:end].split()
        last = words[-1][-1] if words else ","
        if last in ",;":
            return "speech"
        before = self.text[max(quotation.start - 40, sentence.start) : quotation.start]
        if last != "." and (words[0][0].isupper() or words[0][0] == "#") and _WORK.search(before):
            return "title"
        if before.rstrip()[-1:] in (",", ":"):
            return "speech"
        if self.blocks[sentence.block].label in _HEADLINES:
            return "speech"  # headlines quote those they report on, with capitals or without
        if (
            last not in ".!"
            and quotation.start > sentence.start
            and _named(words)
            and not _SAYING.search(before.lower())
        ):
            return "title"
        if len(words) > 3 or last in ".!?":
            return "speech"
        if _DISTANCE.search(before):
            return "scare"
        if len(words) > 2 or (quotation.start <= sentence.start and quotation.end >= sentence.end):
            return "speech"
        return "speech" if self._saying_near(start, end) else "scare"

    def _saying_near(self, start: int, end: int) -> bool:
        if self.sayings_of != self.at:
            sentence = self.sentences[self.at]
            low = self.text[sentence.start : sentence.end].lower()
            self.sayings = [sentence.start + match.start() for match in _SAYING.finditer(low)]
            self.sayings_of = self.at
        index = bisect_left(self.sayings, start - _NEAR)
        return index < len(self.sayings) and self.sayings[index] < end + _NEAR


def _named(words: Sequence[str]) -> bool:
    """Whether the words are written as a title is: "Make America Great Again"."""
    if len(words) < 2 or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
