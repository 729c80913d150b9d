"""What a text negates: the words inside the scope of each negation, for comparing a statement with its evidence."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.grounding.lexicon import words
from onrecord.grounding.opposites import opposites, turned
from onrecord.grounding.quantities import unit_of
from onrecord.grounding.scopes import (
    AFFIXES,
    REFUSALS,
    affixed,
    against,
    backward,
    forward,
    in_condition,
    is_content,
    negates,
    nominal,
    refuses,
    scope,
)
from onrecord.rules.syntax.readings import reading
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

_IMPLICIT = words("implicit")
"""Words that can carry a negation without being one: a statement's "not" may stand for them."""
_DENIALS = words("denials")
_NO_ONE = re.compile(r"\b(no)[ -]one\b(?! of)", re.IGNORECASE)  # "it protects no one"
_CONDITIONS = frozenset({"unless", "if"})
_INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
"""What follows is not so: "talks rather than pressure"."""
_AFFIXED = 4
"""Letters that a word has at least before a syllable negates it: not "income"."""
_OTHERWISE = frozenset({"otherwise", "unless", "without"})
"""Words that say for another case what "if not" says."""


@dataclass(slots=True)
class Polarity:
    """The words of a text, and which of them stand under a negation."""

    words: set[str] = field(default_factory=set)
    """Stems of the content words outside every scope."""
    heads: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """For each explicit negation the stem of what it negates, and the stems that follow in its scope."""
    before: set[str] = field(default_factory=set)
    """Stems of what stands right before a negation in its clause: what "is not built"."""
    denied: set[str] = field(default_factory=set)
    """Stems in what is denied, refused or argued against."""
    denied_by: str = ""
    """The word that denies, refuses or argues against."""
    deniers: set[str] = field(default_factory=set)
    """The stems of all words that do."""
    denied_first: str = ""
    """The stem of the first word that it denies."""
    all: frozenset[str] = frozenset()
    """Stems of all its words."""
    bare: bool = False
    """Whether a negation stands that covers no content word ("not going quietly")."""
    supposed: set[str] = field(default_factory=set)
    """The heads that are negated in a clause with "if"."""
    otherwise: int = 0
    """How often it tells of the case that something is not so, without saying "if not"."""
    implicit: bool = False
    """Whether some word carries a negation without being one ("denied", "impossible")."""
    carriers: set[str] = field(default_factory=set)
    """The stems of those words."""

    @property
    def negated(self) -> set[str]:
        """All stems under a negation."""
        return {stem for head, rest in self.heads for stem in (head, *rest)}


@lru_cache(maxsize=512)
def polarity_of(text: str) -> Polarity:
    """The polarity of a text of a sentence or a few."""
    text = _NO_ONE.sub(r"\1body", text)
    tokens = tokenise(text, 0, len(text), {})
    found = Polarity()
    scoped: set[int] = set()
    for index, token in enumerate(tokens):
        if negates(token, tokens, index):
            covered = scope(tokens, index)
            found.bare |= not covered
            if covered:
                stems = [stem(tokens[i]) for i in covered]
                found.heads.append((stems[0], tuple(stems[1:])))
                found.before.update(stem(tokens[i]) for i in backward(tokens, index))
                scoped.update(covered[:2])
                if in_condition(tokens, index):
                    found.supposed.add(stems[0])
        elif (
            (refusing := refuses(tokens, index)) or token.lemma in _IMPLICIT or token.low in _IMPLICIT or affixed(token)
        ):
            found.implicit = True
            found.carriers.add(stem(token))
            if refusing or (token.lemma in _DENIALS and not nominal(tokens, index)):
                found.denied_by = "arguing against" if against(tokens, index) else token.low
                found.deniers.add(stem(token))
                at = refusing or index
                that = at + 1 < len(tokens) and tokens[at + 1].low == "that"
                after = forward(tokens, at + 1 + that) or forward(tokens, index + 1)
                stems = [stem(tokens[i]) for i in after]
                found.denied.update(stems)
                found.denied_first = found.denied_first or next(iter(stems), "")
        elif index and (tokens[index - 1].low, token.low) in _INSTEAD:
            found.denied.update(stem(tokens[i]) for i in forward(tokens, index + 1)[:2])
    found.words = {stem(t) for i, t in enumerate(tokens) if i not in scoped and is_content(t)}
    found.all = frozenset(stem(t) for t in tokens)
    found.otherwise = sum(t.low in _OTHERWISE for t in tokens)
    return found


def changed_negation(statement: str, content: str, around: str, cue: str = "") -> str | None:
    """Why the statement's negations are not those of its evidence, or None.

    `content` is what the statement renders; `around` the whole sentences it stands in, whose words may carry a
    negation as well ("denied that ..."), as the `cue` does that goes with the content.
    """
    said, own = polarity_of(statement), polarity_of(content)
    if _only_if(said, content) or _only_if(own, statement):
        return None
    if "even if" in statement.lower() and "even" not in own.all and own.all & _CONDITIONS:
        return "it says 'even if' where its evidence sets a condition"
    cue = _completed(cue, around)
    whole = polarity_of(f"{cue} {content}") if cue else polarity_of(around)
    return (
        _put_in(said, whole)
        or _taken_out(said, own)
        or _undenied(said, own, cue)
        or _affixed(said, own)
        or _turned(said, own, cue)
        or turned(said.all - said.negated, own.all - own.negated, whole.all)
    )


def _only_if(said: Polarity, other: str) -> bool:
    """Whether one says "not unless" for what the other says with "only if"."""
    return "only if" in other.lower() and "unless" in said.all and len(said.heads) > 1


