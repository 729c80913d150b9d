"""Who speaks a quotation that no cue has taken: whoever stands before its colon, or after its last comma."""

from onrecord.rules.attribution.cues import cues
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.sources import source_span
from onrecord.rules.attribution.types import Attribution

DASHES = frozenset({"-", "—", "–", "―", "--", "~"})
FARTHEST = 24
"""Tokens that may stand between a quotation and the verb of who speaks it."""


def announced(line: Line, colon: int) -> Attribution | None:
    """The attribution whose quotation a colon announces though no cue does ("Sanders made the following comment:",
    "Red states outnumber blue - Ann Roe:")."""
    last = next((k for k, p in enumerate(line.phrases) if p.last == colon), None)
    if last is not None and line.phrases[last].kind == "name":
        first = line.phrases[last].first
        while last and line.lows[first - 1] == "and" and line.phrases[last - 1].last == first - 1:
            last -= 1
            first = line.phrases[last].first
        if first == 0 or line.lows[first - 1] in DASHES:
            return Attribution(
                (), (line.span(colon, colon + 1),), (line.span(first, colon),), ":", "headline", "speech", trace="colon"
            )
    for g in line.groups:
        if g.finite and g.last <= colon and g.subject is not None and line.phrases[g.subject].first < g.first:
            return Attribution(
                (), (line.span(g.first, g.last),), (source_span(line, g.subject),), g.lemma, "quotation", "speech",
                trace="colon before a quotation",
            )  # fmt: skip
    return None


def reported(line: Line, closed: int) -> Attribution | None:
    """The attribution of a quotation that ends with a comma, by the phrase after it and the next verb of saying:
    Whatever he does, Poe “has made a name,” Roe said."""
    p = line.phrase_at.get(closed + 1)
    if p is None or line.lows[closed - 1] != "," or line.phrases[p].kind == "pronoun":
        return None
    for g in line.groups:
        cue = cues().verbs.get(g.lemma)
        if g.first <= closed or cue is None or "quote" not in cue.frames or not g.finite or g.passive:
            continue
        if line.within[g.first] >= 0 or g.first - closed > FARTHEST or cue.mark not in ("speech", "writing"):
            continue
        last = g.first - (line.lows[g.first - 1] == ",")
        if last <= closed + 1:
            return None
        return Attribution(
            (), (line.span(g.first, g.last),), (line.span(closed + 1, last),), g.lemma, "quotation", cue.mark,
            trace=f"quotation {cue.line}",
        )  # fmt: skip
    return None
