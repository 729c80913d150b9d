"""Which sentences stand for the article: its event, what is said of it, and the sharpest disagreement.

The first point is the sentence of the main event if that is among the first three of the body, else the first. The
second is the first sentence after it in which a known speaker claims something. The third is the first that shows a
disagreement: somebody opposes, denies, rejects, accuses or threatens; without one, the next sentence of the lead stands
in where the article is long. Headlines, captions and boilerplate never stand for an article, nor do questions, crumbs,
sentences that begin with somebody unnamed, or two sentences that say the same.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafts import DraftEvent, DraftPoint, DraftPosition, Pointers
from onrecord.reading.document import Document, Sentence
from onrecord.records import Span
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.claims import is_claim
from onrecord.rules.syntax.types import Clauses

REACH = 25
"""Only so many sentences are looked at: what matters stands in front."""
LEAD = 3
ALIKE = 0.6
"""Two sentences that share this part of their words say the same."""
REPEATED = 0.8
"""A sentence that has this part of all words of itself and the headline is the headline again."""
SHORT = 8
"""A sentence of fewer words and marks is a crumb."""
LONG = 6
"""From this number of sentences on an article gets a third point even without a disagreement."""
LONGEST_HEADLINE = 160
"""So many letters the headline of an article without a title may have."""
DISPUTES = frozenset({"REJECT", "ACCUSE", "THREATEN", "PROTEST"})
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"\w{4,}")
_PLAIN_WORD = re.compile(_LONG_WORD.pattern, re.ASCII)
_ASKED = re.compile(r"(?:Q\d{0,2}|Question) ?[:.] ")
"""An interviewer's line: "Q: Did you know?"."""
_AUTHOR = re.compile(
    r"(?:[A-Z][\w.'’-]* ){2,4}is (?:an?|the) (?:\S+ ){0,4}?(?:professor|lecturer|fellow|columnist|author|"
    r"writer|novelist|reporter|correspondent|editor|contributor|researcher|journalist|historian|economist|analyst|blogger)\b"
)
"""A note on who wrote the article, as its whole line: "Ann Roe is a professor of law at Leeds."."""
_OPENING = frozenset({"he", "she", "they", "it", "this", "that", "these", "but", "and", "so", "we", "i", "his", "her"})


@dataclass
class Line:
    """A sentence that may stand for the article."""

    sentence: Sentence
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """What it says, worked out for the few lines that are compared."""
        return _content(self.text)


def find_points(
    document: Document,
    clauses: list[Clauses],
    events: list[DraftEvent],
    attributions: list[Attribution],
    positions: list[DraftPosition],
) -> list[DraftPoint]:
    """Two or three sentences of the article, in order of importance."""
    lines = list(_lines(document, clauses, SHORT)) or list(_lines(document, clauses, 0))
    if not lines:
        return []
    chosen: list[tuple[Line, str]] = [_first(lines, document, events)]
    end = lines[-1].sentence.end
    said = _marked(document, end, (a.content for a in attributions if a.speaker is not None and is_claim(a)))
    disputed = _marked(document, end, _disputes(events, attributions, positions))
    for marks, why in ((said, "main claim"), (disputed, "disagreement")):
        following = next((line for line in lines if line.sentence.number in marks and _adds(line, chosen)), None)
        if following is not None:
            chosen.append((following, why))
    if len(chosen) == 1 or (len(chosen) == 2 and len(lines) >= LONG):
        lead = next((line for line in lines if _adds(line, chosen)), None)
        if lead is not None:
            chosen.append((lead, "lead"))
    return [DraftPoint((Span(line.sentence.start, line.sentence.end),), trace=why) for line, why in chosen]


