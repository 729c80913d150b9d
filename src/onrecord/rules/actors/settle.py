"""From names, roles and pronouns in the order of the text to actors and their mentions."""

import sys

from onrecord.reading.document import Document
from onrecord.reading.paragraphs import in_one_line
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.governments import GOVERNMENT, OWN, country_governed
from onrecord.rules.actors.introductions import described_span, introduced
from onrecord.rules.actors.lexicon import Gender, lexicon
from onrecord.rules.actors.named import Named
from onrecord.rules.actors.naming import Naming
from onrecord.rules.actors.nouns import ARREST, FEW, SEVERAL, Nouns, may_lead
from onrecord.rules.actors.registering import Registrar
from onrecord.rules.actors.salience import PRONOUNS, Entry, Salience
from onrecord.rules.actors.types import Mention
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token, VerbGroup

LEX = lexicon()

SPEAKING = frozenset(
    {"say", "tell", "add", "reply", "warn", "argue", "insist", "explain", "note", "claim", "ask", "admit"}
)
"""Verbs whose subject is likely the one who says the next thing too."""
NOBODY: set[int] = set()
FAR = sys.maxsize
AHEAD = frozenset({"as", "when", "after", "before", "while", "once", "although", "though", "until", "since", "if"})
"""What opens a clause in which he or she may be the one who is named after it."""


