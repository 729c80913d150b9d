"""From names, roles and pronouns in the order of the text to actors and their mentions."""

from onrecord.reading.document import Document
from onrecord.records import Certainty
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.kinds import LOCATIVE, UNIONS, Named
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.roles import ARTICLES, american, country_in, is_role, role_after, role_before, role_in_front
from onrecord.rules.actors.salience import PRONOUNS, Entry, Salience
from onrecord.rules.actors.types import Mention
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token

LEADERS = frozenset({"president", "premier", "minister", "chancellor", "king", "queen", "prince", "leader", "chief", "chairman", "chairwoman"})
HYPERNYMS: dict[str, frozenset[str]] = {
    "leader": LEADERS,
    "lawmaker": frozenset({"senator", "sen.", "rep.", "representative", "congressman", "congresswoman", "mp", "deputy", "sen", "rep"}),
    "senator": frozenset({"sen.", "sen"}),
    "governor": frozenset({"gov.", "gov"}),
    "congressman": frozenset({"rep.", "rep", "representative"}),
    "congresswoman": frozenset({"rep.", "rep", "representative"}),
    "general": frozenset({"gen.", "gen"}),
    "premier": frozenset({"minister", "premier"}),
    "monarch": frozenset({"king", "queen", "emperor"}),
    "boss": frozenset({"chief", "chairman", "director", "ceo"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
}
SHORTENED = frozenset({"Ministry", "Department", "Court", "Commission", "Council", "Committee", "Party", "Agency", "Bank", "Bureau"})
"""Words that stand alone, with a capital, for the organisation named before."""
DATING = frozenset({"last", "next", "late", "early", "mid", "this", "that", "every", "each"})
AFTER_SUBJECT = frozenset({"VERB", "AUX", "MODAL"})
TOWARDS = frozenset({"with", "between", "against", "by", "both", "urge", "urged", "told", "urging", "from", "for", "to", "on"})


class Settler:
    """One pass over a document; `found` holds what came of it."""

    def __init__(self, document: Document, clauses: list[Clauses], names: list[list[Named]]) -> None:
        self._text = document.text
        self._clauses, self._names = clauses, names
        self._cast = Cast()
        self._salience = Salience(self._cast.known)
        self._first_words: dict[str, str | None] = {}
        """First words of organisations' names, to those organisations: "Goldman" for "Goldman Sachs"."""
        self.found = Found(document, clauses, self._cast)

    def run(self) -> Found:
        """Register full names first, then follow the text."""
        for number, names in enumerate(self._names):
            for named in names:
                self._register(named, self._clauses[number].tokens)
        for number, clause in enumerate(self._clauses):
            if clause.tokens:
                self._follow(number, clause, self._names[number])
        return self.found

    # -- full names ---------------------------------------------------------------------------------------------

    def _register(self, named: Named, tokens: list[Token]) -> None:
        named.name = " ".join(self._text[named.start : named.end].split())
        if named.kind == "person" and len(named.words) >= 2:
            if named.words[0].lower() in lexicon().name_particles and named.words[0] not in lexicon().given:
                return  # "Von der Leyen said": a surname
            key = self._cast.person(named.words, named.name, gender=named.gender)
            self._roles(key, named, tokens)
        elif named.kind == "organization" and len(named.words) >= 2:
            if not named.sure and (person := self._cast.short(named.words)):
                named.kind = "person"
                self._roles(person, named, tokens)
                return
            key = self._organization(named, tokens)
            self._acronym(key, named, tokens)
            head = named.words[0]
            if len(named.words) == 2 and len(head) > 3 and named.country is None and head not in lexicon().given:
                # A word that opens two organisations' names means neither.
                self._first_words[head] = key if self._first_words.get(head, key) == key else None

    def _organization(self, named: Named, tokens: list[Token]) -> str:
        if named.country == EUROPEAN_UNION and named.name in UNIONS:
            return self._cast.country(EUROPEAN_UNION, named.name)
        before = tokens[named.first - 1] if named.first else None
        name = named.name
        if before is not None and before.low == "'s" and named.words[-1].lower() in lexicon().organizations:
            # "Iran's Foreign Ministry"
            owner = self._text[tokens[named.first - 2].start : tokens[named.first - 2].end] if named.first > 1 else ""
            named.country = named.country or country_in([owner])
        return self._cast.organization(name, country=named.country)

    def _acronym(self, key: str, named: Named, tokens: list[Token]) -> None:
        """`European Central Bank (ECB)`."""
        i = named.last
        if i + 2 < len(tokens) and tokens[i].low == "(" and tokens[i + 2].low == ")":
            short = tokens[i + 1].text
            if short[:1].isupper() and sum(letter.isupper() for letter in short) >= 2 and len(short) <= 8:
                self._cast.alias(short, key)
        initials = "".join(word[0] for word in named.words if word[0].isupper())
        if len(initials) >= 3:
            self._cast.alias(initials, key)

    def _roles(self, key: str, named: Named, tokens: list[Token]) -> None:
        """Learn the role that stands with this mention, and let its noun lead to the person."""
        span = role_before(tokens, named) or role_after(tokens, named) or role_in_front(tokens, named)
        if span is None:
            return
        first, last = span
        if tokens[first].low in ARTICLES:
            first += 1
        role = " ".join(self._text[tokens[first].start : tokens[last - 1].end].split()).rstrip(" ,")
        if not role:
            return
        words = [token.text for token in tokens[first:last]]
        gender = self._cast.known[key].gender
        for token in tokens[first:last]:
            gender = gender or lexicon().roles.get(token.low, "")
            if is_role(token):
                self.found.lead(token.start, key, "stated")
                break
        self._cast.learn(key, gender=gender, role=role, country=country_in(words))

    # -- the text in order --------------------------------------------------------------------------------------

    def _follow(self, number: int, clause: Clauses, names: list[Named]) -> None:
        tokens = clause.tokens
        subjects = {verb.subject: verb for verb in clause.verbs if verb.subject is not None}
        objects = {verb.object: verb for verb in clause.verbs if verb.object is not None}
        heads = {clause.phrases[k].head: k for k in subjects}
        first = True
        n = 0
        consumed: set[int] = set()
        for k, phrase in enumerate(clause.phrases):
            covered = False
            while n < len(names) and names[n].first < phrase.last:
                named = names[n]
                n += 1
                inside = any(named.first <= head < named.last for head in heads)
                key = self._mention(named, tokens, number)
                if key is not None:
                    self._remember(key, number, named.first, subject=inside, first=first)
                    first = False
                    if named.first <= phrase.head < named.last:
                        covered = True
                        consumed.add(k)
            if covered:
                continue
            if tokens[phrase.first].tag == "POSS" and (role := PRONOUNS.get(tokens[phrase.first].low)):
                self._pronoun(tokens[phrase.first], role, number, None)
            if phrase.kind == "pronoun":
                if role := PRONOUNS.get(tokens[phrase.head].low):
                    barred = self._barred(clause, k, objects)
                    key = self._pronoun(tokens[phrase.head], role, number, barred)
                    if key is not None:
                        self._remember(key, number, phrase.first, subject=k in subjects, first=first)
                continue
            self._noun(number, clause, k, phrase, subject=k in subjects, first=first)
        while n < len(names):
            self._mention(names[n], tokens, number)
            n += 1

    def _barred(self, clause: Clauses, k: int, objects: dict[int, object]) -> range | None:
        """The tokens of the subject whose object this pronoun is: "Trump criticised him" is not of himself."""
        verb = objects.get(k)
        subject = getattr(verb, "subject", None)
        if subject is None or clause.tokens[clause.phrases[k].head].low.endswith("self"):
            return None
        phrase = clause.phrases[subject]
        return range(phrase.first, phrase.last)

    def _pronoun(self, token: Token, role: tuple[str, str], number: int, barred: range | None) -> str | None:
        gender, number_of = role
        key: str | None = None
        if number_of == "person":
            key = self._salience.he_or_she("m" if gender == "m" else "f", number, barred)
        elif number_of == "thing":
            key = self._salience.it(number)
        else:
            entry = self._salience.they(number)
            if entry is not None:
                key = entry.key
                if key is None and entry.phrase >= 0:
                    phrase = self._clauses[entry.sentence].phrases[entry.phrase]
                    reference = self.found.refer(phrase.start, max(phrase.end, phrase.full_end))
                    key = entry.key = reference.actor if reference else None
        if key is not None:
            self.found.pronoun(token, key)
        return key

    def _remember(self, key: str, number: int, token: int, *, subject: bool, first: bool) -> None:
        known = self._cast.known[key]
        entry = Entry(key, number, token, subject, first)
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

    def _noun(self, number: int, clause: Clauses, k: int, phrase: NounPhrase, *, subject: bool, first: bool) -> None:
        """A common noun phrase: "the minister", "the company", or a subject that "they" or "it" may mean later."""
        lex = lexicon()
        tokens = clause.tokens
        head = tokens[phrase.head]
        low = head.low
        opening = tokens[phrase.first].low
        if opening in ("the", "this", "that") and self.found.leads(head.start) is None:
            key: str | None = None
            if is_role(head) or (low.endswith("-old") and low[:1].isdigit()):
                key = self._by_role(tokens, phrase, number)
            elif low in lex.organization_nouns or low in ("bloc", "country", "nation", "group"):
                key = self._by_noun(tokens, phrase, number)
            if key is not None:
                self.found.lead(head.start, key, "resolved")
                self.found.add(Mention(phrase.start, phrase.end, key, "role"))
                self._remember(key, number, phrase.first, subject=subject, first=first)
                return
        known = self.found.leads(head.start)
        if known is not None:
            if subject:
                self._remember(known, number, phrase.first, subject=True, first=first)
            return
        if subject:
            entry = Entry(None, number, phrase.first, subject, first, k)
            if low in lex.groups or low in lex.collective or (low.endswith("s") and not low.endswith(("ss", "us", "is"))):
                # Only people and bodies are followed: "sanctions ... they" stays unresolved.
                group = low in lex.groups or low in lex.collective
                self._salience.plural(Entry(None, number, phrase.first, subject, first, k if group else -1))
            else:
                self._salience.singular(entry)

    def _by_role(self, tokens: list[Token], phrase: NounPhrase, number: int) -> str | None:
        """The person whose role this phrase repeats: "the minister", "the French president"."""
        head = tokens[phrase.head].low
        wanted = HYPERNYMS.get(head, frozenset()) | {head}
        gender = lexicon().roles.get(head, "")
        modifiers = [token for token in tokens[phrase.first + 1 : phrase.head] if token.low not in ("then", "veteran", "embattled")]
        country = country_in([token.text for token in modifiers])
        rest = {token.low for token in modifiers if not (country and token.text[0].isupper())}
        best: str | None = None
        latest = -1
        same = 0
        for key, known in self._cast.known.items():
            if known.kind != "person" or not known.mentions or (gender and known.gender not in ("", gender)):
                continue
            if head.endswith("-old"):
                continue
            role = set((known.role or "").lower().replace("-", " ").split())
            if role.isdisjoint(wanted) and not (head in role):
                continue
            if country and known.country and country != known.country:
                continue
            if rest and not rest <= role | {"former", "president-elect"}:
                continue
            same += 1
            if known.mentions[-1].start > latest:
                best, latest = key, known.mentions[-1].start
        if best is None and head.endswith("-old"):
            return self._salience.he_or_she("m", number, None) or None
        return best

    def _by_noun(self, tokens: list[Token], phrase: NounPhrase, number: int) -> str | None:
        """The organisation that "the company", "the bloc" or "the ministry" means: the last one that can be it."""
        lex = lexicon()
        head = tokens[phrase.head].low
        if phrase.head - phrase.first > 1:
            return None
        latest, best = -1, None
        for key, known in self._cast.known.items():
            if not known.mentions:
                continue
            at = known.mentions[-1].start
            if at <= latest:
                continue
            words = known.name.lower().replace("'s", "").split()
            if head in ("country", "nation"):
                fits = known.kind == "country" and key.startswith("c:")
            elif head == "bloc":
                fits = known.kind == "organization" and known.country == EUROPEAN_UNION or known.name in ("NATO", "Nato", "ASEAN", "Asean", "OPEC", "Opec", "Mercosur", "BRICS")
            elif head == "group":
                fits = known.kind in ("organization", "group") and not known.name[:1].islower() and known.country is None
            elif known.kind != "organization" or key.startswith("c:"):
                fits = False
            elif head in words:
                fits = True
            elif head in lex.companies:
                fits = known.country is None and lex.organizations.isdisjoint(words[-1:]) and not known.name.isupper()
            elif head in ("agency", "organization", "organisation", "institution", "body"):
                fits = known.name.isupper() or head in words
            else:
                fits = False
            if fits:
                latest, best = at, key
        if head in ("country", "nation") and best is not None and self._salience.it(number) != best:
            return None
        return best

    # -- one name -----------------------------------------------------------------------------------------------

    def _mention(self, named: Named, tokens: list[Token], number: int) -> str | None:
        """The actor that a name means here, its mention entered; None for names of no actor."""
        key, via = self._actor(named, tokens, number)
        if key is None:
            return None
        certainty: Certainty = "resolved" if via == "role" else "stated"
        self.found.add(Mention(named.start, named.end, key, via))  # type: ignore[arg-type]
        if via == "role":
            self.found.lead(tokens[named.last - 1].start, key, certainty)
        return key

    def _actor(self, named: Named, tokens: list[Token], number: int) -> tuple[str | None, str]:
        match named.kind:
            case "person":
                return self._someone(named, tokens), "name"
            case "organization":
                return self._some_body(named, tokens), "name"
            case "country" | "city" | "region" | "seat":
                return self._somewhere(named, tokens)
            case "group":
                return self._cast.organization(named.name, country=named.country, kind="group"), "group"
            case "role":
                return self._titled_role(named, tokens, number), "role"
            case "unknown":
                return self._unknown(named, tokens), "name"
            case "adjective" | "thing":
                if named.words and named.kind == "thing" and (key := self._person_of_place(named, tokens)):
                    return key, "name"
                return None, ""

    def _someone(self, named: Named, tokens: list[Token]) -> str | None:
        words = named.words
        if len(words) >= 2:
            return self._cast.short(words) or self._cast.person(words, named.name, gender=named.gender)
        role = self._role_words(named, tokens)
        key = self._cast.short(words, gender=named.gender, role=role)
        if key is None:
            key = self._cast.person(words, named.name, gender=named.gender)
        if named.titled:
            self._roles(key, named, tokens)
        else:
            self._cast.bare(words[-1], key)
        return key

    def _role_words(self, named: Named, tokens: list[Token]) -> str | None:
        span = role_before(tokens, named)
        return " ".join(token.text for token in tokens[span[0] : span[1]]) if span else None

    def _some_body(self, named: Named, tokens: list[Token]) -> str | None:
        name = named.name
        if not named.sure and len(named.words) == 1 and (key := self._cast.short(named.words)):
            return key
        key = self._cast.named(name)
        if key is not None:
            return key
        if len(named.words) == 1 and name.lower() in lexicon().organizations and name not in lexicon().known:
            # "the Ministry" after "the Ministry of Health"
            for other in reversed(self._cast.known.values()):
                if other.kind == "organization" and other.mentions and name in SHORTENED and name in other.name.split():
                    return other.key
        return self._organization(named, tokens)

    def _somewhere(self, named: Named, tokens: list[Token]) -> tuple[str | None, str]:
        if key := self._person_of_place(named, tokens):
            return key, "name"
        code, name = named.country, named.name
        if named.kind == "country" and code:
            if gazetteer().ambiguous(name) and american([token.text for token in tokens]):
                return None, ""
            return self._cast.country(code, name), "country"
        if named.kind == "seat" and code:
            return self._cast.organization(name, country=code), "name"
        if not self._acts(named, tokens):
            return None, ""
        if named.kind == "city":
            if name == "Brussels" and named.country == "BEL":
                return self._cast.country(EUROPEAN_UNION, name), "country"
            if name in gazetteer().capitals and code:
                return self._cast.country(code, name), "country"
            return None, ""
        if named.kind == "region":
            if name in ("England", "Scotland", "Wales", "Northern Ireland") and code:
                return self._cast.country(code, name), "country"
            if name not in gazetteer().regions:
                return None, ""
            return self._cast.organization(name, country=code, kind="organization" if code else "group"), "country"
        return None, ""

    def _person_of_place(self, named: Named, tokens: list[Token]) -> str | None:
        """The person met by full name whose surname this place's, month's or thing's name is."""
        if len(named.words) != 1:
            return None
        key = self._cast.short(named.words)
        if key is None:
            return None
        before = tokens[named.first - 1] if named.first else None
        if before is not None and (before.low in LOCATIVE or before.tag == "NUM" or named.after_the):
            return None
        words = self._cast.words_of(key)
        if words and words[0] == named.words[0] and len(words) > 1 and named.kind in ("country", "region", "city"):
            return None
        if before is not None and before.low in ("of", "from", "since", "until", "by", "late", "early", "last", "next") and named.kind in ("country", "thing"):
            return None
        return key

    def _acts(self, named: Named, tokens: list[Token]) -> bool:
        """Whether a place stands where somebody would: before a verb, after "with" or "between"."""
        after = tokens[named.last] if named.last < len(tokens) else None
        before = tokens[named.first - 1] if named.first else None
        if before is not None and before.low in LOCATIVE:
            return False
        if after is not None and after.tag in AFTER_SUBJECT and after.form != "ing":
            return before is None or before.tag not in ("PREP",) or before.low in TOWARDS
        return before is not None and before.low in TOWARDS and before.low not in ("from", "on", "to", "for")

    def _titled_role(self, named: Named, tokens: list[Token], number: int) -> str | None:
        """A capitalised role without a name: "the Foreign Minister", "the President"."""
        phrase = NounPhrase(
            named.first - 1 if named.first and tokens[named.first - 1].tag == "DET" else named.first - 1,
            named.last, named.last - 1, named.start, named.end, "noun", named.end,
        )  # fmt: skip
        if named.first and tokens[named.first - 1].low in ("a", "an", "of", "as"):
            return None
        head = named.words[-1].lower()
        if len(named.words) > 4 or head not in lexicon().roles:
            return None
        return self._by_role(tokens, phrase, number)

    def _unknown(self, named: Named, tokens: list[Token]) -> str | None:
        """One capitalised word that no table has."""
        before = tokens[named.first - 1] if named.first else None
        if named.words[0] in lexicon().calendar and before is not None and (before.tag in ("PREP", "NUM", "SUB") or before.low in DATING):
            return None
        if key := self._cast.short(named.words):
            self._cast.bare(named.words[-1], key)
            return key
        if key := self._cast.named(named.name):
            return key
        if key := self._first_words.get(named.words[0]):
            return key
        if named.words[0] in lexicon().calendar:
            return None
        after = tokens[named.last] if named.last < len(tokens) else None
        if before is not None and (before.low in LOCATIVE or before.tag == "NUM"):
            return None
        if named.words[0] in lexicon().surnames:
            return self._cast.person(named.words, named.name)
        person = role_before(tokens, named) or role_after(tokens, named)
        given = named.words[0] in lexicon().given
        if person or (after is not None and after.low == "," and self._next_is(tokens, named.last + 1, "who")):
            key = self._cast.person(named.words, named.name, gender=named.gender)
            self._roles(key, named, tokens)
            return key
        acts = after is not None and after.tag in AFTER_SUBJECT and after.form in ("s", "past", "base", "")
        if not acts:
            return None
        if given:
            return self._cast.person(named.words, named.name, gender=lexicon().given.get(named.words[0], ""))
        return self._cast.organization(named.name)

    @staticmethod
    def _next_is(tokens: list[Token], k: int, low: str) -> bool:
        return k < len(tokens) and tokens[k].low == low
