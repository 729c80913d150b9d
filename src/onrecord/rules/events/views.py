"""One sentence as the frames see it: each verb with its object, its prepositional phrases and what it governs."""

from dataclasses import dataclass, field
from functools import cached_property

from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.phrases import Nouns
from onrecord.rules.syntax.types import Clauses, VerbGroup

DITRANSITIVE = words_of(
    "give grant offer send lend hand award deny promise pay show issue deliver provide supply extend"
)
AROUND = words_of("after following amid despite during since until before")
"""Prepositions of what went on around an event: whom they name has no part in it."""
CAUSES = words_of("force compel coerce urge ask order allow permit help press tell")
UNCHANGED = frozenset({"put", "set", "cut", "hit", "shut", "read", "hurt", "beset"})
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


@dataclass(frozen=True, slots=True)
class Attached:
    """A prepositional phrase that follows a verb or a noun."""

    preposition: str
    phrase: int


@dataclass(slots=True)
class View:
    """A verb group with all that its frames ask for."""

    index: int
    group: VerbGroup
    lemma: str
    """Lemma with its particle ("call_off")."""
    object: int | None
    """Phrase acted upon; the subject of a passive."""
    subject: int | None
    """Phrase that acts; None for a passive."""
    attached: list[Attached] = field(default_factory=list)
    governed: int | None = None
    """Index of the infinitive or gerund that the verb governs."""
    infinitive: bool = False
    that: bool = False
    indirect: int | None = None
    """The first of two objects: "gave [Tanzania] a grant"."""
    words: frozenset[str] = frozenset()
    """Lower-case words in the verb's reach that are neither phrases nor prepositions ("guilty")."""
    reach: int | None = None
    """Phrase after a preposition that the frame asked for ("went on [strike]")."""
    head: str = ""
    """Lemma that says what kind of thing the object is."""
    heads: frozenset[str] = frozenset()
    """Classes of that head."""
    agents: frozenset[str] = frozenset()
    """Classes of the subject's head."""


