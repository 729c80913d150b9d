"""Attributions whose cue is a preposition: according to the mayor, in the view of the court."""

from onrecord.rules.attribution.cues import Cues
from onrecord.rules.attribution.extents import content_end, phrase_extent
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.attribution.types import Attribution


def find_prepositional(line: Line, cues: Cues) -> list[Attribution]:
    """Every attribution of the sentence with a prepositional cue."""
    found = []
    count = len(line.tokens)
    for i, token in enumerate(line.tokens):
        if token.low != "according" and token.low != "in":
            continue
        for words in (2, 4):
            if i + words < count:
                cue = cues.prepositions.get(" ".join(t.low for t in line.tokens[i : i + words]))
                if cue is not None:
                    break
        else:
            continue
        first = i + words
        stop = phrase_extent(line, first)
        if stop <= first:
            continue
        source = line.span(first, stop)
        spans = []
        before = i
        while before > 0 and (line.tag(before - 1) == "ADV" or line.low(before - 1) in COMMAS):
            before -= 1
        start = clause_start(line, before)
        if before > start:
            spans.append(line.span(start, before))
        j = stop
        if line.low(j) in COMMAS:
            j += 1
            if (not spans or continues(line, j)) and j < count and line.tag(j) != "PUNCT":
                end = content_end(line, j, None, "that", cues)
                spans.append(line.span(j, end))
        elif not spans and j < count and line.tag(j) not in ("PUNCT", "CLOSE"):
            spans.append(line.span(j, content_end(line, j, None, "that", cues)))
        if not spans:
            continue
        found.append(
            Attribution(
                tuple(spans),
                (line.span(i, first),),
                (source,),
                cue.lemma,
                "preposition",
                cue.mark,
                cue.modality,
                trace=f"preposition {cue.line}",
            )
        )
    return found


def clause_start(line: Line, end: int) -> int:
    """Where the content before "according to" begins: the sentence, or the clause after a semicolon or an "and"."""
    for j in range(end - 1, 0, -1):
        if line.low(j) == ";":
            return j + 1
        if line.low(j) == "," and line.tag(j + 1) == "CONJ" and line.subjects.get(line.skip_adverbs(j + 2)) is not None:
            return j + 2
    return 0


def continues(line: Line, j: int) -> bool:
    """Whether the sentence goes on after "according to X," with the clause that it interrupted."""
    k = line.group_at.get(line.skip_adverbs(j))
    return k is not None and line.groups[k].finite
