"""What the noun phrases of a sentence are: whom or what they name, by head, modifier and `of` phrase."""

from functools import lru_cache

from onrecord.rules.dates.words import MONTHS
from onrecord.rules.events.lexicon import Lexicon, lexicon, singular, words_of
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Clauses

GENERAL = words_of(
    """program programme package effort process session measure mission operation drive bid campaign supply delivery
    order decree parcel"""
)
"""Heads that say less than the noun before them: aid program, mediation effort."""
SUMS = frozenset({"million", "billion", "trillion", "m", "bn", "crore", "lakh"})
GEOGRAPHY = frozenset({"place", "city", "territory"})
NO_PERSON = words_of("it this that these those which what its their more less most least")
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "eer", "ar", "ese", "ate")
THINGS = words_of("event agreement proposal policy border asset infrastructure")
QUANTITIES = words_of(
    """dozen hundred thousand million ten score number group series lot some one two three most many member part round
    all several each both any wave majority percent handful couple pair half rest total kg kilogram ton tonne tonnes
    liter litre gallon barrel acre worth kind sort set piece batch amount state chain string spate range variety team
    contingent"""
)
"""Heads that only measure what their `of` phrase names: dozens of protesters, a round of talks."""
COMPARED = frozenset({"more", "less", "fewer"})
MONTHLY = frozenset({"in", "since", "until", "last"})
"""Words before "May" that make it the month."""
TIMES = words_of(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year morning
    afternoon evening night january february march april june july august september october november december"""
)
TIME_WORDS = TIMES.union(MONTHS)
"""Words of which one stands in every time."""


@lru_cache(maxsize=20_000)
def plain_noun(low: str) -> tuple[str, bool]:
    """The lemma of a noun, and whether it says what a phrase is by itself: no sum, quantity or general word."""
    lemma = low if low in lexicon().classes else singular(low)
    return lemma, low[0] not in "$€£¥" and lemma not in SUMS and lemma not in QUANTITIES and lemma not in GENERAL


class Nouns:
    """The noun phrases of one sentence."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.phrases = clauses.phrases
        self.phrase_at = clauses.phrase_at
        self.words = clauses.words
        self.lexicon: Lexicon = lexicon()
        self.places = gazetteer()
        self._kinds: dict[int, tuple[str, frozenset[str]]] = {}
        self.timeless = self.words.isdisjoint(TIME_WORDS)
        """Whether no phrase can be a time."""

    def antecedent(self, k: int) -> int:
        """The phrase that a relative pronoun stands for, or that is counted; any other phrase is its own."""
        phrase = self.phrases[k]
        if phrase.kind != "pronoun":
            return k
        if self.tokens[phrase.head].low in COMPARED and phrase.last + 1 < len(self.tokens):
            # "more than | 30 people were killed"
            return self.phrase_at.get(phrase.last + 1, k) if self.tokens[phrase.last].low == "than" else k
        if self.tokens[phrase.head].tag != "WH":
            return k
        if phrase.antecedent is not None:
            return phrase.antecedent
        return k - 1 if k else k

    def someone(self, k: int) -> bool:
        """Whether a phrase may be someone: a name, a pronoun for persons, or a noun that is no thing of the lexicon."""
        k = self.antecedent(k)
        phrase = self.phrases[k]
        lemma, kinds = self.kind_of(k)
        if phrase.kind == "name":
            return not kinds & THINGS or "asset" in kinds  # the International Monetary Fund
        if phrase.kind == "pronoun" and "people" not in kinds:
            return self.tokens[phrase.head].low not in NO_PERSON
        person = lemma.endswith(PERSON_ENDINGS) and lemma not in self.lexicon.things
        return "people" in kinds or (person and not kinds & THINGS)

    def of(self, k: int) -> int | None:
        """The phrase in the `of` phrase right after this one."""
        last = self.phrases[k].last
        if last < len(self.tokens) and self.tokens[last].low == "of":
            return self.phrase_at.get(last + 1)
        return None

    def named_place(self, k: int) -> bool:
        """Whether a phrase is the name of a country, city or region."""
        phrase = self.phrases[k]
        if phrase.kind != "name":
            return False
        first = phrase.first + (self.tokens[phrase.first].low == "the")
        words = " ".join(t.text for t in self.tokens[first : phrase.last])
        return self.places.country(words) is not None or words in self.places.regions

    def kind_of(self, k: int) -> tuple[str, frozenset[str]]:
        """The lemma that says what a phrase is, and its classes; quantities give way to what they measure."""
        known = self._kinds.get(k)
        if known is None:
            known = self._kinds[k] = self._kind_of(k)
        return known

    def _kind_of(self, k: int) -> tuple[str, frozenset[str]]:
        phrase = self.phrases[k]
        low = self.tokens[phrase.head].low
        lemma, plain = plain_noun(low)
        classes = self.lexicon.classes
        if not plain:
            if low[0] in "$€£¥" or (lemma in SUMS and self.tokens[phrase.first].text[0] in "$€£¥"):
                return "money", classes.get("money", frozenset())
            if lemma in QUANTITIES:
                inner = self.of(k)
                if inner is not None:
                    return self.kind_of(inner)
        if phrase.head > phrase.first and lemma in self.lexicon.seconds:
            double = f"{self.tokens[phrase.head - 1].low} {lemma}"
            if double in classes:
                return double, classes[double]
        if not plain and lemma in GENERAL and phrase.head > phrase.first:
            before = self.tokens[phrase.head - 1].low
            before = before if before in classes else singular(before)
            if before in classes:
                return before, classes[before]
        if lemma not in classes and phrase.kind == "name":
            if self.named_place(k):
                return lemma, GEOGRAPHY
            for i in range(phrase.head - 1, phrase.first - 1, -1):  # "Niger's ambassador Brah Mohamane"
                if self.tokens[i].tag == "POSS":
                    break
                kinds = classes.get(self.tokens[i].low, frozenset())
                if "people" in kinds:
                    return lemma, kinds
        return lemma, classes.get(lemma, frozenset())

    def is_time(self, k: int) -> bool:
        """Whether a phrase is a time ("Friday", "last week", "May 3")."""
        if self.timeless:
            return False
        phrase = self.phrases[k]
        head = self.tokens[phrase.head]
        if head.low in TIMES:
            return head.low != "march" or (
                head.text == "March" and phrase.kind == "name" and phrase.first == phrase.head
            )
        first, last = self.tokens[phrase.first], self.tokens[phrase.last - 1]
        if last.text == "May" and phrase.first and self.tokens[phrase.first - 1].low in MONTHLY:
            return True
        return (last.tag == "NUM" or first.tag == "NUM") and (first.low in MONTHS or last.low in MONTHS)
