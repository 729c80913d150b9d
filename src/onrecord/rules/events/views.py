"""One sentence as the frames see it: each verb with its object, its prepositional phrases and what it governs."""

from dataclasses import dataclass, field

from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.objects import CAUSES, Attached, Objects
from onrecord.rules.syntax.types import Clauses, VerbGroup

DITRANSITIVE = words_of(
    "give grant offer send lend hand award deny promise pay show issue deliver provide supply extend"
)
AROUND = words_of("after following amid despite during since until before")
"""Prepositions of what went on around an event: whom they name has no part in it."""


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
    own: list[Attached] = field(default_factory=list)
    """What hangs on the subject of a passive: "Restrictions [on the press] were lifted"."""
    reach: int | None = None
    """Phrase after a preposition that the frame asked for ("went on [strike]")."""
    head: str = ""
    """Lemma that says what kind of thing the object is."""
    heads: frozenset[str] = frozenset()
    """Classes of that head."""


class Sentence(Objects):
    """The clauses of one sentence with indexes from tokens to phrases and groups."""

    def __init__(self, clauses: Clauses, promising: list[int]) -> None:
        super().__init__(clauses)
        self.promising = promising
        """The verb groups that may report an event."""
        self._views: dict[int, View] = {}

    def view(self, index: int) -> View:
        """The view of one verb group, made when first asked for."""
        found = self._views.get(index)
        if found is None:
            found = self._views[index] = self._make(index)
        return found

    def after(self, index: int, limit: int) -> tuple[list[Attached], int | None, bool, bool, frozenset[str]]:
        """What follows token `index` in its clause: prepositional phrases, a governed verb, a clause, loose words."""
        tokens, phrases, phrase_at, group_at = self.tokens, self.phrases, self.phrase_at, self.group_at
        subjects = self.subjects
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
                to = group.first < group.head and any(
                    t.tag == "TO" for t in tokens[group.first : group.head]
                )  # "threatened | today to hold"
                if governed is None and (to or (not attached and tokens[group.head].form == "ing")):
                    governed, infinitive = k, to
                break
            tag = token.tag
            if tag == "PREP":
                out = token.low == "out" and i + 1 < len(tokens) and tokens[i + 1].low == "of"
                j = i + 1 + out
                while j < len(tokens) and tokens[j].tag in ("ADV", "OPEN") and j not in phrase_at:
                    j += 1
                phrase = phrase_at.get(j)
                inner = token.low == "of" and i > index and self.over(i - 1) is not None
                if phrase is not None and (inner or token.low in AROUND or self.is_time(phrase)):
                    i = phrases[phrase].last  # "[the escalation] of the conflict": of that, not of what is done
                    continue
                if phrase is not None:
                    attached.append(Attached("from" if out else token.low, phrase))
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
                if phrase in subjects and i > index:
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
        if target is None and prepositional is None and not group.passive:
            if lemma == group.lemma:
                target = self.object_at(group.last)
                if target is None and self.governs(group):
                    target = self.phrase_at.get(group.last)
            if target is None:
                target = self.shared(group)
        if target is not None and self.is_time(target):
            target = None
        if target is None and not group.passive and group.last < len(self.tokens):
            target, prepositional = self.shifted(group.last + (lemma != group.lemma), prepositional)
        indirect = None
        if target is not None and not group.passive and group.lemma in DITRANSITIVE:
            second = self.object_at(self.apposed(target))
            if second is not None and not self.is_time(second):
                indirect, target = target, second
        start = self.phrases[target].last if target is not None and not group.passive else group.last
        attached, governed, infinitive, that, words = self.after(start, 45)
        if target is not None and lemma in CAUSES and not infinitive:
            governed, infinitive = self.caused(governed, start)
        if prepositional is not None:
            attached.insert(0, prepositional)
        subject = group.subject
        if group.passive and group.lemma == "oppose":  # "is opposed to the plan"
            target = next((a.phrase for a in attached if a.preposition == "to"), None)
        elif group.passive:
            target, subject = subject if subject is not None else self.described_by(group), None
            second = self.object_at(group.last) if group.lemma in DITRANSITIVE else None
            if second is not None and target is not None and not self.is_time(second):
                indirect, target = target, second  # "[refugees] were given shelter"
        view = View(index, group, lemma, target, subject, attached, governed, infinitive, that, indirect, words)
        if group.passive and target is not None and self.phrases[target].last < group.first:
            own = self.after(self.phrases[target].last, group.first - self.phrases[target].last)
            view.own = [a for a in own[0] if self.phrases[a.phrase].last <= group.first]
        if target is not None:
            view.head, view.heads = self.kind_of(self.antecedent(target))
        elif not group.passive and self.sum_at(group.last):
            view.head, view.heads = "money", self.lexicon.classes.get("money", frozenset())
        return view

    def _particle(self, group: VerbGroup) -> tuple[str, int | None, Attached | None]:
        """The lemma with a particle that makes another verb of it, its object, or what a mere preposition holds."""
        lemma, target, last = group.lemma, group.object, group.last
        if target is not None and self.tokens[self.phrases[target].first].low in ("more", "less", "fewer"):
            target = self.object_at(last)
        particles = self.lexicon.particles.get(lemma)
        if particles is not None:
            particle = group.particle
            following = self.tokens[last].low if last < len(self.tokens) else ""
            if not particle and following in particles:
                particle = following
                target = target if target is not None else self.object_at(last + 1)
                target = target if target is not None else self.phrase_at.get(last)  # "let | free two students"
            if not particle and target is not None:
                beyond = self.phrases[target].last
                while (inner := self.phrase_at.get(beyond + 1)) is not None and self.tokens[beyond].low == "of":
                    beyond = self.phrases[inner].last  # "forced [the head of state] out"
                if beyond < len(self.tokens) and self.tokens[beyond].low in particles:
                    particle = self.tokens[beyond].low
            if particle in particles:
                return f"{lemma}_{particle}", target if target is not None else self.object_at(last), None
        if group.particle and target is not None:
            return lemma, None, Attached(group.particle, target)  # "went on strike"
        return lemma, target, None
