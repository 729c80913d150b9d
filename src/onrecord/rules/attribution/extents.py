"""Where a content ends."""

from onrecord.rules.attribution.cues import Cues
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.narration import fronted, is_narration, relative, waits
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import VerbGroup

TIMES = words_of("times")
CUT_AFTER_COMMA = frozenset({"PREP", "ADV", "SUB", "TO", "CONJ", "MODAL"})
CONTRASTS = frozenset({"ADV", "NEG", "MODAL", "AUX", "VERB"})
"""What follows "but" when it only contrasts two parts of one clause."""
GOES_ON = frozenset({"CONJ", "PREP", "VERB", "NOUN", "SUB"})
EXAMPLES = frozenset({"including", "such", "especially", "particularly", "notably"})
"""What after a comma goes on with the list or the thing before it."""
AROUND = frozenset({"before", "while"})
LEAVING = AROUND | {"according", "as"}
KEPT_SUBORDINATORS = frozenset({"whether", "that", "if", "because", "while", "unless"})
"""Subordinators whose clause belongs to the object before it."""
PLAIN = frozenset({"DET", "NOUN", "NAME", "ADJ", "NUM", "POSS", "PRON"})
"""Tags with which no content ends and no verb group begins."""
VERBAL = PLAIN | {"VERB", "AUX", "MODAL", "TO", "NEG"}
"""The same where a verb ends no content: after the cue's own verb, in a that-clause."""
DASHES = frozenset({"—", "–", "―", "--", "-"})
CLAUSAL = frozenset({"that", "objthat"})
STOP_SUBORDINATORS = frozenset({"while", "although", "though", "whereas"})


def content_end(line: Line, start: int, group: int | None, frame: str, cues: Cues) -> int:
    """The token after the content that begins at token `start`."""
    lows, tags, within, groups = line.lows, line.tags, line.within, line.group_at
    count = len(line.tokens)
    subject = line.groups[group].subject if group is not None else None
    wide = frame == "that"
    verbal = group is not None and line.groups[group].last <= start and line.groups[group].finite
    free = not (wide and verbal)
    i = start
    quoted = bool(line.close)
    depth = within[start] if quoted and start < count else -1
    plain = PLAIN if free else VERBAL
    if "according" in line.clauses.words:
        plain = frozenset()
    while i < count:
        if quoted and within[i] != depth:
            if depth >= 0 and within[i] < 0:
                break
            i = line.close.get(within[i], i) + 1
            # 'said it was "a shame," and ...' goes on only after "and" and the like, or after 'that while "...," the'
            adverbial = tags[start] == "SUB" and tags[start + 1] in ("SUB", "WH")
            if i < count and lows[i - 2] in ",.!?" and tags[i] not in GOES_ON and not adverbial:
                break
            if i < count and lows[i - 2] == "," and ends_at_comma(line, i - 1, group, subject, start, wide, cues):
                break  # 'called it "a shame," saying that', 'laid it to "the weather," but the union'
            continue
        tag = tags[i]
        if tag in plain:
            i += 1
            continue
        low = lows[i]
        if tag == "PUNCT":
            if low == ";" or (low in ".?!" and i > start):
                break
            if low in DASHES and is_dash(line, i):
                if ends_at_dash(line, start, i):
                    break
            elif low == "," and not free and breaks_off(line, start, i):
                pass  # "Trump, despite his wealth, is well placed": the clause has no verb yet
            elif low == "," and ends_at_comma(line, i, group, subject, start, wide, cues):
                break
        elif tag == "CONJ" and i > start:
            k = line.group_from(past_time(line, i + 1))
            if k is not None and (goes_back(line, k, group, subject) or resumes(line, k, group, cues)):
                break
            s = line.subjects.get(i + 1)
            if s is not None and (not wide or speaks_anew(line, s, group, cues)):
                break
        elif (free and i in groups and outside(line, i, start)) or (
            (tag == "SUB" or low in LEAVING) and i > start and leaves_off(line, i, frame, cues)
        ):
            break
        i += 1
    while i > start + 1 and tags[i - 1] in ("PUNCT", "CONJ") and lows[i - 1] not in ("?", "!"):
        i -= 1
    return i


