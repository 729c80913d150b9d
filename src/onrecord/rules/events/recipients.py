"""Whom an event falls on: a ladder of rules from the surest sign to the weakest, each of which answers or declines."""

from onrecord.rules.actors.types import Actors
from onrecord.rules.events.decision import Decision
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.referents import Phrases
from onrecord.rules.events.targets import FORCE, JUDGED, MEANS, OF_CRIME, Targets
from onrecord.rules.events.views import Sentence, View

CLAUSE_ENDS = words_of("after before while as amid when since until because although despite during ;")
TRANSFERS = words_of("return hand_over hand_back give_back give send supply provide donate deliver transfer offer lend")
SHARES = words_of("discuss share exchange swap coordinate")
IMPOSES = words_of("impose declare place introduce levy slap put")
REACH = 30
"""Tokens after an object within which a clause is looked through."""
MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
"""Types that several do with each other."""
ALONE = words_of("visit tour travel arrive host receive promise pledge vow offer undertake guarantee volunteer")
"""Verbs of those types that several do side by side: "Lund and Berg visited the school"."""
TOGETHER = words_of("agreement talks ties cooperation exercise visit mediation treaty")
"""Classes of what several make with each other."""
RECIPROCAL = words_of("clash trade exchange swap spar skirmish")
OBJECTS_TO = words_of("protest demand oppose denounce condemn reject")
HELPS = words_of("help assist support relieve aid feed protect rescue shelter")
FREES = words_of("release free let_go liberate")
ASKED = frozenset({"on", "upon", "to", "with"})
UNTIL = frozenset({"until", "unless", "till"})


def mutual(decision: Decision) -> bool:
    """Whether several who act do it with each other: they meet, agree, work together, clash."""
    view, content = decision.view, decision.content
    if content.heads & TOGETHER or view.lemma in RECIPROCAL:
        return True
    if decision.type not in MUTUAL or view.lemma in ALONE:
        return False
    return decision.type != "SUPPORT" or content.object is None


