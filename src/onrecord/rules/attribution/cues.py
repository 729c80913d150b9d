"""The cue lexicon: which words say that somebody is the source of something, and how."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from sys import intern

from onrecord.records import Modality
from onrecord.rules.attribution.types import Mark
from onrecord.rules.syntax.lexicon import words_of

ADDRESSED = frozenset({"objthat", "objto", "objon"})
ADDRESSING = frozenset({"tell", "ask", "promise", "warn", "show"})
"""Verbs that take the one spoken to as an object beside the content."""
TRANSITIVE = words_of("transitive cues")
"""Verbs that take a clause or an object which is no content ("found a job", "added a line"): after them only a clause
whose verb is known to belong to its subject counts."""
VIEWS = frozenset({"view", "opinion", "words", "eyes", "telling", "account", "mind", "judgment", "estimation"})
"""Nouns that make a cue with "in" before them and somebody's name: "in the prosecutor's view"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the lexicon."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    """The prepositions that lead to the content ("warned of")."""
    mark: Mark
    modality: Modality
    line: str
    """File and number of the line, for the trace."""
    example: str
    clausal: bool
    """Whether a clause can be its content, behind the one spoken to or not."""
    addressed: bool
    """Whether one of its frames has the one spoken to as an object."""
    addressing: bool
    """Whether the one spoken to can stand as an object beside the content."""
    bare: bool
    """Whether no object can be taken for the subject of a clause that is its content."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The whole lexicon."""

    verbs: dict[str, Cue]
    """By lemma, with the particle or preposition that belongs to it ("point out", "call for")."""
    firsts: frozenset[str]
    """First words of all verbs, without which no verb group is a cue."""
    longer: frozenset[str]
    """First words of the verbs of several words."""
    quoting: frozenset[str]
    """First words of the verbs that can report a quotation or a clause beside them."""
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    prepositions: dict[str, Cue]
    """By the whole phrase."""
    noun_forms: dict[str, Cue]
    """The nouns by their singulars and plurals."""
    telling_nouns: frozenset[str]
    """Their forms, and below the adjectives, as sets, which are quicker to hold against a sentence's words."""
    telling_adjectives: frozenset[str]
    telling_prepositions: frozenset[str]
    """The longest word of each preposition, without which it does not stand in a sentence, and all of `VIEWS`."""
    telling: frozenset[str]
    """These three and the colon: a sentence with none of them and without a cue verb says nothing."""
    seeming: frozenset[str]
    """Verbs of appearance ("seem")."""
    light: frozenset[str]
    """Verbs that lend themselves to a cue noun ("expressed concern that")."""


def rows(name: str) -> list[tuple[int, str]]:
    """The numbered lines of a data file, without comments and empty lines."""
    text = files(__package__).joinpath("lexicon", name).read_text(encoding="utf-8")
    return [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]


def read(name: str) -> dict[str, Cue]:
    """One file of cues by their lemmas."""
    found = {}
    for number, row in rows(name):
        lemma, frames, mark, modality, example = row.split("\t")
        words = [intern(word) for word in frames.split()]
        taken = frozenset(w for w in words if not w.startswith("+"))
        addressed = not taken.isdisjoint(ADDRESSED)
        found[lemma] = Cue(
            lemma,
            taken,
            frozenset(intern(w[1:]) for w in words if w.startswith("+")),
            intern(mark),  # type: ignore[arg-type]
            "asserted" if modality == "-" else modality,  # type: ignore[arg-type]
            f"{name}:{number}",
            example,
            "that" in taken or "objthat" in taken,
            addressed,
            addressed or lemma in ADDRESSING,
            "obj" not in taken and lemma not in TRANSITIVE,
        )
    return found


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The lexicon, read once a process."""
    light = frozenset(word for _, row in rows("light.txt") for word in row.split())
    verbs = read("verbs.tsv")
    firsts = frozenset(lemma.partition(" ")[0] for lemma in verbs)
    longer = frozenset(lemma.partition(" ")[0] for lemma in verbs if " " in lemma)
    quoting = frozenset(lemma.partition(" ")[0] for lemma, cue in verbs.items() if "quote" in cue.frames)
    nouns, adjectives, prepositions = (read(f"{name}.tsv") for name in ("nouns", "adjectives", "prepositions"))
    seeming = frozenset(lemma for lemma, cue in verbs.items() if "seemto" in cue.frames)
    leading = VIEWS.union(max(words.split(), key=len) for words in prepositions)
    forms = _with_plurals(nouns)
    telling = leading.union(forms, adjectives, ":")
    return Cues(
        verbs, firsts, longer, quoting, nouns, adjectives, prepositions, forms, frozenset(forms), frozenset(adjectives),
        leading, telling, seeming, light,
    )  # fmt: skip


def _with_plurals(nouns: dict[str, Cue]) -> dict[str, Cue]:
    """The nouns with their plurals; where two nouns could have one, it is that of the longer one."""
    forms = dict(nouns)
    for noun, cue in nouns.items():
        forms.setdefault(noun + "s", cue)
    for noun, cue in nouns.items():
        if noun.endswith("y"):
            forms.setdefault(noun[:-1] + "ies", cue)
    for noun, cue in nouns.items():
        forms.setdefault(noun + "es", cue)
    return forms