def leaves_off(line: Line, i: int, frame: str, cues: Cues) -> bool:
    """Whether the subordinator or preposition at token i begins what is said of the report, not what is reported."""
    low, wide = line.lows[i], frame == "that"
    return (
        (line.tags[i] == "SUB" and not wide and low not in KEPT_SUBORDINATORS)
        or (low == "according" and line.lows[i + 1] == "to")
        or (low == "as" and frame == "to" and line.subjects.get(i + 1) is not None)
        or (low in AROUND and wide and reports_next(line, i, cues))
    )


def past_time(line: Line, i: int) -> int:
    """The token after a day or month at token i: "but [on Tuesday] wrote"."""
    k = line.phrase_at.get(i + 1) if line.lows[i] in ("on", "in") else None
    return line.phrases[k].last if k is not None and line.tokens[line.phrases[k].head].low in TIMES else i


def reports_next(line: Line, i: int, cues: Cues) -> bool:
    """Whether a word of time at token i leads to the speaker's next report: "said it was dead before claiming that"."""
    k = line.group_from(i + 1)
    if k is None or line.groups[k].finite or line.tokens[line.groups[k].head].form != "ing":
        return False
    cue = cues.verbs.get(line.groups[k].lemma)
    return cue is not None and cue.mark in ("speech", "writing")


def breaks_off(line: Line, start: int, i: int) -> bool:
    """Whether the comma at token i parts the subject of the clause that begins at `start` from its verb: a second comma
    closes the insertion, and a finite verb follows it."""
    for g in line.groups:
        if start <= g.first < i and g.finite and not relative(line, g):
            return False
    k = line.group_from(i + 1)
    if k is not None and line.groups[k].finite:
        return line.lows[i - 1] not in ("and", "but") and any(line.lows[j] == "," for j in range(start + 1, i))
    for j in range(i + 1, min(i + 16, len(line.tokens) - 1)):
        if line.lows[j] == ",":
            k = line.group_from(j + 1)
            return k is not None and line.groups[k].finite
        if line.tags[j] == "PUNCT":
            break
    return False


def outside(line: Line, i: int, start: int) -> bool:
    """Whether a finite verb at token i has its subject before the content and so lies outside it."""
    k = line.group_at.get(i)
    if k is None or not line.groups[k].finite or i <= start:
        return False
    subject = line.groups[k].subject
    return subject is not None and line.phrases[subject].first < start


def goes_back(line: Line, k: int, group: int | None, subject: int | None) -> bool:
    """Whether group k, after "and", goes with the cue's own subject and so lies outside the content."""
    g = line.groups[k]
    if group is None or subject is None or g.subject != subject or k <= group:
        return False
    if g.finite and g.first == g.head and line.tokens[g.head].form == "base" and led(line, group, k):
        return False  # "said it would close the plant and move to Leeds"
    return g.finite or (
        not line.groups[group].finite
        and line.tokens[g.first].form == "ing" == line.tokens[line.groups[group].first].form
    )


def resumes(line: Line, k: int, group: int | None, cues: Cues) -> bool:
    """Whether group k, after "and", is a second report in the plain past of the first: "said he was sorry and called it
    a slip"."""
    if group is None:
        return False
    g, first = line.groups[k], line.groups[group]
    cue = cues.verbs.get(g.lemma)
    if cue is None or cue.mark not in ("speech", "writing") or not g.finite or g.passive or not first.finite:
        return False
    plain = g.first == g.head and first.first == first.head
    return plain and line.tokens[g.head].form == line.tokens[first.head].form == "past"


def led(line: Line, group: int, k: int) -> bool:
    """Whether a modal or "to" before group k, within the content, leads its base form too."""
    return any(h.modal or line.tokens[h.first].tag == "TO" for h in line.groups[group + 1 : k])


