"""Sentences: cuts each block that is read at its sentence ends.

Quotations are found first. A sentence inside a quotation is a sentence of its own, but words that go on after the
closing mark belong to the sentence before it (`"Never!" he said`, `"Why?" Trump asked`), and crumbs inside a
quotation stay with what follows (`"No! Never again!"`).
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.reading.document import Block, Quotation, Sentence
from onrecord.reading.flattened import CREDIT
from onrecord.reading.paragraphs import BLANK
from onrecord.records import Span

# One end mark or several; a bullet inside one long line. Begins with a set, which is what the engine looks for quickly.
_END = re.compile(r"[.!?…。•■▪](?:(?<![•■▪])[.!?…。]+)?")
# What may stand between the blank and the next sentence's first word: quotation marks, brackets, signs.
_NEXT = re.compile(r"[^\w.!?…]{0,6}(\w[\w'’.&-]{0,39})")
# The word before a full stop, inner full stops included: "U.S", "Ph.D", "Sept".
_BEFORE = re.compile(r"(?:.*[^\w.'’&])?([\w.'’&]+)\Z", re.DOTALL)
_LETTERS = re.compile(r"(?:[A-Za-z]\.&?)+[A-Za-z]\Z|Ph\.D\Z")  # "U.S", "a.m"
_NOTE = re.compile(r"(?:\[\d{1,3}\])+")  # "[3]" after a full stop, as encyclopedias number their notes
_CLOSERS = frozenset(")]}»”’\"'*_")
_QUOTES = frozenset("»”’\"'")
_SAID = (
    "said|says|asked|asks|added|adds|told|tells|replied|replies|answered|wrote|writes|tweeted|posted|shouted|yelled"
    "|cried|insisted|continued|continues|explained|recalled|noted|argued|declared|exclaimed|quipped|joked|responded"
    "|concluded|warned|demanded|wondered|chanted|remarked|stated|commented|pleaded|protested|urged"
)
# A name and a cue, as after a quotation that ends in "?": "Trump asked", "John Day, the mayor, said", "Ms. May said".
_NAME_SAID = re.compile(
    rf"(?:[A-Z][\w’'-]*\.?\s+){{1,5}}(?:{_SAID})\b|[A-Z][\w’'-]*\.?(?:\s+[A-Z][\w’'-]*\.?){{0,4}},[^.,;!?\n]{{2,60}},\s(?:{_SAID})\b"
)
_SHORT = 3
"""Pieces of a quotation with fewer words are no sentences of their own."""


def _is_crumb(text: str, quotation: Span, start: int, end: int) -> bool:
    """Whether a piece of a quotation is no sentence of its own: "Why?", or all of "Lock her up! Lock her up!"."""
    if text.count(" ", start, end) + 1 < _SHORT:
        return True
    return quotation.end - quotation.start < 60 and text.count(" ", quotation.start, quotation.end) < 6


class _Lexicon(NamedTuple):
    titles: frozenset[str]
    never: frozenset[str]
    before_figures: frozenset[str]
    capital: frozenset[str]
    either: frozenset[str]
    units: frozenset[str]
    times: frozenset[str]
    starters: frozenset[str]
    states: frozenset[str]
    domains: frozenset[str]
    exclaimed: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(Path(__file__).with_name("abbreviations.toml").read_text("utf-8"))
    return _Lexicon(*(frozenset(data[key].split()) for key in _Lexicon._fields))


def find_sentences(
    text: str, blocks: Sequence[Block], quotations: Sequence[Quotation], skip: frozenset[str] = frozenset()
) -> list[Sentence]:
    """The sentences of all blocks whose label is not in `skip`, numbered in order of the text."""
    spans = sorted(span for quotation in quotations if quotation.parent is None for span in quotation.spans)
    opening = {span.start for quotation in quotations for span in quotation.spans}
    sentences: list[Sentence] = []
    at = 0
    for number, block in enumerate(blocks):
        if block.label in skip or block.label == "dateline":
            continue
        while at < len(spans) and spans[at].end <= block.start:
            at += 1
        cutter = _Cutter(text, block, spans, at, opening)
        for start, end in cutter.pieces():
            sentences.append(Sentence(len(sentences), start, end, number))
        at = cutter.at
    return sentences


class _Cutter:
    def __init__(self, text: str, block: Block, spans: Sequence[Span], at: int, opening: set[int]) -> None:
        self.text = text
        self.block = block
        self.spans = spans
        self.at = at
        """Index of the first quotation that does not end before the place looked at."""
        self.opening = opening
        self.lexicon = _lexicon()

    def pieces(self) -> list[tuple[int, int]]:
        """The sentences of the block as `(start, end)`."""
        text, end = self.text, self.block.end
        start = self.block.start
        found = []
        for match in _END.finditer(text, start, end):
            first, last = match.span()
            if first < start:
                continue
            if text[first] in "•■▪":
                cut, following = first, last
            else:
                cut = following = self._past_closers(last)
            following = self._past_blanks(following)
            if following < end and text[following] == "(" and (credit := CREDIT.match(text, following, end)):
                cut, following = credit.end(), self._past_blanks(credit.end())  # it belongs to the caption before it
            if following >= end:
                break
            if text[first] in "•■▪":
                if text[start:first].strip(BLANK):
                    found.append((start, self._trimmed(cut)))
                start = first
            elif self._ends(start, first, last, cut, following):
                found.append((start, cut))
                start = following
        if start < end:
            found.append((start, end))
        return found

    def _past_blanks(self, place: int) -> int:
        while place < self.block.end and self.text[place] in BLANK:
            place += 1
        return place

    def _trimmed(self, end: int) -> int:
        while self.text[end - 1] in BLANK:
            end -= 1
        return end

    def _past_closers(self, place: int) -> int:
        text, end = self.text, self.block.end
        while place < end and text[place] in _CLOSERS and place not in self.opening:
            place += 1
        if place < end and text[place] == "[" and (note := _NOTE.match(text, place, end)):
            place = note.end()
        return place

    def _ends(self, start: int, first: int, last: int, cut: int, following: int) -> bool:
        """Whether the sentence that began at `start` ends with the marks at `[first, last)`; `following` is where
        the next one would begin."""
        text = self.text
        head = _NEXT.match(text, following, self.block.end)
        if head is None:
            return False
        word = head.group(1)
        initial = word[0]
        if initial.islower() and not (len(word) > 1 and word[1].isupper()):
            return False
        if following == cut and not self._glued(first, following, word):
            return False
        quoted = self._quotation(first)
        if quoted is not None and cut < quoted.end and _is_crumb(text, quoted, max(start, quoted.start), cut):
            return False
        low = word.lower().replace("’", "'").rstrip(".")
        after_quote = any(mark in _QUOTES for mark in text[last:cut])
        if after_quote and (text[following] in "-–—" or self._said_follows(text[first], following)):
            return False
        if text[first] == "…" or (last - first > 1 and text[first : first + 2] == ".."):
            return (low in self.lexicon.starters and not low.startswith("i")) or after_quote or quoted is None
        if text[first] != "." or last - first > 1:
            return self._word_before(start, first).lower() not in self.lexicon.exclaimed or low in self.lexicon.starters
        return self._full_stop(start, first, following, low, initial, head.start(1) > following)

    def _full_stop(self, start: int, stop: int, following: int, low: str, initial: str, marked: bool) -> bool:
        lexicon = self.lexicon
        word = self._word_before(start, stop)
        if not word:
            return True
        small = word.lower()
        starts = low in lexicon.starters or (marked and self.text[following] in "“\"‘'„«`")
        if word.isdigit():
            return stop - len(word) > start or len(word) > 2  # "1. First" numbers an item of a list
        if len(word) == 1:
            return word.isalpha() is False or (low in lexicon.starters and not initial.isdigit())
        capital = word[0].isupper()
        if small in lexicon.never or (
            capital and small in lexicon.titles and not (small in lexicon.capital and starts)
        ):
            return False
        if initial.isdigit() and small in lexicon.before_figures:
            return False
        if small in ("a.m", "p.m"):
            return low.replace(".", "") not in lexicon.times
        town = self.text[stop - len(word) - 2] == "," and self.text[stop + 1] != ")"
        if town and capital and small in lexicon.states:
            return not initial.isdigit()  # "in Bedminster, N.J. Roger Ailes": a comma would stand after the state
        if _LETTERS.match(word) or small in lexicon.either or (capital and small in lexicon.capital):
            return starts
        if small in lexicon.units:
            figure = self.text[max(start, stop - len(word) - 6) : stop - len(word)].rstrip()
            return starts or not figure[-1:].isdigit()
        return True

    def _word_before(self, start: int, stop: int) -> str:
        match = _BEFORE.match(self.text, max(start, stop - 14), stop)
        return match[1].lstrip(".'’") if match else ""

    def _quotation(self, place: int) -> Span | None:
        """The outermost quotation around `place`."""
        while self.at < len(self.spans) and self.spans[self.at].end <= place:
            self.at += 1
        if self.at < len(self.spans) and self.spans[self.at].start <= place:
            return self.spans[self.at]
        return None

    def _said_follows(self, mark: str, following: int) -> bool:
        match = _NAME_SAID.match(self.text, following, min(self.block.end, following + 160))
        if match is None:
            return False
        after = self.text[match.end() : match.end() + 1]
        pronoun = match.group().split(None, 1)[0].lower() in ("he", "she", "they", "it", "we", "i")
        return after in (".", "") or (mark in "!?…" and not pronoun)

    def _glued(self, first: int, following: int, word: str) -> bool:
        """Whether a sentence begins without a blank: "he said.The next" in badly joined text, not "Booking.Com"."""
        text = self.text
        return (
            len(word) > 1
            and word[0].isupper()
            and word[1].islower()
            and word.rstrip(".").lower() not in self.lexicon.domains
            and first >= 3
            and text[first - 1].islower()
            and text[first - 2].islower()
            and "." not in word.rstrip(".")
            and "@" not in text[first - 2 : following + 1]
        )
