"""What bears one statement: the words that it renders, and what stands around and before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Lexis, lexis_of
from onrecord.records import Actor, Evidence, Span

_HE = words("he")
_SHE = words("she")

Words = frozenset[str]


@dataclass(frozen=True)
class Support:
    """The texts that a statement is checked with."""

    evidence: Evidence
    """The words that it renders."""
    source: Evidence | None
    """The words that name their speaker."""
    around: str
    """The whole sentences that these stand in, with source and cue."""
    sentences: Sequence[Span]
    """Where those stand."""
    before: str
    """The sentences before them, and the headline: for what is referred to."""
    near: str
    """The sentences right before; in the lead, those right after too."""
    cue: str
    """The words that say that it is said."""
    cue_spans: Sequence[Span]
    """Where those stand."""
    speaker: Actor | None
    speaker_words: Words
    """Folded words of the speaker's name and role."""
    own_names: Words
    """The same, and those of everybody named around in part."""

    @property
    def speaker_gender(self) -> str:
        """What the pronoun tells that names the speaker: f, m or nothing."""
        source = self.source.text.lower() if self.source else ""
        return "f" if source in _SHE else "m" if source in _HE else ""

    @property
    def content(self) -> str:
        """The words that are rendered."""
        return self.evidence.text

    @cached_property
    def content_lexis(self) -> Lexis:
        """The words that are rendered, ready to be asked."""
        return lexis_of(self.content)

    @cached_property
    def around_lexis(self) -> Lexis:
        """The same of the sentences around."""
        return lexis_of(self.around)

    @cached_property
    def before_lexis(self) -> Lexis:
        """The same of the sentences before."""
        return lexis_of(self.before)

    @cached_property
    def near_lexis(self) -> Lexis:
        """The same of the sentences right before."""
        return lexis_of(self.near)
