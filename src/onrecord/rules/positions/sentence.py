"""One sentence with its syntax, as the rules for stances ask about it."""

import itertools
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter

from onrecord.records import Span
from onrecord.rules.positions import triggers
from onrecord.rules.positions.conditions import Condition, find_conditions
from onrecord.rules.positions.extents import clause_end, past_naming, span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.subjects import before_aside, implied
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

FIRST_PERSON = frozenset({"i", "we"})
OWN = frozenset({"my", "our"})
BODIES = frozenset(
    {"party", "government", "group", "union", "administration", "ministry", "movement", "team", "faction"}
)
NOBODY = frozenset({"nobody", "nothing", "none", "no", "neither", "few", "noone", "hardly"})
ANYBODY = frozenset({"anyone", "anybody", "any"})
BARELY = frozenset({"hardly", "barely", "scarcely", "not"})
NEGATING = frozenset({"no", "hardly", "nor", "neither"})
TURNING = frozenset({"far", "instead", "rather", "without"})
KEPT = frozenset({"out", "off"})
"""Adverbs that belong to what follows."""
HARD = frozenset({"hard", "fiercely"})
"""Adverbs that the syntax may take for adjectives."""
ASKING = frozenset({"whether", "if", "unless", "once", "provided", "time"})
FORMERLY = frozenset({"once", "long", "formerly", "previously", "then", "now"})
DETERMINERS = frozenset({"no", "neither", "few", "hardly", "both", "even", "any", "none", "nobody"})

START, FIRST, LAST = attrgetter("start"), attrgetter("first"), attrgetter("last")


