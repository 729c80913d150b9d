"""Quotations: pairs the quotation marks of a text, in one pass over the marks.

A mark that can be an apostrophe is one unless a partner makes it a quotation mark. A quotation lives in a paragraph,
and goes on in the next where its mark is opened again there, or where only its closing mark stands there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.document import Block, Quotation
from onrecord.reading.paragraphs import BLANK
from onrecord.records import Span

# A mark of any kind; apostrophes inside a word ("don't") are left out here already. Begins with a set, which is what
# the engine looks for quickly.
_MARK = re.compile(r"""["“”„‟«»‹›‘‚‛`'’](?:(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘|(?<!['’])|(?!\w)|(?<!\w.))""")
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,600}>")  # left in by a scrape; the marks in it are no quotation marks
_FEET = re.compile(r"\d['’]\s?\d{1,2}\Z")  # 6'2" tall
# Words that begin with an apostrophe: '90s, 'em, 'tis. Matched where the mark ends.
_ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|cos|cuz|bout|n|neath|nuff)\b", re.IGNORECASE)
_DOUBLE = frozenset('"“”„‟«»') | {"``", "''"}
_OPENERS = frozenset("([{—–-/…“‘„«\"'`=>*_~")
_DEPTH = 4
"""Quotations nested deeper are not looked at; nobody writes them, and hostile text must not cost time."""


@dataclass(slots=True)
class Open:
    """A quotation that is being read."""

    mark: str
    double: bool
    spans: list[Span] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)
    start: int = 0
    """Where its part in this paragraph starts, mark included."""
    inner_start: int = 0
    parent: "Open | None" = None
    closed: bool = False
    kept: bool = True


