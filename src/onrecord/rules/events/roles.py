"""Who acts and who is acted upon in an event."""

from dataclasses import dataclass

from onrecord.rules.actors.types import Actors
from onrecord.rules.events.decision import Decision, reported
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.referents import Phrases
from onrecord.rules.events.views import Attached, Sentence, View

MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "for", "from", "between", "on", "of", "in"),
    "CONSULT": ("with", "between", "to", "in", "of"),
    "SUPPORT": ("with", "of", "for", "to", "from", "behind", "by", "in"),
    "CONCEDE": ("to", "of", "from", "by", "on", "against", "for", "in"),
    "COOPERATE": ("with", "to", "between", "in"),
    "AID": ("to", "for", "into", "in", "from", "on"),
    "RETREAT": ("from", "to", "with", "in", "of"),
    "REQUEST": ("from", "on", "to", "against", "of", "in", "with"),
    "ACCUSE": ("against", "of", "into", "at", "on", "by", "over", "in", "to"),
    "REJECT": ("from", "by", "of", "with", "to", "on", "for", "in"),
    "THREATEN": ("against", "to", "on", "with", "of", "in", "for"),
    "PROTEST": ("against", "at", "over", "to", "outside", "in"),
    "SANCTION": ("on", "against", "to", "with", "from", "for", "in"),
    "MOBILIZE": ("against", "to", "in", "along", "near", "on", "into"),
    "COERCE": ("on", "against", "in", "of", "from", "over"),
    "ASSAULT": ("on", "against", "at", "of", "with", "in", "into", "over"),
    "OTHER": ("with", "against", "of", "to", "for"),
}


MOVING = frozenset({"MOBILIZE", "AID", "RETREAT", "SANCTION", "COOPERATE"})
MEANS = frozenset({"troops", "aid", "weapon", "talks", "ties", "peacekeeper"})
FORCE = frozenset({"ASSAULT", "COERCE"})
ON_PLACES = frozenset({"COERCE", "SANCTION", "RETREAT", "AID", "MOBILIZE", "CONCEDE"})
CLAUSE_ENDS = words_of("after before while as amid when since until because although despite during ;")
TRANSFERS = words_of("return hand_over hand_back give_back give send supply provide donate deliver transfer offer lend")
NO_TARGET = frozenset({"event", "agreement", "aid", "control", "fire", "bomb", "rocket", "ban", "shield", "warrant"})


@dataclass(slots=True)
class Cast:
    """The roles of one event, as actor keys in order of mention."""

    actors: list[str]
    recipients: list[str]


