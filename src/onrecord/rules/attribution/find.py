"""From a document to its attributions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.reading.document import Document
from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.appearances import find_appearance
from onrecord.rules.attribution.continuing import continue_speakers
from onrecord.rules.attribution.cues import Cues, cues
from onrecord.rules.attribution.groups import Group, group_of
from onrecord.rules.attribution.headlines import find_colon
from onrecord.rules.attribution.line import Line, make_line
from onrecord.rules.attribution.nominal import find_adjectival, find_nominal
from onrecord.rules.attribution.prepositional import find_prepositional
from onrecord.rules.attribution.quotations import find_report, make
from onrecord.rules.attribution.runs import AFTER_SUBJECT, Runs
from onrecord.rules.attribution.turns import TURN, settle_turns
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.attribution.verbal import find_verbal
from onrecord.rules.syntax.types import Clauses

KEPT_FRAMES = frozenset({"that", "quotation", "headline", "none"})
KEPT_MARKS = frozenset({"speech", "writing"})
"""Frames and marks whose attributions stand for themselves even inside another one's content."""
STANCES = frozenset({"attitude", "intention"})
LONGEST = 400
"""Tokens beyond which a sentence is a table or a list without stops and is not read for reports: the rules look back
and forth within a sentence, and this keeps their time in proportion to the text's length."""
TITLES = frozenset({"title", "title repeated", "heading"})


def find_attributions(
    document: Document, clauses: list[Clauses], actors: Actors, *, without: frozenset[Group] = frozenset()
) -> list[Attribution]:
    """Every attribution, in order of the text; `without` switches groups of rules off."""
    lexicon = cues()
    text = document.text
    quotes = document.standing
    found: list[Attribution] = []
    starts = sorted(quotes)
    lines = make_lines(clauses, quotes, starts)
    # One step after the other over all sentences: a processor is quicker at the same work over and over.
    for line in lines:
        if len(line.tokens) <= LONGEST:
            line.cued = [k for k, group in enumerate(line.groups) if group.lemma in lexicon.firsts]
            line.told = line.clauses.words & lexicon.telling
    verbal = [read_verbs(line, lexicon, text) if line.cued or line.told else {} for line in lines]
    number = -1
    runs = Runs(without)
    for line, by_verb in zip(lines, verbal, strict=True):
        if line.clauses.sentence.block != number:
            number = line.clauses.sentence.block
            block = document.blocks[number]
            title = block.label in TITLES
            runs.paragraph()
        here: list[Attribution] = []
        if line.cued or line.told or title:
            here = read_line(line, by_verb, lexicon, text, title=title, block_end=block.end)
        if without:
            here = [one for one in here if group_of(one) not in without]
        runs.sentence(line, here)
        found.extend(here)
    found = join_paragraphs(document, found)
    mark_nested(found)
    close_quotations(quotes, starts, found)
    settle_turns(document, found, actors)
    for one in found:
        if one.source and one.speaker is None and one.trace != TURN:
            start, end = one.source[0].start, one.source[-1].end
            reference = actors.refer(start, end)
            if reference is not None:
                one.speaker, one.certainty = reference.actor, reference.certainty
                if one.trace == AFTER_SUBJECT:
                    one.certainty = "inferred"
                if " and " in text[start:end]:
                    together = (other.actor for other in actors.several(start, end))
                    one.joint = tuple(key for key in together if key != one.speaker)
    found.sort(key=lambda a: (a.content[0].start, a.content[-1].end))
    continue_speakers(document, found, actors)
    return found


def make_lines(clauses: list[Clauses], quotes: dict[int, int], starts: list[int]) -> list[Line]:
    """The lines of all sentences; `starts` are those of the quotations, in order."""
    lines = []
    carried: Span | None = None
    n = 0
    for c in clauses:
        begun = {}
        while n < len(starts) and starts[n] < c.sentence.end:
            if starts[n] >= c.sentence.start:
                begun[starts[n]] = quotes[starts[n]]
            n += 1
        line = make_line(c, begun, carried)
        lines.append(line)
        for span in line.quotation.values():
            if carried is None or span.end > carried.end:
                carried = span
    return lines


def read_verbs(line: Line, lexicon: Cues, text: str) -> dict[int, Attribution]:
    """The attributions that the verb groups of a sentence make, quotations apart, by the index of the group."""
    found: dict[int, Attribution] = {}
    adjectival = bool(line.told) and not line.told.isdisjoint(lexicon.telling_adjectives)
    for k in range(len(line.groups)) if adjectival else line.cued:
        lemma = line.groups[k].lemma
        one = find_verbal(line, k, lexicon, text) if lemma in lexicon.firsts else None
        if one is None and adjectival:
            one = find_adjectival(line, k, lexicon)
        if one is None and lemma in lexicon.seeming:
            one = find_appearance(line, k, lexicon)
        if one is not None:
            found[k] = one
    return found


