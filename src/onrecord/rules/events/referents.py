"""Whom the phrases of a sentence name: coordinations whole, things by their owners."""

from onrecord.rules.actors.types import MOST_TOGETHER, Actors
from onrecord.rules.events.lexicon import singular, words_of
from onrecord.rules.events.objects import Attached
from onrecord.rules.events.phrases import GEOGRAPHY, QUANTITIES, TIMES
from onrecord.rules.events.views import Sentence
from onrecord.rules.syntax.types import Token

TELLING = words_of("in from at near outside")
"""Prepositions after which a place tells a noun apart."""
EMPLOYED = words_of("worker employee inspector official spokesman contractor journalist reporter correspondent lawyer")
AREAS = words_of(
    """county district province state governorate city town village region area valley island capital suburb
    neighbourhood neighborhood countryside peninsula republic territory prefecture enclave port"""
)
"""Nouns that a name beside them makes a place."""
SPANS = words_of("seconds minutes hours days weeks months years decades centuries")
"""Lengths of time, who act in nothing."""
OPENS = words_of("a an the this that these those my your his her its our their he she it they who which")
"""Words that begin a phrase of its own."""
PLURALS = words_of("people men women children police media troops clergy cattle youth")


def _joint(tokens: list[Token], last: int) -> int:
    """The token after a comma or conjunction at `last`; 0 where none stands there."""
    if last + 1 >= len(tokens) or tokens[last].low not in (",", "and", "or", "&"):
        return 0
    return last + 2 if tokens[last].low == "," and tokens[last + 1].low in ("and", "or") else last + 1


