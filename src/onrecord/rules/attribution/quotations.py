"""Who speaks a quotation: a cue before it, after it or in its middle, in the sentence before, or nobody the text names.

The same rules read reporting clauses without marks ("The law is dead, she said").
"""

from dataclasses import dataclass

from onrecord.records import Span
from onrecord.rules.attribution.circumstances import Circumstances, read_circumstances
from onrecord.rules.attribution.complements import is_relative, past_aside
from onrecord.rules.attribution.cues import Cue, Cues
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.attribution.sources import phrase_extent
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.attribution.verbal import attribution, find_cue
from onrecord.rules.syntax.types import VerbGroup

CLAUSAL = frozenset({"that", "thatonly"})


@dataclass(slots=True)
class Report:
    """A group that reports, with what stands to its left and to its right."""

    group: int
    cue: Cue
    cue_end: int
    left: Span | None
    right: Span | None
    passed: Circumstances
    colon: bool = False
    """Whether the sentence ends with the cue and a colon, so that its content comes in the next one."""
    to: int = 0
    """The token after the right part."""


def find_report(line: Line, k: int, cues: Cues, text: str, taken: set[int]) -> Report | None:
    """How group k reports a quotation or a clause beside it, if it does."""
    g = line.groups[k]
    if g.passive or line.within[g.first] >= 0:
        return None
    found = find_cue(line, g, cues)
    if found is None:
        return None
    cue, after = found
    frames = cue.frames
    if "quote" not in frames:
        return None
    if g.subject is None and line.tokens[g.head].form == "base" and not line.close:
        return None  # "oh, say, five years": a request or a word thrown in
    passed = read_circumstances(line, subject_end(line, k, after), text, addressee=True)
    count = len(line.tokens)
    i = passed.at
    if is_relative(line, i) and i > after and left_of(line, g) == ",":
        i = count  # "Coal will go, she told parliament in a speech that drew applause"
    if line.tags[i] == "VERB" and line.tokens[i].form == "ing" and find_saying(line, i):
        return None  # "wrote to members saying ...": the second verb has the content
    if i < count and line.tokens[i].low in (":", *COMMAS) and line.tags[i + 1] == "OPEN":
        i += 1
    elif line.lows[i] == "," and line.tags[aside := past_aside(line, i)] == "OPEN" and aside:
        i = aside  # 'acknowledged, however, "the past is no promise"'
    right: Span | None = None
    to = i
    begins_sentence = False
    if line.tags[i] == "OPEN" and line.close.get(i) is not None:
        close = line.close[i]
        whole = line.quotation[i]
        to = close + 1
        begins_sentence = i + 1 < count and line.tokens[i + 1].text[0].isupper()
        if whole.end > line.tokens[close].end:
            right = whole
        elif to < count and line.tokens[close - 1].low not in ",.!?…" and line.tags[to] not in ("PUNCT", "CLOSE"):
            to = content_end(line, i, k, "that", cues)
            right = line.span(i, to)
        else:
            right = line.span(i, to)
    elif i < count and line.tags[i] not in ("PUNCT", "OPEN", "CLOSE", "CONJ") and not line.groups_at(i, "ing"):
        if not follows_quotation(line, k):
            return None
        i = count
    first = g.first
    if g.subject is not None:
        first = min(first, line.phrases[g.subject].first)
    after_comma = line.group_from(i + 1) if i < count and line.tokens[i].low in COMMAS else None
    goes_on = (after_comma is not None and line.groups[after_comma].finite) or (
        i < count and line.tokens[i].low == "," and line.subjects.get(i + 1) is not None
    )
    left = left_content(line, first, taken, quoted_only=begins_sentence, goes_on=goes_on) if g.finite else None
    if left is not None and (relative(line, k) or (takes_object(cue, passed) and not line.text_quoted(left))):
        left = None  # "the film 'Bridge', which recounts the trade"; "After the speech, she claimed the nomination"
    unquoted = left is not None and not line.text_quoted(left)
    if unquoted and cue.mark in ("evidence", "knowledge") and inverted(line, k):
        return None  # "The poll, released in May, showed Ann leading Bo": what follows is no subject
    if unquoted and frames.isdisjoint(CLAUSAL) and cue.lemma != "continue" and not says_as(line, first):
        left, unquoted = None, False
    if (
        left is not None
        and unquoted
        and right is None
        and i < count
        and line.tokens[i].low in COMMAS
        and "that" in frames
    ):
        right, to = middle(line, i, left, k, cues)
    if left is None and right is None and line.lows[i] == "," and i + 1 < count and says_as(line, first):
        to = content_end(line, i + 1, k, "that", cues)
        right = line.span(i + 1, to)  # "As the paper noted, the deal is dead"
    if left is None and right is None:
        colon = line.lows[i] == ":" and i >= count - 2
        if not colon:
            return None
        return Report(k, cue, after, None, None, passed, colon=True)
    return Report(k, cue, after, left, right, passed, to=to)


def left_of(line: Line, g: VerbGroup) -> str:
    """The word before the subject of a group."""
    first = min(g.first, line.phrases[g.subject].first) if g.subject is not None else g.first
    return line.lows[first - 1] if first else ""


def relative(line: Line, k: int) -> bool:
    """Whether a relative pronoun is the subject of group k, so that what stands before it is no content."""
    subject = line.groups[k].subject
    return subject is not None and line.tokens[line.phrases[subject].head].low in ("which", "who", "that", "whoever")