@dataclass(slots=True)
class Mark:
    """A quotation mark with what its place allows."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool
    again: bool = False
    """For single marks: it opens right after a sentence, as where a quotation goes on in a new paragraph."""
    firm: bool = False
    """For single marks: punctuation beside it says that it closes, so it is no possessive."""


def find_quotations(text: str, blocks: Sequence[Block], skip: frozenset[str] = frozenset()) -> list[Quotation]:
    """The quotations of all blocks whose label is not in `skip`, numbered in order; all of kind "speech" for now."""
    reader = _Reader(text)
    for block in blocks:
        if block.label not in skip and block.label != "dateline":
            reader.read(block.start, block.end)
    reader.give_up()
    kept = [item for item in reader.found if item.kept and item.spans and any(s.end > s.start for s in item.inner)]
    numbers = {id(item): number for number, item in enumerate(kept)}
    result = []
    for number, item in enumerate(kept):
        parent = item.parent
        while parent is not None and not parent.kept:
            parent = parent.parent
        result.append(
            Quotation(
                number,
                tuple(item.spans),
                tuple(item.inner),
                "speech",
                item.closed,
                numbers.get(id(parent)) if parent is not None else None,
            )
        )
    return result


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Open] = []
        self.stack: list[Open] = []
        self.pending: list[Open] = []
        """Quotations the last paragraph left open, outermost first."""

    def read(self, start: int, end: int) -> None:
        marks = self._marks(start, end)
        if not marks:
            if self.pending:
                self.give_up()
            return
        balance = _surplus(marks)
        endings = _endings(marks)
        fresh = True
        at = start
        for index, mark in enumerate(marks):
            if self.pending:
                if mark.start == at and mark.opens and _same(self.pending[0].mark, mark.sign):
                    item = self.pending.pop(0)
                    item.start, item.inner_start = mark.start, mark.end
                    self.stack.append(item)
                    at = mark.end
                    fresh = False
                    continue
                if fresh and self._late_close(mark, start):
                    fresh = False
                    continue
                if mark.sign in _DOUBLE or not fresh:
                    self.give_up()
            if mark.sign in _DOUBLE:
                fresh = False
                self._double(mark, balance[index], start)
            else:
                self._single(mark, endings[index], start)
        self._end(start, end)

    def _marks(self, start: int, end: int) -> list[Mark]:
        text = self.text
        marks: list[Mark] = []
        tag = 0
        tags = [match.span() for match in _TAG.finditer(text, start, end)] if text.find("<", start, end) >= 0 else []
        for match in _MARK.finditer(text, start, end):
            first, last = match.span()
            sign = match.group()
            while tag < len(tags) and tags[tag][1] <= first:
                tag += 1
            if tag < len(tags) and tags[tag][0] < first:
                continue
            if sign in '"”' and text[first - 1].isdigit() and _FEET.search(text, max(start, first - 5), first):
                continue
            before = text[first - 1] if first > start else " "
            after = text[last] if last < end else " "
            space_before = before in BLANK
            space_after = after in BLANK
            opens = (space_before or before in _OPENERS) and not space_after and after not in ",.;:!?)]"
            closes = not space_before and not after.isalnum() and before not in "([{"
            if opens and sign in "'’‘" and _ELISION.match(text, last, end):
                continue
            firm = closes and (before in ".,!?…—-" or after in '.,;:!?)]—–-…"”' or last == end)
            again = opens and space_before and first - 2 >= start and text[first - 2] in ".!?"
            marks.append(Mark(first, last, sign, opens, closes, again, firm))
        return marks

    def _double(self, mark: Mark, surplus: int, start: int) -> None:
        sign = mark.sign
        top = next((item for item in reversed(self.stack) if item.double), None)
        sure_open = mark.opens and not mark.closes
        sure_close = mark.closes and not mark.opens
        if sign in ("“", "‟", "‘‘"):
            close = top is not None and (top.mark == "„" or not mark.opens)
        elif sign in ("”", "’’"):
            # A closing mark that opens, as in `says,” we will,”`: nothing is open and a second one comes.
            misplaced = surplus > 1 and (mark.start == start or self.text[mark.start - 1] in ",:")
            close = top is not None or not (sure_open or misplaced)
        elif sign == "„":
            close = False
        elif sign == "«":
            close = top is not None and top.mark == "»"
        elif sign == "»":
            close = (top is not None and top.mark == "«") or not sure_open
        elif sign == "``":
            close = False
        elif top is None:
            close = sure_close
        else:
            close = not sure_open
        if close:
            if top is not None:
                self._close(top, mark)
            return
        if top is not None and _same(top.mark, sign) and surplus < sum(item.double for item in self.stack):
            # Too few closing marks are left for both: the quotation before this one was never closed, or goes on.
            if self._reopens(top, mark):
                return
            self._close(top, None, self._trimmed(mark.start))
        self._open(mark, double=True)

    def _single(self, mark: Mark, endings: tuple[bool, bool], start: int) -> None:
        later_firm, later_any = endings
        top = self.stack[-1] if self.stack else None
        if top is not None and not top.double and mark.closes:
            possessive = not mark.firm and mark.sign in "'’" and self.text[mark.start - 1] in "sS" and later_firm
            if not possessive:
                self._close(top, mark)
            return
        if not mark.opens or (mark.sign == "’" and not later_firm):
            return
        if top is not None and not top.double and self._reopens(top, mark):
            return
        if later_any or mark.start == start:
            self._open(mark, double=False)

    def _reopens(self, item: Open, mark: Mark) -> bool:
        """Go on with a quotation of several paragraphs in a text whose line ends are lost: "... yes. "And ..."."""
        end = self._trimmed(mark.start)
        if self.stack[-1] is not item or self.text[end - 1] not in ".!?…" or not _same(item.mark, mark.sign):
            return False
        item.spans.append(Span(item.start, end))
        item.inner.append(Span(item.inner_start, max(end, item.inner_start)))
        item.start, item.inner_start = mark.start, mark.end
        return True

    def _open(self, mark: Mark, *, double: bool) -> None:
        if len(self.stack) >= _DEPTH:
            return
        item = Open(mark.sign, double, start=mark.start, inner_start=mark.end)
        item.parent = self.stack[-1] if self.stack else None
        self.stack.append(item)
        self.found.append(item)

    def _close(self, item: Open, mark: Mark | None, end: int = 0) -> None:
        while self.stack[-1] is not item:
            self._abandon(self.stack.pop(), self._trimmed(mark.start if mark else end))
        self.stack.pop()
        inner_end, outer_end = (mark.start, mark.end) if mark else (end, end)
        item.spans.append(Span(item.start, outer_end))
        item.inner.append(Span(item.inner_start, max(inner_end, item.inner_start)))
        item.closed = mark is not None

    def _abandon(self, item: Open, end: int) -> None:
        """A nested quotation that its parent's end leaves open: a single mark was an apostrophe after all."""
        if not item.double:
            item.kept = bool(item.spans)
            return
        item.spans.append(Span(item.start, end))
        item.inner.append(Span(item.inner_start, max(end, item.inner_start)))

    def _trimmed(self, end: int) -> int:
        while end > 0 and self.text[end - 1] in BLANK:
            end -= 1
        return end

    def _late_close(self, mark: Mark, start: int) -> bool:
        """The closing mark of a quotation that the paragraph before left open and this one did not open again."""
        item = self.pending[0]
        if not item.double or mark.sign not in _DOUBLE or mark.opens or not mark.closes:
            return False
        item.spans.append(Span(start, mark.end))
        item.inner.append(Span(start, mark.start))
        item.closed = True
        self.pending = []
        return True

    def _end(self, start: int, end: int) -> None:
        """The paragraph is over: what is still open may go on in the next one."""
        self.give_up()
        for item in self.stack:
            if not item.double and item.start != start and not item.spans and not self.pending:
                item.kept = False
                continue
            item.spans.append(Span(item.start, end))
            item.inner.append(Span(item.inner_start, max(end, item.inner_start)))
            self.pending.append(item)
        self.stack = []

    def give_up(self) -> None:
        """What the paragraph before left open does not go on here: it stays unclosed."""
        for item in self.pending:
            item.kept = item.double or len(item.spans) > 1
        self.pending = []


def _same(left: str, right: str) -> bool:
    return left == right or {left, right} <= {"“", "”", "‟"} or {left, right} <= {"``", "''"}


def _surplus(marks: Sequence[Mark]) -> list[int]:
    """For each mark: how many more sure closing than opening double marks follow from it on, itself included."""
    counts = [0] * len(marks)
    count = 0
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark.sign in _DOUBLE:
            if mark.sign in ("”", "’’") or (mark.closes and not mark.opens):
                count += 1
            elif mark.opens:
                count -= 1
        counts[index] = count
    return counts


def _endings(marks: Sequence[Mark]) -> list[tuple[bool, bool]]:
    """For each mark: whether a single mark that surely closes, and one that may close, follows before the next one
    that opens."""
    result = [(False, False)] * len(marks)
    firm = any_close = False
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        result[index] = (firm, any_close)
        if mark.sign in _DOUBLE:
            continue
        if mark.closes and mark.sign in "'’":
            any_close = True
            firm = firm or mark.firm
        elif mark.opens and not mark.again:
            firm = any_close = False
    return result
