"""One sentence as the attribution rules walk it: its syntax with maps from tokens to phrases, groups and quotations."""

from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter

from onrecord.records import Span
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

COMMAS = frozenset({",", "—", "–", "--", "-"})
BEYOND = [""] * 4
"""What stands after a sentence's last word, and so, since an index below 0 counts from the end, before its first: the
rules look a word or two to either side without asking whether the sentence goes on there."""
START, END = attrgetter("start"), attrgetter("end")


@dataclass(slots=True)
class Line:
    """A sentence with its maps."""

    clauses: Clauses
    tokens: list[Token]
    phrases: list[NounPhrase]
    groups: list[VerbGroup]
    phrase_at: dict[int, int]
    """Index of the phrase that begins at a token."""
    group_at: dict[int, int]
    """Index of the group that begins at a token."""
    subjects: dict[int, int]
    """For a token: index of the finite group whose subject begins there and stands before it."""
    close: dict[int, int]
    """For the opening mark of a quotation that stands alone: the token of its closing mark, or the last token."""
    quotation: dict[int, Span]
    """The same quotation's whole extent in the text, which may begin before this sentence or end after it."""
    within: list[int]
    """For each token: number of the standing quotation it is inside of, -1 outside."""
    lows: list[str]
    """The tokens' words in lower case, and `BEYOND`."""
    tags: list[str]
    """The tokens' tags, and `BEYOND`."""
    cued: list[int] = field(default_factory=list)
    """Indexes of the groups whose verbs can be cues."""
    told: set[str] = field(default_factory=set)
    """Its other words that can be cues or begin one."""

    def span(self, first: int, last: int) -> Span:
        """The text of `tokens[first:last]`, at least one token."""
        tokens = self.tokens
        return Span(tokens[first].start, tokens[last - 1 if last > first else first].end)

    def skip_adverbs(self, i: int) -> int:
        """The first token at or after i that is no adverb."""
        tags = self.tags
        while tags[i] == "ADV":
            i += 1
        return i

    def text_quoted(self, span: Span) -> bool:
        """Whether a span begins with a standing quotation of this sentence."""
        return any(whole.start == span.start for whole in self.quotation.values())

    def group_from(self, i: int) -> int | None:
        """The group that begins at token i, its adverbs counted or not."""
        k = self.group_at.get(i)
        return k if k is not None else self.group_at.get(self.skip_adverbs(i))

    def groups_at(self, i: int, form: str) -> bool:
        """Whether a group whose main verb has this form begins at token i."""
        k = self.group_at.get(i)
        return k is not None and self.tokens[self.groups[k].head].form == form

    def phrase_end(self, i: int) -> int:
        """The token after the phrase at token i with the `of` phrases that follow it; i where no phrase begins."""
        k = self.phrase_at.get(i)
        if k is None:
            return i
        i = self.phrases[k].last
        tokens, count = self.tokens, len(self.tokens)
        while i < count and tokens[i].low == "of" and (k := self.phrase_at.get(i + 1)) is not None:
            i = self.phrases[k].last
        return i


def make_line(clauses: Clauses, quotes: dict[int, int], carried: Span | None = None) -> Line:
    """The line of a sentence; `quotes` gives, in order, the end of each standing quotation that begins in it by its
    start; `carried` is one that began in an earlier sentence."""
    tokens, phrases, groups = clauses.tokens, clauses.phrases, clauses.verbs
    subjects: dict[int, int] = {}
    for k, g in enumerate(groups):
        if g.finite and g.subject is not None:
            first = phrases[g.subject].first
            if first < g.first:
                subjects.setdefault(first, k)
    line = Line(
        clauses, tokens, phrases, groups, clauses.phrase_at, clauses.group_at, subjects, {}, {}, [-1] * len(tokens),
        clauses.lows + BEYOND, clauses.tags + BEYOND,
    )  # fmt: skip
    after = 0
    if tokens and carried is not None and carried.start < tokens[0].start < carried.end:
        after = enclose(line, 0, carried, 0)
    for start, end in quotes.items():
        i = bisect_left(tokens, start, key=START)
        if after <= i < len(tokens) and tokens[i].start == start and tokens[i].tag == "OPEN":
            after = enclose(line, i, Span(start, end), i + 1)
    return line


def enclose(line: Line, opened: int, whole: Span, first: int) -> int:
    """Enter a quotation that opens at token `opened` and closes at token `first` or later; the token after it."""
    last = min(bisect_left(line.tokens, whole.end, first, key=END), len(line.tokens) - 1)
    line.quotation[opened], line.close[opened] = whole, last
    line.within[opened : last + 1] = [opened] * (last + 1 - opened)
    return last + 1
