"""Whose a cue without a subject of its own is: "Noting the cost, Ann said", "Ann, whose house it was, said"."""

from onrecord.records import Span
from onrecord.rules.attribution.cues import cues
from onrecord.rules.attribution.line import COMMAS, Line
from onrecord.rules.attribution.narration import OPENING
from onrecord.rules.attribution.sources import reduced, source_span
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import VerbGroup

VENUES, TIMES = words_of("venues"), words_of("times")
NOBODY = frozenset({"it", "there", "that", "this", "what", "which", "who"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
WHEN = DAYS | {
    "last",
    "today",
    "yesterday",
    "week",
    "month",
    "year",
    "night",
    "morning",
    "afternoon",
    "evening",
    "weekend",
}
FLOATING = frozenset({"both", "all", "each", "himself", "herself", "itself", "themselves"})
ADVERBIAL = WHEN | FLOATING
"""Words taken for subjects that may tell when, or come after the subject itself."""
STARTS = frozenset({"SUB", "CONJ", "PUNCT", "OPEN", "CLOSE", ""})
OPENERS = frozenset({"as", "after", "before", "since", "until", "while", "when", "if", "because", "though"})
FARTHEST = 40
"""Tokens that may stand between a subject and its verb."""


def borrowed_source(line: Line, k: int) -> tuple[Span, ...]:
    """The subject that the cue of group k shares with another verb, or that an insertion parts from it."""
    g = line.groups[k]
    if line.tokens[g.head].form == "ing" and not g.finite:
        return _of_participle(line, k)
    if not g.finite or not g.first:
        return ()
    at = line_start(line, g.first) - 1
    if line.lows[at] == ",":
        return _before_insertion(line, g.first)
    if line.lows[at] == ";" or (line.tags[at] == "CONJ" and line.lows[at - 1] in (";", ",")):
        return _of_main_clause(line, k)
    return ()


def shared(line: Line, k: int) -> tuple[Span, ...]:
    """Who speaks where "and" or "but" stands right before the cue and no verb was read between it and its subject: who
    said that somebody [lapsed] "but noted", else the subject alone."""
    g = line.groups[k]
    if g.subject is None or not g.finite:
        return ()
    at = line_start(line, g.first) - 1
    if line.tags[at] != "CONJ":
        return ()
    p = line.phrases[g.subject]
    if p.last > at or any(p.last <= other.first < at for other in line.groups[:k]):
        return ()
    return _of_main_clause(line, k) or (line.span(p.first, p.last),)


def _of_main_clause(line: Line, k: int) -> tuple[Span, ...]:
    """For "Ann left; sold the house; and said that ...": the subject of the clause that opens the sentence."""
    for g in line.groups[:k]:
        if g.finite and g.subject is not None and line.within[g.first] < 0 and not _subordinate(line, g):
            p = line.phrases[g.subject]
            stands = p.first < g.first and not g.passive and line.tokens[p.head].low not in NOBODY
            return (source_span(line, g.subject),) if stands and p.antecedent is None else ()
    return ()


def is_adverbial(line: Line, subject: int) -> bool:
    """Whether what was taken for a subject tells when, or is "both" or "all" after the subject itself."""
    p = line.phrases[subject]
    head = line.tokens[p.head].low
    if head in WHEN:
        return True
    return head in FLOATING and p.last == p.first + 1 and p.first > 0 and line.tags[p.first - 1] not in STARTS


def subject_before(line: Line, k: int) -> tuple[Span, ...]:
    """The subject that stands before a time or a "both" which was taken for it."""
    g = line.groups[k]
    if g.subject is None:
        return ()
    if not g.finite and line.tokens[g.head].form == "ing":
        return _of_participle(line, k)
    parted = line.phrases[g.subject].first
    if line.lows[parted - 1] == "," and (inserted := _before_insertion(line, parted)):
        return inserted
    for q in range(g.subject - 1, -1, -1):
        p = line.phrases[q]
        if line.lows[p.first - 1] in ("and", "or", ",") and q and line.phrases[q - 1].last == p.first - 1:
            continue  # "Ann, Bo and Cy have all"
        if p.first == 0 or line.tags[p.first - 1] in STARTS:
            end = source_span(line, q).end
            whole = max(end, *(line.phrases[n].end for n in range(q, g.subject) if _joined(line, q, n)))
            if reduced(line, p.last):
                whole = line.tokens[line_start(line, g.first) - 1].end  # "a poll released on Sunday by the paper"
            return () if line.tokens[p.head].low in WHEN else (Span(line.tokens[p.first].start, whole),)
    return ()


def _joined(line: Line, q: int, n: int) -> bool:
    """Whether phrase n ends a list that begins with phrase q."""
    return all(
        line.phrases[m + 1].first == line.phrases[m].last + 1 and line.lows[line.phrases[m].last] in ("and", "or", ",")
        for m in range(q, n)
    )


def modified(line: Line, k: int) -> tuple[Span, ...]:
    """For "it was spent on ads attacking Lee": the noun after a preposition that the participle belongs to."""
    g = line.groups[k]
    if g.finite or g.subject is None or line.tokens[g.head].form != "ing" or g.first != g.head:
        return ()
    p = next((p for p in line.phrases if p.last == g.first), None)
    if p is None or p.kind != "noun" or p.first == 0 or line.phrases[g.subject].last >= p.first:
        return ()
    head = line.tokens[p.head].low
    if line.tags[p.first - 1] != "PREP" or line.lows[p.first - 1] == "to" or head in VENUES or head in TIMES:
        return ()  # "wrote to members asking": it is the writer who asks
    return (line.span(p.first, p.last),)


def reporting_subject(line: Line, k: int) -> tuple[Span, ...]:
    """For "Ann said the plan was dead, adding that ...": the subject of the report before, not of what it reports."""
    g = line.groups[k]
    if g.finite or line.tokens[g.head].form != "ing":
        return ()
    at = line_start(line, g.first) - 1
    if line.lows[at] != "," and line.tags[at] != "CLOSE":
        return ()
    verbs = cues().verbs
    for before in line.groups[:k]:
        cue = verbs.get(before.lemma)
        if cue is None or cue.mark not in ("speech", "writing") or not before.finite or before.subject is None:
            continue
        if before.passive or line.within[before.first] >= 0 or _subordinate(line, before):
            continue
        p = line.phrases[before.subject]
        if line.tokens[p.head].low in NOBODY or is_adverbial(line, before.subject):
            return ()
        return (line.span(p.first, max(p.last, 1)) if p.first > before.first else source_span(line, before.subject),)
    return ()


def _subordinate(line: Line, g: VerbGroup) -> bool:
    """Whether a clause that another one rests on has group g: "When Ann asked, Bo left, saying that ..."."""
    if g.subject is None:
        return False
    first = line.phrases[g.subject].first
    return first > 0 and (line.tags[first - 1] in ("SUB", "WH") or line.lows[first - 1] in OPENERS)


def line_start(line: Line, first: int) -> int:
    """Step back over adverbs before a verb group."""
    tokens = line.tokens
    while first > 0 and tokens[first - 1].tag == "ADV":
        first -= 1
    return first


def _of_participle(line: Line, k: int) -> tuple[Span, ...]:
    """The subject of the main clause: before the participle, else after the comma that ends its phrase."""
    here = line.groups[k]
    told = [g for g in line.groups[:k] if g.finite and g.subject is not None]
    before = next((g for g in told if not _subordinate(line, g)), told[0] if told else None)
    if before is not None and before.subject is not None:
        subject = before.subject
        if line.phrases[subject].antecedent is not None:
            subject = line.phrases[subject].antecedent or 0  # "Ann, who was late, issued a note, saying"
        p = line.phrases[subject]
        idle = before.passive or p.first >= before.first or line.tokens[p.head].low in NOBODY
        return () if idle else (source_span(line, subject),)
    if any(line.tags[i] not in OPENING for i in range(here.first)):
        return ()
    for g in line.groups[k + 1 :]:
        if g.finite and g.subject is not None:
            p = line.phrases[g.subject]
            if (
                line.lows[p.first - 1] in COMMAS
                or line.lows[p.first - 2] in COMMAS
                or line.tags[p.first - 1] == "CLOSE"
            ):
                return () if line.tokens[p.head].low in NOBODY else (source_span(line, g.subject),)
    return ()


def _before_insertion(line: Line, first: int) -> tuple[Span, ...]:
    """The phrase that opens the sentence, where a comma or bracket parts it from the verb at token `first`."""
    comma = line_start(line, first) - 1
    if not line.phrases or comma > FARTHEST or line.within[first] >= 0:
        return ()
    p = line.phrases[0]
    head = line.tokens[p.head].low
    if p.first > 1 or p.last >= comma or line.lows[p.last] not in (",", "(") or head in NOBODY or head in WHEN:
        return ()
    if head in TIMES or (line.subjects.get(p.last + 1) is not None and line.tags[p.last + 1] != "WH"):
        return ()  # "Hours later, Ann praised the east, remarks that ..."
    return (line.span(p.first, comma),)
