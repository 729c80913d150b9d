"""What a sentence must hold before any frame of a verb can fit, so that most verbs are passed over at a glance."""

from functools import cache

from onrecord.rules.events.lexicon import IRREGULAR, Test, lexicon
from onrecord.rules.events.phrases import GEOGRAPHY


@cache
def asked() -> dict[str, frozenset[str] | None]:
    """For each lemma that has frames the words of which a sentence must hold one; None where a frame asks for none.

    "make" means something only beside an event noun or a few others: in "made a cake" it is not looked at closely.
    """
    found: dict[str, set[str] | None] = {}
    verbs = lexicon().verbs
    for lemma, frames in verbs.items():
        bare, _, particle = lemma.partition("_")
        own = {particle.partition("_")[0]} if particle else None
        for frame in frames:
            needs = [need for need in (own, *map(_words_for, frame.tests)) if need is not None]
            known = found.setdefault(bare, set())
            found[bare] = known | min(needs, key=len) if known is not None and needs else None
    return {lemma: None if words is None else frozenset(words) for lemma, words in found.items()}


def _words_for(test: Test) -> set[str] | None:
    """The words of which a sentence holds one wherever a condition holds; None for one that needs no word."""
    match test.kind:
        case "preposition" | "word":
            return {test.word, "out"} if test.word == "from" else {test.word}  # "out of" counts as "from"
        case "to":
            return {"to"}
        case "class" | "agent" if test.classes.isdisjoint(_by_shape()):
            return {form for name in test.classes for form in _forms().get(name, ())}
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
