"""What a sentence must hold before any frame of a verb can fit, so that most verbs are passed over at a glance."""

from functools import cache, lru_cache

from onrecord.rules.events.lexicon import IRREGULAR, Test, lexicon
from onrecord.rules.events.phrases import GEOGRAPHY


@lru_cache(maxsize=20_000)
def asked(lemma: str) -> frozenset[str] | None:
    """The words of which a sentence must hold one before a frame of this lemma can fit; None where a frame needs none.

    "make" means something only beside an event noun or a few others: in "made a cake" it is not looked at closely. A
    lemma without frames has no words.
    """
    tables = lexicon()
    found: set[str] = set()
    for particle in ("", *tables.particles.get(lemma, ())):
        needs = [frozenset({particle.partition(" ")[0]})] if particle else []
        for frame in tables.verbs.get(f"{lemma}_{particle.replace(' ', '_')}" if particle else lemma, ()):
            words = [*needs, *[need for test in frame.tests if (need := _words_for(test)) is not None]]
            if not words:
                return None
            found |= min(words, key=len)
    return frozenset(found)


@cache
def _words_for(test: Test) -> frozenset[str] | None:
    """The words of which a sentence holds one wherever a condition holds; None for one that needs no word."""
    match test.kind:
        case "preposition" | "word":
            return frozenset({test.word, "out"} if test.word == "from" else {test.word})  # "out of" counts as "from"
        case "to":
            return frozenset({"to"})
        case "class" | "agent" if test.classes.isdisjoint(_by_shape()):
            forms = _forms()
            return frozenset().union(*[forms[name] for name in test.classes if name in forms])
    return None


@cache
def _by_shape() -> frozenset[str]:
    """Classes of phrases that no noun of the lexicon stands for: "$2 million", "Bavaria"."""
    return GEOGRAPHY | lexicon().classes.get("money", frozenset())


@cache
def _forms() -> dict[str, set[str]]:
    """The words by which a noun of each class can be told: its last word in singular and plural."""
    found: dict[str, set[str]] = {}
    for noun, classes in lexicon().classes.items():
        last = noun.rpartition(" ")[2]
        forms = {last, last + "s", last + "es", *(many for many, one in IRREGULAR.items() if one == last)}
        if last.endswith("y"):
            forms.add(last[:-1] + "ies")
        if last.endswith("man"):
            forms.add(last[:-3] + "men")
        for name in classes:
            found.setdefault(name, set()).update(forms)
    return found
