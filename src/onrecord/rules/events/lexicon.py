"""The event lexicons as look-up tables: verb frames by lemma, event nouns, classes of nouns."""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
CONFLICT = MATERIAL_CONFLICT | {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}

_PLAIN = {"*": 0.0, "none": 1.0, "obj": 1.0, "who": 1.5, "to": 3.0, "that": 3.0, "ing": 3.0}


@dataclass(frozen=True, slots=True)
class Test:
    """One condition of a frame: what is asked, of which preposition, with which classes of head."""

    kind: str
    """obj, none, who, to, that, ing, class, agent, preposition or word."""
    word: str = ""
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb means where the conditions hold."""

    tests: tuple[Test, ...]
    type: str
    label: str
    weight: float
    line: int
    """Line of verbs.txt, for the trace."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun names as an event."""

    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the events stage."""

    verbs: dict[str, tuple[Frame, ...]]
    """Frames by lemma, or lemma_particle, the most specific first."""
    nouns: dict[str, Noun]
    classes: dict[str, frozenset[str]]
    """Classes of a noun's lemma, event classes included."""
    particles: dict[str, frozenset[str]] = field(default_factory=dict)
    """The particles that make a lemma another verb here."""
    light: frozenset[str] = frozenset()
    """Verbs that only carry the event of their object: "launched [an investigation]"."""
    heads: frozenset[str] = frozenset()
    """The last words of the event nouns."""
    things: frozenset[str] = frozenset()
    """Nouns that end like persons and are none ("letter")."""
    seconds: frozenset[str] = frozenset()
    """The last words of the nouns of two words that have classes."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(map(intern, text.split()))


IRREGULAR = {"men": "man", "women": "woman", "people": "people", "children": "child", "lives": "life", "wives": "wife"}


@lru_cache(maxsize=20_000)
def singular(noun: str) -> str:
    """The singular that a plural has by its ending."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if not noun.endswith("s") or noun.endswith("ss") or len(noun) < 4:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]


def _lines(name: str) -> list[tuple[int, str]]:
    text = (files(__package__) / "lexicon" / name).read_text(encoding="utf-8")
    return [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]


def _test(words: str) -> tuple[Test, float]:
    words = intern(words)  # one object with the same word in the code, so that comparing them takes no look inside
    if words.startswith(">"):
        preposition, _, classes = words[1:].partition("@")
        found = frozenset(classes.split(",")) if classes else frozenset()
        return Test("preposition", intern(preposition), found), 4.0 if found else 2.0
    if words.startswith("@"):
        classes = words[1:]
        general = classes in ("event", "coop", "conflict")
        return Test("class", "", frozenset(classes.split(","))), 3.5 if general else 4.0
    if words.startswith("<"):
        return Test("agent", "", frozenset(words[1:].split(","))), 3.0
    if words in _PLAIN:
        return Test(words), _PLAIN[words]
    return Test("word", words), 4.0


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    nouns: dict[str, Noun] = {}
    section = label = ""
    for _, line in _lines("nouns.txt"):
        if line.startswith("["):
            section, _, label = map(intern, line.strip("[]").partition(" "))
            continue
        for lemma in line.split():
            nouns.setdefault(lemma.replace("_", " "), Noun(section, label))
    classes: dict[str, set[str]] = {}
    for _, line in _lines("classes.txt"):
        name, _, lemmas = line.partition(" : ")
        for lemma in lemmas.split():
            classes.setdefault(lemma.replace("_", " "), set()).add(intern(name))
    for lemma, noun in nouns.items():
        kinds = classes.setdefault(lemma, set())
        kinds.add("event")
        if noun.type in COOPERATION:
            kinds.add("coop")
        elif noun.type in CONFLICT:
            kinds.add("conflict")
    verbs: dict[str, list[Frame]] = {}
    particles: dict[str, set[str]] = {}
    for number, line in _lines("verbs.txt"):
        if line.startswith("["):
            section, _, label = map(intern, line.strip("[]").partition(" "))
            continue
        conditions, _, lemmas = line.partition(" : ")
        parts = [_test(words) for words in conditions.strip().split("+")]
        tests = tuple(test for test, _ in parts if test.kind != "*")
        frame = Frame(tests, section, label, sum(weight for _, weight in parts), number)
        for lemma in lemmas.split():
            verbs.setdefault(lemma, []).append(frame)
            bare, _, particle = lemma.partition("_")
            if particle:
                particles.setdefault(bare, set()).add(particle.replace("_", " "))
    return Lexicon(
        {lemma: tuple(sorted(frames, key=lambda f: -f.weight)) for lemma, frames in verbs.items()},
        nouns,
        {lemma: frozenset(kinds) for lemma, kinds in classes.items()},
        {lemma: frozenset(found) for lemma, found in particles.items()},
        frozenset(lemma for lemma, frames in verbs.items() if any(frame.type == "light" for frame in frames)),
        frozenset(noun.rpartition(" ")[2] for noun in nouns),
        frozenset(word for _, line in _lines("things.txt") for word in line.split()),
        frozenset(lemma.partition(" ")[2] for lemma in classes if " " in lemma),
    )