class Sentence:
    """Tokens, phrases and verb groups, with what has been used up."""

    __slots__ = (
        "_conditions", "can", "group_at", "hits", "lows", "number", "phrase_at", "phrases", "silent", "spent", "tokens",
        "verbs", "words",
    )  # fmt: skip

    def __init__(self, number: int, clause: Clauses, can: int) -> None:
        self.number = number
        """Its place among the sentences of the document."""
        self.can = can
        """What its words can set off, in the bits of `triggers`."""
        self.tokens: list[Token] = clause.tokens
        self.phrases: list[NounPhrase] = clause.phrases
        self.verbs: list[VerbGroup] = clause.verbs
        self.hits: list[Hit] = []
        """What has been found in it."""
        self._conditions: list[Condition] | None = None
        self.spent: set[int] = set()
        """Verb groups that a hit has used."""
        self.silent: set[int] = set()
        """Offsets of the verbs that tell no stance as they stand: "refused to condemn"."""
        self.lows = clause.lows
        """Its words in lower case."""
        self.words = clause.words
        """The same as a set, by which rules see at once that nothing is there for them."""
        # The maps' own look-ups, which the rules make more often than anything else, without a call around them.
        self.group_at: Callable[[int], int | None] = clause.group_at.get
        """The verb group that begins at a token."""
        self.phrase_at: Callable[[int], int | None] = clause.phrase_at.get
        """The noun phrase that begins at a token."""

    @property
    def conditions(self) -> list[Condition]:
        """Its conditions: where there is one, "may" and "might" commit to something."""
        if self._conditions is None:
            self._conditions = find_conditions(self) if self.can & triggers.CONDITION else []
        return self._conditions

    def place(self, offset: int) -> int:
        """The first token that begins at an offset of the text or later."""
        return bisect_left(self.tokens, offset, key=START)

    def group_over(self, k: int) -> int | None:
        """The verb group that holds token `k` from its first word to its main verb; groups never overlap."""
        number = self.group_at(k)
        if number is None:
            number = bisect_left(self.verbs, k, key=FIRST) - 1
            if number < 0 or self.verbs[number].head < k:
                return None
        return number

    def first_group_from(self, k: int) -> int | None:
        """The first verb group that begins at token `k` or later."""
        n = bisect_left(self.verbs, k, key=FIRST)
        return n if n < len(self.verbs) else None

    def phrase_ending(self, k: int) -> int | None:
        """The noun phrase that ends before token `k`, adverbs between left aside."""
        while k > 0 and self.tokens[k - 1].tag in ("ADV", "NEG"):
            k -= 1
        n = bisect_left(self.phrases, k, key=LAST)
        return n if n < len(self.phrases) and self.phrases[n].last == k else None

    def skip_adverbs(self, k: int) -> int:
        """The first token from `k` on that is no adverb."""
        tokens = self.tokens
        count = len(tokens)
        while k < count and (token := tokens[k]).tag == "ADV" and token.low not in KEPT:
            k += 1
        return k + 1 if k < count and tokens[k].low in HARD else k

    def no_longer(self, verb: VerbGroup) -> bool:
        """Whether "no longer", "hardly", "rarely" stands with the verb."""
        if self.words.isdisjoint(NEGATING):
            return False
        low = self.lows[max(verb.first - 2, 0) : verb.head + 3]
        return any(a == "no" and b == "longer" for a, b in itertools.pairwise(low)) or "hardly" in low

    def is_asked(self, verb: VerbGroup) -> bool:
        """Whether its clause stands after "whether", "if" or "it is time", so that nothing is said to be so; to be
        asked only where one of these words is in the sentence, which its `triggers` tell."""
        if verb.subject is None:
            return False
        first = self.phrases[verb.subject].first
        before = self.lows[first - 1] if first else ""
        if before == "once" and first > 1 and self.lows[first - 2] == ",":
            return "," not in self.lows[first : verb.first]
        return before in ASKING

    def far_from(self, verb: VerbGroup) -> bool:
        """Whether a gerund stands after "far from", "instead of", "rather than" or "without"."""
        if self.words.isdisjoint(TURNING):
            return False
        before = self.lows[max(verb.first - 2, 0) : verb.first]
        return before in (["far", "from"], ["instead", "of"], ["rather", "than"]) or before[-1:] == ["without"]

    def span_from(self, first: int, *, clause: bool = False) -> Span | None:
        """What begins at token `first`, to where it ends."""
        first = past_naming(self.tokens, first)
        end = clause_end(self.tokens, first) if clause else target_end(self.tokens, first)
        return span_of(self.tokens, first, end)

    def is_deed(self, verb: VerbGroup) -> bool:
        """Whether the verb undoes something: whoever recommends scrapping an exam supports that."""
        deeds = stances().deeds
        return verb.lemma in deeds or (bool(verb.particle) and f"{verb.lemma} {verb.particle}" in deeds)

    def question(self, k: int) -> Span | None:
        """What is asked, from token `k` on: a phrase, or what "whether" opens."""
        tokens = self.tokens
        if k < len(tokens) and tokens[k].low == "where":
            on = next((m for m in range(k + 1, min(k + 8, len(tokens) - 1)) if tokens[m].low in ("on", "over")), k)
            return self.span_from(on + 1)  # "no hint of where he stood on the levy"
        if k >= len(tokens) or tokens[k].low not in ("whether", "if", "how"):
            return self.span_from(k)
        nested = self.group_at(k + 1)
        if nested is not None and tokens[self.verbs[nested].first].low == "to":
            self.spent.add(nested)
            return self.span_from(self.verbs[nested].head)
        if (first := self.first_group_from(k)) is not None:
            self.spent.add(first)
        return self.span_from(k + 1, clause=True)

    def is_first_person(self, subject: int | None) -> bool:
        """Whether the subject is I or we."""
        if subject is None:
            return False
        phrase = self.phrases[subject]
        k = phrase.last
        if k + 1 < len(self.tokens) and self.tokens[k].low == "," and self.tokens[k + 1].low in FIRST_PERSON:
            return True  # "yes, we want"
        if self.tokens[phrase.first].low in OWN and self.tokens[phrase.head].low in BODIES:
            return True  # "my party will vote against it"
        return phrase.kind == "pronoun" and self.tokens[phrase.head].low in FIRST_PERSON

    def agent(self, verb: VerbGroup) -> Span | None:
        """Who acts in a passive: the phrase after "by"."""
        tokens = self.tokens
        k = verb.last
        while k < len(tokens) and k < verb.last + 6 and tokens[k].low != "by":
            if tokens[k].tag == "PUNCT":
                return None
            k += 1
        n = self.phrase_at(k + 1) if k < len(tokens) else None
        return span_of(tokens, k + 1, target_end(tokens, k + 1)) if n is not None else None

    def holder_of(self, verb: VerbGroup, *, passive: bool) -> tuple[Span | None, bool]:
        """Whose stance the verb shows, and whether it is nobody's ("nobody in the party supports")."""
        if passive:
            return self.agent(verb), False
        if verb.subject is None:
            if self.is_bare_vote(verb) and self.phrases and self.phrases[0].first == 0 < verb.first:
                return span_of(self.tokens, 0, verb.first), False
            return implied(self, verb), False
        phrase = self.phrases[verb.subject]
        phrase = before_aside(self, verb, phrase)
        if (
            phrase.first > 2
            and self.tokens[phrase.first - 1].low in FORMERLY
            and self.tokens[phrase.first - 2].low == ","
        ):
            # "the socialists, once its loudest critics, have"
            named = self.phrase_ending(phrase.first - 2)
            phrase = self.phrases[named] if named is not None else phrase
        if verb.subject and self.lows[phrase.first : phrase.last] == ["no", "longer"]:
            phrase = self.phrases[verb.subject - 1]
        if phrase.last < verb.first and self.tokens[phrase.last].low == "," and self.tokens[0].tag in ("PREP", "SUB"):
            # "After first welcoming the ruling, the ministry has appealed": read as a list
            own = self.phrase_ending(verb.first)
            if own is not None and self.phrases[own].first == phrase.last + 1:
                phrase = self.phrases[own]
        if phrase.antecedent is not None:
            phrase = self.phrases[phrase.antecedent]
            if self.tokens[phrase.head].low == "those" and self.tokens[phrase.first - 1].low in ("among", "of"):
                # "is among those who oppose the tunnel"
                outer = [v for v in self.verbs if v.last <= phrase.first and v.lemma in ("be", "count")]
                if outer and outer[-1].subject is not None:
                    return self.holder_of(outer[-1], passive=False)
            return Span(phrase.start, phrase.end), False
        if phrase.kind != "name" and phrase.last < verb.first and self.tokens[phrase.last].low == ",":
            # "The minister's own deputy, Karim Haddad, has"
            named = self.phrase_at(phrase.last + 1)
            if named is not None and self.phrases[named].kind == "name" and self.phrases[named].last + 1 == verb.first:
                return Span(self.phrases[named].start, self.phrases[named].end), False
        return self.holder_span(phrase)

    def holder_span(self, phrase: NounPhrase) -> tuple[Span | None, bool]:
        """The span of a holder, without "nobody in" or "neither", and whether that turns the stance."""
        tokens = self.tokens
        first = phrase.first
        negative = False
        low = tokens[first].low
        barely = low in ANYBODY and first > 0 and tokens[first - 1].low in BARELY
        if barely or low in NOBODY:
            negative = True
            first += 1
            if not barely and first < len(tokens) and tokens[first].low == "one":
                first += 1
            if first < len(tokens) and tokens[first].low in ("in", "of", "at", "from", "among"):
                first += 1
        elif low in ("both", "even"):
            first += 1
        if first and (tokens[first - 1].low == "neither" or (low in ("a", "one") and tokens[first - 1].low == "not")):
            negative = True  # "not a single party backs it"
        if first >= len(tokens) or tokens[first].start >= max(phrase.full_end, phrase.end):
            return None, negative
        return Span(tokens[first].start, max(phrase.full_end, phrase.end)), negative

    def is_accusation(self, number: int) -> bool:
        """Whether the verb is what somebody else is accused of: "accused the city of breaking its promise"."""
        verb = self.verbs[number]
        return (
            not verb.finite
            and number > 0
            and self.tokens[verb.first - 1].low == "of"
            and self.verbs[number - 1].lemma in ("accuse", "suspect", "convict")
        )

    def is_bare_vote(self, verb: VerbGroup) -> bool:
        """Whether "voted by 41 to 12" was taken for a passive."""
        return verb.lemma == "vote" and verb.first == verb.head

    def inner_target(self, first: int, last: int) -> tuple[Span | None, bool]:
        """The target itself: inside "the idea of a wage", "a petition against the dam"; and whether it is turned."""
        tokens = self.tokens
        lex = stances()
        if (named := past_naming(self.tokens, first)) != first:
            first, last = named, target_end(tokens, named)
        k = first
        n = self.phrase_at(first)
        if n is not None:
            head = self.phrases[n].head
            k = self.phrases[n].last
            side = lex.partisans.get(tokens[head].low)
            if side is not None and k + 1 < last and tokens[k].low == "of":
                return span_of(tokens, k + 1, last), side < 0  # "criticised opponents of the toll"
            if side is not None and tokens[head - 1].low in ("'s", "’s", "'", "’") and head - 1 > first:
                return span_of(tokens, first, head - 1), side < 0  # "the toll's critics"
            if tokens[head].low in lex.carriers and k + 1 < last:
                low = tokens[k].low
                if low == "in" and k + 3 < last and tokens[k + 1].low in ("support", "favour", "favor", "opposition"):
                    return span_of(tokens, k + 3, last), tokens[k + 1].low == "opposition"
                if low in ("for", "of", "against", "on", "about") and self.phrase_at(k + 1) is not None:
                    return span_of(tokens, k + 1, last), low == "against"
                if low == "to" and (group := self.group_at(k)) is not None and not self.verbs[group].passive:
                    return span_of(tokens, self.verbs[group].head, last), False
        return span_of(tokens, first, last), False

    def object_fits(self, lemma: str, head: int) -> bool:
        """Whether an object is of the kind that the verb needs to tell a position ("signed the treaty")."""
        rule = stances().only.get(lemma)
        if rule is None:
            return True
        wanted, nouns = rule
        if head and self.tokens[head].low == "deal" and self.tokens[head - 1].low == "great":
            return False  # "conceded a great deal"
        return (self.tokens[head].low in nouns) is wanted
