"""The actors of one document, as the later stages ask for them."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import Literal

from onrecord.reading.document import Document
from onrecord.records import Certainty, Span
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.coordination import conjuncts
from onrecord.rules.actors.described import Description, describe
from onrecord.rules.actors.leaders import leaders
from onrecord.rules.actors.lexicon import word_set
from onrecord.rules.actors.roles import gender_of
from onrecord.rules.actors.types import MOST_TOGETHER, Known, Mention, Reference
from onrecord.rules.geography import gazetteer, straight
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token

PLACES = gazetteer()

QUANTITIES = word_set("quantities")
START = attrgetter("start")


def possessor(clause: Clauses, phrase: NounPhrase, start: int, end: int) -> NounPhrase | None:
    """The phrase of a possessor that is asked for by itself: "[the Greek government]'s proposal"."""
    tokens = clause.tokens
    last = next((i for i in range(phrase.first, phrase.last) if tokens[i].start >= end), None)
    if last is None or tokens[last].tag != "POSS" or phrase.start != start:
        return None
    head = tokens[last - 1]
    kind: Literal["name", "noun"] = "name" if head.tag == "NAME" else "noun"
    return replace(phrase, last=last, head=last - 1, end=head.end, full_end=head.end, kind=kind)


class Found:
    """Who the document mentions; see `Actors` for what each method gives."""

    def __init__(self, document: Document, clauses: list[Clauses], cast: Cast) -> None:
        self._document, self._clauses, self._cast = document, clauses, cast
        self._mentions: list[Mention] = []
        self._starts: list[int] = []
        self._ordered: dict[str, Known] | None = None
        """`known` in order of first mention, until a first mention changes."""
        self._pronouns: dict[int, tuple[str, Certainty]] = {}
        """By offset of the pronoun or possessive."""
        self._heads: dict[int, tuple[str, Certainty]] = {}
        """By offset of a role noun or "the company" that was followed to its actor."""
        self._asked: dict[tuple[int, int], Reference | None] = {}
        self._described: dict[str, str] = {}
        """By head noun, who was last described with it."""

    @property
    def known(self) -> dict[str, Known]:
        """Every actor by key, in order of first mention."""
        known = self._cast.known
        if self._ordered is None or len(self._ordered) != len(known):
            far = len(self._document.text)
            starts = {key: one.mentions[0].start if one.mentions else far for key, one in known.items()}
            self._ordered = {key: known[key] for key in sorted(known, key=starts.__getitem__)}
        return self._ordered

    @property
    def mentions(self) -> list[Mention]:
        """Every mention, in order of the text, the longest where several overlap."""
        return self._mentions

    def actor(self, key: str) -> Known:
        """One actor; quicker than `known`."""
        return self._cast.known[key]

    def add(self, mention: Mention) -> None:
        """Enter a mention; called in the order of the text."""
        mentions, starts = self._mentions, self._starts
        self._note(mention.actor, mention.start, mention.end)
        if not mentions or mentions[-1].end <= mention.start:
            mentions.append(mention)
            starts.append(mention.start)
            return
        first = bisect_right(starts, mention.start)
        if first and mentions[first - 1].end > mention.start:
            first -= 1
        last = first
        while last < len(starts) and starts[last] < mention.end:
            last += 1
        # of mentions that overlap the one that begins first is kept, then the longest
        if first == last:
            mentions.insert(first, mention)
            starts.insert(first, mention.start)
        elif all((other.start, -other.end) > (mention.start, -mention.end) for other in mentions[first:last]):
            mentions[first:last] = [mention]
            starts[first:last] = [mention.start]

    def lead(self, offset: int, key: str, certainty: Certainty) -> None:
        """Let the role noun at `offset` lead to an actor."""
        self._heads.setdefault(offset, (key, certainty))

    def leads(self, offset: int) -> str | None:
        """The actor to whom the role noun at `offset` leads."""
        known = self._heads.get(offset)
        return known[0] if known else None

    def pronoun(self, token: Token, key: str) -> None:
        """Enter whom a pronoun means."""
        self._pronouns[token.start] = (key, "resolved")
        self.add(Mention(token.start, token.end, key, "pronoun"))

    def meant(self, pronoun: Token) -> str | None:
        """Whom a pronoun or possessive was found to mean."""
        known = self._pronouns.get(pronoun.start)
        return known[0] if known else None

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie wholly inside `[start, end)`."""
        starts = self._starts
        first = bisect_left(starts, start)
        last = bisect_left(starts, end)
        if first == last:
            return []
        return [mention for mention in self._mentions[first:last] if mention.end <= end]

    def refer(self, start: int, end: int) -> Reference | None:
        """Who the noun phrase `[start, end)` refers to as a whole."""
        asked = (start, end)
        if asked in self._asked:
            return self._asked[asked]
        reference = self._asked[asked] = self._refer(start, end)
        return reference

    def several(self, start: int, end: int) -> list[Reference]:
        """Who a coordination refers to, one reference a conjunct; none where it refers to nobody, the first alone where
        it is too long a list to be one party."""
        if together := self._leaders(start, end):
            return together
        sentence = self._document.sentence_at(start)
        parts = conjuncts(self._clauses[sentence.number], start, end, self) if sentence is not None else [(start, end)]
        found: list[Reference] = []
        for part in parts:
            reference = self.refer(*part)
            if reference is not None and all(reference.actor != other.actor for other in found):
                found.append(reference)
                if len(found) > MOST_TOGETHER:
                    return found[:1]
        return found

    def _leaders(self, start: int, end: int) -> list[Reference]:
        """`the Russian and French leaders`: one reference a person, whose mention this is too."""
        sentence = self._document.sentence_at(start) if self._document.text.find(" and ", start, end) >= 0 else None
        if sentence is None:
            return []
        tokens = self._clauses[sentence.number].tokens
        words = tokens[bisect_left(tokens, start, key=START) : bisect_left(tokens, end, key=START)]
        keys = leaders([token for token in words if token.end <= end], self._cast.known)
        for key in keys:
            self._note(key, start, end)
        return [Reference(key, "resolved") for key in keys]

    def _refer(self, start: int, end: int) -> Reference | None:
        sentence = self._document.sentence_at(start)
        if sentence is None:
            return None
        clause = self._clauses[sentence.number]
        phrases = clause.phrases
        k = bisect_left(phrases, start, key=START)
        if k and phrases[k - 1].end > start:
            k -= 1
        if k >= len(phrases) or phrases[k].start >= end:
            return self._by_mention(start, end)
        phrase = phrases[k]
        while (after := clause.phrase_at.get(phrase.last)) is not None and phrases[after].start < end:
            phrase = phrases[after]  # "EU foreign policy | chief Kaja Kallas"
        tokens = clause.tokens
        head = tokens[phrase.head]
        if phrase.end > end or phrase.start < start:
            inside = self._by_mention(start, end)
            owner = None if inside is not None else possessor(clause, phrase, start, end)
            if owner is not None:
                phrase, head = owner, tokens[owner.head]
            elif inside is not None or phrase.start > start or not start <= head.start < end:
                return inside or self._country(start, end)
        if phrase.kind == "pronoun":
            return self._pronoun(clause, phrase, end)
        mention = self.covering(head.start)
        if mention is not None:
            return Reference(mention.actor, "resolved" if mention.via in ("role", "pronoun") else "stated")
        if (known := self._heads.get(head.start)) is not None:
            return Reference(*known)
        if head.text[0].isupper() and phrase.kind == "name" and (named := self._place(head.text, clause, phrase)):
            return named
        return self._describe(clause, phrase, end, start)

    def _pronoun(self, clause: Clauses, phrase: NounPhrase, end: int) -> Reference | None:
        token = clause.tokens[phrase.head]
        if (known := self._pronouns.get(token.start)) is not None:
            return Reference(*known)
        if (known := self._heads.get(token.start)) is not None:
            return Reference(*known)  # "One of the survivors, Ali Hassan"
        if phrase.antecedent is not None:
            before = clause.phrases[phrase.antecedent]
            reference = self.refer(before.start, before.end)
            return Reference(reference.actor, "resolved") if reference else None
        if token.low in QUANTITIES or (end > phrase.end and token.tag in ("NUM", "DET", "NOUN")):
            return self._describe(clause, phrase, end)
        return None

    def _country(self, start: int, end: int) -> Reference | None:
        """The country of an adjective or name before a noun, asked for by itself: "an [Armenian] proposal"."""
        words = straight(self._document.text[start:end])
        code = PLACES.adjectives.get(words) or PLACES.names.get(words)
        return Reference(self._cast.country(code), "stated") if code else None

    def _by_mention(self, start: int, end: int) -> Reference | None:
        inside = self.within(start, end)
        if inside:
            return Reference(inside[0].actor, "resolved" if inside[0].via in ("role", "pronoun") else "stated")
        mention = self.covering(start)
        return Reference(mention.actor, "stated") if mention is not None and mention.end >= end else None

    def covering(self, offset: int) -> Mention | None:
        """The mention that holds this offset."""
        k = bisect_right(self._starts, offset) - 1
        if k >= 0 and self._mentions[k].end > offset:
            return self._mentions[k]
        return None

    def _place(self, word: str, clause: Clauses, phrase: NounPhrase) -> Reference | None:
        """A place that is asked for as an actor: a capital stands for its country, another place for itself."""
        tokens = clause.tokens
        first = phrase.first
        while first < phrase.head and not tokens[first].text[0].isupper():
            first += 1
        words = straight(self._document.text[tokens[first].start : tokens[phrase.last - 1].end])
        name = words if words in PLACES.cities or words in PLACES.regions else straight(word)
        if name in PLACES.capitals:
            key = self._cast.country(PLACES.capitals[name], name)
        elif name in PLACES.regions:
            region = PLACES.regions[name]
            key = self._cast.organization(
                name, country=region.country, kind="organization" if region.country else "group"
            )
        else:
            return None
        self._note(key, tokens[first].start, tokens[phrase.last - 1].end)
        return Reference(key, "stated")

    def _describe(self, clause: Clauses, phrase: NounPhrase, end: int, start: int | None = None) -> Reference | None:
        description = describe(self._document.text, clause.tokens, phrase, end, start)
        if description is None:
            return None
        key = self._same_described(description)
        if key is not None:
            self._note(key, description.start, description.end)
            return Reference(key, "resolved")
        first = clause.tokens[phrase.first]
        owner = self._pronouns.get(first.start) if first.tag == "POSS" else None
        name = description.name
        country = description.country
        if owner is not None:
            of = self._cast.known[owner[0]].name
            name = f"{of}' {name}" if of.endswith("s") else f"{of}'s {name}"
            country = country or self._cast.known[owner[0]].country
        key = self._cast.organization(name, country=country, kind=description.kind)
        known = self._cast.known[key]
        known.plural = known.plural or description.plural
        known.role = known.role or description.role
        known.thing = description.thing
        if known.kind == "unnamed" and not known.plural:
            known.gender = known.gender or gender_of(description.head)
        self._described[description.head] = key
        self._note(key, description.start, description.end)
        return Reference(key, "stated")

    def _same_described(self, description: Description) -> str | None:
        """Who was described before in the same words, or with the same noun where only "the" or nothing is left."""
        key = self._cast.named(description.name)
        if key is not None:
            return key
        key = self._described.get(description.head) if description.bare else None
        name = self._cast.known[key].name.lower() if key is not None else ""
        if description.definite or (description.plural and name.startswith(f"{description.head} in ")):
            rest = self._document.text[description.end : description.end + 40].split()
            if key is not None and len(rest) > 1 and rest[0] == "of" and rest[1][0].isupper():
                # "the mayor of Turin" is not the mayor of Lyon
                return key if rest[1].strip(",.;:") in self._cast.known[key].name else None
            return key
        return None

    def _note(self, key: str, start: int, end: int) -> None:
        span = Span(start, end)
        mentions = self._cast.known[key].mentions
        if mentions and mentions[-1] < span:
            mentions.append(span)
            return
        k = bisect_left(mentions, span)
        if k == 0:
            self._ordered = None
        if k == len(mentions) or mentions[k] != span:
            mentions.insert(k, span)
