"""Which phrase a verb has for its object, where the syntax has none or another: behind counts, days, heavy phrases."""

from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.phrases import Nouns
from onrecord.rules.syntax.lexicon import lexicon as syntax_lexicon
from onrecord.rules.syntax.types import Clauses, VerbGroup

FIRST = attrgetter("first")
CAUSES = words_of("force compel coerce urge ask order allow permit help press tell")
UNCHANGED = frozenset({"let", "put", "set", "cut", "hit", "shut", "read", "hurt", "beset"})
"""Verbs whose participle is their base form."""
SPANS = words_of("time times day days hour hours week weeks month months year years minutes")
HEDGES = words_of("around about nearly almost roughly approximately over some")
DOUBLE_HEDGES = frozenset(
    {
        ("more", "than"),
        ("less", "than"),
        ("fewer", "than"),
        ("up", "to"),
        ("at", "least"),
        ("at", "most"),
        ("as", "many"),
    }
)


class Attached(NamedTuple):  # a sentence has many; a frozen dataclass takes twice as long to make
    """A prepositional phrase that follows a verb or a noun."""

    preposition: str
    phrase: int


class Objects(Nouns):
    """The verb groups of one sentence and the phrases after them."""

    def __init__(self, clauses: Clauses) -> None:
        super().__init__(clauses)
        self.groups = clauses.verbs
        self.group_at = clauses.group_at
        self.subjects = {g.subject for g in self.groups if g.subject is not None}
        self.clausal = syntax_lexicon().clausal

    def over(self, i: int) -> int | None:
        """The phrase that holds token i; phrases never overlap."""
        k = bisect_right(self.phrases, i, key=FIRST) - 1
        return k if k >= 0 and i < self.phrases[k].last else None

    def joined(self, k: int) -> bool:
        """Whether "and" or a comma joins a phrase to the next."""
        last = self.phrases[k].last
        return last + 1 < len(self.tokens) and self.tokens[last].low in ("and", ",") and last + 1 in self.phrase_at

    def governs(self, group: VerbGroup) -> bool:
        """Whether a phrase right after a verb that takes no clause is its object, though a later verb has it."""
        k = self.phrase_at.get(group.last)
        if k is None or group.passive or not group.finite or group.lemma in self.clausal:
            return False
        return self.phrases[k].kind != "pronoun" and self.tokens[group.head].tag == "VERB"

    def shifted(self, at: int, held: Attached | None) -> tuple[int | None, Attached | None]:
        """The object behind a day or another phrase, and what that phrase holds: "returned to Brazil two frogs"."""
        phrase = self.phrase_at.get(at + 1)
        if phrase is None or held is not None or self.tokens[at].tag != "PREP":
            return None, held
        day = self.is_time(phrase)
        end = self.phrases[phrase].last
        while end in self.phrase_at and self.is_time(self.phrase_at[end]):
            end = self.phrases[self.phrase_at[end]].last
        target = self.object_at(end)
        heavy = (
            day or self.tokens[at].low == "as" or (end < len(self.tokens) and self.tokens[end].tag in ("DET", "NUM"))
        )
        if target is None or not heavy:
            return None, held
        if self._tag(target) == "NUM" or self.tokens[self.phrases[target].head].low in SPANS:
            return None, held
        return target, None if day else Attached(self.tokens[at].low, phrase)

    def shared(self, group: VerbGroup) -> int | None:
        """The object of a verb joined to this one: "arming and training [the militia]"."""
        if group.last >= len(self.tokens) or self.tokens[group.last].low not in ("and", "or"):
            return None
        index = self.group_at.get(group.last + 1)
        if index is None or self.groups[index].passive or self.tokens[self.groups[index].first].tag != "VERB":
            return None
        return self.object_at(self.groups[index].last)

    def described_by(self, group: VerbGroup) -> int | None:
        """The phrase that a lone participle describes: "[The accord], signed by Chad,"."""
        first = group.first
        if group.finite or first < 2:
            return None
        left = self.over(first - 1 - (self.tokens[first - 1].low == ","))
        while left is not None:
            start = self.phrases[left].first
            inside = self.over(start - 2)
            if start < 2 or self.tokens[start - 1].tag != "PREP" or inside is None:
                break
            left = inside
        return left

    def apposed(self, k: int) -> int:
        """The token after a phrase and the name between commas that explains it: "the premier, [Anna Lund],"."""
        last = self.phrases[k].last
        name = self.phrase_at.get(last + 1)
        if name is None or self.tokens[last].low != "," or self.phrases[name].kind != "name":
            return last
        end = self.phrases[name].last
        return end + 1 if end < len(self.tokens) and self.tokens[end].low == "," else last

    def caused(self, governed: int | None, at: int) -> tuple[int | None, bool]:
        """The infinitive behind what describes the object: "forced a plane [bound for Rome] to land"."""
        if governed is not None and self.groups[governed].first != at:
            return governed, False
        relative = at + 1 < len(self.tokens) and self.tokens[at].low == "," and self.tokens[at + 1].tag == "WH"
        if governed is None and not relative:
            return None, False
        for k, group in enumerate(self.groups):
            if group.first <= at or self.tokens[group.first].tag != "TO":
                continue
            if group.first > at + 30:
                break
            if governed is not None or self.tokens[group.first - 1].low == ",":
                return k, True
        return governed, False

    def sum_at(self, at: int) -> bool:
        """Whether a sum of money stands here without a noun: "gave [$2 million] to"."""
        while at + 1 < len(self.tokens) and self.tokens[at].low in HEDGES:
            at += 1
        return at < len(self.tokens) and self.tokens[at].tag == "NUM" and self.tokens[at].low[0] in "$€£¥"

    def object_at(self, at: int) -> int | None:
        """The phrase that begins at token `at`, if it can be an object; "more than" and the like are skipped."""
        hedged = False
        while at + 1 < len(self.tokens) and (
            self.tokens[at].low in HEDGES or (self.tokens[at].low, self.tokens[at + 1].low) in DOUBLE_HEDGES
        ):
            at += 1 if self.tokens[at].low in HEDGES else 2
            hedged = True
        k = self.phrase_at.get(at)
        if k is None and hedged:
            k = self.over(at)  # "least six people" was read as one phrase
            if k is not None and self.phrases[k].last in self.phrase_at and self.tokens[at].tag == "NUM":
                k = self.phrase_at[self.phrases[k].last]  # "least 19 | Christians"
            if k is None and at < len(self.tokens) and self.tokens[at].tag == "NUM":
                k = self.phrase_at.get(at + 1)  # "at least 19 | Christians"
        if k is None and at + 2 < len(self.tokens) and self.tokens[at].tag == "ADJ" and self.tokens[at + 1].low == ",":
            k = self.phrase_at.get(at + 2)  # "direct, | high-level talks"
        if k is None and (index := self.group_at.get(at)) is not None:
            group = self.groups[index]  # "extradited suspected militants": a participle before its noun
            if group.first == group.head and self.tokens[at].form in ("past", "participle"):
                k = self.phrase_at.get(at + 1)
        if k is None or self._tag(k) == "WH" or self.tokens[at].low == "following":
            return None
        subject = k in self.subjects and any(g.finite and g.subject == k for g in self.groups)
        return None if subject and not self._reduced(k) else k

    def _reduced(self, k: int) -> bool:
        """Whether the verb after an object is a participle that describes it: "a man suspected of murder"."""
        after = self.phrases[k].last
        while (
            after + 1 < len(self.tokens) and self.tokens[after].tag in ("PREP", "CONJ") and after + 1 in self.phrase_at
        ):
            after = self.phrases[self.phrase_at[after + 1]].last
        index = self.group_at.get(after)
        if index is None:
            return False
        group = self.groups[index]
        head = self.tokens[group.head]
        lone = group.first == group.head and (head.form in ("past", "participle") or head.low in UNCHANGED)
        last = group.last
        while last < len(self.tokens) and self.tokens[last].tag == "ADV":
            last += 1
        following = self.tokens[last].tag if last < len(self.tokens) else "PUNCT"
        return lone and following in ("PREP", "TO")

    def _tag(self, k: int) -> str:
        return self.tokens[self.phrases[k].head].tag
