"""What an engine proposes, before anything of it is believed.

A draft holds no words of the article as evidence, only pointers: the model points with numbers (a sentence, a
quotation, a part of a sentence by its first and last words), the rules, which read the text itself, with spans.
Grounding turns either into evidence by copying the words. Drafts are plain tuples and dataclasses, since they never
leave the program; those of which an article has dozens are tuples, made in half the time of a frozen dataclass.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from onrecord.records import ActorKind, Certainty, EventType, Modality, Refusal, Span, Stance, Status


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """A whole sentence, by its number in the document."""

    sentence: int


@dataclass(frozen=True, slots=True)
class QuotationRef:
    """A whole quotation, by its number in the document."""

    quotation: int


@dataclass(frozen=True, slots=True)
class PartRef:
    """A part of one sentence, by the sentence's number and the part's first and last words."""

    sentence: int
    first: str
    last: str


Pointer = Span | SentenceRef | QuotationRef | PartRef
Pointers = tuple[Pointer, ...]


class DraftActor(NamedTuple):
    """Someone the draft speaks of; other items name it by `key`, which has a meaning in this draft only."""

    key: str
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = None
    mentions: Pointers = ()


class DraftClaim(NamedTuple):
    """A proposed claim. `trace` says which rule and lexicon line, or which prompt, made it."""

    content: Pointers
    speaker: str | None = None
    joint: tuple[str, ...] = ()
    certainty: Certainty | None = None
    source: Pointers = ()
    cue: Pointers = ()
    statement: str | None = None
    modality: Modality = "asserted"
    said: Pointers = ()
    venue: str | None = None
    trace: str = ""


class DraftPosition(NamedTuple):
    """A proposed position; `claim` is the index of the claim it rests on in `Draft.claims`."""

    holder: str
    target: str
    stance: Stance
    evidence: Pointers
    source: Pointers = ()
    cue: Pointers = ()
    condition: str | None = None
    claim: int | None = None
    trace: str = ""


class DraftEvent(NamedTuple):
    """A proposed event; `when` and `where` point at the words, which grounding resolves for every engine alike."""

    type: EventType
    evidence: Pointers
    label: str = ""
    trigger: Pointers = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: Pointers = ()
    where: Pointers = ()
    status: Status = "happened"
    trace: str = ""


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A proposed sentence of the summary; without `text` the evidence's own words are the sentence."""

    evidence: Pointers
    text: str | None = None
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that one engine proposes for one article, events and points in order of importance."""

    engine: Literal["model", "rules"]
    actors: tuple[DraftActor, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    positions: tuple[DraftPosition, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    points: tuple[DraftPoint, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What the engine has to say about its own work, e.g. parts of the article that got no answer."""
    refused: tuple[Refusal, ...] = field(default=())
    """What the engine's answer held and could not even be drafted (an impossible number, a broken item), with its
    reason; grounding counts each as proposed and refused."""
