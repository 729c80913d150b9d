"""Who I is: in what somebody is quoted with, or answers in an interview, the one who says it."""

from bisect import bisect_left
from operator import attrgetter

from onrecord.reading.document import Document
from onrecord.rules.actors.found import Found
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.types import Clauses

START = attrgetter("start")
WORDS = frozenset({"i", "me", "my", "mine", "myself"})


def enter_first_person(
    document: Document, clauses: list[Clauses], actors: Found, attributions: list[Attribution]
) -> None:
    """Enter each I, me and my inside a quotation or a turn as a mention of its speaker, where one person speaks.

    Not inside a quotation within it: there I is somebody else.
    """
    words = [
        token
        for clause in clauses
        if not clause.words.isdisjoint(WORDS)
        for token in clause.tokens
        if token.low in WORDS and token.text != "MY"
    ]
    if not words:
        return
    starts = [quotation.start for quotation in document.quotations]
    inner = [quotation for quotation in document.quotations if quotation.parent is not None]
    for attribution in attributions:
        if attribution.speaker is None:
            continue
        for span in attribution.content:
            said = words[bisect_left(words, span.start, key=START) : bisect_left(words, span.end, key=START)]
            if not said:
                continue
            known = actors.actor(attribution.speaker)
            if known.plural or known.thing or known.kind not in ("person", "unnamed"):
                break
            # "I" of a reported clause without marks ("he said I was late") is the writer's or nobody's.
            k = bisect_left(starts, span.end)
            if attribution.lemma != ":" and (not k or document.quotations[k - 1].end < span.start):
                continue
            for token in said:
                if any(one.start > span.start and one.start < token.start < one.end for one in inner):
                    continue
                actors.pronoun(token, attribution.speaker)
