"""Who acts and who is acted upon in an event."""

from dataclasses import dataclass

from onrecord.rules.actors.types import Actors
from onrecord.rules.events.frames import Decision, reported
from onrecord.rules.events.views import Attached, Sentence

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


@dataclass(slots=True)
class Cast:
    """The roles of one event, as actor keys in order of mention."""

    actors: list[str]
    recipients: list[str]


class Casting:
    """Fills the roles of the events of one sentence."""

    def __init__(self, sentence: Sentence, actors: Actors) -> None:
        self.sentence = sentence
        self.actors = actors

    def cast(self, decision: Decision) -> Cast:
        """Those who act and those acted upon."""
        view, content, sentence = decision.view, decision.content, self.sentence
        if decision.demanded:
            return self._demand(decision)
        agents = self.referents(view.subject, view.group.first) if view.subject is not None else []
        if view.group.passive:
            agents = self._by(view.attached)
        attached = list(content.attached) or list(view.attached)
        target = content.object
        if decision.chain and view.object is not None and view.object != target and not view.group.passive:
            recipients = self.referents(view.object)
        elif content.indirect is not None:
            recipients = self.referents(content.indirect)
        else:
            recipients = []
        noun = decision.noun if decision.noun is not None else target
        if not recipients and noun is not None and (decision.noun is None or not view.group.passive):
            recipients = self._target(decision, noun, agents)
        if not recipients:
            recipients = self._attached(decision, attached, agents)
        if not recipients and content.group.passive and decision.chain:
            recipients = self._attached(decision, view.attached, agents)
        if decision.noun is not None and not agents:
            agents = self._possessor(decision.noun)
        recipients = [key for key in recipients if key not in agents]
        if decision.type in MUTUAL and len(agents) > 1 and not recipients:
            recipients = agents[1:]
        elif decision.type in MUTUAL and not agents and len(recipients) > 1:
            agents = recipients[:1] if sentence else agents
            recipients = recipients[1:]
        return Cast(agents, recipients)

    def _demand(self, decision: Decision) -> Cast:
        index = reported(self.sentence, decision.view.index)
        speaker = self.sentence.groups[index].subject if index is not None else None
        agents = self.referents(speaker) if speaker is not None else []
        subject = decision.view.subject if not decision.view.group.passive else decision.view.object
        recipients = self.referents(subject) if subject is not None else []
        return Cast(agents, [key for key in recipients if key not in agents])

    def referents(self, k: int, limit: int | None = None) -> list[str]:
        """Those whom a phrase names, coordinated phrases included."""
        sentence = self.sentence
        k = sentence.antecedent(k)
        last = self._coordination(k, limit)
        first = sentence.phrases[k]
        inner = sentence.of(k)
        end = sentence.phrases[last].end
        if inner is not None and last == k:
            end = sentence.phrases[inner].end
        keys: list[str] = []
        if last != k:
            keys = [r.actor for r in self.actors.several(first.start, end)]
        if not keys:
            one = self.actors.refer(first.start, end) or self.actors.refer(first.start, first.end)
            keys = [one.actor] if one else []
        if not keys:
            keys = list(dict.fromkeys(m.actor for m in self.actors.within(first.start, max(first.full_end, end))))[:1]
        return list(dict.fromkeys(keys))

    def _coordination(self, k: int, limit: int | None) -> int:
        sentence = self.sentence
        tokens = sentence.tokens
        while True:
            last = sentence.phrases[k].last
            if last >= len(tokens) or tokens[last].low not in (",", "and", "or", "&"):
                return k
            step = last + 1
            if step < len(tokens) and tokens[last].low == "," and tokens[step].low in ("and", "or"):
                step += 1
            following = sentence.phrase_at.get(step)
            if following is None or (limit is not None and sentence.phrases[following].last > limit):
                return k
            if limit is None and following in sentence.subjects:
                return k
            if tokens[last].low == "," and not self._more(following):
                return k
            k = following

    def _more(self, k: int) -> bool:
        """Whether a list that a comma continues ends in "and" further on."""
        tokens, i = self.sentence.tokens, self.sentence.phrases[k].last
        if self.sentence.phrases[k].first and tokens[self.sentence.phrases[k].first - 1].low in ("and", "or"):
            return True
        for _ in range(6):
            if i >= len(tokens):
                return False
            if tokens[i].low in ("and", "or"):
                return True
            following = self.sentence.phrase_at.get(i + 1) if tokens[i].low == "," else None
            if following is None:
                return False
            i = self.sentence.phrases[following].last
        return False

    def _by(self, attached: list[Attached]) -> list[str]:
        for a in attached:
            if a.preposition == "by":
                return self.referents(a.phrase)
        return []

    def _possessor(self, k: int) -> list[str]:
        phrase = self.sentence.phrases[k]
        found = self.actors.within(phrase.start, phrase.end)
        return [found[0].actor] if found else []

    def _target(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """Those whom the object names, or whose it is."""
        phrase = self.sentence.phrases[self.sentence.antecedent(k)]
        if decision.noun is None:
            found = [key for key in self.referents(k) if key not in agents]
            if found:
                return found
        inside = [m.actor for m in self.actors.within(phrase.start, phrase.end) if m.actor not in agents]
        return inside[:1] if decision.noun is None else []

    def _attached(self, decision: Decision, attached: list[Attached], agents: list[str]) -> list[str]:
        for preposition in PREPOSITIONS[decision.type]:
            for a in attached:
                if a.preposition == preposition and not (preposition == "by" and decision.content.group.passive):
                    found = [key for key in self.referents(a.phrase) if key not in agents]
                    if found:
                        return found
        if decision.noun is not None:
            phrase = self.sentence.phrases[decision.noun]
            return [m.actor for m in self.actors.within(phrase.start, phrase.end) if m.actor not in agents][:1]
        return []
