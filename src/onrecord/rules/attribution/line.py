"""One sentence as the attribution rules walk it: its syntax with maps from tokens to phrases, groups and quotations."""

from dataclasses import dataclass, field

from onrecord.records import Span
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

COMMAS = frozenset({",", "—", "–", "--", "-"})


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
    subjects: dict[int, int] = field(default_factory=dict)
    """For a token: index of the finite group whose subject begins there and stands before it."""
    close: dict[int, int] = field(default_factory=dict)
    """For the opening mark of a quotation that stands alone: the token of its closing mark, or the last token."""
    quotation: dict[int, Span] = field(default_factory=dict)
    """The same quotation's whole extent in the text, which may begin before this sentence or end after it."""
    within: list[int] = field(default_factory=list)
    """For each token: number of the standing quotation it is inside of, -1 outside."""

    def span(self, first: int, last: int) -> Span:
        """The text of `tokens[first:last]`, at least one token."""
        tokens = self.tokens
        return Span(tokens[first].start, tokens[last - 1 if last > first else first].end)

    def low(self, i: int) -> str:
        """The token's word in lower case, "" past the end."""
        tokens = self.tokens
        return tokens[i].low if 0 <= i < len(tokens) else ""

    def tag(self, i: int) -> str:
        """The token's tag, "" past the end."""
        tokens = self.tokens
        return tokens[i].tag if 0 <= i < len(tokens) else ""

    def skip_adverbs(self, i: int) -> int:
        """The first token at or after i that is no adverb."""
        tokens = self.tokens
        while i < len(tokens) and tokens[i].tag == "ADV":
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
        while self.low(i) == "of" and self.phrase_at.get(i + 1) is not None:
            i = self.phrases[self.phrase_at[i + 1]].last
        return i


def make_line(clauses: Clauses, quotes: dict[int, int], carried: Span | None = None) -> Line:
    """The line of a sentence; `quotes` gives the end of each standing quotation by its start, and is empty where none
    begins in this sentence; `carried` is one that began in an earlier sentence."""
    tokens = clauses.tokens
    line = Line(clauses, tokens, clauses.phrases, clauses.verbs, clauses.phrase_at, clauses.group_at)
    for k, g in enumerate(clauses.verbs):
        if g.finite and g.subject is not None:
            first = clauses.phrases[g.subject].first
            if first < g.first:
                line.subjects.setdefault(first, k)
    within = line.within = [-1] * len(tokens)
    opened, end = -1, -1
    if tokens and carried is not None and carried.start < tokens[0].start < carried.end:
        opened, end = 0, carried.end
        line.quotation[0] = carried
    elif not quotes:
        return line
    for i, token in enumerate(tokens):
        if opened >= 0:
            within[i] = opened
            if token.end >= end:
                line.close[opened] = i
                opened = -1
        elif token.tag == "OPEN" and token.start in quotes:
            opened, end = i, quotes[token.start]
            line.quotation[i] = Span(token.start, end)
            within[i] = i
    if opened >= 0:
        line.close[opened] = len(tokens) - 1
    return line
