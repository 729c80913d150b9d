"""Attributions whose cue is a noun ("her claim that ...") or an adjective ("is confident that ...")."""

from onrecord.records import Span
from onrecord.rules.attribution.cues import Cues
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.sources import phrase_extent, source_span
from onrecord.rules.attribution.types import Attribution

PLACES = frozenset({"in", "on", "at", "during", "to"})
COPULAS = frozenset({"be", "seem", "feel", "remain", "become", "appear", "sound", "get", "stay", "grow"})


def find_nominal(line: Line, p: int, cues: Cues) -> Attribution | None:
    """The attribution that the noun at the head of phrase p makes."""
    phrase = line.phrases[p]
    if phrase.kind != "noun" and not (phrase.kind == "name" and phrase.head <= 1):
        return None
    if phrase.last != phrase.head + 1:
        return None
    cue = cues.noun_forms.get(line.tokens[phrase.head].low)
    if cue is None:
        return None
    i = phrase.last
    by: tuple[Span, ...] = ()
    if line.lows[i] in ("by", "from", "among") and line.phrase_at.get(i + 1) is not None:
        stop = max(phrase_extent(line, i + 1), line.phrase_end(i + 1))
        by = (line.span(i + 1, stop),)
        stop += line.lows[stop] == ","
        if line.lows[stop] not in ("that", "to", *cue.prepositions):
            return None
        i = stop
    if "that" in cue.frames and line.tags[i] == "PREP" and line.lows[i] in PLACES:
        i = claim_clause(line, i)
    low, tag = line.lows[i], line.tags[i]
    if low == "that" and "that" in cue.frames and tag in ("SUB", "WH"):
        if (
            tag == "WH"
            and not by
            and line.phrase_at.get(i) is not None
            and line.tags[i + 1] in ("VERB", "AUX", "MODAL")
        ):
            return None  # a relative clause: "the claim that was made"
        frame, start, cue_end = "that", i, phrase.last
    elif tag == "TO" and "to" in cue.frames:
        frame, start, cue_end = "to", i, phrase.last
    elif tag == "PREP" and low in cue.prepositions and line.tags[i + 1] not in ("PUNCT", ""):
        frame, start, cue_end = "preposition", i + 1, i + 1
    elif tag == "OPEN" and line.lows[i + 1] == "that":
        frame, start, cue_end = "that", i, phrase.last
    else:
        return None
    g = light_verb(line, p, cues)
    source, cue_first = by, phrase.first
    possessor = possessor_end(line, p)
    negated = False
    if possessor is not None:
        source = source or (line.span(phrase.first, possessor),)
        cue_first = possessor + 1 if line.tags[possessor] == "POSS" and line.lows[possessor][0] in "'’" else possessor
    if g is not None:
        group = line.groups[g]
        negated = group.negated
        if group.subject is not None and (possessor is None or line.tokens[phrase.first].tag == "POSS"):
            cue_first = group.first
            source = by or (
                source_span(line, group.subject) if line.phrases[group.subject].first < group.first
                else Span(line.phrases[group.subject].start, line.phrases[group.subject].end),
            )  # fmt: skip
    end = content_end(line, start, None, "that" if frame == "that" else "object", cues)
    if not source:
        cue_first = phrase.first
    name = "light" if g is not None and cue_first == line.groups[g].first else "nominal"
    return Attribution(
        (line.span(start, end),), (line.span(cue_first, cue_end),), source, cue.lemma, name, cue.mark, cue.modality,
        negated, trace=f"{name} {frame} {cue.line}",
    )  # fmt: skip


def claim_clause(line: Line, i: int) -> int:
    """The "that" after where and when something was said ("his claim in a radio interview on Monday that ..."), which
    begin at token i; else i."""
    at = i
    while line.lows[at] in PLACES and line.phrase_at.get(at + 1) is not None:
        at = line.phrase_end(at + 1)
    return at if line.lows[at] == "that" and line.tags[at] == "SUB" else i


def possessor_end(line: Line, p: int) -> int | None:
    """For "Trump's claim", "his claim": the token after the possessor's words, which is the clitic or the noun part."""
    phrase = line.phrases[p]
    for j in range(phrase.head - 1, phrase.first - 1, -1):
        token = line.tokens[j]
        if token.tag == "POSS":
            if token.low[0] in "'’":
                return j if j > phrase.first else None
            return j + 1
    return None


def light_verb(line: Line, p: int, cues: Cues) -> int | None:
    """The group whose object phrase p is, if its verb lends itself to a cue noun."""
    for k, g in enumerate(line.groups):
        if g.object == p and g.lemma in cues.light and not g.passive:
            return k
    return None


def find_adjectival(line: Line, k: int, cues: Cues) -> Attribution | None:
    """Read "is confident that ...", "are opposed to ...": group k is the copula."""
    g = line.groups[k]
    if g.lemma in COPULAS and not g.passive:
        i = g.last
    elif g.lemma == "make" and not g.passive:
        i = g.last + (line.lows[g.last] == "it")
        if line.lows[i] not in ("clear", "plain", "known") or line.lows[i + 1] != "that":
            return None  # "made clear that", "made it clear that"
    elif g.passive or (
        line.tokens[g.head].form in ("past", "participle")
        and g.lemma not in COPULAS
        and g.first == g.head
        and not g.finite
    ):
        i = g.head
    else:
        return None
    i = line.skip_adverbs(i)
    if line.lows[i] in ("less", "more", "most", "all"):
        i += 1
    cue = cues.adjectives.get(line.lows[i])
    if cue is None:
        return None
    n = line.skip_adverbs(i + 1)
    low, tag = line.lows[n], line.tags[n]
    if "that" in cue.frames and (
        (low in ("that", "whether", "if") and tag in ("SUB", "WH")) or line.subjects.get(n) is not None
    ):
        frame, start, cue_end = "that", n, i + 1
    elif "to" in cue.frames and tag == "TO":
        frame, start, cue_end = "to", n, i + 1
    elif tag == "PREP" and low in cue.prepositions and line.tags[n + 1] not in ("PUNCT", ""):
        frame, start, cue_end = "preposition", n + 1, n + 1
    else:
        return None
    end = content_end(line, start, k, "that" if frame == "that" else "object", cues)
    source: tuple[Span, ...] = ()
    if g.subject is not None and line.phrases[g.subject].first < g.first:
        if line.tokens[line.phrases[g.subject].head].low in ("it", "there", "that", "this", "what"):
            return None
        source = (source_span(line, g.subject),)
    return Attribution(
        (line.span(start, end),), (line.span(g.first, cue_end),), source, cue.lemma, "copular", cue.mark,
        cue.modality, g.negated, trace=f"copular {frame} {cue.line}",
    )  # fmt: skip
