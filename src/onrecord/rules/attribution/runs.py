"""Quotations without a cue of their own: they go on after one, a colon announced them, or they stand alone."""

from dataclasses import dataclass, field

from onrecord.records import Span
from onrecord.rules.attribution.announced import DASHES, announced, reported
from onrecord.rules.attribution.groups import Group
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.attribution.sources import source_span
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import Token

TIMES = words_of("times")
STANDS = 7
"""The same for one that does not stand inside a clause: shorter ones there are mottoes and headings."""
RECENT = 24
"""How many of a paragraph's last contents can reach the quotation at hand."""
AFTER_SUBJECT = "quotation after its speaker"
"""The trace of a quotation whose speaker is taken from the sentence before; only inferred."""
LONGEST_TRADE = 5
"""Words of what a signature says of its name."""
LONGEST = 160
"""Characters beyond which a quotation alone in its paragraph is a statement of its own."""
SHORT = 40
"""Characters below which a question alone in its paragraph may be the other one's."""
ALONE = 4
"""Words that a quotation without a cue must have to be taken for speech."""


@dataclass(slots=True)
class Runs:
    """Whose turn it is, from sentence to sentence."""

    without: frozenset[Group] = frozenset()
    """Groups of rules that are switched off."""
    current: Attribution | None = None
    """The attribution of this paragraph that a following quotation goes on with."""
    pending: Attribution | None = None
    """A cue with a colon that waits for the quotation after it."""
    alone: Attribution | None = None
    """The last quotation without a cue, which a signature below it may still name."""
    unsigned: tuple[Span, Attribution | None] | None = None
    """The last quotation that was taken to go on with another, and with which, or for a motto; a signature below it
    says otherwise."""
    before: Attribution | None = None
    """The attribution of the last quotation of the paragraph before, else the report in its last sentence."""
    above: list[Attribution] = field(default_factory=list)
    """The attributions of the paragraph's last sentence."""
    went_on: Attribution | None = None
    """The report that a paragraph has gone on with already."""
    begins: int = -1
    """Where this paragraph begins, -1 before its first sentence."""
    last: Line | None = None
    """The sentence before, in this paragraph, whose subject a quotation alone may be by."""
    covered: list[Span] = field(default_factory=list)
    """The contents of this paragraph so far."""

    def paragraph(self) -> None:
        """Begin a new paragraph."""
        self.before = self.current
        if self.above and self.before is None:
            self.before = next((one for one in reversed(self.above) if reports(one)), None)
        self.current = self.last = None
        self.begins = -1
        self.above = []
        self.covered.clear()

    def sentence(self, line: Line, here: list[Attribution]) -> None:
        """Give each quotation of the sentence that no attribution has yet to the cue before it, or to nobody."""
        tokens = line.tokens
        if not tokens:
            return
        waiting: Attribution | None = None
        spoken: list[Attribution] = []
        if self.begins < 0:
            self.begins = tokens[0].start
        for one in here:
            if not one.content:
                waiting = waiting or one
                continue
            if not one.nested:
                self.covered.extend(one.content)
            if one.frame == "quotation":
                spoken.append(one)
        if waiting is not None:
            here.remove(waiting)
        if self.alone is not None or self.unsigned is not None:
            self.signature(line, here)
        self.above = here
        inside: int | None = None  # the quotation that goes on in the next sentence
        for opened, closed in line.close.items():
            whole = line.quotation[opened]
            if tokens[closed].end < whole.end:
                inside = opened
            elif not self.covers(whole):
                self.free(line, opened, closed, whole, here, spoken)
        if spoken:
            self.current = spoken[-1]
        if waiting is None and tokens[-1].low == ":" and "announced quotations" not in self.without:
            waiting = announced(line, len(tokens) - 1)
        if waiting is None and inside is not None and inside > 0 and tokens[inside - 1].low == ":":
            waiting = announced(line, inside - 1)
            if self.covers(line.quotation[inside]):
                waiting = None
        if waiting is not None or inside is None:
            self.pending = waiting
        if inside is None:
            self.last = line

    def covers(self, whole: Span) -> bool:
        """Whether a quotation of this paragraph is somebody's content already."""
        start, end = whole
        return any(first < end and start < last for first, last in self.covered[-RECENT:])

    def signature(self, line: Line, here: list[Attribution]) -> None:
        """Give the quotation above to the name after a dash that begins a line or follows it ("- Bernie Sanders")."""
        if line.tokens[0].low in DASHES and "signatures" not in self.without and signer(line, 0) is not None:
            if self.unsigned is not None:
                whole, other = self.unsigned
                if other is not None:
                    other.content = tuple(span for span in other.content if span != whole)
                self.current = self.alone = Attribution((whole,), (), (), "", "none", "speech", trace="quotation alone")
                here.append(self.alone)
            if self.alone is not None:
                sign(line, 0, self.alone)
        self.alone = self.unsigned = None

    def join(self, one: Attribution, whole: Span) -> None:
        """Let a quotation go on with an attribution."""
        one.content = (*one.content, whole)
        self.unsigned = (whole, one)

    def resumed(self, line: Line, closed: int, whole: Span) -> Attribution | None:
        """The report that ends the paragraph before, where this one is a short quotation and nothing else: '"We will
        stay," said Ann.' and below '"It is our home."' A short question may be somebody else's, and of several such
        paragraphs only the first goes on with the sentence above it."""
        if self.before is None or not self.before.source or self.before is self.went_on:
            return None
        if self.before.frame == "signature":
            return None  # below a signed saying stands another one with a signature of its own
        if line.lows[closed - 1] == "?" and whole.end - whole.start < SHORT:
            return None
        alone = whole.start == self.begins and closed >= len(line.tokens) - 2
        return self.before if alone and whole.end - whole.start <= LONGEST else None

    def other(self, line: Line, opened: int) -> bool:
        """Whether somebody else than the current speaker announces the quotation ("Roe resisted: ...")."""
        if opened == 0 or line.tokens[opened - 1].low != ":" or self.current is None or not self.current.source:
            return False
        one = announced(line, opened - 1)
        return one is not None and one.source[0] != self.current.source[0]

    def free(
        self, line: Line, opened: int, closed: int, whole: Span, here: list[Attribution], spoken: list[Attribution]
    ) -> None:
        """Place one quotation that has no cue."""
        if is_title(line, opened, closed):
            return
        signed = signer(line, closed + 1) is not None
        runs_on = "run-on quotations" not in self.without and not signed
        if self.pending is not None:
            self.pending.content = (whole,)
            here.append(self.pending)
            self.current, self.pending = self.pending, None
        elif runs_on and spoken and spoken[-1].content[-1].start < whole.start:
            self.join(spoken[-1], whole)
        elif runs_on and self.current is not None and not self.other(line, opened):
            self.join(self.current, whole)
        elif runs_on and (before := self.resumed(line, closed, whole)) is not None:
            self.join(before, whole)
            self.current = self.went_on = before
        elif "lone quotations" not in self.without and (signed or speaks(line, opened, closed, whole)):
            one = announced(line, opened - 1) if opened > 0 and line.tokens[opened - 1].low == ":" else None
            one = one or reported(line, closed)
            one = one or Attribution((), (), (), "", "none", "speech", trace="quotation alone")
            one.content = (whole,)
            subject = person(self.last) if not one.source and self.last is not None else None
            if subject is not None and "run-on quotations" not in self.without:
                one.source, one.trace = (subject,), AFTER_SUBJECT
            elif not one.source and whole.start == self.begins and self.before is not None and self.before.source:
                one.source, one.trace = self.before.source, AFTER_SUBJECT
            if "signatures" not in self.without:
                sign(line, closed + 1, one)
            self.current = self.alone = one
            self.unsigned = None
            here.append(one)
        else:
            if whole.start == self.begins and closed + 1 >= len(line.tokens):
                self.unsigned = (whole, None)
            return
        self.covered.append(whole)


