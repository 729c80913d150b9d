"""What a run of capitalised words names: a person with a title, an organisation, a country, a place, a group, or nothing."""

from dataclasses import dataclass
from typing import Literal

from onrecord.rules.actors.lexicon import Gender, lexicon
from onrecord.rules.actors.names import MONTH_NAMES, Run
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer, straight
from onrecord.rules.syntax.lexicon import lexicon as syntax_lexicon
from onrecord.rules.syntax.types import Token

Kind = Literal[
    "person", "organization", "country", "region", "city", "seat", "group", "adjective", "role", "thing", "unknown"
]
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "VI", "XIV", "XVI"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "around", "throughout", "inside", "into", "within"})
NO_TITLES = frozenset({"King", "Prince", "Pope", "Bishop", "Major", "Marshall", "Judge", "Marshal", "Star", "Earl", "Duke"})
"""Titles that are surnames too: at the end of a name they are ("Stephen King")."""
UNIONS = {"EU": EUROPEAN_UNION, "E.U.": EUROPEAN_UNION, "European Union": EUROPEAN_UNION}
NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})


@dataclass(slots=True)
class Named:
    """A stretch of a run with what it names; token indexes are the sentence's."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    """The name without titles."""
    role_first: int = -1
    """Index of the first token of a title inside the run; -1 where there is none."""
    country: str | None = None
    gender: Gender = ""
    sure: bool = True
    """False for a name that is taken for a person's by its shape alone."""
    titled: bool = False
    plural: bool = False
    after_the: bool = False
    initial: bool = False
    name: str = ""


def read_run(run: Run, tokens: list[Token]) -> Named:
    """What the run names."""
    lex, places = lexicon(), gazetteer()
    index = [k for k in range(run.first, run.last) if tokens[k].text not in (".", ",")]
    words = tuple(straight(tokens[k].text) for k in index)
    whole = " ".join(words)
    if run.shouted:
        words = tuple(word if word in lex.known or len(word) < 4 else word.title() for word in words)
        whole = " ".join(words)
    named = Named("unknown", run.first, run.last, run.start, run.end, words, after_the=run.after_the, initial=run.initial)
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last] if run.last < len(tokens) else None
    if len(words) == 1 or whole in places.names or whole in lex.known or whole in places.seats:
        known = _known(whole, named, before, after)
        if known or len(words) == 1:
            return named
    elif whole in places.cities or whole in places.regions or whole in places.people or whole in places.adjectives:
        if _known(whole, named, before, after):
            return named
    lows = [word.lower() for word in words]
    split = _title_end(words, lows)
    if split:
        named.titled = True
        if split == len(words):
            named.kind, named.role_first = "role", run.first
            return named
        named.role_first = run.first
        _person(named, tokens, index, split)
        last_title = words[split - 1].rstrip(".")
        named.gender = lex.honorifics.get(last_title, "") or lex.roles.get(last_title.lower(), "") or named.gender
        return named
    _untitled(named, words, lows, tokens, index, before)
    if run.shouted and not named.sure:
        named.kind = "thing"  # "FULL TEXT"
    return named


