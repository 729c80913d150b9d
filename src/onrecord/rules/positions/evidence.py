"""How far the words of a position reach: its target with all that belongs to it, its holder, as in an attribution."""

from bisect import bisect_left
from operator import attrgetter

from onrecord.records import Span
from onrecord.rules.attribution.cues import cues
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import make_line
from onrecord.rules.attribution.sources import phrase_extent, source_span
from onrecord.rules.attribution.verbal import named_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.syntax.types import Clauses, Token

START = attrgetter("start")


def in_full(clause: Clauses, hit: Hit, target: Span) -> Span:
    """A target that stands after its cue with what follows and belongs to it: "signed a treaty", of "a treaty designed
    to keep the peace"; with its "to" where it is what somebody offers to do. Other targets are all of the evidence."""
    tokens = clause.tokens
    first = bisect_left(tokens, target.start, key=START)
    if first == len(tokens) or tokens[first].start != target.start or target.start < hit.cue.start:
        return named(clause, hit, target)
    group = next((n for n, verb in enumerate(clause.verbs) if tokens[verb.head].start in hit.heads), None)
    to = first > 0 and tokens[first - 1].tag == "TO"
    line = make_line(clause, {})
    end = content_end(line, first, group, "to" if to else "object", cues())
    if not to:
        end = named_end(line, first, end)
    end = next((k for k in range(first + 1, end) if _leaves_quotation(tokens, first, k)), end)
    return Span(tokens[first - to].start, tokens[end - 1].end)


def named(clause: Clauses, hit: Hit, words: Span) -> Span:
    """The words for somebody or something as the source of an attribution has them: "the court", of "the court on
    Tuesday"; "both sides of the debate", of "both sides"."""
    k = next((k for k, phrase in enumerate(clause.phrases) if phrase.start == words.start), None)
    if k is None:
        return words
    phrase = clause.phrases[k]
    if words.start > hit.cue.start and hit.trace == "met with":
        last = phrase_extent(make_line(clause, {}), phrase.first)
        return Span(words.start, max(words.end, clause.tokens[last - 1].end))
    return source_span(make_line(clause, {}), k) if words.end in (phrase.end, phrase.full_end) else words


def _leaves_quotation(tokens: list[Token], first: int, k: int) -> bool:
    """Whether the mark at token k closes a quotation that began before the target."""
    if tokens[k].tag != "CLOSE":
        return False
    tags = [token.tag for token in tokens[first:k]]
    return tags.count("OPEN") <= tags.count("CLOSE")
