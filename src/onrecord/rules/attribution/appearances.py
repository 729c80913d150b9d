"""Attributions by which something only seems so: "The court seemed ready to act", "The vote appears to be lost"."""

from onrecord.rules.attribution.cues import Cue, Cues
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.sources import source_span
from onrecord.rules.attribution.types import Attribution


def find_appearance(line: Line, k: int, cues: Cues) -> Attribution | None:
    """Read "the vote seemed to be lost": the subject and its rest are the content, and nobody is named who says so."""
    g = line.groups[k]
    cue = cues.verbs.get(g.lemma)
    if cue is None or not g.finite or g.passive or g.modal or g.subject is None:
        return None
    subject = line.phrases[g.subject]
    if subject.first >= g.first or line.tags[subject.first] == "WH":
        return None  # "a line that seemed aimed at him" describes the line
    i = line.skip_adverbs(g.last)
    if not seems(line, i, cue):
        return None
    rest = line.span(g.last, content_end(line, i, k, "to", cues))
    return Attribution(
        (source_span(line, g.subject), rest), (line.span(g.first, g.last),), (), cue.lemma, "appearance", cue.mark,
        cue.modality, g.negated, trace=f"appearance {cue.line}",
    )  # fmt: skip


def seems(line: Line, i: int, cue: Cue) -> bool:
    """Whether what seems so begins at token i: an infinitive, an adjective or participle ("headed"), a likeness."""
    tag = line.tags[i]
    if tag == "TO":
        return "seemto" in cue.frames
    if "seemadj" not in cue.frames:
        return False
    if tag == "VERB" and line.tokens[i].form in ("past", "participle"):
        return True
    return tag == "ADJ" or (line.lows[i] == "like" and "seemlike" in cue.frames)