def reports(one: Attribution) -> bool:
    """Whether somebody states a clause, so that a quotation alone in the paragraph after it goes on with it."""
    stated = one.frame in ("that", "quotation") and one.mark in ("speech", "writing")
    return stated and bool(one.source) and not one.nested and not one.infinitive


def is_title(line: Line, opened: int, closed: int) -> bool:
    """Whether marks enclose a name ("on NBC's “Meet the Press”"): capitals throughout after a possessive or "on"."""
    if opened == 0 or (
        line.tags[opened - 1] != "POSS" and line.lows[opened - 1] not in ("on", "in", "called", "titled")
    ):
        return False
    words = [t for t in line.tokens[opened : closed + 1] if t.tag not in ("PUNCT", "OPEN", "CLOSE")]
    return len(words) <= ALONE * 2 and all(t.text[0].isupper() for t in words if len(t.low) > 3 or t is words[0])


def person(line: Line) -> Span | None:
    """The subject of a sentence's main verb, where it is a name or "he" or "she"."""
    for g in line.groups:
        if g.finite and g.subject is not None and line.within[g.first] < 0:
            p = line.phrases[g.subject]
            head = line.tokens[p.head]
            if p.first < g.first and (p.kind == "name" or head.low in ("he", "she")) and head.low not in TIMES:
                return source_span(line, g.subject)
            return None
    return None


