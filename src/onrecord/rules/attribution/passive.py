"""Attributions whose cue is a passive: was accused of, was criticized by, was asked why."""

from onrecord.records import Span
from onrecord.rules.attribution.circumstances import read_circumstances
from onrecord.rules.attribution.complements import CLAUSE_STARTS, begins_clause, is_time
from onrecord.rules.attribution.cues import Cue, Cues
from onrecord.rules.attribution.deeds import is_done_to
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.sources import phrase_extent, source_span
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import VerbGroup

COMPLEMENTS = frozenset({"PREP", "TO", "SUB", "ADJ", "VERB"})
MEANS = frozenset({"telephone", "phone", "email", "e-mail", "text", "letter", "margin", "margins", "mistake"})
"""What follows "by" and acts not."""
TIMES = words_of("times")
QUESTIONS = CLAUSE_STARTS | {"when", "where", "whom", "whose"}


def find_passive(line: Line, k: int, cue: Cue, after: int, cues: Cues, text: str) -> Attribution | None:
    """Read "was accused of fraud by the board": the subject and its rest are the content, the source follows "by"."""
    g = line.groups[k]
    frames = cue.frames
    if cue.addressing:
        told = find_told(line, k, cue, after, cues, text)
        if told is not None:
            return told
    if is_done_to(line, g, cue.lemma):
        return None
    i = line.skip_adverbs(after)
    by_whom = "that" in frames and cue.mark != "knowledge" and line.lows[i] == "by"  # "was claimed by the rebels"
    if not by_whom and "obj" not in frames and not any(f.startswith("pass") for f in frames):
        return None
    as_what = f"pass:{line.lows[i]}" in frames
    if ("that" in frames or cue.addressed) and line.lows[i] == "that" and begins_clause(line, i, k):
        # "It was reported that", "Passengers were told that": nobody is named who says so
        clause = line.span(i, content_end(line, i, k, "that", cues))
        return Attribution(
            (clause,), (line.span(g.first, after),), (), cue.lemma, "passive", cue.mark, cue.modality, g.negated,
            trace=f"passive that {cue.line}",
        )  # fmt: skip
    source: tuple[Span, ...] = ()
    rest: tuple[Span, ...] = ()
    frame = "passive"
    by = i if line.lows[i] == "by" else -1
    if by < 0:
        complete = line.tags[i] not in COMPLEMENTS and line.phrase_at.get(i) is None
        if complete and "pass" not in frames:
            return None
        end = content_end(line, i, k, "object", cues) if line.tags[i] not in ("PUNCT", "") else i
        for j in range(i, end):
            if line.lows[j] == "by" and line.phrase_at.get(j + 1) is not None and j > i:
                by, end = j, j
                break
        if end > i and not (cue.mark == "attitude" and is_time(line, i)):
            rest = (line.span(i, end),)
    if by >= 0:
        agent = line.phrase_at.get(by + 1)
        if agent is None or line.tokens[line.phrases[agent].head].low in MEANS:
            return None
        stop = phrase_extent(line, by + 1)
        source = (line.span(by + 1, stop),)
        if not rest and stop < len(line.tokens) and line.tags[stop] in ("PREP", "TO"):
            rest = (line.span(stop, content_end(line, stop, k, "object", cues)),)
    elif not as_what and "pass" not in frames:
        as_done = "passto" in frames and line.tags[i] == "TO"
        as_named = "passas" in frames and names_it(line, i)  # not "the race was called Tuesday"
        if not as_done and not as_named:
            return None
    if g.subject is None:
        return None
    content = (source_span(line, g.subject), *rest)
    return Attribution(
        content, (line.span(g.first, after),), source, cue.lemma, frame, cue.mark, cue.modality, g.negated,
        trace=f"{frame} {cue.line}",
    )  # fmt: skip


def names_it(line: Line, i: int) -> bool:
    """Whether what the subject is taken for stands at token i: "as a friend", "a disgrace", "racist"."""
    p = line.phrase_at.get(i)
    if p is not None:
        return line.tokens[line.phrases[p].head].low not in TIMES
    return line.lows[i] in ("as", "to") or line.tags[i] in ("ADJ", "OPEN", "NAME", "NOUN")


def find_told(line: Line, k: int, cue: Cue, after: int, cues: Cues, text: str) -> Attribution | None:
    """Read "was asked why", "was pressed about", "was told by the clerk to wait": the subject is the one spoken to, and
    nobody is the source but whom "by" names."""
    g = line.groups[k]
    i = line.skip_adverbs(after)
    source: tuple[Span, ...] = ()
    if line.lows[i] == "by" and line.phrase_at.get(i + 1) is not None:
        stop = phrase_extent(line, i + 1)
        source, i = (line.span(i + 1, stop),), line.skip_adverbs(stop)
    i = read_circumstances(line, i, text, addressee=False, stop=cue.prepositions).at
    tag, low = line.tags[i], line.lows[i]
    frame = "that" if g.finite else "object"
    if low in QUESTIONS and tag in ("SUB", "WH") and ("that" in cue.frames or "objthat" in cue.frames):
        if low in ("when", "where") and cue.lemma != "ask":
            return None
        start = i
    elif tag == "PREP" and low in cue.prepositions and line.tags[i + 1] not in ("PUNCT", ""):
        start, frame = i + 1, "object"
        if (after == i or source) and low != "with":
            after = after if source else i + 1
    elif tag == "TO" and "objto" in cue.frames:
        return made(
            line, g, cue, (*addressee(line, g), line.span(i, content_end(line, i, k, "object", cues))), after, source
        )
    elif low == "," and line.tags[i + 1] == "OPEN" and line.close.get(i + 1) is not None and cue.lemma == "ask":
        return made(line, g, cue, (line.quotation[i + 1],), after, source)
    else:
        return None
    return made(line, g, cue, (line.span(start, content_end(line, start, k, frame, cues)),), after, source)


def addressee(line: Line, g: VerbGroup) -> tuple[Span, ...]:
    """Who is to do something: the subject of "was told to wait"."""
    if g.subject is None or line.phrases[g.subject].first >= g.first:
        return ()
    return (source_span(line, g.subject),)


def made(
    line: Line, g: VerbGroup, cue: Cue, content: tuple[Span, ...], after: int, source: tuple[Span, ...]
) -> Attribution:
    """The attribution of a passive of telling or asking."""
    return Attribution(
        content, (line.span(g.first, after),), source, cue.lemma, "passive", cue.mark, cue.modality, g.negated,
        trace=f"passive told {cue.line}",
    )  # fmt: skip
