"""A stance that the words of one sentence show, before it is known whose it is."""

from dataclasses import dataclass

from onrecord.records import Span
from onrecord.rules.positions.lexicon import Sign


@dataclass(slots=True)
class Polarity:
    """What an expression shows, and what its negation would (None: nothing); turning swaps the two."""

    sign: Sign | None
    negated: Sign | None

    def turned(self) -> "Polarity":
        """Under "not", "refuse to", "withdraw": `oppose` turns into support, `rule out` into neutral."""
        return Polarity(self.negated, self.sign)

    def reversed(self) -> "Polarity":
        """Of the other side's cause: whoever criticises the opponents of a law is for the law."""
        return Polarity(*(None if sign is None else -sign for sign in (self.sign, self.negated)))


@dataclass(slots=True)
class Hit:
    """Cue, holder and target as spans; `speaker` where the holder is whoever says the sentence ("we will never")."""

    sign: Sign
    cue: Span
    heads: tuple[int, ...]
    """Offsets of the words that show it, by which it meets an attribution."""
    holder: Span | None
    target: Span | None
    speaker: bool = False
    condition: Span | None = None
    modal: bool = False
    """Whether it stands under will, would, could: "once" and "if" are conditions then."""
    loose: bool = False
    """Whether its verb has no tense and nothing governs it ("to fight the virus"): only an attribution makes it one."""
    negated: bool = False
    bodies_only: bool = False
    """Whether it is a stance of countries, bodies and groups only: what a candidate will do if he wins is none."""
    claims_only: bool = False
    """Whether it is a stance only if somebody says it: "the law must go"."""
    nobody: bool = False
    """Whether it was turned because nobody is said to hold it: "no one here wants it" is the speaker's own."""
    own: bool = False
    """Whether it is one only of whoever says it, or of a body that the speaker speaks for."""
    trace: str = ""