def signer(line: Line, i: int) -> int | None:
    """The token after a signature's name where a dash at token i begins one, else None."""
    k = line.phrase_at.get(i + 1) if line.lows[i] in DASHES else None
    if k is None or line.phrases[k].kind != "name":
        return None
    last = line.phrases[k].last
    return last if last >= len(line.tokens) or line.tokens[last].tag in ("PUNCT", "OPEN") else None


def sign(line: Line, i: int, one: Attribution) -> None:
    """Read a signature, a dash and a name, at token i into a quotation without a source."""
    last = signer(line, i)
    if last is None or (one.source and one.trace != AFTER_SUBJECT):
        return
    one.source, one.cue = (line.span(i + 1, signature_end(line, last)),), (line.span(i, i + 1),)
    one.lemma, one.frame, one.trace = "-", "signature", "signature"


def signature_end(line: Line, last: int) -> int:
    """The token after a signature whose name ends before `last`: an age or a trade may end the line ("Ann Roe, 81")."""
    end = len(line.tokens) - (line.tokens[-1].low == ".")
    short = line.lows[last] == "," and last + 1 < end <= last + 1 + LONGEST_TRADE
    return (
        end
        if short and all(line.tags[i] not in ("VERB", "AUX", "PUNCT", "OPEN") for i in range(last + 1, end))
        else last
    )


def speaks(line: Line, opened: int, closed: int, whole: Span) -> bool:
    """Whether a quotation without a cue is speech, not a title or a headline in marks."""
    words = [t for t in line.tokens[opened : closed + 1] if t.tag not in ("PUNCT", "OPEN", "CLOSE")]
    if whole.start < line.tokens[0].start:
        return True
    if len(words) < ALONE or all(t.text.isupper() for t in words):
        return False
    before = line.lows[opened - 1]
    if before == "=" or (before in COMMAS and before != ","):
        return False  # an attribute of a tag, a slogan between dashes
    if line.lows[closed + 1] == "by":
        return False  # a headline with who wrote it
    inside = opened > 0 and line.tokens[opened - 1].low not in (":", ",")
    if not inside and len(words) < STANDS:
        return False
    if inside:
        return any(t.tag in ("VERB", "AUX", "MODAL") for t in words) and not capitals(words)
    return before != "," or not capitals(words)  # 'the film, "The Secret Soldiers of Dover," is'


def capitals(words: list[Token]) -> bool:
    """Whether all but the short words have a capital, as in a title."""
    return all(t.text[0].isupper() for t in words if len(t.low) > 3)
