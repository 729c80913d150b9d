"""Whom one phrase makes the recipient: an object, or what a preposition holds, by itself or by its owner."""

from onrecord.rules.events.decision import Decision
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.objects import Attached
from onrecord.rules.events.referents import Phrases
from onrecord.rules.events.views import Sentence

PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "for", "from", "between", "on", "of", "in", "at"),
    "CONSULT": ("with", "between", "to", "in", "of"),
    "SUPPORT": ("with", "of", "for", "to", "from", "behind", "by", "in"),
    "CONCEDE": ("to", "of", "from", "by", "on", "against", "for", "in"),
    "COOPERATE": ("with", "to", "between", "in"),
    "AID": ("to", "for", "into", "in", "from", "on"),
    "RETREAT": ("from", "to", "with", "in", "of"),
    "REQUEST": ("from", "on", "to", "by", "against", "of", "in", "with"),
    "ACCUSE": ("against", "of", "into", "at", "on", "by", "over", "in", "to"),
    "REJECT": ("from", "by", "of", "with", "to", "on", "for", "in"),
    "THREATEN": ("against", "to", "on", "with", "of", "in", "for"),
    "PROTEST": ("against", "at", "over", "to", "outside", "in"),
    "SANCTION": ("on", "against", "to", "with", "from", "for", "in", "of"),
    "MOBILIZE": ("against", "to", "in", "along", "near", "on", "into"),
    "COERCE": ("on", "against", "at", "in", "of", "from", "over", "to"),
    "ASSAULT": ("on", "against", "at", "of", "with", "in", "into", "over"),
    "OTHER": ("with", "against", "of", "to", "for"),
}
"""The prepositions that name whom an act of each type falls on, the surest first."""
JUDGED = {
    "ACCUSE": ("by",),
    "REJECT": ("from", "by", "of", "with", "to", "for"),
    "SUPPORT": ("of", "by", "from", "for", "to", "with"),
    "PROTEST": ("by", "with"),
}
"""Types of which the object may be a thing that is judged, and the prepositions that name whose thing it is."""
SAID = words_of(
    "aim weight tribute lawsuit complaint petition outrage anger concern condolence support ties talks inspector"
)
"""Classes of what is said or done, not of whom or what it is said about: "filed a complaint"."""
STAGE = words_of("job street road work strike tyre flag effigy")
"""What a protest uses, and is not against."""
MOVING = frozenset({"MOBILIZE", "AID", "RETREAT", "SANCTION", "COOPERATE"})
MEANS = frozenset({"troops", "aid", "weapon", "talks", "ties", "peacekeeper"})
FORCE = frozenset({"ASSAULT", "COERCE"})
ON_THINGS = frozenset({"on", "against", "at"})
ON_PLACES = frozenset({"AGREE", "COERCE", "SANCTION", "RETREAT", "AID", "MOBILIZE", "CONCEDE"})
AT_PLACES = frozenset({"in", "on", "from", "into", "at", "to"})
PLACES = words_of("place town city village territory region area district province country")
MADE_BY = frozenset({"ACCUSE", "PROTEST", "REJECT"})
DECIDED = words_of("proposal agreement policy law resolution decision")
"""Classes of what is supported without being anybody's: "support for the deal"."""
CREATES = words_of("set_up establish build create open found construct form launch")
SENDS = words_of("send dispatch deploy receive admit accept allow withdraw pull_out recall evacuate")
RECALLS = words_of("recall withdraw call_back pull_out")
OF_CRIME = words_of("accuse strip convict suspect acquit clear rob deprive inform remind absolve warn")
"""Verbs whose `of` phrase is not their object's."""
NO_TARGET = {"teargas", "access", "licence", "asset"} | frozenset(
    {
        "event",
        "pressure",
        "warfare",
        "agreement",
        "aid",
        "control",
        "fire",
        "bomb",
        "rocket",
        "ban",
        "shield",
        "warrant",
    }
)