def speaks_anew(line: Line, k: int, group: int | None, cues: Cues) -> bool:
    """Whether group k, after "and" and its own subject, is a second report: "said it was sound and she blamed"."""
    cue = cues.verbs.get(line.groups[k].lemma)
    if cue is None or cue.mark not in ("speech", "writing") or group is None or line.groups[k].modal:
        return False
    return line.tokens[line.groups[k].head].form == line.tokens[line.groups[group].head].form


def is_dash(line: Line, i: int) -> bool:
    """Whether the mark at token i parts clauses; a hyphen does so with a space before it (not in "U.S.-led")."""
    low = line.lows[i]
    return low in DASHES and (low != "-" or not i or line.tokens[i - 1].end < line.tokens[i].start)


def ends_at_dash(line: Line, start: int, i: int) -> bool:
    """Whether the dash at token i ends the that-clause that begins at `start`: it neither opens nor closes an aside,
    and no second that-clause follows it."""
    if line.lows[i + 1] in EXAMPLES or (line.tags[i + 1] == "CONJ" and line.lows[i + 2] in ("that", "whether")):
        return False
    dash = line.lows[i]
    dashes = [j for j in range(start, len(line.tokens)) if line.lows[j] == dash and is_dash(line, j)]
    return dashes.index(i) % 2 == 0 and dashes[-1] == i


def ends_at_comma(
    line: Line, i: int, group: int | None, subject: int | None, start: int, wide: bool, cues: Cues
) -> bool:
    """Whether the comma at token i ends the content."""
    n = i + 1
    if n >= len(line.tokens):
        return True
    low, tag = line.lows[n], line.tags[n]
    if low == "according":
        return True
    if not wide and low in EXAMPLES:
        return False
    if tag == "CONJ":
        m = n + 1
        k = line.group_from(m)
        if k is not None and (goes_back(line, k, group, subject) or resumes(line, k, group, cues)):
            return True
        s = line.subjects.get(line.skip_adverbs(m))
        if s is not None:
            return not wide or low in ("but", "yet") or speaks_anew(line, s, group, cues)
        return low in ("but", "yet") and (not wide or line.tags[m] not in CONTRASTS)
    k = line.group_from(n)
    if k is not None:
        g = line.groups[k]
        if g.finite and g.subject is not None and line.phrases[g.subject].first < start:
            return True
        if not g.finite and line.tokens[g.head].form == "ing":
            return not wide or reports(g, cues)
        if not wide:
            return True
    s = line.subjects.get(line.skip_adverbs(n))
    if s is not None:
        if not wide or (fronted(line, group) and not waits(line, start, i)):
            return True
        g = line.groups[s]
        if g.lemma in cues.verbs and is_aside(line, s):
            return True
    if wide and group is not None and is_narration(line, i, group):
        return True
    if tag in ("SUB", "PREP") or low in STOP_SUBORDINATORS:
        if not wide:
            return True
        return low in STOP_SUBORDINATORS or (low == "as" and line.subjects.get(line.skip_adverbs(n + 1)) is not None)
    return bool(tag in ("ADV", "TO", "PRON") and not wide)


def reports(g: VerbGroup, cues: Cues) -> bool:
    """Whether the verb of a group tells what somebody says, so that it goes with the one who said the rest."""
    cue = cues.verbs.get(g.lemma)
    return cue is not None and cue.mark in ("speech", "writing") and not cue.frames.isdisjoint(CLAUSAL)


def is_aside(line: Line, k: int) -> bool:
    """Whether group k reports and nothing but time and place follows it up to a comma or the end."""
    i = line.groups[k].last
    count = len(line.tokens)
    while i < count:
        tag = line.tags[i]
        if tag in ("PUNCT", "OPEN", "CLOSE"):
            return True
        k2 = line.phrase_at.get(i)
        if k2 is not None:
            if line.subjects.get(i) is not None:
                return False
            i = line.phrases[k2].last
            continue
        if tag not in ("ADV", "PREP"):
            return False
        i += 1
    return True
