"""What actor a name means where it stands: a surname, an acronym, a place that acts, a capitalised role."""

from typing import Literal

from onrecord.rules.actors.anaphora import by_role
from onrecord.rules.actors.bodies import is_body
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.named import LOCATIVE, NATIONS, Named
from onrecord.rules.actors.registering import Registrar
from onrecord.rules.actors.roles import american, family, role_after, role_before
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer, straight
from onrecord.rules.syntax.types import NounPhrase, Token

LEX = lexicon()
PLACES = gazetteer()

SHORTENED = word_set("shortened")
"""Words that stand alone, with a capital, for the organisation named before."""
CAPITALS = frozenset({"Kiev", "Delhi", "Naypyitaw", "Tel Aviv", "The Hague"})
"""What else the news calls capitals and seats of government."""
GOVERNING = frozenset(
    {
        "presidency",
        "prime minister's office",
        "chancellor's office",
        "leadership",
        "government",
        "the pope's government",
    }
)
"""Institutions whose seat stands for the country, as its capital does; that of another one is a body of its own."""
DATING = word_set("dating")
AFTER_SUBJECT = frozenset({"VERB", "AUX", "MODAL"})
TOWARDS = word_set("towards")
ACTED_ON = word_set("acted_on")
"""Verbs of which a capital that is the object is a government: "accused Beijing"."""
JOINING = frozenset({"and", "or", ","})


GENERATIONS = frozenset({"younger", "elder", "older"})


Via = Literal["name", "role", "pronoun", "group", "country", "unnamed"]


