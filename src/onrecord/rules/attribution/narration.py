"""What after a comma in a reported clause is the narrator's own word again, by tense and by form."""

from onrecord.rules.attribution.line import Line
from onrecord.rules.syntax.types import VerbGroup

RELATIVES = frozenset({"which", "who", "whose", "whom", "where", "when"})
SHIFTED = frozenset({"was", "were", "had", "did", "would", "could", "might"})
"""Auxiliaries into which a report in the past shifts its verbs."""
VERBAL = frozenset({"VERB", "AUX", "MODAL"})


def is_narration(line: Line, i: int, group: int) -> bool:
    """Whether the comma at token i ends what group `group` reports: a relative that tells of now, a noun phrase that
    sums up ("will leave, a blow to the town"), or a comparison ("said yes, compared with a third in May") follows."""
    n = i + 1
    low, tag = line.low(n), line.tag(n)
    if low == "compared":
        return True
    if tag == "WH" and low in RELATIVES:
        return is_unshifted(line, n, group)
    return low in ("a", "an") and line.tag(i - 1) != "NAME" and sums_up(line, n)


def is_unshifted(line: Line, n: int, group: int) -> bool:
    """Whether the relative clause at token n ends the sentence and is not in the past to which group `group` shifts what
    it reports: "said it would close the plant, which employs 300", "says it will pay the fine, which fell due in May"."""
    after = line.groups[group].last
    cue, main, here = line.groups[group], None, None
    for g in line.groups[group + 1 :]:
        if not g.finite:
            continue
        main = main or g
        if here is None and g.first > n:
            here = g
        elif here is not None and g.subject is not None and after <= line.phrases[g.subject].first < n:
            return False  # "that the plant, which was old, would close"
    if here is None or main is None or not cue.finite:
        return False
    return not is_past(line, cue) or (is_past(line, main) and not is_past(line, here))


def sums_up(line: Line, n: int) -> bool:
    """Whether the noun phrase at token n goes to the end of the sentence and is neither a subject nor part of a row."""
    return line.subjects.get(n) is None and not any(line.low(j) in (",", "and") for j in range(n, len(line.tokens)))


def is_past(line: Line, g: VerbGroup) -> bool:
    """Whether the first verb of a group is in the past."""
    first = next(line.tokens[i] for i in range(g.first, g.last) if line.tokens[i].tag in VERBAL)
    return first.form == "past" or first.low in SHIFTED