class Phrases:
    """Asks the actors stage about phrases of one sentence."""

    def __init__(self, sentence: Sentence, actors: Actors) -> None:
        self.sentence = sentence
        self.actors = actors

    def referents(self, k: int, limit: int | None = None, *, whole: bool = False, of: bool = True) -> list[str]:
        """Those whom a phrase names, coordinated phrases included, which end before token `limit`.

        `whole`: what follows a noun and tells it apart is part of the name: "an army camp [in Mali]"; without `of`, an
        `of` phrase is none of it: "stripped two editors [of their seats]".
        """
        k = self.sentence.antecedent(k)
        if not of and singular(self.sentence.tokens[self.sentence.phrases[k].head].low) not in QUANTITIES:
            whole = False
            if self.sentence.of(k) is not None:
                return self._named((k, self.sentence.phrases[k].last))
        parts = self._conjuncts(k, limit, whole=whole)
        if len(parts) > MOST_TOGETHER:
            parts = parts[:1]
        first, last = parts[0], parts[-1]
        found: list[str] = []
        if len(parts) > 1:
            found = [r.actor for r in self.actors.several(self._start(first[0]), self._end(last))]
        if len(found) < len(parts):
            each = [key for part in parts for key in self._named(part)]
            found = each if len(set(each)) > len(found) else found
        return list(dict.fromkeys(found))

    def _named(self, part: tuple[int, int]) -> list[str]:
        """Whom one conjunct names, by its head or else by a name in it."""
        phrase = self.sentence.phrases[part[0]]
        if self.sentence.tokens[phrase.head].low in SPANS:
            return []  # "three years"
        start, end = phrase.start, self._end(part)
        if phrase.last < part[1] and self.sentence.tokens[phrase.last].low == "and":
            both = self.actors.several(start, end)  # "the Russian and French leaders"
            if len(both) > 1:
                return [r.actor for r in both]
        one = self.actors.refer(start, end) or self.actors.refer(start, phrase.end)
        if one is not None:
            return [one.actor]
        return [m.actor for m in self.actors.within(start, max(phrase.full_end, end))][:1]

    def _start(self, k: int) -> int:
        return self.sentence.phrases[k].start

    def _end(self, part: tuple[int, int]) -> int:
        return self.sentence.tokens[part[1] - 1].end

    def _conjuncts(self, k: int, limit: int | None, *, whole: bool) -> list[tuple[int, int]]:
        """The phrases of a coordination, each with the token after what belongs to it."""
        sentence = self.sentence
        tokens = sentence.tokens
        parts = [(k, self.reach(k, whole=whole))]
        sure = 1  # so many parts are joined for certain; those after a comma only if "and" follows
        while True:
            last = self._closed(parts[-1][1])
            step = _joint(tokens, last)
            if not step:
                break
            following = sentence.phrase_at.get(step)
            if following is None or not self._party(following):
                break
            end = self.reach(following, whole=whole)
            if limit is not None and end > limit:
                break
            if limit is None and self._acts(following, end):
                break
            if (
                self._adjective(parts[-1][0])
                and tokens[step].tag == "NAME"
                and sentence.phrases[following].kind == "noun"
            ):
                parts[-1] = (parts[-1][0], end)  # "Afghan and German officials"
                sure = len(parts)
                continue
            parts.append((following, end))
            if tokens[last].low != "," or step > last + 1:
                sure = len(parts)
        return parts[:sure]

    def _adjective(self, k: int) -> bool:
        """Whether a phrase is a nationality alone, whose noun comes later."""
        phrase = self.sentence.phrases[k]
        word = self.sentence.tokens[phrase.head].text
        places = self.sentence.places
        bare = phrase.kind == "name" and self.sentence.tokens[phrase.first].low in ("the", word.lower())
        return bare and word in places.adjectives and word not in places.names

    def _closed(self, last: int) -> int:
        """The token after a short form in brackets: "the Services (DSS)"."""
        tokens = self.sentence.tokens
        if last + 2 < len(tokens) and tokens[last].low == "(" and tokens[last + 2].low == ")":
            return last + 3
        return last

    def _party(self, k: int) -> bool:
        """Whether a conjunct can stand for someone by itself; "a poet, [critic] and [essayist]" is one person."""
        phrase = self.sentence.phrases[k]
        tokens = self.sentence.tokens
        head = tokens[phrase.head].low
        if phrase.kind != "noun" or tokens[phrase.first].tag in ("DET", "POSS", "NUM"):
            return not self.sentence.is_time(k)
        named = any(token.tag == "NAME" for token in tokens[phrase.first : phrase.head])
        return named or singular(head) != head or head in PLURALS

    def _acts(self, k: int, end: int) -> bool:
        """Whether a phrase begins a clause of its own: "met Lund and [Berg] left"."""
        for group in self.sentence.groups:
            if group.subject == k and group.finite and group.first >= end:
                between = self.sentence.tokens[end : group.first]
                return all(t.tag in ("ADV", "PUNCT", "NEG") for t in between) or group.first != group.head
        return False

    def reach(self, k: int, *, whole: bool) -> int:
        """The token after a phrase with its `of` phrases, and with the place or origin that tells a noun apart."""
        sentence = self.sentence
        tokens = sentence.tokens
        phrase = sentence.phrases[k]
        opens = (
            phrase.last == 1 and "people" in sentence.kind_of(k)[1]
        )  # "Diplomats from Iran": a capital tells nothing
        described = whole and (phrase.kind == "noun" or tokens[phrase.head].tag == "NUM" or opens)
        last = sentence.phrases[k].last
        if tokens[last - 1].tag in ("NUM", "DET") and last in sentence.phrase_at and tokens[last].low not in OPENS:
            last = sentence.phrases[sentence.phrase_at[last]].last  # "four | other members"
        while last + 1 < len(tokens) and (tokens[last].low == "of" or described):
            inner = sentence.phrase_at.get(last + 1)
            if inner is None or tokens[last].tag != "PREP" or sentence.is_time(inner):
                break
            if tokens[last].low != "of" and not self._tells(k, tokens[last].low, inner):
                break
            last = sentence.phrases[inner].last
            if not whole:
                break
            if sentence.named_place(inner):
                last = self._places(last)
        return last

    def _tells(self, k: int, preposition: str, inner: int) -> bool:
        """Whether a preposition and its phrase tell a noun apart: a camp in Mali, a worker for the company."""
        if preposition == "for":
            head = self.sentence.tokens[self.sentence.phrases[k].head].low
            return singular(head) in EMPLOYED and self.sentence.someone(inner)
        return preposition in TELLING and self._place(inner)

    def _places(self, last: int) -> int:
        """The token after the places joined to the one before `last`: "diplomats from Poland, [Chad] and [Peru]"."""
        sentence = self.sentence
        tokens = sentence.tokens
        end = last
        while step := _joint(tokens, end):
            following = sentence.phrase_at.get(step)
            if following is None or not sentence.named_place(following) or self._acts(following, step + 1):
                break
            sure = tokens[end].low != "," or step > end + 1
            end = sentence.phrases[following].last
            last = end if sure else last
        return last

    def _place(self, k: int) -> bool:
        """Whether a phrase is a place: by the tables, by its head ("province"), or a name that is nobody's."""
        sentence = self.sentence
        if sentence.named_place(k) or sentence.kind_of(k)[1] & GEOGRAPHY:
            return True
        phrase = sentence.phrases[k]
        tokens = sentence.tokens[phrase.first : phrase.last]
        named = " ".join(token.text for token in tokens if token.tag == "NAME")
        if named and (sentence.tokens[phrase.head].low in AREAS or sentence.places.country(named) is not None):
            return True  # "Lamu county", "eastern Afghanistan", "the capital Tripoli"
        return phrase.kind == "name" and not self.actors.within(phrase.start, phrase.end)

    def by(self, attached: list[Attached]) -> list[str]:
        """Those whom the first phrase after "by" names."""
        return next((self.referents(a.phrase) for a in attached if a.preposition == "by"), [])

    def owner(self, k: int, agents: list[str]) -> list[str]:
        """Whose a thing is: its possessor, a name in it, or the country of its adjective."""
        sentence = self.sentence
        phrase = sentence.phrases[k]
        tokens = sentence.tokens
        possessive = next((i for i in range(phrase.last - 1, phrase.first, -1) if tokens[i].tag == "POSS"), None)
        if possessive is not None and (tokens[possessive - 1].low in TIMES or tokens[possessive - 1].low in SPANS):
            return []  # "Saturday's meeting", "three years' warning"
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
