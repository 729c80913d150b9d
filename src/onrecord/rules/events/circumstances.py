"""When and where an event happened, from its own sentence, or for the main event from the first sentences."""

from onrecord.reading.document import Document
from onrecord.records import Span, When
from onrecord.rules.actors.types import Actors
from onrecord.rules.dates.find import Dates
from onrecord.rules.dates.signs import timeless
from onrecord.rules.events.decision import SAY
from onrecord.rules.events.types import Candidate
from onrecord.rules.places import Found, find_places
from onrecord.rules.syntax.types import Clauses

LONGEST = 400
"""A sentence of more words is none, and its clauses would be searched for ever."""
FURTHER = 20
"""So many sentences are searched for them where the lead has none."""
LEAD = 5
"""So many sentences are searched for the main event's day and place."""


class Circumstances:
    """The days and places of a document, asked for sentence by sentence."""

    def __init__(self, document: Document, clauses: list[Clauses], actors: Actors) -> None:
        self.document = document
        self.clauses = clauses
        self.actors = actors
        self._dates = Dates(document.text, document.article.published)
        self._days: dict[int, list[When]] = {}
        self._places: dict[int, list[Found]] = {}

    def place_of(self, event: Candidate) -> Span | None:
        """The place nearest after the trigger, the known ones first."""
        places = [p for p in self.places(event.sentence) if not _inside(p.span, event.trigger)]
        if len(places) < 2:
            return places[0].span if places else None
        at = event.trigger[0].start
        return min(places, key=lambda p: (p.rank, p.span.start < at, abs(p.span.start - at))).span

    def day_of(self, event: Candidate) -> When | None:
        """The day nearest to the trigger; a day on which something is only said stands back."""
        days = self.days(event.sentence)
        if len(days) < 2:
            return days[0] if days else None
        clauses = self.clauses[event.sentence]
        at = event.trigger[0].start
        return min(
            days, key=lambda w: (_said(clauses, w), _describes(clauses, w), w.start is None, abs(w.span.start - at))
        )

    def lead_place(self, first: list[int]) -> Span | None:
        """The place of the first sentence that has one, else that of the dateline."""
        for rank in (0, 1, 2):
            for number in first[:LEAD]:
                for place in self.places(number):
                    if place.rank == rank:
                        return place.span
        often = self._most_named()
        if often is not None:
            return often
        for block in self.document.blocks:
            if block.label == "dateline":
                return self._dateline(block.start, block.end)
        return None

    def _most_named(self) -> Span | None:
        """The place that the first sentences name most often."""
        counts: dict[str, list[Span]] = {}
        for number in range(min(len(self.clauses), FURTHER)):
            for place in self.places(number):
                counts.setdefault(self.document.text[place.span.start : place.span.end], []).append(place.span)
        best = max(counts.values(), key=len, default=None)
        return best[0] if best else None

    def lead_day(self, first: list[int]) -> Span | None:
        """The day of the first sentence that has one of its own."""
        for number in first[:LEAD]:
            days = [w for w in self.days(number) if w.start is not None and w.granularity in ("day", "weekend", "week")]
            if days:
                return days[0].span
        for number in range(min(len(self.clauses), FURTHER)):
            days = [w for w in self.days(number) if w.start is not None and w.granularity in ("day", "month")]
            if days:
                return days[0].span
        return None

    def places(self, number: int) -> list[Found]:
        """The places of a sentence."""
        found = self._places.get(number)
        if found is None:
            clauses = self.clauses[number]
            short = len(clauses.tokens) <= LONGEST
            found = self._places[number] = find_places(clauses, self.document.text, self.actors) if short else []
        return found

    def days(self, number: int) -> list[When]:
        """The time expressions of a sentence."""
        found = self._days.get(number)
        if found is None:
            clauses = self.clauses[number]
            sentence = clauses.sentence
            bare = timeless(clauses.words)
            found = self._days[number] = [] if bare else self._dates.within(sentence.start, sentence.end)
        return found

    def _dateline(self, start: int, end: int) -> Span | None:
        text = self.document.text[start:end]
        stop = min((i for i in (text.find(","), text.find("("), text.find(" -"), text.find("—")) if i > 0), default=0)
        name = text[:stop].rstrip()
        lead = len(name) - len(name.lstrip())
        return Span(start + lead, start + len(name)) if name.strip() else None


def _inside(span: Span, trigger: tuple[Span, ...]) -> bool:
    return any(t.start <= span.start and span.end <= t.end for t in trigger)


def _said(clauses: Clauses, when: When) -> bool:
    """Whether a time says when something was said: "officials said [Thursday]", "on [Friday] said"."""
    before = after = None
    for token in clauses.tokens:
        if token.end <= when.span.start:
            if token.tag == "VERB" or token.tag not in ("PREP", "ADV"):
                before = token
        elif token.start >= when.span.end:
            after = token
            break
    if before is not None and before.tag == "VERB" and before.lemma in SAY:
        return True
    return after is not None and after.tag == "VERB" and after.lemma in SAY


def _describes(clauses: Clauses, when: When) -> bool:
    """Whether a time only describes a noun: "the [2015] agreement"."""
    following = next((t for t in clauses.tokens if t.start >= when.span.end), None)
    if following is not None and following.tag == "POSS":
        return True
    return (
        when.granularity in ("year", "range", "decade") and following is not None and following.tag in ("NOUN", "NAME")
    )
