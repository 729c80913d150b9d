"""Full names first: people and organisations named in full, with roles and acronyms, before the text is followed."""

from onrecord.reading.paragraphs import in_one_line
from onrecord.rules.actors.bodies import is_body, noun_before
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.comparing import fold
from onrecord.rules.actors.found import Found
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import SUFFIXES, UNIONS, Named, called
from onrecord.rules.actors.people import ROYAL
from onrecord.rules.actors.roles import (
    ARTICLES,
    ASIDE,
    BEING,
    FAMILY,
    MODIFIERS,
    OWNERS,
    country_in,
    family,
    is_agent_noun,
    is_role,
    one_before,
    role_after,
    role_before,
    role_in_front,
    role_said,
)
from onrecord.rules.actors.shapes import OPENERS
from onrecord.rules.actors.types import Mention
from onrecord.rules.geography import EUROPEAN_UNION
from onrecord.rules.syntax.types import Token

LEX = lexicon()

BYGONE = frozenset({"former", "ex", "retired", "then", "onetime"})


class Registrar:
    """Enters full names into the cast."""

    def __init__(self, text: str, cast: Cast, found: Found) -> None:
        self._text, self._cast, self._found = text, cast, found
        self.first_words: dict[str, str | None] = {}
        """First words of organisations' names, to those organisations: "Goldman" for "Goldman Sachs"."""

    def register(self, named: Named, tokens: list[Token]) -> None:
        """Enter a person or an organisation that is named in full."""
        name = self._text[named.start : named.end]
        named.name = name if name.isalpha() else in_one_line(name)
        if len(named.words) == 1:
            apposed = named.first > 1 and tokens[named.first - 1].low == ","
            if apposed and (named.kind == "organization" or named.kind == "unknown"):
                self._apposed(named, tokens)
            return
        if (not named.sure or named.kind == "thing") and named.last < len(tokens):
            self._told_kind(named, tokens)
        if named.kind == "person":
            if named.words[0].lower() in LEX.name_particles and named.words[0] not in LEX.given:
                return  # "Von der Leyen said": a surname
            if len(named.words) == 2 and named.words[1].rstrip(".") in SUFFIXES:
                return  # "Trump Jr."
            relative = family(tokens, named)
            beside = self._beside(named, tokens) if self._cast.initialled(named.words) else ""
            key = self._cast.person(
                named.words, named.name, gender=named.gender, kin=relative is not None, beside=beside
            )
            named.key = key
            title = tokens[named.role_first].text.rstrip(".") if 0 <= named.role_first < named.first else ""
            self._cast.met_in_full(key, named.start, kin=relative is not None, style=title)
            if relative:
                self._cast.learn(key, gender=LEX.roles.get(relative, ""))
            self.roles(key, named, tokens)
            self._aside(key, named, tokens)
            if named.last + 2 < len(tokens) and (other := called(tokens, named.last)):
                self._cast.alias_of_person(other, key)
        elif named.kind == "organization":
            if not named.sure and (person := self._cast.short(named.words)):
                named.kind = "person"
                self.roles(person, named, tokens)
                return
            key = self.organization(named, tokens)
            self.noun(key, named, tokens)
            self._acronym(key, named, tokens)
            head = named.words[0]
            if head in OPENERS and len(parts := fold(named.name).split()) == 2:
                self._cast.alias(parts[1], key)  # "Altamar" of "Grupo Altamar"
            if len(named.words) == 2 and len(head) > 3 and named.country is None and head not in LEX.given:
                # A word that opens two organisations' names means neither.
                self.first_words[head] = key if self.first_words.get(head, key) == key else None

    def _apposed(self, named: Named, tokens: list[Token]) -> None:
        """Enter a body of one word that an apposition presents: `the UN refugee agency, UNHCR, said`."""
        if noun_before(named, tokens) is not None and self._cast.short(named.words) is None:
            named.kind = "organization"
            self.noun(self._cast.named(named.name) or self.organization(named, tokens), named, tokens)

    def _aside(self, key: str, named: Named, tokens: list[Token]) -> None:
        """Enter a role with an owner behind a name as another mention: `Rosa Duarte, | his daughter |, runs it`."""
        k = named.last
        if k + 2 >= len(tokens) or tokens[k].low != "," or tokens[k + 1].low not in OWNERS | {"its"}:
            return
        begin = k = k + 1
        k += 1
        while k < len(tokens) and tokens[k].tag in MODIFIERS:
            k += 1
        head = tokens[k - 1]
        if k > begin + 1 and (head.low in FAMILY or is_role(head.low) or head.low in LEX.persons):
            self._found.add(Mention(tokens[begin].start, head.end, key, "name"))
            self._found.lead(head.start, key, "stated")

    def _beside(self, named: Named, tokens: list[Token]) -> str:
        """The words of a role that stands beside a name."""
        span = role_before(tokens, named) or role_after(tokens, named) or role_in_front(tokens, named)
        return " ".join(token.text for token in tokens[span[0] : span[1]]) if span else ""

    def _told_kind(self, named: Named, tokens: list[Token]) -> None:
        """Make it an organisation where the words behind it tell: `Food Programme (FP)`, `Norsk Lys, a maker`."""
        k, count = named.last, len(tokens)
        if named.kind == "thing" and tokens[k].low == "(" and k + 2 < count and tokens[k + 2].low == ")":
            short = tokens[k + 1].text
            if len(short) > 2 and short.isupper() and short == "".join(w[0] for w in named.words if w[0].isupper()):
                named.kind = "organization"
        elif named.kind == "person" and (self._cast.named(" ".join(named.words)) or is_body(named, tokens)):
            named.kind = "organization"

    def organization(self, named: Named, tokens: list[Token]) -> str:
        """The organisation of this name."""
        if named.country == EUROPEAN_UNION and named.name in UNIONS:
            return self._cast.country(EUROPEAN_UNION, named.name)
        before = tokens[named.first - 1] if named.first else None
        name = named.name
        if before is not None and before.low == "'s" and named.words[-1].lower() in LEX.organizations:
            # "Iran's Foreign Ministry"
            owner = self._text[tokens[named.first - 2].start : tokens[named.first - 2].end] if named.first > 1 else ""
            named.country = named.country or country_in([owner])
        return self._cast.organization(name, country=named.country)

    def noun(self, key: str, named: Named, tokens: list[Token]) -> None:
        """Let a noun that stands as an apposition before a body's name lead to it: "the operator, TrenAndino"."""
        span = noun_before(named, tokens) if named.first > 1 and tokens[named.first - 1].low == "," else None
        if span is not None:
            self._found.lead(tokens[span[1] - 1].start, key, "stated")
            self._found.add(Mention(tokens[span[0]].start, tokens[span[1] - 1].end, key, "role"))

    def _acronym(self, key: str, named: Named, tokens: list[Token]) -> None:
        """`European Central Bank (ECB)`."""
        i = named.last
        if i + 2 < len(tokens) and tokens[i].low == "(" and tokens[i + 2].low == ")":
            short = tokens[i + 1].text
            if short[:1].isupper() and sum(letter.isupper() for letter in short) >= 2 and len(short) <= 8:
                self._cast.alias(short, key)
        initials = "".join(word[0] for word in named.words if word[0].isupper())
        if len(initials) >= 3 or initials in LEX.known:
            self._cast.alias(initials, key)

    def roles(self, key: str, named: Named, tokens: list[Token]) -> None:
        """Learn the role that stands with this mention, and let its noun lead to the person."""
        if named.first > 1 and tokens[named.first - 1].low == "," and (one := one_before(tokens, named)) is not None:
            self._found.lead(tokens[one].start, key, "stated")
            return
        after = tokens[named.last].low if named.last < len(tokens) else ""
        span = (
            role_before(tokens, named)
            or (role_after(tokens, named) if after in ASIDE else None)
            or role_in_front(tokens, named)
            or (role_said(tokens, named) if after in BEING else None)
        )
        if span is None:
            if (style := named.words[0].lower()) in ROYAL and key not in (
                keys := self._cast.by_role.setdefault(style, [])
            ):
                keys.append(key)  # "the queen" after "Queen Margrethe"
            return
        first, last = span
        if tokens[first].low in ARTICLES:
            first += 1
        role = in_one_line(self._text[tokens[first].start : tokens[last - 1].end]).rstrip(" ,")
        if not role:
            return
        if last == named.first and (front := role_in_front(tokens, named, span[0])):
            # "his lawyer, former judge Anna Roe": what she is goes before what she was
            self._apposed_role(key, front, tokens, learn=tokens[first].low in BYGONE)
        words = [token.text for token in tokens[first:last]]
        kin = next((k for k in range(first, last) if tokens[k].low in LEX.kin), -1)
        if last < named.first and kin >= 0:
            # "his wife, Ewa Wilk": no role, but another mention
            self._cast.learn(key, gender=LEX.roles.get(tokens[kin].low, ""))
            self._found.lead(tokens[kin].start, key, "stated")
            self._found.add(Mention(tokens[first].start, tokens[last - 1].end, key, "role"))
            return
        if last < named.first and tokens[last].low == ",":
            self._found.add(Mention(tokens[span[0]].start, tokens[last - 1].end, key, "name"))
        if tokens[first].low == "one" and tokens[first + 1].low == "of":
            self._found.lead(tokens[first].start, key, "stated")  # "One of the survivors, Ali Hassan"
            if all(token.low.removesuffix("s") not in FAMILY for token in tokens[first:last]):
                self._cast.learn(key, role=role[0].lower() + role[1:])
            return
        gender = self._cast.known[key].gender
        for token in tokens[first:last]:
            gender = gender or LEX.roles.get(token.low, "")
            if is_role(token.low) or is_agent_noun(token):
                self._found.lead(token.start, key, "stated")
                break
        self._cast.learn(key, gender=gender, role=role, country=country_in(words) or self._country_of_body(role, words))

    def _apposed_role(self, key: str, span: tuple[int, int], tokens: list[Token], *, learn: bool) -> None:
        """Enter a role that stands before a title and a name as another mention: `his lawyer, | Judge Anna Roe`."""
        first, last = span
        self._found.add(Mention(tokens[first].start, tokens[last - 1].end, key, "name"))
        for token in tokens[first:last]:
            if is_role(token.low) or is_agent_noun(token):
                self._found.lead(token.start, key, "stated")
                break
        if not learn:
            return
        if tokens[first].low in OWNERS:
            first += 1
        words = [token.text for token in tokens[first:last]]
        role = in_one_line(self._text[tokens[first].start : tokens[last - 1].end])
        self._cast.learn(key, role=role, country=country_in(words))

    def _country_of_body(self, role: str, words: list[str]) -> str | None:
        """The country of the organisation that a role names: "head of the Indian Seed Association"."""
        names = [word for word in words if word[:1].isupper()]
        for each in (role.partition(" of ")[2], role.partition(" at ")[2], role.partition(" for ")[2], *names):
            body = self._cast.named(each) if each else None
            if body is not None and self._cast.known[body].country:
                return self._cast.known[body].country
        return None
