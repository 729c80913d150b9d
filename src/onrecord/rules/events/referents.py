"""Whom the phrases of a sentence name: coordinations whole, things by their owners."""

from onrecord.rules.actors.types import Actors
from onrecord.rules.events.phrases import TIMES
from onrecord.rules.events.views import Sentence


class Phrases:
    """Asks the actors stage about phrases of one sentence."""

    def __init__(self, sentence: Sentence, actors: Actors) -> None:
        self.sentence = sentence
        self.actors = actors

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

    def owner(self, k: int, agents: list[str]) -> list[str]:
        """Whose a thing is: its possessor, a name in it, or the country of its adjective."""
        sentence = self.sentence
        phrase = sentence.phrases[k]
        tokens = sentence.tokens
        possessive = next((i for i in range(phrase.last - 1, phrase.first, -1) if tokens[i].tag == "POSS"), None)
        if possessive is not None and tokens[possessive - 1].low in TIMES:
            return []  # "Saturday's meeting"
        if possessive is not None:
            owner = self.actors.refer(phrase.start, tokens[possessive - 1].end)
            if owner is not None:
                return [owner.actor] if owner.actor not in agents else []
        inside = [m.actor for m in self.actors.within(phrase.start, phrase.end) if m.actor not in agents]
        if inside:
            return inside[:1]
        for i in range(phrase.first, phrase.head):
            if tokens[i].text in sentence.places.adjectives or tokens[i].text in sentence.places.names:
                owner = self.actors.refer(tokens[i].start, tokens[i].end)
                if owner is not None and owner.actor not in agents:
                    return [owner.actor]
        return []
