"""The parts of a coordination: "Macron and the German chancellor" are two, "ministers of Greece and Italy" are not."""

from bisect import bisect_left
from operator import attrgetter
from typing import Protocol

from onrecord.rules.actors.lexicon import word_set
from onrecord.rules.actors.roles import is_role
from onrecord.rules.actors.types import Mention
from onrecord.rules.syntax.types import Clauses

BETWEEN = word_set("between")
JOINING = frozenset({"and", "or", "nor", "&"})
OPENING = frozenset({"DET", "POSS"})
ASIDES = frozenset({"-", "–", "—", "--", "including", "particularly", "especially", "notably", "whose", "who", "which"})
"""What brings in a description or examples, whose parts are no further conjuncts."""
START = attrgetter("start")


class Mentions(Protocol):
    """The mentions of a document, by offset."""

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that lie wholly inside."""

    def covering(self, offset: int) -> Mention | None:
        """The one that holds an offset."""


def conjuncts(clause: Clauses, start: int, end: int, mentions: Mentions) -> list[tuple[int, int]]:
    """The spans of the conjuncts of a coordination; the whole span where it is none."""
    tokens = clause.tokens
    begin = k = bisect_left(tokens, start, key=START)
    if JOINING.isdisjoint(clause.lows[k : bisect_left(tokens, end, lo=k, key=START)]):
        return [(start, end)]
    cuts: list[tuple[int, int]] = []
    prepositional = joined = False
    while k < len(tokens) and tokens[k].end <= end:
        token = tokens[k]
        if token.tag in ("WH", "SUB", "AUX", "MODAL", "VERB") or (token.low in ASIDES and (k > begin or cuts)):
            break
        if token.low == "," and joined and k + 1 < len(tokens) and tokens[k + 1].low not in JOINING:
            break  # "Ann Roe and her deputy, Lee Hart": the list has had its last
        if token.low == "," and tokens[k - 1].tag == "NAME" and tokens[min(k + 1, len(tokens) - 1)].low in ("a", "an"):
            return [(start, end)]  # "Ann Roe, an expert and adviser to the party"
        if token.tag == "PREP" and token.low in BETWEEN:
            prepositional = True
        if (token.low in JOINING or token.low == ",") and begin < k and mentions.covering(token.start) is None:
            cuts.append((tokens[begin].start, tokens[k - 1].end))
            begin = k + 1
            joined = joined or token.low in JOINING
            if prepositional and token.low != "," and not _starts_new(clause, begin):
                return [(start, end)]
        k += 1
    if not cuts:
        return [(start, end)]
    if begin < k:
        cuts.append((tokens[begin].start, end if k >= len(tokens) or tokens[k].end > end else tokens[k - 1].end))
    cuts = [cut for cut in cuts if cut[0] < cut[1]]
    if not joined or not all(_nominal(clause, cut, mentions) for cut in cuts):
        return [(start, end)]
    return cuts


def _starts_new(clause: Clauses, begin: int) -> bool:
    tokens = clause.tokens
    return begin < len(tokens) and (tokens[begin].tag in OPENING or is_role(tokens[begin].low))


def _nominal(clause: Clauses, cut: tuple[int, int], mentions: Mentions) -> bool:
    """Whether a conjunct can stand for someone by itself."""
    if mentions.within(*cut):
        return True
    k = bisect_left(clause.phrases, cut[0], key=START)
    if k and clause.phrases[k - 1].end > cut[0]:
        k -= 1
    if k < len(clause.phrases) and clause.phrases[k].start < cut[1]:
        phrase = clause.phrases[k]
        tokens = clause.tokens
        return tokens[phrase.first].tag in ("DET", "POSS", "PRON") or tokens[phrase.head].low.endswith("s")
    return False