class Targets:
    """Asks the phrases of one sentence whom they make the recipient."""

    def __init__(self, sentence: Sentence, phrases: Phrases) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.of = True
        """Whether an `of` phrase after the object is its own."""

    def whom(self, k: int, agents: list[str]) -> list[str]:
        """Those whom a phrase names, by all the words that tell them apart, but not those who act."""
        if self.sentence.is_time(k):
            return []
        return [key for key in self.phrases.referents(k, whole=True, of=self.of) if key not in agents]

    def object(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """Those whom the object names; of a thing, those whose it is or who made it."""
        sentence = self.sentence
        k = sentence.antecedent(k)
        if decision.noun is None and not self.mere_means(decision, k):
            if sentence.someone(k):
                return self.whom(k, agents)
            if inside := self.phrases.owner(k, agents):
                return inside
        maker = sentence.group_at.get(sentence.phrases[k].last)
        if maker is not None and decision.type in ("REJECT", "AGREE", "ACCUSE", "SUPPORT", "CONCEDE"):
            return self.phrases.by(sentence.view(maker).attached)  # "the offer made by the Taliban"
        return []

    def mere_means(self, decision: Decision, k: int) -> bool:
        """Whether the object is what is sent, given, made or said, not whom it is for."""
        kinds = self.sentence.kind_of(k)[1]
        if kinds & {"inspector", "investigator", "observer"} and decision.content.lemma in SENDS:
            return True
        if "diplomat" in kinds and decision.content.lemma in RECALLS:
            return True
        if decision.content.lemma in CREATES and decision.type == "AGREE":
            return True
        if "support" in kinds and decision.type in ("SUPPORT", "AGREE"):
            return True  # "reiterated Turkey's support for"
        moved = (decision.act or decision.type) in MOVING and bool(kinds & MEANS)
        return moved and not kinds & {"diplomat", "prisoner"}

    def struck(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """The object itself, where force is used on a thing: "an army base"."""
        k = self.sentence.antecedent(k)
        if decision.noun is not None or self.sentence.kind_of(k)[1] & NO_TARGET:
            return []
        return self.whom(k, agents)

    def judged(self, decision: Decision, k: int, agents: list[str]) -> list[str]:
        """The object itself, where a thing is judged that is nobody's: "rejected [the plan]"."""
        sentence, content = self.sentence, decision.content
        k = sentence.antecedent(k)
        kinds = sentence.kind_of(k)[1]
        if decision.noun is not None or kinds & SAID or content.lemma in sentence.lexicon.light:
            return []
        if decision.type == "ACCUSE" and kinds & {"charge", "criticism"}:
            return []
        if "permission" in kinds or sentence.kind_of(k)[0] == "comment":
            return []
        if sentence.phrases[k].kind == "pronoun" or (decision.type == "SUPPORT" and "agreement" in kinds):
            return []
        if decision.type == "PROTEST" and kinds & STAGE:
            return []
        makers = JUDGED[decision.type]
        if decision.type in ("ACCUSE", "PROTEST") and "event" not in kinds:
            makers = (*makers, "of")  # of an attack or a killing, "of" names those who suffered it
        for a in (*content.own, *(a for a in content.attached if a.preposition != "by" or not content.group.passive)):
            if a.preposition in makers and sentence.someone(a.phrase) and (found := self.whom(a.phrase, agents)):
                return found
        return self.whom(k, agents)

    def attached(
        self, decision: Decision, attached: list[Attached], agents: list[str], only: tuple[str, ...] = ()
    ) -> list[str]:
        """Those whom the prepositional phrases name, in the order of prepositions that the act prefers."""
        act = decision.act if decision.act not in ("", "OTHER") else decision.type
        first = attached[0] if attached else None
        to = first is not None and first.preposition == "to" and act in ("AGREE", "REJECT") and not only
        if to and first is not None and (found := self._held(act, first, agents)):
            return found  # "agreed to French mediation in talks with"
        for preposition in only or PREPOSITIONS[act]:
            if preposition == "by" and decision.content.group.passive and attached is not decision.content.own:
                continue
            for n, a in enumerate(attached):
                if a.preposition != preposition or self.sentence.is_time(a.phrase):
                    continue
                if preposition == "of" and n:
                    continue  # it belongs to the phrase before it: "under the leadership of"
                made_by = act in MADE_BY and attached[n + 1 : n + 2] and attached[n + 1].preposition == "by"
                if made_by and not self.sentence.someone(a.phrase):
                    a = attached[n + 1]  # "in protest against violations by the guards"
                if found := self._held(act, a, agents):
                    return found
        if only:
            return []
        if decision.noun is not None:
            return self.phrases.owner(decision.noun, agents)
        return self._place(act, attached, agents)

    def _held(self, act: str, a: Attached, agents: list[str]) -> list[str]:
        """Those whom the phrase after a preposition names; a thing that is attacked, or else a thing's owner."""
        if self.sentence.someone(a.phrase):
            return self.whom(a.phrase, agents)
        kinds = self.sentence.kind_of(a.phrase)[1]
        if act == "ACCUSE" and "court" in kinds:
            return []  # where the complaint is filed
        thing = a.preposition in ON_THINGS if act == "ASSAULT" else act == "COERCE" and a.preposition == "of"
        if act == "SUPPORT" and a.preposition in ("for", "behind"):
            thing = bool(kinds & DECIDED)
        if thing and not kinds & (NO_TARGET - DECIDED):
            return self.whom(a.phrase, agents)
        if found := self.phrases.owner(a.phrase, agents):
            return found
        inner = self.sentence.of(a.phrase)
        return self._held(act, Attached("of", inner), agents) if inner is not None else []

    def _place(self, act: str, attached: list[Attached], agents: list[str]) -> list[str]:
        """The place where a measure is taken, which it falls on: "a curfew in Maungtaw district"."""
        if act not in ON_PLACES:
            return []
        sentence = self.sentence
        for a in attached:
            phrase = sentence.phrases[a.phrase]
            named = any(t.tag == "NAME" for t in sentence.tokens[phrase.first : phrase.last])
            named = named or bool(sentence.kind_of(a.phrase)[1] & PLACES)
            if a.preposition in AT_PLACES and named and not sentence.is_time(a.phrase):
                return self.whom(a.phrase, agents)
        return []
