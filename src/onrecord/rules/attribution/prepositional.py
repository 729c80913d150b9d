"""Attributions whose cue is a preposition: according to the mayor, in the view of the court."""

from onrecord.rules.attribution.cues import VIEWS, Cues
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.attribution.nominal import possessor_end
from onrecord.rules.attribution.sources import phrase_extent
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of

OPENERS = frozenset({"according", "in", "per"})
PLANS = words_of("according to plan")
"""What something can go according to without anybody having said it."""


def find_prepositional(line: Line, cues: Cues) -> list[Attribution]:
    """Every attribution of the sentence with a prepositional cue."""
    found = []
    count = len(line.tokens)
    for i in [i for i, low in enumerate(line.lows) if low in OPENERS]:
        low = line.lows[i]
        if low == "in":
            one = in_view(line, i, cues)
            if one is not None:
                found.append(one)
                continue
        if low == "per" and (i == 0 or line.lows[i - 1] != ","):
            continue
        for size in (1, 2, 4):
            if i + size < count:
                cue = cues.prepositions.get(" ".join(line.lows[i : i + size]))
                if cue is not None:
                    break
        else:
            continue
        first = i + size
        head = line.phrase_at.get(first)
        if head is not None and line.tokens[line.phrases[head].head].low in PLANS and bare(line, head):
            continue
        stop = phrase_extent(line, first)
        if stop <= first:
            continue
        source = line.span(first, stop)
        spans = []
        before = i
        while before > 0 and (line.tags[before - 1] == "ADV" or line.lows[before - 1] in COMMAS):
            before -= 1
        start = clause_start(line, before)
        if before > start:
            spans.append(line.span(start, before))
        j = stop
        if line.lows[j] in COMMAS:
            j += 1
            if (
                (not spans or continues(line, j) or not stated(line, start, before))
                and j < count
                and line.tags[j] != "PUNCT"
            ):
                end = content_end(line, j, None, "that", cues)
                spans.append(line.span(j, end))
        elif not spans and j < count and line.tags[j] not in ("PUNCT", "CLOSE"):
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


def bare(line: Line, k: int) -> bool:
    """Whether phrase k is a word alone, or with its article: "according to plan", "according to the rules"."""
    phrase = line.phrases[k]
    alone = phrase.last - phrase.first == 1 or (phrase.last - phrase.first == 2 and line.tags[phrase.first] == "DET")
    return alone and line.tags[phrase.last] != "VERB"  # "according to the schedule posted on Monday"


def in_view(line: Line, i: int, cues: Cues) -> Attribution | None:
    """In the prosecutor's view, the accountant acted alone."""
    k = line.phrase_at.get(i + 1)
    if k is None:
        return None
    phrase = line.phrases[k]
    if line.tokens[phrase.head].low not in VIEWS:
        return None
    possessor = possessor_end(line, k)
    if possessor is None or line.lows[phrase.last] != "," or phrase.last + 2 >= len(line.tokens):
        return None
    start = phrase.last + 1
    if i > 0 and line.lows[i - 1] == ",":
        start, end = 0, i - 1
    else:
        end = content_end(line, start, None, "that", cues)
    return Attribution(
        (line.span(start, end),), (line.span(i, i + 1), line.span(phrase.head, phrase.last)),
        (line.span(i + 1, possessor),), "in view", "preposition", "belief",
        trace="preposition prepositions.tsv in view",
    )  # fmt: skip


def clause_start(line: Line, end: int) -> int:
    """Where the content before "according to" begins: the sentence, or the clause after a semicolon or a "but"."""
    for j in range(end - 1, 0, -1):
        if line.lows[j] == ";":
            return j + 1
        contrast = line.lows[j] == "," and line.tags[j + 1] == "CONJ" and line.lows[j + 1] != "and"
        if contrast and line.subjects.get(line.skip_adverbs(j + 2)) is not None:
            return j + 2
    return 0


def stated(line: Line, start: int, end: int) -> bool:
    """Whether a verb stands in `tokens[start:end]`, unlike "Over the long term, according to ..."."""
    return any(start <= g.first < end and g.finite for g in line.groups)


def continues(line: Line, j: int) -> bool:
    """Whether the sentence goes on after "according to X," with the clause that it interrupted."""
    k = line.group_at.get(line.skip_adverbs(j))
    return k is not None and line.groups[k].finite
