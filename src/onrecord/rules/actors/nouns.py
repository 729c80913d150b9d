"""Common nouns for somebody known: "the minister", "the company", "the suspect", "the four"; and for somebody to be."""

from functools import lru_cache

from onrecord.reading.document import Document
from onrecord.reading.paragraphs import in_one_line
from onrecord.rules.actors.anaphora import by_noun, by_role, by_title
from onrecord.rules.actors.bodies import COMPANY_KINDS
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.governments import OWN, country_governed
from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.roles import AGENT_ENDINGS, OWNERS, gender_of, is_agent_noun, is_role
from onrecord.rules.actors.salience import Entry, Salience
from onrecord.rules.actors.scan import HEADS
from onrecord.rules.actors.types import Mention
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

LEX = lexicon()
PLACES = gazetteer()

BODIES = LEX.organizations | COMPANY_KINDS | {"bloc", "country", "nation", "group"}
"""Nouns that may stand for a body named before."""
FOLLOWED = LEX.organization_nouns | LEX.persons | LEX.groups
"""Nouns that a second mention makes an actor of."""
SEVERAL = LEX.groups | LEX.collective
DEFINITE = frozenset({"the", "this", "that"})
DEMONSTRATIVE = DEFINITE | {"those", "these"}
PROPER = frozenset({"parliament", "congress", "cabinet"})
"""Bodies that are one without an article."""
ONE = frozenset({"the", "a", "an"}) | OWNERS
"""What opens a phrase for one person whom he or she may mean later."""
EPITHETS = word_set("epithets")
"""What the news calls somebody instead of the name: "the striker", "the pensioner"."""
ARREST = frozenset(
    {"arrest", "detain", "charge", "accuse", "try", "jail", "imprison", "convict", "indict", "prosecute", "question"}
)
ACCUSED = frozenset({"suspect", "accused", "defendant", "detainee"})
FEW = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


@lru_cache(maxsize=20_000)
def may_lead(low: str) -> bool:
    """Whether a noun may lead to somebody: of all others nothing need be asked."""
    known = low in LEX.roles or low in LEX.persons or low in LEX.groups or low in LEX.organization_nouns
    named = low in OWN or low in BODIES or low in ACCUSED or low in EPITHETS or low in FEW or low in SEVERAL
    return known or named or "-" in low or low.removesuffix("s").endswith(AGENT_ENDINGS)