class Recipients:
    """Finds the recipients of the events of one sentence."""

    def __init__(self, sentence: Sentence, phrases: Phrases, actors: Actors) -> None:
        self.sentence = sentence
        self.actors = actors
        self.phrases = phrases
        self.targets = Targets(sentence, phrases)

    def of(self, decision: Decision, agents: list[str]) -> list[str]:
        """Those acted upon."""
        self.targets.of = decision.content.lemma not in OF_CRIME
        for rung in (
            self._addressed,
            self._given,
            self._acted_on,
            self._each_other,
            self._imposed,
            self._held,
            self._purpose,
            self._awaited,
            self._told,
            self._within_reach,
            self._thing,
        ):
            if found := rung(decision, agents):
                return found
        return []

    def _addressed(self, decision: Decision, agents: list[str]) -> list[str]:
        """The first of two objects, or whoever is asked to do it."""
        view, content = decision.view, decision.content
        if content.indirect is not None and self.sentence.someone(content.indirect):
            return self.targets.whom(content.indirect, agents)
        urged = view.object if decision.chain and not view.group.passive and view.object != content.object else None
        if urged is not None and self.sentence.someone(urged):
            return self.targets.whom(urged, agents)
        if decision.type == "REQUEST" and decision.chain:
            asked = [a for a in view.attached if a.preposition in ASKED and self.sentence.someone(a.phrase)]
            if asked and (found := self.targets.whom(asked[0].phrase, agents)):
                return found
        if not view.that or decision.type != "REQUEST" or any(a.preposition == "by" for a in view.attached):
            return []
        return self._next_subject(view.index)

    def _given(self, decision: Decision, agents: list[str]) -> list[str]:
        """Whoever gets what is handed over, or whoever a thing is agreed with."""
        content, view = decision.content, decision.view
        found: list[str] = []
        if content.lemma in TRANSFERS:
            found = self.targets.attached(decision, content.attached, agents, ("to", "into"))
            found = found or self._last_to(content, agents)
        elif content.lemma in SHARES:
            found = self.targets.attached(decision, content.attached, agents, ("with",))
        if found:
            return found
        if decision.type == "AGREE" and decision.chain:
            return self.targets.attached(decision, view.attached, agents, ("with", "between"))
        return []

    def _last_to(self, content: View, agents: list[str]) -> list[str]:
        """Whoever stands after the last "to" of the clause: "returned a ring engraved with a rose to [its owners]"."""
        sentence = self.sentence
        if content.object is None or content.group.passive:
            return []
        last = sentence.phrases[content.object].last
        for i in range(min(last + REACH, len(sentence.tokens)) - 1, last, -1):
            k = sentence.phrase_at.get(i)
            if k is None or sentence.tokens[i - 1].low != "to" or sentence.tokens[i - 1].tag != "PREP":
                continue
            if any(t.low in CLAUSE_ENDS or t.low == "," or t.tag == "TO" for t in sentence.tokens[last:i]):
                continue
            if sentence.someone(k) and (found := self.targets.whom(k, agents)):
                return found
        return []

    def _acted_on(self, decision: Decision, agents: list[str]) -> list[str]:
        """The object: those whom it names, a thing that is struck or judged, or the owner of a thing."""
        noun = decision.noun if decision.noun is not None else decision.content.object
        if noun is None:
            return []
        found: list[str] = []
        if (decision.act or decision.type) in FORCE or decision.content.lemma in FREES:
            found = self.targets.struck(decision, noun, agents)
        found = found or self.targets.object(decision, noun, agents)
        if not found and decision.type in JUDGED and not decision.act:
            found = self.targets.judged(decision, noun, agents)
        return found

    def _imposed(self, decision: Decision, agents: list[str]) -> list[str]:
        """On whom the measure was laid that is lifted or kept: "lifted the ban that it had imposed on [banks]"."""
        noun = decision.noun if decision.noun is not None else decision.content.object
        if noun is None or (decision.act or decision.type) not in (
            "CONCEDE",
            "RETREAT",
            "REJECT",
            "COERCE",
            "SANCTION",
        ):
            return []
        last = self.sentence.phrases[noun].last
        for k, group in enumerate(self.sentence.groups):
            if group.first >= last + REACH:
                break
            if group.first >= last and group.lemma in IMPOSES and k != decision.content.index:
                return self.targets.attached(decision, self.sentence.view(k).attached, agents, ("on", "against"))
        return []

    def _told(self, decision: Decision, agents: list[str]) -> list[str]:
        """Of whom a claim or demand tells something: "an investigation into claims that [two guards] stole"."""
        if decision.type not in ("ACCUSE", "CONCEDE"):
            return []
        if decision.trace == "critics say":
            return [key for key in self._next_subject(decision.view.index) if key not in agents]
        sentence, last = self.sentence, decision.content.group.last
        for i in range(last, min(last + REACH, len(sentence.tokens) - 1)):
            if sentence.tokens[i].low not in ("that", "whether") or sentence.tokens[i].tag != "SUB":
                continue
            k = sentence.phrase_at.get(i + 1)
            if k is None or sentence.phrases[k].kind == "pronoun" or not sentence.someone(k):
                return []
            return self.targets.whom(k, agents)
        return []

    def _each_other(self, decision: Decision, agents: list[str]) -> list[str]:
        """Of several who do it with each other those after the first: "Iran and [Oman] held talks"."""
        if len(agents) < 2 or not mutual(decision):
            return []
        return (
            self.targets.attached(decision, decision.content.attached, agents, ("with", "between", "to")) or agents[1:]
        )

    def _held(self, decision: Decision, agents: list[str]) -> list[str]:
        """Those whom the prepositional phrases name, or the owner of the object."""
        view, content = decision.view, decision.content
        found = self.targets.attached(decision, content.attached, agents)
        if not found and content.own:
            found = self.targets.attached(decision, content.own, agents)
        if not found and decision.chain:
            found = self.targets.attached(decision, view.attached, agents)
        noun = decision.noun if decision.noun is not None else content.object
        if not found and noun is not None:
            found = self.phrases.owner(self.sentence.antecedent(noun), agents)
        return found

    def _purpose(self, decision: Decision, agents: list[str]) -> list[str]:
        """Whom the infinitive of purpose names: "went on strike to protest the arrests", "a grant to help Mali"."""
        if decision.type == "PROTEST" and (found := self._protested(decision, agents)):
            return found
        if decision.content.governed is None:
            return []
        purpose = self.sentence.view(decision.content.governed)
        if decision.type == "PROTEST":
            found = self.targets.object(decision, purpose.object, agents) if purpose.object is not None else []
            return found or self.targets.attached(decision, purpose.attached, agents)
        if decision.type == "AID" and purpose.lemma in HELPS and purpose.object is not None:
            return self.targets.whom(purpose.object, agents)
        if decision.type in ("AID", "SANCTION", "COERCE", "RETREAT"):
            return self.targets.attached(decision, purpose.attached, agents)
        return []

    def _protested(self, decision: Decision, agents: list[str]) -> list[str]:
        """What a participle says the protest is against, or whom it asks: "marched, demanding that [the king] go"."""
        sentence = self.sentence
        for k in range(decision.content.index + 1, len(sentence.groups)):
            group = sentence.groups[k]
            if group.lemma not in OBJECTS_TO or sentence.tokens[group.head].form != "ing":
                continue
            if sentence.view(k).that:
                return [key for key in self._next_subject(k) if key not in agents]
            thing = sentence.view(k).object
            return self.targets.object(decision, thing, agents) if thing is not None else []
        return []

    def _awaited(self, decision: Decision, agents: list[str]) -> list[str]:
        """Whose turn it is, of those who refuse or threaten: "will not return until [the government] pays"."""
        if decision.type not in ("REJECT", "THREATEN") or self.sentence.words.isdisjoint(UNTIL):
            return []
        sentence = self.sentence
        for group in sentence.groups:
            if group.subject is None or group.first < decision.view.group.last or not group.finite:
                continue
            first = sentence.phrases[group.subject].first
            if first and sentence.tokens[first - 1].low in UNTIL and sentence.someone(group.subject):
                return self.targets.whom(group.subject, agents)
        return []

    def _within_reach(self, decision: Decision, agents: list[str]) -> list[str]:
        """The first party named before another clause begins: "a formula for ending its dispute with [Libya]"."""
        sentence, last = self.sentence, decision.content.group.last
        tokens = sentence.tokens
        stop = self._clause_end(last)
        if stop <= last:
            return []
        reach = self.actors.within(tokens[last].start, tokens[stop - 1].end)
        named = next((m for m in reach if m.actor not in agents and m.via != "pronoun"), None)
        for i in range(last, stop):
            k = sentence.phrase_at.get(i)
            if k is None or (k == decision.content.object and self.targets.mere_means(decision, k)):
                continue
            if named is not None and named.start < sentence.phrases[k].end:
                break
            kinds = sentence.kind_of(k)[1]
            if (
                sentence.phrases[k].kind != "pronoun"
                and "people" in kinds
                and not kinds & MEANS
                and (found := self.targets.whom(k, agents))
            ):
                return found
        return [named.actor] if named is not None else []

    def _clause_end(self, last: int) -> int:
        """The token before which the clause of a verb that ends at `last` is over."""
        sentence = self.sentence
        tokens = sentence.tokens
        for i in range(last, len(tokens)):
            if tokens[i].low in CLAUSE_ENDS or tokens[i].tag in ("SUB", "WH"):
                return i
            group = sentence.group_at.get(i)
            if group is None:
                continue
            if sentence.groups[group].finite or (tokens[i].form == "ing" and tokens[i - 1].low == ","):
                return i
        return len(tokens)

    def _thing(self, decision: Decision, agents: list[str]) -> list[str]:
        """The object of what is refused, where nobody is named: "refused to let [the plane] land"."""
        k = decision.content.object
        if decision.type != "REJECT" or not decision.chain or k is None or decision.noun is not None:
            return []
        kinds = self.sentence.kind_of(k)[1]
        return [] if kinds & {"event", "agreement"} else self.targets.whom(k, agents)

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
