"""Who acts and who is acted upon in an event."""

from dataclasses import dataclass

from onrecord.rules.actors.types import Actors
from onrecord.rules.events.decision import Decision, reported
from onrecord.rules.events.recipients import MUTUAL, Recipients, mutual
from onrecord.rules.events.referents import Phrases
from onrecord.rules.events.views import Sentence

RECEIVES = frozenset({"receive", "get", "obtain", "secure", "win", "draw", "face", "attract", "gain"})
RECEIVED = frozenset({"aid", "support", "criticism"})
CLEARS = frozenset({"clear", "acquit", "exonerate", "absolve"})
PUTS_OUT = frozenset({"expel", "deport", "banish", "evict", "kick_out", "bar", "ban", "exclude"})


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
        self.recipients = Recipients(sentence, self.phrases, actors)
        self.actors = actors

    def cast(self, decision: Decision) -> Cast:
        """Those who act and those acted upon."""
        view, content = decision.view, decision.content
        if decision.demanded:
            return self._demand(decision)
        turned = self._turned(decision)
        if turned is not None:
            return turned
        agents = self._agents(decision)
        found = self.recipients.of(decision, agents)
        recipients = [key for key in found if key not in agents]
        if decision.label == "death" and view.object is not None:
            return Cast(recipients, [])  # "buried three men": who buries them has no part in their death
        if decision.type == "OTHER" and not agents:
            return Cast(recipients, [])  # whom an accident or a verdict befalls: nobody acts on them
        if not recipients and len(agents) > 1 and mutual(decision):
            recipients = agents[1:]
        if decision.type in MUTUAL and not agents and len(recipients) > 1 and content is view:
            return Cast(recipients, recipients[1:])
        return Cast(agents, recipients)

    def _agents(self, decision: Decision) -> list[str]:
        view = decision.view
        agents: list[str] = []
        if view.group.passive and view.subject is None:
            agents = self.phrases.by(view.attached)
        elif view.subject is not None:
            k = self._actor(decision)
            agents = self._meeting(k) or self.phrases.referents(k, view.group.first, whole=True)
            if self._listed(k):
                agents = [*self.phrases.referents(k - 1), *agents]
            if not agents and self.sentence.phrases[view.subject].kind == "pronoun":
                agents = self._speaker(view.index)  # "The army says it has opened an inquiry"
        if not agents and decision.noun is not None:
            agents = self._possessor(decision.noun)
        return agents

    def _turned(self, decision: Decision) -> Cast | None:
        """The roles where the subject is acted upon, or acts in a passive; None for all others.

        "The port got aid from [Chad]", "Two envoys were expelled from [Peru]", "[Troops] were deployed to Mali".
        """
        view = decision.view
        giver = next((a.phrase for a in view.attached if a.preposition == "from"), None)
        received = view.lemma in RECEIVES and bool(view.heads & RECEIVED)
        if received and view.subject is not None and giver is not None:
            agents = self.phrases.referents(giver, whole=True)
            return Cast(
                agents, [key for key in self.phrases.referents(view.subject, view.group.first) if key not in agents]
            )
        if view.lemma in CLEARS and view.object is None and view.subject is not None:  # "Nurse cleared of fraud"
            return Cast([], self.phrases.referents(view.subject, view.group.first, whole=True))
        k = view.object
        if not view.group.passive or k is None or decision.chain or any(a.preposition == "by" for a in view.attached):
            return None
        put_out = view.lemma in PUTS_OUT and giver is not None and self.sentence.named_place(giver)
        sent = decision.type in ("MOBILIZE", "AID", "RETREAT") and bool(view.heads & {"troops", "peacekeeper"})
        if not put_out and not sent:
            return None
        subject = self.phrases.referents(k, view.group.first, whole=True)
        if put_out and giver is not None:
            return Cast(self.phrases.referents(giver), subject)
        found = self.recipients.of(decision, subject)
        return Cast(subject, [key for key in found if key not in subject])

    def _meeting(self, k: int) -> list[str]:
        """Those between whom a meeting takes place: "The summit between [Chad] and [Mali] failed to"."""
        sentence = self.sentence
        last = sentence.phrases[k].last
        inner = sentence.phrase_at.get(last + 1)
        if inner is None or sentence.tokens[last].low != "between" or "talks" not in sentence.kind_of(k)[1]:
            return []
        return self.phrases.referents(inner)

    def _listed(self, k: int) -> bool:
        """Whether a name before a comma opens the sentence and acts too: "[Lund], Berg hold talks"."""
        phrases, tokens = self.sentence.phrases, self.sentence.tokens
        if not k or phrases[k - 1].first or phrases[k - 1].last != phrases[k].first - 1:
            return False
        both = phrases[k].kind == "name" and phrases[k - 1].kind == "name"
        after = tokens[phrases[k].last] if phrases[k].last < len(tokens) else None
        return both and tokens[phrases[k - 1].last].low == "," and after is not None and after.form == "base"

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
        left = sentence.over(first - 1)
        while left is not None:
            start = sentence.phrases[left].first
            inside = sentence.over(start - 2)
            if start < 2 or sentence.tokens[start - 1].tag != "PREP" or inside is None:
                break
            left = inside
        return left

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

    def _possessor(self, k: int) -> list[str]:
        phrase = self.sentence.phrases[k]
        found = self.actors.within(phrase.start, phrase.end)
        return [found[0].actor] if found else []
