"""From names, roles and pronouns in the order of the text to actors and their mentions."""

from collections.abc import Mapping

from onrecord.reading.document import Document
from onrecord.rules.actors.anaphora import by_noun, by_role, by_title
from onrecord.rules.actors.bodies import COMPANY_KINDS
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.governments import GOVERNMENT, OWN, country_governed
from onrecord.rules.actors.introductions import described_span, introduced
from onrecord.rules.actors.lexicon import Gender, lexicon
from onrecord.rules.actors.named import Named
from onrecord.rules.actors.naming import Naming
from onrecord.rules.actors.registering import Registrar
from onrecord.rules.actors.roles import OWNERS, is_agent_noun, is_role
from onrecord.rules.actors.salience import PRONOUNS, Entry, Salience
from onrecord.rules.actors.scan import HEADS
from onrecord.rules.actors.types import Mention
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

SPEAKING = frozenset(
    {"say", "tell", "add", "reply", "warn", "argue", "insist", "explain", "note", "claim", "ask", "admit"}
)
BODIES = lexicon().organization_nouns | COMPANY_KINDS | {"bloc", "country", "nation", "group"}
"""Nouns that may stand for a body named before."""
DEFINITE = frozenset({"the", "this", "that"})
DEMONSTRATIVE = DEFINITE | {"those", "these"}


