"""From clauses to events."""

from typing import cast

from onrecord.drafts import DraftEvent
from onrecord.reading.document import UNREAD, Document
from onrecord.records import EventType
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.events.circumstances import LONGEST, Circumstances
from onrecord.rules.events.frames import promising
from onrecord.rules.events.main import headline_actor, lead_sentences, main_event
from onrecord.rules.events.merge import merged
from onrecord.rules.events.nominal import naming_words
from onrecord.rules.events.sentence import decisions, nouns_beside, sentence_events, told
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence
from onrecord.rules.syntax.types import Clauses


def find_events(
    document: Document,
    clauses: list[Clauses],
    actors: Actors,
    attributions: list[Attribution],  # noqa: ARG001
) -> list[DraftEvent]:
    """Every event, the main event first."""
    lead = lead_sentences(document)
    first = frozenset(lead[:3])
    labels = [block.label for block in document.blocks]
    around = Circumstances(document, clauses, actors)
    found: list[Candidate] = []
    read: list[Sentence] = []
    naming = naming_words()
    for each in clauses:
        label = labels[each.sentence.block]
        if label in UNREAD or label == "caption" or len(each.tokens) > LONGEST:
            continue
        verbs = promising(each)
        if verbs or not each.words.isdisjoint(naming) or label == "title" or each.sentence.number in first:
            read.append(Sentence(each, verbs))
    # One step after the other over all sentences: a processor is quicker at the same work over and over.
    decided = [decisions(sentence) for sentence in read]
    named = [nouns_beside(sentence, reported) for sentence, reported in zip(read, decided, strict=True)]
    for sentence, reported, nouns in zip(read, decided, named, strict=True):
        events = sentence_events(sentence, reported or [], nouns, actors) if reported or nouns else []
        within = sentence.clauses.sentence
        title = labels[within.block] == "title"
        if not events and document.article.title and (title or within.number in first):
            plain = told(sentence, actors)
            events = [plain] if plain else []
        for event in events:
            event.headline = title
        found += events
    main = main_event(document, found, lead)
    if main is not None:
        found = [main, *(c for c in found if c is not main)]
    found = [c for c in found if c.trace or c is main]
    for event in found:
        _place_and_day(event, around)
    events = merged(found)
    if main is not None:
        _complete(main, around, lead)
        headed = headline_actor(document, main, actors)
        if headed is not None:
            main.actors = [headed]
    return [_draft(c) for c in events]


def _place_and_day(event: Candidate, around: Circumstances) -> None:
    event.where = around.place_of(event)
    when = around.day_of(event)
    if when is not None:
        event.when = when.span
        event.when_key = f"{when.start}..{when.end}" if when.start else ""
        event.when_day = when.start is not None and when.granularity in ("day", "weekend", "week")


def _complete(main: Candidate, around: Circumstances, lead: list[int]) -> None:
    """What the main event's own sentence does not tell, from the first sentences."""
    if main.where is None:
        main.where = around.lead_place(lead)
    if not main.when_day:
        main.when = around.lead_day(lead) or main.when


def _draft(c: Candidate) -> DraftEvent:
    return DraftEvent(
        type=cast(EventType, c.type),
        evidence=(c.evidence,),
        label=c.label,
        trigger=c.trigger,
        actors=tuple(c.actors),
        recipients=tuple(c.recipients),
        when=(c.when,) if c.when else (),
        where=(c.where,) if c.where else (),
        status=c.status,
        trace=c.trace,
    )