def _lines(document: Document, clauses: list[Clauses], least: int) -> Iterator[Line]:
    """The sentences of body and standfirst that can stand alone and do not repeat the headline."""
    text = document.text
    headline = _content(document.article.title or _untitled(document, clauses))
    place = 0
    for clause in clauses:
        sentence = clause.sentence
        if document.label_of(sentence) not in ("body", "standfirst"):
            continue
        if place >= REACH:
            return
        place += 1
        if least and (len(clause.tokens) < least or not any(v.finite for v in clause.verbs)):
            continue
        words = text[sentence.start : sentence.end]
        if words[-1] in "?:" or _half_quoted(words) or _aside(text, sentence):
            continue
        line = Line(sentence, words)
        if not headline or not _repeats(line, headline):
            yield line


def _repeats(line: Line, headline: frozenset[str]) -> bool:
    """Whether a sentence is the headline again."""
    folded, missing = line.text.casefold(), 0
    for word in headline:  # most sentences lack too many of its words, which is seen without reading their own
        missing += word not in folded
        if missing >= (1 - REPEATED) * len(headline):
            return False
    content = line.words
    return len(content & headline) > REPEATED * max(len(content), len(headline))


def _untitled(document: Document, clauses: list[Clauses]) -> str:
    """The first line of an article without a title, where it ends like a headline."""
    if not clauses:
        return ""
    first = clauses[0].sentence
    words = document.text[first.start : first.end]
    alone = document.text[first.end : first.end + 1] in ("\n", "\r") and len(words) <= LONGEST_HEADLINE
    return words if alone and words[-1:] not in '.!?…”"' else ""


def _aside(text: str, sentence: Sentence) -> bool:
    """Whether the sentence stands in an interviewer's line, or is a line on who wrote the article."""
    start = text.rfind("\n", 0, sentence.start) + 1
    if text.startswith("Q", start) and _ASKED.match(text, start):
        return True
    alone = start == sentence.start and text[sentence.end : sentence.end + 1] in ("", "\n", "\r")
    return alone and _AUTHOR.match(text, start, sentence.end) is not None


def _half_quoted(words: str) -> bool:
    """Whether a quotation begins or ends in a sentence that does not do both."""
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1


def _first(lines: list[Line], document: Document, events: list[DraftEvent]) -> tuple[Line, str]:
    main = events[0].evidence[0] if events else None
    sentence = document.sentence_at(main.start) if isinstance(main, Span) else None
    if sentence is not None:
        for line in lines[:LEAD]:
            if line.sentence.number == sentence.number and _stands(line, document):
                return line, "main event"
    return next((line for line in lines[:LEAD] if _stands(line, document)), lines[0]), "lead"


def _stands(line: Line, document: Document) -> bool:
    first = _WORD.search(document.text, line.sentence.start, line.sentence.end)
    return first is not None and first[0].casefold() not in _OPENING


def _adds(line: Line, chosen: list[tuple[Line, str]]) -> bool:
    """Whether a sentence says something that those chosen do not."""
    return all(_overlap(line.words, other.words) < ALIKE for other, _ in chosen)


def _disputes(
    events: Iterable[DraftEvent], attributions: Iterable[Attribution], positions: Iterable[DraftPosition]
) -> Iterator[Pointers]:
    """The words of every position against something, every denial, and every event of verbal conflict."""
    yield from (p.evidence for p in positions if p.stance == "oppose")
    yield from (a.content for a in attributions if a.modality == "denied")
    yield from (e.evidence for e in events if e.type in DISPUTES)


def _marked(document: Document, end: int, spans: Iterable[Pointers]) -> set[int]:
    """The numbers of the sentences before `end` in which these words begin."""
    found = set()
    for pointers in spans:
        if pointers and isinstance(pointers[0], Span) and pointers[0].start < end:
            sentence = document.sentence_at(pointers[0].start)
            if sentence is not None:
                found.add(sentence.number)
    return found


def _content(text: str) -> frozenset[str]:
    """The words of four letters and more in small letters."""
    if text.isascii():  # quicker
        return frozenset(_PLAIN_WORD.findall(text.lower()))
    return frozenset(map(str.casefold, _LONG_WORD.findall(text)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