class Settler:
    """One pass over a document; `found` holds what came of it."""

    def __init__(self, document: Document, clauses: list[Clauses], names: list[list[Named]]) -> None:
        self._document, self._clauses, self._names = document, clauses, names
        self._cast = Cast()
        self._salience = Salience(self._cast.known)
        self.found = Found(document, clauses, self._cast)
        self._registrar = Registrar(document.text, self._cast, self.found)
        self._naming = Naming(self._cast, self._registrar)
        self._nouns = Nouns(document, clauses, self._cast, self.found, self._salience)

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
        gender = LEX.roles.get(tokens[phrase.head].low, "")
        if key is None or (gender and self._cast.known[key].gender not in ("", gender)):
            return
        start, end = described_span(self._clauses[number], phrase)
        self.found.lead(tokens[phrase.head].start, key, "resolved")
        self.found.add(Mention(start, end, key, "role"))
        self._cast.learn(
            key, gender=gender, role=in_one_line(self._document.text[tokens[phrase.first + 1].start : end])
        )

    def _follow(self, number: int, clause: Clauses, names: list[Named]) -> None:
        tokens, lows, tags = clause.tokens, clause.lows, clause.tags
        self._cast.sentence = number
        self._salience.block = clause.sentence.block
        subjects: set[int] = set()
        speaking: set[int] = set()
        arrests: list[VerbGroup] = []
        for verb in clause.verbs:
            if verb.subject is not None:
                subjects.add(verb.subject)
                if verb.lemma in SPEAKING:
                    speaking.add(verb.subject)
            if verb.lemma in ARREST:
                arrests.append(verb)
        count = len(names)
        heads, speakers = _heads(clause, subjects, speaking) if count and subjects else (NOBODY, NOBODY)
        first = True
        n = 0
        upcoming = names[0].first if count else FAR  # where the next name begins
        governed = 0
        ahead: tuple[Token, Gender] | None = None
        counted = not clause.words.isdisjoint(FEW)
        for k, phrase in enumerate(clause.phrases):
            low, opening = lows[phrase.head], tags[phrase.first]
            inside = k in subjects
            asked = counted or may_lead(low) or phrase.kind == "pronoun"
            if not (asked or inside or upcoming < phrase.last or opening == "POSS"):
                continue  # most phrases are of things and no subjects
            owner = None
            if opening == "POSS" and (role := PRONOUNS.get(lows[phrase.first])):
                owner = self._pronoun(tokens[phrase.first], role, number, None)
            if low == GOVERNMENT and (state := country_governed(tokens, phrase)):
                governed = state[1]
            covered = False
            while upcoming < phrase.last:
                named = names[n]
                n += 1
                upcoming = names[n].first if n < count else FAR
                if named.first < governed and named.kind == "country":
                    continue  # "Fiji" of "Fiji's government"
                key = self._mention(named, tokens)
                if key is not None:
                    place = range(named.first, named.last)
                    subject = not heads.isdisjoint(place)
                    speaks = subject and not speakers.isdisjoint(place)
                    self._remember(key, number, named.first, subject=subject, first=first, speaks=speaks)
                    first = False
                    if ahead is not None and subject:
                        self._named_after(*ahead, key)
                        ahead = None
                    if named.first <= phrase.head < named.last:
                        covered = True
            if covered:
                continue
            head = tokens[phrase.head]
            if phrase.kind == "pronoun" and opening != "DET":
                if role := PRONOUNS.get(low):
                    barred = self._barred(clause, k)
                    speaks = k in speaking
                    key = self._pronoun(head, role, number, barred, speaks=speaks)
                    if key is not None:
                        self._remember(key, number, phrase.first, subject=inside, first=first, speaks=speaks)
                    elif role[1] == "person" and inside and tokens[0].low in AHEAD:
                        ahead = (head, role[0])
                continue
            key = None
            led = self.found.leads(head.start)
            if asked and (led is None or low in OWN):
                key = self._nouns.actor(clause, phrase, number, led, subject=inside)
            if key is None and led is not None:
                if inside:
                    self._remember(led, number, phrase.first, subject=True, first=first)
                continue
            if key is None and asked:
                key = self._nouns.again(clause, phrase, counted=counted)
            if key is not None:
                self._remember(key, number, phrase.first, subject=inside, first=first)
            elif inside:
                self._nouns.new(number, tokens, k, phrase, owner, first=first)
            elif low in SEVERAL:
                self._nouns.passed(number, k, phrase)
        for named in names[n:] if n < count else ():
            self._mention(named, tokens)
        for verb in arrests:
            self._nouns.arrested(clause, verb)

    def _named_after(self, token: Token, gender: Gender, key: str) -> None:
        """Let a pronoun mean somebody who is named after it: "As soon as he had signed, Mayor Okamoto left"."""
        known = self._cast.known[key]
        if known.kind == "person" and known.gender in ("", gender):
            known.gender = gender
            self.found.pronoun(token, key)

    def _mention(self, named: Named, tokens: list[Token]) -> str | None:
        """The actor that a name means here, its mention entered; None for names of no actor."""
        key, via = self._naming.actor(named, tokens)
        if key is None:
            return None
        self.found.add(Mention(named.start, named.end, key, via))
        if via == "role":
            self.found.lead(tokens[named.last - 1].start, key, "resolved")
        return key

    def _barred(self, clause: Clauses, k: int) -> range | None:
        """The tokens of the subject whose object this pronoun is: "Trump criticised him" is not of himself."""
        acting = None
        for verb in clause.verbs:
            if verb.object == k:
                acting = verb
        if acting is None and clause.tokens[clause.phrases[k].head].low == "them":
            acting = next((each for each in reversed(clause.verbs) if each.last <= clause.phrases[k].first), None)
        if acting is None or acting.subject is None or clause.tokens[clause.phrases[k].head].low.endswith("self"):
            return None
        phrase = clause.phrases[acting.subject]
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
            entry = self._salience.they(number, barred)
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
        salience = self._salience
        entry = Entry(key, number, token, subject, first, speaks)
        if known.kind == "person" or (subject and known.kind == "unnamed" and known.role and not known.plural):
            salience.person(entry)
            if subject:
                salience.singular.append(entry)
        elif known.plural or known.kind == "group":
            salience.plural.append(entry)
        else:
            salience.singular.append(entry)
            if known.kind == "organization":
                salience.plural.append(entry)


def _heads(clause: Clauses, subjects: set[int], speaking: set[int]) -> tuple[set[int], set[int]]:
    """The heads of subjects, and of the names that stand with them: "EU foreign policy chief | Kaja Kallas".

    Of all and of those who speak.
    """
    phrases, tokens = clause.phrases, clause.tokens
    count = len(phrases) - 1
    heads: set[int] = set()
    speakers: set[int] = set()
    for k in subjects:
        phrase = phrases[k]
        heads.add(phrase.head)
        if k in speaking:
            speakers.add(phrase.head)
        if k < count:
            following = phrases[k + 1]
            gap = following.first - phrase.last
            if gap == 0 or (gap == 1 and following.kind == "name" and _apposed(tokens, phrase, following)):
                heads.add(following.head)
                if k in speaking:
                    speakers.add(following.head)
    return heads, speakers


def _apposed(tokens: list[Token], phrase: NounPhrase, following: NounPhrase) -> bool:
    """Whether a name one token behind a phrase stands between commas: "Her counterpart, Moses Kato, said"."""
    return tokens[phrase.last].low == "," and following.last < len(tokens) and tokens[following.last].low == ","
