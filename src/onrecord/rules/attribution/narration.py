"""What after a comma in a reported clause is the narrator's own word again, by place, by tense and by form."""

from onrecord.rules.attribution.line import Line
from onrecord.rules.syntax.types import VerbGroup

RELATIVES = frozenset({"which", "who", "whose", "whom", "where", "when"})
SHIFTED = frozenset({"was", "were", "had", "did", "would", "could", "might"})
"""Auxiliaries into which a report in the past shifts its verbs."""
FRONTING = frozenset(
    {
        "while",
        "although",
        "though",
        "as",
        "after",
        "when",
        "before",
        "since",
        "if",
        "because",
        "once",
        "whereas",
        "even",
    }
)
"""What opens an adverbial clause before its main clause."""
COMPLEMENTISERS = frozenset({"that", "if", "whether"})
OPENING = frozenset({"ADV", "SUB", "PREP", "CONJ", "PUNCT"})
"""What may stand before a participle that opens a sentence."""
VERBAL = frozenset({"VERB", "AUX", "MODAL"})


def is_narration(line: Line, i: int, group: int) -> bool:
    """Whether the comma at token i ends what group `group` reports: a relative that tells of now, a noun phrase that
    sums up ("will leave, a blow to the town"), or a comparison ("said yes, compared with a third in May") follows."""
    n = i + 1
    low, tag = line.lows[n], line.tags[n]
    if low == "compared":
        return True
    if tag == "WH" and low in RELATIVES:
        return is_unshifted(line, n, group)
    return low in ("a", "an") and line.tags[i - 1] != "NAME" and sums_up(line, n)


def is_unshifted(line: Line, n: int, group: int) -> bool:
    """Whether the relative clause at token n ends the sentence and is not in the past into which group `group` shifts
    what it reports: "said it would close the plant, which employs 300", "says it will pay the fine, which fell due"."""
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
    return line.subjects.get(n) is None and not any(line.lows[j] in (",", "and") for j in range(n, len(line.tokens)))


def is_past(line: Line, g: VerbGroup) -> bool:
    """Whether the first verb of a group is in the past."""
    first = next(line.tokens[i] for i in range(g.first, g.last) if line.tokens[i].tag in VERBAL)
    return first.form == "past" or first.low in SHIFTED


def fronted(line: Line, group: int | None) -> bool:
    """Whether the cue stands in an adverbial clause before its main clause ("While polls show a lead, it is ...", "Last
    month, when I asked whether he ran, he smiled")."""
    if group is None or group >= len(line.groups):
        return False
    g = line.groups[group]
    if not g.finite and line.tokens[g.head].form == "ing" and all(line.tags[i] in OPENING for i in range(g.first)):
        return True  # "Noting that the cost had risen, Ann said it was late"
    first = 0
    while line.tags[first] in ("CONJ", "ADV", "PUNCT"):
        first += 1
    p = line.phrase_at.get(first)
    if p is not None and line.lows[line.phrases[p].last] == ",":
        first = line.phrases[p].last + 1
    if line.lows[first] not in FRONTING:
        return False
    return not any(h.finite and not relative(line, h) for h in line.groups[:group])


def relative(line: Line, g: VerbGroup) -> bool:
    """Whether a relative pronoun is the subject of a group, which then belongs to a noun."""
    return g.subject is not None and line.tokens[line.phrases[g.subject].head].tag == "WH"


def waits(line: Line, start: int, i: int) -> bool:
    """Whether the clause that begins at `start` opens with an adverbial that the comma at token i closes, so that its
    subject and verb come after it: "said that if it rained, the game was off"."""
    first = start + (line.lows[start] in COMPLEMENTISERS)
    first += line.lows[first] == ","
    if line.tags[first] != "PREP" and line.lows[first] not in FRONTING:
        return False
    return not any(line.lows[j] == "," for j in range(first, i))