class Settler:
    """One pass over a document; `found` holds what came of it."""

    def __init__(self, document: Document, clauses: list[Clauses], names: list[list[Named]]) -> None:
        self._document, self._clauses, self._names = document, clauses, names
        self._cast = Cast()
        self._salience = Salience(self._cast.known)
        self.found = Found(document, clauses, self._cast)
        self._registrar = Registrar(document.text, self._cast, self.found)
        self._nouns: dict[str, tuple[int, int]] = {}
        """Where each noun for people or bodies stood last."""
        self._naming = Naming(self._cast, self._registrar)

    def run(self) -> Found:
        """Register full names first, then follow the text."""
        for number, names in enumerate(self._names):
            self._cast.sentence = number
            for named in names:
                self._registrar.register(named, self._clauses[number].tokens)
        self._introduce()
        for number, clause in enumerate(self._clauses):
            if clause.tokens:
                self._follow(number, clause, self._names[number])
        return self.found

    def _introduce(self) -> None:
        """Let the description of the lead be of the one who is named after it."""
        told = introduced(self._document, self._clauses, self._names)
        if told is None:
            return
        number, phrase, named = told
        key = self._cast.short(named.words)
        tokens = self._clauses[number].tokens
        gender = lexicon().roles.get(tokens[phrase.head].low, "")
        if key is None or (gender and self._cast.known[key].gender not in ("", gender)):
            return
        start, end = described_span(self._clauses[number], phrase)
        self.found.lead(tokens[phrase.head].start, key, "resolved")
        self.found.add(Mention(start, end, key, "role"))
        self._cast.learn(
            key, gender=gender, role=" ".join(self._document.text[tokens[phrase.first + 1].start : end].split())
        )

    def _follow(self, number: int, clause: Clauses, names: list[Named]) -> None:
        tokens = clause.tokens
        self._cast.sentence = number
        phrases = clause.phrases
        subjects = {verb.subject for verb in clause.verbs if verb.subject is not None}
        objects = {verb.object: verb for verb in clause.verbs if verb.object is not None}
        heads = {phrases[k].head for k in subjects}
        speaking = {verb.subject for verb in clause.verbs if verb.lemma in SPEAKING and verb.subject is not None}
        speakers = {phrases[k].head for k in speaking}
        for k in subjects:
            if k + 1 < len(phrases) and (
                phrases[k + 1].first == phrases[k].last or _apposed(tokens, phrases[k], phrases[k + 1])
            ):
                heads.add(phrases[k + 1].head)
                if k in speaking:
                    speakers.add(phrases[k + 1].head)
        first = True
        n = 0
        count = len(names)
        governed = 0
        for k, phrase in enumerate(phrases):
            covered = False
            opening = tokens[phrase.first]
            owner = None
            if opening.tag == "POSS" and (role := PRONOUNS.get(opening.low)):
                owner = self._pronoun(opening, role, number, None)
            if tokens[phrase.head].low == GOVERNMENT and (state := country_governed(tokens, phrase)):
                governed = state[1]
            while n < count and names[n].first < phrase.last:
                named = names[n]
                n += 1
                if named.first < governed and named.kind == "country":
                    continue  # "Fiji" of "Fiji's government"
                inside = not heads.isdisjoint(range(named.first, named.last))
                key = self._mention(named, tokens)
                if key is not None:
                    speaks = not speakers.isdisjoint(range(named.first, named.last))
                    self._remember(key, number, named.first, subject=inside, first=first, speaks=speaks)
                    first = False
                    if named.first <= phrase.head < named.last:
                        covered = True
            if covered:
                continue
            if phrase.kind == "pronoun":
                if role := PRONOUNS.get(tokens[phrase.head].low):
                    barred = self._barred(clause, k, objects)
                    speaks = k in speaking
                    key = self._pronoun(tokens[phrase.head], role, number, barred, speaks=speaks)
                    if key is not None:
                        self._remember(key, number, phrase.first, subject=k in subjects, first=first, speaks=speaks)
                continue
            self._noun(number, clause, k, phrase, subject=k in subjects, first=first, owner=owner)
        for named in names[n:]:
            self._mention(named, tokens)

    def _mention(self, named: Named, tokens: list[Token]) -> str | None:
        """The actor that a name means here, its mention entered; None for names of no actor."""
        key, via = self._naming.actor(named, tokens)
        if key is None:
            return None
        self.found.add(Mention(named.start, named.end, key, via))
        if via == "role":
            self.found.lead(tokens[named.last - 1].start, key, "resolved")
        return key

    def _barred(self, clause: Clauses, k: int, objects: Mapping[int, VerbGroup]) -> range | None:
        """The tokens of the subject whose object this pronoun is: "Trump criticised him" is not of himself."""
        verb = objects.get(k)
        subject = getattr(verb, "subject", None)
        if subject is None or clause.tokens[clause.phrases[k].head].low.endswith("self"):
            return None
        phrase = clause.phrases[subject]
        return range(phrase.first, phrase.last)

    def _pronoun(
        self, token: Token, role: tuple[Gender, str], number: int, barred: range | None, *, speaks: bool = False
    ) -> str | None:
        gender, number_of = role
        if number_of == "thing":
            entry = self._salience.it(number)
        elif number_of == "person":
            entry = self._salience.he_or_she("m" if gender == "m" else "f", number, barred, speaks=speaks)
        else:
            entry = self._salience.they(number)
        if entry is None:
            return None
        key = entry.key
        if key is None and token.tag == "POSS":
            key = entry.owner  # "its profit rose at its plant"
        if key is None and entry.phrase >= 0:
            phrase = self._clauses[entry.sentence].phrases[entry.phrase]
            reference = self.found.refer(phrase.start, max(phrase.end, phrase.full_end))
            key = entry.key = reference.actor if reference else None
        if key is not None:
            self.found.pronoun(token, key)
        return key

    def _remember(self, key: str, number: int, token: int, *, subject: bool, first: bool, speaks: bool = False) -> None:
        known = self._cast.known[key]
        if known.kind != "person":
            self._cast.bodies.pop(key, None)
            self._cast.bodies[key] = None
            if subject:
                self._cast.acted.add(key)
        entry = Entry(key, number, token, subject, first, speaks=speaks)
        if known.kind == "person":
            self._salience.person(entry)
            if subject:
                self._salience.singular(Entry(None, number, token, subject, first))
        elif known.plural or known.kind == "group":
            self._salience.plural(entry)
        else:
            self._salience.singular(entry)
            if known.kind == "organization":
                self._salience.plural(entry)

    def _noun(
        self, number: int, clause: Clauses, k: int, phrase: NounPhrase, *, subject: bool, first: bool, owner: str | None
    ) -> None:
        """A common noun phrase: "the minister", "the company", or a subject that "they" or "it" may mean later."""
        lex = lexicon()
        tokens = clause.tokens
        head = tokens[phrase.head]
        low = head.low
        opening = tokens[phrase.first].low
        if low in OWN and (state := self._state(tokens, phrase)):
            self.found.lead(head.start, state[0], "resolved")
            self.found.add(Mention(phrase.start, tokens[state[1] - 1].end, state[0], "role"))
            self._remember(state[0], number, phrase.first, subject=subject, first=first)
            return
        known = self.found.leads(head.start)
        if (
            opening in DEFINITE
            and not (low in lex.organization_nouns and phrase.head - phrase.first > 1 and self._owned(tokens, phrase))
            and known is None
        ):
            key: str | None = None
            if is_role(head) or (low.endswith("-old") and low[:1].isdigit()):
                key = by_role(self._cast, tokens, phrase)
            elif low in BODIES:
                key = by_noun(self._cast, tokens, phrase)
            elif low in self._cast.by_role and is_agent_noun(head):
                key = by_role(self._cast, tokens, phrase)
            if key is not None:
                self.found.lead(head.start, key, "resolved")
                self.found.add(Mention(phrase.start, phrase.end, key, "role"))
                self._remember(key, number, phrase.first, subject=subject, first=first)
                return
        elif is_role(head) and self.found.leads(head.start) is None and (named := self._by_title(clause, phrase)):
            self.found.lead(head.start, named, "resolved")
            self.found.add(Mention(phrase.start, phrase.end, named, "role"))
            self._remember(named, number, phrase.first, subject=subject, first=first)
            return
        elif (
            low in lex.organization_nouns
            and head.text[0].islower()
            and low not in lex.groups
            and self._owned(tokens, phrase)
        ):
            # "Iran's foreign ministry", "the Clinton campaign"
            reference = self.found.refer(phrase.start, phrase.end)
            if reference is not None:
                self.found.add(
                    Mention(
                        tokens[self._owned(tokens, phrase) - 1].start, tokens[phrase.head].end, reference.actor, "name"
                    )
                )
                self._remember(reference.actor, number, phrase.first, subject=subject, first=first)
                return
        if known is not None:
            if subject:
                self._remember(known, number, phrase.first, subject=True, first=first)
            return
        if phrase.kind == "noun" and (low in lex.organization_nouns or low in lex.persons or low in lex.groups):
            before = self._nouns.get(low)
            if before is not None and opening in DEMONSTRATIVE:
                # "a man of 31 ... the man": the second mention makes an actor of both
                self.found.refer(*before)
                reference = self.found.refer(phrase.start, phrase.end)
                if reference is not None:
                    self.found.add(Mention(phrase.start, phrase.end, reference.actor, "unnamed"))
                    self._remember(reference.actor, number, phrase.first, subject=subject, first=first)
                    return
            self._nouns[low] = (phrase.start, max(phrase.end, phrase.full_end))
        if subject:
            if (
                low in lex.groups
                or low in lex.collective
                or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
            ):
                # Only people and bodies are followed: "sanctions ... they" stays unresolved.
                group = low in lex.groups or low in lex.collective
                self._salience.plural(Entry(None, number, phrase.first, subject, first, k if group else -1))
            else:
                body = low in lex.organization_nouns
                self._salience.singular(
                    Entry(None, number, phrase.first, subject, first, k if body else -1, owner=owner)
                )
                if (opening in ("the", "a", "an") or opening in OWNERS) and (
                    is_role(head) or is_agent_noun(head) or low in lex.persons
                ):
                    self._salience.person(
                        Entry(None, number, phrase.first, subject, first, k, lex.roles.get(low, ""), low)
                    )

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
            return self._cast.country(code, self._registrar.words(tokens[first:last])), last
        owner = self.found.meant(tokens[phrase.first]) if phrase.head == phrase.first + 1 else None
        code = (self._cast.known[owner].country if owner else None) or ""
        return (self._cast.country(code), phrase.head + 1) if code in gazetteer().main else None

    @staticmethod
    def _owned(tokens: list[Token], phrase: NounPhrase) -> int:
        """One more than the index of the first name in a phrase before its head; 0 where there is none."""
        for k in range(phrase.first, phrase.head):
            if tokens[k].tag == "NAME" and tokens[k].text[0].isupper() and tokens[k].text not in lexicon().calendar:
                return k + 1
        return 0


def _apposed(tokens: list[Token], phrase: NounPhrase, following: NounPhrase) -> bool:
    """Whether a name stands between commas behind a phrase: "Her counterpart, Moses Kato, said"."""
    return (
        following.kind == "name"
        and following.first == phrase.last + 1
        and tokens[phrase.last].low == ","
        and following.last < len(tokens)
        and tokens[following.last].low == ","
    )