class Casting:
    """Fills the roles of the events of one sentence."""

    def __init__(self, sentence: Sentence, actors: Actors) -> None:
        self.sentence = sentence
        self.phrases = Phrases(sentence, actors)
        self.actors = actors

    def cast(self, decision: Decision) -> Cast:
        """Those who act and those acted upon."""
        view, content = decision.view, decision.content
        if decision.demanded:
            return self._demand(decision)
        agents = self._agents(decision)
        recipients = self._recipients(decision, agents)
        recipients = [key for key in recipients if key not in agents]
        if decision.type == "OTHER" and not agents:
            return Cast(recipients, [])  # whom an accident or a verdict befalls: nobody acts on them
        together = decision.type in MUTUAL or content.heads & {"agreement", "talks"}
        if together and not recipients and len(agents) > 1:
            recipients = agents[1:]
        if decision.type in MUTUAL and not agents and len(recipients) > 1 and content is view:
            return Cast(recipients, recipients[1:])
        return Cast(agents, recipients)

    def _agents(self, decision: Decision) -> list[str]:
        view = decision.view
        agents: list[str] = []
        if view.group.passive and view.subject is None:
            agents = self._by(view.attached)
        elif view.subject is not None:
            agents = self.phrases.referents(self._actor(decision), view.group.first)
            if not agents and self.sentence.phrases[view.subject].kind == "pronoun":
                agents = self._speaker(view.index)  # "The army says it has opened an inquiry"
        if not agents and decision.noun is not None:
            agents = self._possessor(decision.noun)
        return agents

    def _actor(self, decision: Decision) -> int:
        """The subject, or the phrase that stands for it where the syntax took another.

        "A court [this week] freed": the phrase before the time. "(AP) Clinton blamed": the name right before the verb.
        "The bomber hit a car, [wounding] ten": the subject of the verb before the comma.
        """
        sentence, group = self.sentence, decision.view.group
        k = group.subject
        assert k is not None  # noqa: S101 - the caller has looked
        if k and sentence.is_time(k):
            return k - 1
        tokens = sentence.tokens
        if not group.finite and group.first and tokens[group.first - 1].low == ",":
            main = next(
                (g for g in reversed(sentence.groups[: decision.view.index]) if g.finite and not g.passive), None
            )
            if main is not None and main.subject is not None:
                return main.subject
        left = self._beside(group.first) if group.finite else None
        if left is not None and left > k:
            before = tokens[sentence.phrases[left].first - 1]
            if before.tag in ("CLOSE", "OPEN") or before.low in ("-", "--", "–", "—"):
                return left
        return k

    def _beside(self, first: int) -> int | None:
        """The phrase that ends before token `first`, as the head of its chain: "[A court] in Bavaria has"."""
        sentence = self.sentence
        left = sentence.phrase_over.get(first - 1)
        while left is not None:
            start = sentence.phrases[left].first
            inside = sentence.phrase_over.get(start - 2)
            if start < 2 or sentence.tokens[start - 1].tag != "PREP" or inside is None:
                break
            left = inside
        return left

    def _recipients(self, decision: Decision, agents: list[str]) -> list[str]:
        """Those acted upon, from the surest sign to the weakest."""
        view, content = decision.view, decision.content
        if content.indirect is not None and self.sentence.someone(content.indirect):
            return self._whom(content.indirect, agents)
        urged = view.object if decision.chain and not view.group.passive and view.object != content.object else None
        if urged is not None and self.sentence.someone(urged):
            return self._whom(urged, agents)
        noun = decision.noun if decision.noun is not None else content.object
        found: list[str] = []
        if view.that and decision.type == "REQUEST":
            found = self._next_subject(view.index)
        if not found and content.lemma in TRANSFERS:
            found = self._attached(decision, content.attached, agents, ("to", "into"))
        if not found and decision.type == "AGREE" and decision.chain:
            found = self._attached(decision, view.attached, agents, ("with", "between"))
        if not found and noun is not None and (decision.act or decision.type) in FORCE:
            found = self._thing(decision, noun, agents)
        if not found and noun is not None:
            found = self._target(decision, noun, agents)
        if not found and decision.type in MUTUAL and len(agents) > 1:
            return self._attached(decision, content.attached, agents, ("with", "between", "to")) or agents[1:]
        if not found:
            found = self._attached(decision, content.attached, agents)
        if not found and decision.chain:
            found = self._attached(decision, view.attached, agents)
        if not found and noun is not None:
            found = self.phrases.owner(self.sentence.antecedent(noun), agents)
        if not found and content.governed is not None and decision.type == "PROTEST":
            against = self.sentence.view(content.governed)  # "went on hunger strike to protest the arrests"
            if against.object is not None:
                found = self._target(decision, against.object, agents)
            found = found or self._attached(decision, against.attached, agents)
        if not found and content.governed is not None and decision.type in ("AID", "SANCTION", "COERCE", "RETREAT"):
            found = self._attached(decision, self.sentence.view(content.governed).attached, agents)
        return found or self._within_reach(content, agents)

    def _within_reach(self, content: View, agents: list[str]) -> list[str]:
        """The first party named before another clause begins: "a formula for ending its dispute with [Libya]"."""
        sentence, last = self.sentence, content.group.last
        tokens = sentence.tokens
        stop = next((g.first for g in sentence.groups if g.first >= last and g.finite), len(tokens))
        for i in range(last, stop):
            if tokens[i].low in CLAUSE_ENDS or tokens[i].tag in ("SUB", "WH"):
                stop = i
                break
        if stop <= last:
            return []
        named = next(
            (m for m in self.actors.within(tokens[last].start, tokens[stop - 1].end) if m.actor not in agents), None
        )
        for i in range(last, stop):
            k = sentence.phrase_at.get(i)
            if k is None:
                continue
            if named is not None and named.start < sentence.phrases[k].end:
                break
            kinds = sentence.kind_of(k)[1]
            if sentence.phrases[k].kind != "pronoun" and "people" in kinds and not kinds & MEANS:
                found = self._whom(k, agents)
                if found:
                    return found
        return [named.actor] if named is not None else []

    def _next_subject(self, index: int) -> list[str]:
        """The subject of the clause that follows: "demanded that [Israel] ease restrictions"."""
        sentence = self.sentence
        last = sentence.groups[index].last
        for i in range(last, min(last + 12, len(sentence.tokens))):
            if sentence.tokens[i].low == "that" and i + 1 in sentence.phrase_at:
                return self.phrases.referents(sentence.phrase_at[i + 1])
        following = next((g.subject for g in sentence.groups[index + 1 : index + 3] if g.subject is not None), None)
        if following is None or sentence.phrases[following].first < last:
            return []
        return self.phrases.referents(following)

    def _speaker(self, index: int) -> list[str]:
        """Whoever says what the clause of this verb says."""
        saying = reported(self.sentence, index)
        speaker = self.sentence.groups[saying].subject if saying is not None else None
        return self.phrases.referents(speaker) if speaker is not None else []

    def _demand(self, decision: Decision) -> Cast:
        agents = self._speaker(decision.view.index)
        subject = decision.view.subject if not decision.view.group.passive else decision.view.object
        recipients = self.phrases.referents(subject) if subject is not None else []
        return Cast(agents, [key for key in recipients if key not in agents])

    def _by(self, attached: list[Attached]) -> list[str]:
        for a in attached:
            if a.preposition == "by":
                return self.phrases.referents(a.phrase)
        return []

    def _possessor(self, k: int) -> list[str]:
        phrase = self.sentence.phrases[k]
        found = self.actors.within(phrase.start, phrase.end)
        return [found[0].actor] if found else []

    def _target(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """Those whom the object names; of a thing, those whose it is, who made it, or whom its `of` phrase names."""
        sentence = self.sentence
        k = sentence.antecedent(k)
        phrase = sentence.phrases[k]
        if decision.noun is None and sentence.someone(k) and not self._mere_means(decision, k):
            return self._whom(k, agents)
        if decision.noun is None and not self._mere_means(decision, k):
            inside = self.phrases.owner(k, agents)
            if inside:
                return inside
        maker = sentence.group_at.get(phrase.last)
        if maker is not None and decision.type in ("REJECT", "AGREE", "ACCUSE", "SUPPORT", "CONCEDE"):
            found = self._by(sentence.view(maker).attached)  # "the offer made by the Taliban"
            if found:
                return found
        return []

    def _mere_means(self, decision: Decision, k: int) -> bool:
        """Whether the object is what is sent or given, not whom it is sent to."""
        kinds = self.sentence.kind_of(k)[1]
        if kinds & {"inspector", "investigator", "observer"}:
            return True
        return (
            (decision.act or decision.type) in MOVING and bool(kinds & MEANS) and not kinds & {"diplomat", "prisoner"}
        )

    def _whom(self, k: int, agents: list[str]) -> list[str]:
        """Those whom a phrase names, by all the words that tell them apart, but not those who act."""
        return [key for key in self.phrases.referents(k, whole=True) if key not in agents]

    def _thing(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """The object itself, where force is used on a thing: "an army base"."""
        k = self.sentence.antecedent(k)
        if decision.noun is not None or self.sentence.kind_of(k)[1] & NO_TARGET:
            return []
        return self._whom(k, agents)

    def _attached(
        self, decision: Decision, attached: list[Attached], agents: list[str], only: tuple[str, ...] = ()
    ) -> list[str]:
        """Those whom the prepositional phrases name, in the order of prepositions that the act prefers."""
        act = decision.act if decision.act not in ("", "OTHER") else decision.type
        for preposition in only or PREPOSITIONS[act]:
            if preposition == "by" and decision.content.group.passive:
                continue
            for a in attached:
                if a.preposition != preposition or self.sentence.is_time(a.phrase):
                    continue
                if self.sentence.someone(a.phrase):
                    found = self._whom(a.phrase, agents)
                else:
                    found = self.phrases.owner(a.phrase, agents)
                if found:
                    return found
        if only:
            return []
        if decision.noun is not None:
            return self.phrases.owner(decision.noun, agents)
        return self._place(act, attached, agents)

    def _place(self, act: str, attached: list[Attached], agents: list[str]) -> list[str]:
        """The place where a measure is taken, which it falls on: "a curfew in Maungtaw district"."""
        if act not in ON_PLACES:
            return []
        sentence = self.sentence
        for a in attached:
            phrase = sentence.phrases[a.phrase]
            named = any(t.tag == "NAME" for t in sentence.tokens[phrase.first : phrase.last])
            if a.preposition in ("in", "on", "from", "into", "at", "to") and named and not sentence.is_time(a.phrase):
                return self._whom(a.phrase, agents)
        return []