def _known(whole: str, named: Named, before: Token | None, after: Token | None) -> bool:
    """Whether the tables know the whole run; then `named` says what it is."""
    lex, places = lexicon(), gazetteer()
    if whole in UNIONS:
        named.kind, named.country = "organization", EUROPEAN_UNION
        return True
    if whole in places.adjectives:
        nominal = after is not None and after.tag in ("NOUN", "ADJ") and after.text[0].islower()
        if whole in places.names:
            # "US concessions" speaks of concessions
            named.kind, named.country = "adjective" if nominal else "country", places.names[whole]
        elif whole in places.people and not nominal and (after is None or after.tag != "CONJ" or places.people[whole].plural):
            named.kind, named.country, named.plural = "group", places.adjectives[whole], places.people[whole].plural
        elif named.after_the and not nominal and (after is None or after.tag != "CONJ"):
            named.kind, named.country, named.plural = "group", places.adjectives[whole], True
        else:
            named.kind, named.country = "adjective", places.adjectives[whole]
        return True
    if whole in places.names:
        named.kind, named.country = "country", places.names[whole]
        if whole in NATIONS or whole in places.regions and not places.ambiguous(whole):
            named.kind = "region"
        return True
    if whole in lex.named_groups and whole not in ("Marines",):
        named.kind, named.plural = "group", True
        return True
    if whole in places.seats:
        named.kind, named.country = "seat", places.seats[whole].country
        return True
    if whole in lex.known:
        named.kind = "organization"
        return True
    if whole in places.people:
        people = places.people[whole]
        named.kind, named.country, named.plural = "group", people.country, people.plural
        return True
    if whole in lex.affiliations:
        named.kind = "adjective"
        return True
    if whole in places.cities:
        named.kind, named.country = "city", places.cities[whole]
        return True
    if whole in places.regions:
        named.kind, named.country = "region", places.regions[whole].country
        return True
    word = whole.rstrip(".")
    if word in lex.titles and word not in lex.weak_titles or word in ("Democrat", "Republican"):
        named.kind, named.titled, named.role_first = "role", True, named.first
        return True
    low = whole.lower()
    if low in lex.things or (whole in lex.calendar and whole not in MONTH_NAMES):
        named.kind = "thing"
        return True
    if low in lex.organizations and len(low) > 3:
        named.kind = "organization" if low not in lex.only_common else "thing"
        return True
    if len(whole) > 1 and whole.isupper() and len(whole) <= 6 and whole.isalpha():
        named.kind = "organization"
        named.sure = False
        return True
    return False


def _title_end(words: tuple[str, ...], lows: list[str]) -> int:
    """How many words at the head of a run are title and what belongs to it; 0 where there is no title."""
    lex = lexicon()
    last = -1
    weak = True
    for k, word in enumerate(words):
        bare = word.rstrip(".")
        if bare in lex.titles or (bare.startswith("Ex-") and len(bare) > 5):
            last = k
            weak = weak and bare in lex.weak_titles
    if last < 0 or (weak and last == len(words) - 1):
        return 0
    count = len(words)
    end = last + 1
    tail = False
    if end < count and lows[end] in ("of", "for"):
        # "Secretary of Homeland Security Jeh Johnson", "President of the United States"
        end += 1
        tail = True
        if end < count and lows[end] == "the":
            end += 1
        place = gazetteer()
        begun = end
        while end < count and (words[end] in lex.topics or lows[end] in ("and", "the")):
            end += 1
        if end == begun:
            for size in (3, 2, 1):
                if begun + size <= count and place.country(" ".join(words[begun : begun + size])):
                    end = begun + size
                    break
            else:
                end = min(begun + 1, count)
    if weak:
        return 0
    if end == count:
        if last == count - 1 and words[0] in lex.given and words[last] in NO_TITLES and count == 2:
            return 0
        if not tail and (lows[-1] in lex.organizations or lows[-1] in lex.things):
            return 0
        return count
    rest = lows[end:]
    if rest[-1] in lex.organizations or rest[-1] in lex.things or rest[0] in ("of", "for", "&", "and"):
        return 0
    if words[last] in NO_TITLES and words[0] in lex.given and last == 1 and count > 2 and words[0] not in lex.titles:
        return 0
    return end


def _person(named: Named, tokens: list[Token], index: list[int], begin: int) -> None:
    """Make it a person whose name begins at word `begin`; a style before a given name alone stays with the name."""
    lex = lexicon()
    name = named.words[begin:]
    if begin and len(name) == 1 and named.words[begin - 1] in lex.styled:
        name = named.words[begin - 1 :]
        begin -= 1
    elif begin and len(name) == 2 and name[1] in SUFFIXES and named.words[begin - 1] in lex.styled:
        name = named.words[begin - 1 :]
        begin -= 1
    named.kind, named.words = "person", name
    named.first = index[begin]
    named.start = tokens[index[begin]].start
    if not named.gender:
        given = name[1] if name[0] in lex.styled and len(name) > 1 else name[0]
        named.gender = lex.given.get(given, "") or lex.given.get(given.partition("-")[0], "")
        if name[0] in lex.styled:
            named.gender = lex.honorifics.get(name[0], named.gender)


