"""From one drafted item to one item of the record, or to a refusal that says why not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.drafts import DraftClaim, DraftEvent, DraftPoint, DraftPosition, Pointers
from onrecord.grounding.checks import Checks
from onrecord.grounding.ids import item_id
from onrecord.grounding.merge import acted_upon
from onrecord.grounding.pointers import Missed, evidence_for
from onrecord.grounding.quoting import Quoted
from onrecord.grounding.readings import Readings
from onrecord.reading.document import Document
from onrecord.reading.paragraphs import in_one_line
from onrecord.records import (
    QUADS,
    Claim,
    Event,
    Evidence,
    FoundBy,
    Place,
    Point,
    Position,
    Refusal,
    Span,
    When,
    maker,
)
from onrecord.rules.dates.find import resolve
from onrecord.rules.geography import gazetteer

_LABEL = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")  # "court", "natural disaster"

_claim, _position, _event, _place, _point = maker(Claim), maker(Position), maker(Event), maker(Place), maker(Point)
_OPENING = '“"«„‘'


@dataclass(slots=True)
class Grounder:
    """What grounding one draft's items takes: the document, who found them, and the actor ids of its keys."""

    document: Document
    quoted: Quoted
    actors: dict[str, str]
    found_by: FoundBy
    checks: Checks | None = None
    """What free text and attributions are checked with; None for the rules, which copy the text and name speakers
    by their own reading of it."""
    readings: Readings = field(default_factory=Readings)
    """Whom the engine before takes words for."""
    taken_out: list[Refusal] = field(default_factory=list)
    """What was taken out of items that were kept without it."""
    seen: dict[Pointers, Evidence | Missed | None] = field(default_factory=dict)
    """What pointers were found to mean."""
    blocks: dict[int, int] = field(default_factory=dict)
    """The block of each offset that was asked for."""
    days: dict[Pointers, When] = field(default_factory=dict)
    """What pointers to times were found to stand for."""
    article: str = field(init=False)
    """The article's id."""

    def __post_init__(self) -> None:
        self.article = self.document.article.id

    def claim(self, draft: DraftClaim) -> Claim | Missed:
        """A claim, if its content is there and its source and cue stand by it."""
        content = self._evidence(draft.content)
        if not isinstance(content, Evidence):
            return content or Missed("it points at no content")
        spans = content.spans
        source, cue = self._beside(draft.source, spans), self._beside(draft.cue, spans)
        if not (source is None or isinstance(source, Evidence)):
            return source
        if not (cue is None or isinstance(cue, Evidence)):
            return cue
        speaker = self._actor(draft.speaker)
        if isinstance(speaker, Missed):
            return speaker
        speaker = self.readings.actor(source, speaker) if speaker else None
        if self.checks and speaker and (fault := self.checks.attributions.fault(source, speaker, content)):
            return Missed(fault)
        made = Claim if self.checks else _claim  # what a model wrote is validated
        return made(
            id=item_id("claim", self.article, spans, source.spans if source else None),
            speaker=speaker,
            joint=self._joint(draft.joint, speaker) if draft.joint and speaker else (),
            certainty=None if speaker is None else draft.certainty or ("stated" if source else "inferred"),
            source=source,
            cue=cue,
            content=content,
            statement=(draft.statement and self._statement(draft.statement, content, (source, cue), speaker))
            or content.text,
            form=self.quoted.form(spans),
            modality=draft.modality,
            said=self._when(draft.said),
            venue=draft.venue,
            found_by=self.found_by,
        )

    def position(self, draft: DraftPosition, claim: str | None) -> Position | Missed:
        """A position, if its holder is known and its words are there."""
        evidence = self._evidence(draft.evidence)
        if not isinstance(evidence, Evidence):
            return evidence or Missed("it points at no evidence")
        spans = evidence.spans
        source, cue = self._beside(draft.source, spans), self._beside(draft.cue, spans)
        if not (source is None or isinstance(source, Evidence)):
            return source
        if not (cue is None or isinstance(cue, Evidence)):
            return cue
        holder = self._actor(draft.holder)
        if isinstance(holder, Missed):
            return holder
        if holder is None:
            return Missed("it has no holder")
        holder = self.readings.actor(source, holder)
        if not draft.target.strip():
            return Missed("it has no target")
        if self.checks and (fault := self.checks.attributions.fault(source, holder)):
            return Missed(fault)
        if self.checks and (fault := self.checks.statements.target(draft.target)):
            return Missed(f"its target is not the article's: {fault}")
        made = Position if self.checks else _position
        return made(
            id=item_id("position", self.article, holder, spans, draft.target),
            holder=holder,
            source=source,
            cue=cue,
            target=draft.target,
            stance=draft.stance,
            condition=draft.condition,
            evidence=evidence,
            claim=claim,
            found_by=self.found_by,
        )

    def event(self, draft: DraftEvent) -> Event | Missed:
        """An event, if its words are there."""
        evidence = self._evidence(draft.evidence)
        if not isinstance(evidence, Evidence):
            return evidence or Missed("it points at no evidence")
        trigger = self._evidence(draft.trigger)
        if not (trigger is None or isinstance(trigger, Evidence)):
            return trigger
        actors, recipients = self._roles(draft.actors), self._roles(draft.recipients)
        if isinstance(actors, Missed):
            return actors
        if isinstance(recipients, Missed):
            return recipients
        made = Event if self.checks else _event
        return made(
            id=item_id("event", self.article, draft.type, trigger.spans if trigger else None, evidence.spans),
            type=draft.type,
            label=self._label(draft.label) or draft.type.lower(),
            quad=QUADS.get(draft.type),
            trigger=trigger,
            actors=actors,
            recipients=acted_upon(actors, recipients),
            when=self._when(draft.when),
            where=self._place(draft.where),
            status=draft.status,
            evidence=evidence,
            found_by=self.found_by,
        )

    def point(self, draft: DraftPoint) -> Point | Missed:
        """A sentence of the summary, if what it rests on is there."""
        evidence = self._evidence(draft.evidence)
        if not isinstance(evidence, Evidence):
            return evidence or Missed("it points at no evidence")
        text = draft.text
        if text and self.checks and (fault := self.checks.statements.point(text, evidence)):
            self._take_out("statement", fault, text)
            text = None
        made = Point if self.checks else _point
        return made(text=text or in_one_line(evidence.text), evidence=evidence)

    def _statement(
        self, statement: str, content: Evidence, others: tuple[Evidence | None, ...], speaker: str | None
    ) -> str | None:
        """A statement that its evidence bears, or None."""
        if self.checks is None:
            return statement
        fault = self.checks.statements.claim(statement, content, others, speaker)
        if fault is None:
            return statement
        self._take_out("statement", fault, statement)
        return None

    def _label(self, label: str) -> str:
        if label and self.checks and not _LABEL.fullmatch(label):
            self._take_out("detail", "a label is one or two plain words", label)
            return ""
        return label

    def _take_out(self, kind: Literal["statement", "detail"], reason: str, words: str) -> None:
        self.taken_out.append(Refusal(kind=kind, reason=reason, proposed=words[:200]))

    def _actor(self, key: str | None) -> str | Missed | None:
        if key is None:
            return None
        return self.actors.get(key) or Missed(f"it names an actor the draft does not list: {key!r}")

    def _joint(self, keys: tuple[str, ...], speaker: str) -> tuple[str, ...]:
        """Those who say it together with the speaker."""
        ids = [self.actors[key] for key in keys if key in self.actors]
        return tuple(dict.fromkeys([i for i in ids if i != speaker]))

    def _roles(self, keys: tuple[str, ...]) -> tuple[str, ...] | Missed:
        """Those who act or are acted upon, each once."""
        ids: list[str] = []
        for key in keys:
            found = self._actor(key)
            if isinstance(found, Missed):
                return found
            if found and found not in ids:
                ids.append(found)
        return tuple(ids)

    def _evidence(self, pointers: Pointers) -> Evidence | Missed | None:
        """The words that pointers mean; positions and events often point at the very words that a claim has."""
        if not pointers:
            return None
        found = self.seen.get(pointers)
        if found is None:
            found = self.seen[pointers] = evidence_for(pointers, self.document)
        return found

    def _beside(self, pointers: Pointers, content: Sequence[Span]) -> Evidence | Missed | None:
        """Evidence for a source or cue, which must stand in the content's paragraph or the one before or after."""
        evidence = self._evidence(pointers)
        if not isinstance(evidence, Evidence):
            return evidence
        spans = evidence.spans
        first = self._block(content[0].start)
        if len(spans) == 1 and first >= 0:
            own = self.document.blocks[first]
            if own.start <= spans[0].start < own.end:
                return evidence
        near = [first, *[self._block(span.start) for span in content[1:]]]
        for span in spans:
            block = self._block(span.start)
            if not any(abs(block - other) <= 1 or self._runs_on(block, other) for other in near):
                return Missed(
                    f"{self.document.text[span.start : span.end]!r} stands too far from the words it goes with"
                )
        return evidence

    def _runs_on(self, before: int, block: int) -> bool:
        """Whether a quotation goes on from right after one block to the other: each paragraph opens with its mark."""
        text, blocks = self.document.text, self.document.blocks
        return 0 <= before < block and all(text[b.start] in _OPENING for b in blocks[before + 1 : block + 1])

    def _block(self, offset: int) -> int:
        found = self.blocks.get(offset)
        if found is None:
            sentence = self.document.sentence_at(offset)
            found = self.blocks[offset] = sentence.block if sentence else -9
        return found

    def _when(self, pointers: Pointers) -> When | None:
        if not pointers:
            return None
        known = self.days.get(pointers)
        if known is not None:
            return known
        evidence = self._evidence(pointers)
        if not isinstance(evidence, Evidence) or evidence.match == "sentence":
            return None
        found = resolve(self.document.text, evidence.spans[0], self.document.article.published)
        self.days[pointers] = found
        return found

    def _place(self, pointers: Pointers) -> Place | None:
        if not pointers:
            return None
        evidence = self._evidence(pointers)
        if not isinstance(evidence, Evidence) or evidence.match == "sentence":
            return None
        return _place(name=evidence.text, span=evidence.spans[0], country=_country(evidence.text))


def _country(place: str) -> str | None:
    """The country of "Tulsa, Oklahoma" or "the Hague", where the tables know it and know only one."""
    table = gazetteer()
    for words in (place, *reversed([part.strip() for part in place.split(",")])):
        name = words.removeprefix("the ").removeprefix("The ")
        if (code := table.country(name)) and not table.ambiguous(name):
            return code
    return None
