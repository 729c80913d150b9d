"""What the syntax stage finds in a sentence: tokens with tags, noun phrases, verb groups.

Plain slotted dataclasses, made once a sentence and shared by every later rule; all offsets count code points of
`Article.text`, all indexes count tokens of the sentence.
"""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.reading.document import Sentence

Tag = Literal[
    "DET",    # the, a, this, some
    "PRON",   # he, they, it
    "POSS",   # his, their, and the clitic 's of a noun phrase
    "PREP",   # of, in, with
    "CONJ",   # and, but, or
    "SUB",    # because, while, if, that (complementiser)
    "WH",     # who, which, what, when; a phrase of kind pronoun
    "TO",     # to before a verb
    "NEG",    # not, n't, never
    "MODAL",  # will, could
    "AUX",    # be, have, do as auxiliaries and as main verbs
    "VERB",   # any other verb form; `form` says which
    "NOUN",   # a common noun
    "NAME",   # a capitalised word that is part of a name
    "ADJ",
    "ADV",
    "NUM",
    "OPEN",   # opening quotation mark or bracket
    "CLOSE",  # closing quotation mark or bracket
    "PUNCT",  # any other punctuation
]  # fmt: skip
Form = Literal["", "base", "s", "past", "participle", "ing"]


@dataclass(slots=True)
class Token:
    """A word, a clitic ('s, n't) or a punctuation mark."""

    start: int
    end: int
    text: str
    """As written, without line breaks and characters that take no place: where the words of the article are wanted, cut
    them by `start` and `end`."""
    low: str
    """Lower case, with straight apostrophes."""
    tag: Tag
    lemma: str
    form: Form = ""
    """For verbs: base, s (third person), past (also where participle is possible), participle, ing."""


@dataclass(slots=True)
class NounPhrase:
    """A noun phrase, determiner to last noun; `of` phrases, appositions, relative clauses count to `full_end` only."""

    first: int
    """Index of the first token."""
    last: int
    """Index after the last token."""
    head: int
    """Index of the head noun, name or pronoun."""
    start: int
    end: int
    kind: Literal["name", "noun", "pronoun"]
    full_end: int
    """Offset where the phrase ends with the `of` phrases, apposition or relative clause that belong to it."""
    antecedent: int | None = None
    """For a relative pronoun: index of the phrase it stands for."""


@dataclass(slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and main verb that act as one ("has never ruled out", "was accused")."""

    first: int
    last: int
    """Index after the last token."""
    head: int
    """Index of the main verb."""
    start: int
    end: int
    lemma: str
    particle: str = ""
    """"out" in "ruled out"."""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    """The modal or semi-modal ("will", "would", "may", "must"), "" where there is none."""
    finite: bool = True
    """False for "to say", "saying"."""
    subject: int | None = None
    """Index into `Clauses.phrases` of the subject, where one is found."""
    object: int | None = None
    """Index into `Clauses.phrases` of the first object."""


@dataclass(slots=True)
class Clauses:
    """One sentence, analysed."""

    sentence: Sentence
    tokens: list[Token]
    tags: list[Tag]
    """Their tags, for rules that look at nothing else."""
    marked: list[int]
    """Indexes of the tokens that are not plain words in lower case, among them all with a capital."""
    phrases: list[NounPhrase] = field(default_factory=list)
    verbs: list[VerbGroup] = field(default_factory=list)
    lows: list[str] = field(init=False, repr=False, compare=False)
    """The tokens' words in lower case."""
    words: set[str] = field(init=False, repr=False, compare=False)
    """The same as a set, by which a rule sees at once that nothing is there for it."""
    phrase_at: dict[int, int] = field(init=False, repr=False, compare=False)
    """Index of the phrase that begins at a token."""
    group_at: dict[int, int] = field(init=False, repr=False, compare=False)
    """Index of the verb group that begins at a token."""

    def __post_init__(self) -> None:
        self.lows = [token.low for token in self.tokens]
        self.words = set(self.lows)
        self.phrase_at = {phrase.first: k for k, phrase in enumerate(self.phrases)}
        self.group_at = {group.first: k for k, group in enumerate(self.verbs)}