def _untitled(
    named: Named, words: tuple[str, ...], lows: list[str], tokens: list[Token], index: list[int], before: Token | None
) -> None:
    """Settle a run of several words without a title that the tables do not know as a whole."""
    lex, places = lexicon(), gazetteer()
    head = lows[-1]
    skip = _leading(words)
    if skip:
        named.country = places.adjectives.get(" ".join(words[:skip])) or places.country(" ".join(words[:skip]))
    of = next((k for k, low in enumerate(lows) if low in ("of", "for") and k), 0)
    if of and words[of - 1] in lex.of:
        named.kind = "organization" if lows[of - 1] not in lex.things or lows[of - 1] in lex.organizations else "thing"
        if named.country is None:
            rest = " ".join(words[of + 1 :]).removeprefix("the ")
            named.country = places.country(rest)
        return
    if head in lex.groups and head.endswith(("s", "n")) and head not in lex.organizations or words[-1] in lex.named_groups:
        named.kind, named.plural = "group", True
        return
    if words[-1] in places.people and skip == len(words) - 1:
        named.kind, named.plural, named.country = "group", places.people[words[-1]].plural, places.people[words[-1]].country
        return
    given = words[0] in lex.given or words[0].partition("-")[0] in lex.given
    strong = (given or any(len(w.rstrip(".")) == 1 for w in words[1:-1]) or words[-1].rstrip(".") in SUFFIXES) and (
        len(words) <= 5
    )
    if words[-1] in lex.known or words[0] in lex.known and words[0] not in lex.given:
        named.kind = "organization"
        return
    if head in lex.organizations and not (given and len(words) == 2 and head in SURNAMES):
        named.kind = "organization"
        return
    if head in lex.things and not (given and len(words) == 2 and head in SURNAMES):
        named.kind = "thing"
        return
    if strong and not (skip and words[0] not in lex.given):
        _person(named, tokens, index, 0)
        return
    if skip:
        rest = words[skip:]
        if len(rest) >= 2 and rest[0] in lex.given and rest[-1].lower() not in lex.organizations:
            named.role_first = named.first
            _person(named, tokens, index, skip)
            return
        if rest and rest[0] in lex.affiliations and len(rest) == 1:
            named.kind = "group"
            return
        named.kind = "thing" if len(rest) == 1 and _common(rest[0]) else "organization"
        named.sure = False
        return
    if words[0] in lex.affiliations and len(words) >= 3:
        named.role_first = named.first
        _person(named, tokens, index, 1)
        named.sure = words[1] in lex.given
        return
    if any(word.isupper() and len(word) > 2 or any(c.isupper() for c in word[2:]) and "-" not in word for word in words):
        # "BuzzFeed Germany" is no person's name, but "Mitch McConnell" is
        if not any(word.startswith(("Mc", "Mac", "De", "O'", "Fitz", "La", "Le", "Di", "Van", "Du")) for word in words):
            named.kind, named.sure = "organization", False
            return
    if len(words) > 4 or any(_common(word) for word in words) or "&" in words or "and" in words:
        named.kind, named.sure = "organization", False
        return
    if before is not None and before.low in LOCATIVE:
        named.kind = "region"
        return
    if named.after_the:
        named.kind, named.sure = "organization", False
        return
    _person(named, tokens, index, 0)
    named.sure = False


def _leading(words: tuple[str, ...]) -> int:
    """How many words at the head are a country, a place or an adjective of one, with something after them."""
    places = gazetteer()
    for size in (3, 2, 1):
        if size < len(words):
            lead = " ".join(words[:size])
            if lead in places.adjectives or lead in places.names or lead in places.cities or lead in places.regions:
                return size
    return 0


SURNAMES = frozenset(
    "house church hall lake park mount bridge hill hills west post bush street city day field forest castle banks grant "
    "king chambers temple parks rivers waters bay ford lane banks jury bond price page may march sun moon star spring christmas eve "
    "christ english french german battle power law rule court".split()
)
"""Words for organisations and things that are surnames too: "Patti Hall", "Rosa Parks"."""


def _common(word: str) -> bool:
    """Whether a word is an ordinary verb or adjective, so that a name with it is hardly a person's."""
    low = word.lower()
    words = syntax_lexicon()
    reading = words.verbs.get(low)
    return (reading is not None and (reading[2] in ("ing", "past", "s") or low in words.noun_too)) or low in words.adjectives
