"""An attribution: somebody is the source of some content, by the word of a cue."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records import Certainty, Modality, Span

Mark = Literal["speech", "writing", "belief", "attitude", "intention", "knowledge", "evidence"]
"""What a cue marks. Attitudes ("backs the plan") and intentions ("wants to go") become positions, the rest claims."""


@dataclass(slots=True)
class Attribution:
    """Source, cue and content, each as spans over the text, with what the cue's lexicon line says of it."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    lemma: str
    """The cue's lemma, with its particle ("rule out")."""
    frame: str
    """The frame that matched: that, to, object, preposition, quotation, passive, nominal, headline, none ..."""
    mark: Mark
    modality: Modality = "asserted"
    negated: bool = False
    speaker: str | None = None
    """Key of the actor."""
    joint: tuple[str, ...] = ()
    """Keys of those who speak together with the speaker."""
    certainty: Certainty | None = None
    said: tuple[Span, ...] = ()
    venue: str | None = None
    addressee: tuple[Span, ...] = ()
    infinitive: bool = False
    """Whether the cue is an infinitive ("is likely to say that") or a charge ("accused her of saying that")."""
    nested: bool = False
    """Whether the cue stands inside what somebody else says ("I support the deal," she said; he said Trump wants war):
    it makes no claim of its own, though it may show a position."""
    trace: str = ""
    """Rule and lexicon line."""