class Naming:
    """Leads names to actors, in the order of the text."""

    def __init__(self, cast: Cast, registrar: Registrar) -> None:
        self._cast, self._registrar = cast, registrar

    def actor(self, named: Named, tokens: list[Token]) -> tuple[str | None, Via]:
        """The key of the actor, and by what it is named; None for names of no actor."""
        match named.kind:
            case "unknown":
                return self._unknown(named, tokens), "name"
            case "person":
                return self._someone(named, tokens), "name"
            case "organization":
                return self._some_body(named, tokens), "name"
            case "country" | "city" | "region" | "seat":
                return self._somewhere(named, tokens)
            case "group":
                if party := self._cast.named(f"{named.name.removesuffix('s')} Party"):
                    return party, "name"  # "the Greens"
                return self._cast.organization(named.name, country=named.country, kind="group"), "group"
            case "role":
                return self._titled_role(named, tokens), "role"
            case "adjective" | "thing":
                if named.words and named.kind == "thing" and (key := self._person_of_place(named, tokens)):
                    return key, "name"
                return None, "name"

    def _someone(self, named: Named, tokens: list[Token]) -> str | None:
        if named.key:
            return named.key
        words = named.words
        if len(words) >= 2:
            # "Ms van Dijk" is not Mr van Dijk
            key = self._cast.short(words, gender=named.gender if named.titled else "")
            key = key or self._cast.person(words, named.name, gender=named.gender)
            self._cast.learn(key, gender=named.gender)
            return key
        role = self._role_words(named, tokens)
        style = tokens[named.role_first].text.rstrip(".") if 0 <= named.role_first < named.first else ""
        key = self._cast.short(words, gender=named.gender, role=role, start=named.start, style=style)
        if key is None and not named.gender and not role and self._cast.shared(words[-1]):
            return None
        if key is None:
            key = self._cast.person(words, named.name, gender=named.gender, beside=(role or "") if style else "")
        self._cast.learn(key, gender=named.gender)
        if named.titled:
            self._registrar.roles(key, named, tokens)
        elif family(tokens, named):
            self._cast.relative(key)  # "her brother Carlos"
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
        if key is None and len(named.words) == 1:
            key = self._cast.named(f"{name} Party") or self._registrar.first_words.get(name)
        if key is not None:
            return key
        if len(named.words) == 1 and name.lower() in LEX.organizations and name not in LEX.known:
            # "the Ministry" after "the Ministry of Health"
            for other in reversed(self._cast.known.values()):
                if other.kind == "organization" and other.mentions and name in SHORTENED and name in other.name.split():
                    return other.key
        key = self._registrar.organization(named, tokens)
        self._registrar.noun(key, named, tokens)
        return key

    def _somewhere(self, named: Named, tokens: list[Token]) -> tuple[str | None, Via]:
        if key := self._person_of_place(named, tokens):
            return key, "name"
        code, name = named.country, named.name
        if named.kind == "country" and code:
            if PLACES.ambiguous(name) and american([token.text for token in tokens]):
                return None, "name"
            return self._cast.country(code, name), "country"
        if named.kind == "seat" and code == EUROPEAN_UNION and name == "Brussels":
            return self._cast.country(EUROPEAN_UNION, name), "country"
        if named.kind == "seat" and code:
            known = PLACES.seats.get(straight(name))
            seat = known.institution if known is not None else ""  # "" where a mark stands in it: "State 'Department"
            if seat in GOVERNING:
                return self._cast.country(code, name), "country"
            return self._seated(seat, name) or self._cast.organization(name, country=code), "name"
        if not self._acts(named, tokens):
            return None, "name"
        if named.kind == "city":
            name = name.title() if name.isupper() else name
            if name == "Brussels" and named.country == "BEL":
                return self._cast.country(EUROPEAN_UNION, name), "country"
            if (name in PLACES.capitals or name in CAPITALS) and code:
                return self._cast.country(code, name), "country"
            return None, "name"
        if named.kind == "region":
            if name in NATIONS and code:
                return self._cast.country(code, name), "country"
            if name not in PLACES.regions:
                return None, "name"
            return self._cast.organization(name, country=code, kind="organization" if code else "group"), "country"
        return None, "name"

    def _seated(self, institution: str, seat: str) -> str | None:
        """The body that was met by its name and that a seat stands for: the Department of Defense of the Pentagon."""
        if not institution[:1].isupper():
            return None
        first, _, rest = institution.partition(" of ")
        for name in (institution, f"US {institution}", f"U.S. {institution}", f"{rest} {first}"):
            if key := self._cast.named(name):
                self._cast.alias(seat, key)
                return key
        return None

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
        if (
            before is not None
            and before.low in ("of", "from", "since", "until", "by", "late", "early", "last", "next")
            and named.kind in ("country", "thing")
        ):
            return None
        return key

    def _acts(self, named: Named, tokens: list[Token]) -> bool:
        """Whether a place stands where somebody would, alone or with others: before a verb, after "with", "between"."""
        k, last = named.first - 1, named.last
        while k > 0 and tokens[k].low in JOINING and _placed(tokens[k - 1]):
            k -= 2
        while last + 1 < len(tokens) and tokens[last].low in JOINING and _placed(tokens[last + 1]):
            last += 2
        after = tokens[last] if last < len(tokens) else None
        before = tokens[k] if k >= 0 else None
        if before is not None and before.low in LOCATIVE:
            return False
        if after is not None and after.tag in AFTER_SUBJECT and after.form != "ing":
            return before is None or before.tag not in ("PREP",) or before.low in TOWARDS
        if before is None:
            return False
        if before.tag == "VERB" and before.lemma in ACTED_ON:
            return True  # "accused Beijing"
        if before.low == "for" and after is not None and after.tag == "TO":
            return last + 1 < len(tokens) and tokens[last + 1].tag == "VERB"  # "called for Paris to act"
        return before.low in TOWARDS and before.low not in ("from", "on", "to", "for")

    def _titled_role(self, named: Named, tokens: list[Token]) -> str | None:
        """A capitalised role without a name: "the Foreign Minister", "the President"."""
        phrase = NounPhrase(
            named.first - 1,
            named.last, named.last - 1, named.start, named.end, "noun", named.end,
        )  # fmt: skip
        if named.first and tokens[named.first - 1].low in ("a", "an", "of", "as"):
            return None
        head = named.words[-1].lower()
        if len(named.words) > 4 or head not in LEX.roles:
            return None
        return by_role(self._cast, tokens, phrase)

    def _unknown(self, named: Named, tokens: list[Token]) -> str | None:
        """One capitalised word that no table has."""
        before = tokens[named.first - 1] if named.first else None
        if (
            named.words[0] in LEX.calendar
            and before is not None
            and (before.tag in ("PREP", "NUM", "SUB") or before.low in DATING)
        ):
            return None
        if before is not None and before.low in GENERATIONS and self._cast.shared(named.words[-1]):
            return self._cast.generation(named.words[-1], younger=before.low == "younger")
        if key := self._cast.short(named.words, start=named.start):
            if family(tokens, named):
                self._cast.relative(key)
            self._cast.bare(named.words[-1], key)
            self._registrar.roles(key, named, tokens)
            return key
        if self._cast.shared(named.words[-1]):
            return None
        if self._cast.surname(named.words[-1]):
            return self._cast.person(named.words, named.name)  # somebody else of that surname
        if key := self._cast.named(named.name):
            return key
        if key := self._registrar.first_words.get(named.words[0]):
            return key
        if named.words[0] in LEX.calendar:
            return None
        after = tokens[named.last] if named.last < len(tokens) else None
        if before is not None and (before.low in LOCATIVE or before.tag == "NUM"):
            return None
        if named.words[0] in LEX.surnames:
            return self._cast.person(named.words, named.name)
        if is_body(named, tokens):
            key = self._cast.organization(named.name)
            self._registrar.noun(key, named, tokens)
            return key
        person = role_before(tokens, named) or role_after(tokens, named) or family(tokens, named)
        given = named.words[0] in LEX.given
        if person or (after is not None and after.low == "," and self._next_is(tokens, named.last + 1, "who")):
            key = self._cast.person(named.words, named.name, gender=named.gender)
            self._registrar.roles(key, named, tokens)
            return key
        if given and self._next_is(tokens, named.last, "and") and named.last + 2 < len(tokens):
            following = tokens[named.last + 1 : named.last + 3]
            if following[0].text[0].isupper() and (
                following[1].text[0].isupper() or following[0].text in LEX.given
            ):  # "Ana and Luis Prado", "Ana and Boris"
                return self._cast.person(named.words, named.name, gender=LEX.given.get(named.words[0], ""))
        acts = after is not None and after.tag in AFTER_SUBJECT and after.form in ("s", "past", "base", "")
        if not acts:
            return None
        if given:
            return self._cast.person(named.words, named.name, gender=LEX.given.get(named.words[0], ""))
        return self._cast.organization(named.name)

    @staticmethod
    def _next_is(tokens: list[Token], k: int, low: str) -> bool:
        return k < len(tokens) and tokens[k].low == low


def _placed(token: Token) -> bool:
    word = straight(token.text)
    return word in PLACES.cities or word in PLACES.names