class Sentence(Nouns):
    """The clauses of one sentence with indexes from tokens to phrases and groups."""

    def __init__(self, clauses: Clauses) -> None:
        super().__init__(clauses)
        self.groups = clauses.verbs
        self.group_at = clauses.group_at
        self.subjects = {g.subject for g in self.groups if g.subject is not None}
        self._views: dict[int, View] = {}

    @cached_property
    def phrase_over(self) -> dict[int, int]:
        """The phrase that holds each token."""
        return {i: k for k, p in enumerate(self.phrases) for i in range(p.first, p.last)}

    def joined(self, k: int) -> bool:
        """Whether "and" or a comma joins a phrase to the next."""
        last = self.phrases[k].last
        return last + 1 < len(self.tokens) and self.tokens[last].low in ("and", ",") and last + 1 in self.phrase_at

    def view(self, index: int) -> View:
        """The view of one verb group, made when first asked for."""
        found = self._views.get(index)
        if found is None:
            found = self._views[index] = self._make(index)
        return found

    def after(self, index: int, limit: int) -> tuple[list[Attached], int | None, bool, bool, frozenset[str]]:
        """What follows token `index` in its clause: prepositional phrases, a governed verb, a clause, loose words."""
        tokens, phrases, phrase_at, group_at = self.tokens, self.phrases, self.phrase_at, self.group_at
        attached: list[Attached] = []
        words: list[str] = []
        i = index
        governed, infinitive, that = None, False, False
        stop = min(len(tokens), index + limit)
        while i < stop:
            token = tokens[i]
            k = group_at.get(i)
            if k is not None:
                group = self.groups[k]
                if group.finite:
                    break
                if group.lemma == "include":
                    i = group.last
                    continue
                to = any(t.tag == "TO" for t in tokens[group.first : group.head])  # "threatened | today to hold"
                if governed is None and (to or (not attached and tokens[group.head].form == "ing")):
                    governed, infinitive = k, to
                break
            tag = token.tag
            if tag == "PREP":
                j = i + 1
                while j < len(tokens) and tokens[j].tag in ("ADV", "OPEN") and j not in phrase_at:
                    j += 1
                phrase = phrase_at.get(j)
                inner = token.low == "of" and i > index and i - 1 in self.phrase_over
                if phrase is not None and (inner or token.low in AROUND or self.is_time(phrase)):
                    i = phrases[phrase].last  # "[the escalation] of the conflict": of that, not of what is done
                    continue
                if phrase is not None:
                    attached.append(Attached(token.low, phrase))
                    i = phrases[phrase].last
                    continue
                words.append(token.low)
            elif tag == "SUB":
                that = that or token.low == "that"
                break
            elif tag == "WH" or (tag == "PUNCT" and token.low in ";:"):
                break
            elif tag == "CLOSE" and attached:
                pass
            elif (phrase := phrase_at.get(i)) is not None:
                if phrase in self.subjects and i > index:
                    that = that or not attached
                    break
                i = phrases[phrase].last
                continue
            else:
                words.append(token.low)
            i += 1
        return attached, governed, infinitive, that, frozenset(words)

    def _make(self, index: int) -> View:
        group = self.groups[index]
        lemma, target, prepositional = self._particle(group)
        if target is None and prepositional is None and not group.passive and lemma == group.lemma:
            target = self._object(group.last)
        if target is not None and self.is_time(target):
            target = None
        if target is None and not group.passive and group.last < len(self.tokens):
            target, prepositional = self._shifted(group.last + (lemma != group.lemma), prepositional)
        indirect = None
        if target is not None and not group.passive and group.lemma in DITRANSITIVE:
            second = self._object(self._apposed(target))
            if second is not None and not self.is_time(second):
                indirect, target = target, second
        start = self.phrases[target].last if target is not None and not group.passive else group.last
        attached, governed, infinitive, that, words = self.after(start, 45)
        if governed is not None and not infinitive and target is not None and lemma in CAUSES:
            governed, infinitive = self._caused(governed, start)
        if prepositional is not None:
            attached.insert(0, prepositional)
        subject = group.subject
        if group.passive and group.lemma == "oppose":  # "is opposed to the plan"
            target = next((a.phrase for a in attached if a.preposition == "to"), None)
        elif group.passive:
            target, subject = subject, None
        view = View(index, group, lemma, target, subject, attached, governed, infinitive, that, indirect, words)
        if target is not None:
            view.head, view.heads = self.kind_of(self.antecedent(target))
        elif not group.passive and self._sum(group.last):
            view.head, view.heads = "money", self.lexicon.classes.get("money", frozenset())
        if subject is not None:
            view.agents = self.kind_of(self.antecedent(subject))[1]
        return view

    def _shifted(self, at: int, held: Attached | None) -> tuple[int | None, Attached | None]:
        """The object behind a day or another phrase, and what that phrase holds: "returned to Brazil two frogs"."""
        phrase = self.phrase_at.get(at + 1)
        if phrase is None or held is not None or self.tokens[at].tag != "PREP":
            return None, held
        day = self.is_time(phrase)
        end = self.phrases[phrase].last
        while end in self.phrase_at and self.is_time(self.phrase_at[end]):
            end = self.phrases[self.phrase_at[end]].last
        target = self._object(end)
        if target is None or (not day and self.tokens[end].tag not in ("DET", "NUM")):
            return None, held
        if self._tag(target) == "NUM" or self.tokens[self.phrases[target].head].low in SPANS:
            return None, held
        return target, None if day else Attached(self.tokens[at].low, phrase)

    def _apposed(self, k: int) -> int:
        """The token after a phrase and the name between commas that explains it: "the premier, [Anna Lund],"."""
        last = self.phrases[k].last
        name = self.phrase_at.get(last + 1)
        if name is None or self.tokens[last].low != "," or self.phrases[name].kind != "name":
            return last
        end = self.phrases[name].last
        return end + 1 if end < len(self.tokens) and self.tokens[end].low == "," else last

    def _caused(self, index: int, at: int) -> tuple[int, bool]:
        """The infinitive behind a participle that describes the object: "forced a plane [bound for Rome] to land"."""
        for k in range(index + 1, min(index + 3, len(self.groups))):
            group = self.groups[k]
            if group.finite or self.groups[index].first != at:
                break
            if self.tokens[group.first].tag == "TO":
                return k, True
        return index, False

    def _particle(self, group: VerbGroup) -> tuple[str, int | None, Attached | None]:
        """The lemma with a particle that makes another verb of it, its object, or what a mere preposition holds."""
        lemma, target, last = group.lemma, group.object, group.last
        if target is not None and self.tokens[self.phrases[target].first].low in ("more", "less", "fewer"):
            target = self._object(last)
        particles = self.lexicon.particles.get(lemma, frozenset())
        particle = group.particle
        following = self.tokens[last].low if last < len(self.tokens) else ""
        if not particle and following in particles:
            particle = following
            target = self._object(last + 1) if target is None else target
        if not particle and target is not None:
            beyond = self.phrases[target].last
            while (inner := self.phrase_at.get(beyond + 1)) is not None and self.tokens[beyond].low == "of":
                beyond = self.phrases[inner].last  # "forced [the head of state] out"
            if beyond < len(self.tokens) and self.tokens[beyond].low in particles:
                particle = self.tokens[beyond].low
        if particle in particles:
            if target is None:
                target = self._object(last)
            return f"{lemma}_{particle}", target, None
        if group.particle and target is not None:
            return lemma, None, Attached(group.particle, target)  # "went on strike"
        return lemma, target, None

    def _sum(self, at: int) -> bool:
        """Whether a sum of money stands here without a noun: "gave [$2 million] to"."""
        while at + 1 < len(self.tokens) and self.tokens[at].low in HEDGES:
            at += 1
        return at < len(self.tokens) and self.tokens[at].tag == "NUM" and self.tokens[at].low[0] in "$€£¥"

    def _object(self, at: int) -> int | None:
        """The phrase that begins at token `at`, if it can be an object; "more than" and the like are skipped."""
        hedged = False
        while at + 1 < len(self.tokens) and (
            self.tokens[at].low in HEDGES or (self.tokens[at].low, self.tokens[at + 1].low) in DOUBLE_HEDGES
        ):
            at += 1 if self.tokens[at].low in HEDGES else 2
            hedged = True
        k = self.phrase_at.get(at)
        if k is None and hedged:
            k = self.phrase_over.get(at)  # "least six people" was read as one phrase
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