def read_line(
    line: Line, verbal: dict[int, Attribution], lexicon: Cues, text: str, *, title: bool, block_end: int
) -> list[Attribution]:
    """The attributions that a sentence makes by itself, with those that its verbs make."""
    here = [*verbal.values()]
    if len(line.tokens) > LONGEST:
        return here
    told = line.told
    if told and not told.isdisjoint(lexicon.telling_nouns):
        for p, phrase in enumerate(line.phrases):
            if line.lows[phrase.head] not in told or phrase.kind == "pronoun":
                continue
            one = find_nominal(line, p, lexicon)
            if one is not None and (one.source or "preposition" not in one.trace):  # "explanation for" is nobody's
                here.append(one)
        drop_doubles(here)
    if here and line.close:
        mark_quoted(line, here)
    if told and not told.isdisjoint(lexicon.telling_prepositions):
        here.extend(find_prepositional(line, lexicon))
    one = find_colon(line, title=title, block_end=block_end) if title or ":" in told else None
    if one is not None:
        here.append(one)
    taken: set[int] = set()
    for k in line.cued:
        if k in verbal or line.groups[k].lemma not in lexicon.quoting:
            continue
        report = find_report(line, k, lexicon, text, taken)
        if report is not None and not report.colon:
            here.append(make(line, report, "quotation"))
            taken.update(range(line.groups[k].first, line.groups[k].last))
        elif report is not None:
            one = make(line, report, "quotation")
            here.append(one)
    return here


def join_paragraphs(document: Document, found: list[Attribution]) -> list[Attribution]:
    """Give all paragraphs of a quotation that runs over several to the attribution that has one of them."""
    long = {q.number: q for q in document.quotations if len(q.spans) > 1 and q.parent is None}
    parts = sorted((span.start, span.end, number) for number, q in long.items() for span in q.spans)
    starts = [start for start, _, _ in parts]
    holders: dict[int, list[Attribution]] = {}
    for one in found if parts else ():
        for number in {n for span in one.content for n in overlapping(span, parts, starts)} if not one.nested else ():
            holders.setdefault(number, []).append(one)
    gone: set[int] = set()
    for number, ones in holders.items():
        owner = next((one for one in ones if one.cue), ones[0])
        others = [one for one in ones if one is not owner and not one.cue]
        spans = {*owner.content, *(s for one in others for s in one.content)}
        spans |= {q for q in long[number].spans if not any(s.start < q.end and q.start < s.end for s in spans)}
        owner.content = tuple(sorted(spans))
        gone.update(id(one) for one in others)
    return [one for one in found if id(one) not in gone] if gone else found


def overlapping(span: Span, parts: list[tuple[int, int, int]], starts: list[int]) -> Iterator[int]:
    """The numbers of the quotations whose parts share a character with the span."""
    k = max(bisect_right(starts, span.start) - 1, 0)
    while k < len(parts) and parts[k][0] < span.end:
        if parts[k][1] > span.start:
            yield parts[k][2]
        k += 1


def close_quotations(quotes: dict[int, int], starts: list[int], found: list[Attribution]) -> None:
    """Let no content begin or end inside a quotation that it holds the rest of: its sentences belong together."""
    for one in found if quotes else ():
        if one.nested:
            continue
        first, last = one.content[0], one.content[-1]
        k = bisect_left(starts, last.end) - 1
        if k >= 0 and last.start < starts[k] and last.end < quotes[starts[k]]:
            one.content = (*one.content[:-1], Span(last.start, quotes[starts[k]]))
        k = bisect_left(starts, first.start) - 1
        if k >= 0 and first.start < quotes[starts[k]] < first.end:
            one.content = (Span(starts[k], one.content[0].end), *one.content[1:])


def drop_doubles(here: list[Attribution]) -> None:
    """Let a verb make one claim with its noun, not "rejected | the notion that it failed" and "rejected the notion |
    that it failed"; a noun of stance makes a position beside the claim."""
    verbs = {one.cue[0].start for one in here if one.frame == "object"}
    here[:] = [
        one for one in here
        if one.cue[0].start not in verbs or one.mark in STANCES or not one.trace.startswith("light ")
    ]  # fmt: skip


def mark_quoted(line: Line, here: list[Attribution]) -> None:
    """Mark the attributions whose cue stands inside a quotation."""
    spans = [(line.tokens[o].start, line.tokens[c].end) for o, c in line.close.items()]
    for one in here:
        at = one.cue[0].start
        for start, end in spans:
            if start <= at < end:
                one.nested = True


def mark_nested(found: list[Attribution]) -> None:
    """Mark the attributions whose cue stands inside the content of another one, reported speech apart: who reports that
    somebody said something leaves two claims, who reports what somebody wants leaves one."""
    spans = sorted([span for one in found if not one.nested for span in one.content])
    starts: list[int] = []  # of the union of the contents
    ends: list[int] = []
    last = -1
    for start, end in spans:
        if start >= last:
            starts.append(start)
            ends.append(end)
            last = end
        elif end > last:
            ends[-1] = last = end
    for one in found:
        kept = one.frame in KEPT_FRAMES and one.mark in KEPT_MARKS and not one.infinitive and not one.negated
        if one.nested or not one.cue or kept:
            continue
        at = one.cue[0].start
        k = bisect_right(starts, at) - 1
        one.nested = k >= 0 and at < ends[k]