def _completed(cue: str, around: str) -> str:
    """A cue with the particle that stands after its content: "turned the offer down"."""
    verb = next((t for t in tokenise(cue, 0, len(cue), {}) if t.lemma in REFUSALS), None)
    tokens = tokenise(around, 0, len(around), {}) if verb else ()
    if verb and any(t.low == verb.low and refuses(tokens, index) for index, t in enumerate(tokens)):
        return f"{cue} {REFUSALS[verb.lemma]}"
    return cue


def _put_in(said: Polarity, whole: Polarity) -> str | None:
    """A negation that the evidence does not have; one that denies takes the place of one, unless it is said too."""
    denies = bool(whole.denied) and not said.denied
    negated = whole.negated | (whole.denied if denies else set())
    heads = _unopposed(said, whole)
    for head, rest in heads:
        if head in negated or (rest and rest[0] in negated):
            continue
        if head in said.supposed and whole.otherwise > said.otherwise:
            continue  # "if they do not talk" for "might otherwise"
        if head in whole.words:
            return f"it negates {head!r}, which its evidence does not"
        if not whole.heads and not whole.bare and not (whole.implicit and not said.implicit):
            return f"it negates {head!r}, and its evidence negates nothing"
    if len(heads) > len(whole.heads) + whole.bare + (denies or (whole.implicit and not said.implicit)):
        return f"it negates more than its evidence: {heads[-1][0]!r}"
    return None


def _unopposed(said: Polarity, evidence: Polarity) -> list[tuple[str, tuple[str, ...]]]:
    """The negations of a statement, but for those of a word whose opposite is there: "will not open" for "closed"."""
    return [pair for pair in said.heads if not opposites().get(pair[0], frozenset()) & evidence.words]


def _taken_out(said: Polarity, own: Polarity) -> str | None:
    """A negation of the content that the statement does not have, though it has the words."""
    free = said.words - said.negated
    heads = {head for head, _ in said.heads}
    fewer = len(said.heads) < len(own.heads)
    for head, rest in own.heads:
        if head in said.negated or head in said.before or head in said.denied or not heads.isdisjoint(rest):
            continue
        if head in free and head not in own.words and head not in words("loose"):
            return f"its evidence negates {head!r}, and it does not"
        lost = [s for s in (head, *rest) if s in free and s not in own.words and unit_of(s) is None]
        if lost and fewer and not (said.implicit and not own.implicit):
            return f"its evidence negates {lost[0]!r}, and it does not"
    if own.heads and own.implicit and said.implicit and not said.heads:
        return f"its evidence negates {own.heads[0][0]!r}, and it does not"
    everything = own.words | own.negated
    apart = [head for head, _ in own.heads if head not in own.words]  # "a cut is not a cut, it is an insult"
    fewer = len(said.heads) < len(apart) and said.denied.isdisjoint(own.negated)
    if fewer and everything and len(everything & (said.words | said.negated)) >= 0.9 * len(everything):
        return "it has its evidence's words without one of the negations"
    return None


def _affixed(said: Polarity, own: Polarity) -> str | None:
    """A word of the evidence that has been given a syllable that negates it, where nothing there is negated."""
    if own.heads or own.bare or said.heads:
        return None
    for word in sorted(said.all - own.all):
        forms = _bases(word)
        if forms & own.all and not forms & said.all:
            return f"it says {word!r} where its evidence says {min(forms & own.all)!r}"
    return None


def _bases(word: str) -> set[str]:
    """What a word is without a syllable that negates it: "fair" of "unfair"."""
    base = next((word[len(a) :] for a in AFFIXES if word.startswith(a)), "")
    return {base, reading(base)[1]} if base and (len(base) > _AFFIXED or reading(base)[0] == "ADJ") else set()


def _undenied(said: Polarity, own: Polarity, cue: str) -> str | None:
    of_cue = polarity_of(cue)
    bare = len(said.heads) <= len(own.heads) and not (said.carriers - own.all) and not said.bare
    bare = bare and not any(base in of_cue.negated for word in said.all - own.all for base in _bases(word))
    if (of_cue.heads or of_cue.bare) and bare:
        return f"{cue!r} says no, and it does not"
    if own.heads or said.heads or said.implicit or not polarity_of(cue).denied_by:
        return None
    return f"{cue!r} denies it, and it denies nothing"


def _turned(said: Polarity, own: Polarity, cue: str) -> str | None:
    """What the content says plainly is denied or negated, or what it denies is said plainly."""
    plain = not (own.heads or own.carriers - said.all or own.bare or _negative(cue))
    if plain and said.deniers and said.denied_by != "against" and said.deniers.isdisjoint(own.all):
        return f"it says {said.denied_by!r}, and its evidence denies nothing"
    if plain and (heads := _unopposed(said, own)) and not own.denied:
        return f"it negates {heads[0][0]!r}, which its evidence does not"
    if said.heads and said.denied_by and own.denied_by and not own.heads:
        return f"it negates {said.denied_by!r}, which its evidence does not"
    if said.heads or said.implicit or said.bare:
        return None
    if own.denied_by not in ("", "against") and own.denied_first in said.words and not own.heads:
        return f"{own.denied_by!r} denies it, and it denies nothing"
    if own.bare and not own.words:
        return "its evidence is negated, and it is not"
    return None


def _negative(cue: str) -> bool:
    of_cue = polarity_of(cue)
    return bool(of_cue.heads or of_cue.implicit or of_cue.bare)


def stem(token: Token) -> str:
    """The form by which words are compared: verbs by their base, nouns without their plural."""
    low = token.lemma if token.tag == "VERB" and token.lemma else token.low
    if token.tag == "NOUN" and low.endswith("ing") and (read := reading(low))[0] == "VERB":
        return read[1]  # "the backing"
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return low[: -len(ending)] + put
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low