class Nouns:
    """Leads common nouns to actors, in the order of the text."""

    def __init__(
        self, document: Document, clauses: list[Clauses], cast: Cast, found: Found, salience: Salience
    ) -> None:
        self._document, self._clauses = document, clauses
        self._cast, self._found, self._salience = cast, found, salience
        self._stood: dict[str, tuple[int, int]] = {}
        """Where each noun for people or bodies stood last."""
        self._counted: dict[str, tuple[int, int]] = {}
        """Where people were counted last, by the number."""
        self._arrested: tuple[int, int] | None = None
        """Where the one stands who was arrested last."""

    def actor(self, clause: Clauses, phrase: NounPhrase, number: int, led: str | None, *, subject: bool) -> str | None:
        """The actor a phrase leads to, its mention entered; None where it leads to nobody, or to `led` already."""
        tokens = clause.tokens
        head = tokens[phrase.head]
        low = head.low
        opening = tokens[phrase.first].low
        if low in OWN and (state := self._state(tokens, phrase)):
            return self._lead(state[0], tokens, phrase, tokens[state[1] - 1].end)
        if led is not None:
            return None
        body = low in LEX.organization_nouns
        key: str | None = None
        if opening in DEFINITE and not (body and phrase.head - phrase.first > 1 and _owned(tokens, phrase)):
            if phrase.kind == "pronoun" or low in ACCUSED or low in EPITHETS:
                key = self._stands_in(low, phrase, number, subject=subject)
            if key is None and (is_role(low) or (low in self._cast.by_role and is_agent_noun(head))):
                key = by_role(self._cast, tokens, phrase)
            elif key is None and low in BODIES:
                key = by_noun(self._cast, tokens, phrase)
        elif is_role(low):
            key = self._by_title(clause, phrase)
        elif body and head.text[0].islower() and low not in LEX.groups and (name := _owned(tokens, phrase)):
            # "Iran's foreign ministry", "the Clinton campaign"
            reference = self._found.refer(phrase.start, phrase.end)
            if reference is not None:
                self._found.add(Mention(tokens[name - 1].start, head.end, reference.actor, "name"))
                return reference.actor
        return self._lead(key, tokens, phrase, phrase.end) if key is not None else None

    def again(self, clause: Clauses, phrase: NounPhrase, *, counted: bool) -> str | None:
        """Somebody described with a noun that stood before: "a man of 31 ... the man" makes an actor of both.

        `counted`: whether the sentence has a number up to ten.
        """
        low = clause.lows[phrase.head]
        if counted:
            self._count(clause.tokens, phrase)
        if low not in FOLLOWED and not _are_people(clause.tokens[phrase.head]):
            return None
        capital = phrase.kind == "name" and phrase.head == phrase.first == 0  # "Villagers blocked the road"
        if not (phrase.kind == "noun" or capital):
            return None
        before = self._stood.get(low)
        opening = clause.lows[phrase.first]
        if before is not None and (opening in DEMONSTRATIVE or opening in PROPER):
            self._found.refer(*before)
            reference = self._found.refer(phrase.start, phrase.end)
            if reference is not None:
                self._found.add(Mention(phrase.start, phrase.end, reference.actor, "unnamed"))
                return reference.actor
        if before is None or phrase.head > phrase.first:
            # the bare plural "residents" brings in nobody new
            self._stood[low] = (phrase.start, max(phrase.end, phrase.full_end))
        return None

    def _count(self, tokens: list[Token], phrase: NounPhrase) -> None:
        """Keep how many a phrase counts: "four schoolchildren"."""
        for token in tokens[phrase.first : phrase.head]:
            if token.low in FEW and tokens[phrase.head].low not in LEX.things:
                self._counted[token.low] = (phrase.start, max(phrase.end, phrase.full_end))

    def new(
        self, number: int, tokens: list[Token], k: int, phrase: NounPhrase, owner: str | None, *, first: bool
    ) -> None:
        """Keep a subject that leads to nobody yet, for "it", "they", "he" or "she" to mean later."""
        head = tokens[phrase.head]
        low = head.low
        if low in LEX.groups or low in LEX.collective or (low.endswith("s") and not low.endswith(("ss", "us", "is"))):
            # Only people and bodies are followed: "sanctions ... they" stays unresolved.
            followed = k if low in LEX.collective or _are_people(head) else -1
            self._salience.plural.append(Entry(None, number, phrase.first, True, first, phrase=followed))
            if low in LEX.collective:
                self._salience.singular.append(Entry(None, number, phrase.first, True, first, phrase=k))
            return
        followed = k if low in LEX.organization_nouns else -1
        self._salience.singular.append(Entry(None, number, phrase.first, True, first, phrase=followed, owner=owner))
        if tokens[phrase.first].low in ONE and (is_role(low) or is_agent_noun(head) or low in LEX.persons):
            gender = gender_of(low)
            self._salience.person(Entry(None, number, phrase.first, True, first, phrase=k, gender=gender, noun=low))

    def passed(self, number: int, k: int, phrase: NounPhrase) -> None:
        """Keep people who are no subject, for "they" to mean where nobody else was spoken of."""
        self._salience.plural.append(Entry(None, number, phrase.first, False, False, phrase=k))

    def arrested(self, clause: Clauses, verb: VerbGroup) -> None:
        """Keep who is arrested or charged."""
        k = verb.subject if verb.passive else verb.object
        if k is not None:
            phrase = clause.phrases[k]
            self._arrested = (phrase.start, max(phrase.end, phrase.full_end))

    def _lead(self, key: str, tokens: list[Token], phrase: NounPhrase, end: int) -> str:
        self._found.lead(tokens[phrase.head].start, key, "resolved")
        self._found.add(Mention(phrase.start, end, key, "role"))
        return key

    def _stands_in(self, low: str, phrase: NounPhrase, number: int, *, subject: bool) -> str | None:
        """Whom "the suspect", "the four", "the 22-year-old" or "the striker" means."""
        if low in ACCUSED:
            before = self._arrested
        elif low in FEW:
            before = self._counted.get(low)
        elif low in EPITHETS:
            return self._salience.only(number, low) if subject and phrase.head == phrase.last - 1 else None
        else:
            return self._salience.only(number) if low.endswith("-old") and low[:1].isdigit() else None
        reference = self._found.refer(*before) if before is not None else None
        if reference is None:
            return None
        known = self._cast.known[reference.actor]
        known.plural = known.plural or low in FEW
        several = known.plural or known.kind == "group"
        return known.key if several == (low in FEW) and not known.thing and known.kind != "organization" else None

    def _by_title(self, clause: Clauses, phrase: NounPhrase) -> str | None:
        """The person of "Norway's energy minister", and in a headline of "minister"."""
        tokens = clause.tokens
        headline = self._document.label_of(clause.sentence) in HEADS
        owned = any(token.low in ("'s", "’s") for token in tokens[phrase.first : phrase.head])
        if not (owned or headline) or tokens[phrase.first].tag == "DET":
            return None
        return by_title(self._cast, tokens, phrase, ahead=headline)

    def _state(self, tokens: list[Token], phrase: NounPhrase) -> tuple[str, int] | None:
        """The country that "the French government", "his government" or "her country" means, and where that ends."""
        if tokens[phrase.first].low not in OWNERS:
            governed = country_governed(tokens, phrase)
            if governed is None:
                return None
            code, last = governed
            first = phrase.first + (tokens[phrase.first].tag == "DET")
            name = in_one_line(self._document.text[tokens[first].start : tokens[last - 1].end])
            return self._cast.country(code, name), last
        owner = self._found.meant(tokens[phrase.first]) if phrase.head == phrase.first + 1 else None
        code = (self._cast.known[owner].country if owner else None) or ""
        return (self._cast.country(code), phrase.head + 1) if code in PLACES.main else None


def _are_people(head: Token) -> bool:
    """Whether a noun is one for several people: "villagers", "sisters", "protesters"."""
    low = head.low
    if low in LEX.groups:
        return True
    return low.endswith("s") and (low[:-1] in LEX.persons or low[:-1] in LEX.kin or is_agent_noun(head))


def _owned(tokens: list[Token], phrase: NounPhrase) -> int:
    """One more than the index of the first name in a phrase before its head; 0 where there is none."""
    for k in range(phrase.first, phrase.head):
        if tokens[k].tag == "NAME" and tokens[k].text[0].isupper() and tokens[k].text not in LEX.calendar:
            return k + 1
    return 0
