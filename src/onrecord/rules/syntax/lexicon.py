"""What the syntax stage knows of single words: tags, lemmas and forms, inflected from hand-written lists."""

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from sys import intern

from onrecord.rules.syntax.types import Form, Tag

Reading = tuple[Tag, str, Form]
"""A tag with lemma and form."""


@dataclass(slots=True)
class Lexicon:
    """Word tables; all keys are in lower case with straight apostrophes."""

    closed: dict[str, Reading] = field(default_factory=dict)
    verbs: dict[str, Reading] = field(default_factory=dict)
    noun_too: set[str] = field(default_factory=set)
    """Verb forms that are nouns just as well ("claims", "vote", "meeting")."""
    adjective_too: set[str] = field(default_factory=set)
    """Base forms that are adjectives or adverbs just as well ("clear", "back")."""
    adjectives: set[str] = field(default_factory=set)
    not_adverbs: set[str] = field(default_factory=set)
    clausal: set[str] = field(default_factory=set)
    """Lemmas that take a clause as complement."""
    never_participles: set[str] = field(default_factory=set)
    """Past forms that are no participles ("wrote", "began")."""


VOWELS = frozenset("aeiou")
MARKS = "+=~!"


def lines(name: str) -> list[str]:
    """The lines of a data file beside this module, without comments and empty lines."""
    text = files(__package__).joinpath("lexicon", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def named_sets() -> dict[str, frozenset[str]]:
    """The small sets of `sets.tsv` by their names."""
    rows = (line.split("\t") for line in lines("sets.tsv"))
    return {name: frozenset(map(intern, words.split())) for name, words in rows}


def words_of(name: str) -> frozenset[str]:
    """One of the small sets."""
    return named_sets()[name]


def s_form(base: str) -> str:
    """Third person, or plural: say says, deny denies, push pushes."""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base + "s"


def ed_form(base: str, *, double: bool = False) -> str:
    """Regular past: plan planned (doubled), agree agreed, deny denied."""
    if double:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    return base + "ed"


def ing_form(base: str, *, double: bool = False) -> str:
    """Regular -ing form: plan planning (doubled), make making, lie lying."""
    if double:
        return base + base[-1] + "ing"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    if base.endswith("c"):
        return base + "king"
    return base + "ing"


DOUBLES = words_of("doubles")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The word tables, built once a process."""
    lex = Lexicon()
    for line in lines("closed.tsv"):
        tag, words = line.split("\t")
        tag = intern(tag)  # one object with the same tag in the code, so that comparing them takes no look inside
        for word in map(intern, words.split()):
            lex.closed.setdefault(word, (tag, AUX_LEMMAS.get(word, word), AUX_FORMS.get(word, "")))  # type: ignore[arg-type]
    irregular = {}
    for line in lines("irregular.txt"):
        base, past, participle = line.split()
        irregular[base] = (past, participle)
    for line in lines("verbs.txt"):
        for entry in line.split():
            base = intern(entry.rstrip(MARKS))
            add_verb(lex, base, entry[len(base) :], irregular.pop(base, None))
    for base, forms in irregular.items():
        add_verb(lex, base, "", forms)
    for name, entries in (
        ("adjectives.txt", lex.adjectives),
        ("not_adverbs.txt", lex.not_adverbs),
        ("clausal.txt", lex.clausal),
    ):
        for line in lines(name):
            entries.update(map(intern, line.split()))
    for line in lines("ing_nouns.txt"):
        lex.noun_too.update(map(intern, line.split()))
    lex.noun_too -= words_of("no nouns")
    return lex


def add_verb(lex: Lexicon, base: str, marks: str, irregular: tuple[str, str] | None) -> None:
    """Enter all forms of one verb."""
    double = "=" in marks
    past, participle = irregular or (ed_form(base, double=double),) * 2
    ing = ing_form(base, double=double or base in DOUBLES)
    s = s_form(base)
    verbs = lex.verbs
    # A base form wins over another verb's past ("found", "lay"); "read" and "put" keep both readings as a base.
    verbs.setdefault(ing, ("VERB", base, "ing"))
    verbs.setdefault(s, ("VERB", base, "s"))
    if participle != base:
        verbs.setdefault(participle, ("VERB", base, "past" if participle == past else "participle"))
    if past != base:
        verbs[past] = ("VERB", base, "past")
    if past != participle and not past.endswith("ed"):
        lex.never_participles.add(past)
    if base not in verbs or verbs[base][2] == "base":
        verbs[base] = ("VERB", base, "base")
    if not double and not irregular and base.endswith("l") and base[-2] in VOWELS and base[-3:-2] not in VOWELS:
        # British spelling: cancelled, travelling
        verbs.setdefault(ed_form(base, double=True), ("VERB", base, "past"))
        verbs.setdefault(ing_form(base, double=True), ("VERB", base, "ing"))
    if "+" in marks:
        lex.noun_too.update((base, s))
    if "~" in marks:
        lex.noun_too.add(ing)
    if "!" in marks:
        lex.adjective_too.add(base)


AUX_LEMMAS = {
    **dict.fromkeys(("be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re"), "be"),
    **dict.fromkeys(("have", "has", "had", "having", "'ve"), "have"),
    **dict.fromkeys(("do", "does", "did", "done", "doing"), "do"),
    **dict.fromkeys(("gets", "got"), "get"),
    "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'d": "would",
}  # fmt: skip
AUX_FORMS: dict[str, Form] = {
    "be": "base", "am": "s", "is": "s", "are": "s", "was": "past", "were": "past", "been": "participle",
    "being": "ing", "'m": "s", "'re": "s", "have": "base", "has": "s", "had": "past", "having": "ing", "'ve": "s",
    "do": "base", "does": "s", "did": "past", "done": "participle", "doing": "ing", "gets": "s", "got": "past",
}  # fmt: skip
