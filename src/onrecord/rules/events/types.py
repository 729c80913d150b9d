"""An event as the rules hold it until the draft is written."""

from dataclasses import dataclass, field

from onrecord.records import Span, Status


@dataclass(slots=True)
class Candidate:
    """One report of an event in one sentence."""

    type: str
    """One of PLOVER's types, or OTHER; the lexicons are tested to hold no other."""
    label: str
    sentence: int
    trigger: tuple[Span, ...]
    evidence: Span
    actors: list[str]
    recipients: list[str]
    status: Status
    level: int
    """How near to the front of its sentence it stands; see levels.py."""
    trace: str
    lemma: str = ""
    """What the trigger is a form of; reports of one event share it."""
    when: Span | None = None
    when_key: str = ""
    """The days of `when`, for comparison."""
    where: Span | None = None
    when_day: bool = False
    """Whether `when` is a day or a few."""
    finite: bool = False
    """Whether a verb with a tense reports it."""
    headline: bool = False
    """Whether it stands in the headline, which says less than the body does."""
    also: list[Span] = field(default_factory=list)
    """Sentences that report the same event again."""