def takes_object(cue: Cue, passed: Circumstances) -> bool:
    """Whether what was taken for the one spoken to is the cue's object: it has no use for an addressee without "to"."""
    return bool(passed.addressee) and not cue.addressing and passed.bare


def inverted(line: Line, k: int) -> bool:
    """Whether the subject of group k stands after it."""
    g = line.groups[k]
    return g.subject is not None and line.phrases[g.subject].first >= g.last


def says_as(line: Line, first: int) -> bool:
    """Whether "as" opens the reporting clause that begins at token `first`."""
    return first > 0 and line.lows[first - 1] == "as"


def follows_quotation(line: Line, k: int) -> bool:
    """Whether group k with its subject comes right after a quotation, so that it reports that one whatever follows."""
    g = line.groups[k]
    first = g.first
    if g.subject is not None:
        first = min(first, line.phrases[g.subject].first)
    first = line_back(line, first)
    return first > 0 and line.tokens[first - 1].tag == "CLOSE" and line.within[first - 1] >= 0 and g.finite


def find_saying(line: Line, i: int) -> bool:
    """Whether the -ing verb at token i is one that reports."""
    return line.tokens[i].lemma in (
        "say",
        "state",
        "declare",
        "announce",
        "claim",
        "argue",
        "ask",
        "call",
        "warn",
        "urge",
    )


def subject_end(line: Line, k: int, after: int) -> int:
    """The token after an inverted subject ("said Trump in Paris"), else the token after the cue."""
    g = line.groups[k]
    if g.subject is None:
        return after
    p = line.phrases[g.subject]
    if p.first < g.first:
        return after
    return max(phrase_extent(line, p.first), p.last)


def left_content(line: Line, first: int, taken: set[int], *, quoted_only: bool, goes_on: bool) -> Span | None:
    """What stands before a reporting clause that begins at token `first`: the quotation or clause up to its comma."""
    tokens = line.tokens
    i = line_back(line, first)
    if i <= 0:
        return None
    before = tokens[i - 1]
    end = i
    if before.low in COMMAS:
        end = i - 1
    elif before.tag != "CLOSE" and before.low not in "?!":
        return None
    if end <= 0:
        return None
    start = 0
    opened = line.within[end - 1]
    if opened >= 0:
        if opened == 0 or not leads_in(line, opened, taken):
            return Span(line.quotation[opened].start, tokens[end - 1].end)
    elif quoted_only or any(i in taken for i in range(end)) or not (goes_on or states(line, end)):
        return None
    for j in range(end - 1, 0, -1):
        if tokens[j].low in ("(", "["):
            start = j + 1  # "the server (the existence of which, they say, is ..."
            break
        if tokens[j].low in (")", "]"):
            break
    while start < end - 1 and tokens[start].tag in ("CONJ", "PUNCT"):
        start += 1
    if end - start < 3 and opened < 0 and not goes_on:
        return None
    return line.span(start, end)


def leads_in(line: Line, opened: int, taken: set[int]) -> bool:
    """Whether the words before a quotation belong to its sentence: They had "a plan," he said."""
    tokens = line.tokens
    before = tokens[opened - 1]
    if before.low in ".?!:" or before.tag == "CONJ" or any(i in taken for i in range(opened)):
        return False
    return before.low not in COMMAS or not any(
        g.finite and line.within[g.first] < 0 for g in line.groups if g.last <= opened
    )


def states(line: Line, end: int) -> bool:
    """Whether the words before token `end` make a statement: a finite verb beside those of an opening adverbial."""
    finite = [g for g in line.groups if g.finite and g.last <= end and g.subject is not None]
    if not finite:
        return False
    first = line.tokens[0]
    adverbial = first.tag in ("SUB", "WH") or first.low in ("after", "before", "as", "since", "when")
    if first.tag == "VERB":  # "Holding the seat is easy": not "Asked about it, he smiled"
        adverbial = any(line.lows[i] == "," for i in range(1, finite[0].first))
    return len(finite) >= 2 if adverbial else True


def line_back(line: Line, first: int) -> int:
    """Step back over adverbs before a reporting clause."""
    while first > 0 and line.tokens[first - 1].tag == "ADV":
        first -= 1
    return first


def middle(line: Line, i: int, left: Span, k: int, cues: Cues) -> tuple[Span | None, int]:
    """The rest of a clause that a reporting clause interrupts: "The law, he said, is dead"."""
    if line.tokens[i].low != "," or line.within[max(i - 1, 0)] >= 0:
        return None, i
    j = i + 1
    if j >= len(line.tokens) or line.tags[j] in ("WH", "SUB"):
        return None, i
    if states(line, sum(1 for t in line.tokens[:i] if t.end <= left.end)):
        return None, i
    after = line.group_from(j)
    if after is not None and not line.groups[after].finite and line.groups[after].lemma in cues.verbs:
        return None, i
    end = content_end(line, j, k, "that", cues)
    return line.span(j, end), end


def make(line: Line, report: Report, frame: str) -> Attribution:
    """The attribution of a report."""
    content = tuple(span for span in (report.left, report.right) if span is not None)
    return attribution(line, report.group, report.cue, frame, content, report.cue_end, report.passed)
