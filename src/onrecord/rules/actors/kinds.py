"""What a run of capitalised words names: a person with a title, an organisation, a country, a group, or nothing."""

from functools import cache, lru_cache

from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import NATIONS, SUFFIXES, UNIONS, Kind, Named, make_person
from onrecord.rules.actors.names import MONTH_NAMES
from onrecord.rules.actors.shapes import SURNAMES, judge
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer, straight
from onrecord.rules.syntax.types import Token

LEX = lexicon()
PLACES = gazetteer()

OF_ONE = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Sen", "Senator", "Gov", "Governor", "Rep"}
    | {"Representative", "Mayor", "Judge", "Captain", "Sergeant", "Professor"}
)
"""Titles that somebody has whose surname is a common word."""
PREMISES = frozenset({"house", "court", "city", "church", "park", "castle"})
NO_TITLES = frozenset(
    {"King", "Prince", "Pope", "Bishop", "Major", "Marshall", "Judge", "Marshal", "Star", "Earl", "Duke"}
)
"""Titles that are surnames too: at the end of a name they are ("Stephen King")."""


def read_run(named: Named, tokens: list[Token]) -> Named:
    """The run, with what it names."""
    words = named.words
    if len(words) == 1:
        word = words[0]
        if "’" in word:
            word = straight(word)
        if named.shouted and len(word) >= 4 and word not in LEX.known:
            word = word.title()
        if word is not words[0]:
            named.words = (word,)
        _known(word, named, tokens)
        return named
    whole = " ".join(words)
    if "’" in whole:
        named.words = words = tuple(map(straight, words))
        whole = straight(whole)
    if named.shouted:
        named.words = words = tuple(word if word in LEX.known or len(word) < 4 else word.title() for word in words)
        whole = " ".join(words)
    if whole in _long_names() and _known(whole, named, tokens):
        return named
    split = _title_end(words)
    if split:
        named.titled = True
        named.role_first = named.first
        if split == len(words):
            named.kind = "role"
            return named
        make_person(named, tokens, split)
        last_title = words[split - 1].rstrip(".")
        named.gender = LEX.honorifics.get(last_title, "") or LEX.roles.get(last_title.lower(), "") or named.gender
        return named
    judge(named, tokens)
    if named.shouted and not named.sure:
        named.kind = "thing"  # "FULL TEXT"
    return named


@cache
def _long_names() -> frozenset[str]:
    """Names of several words that the tables know as a whole."""
    tables = (PLACES.names, PLACES.seats, PLACES.cities, PLACES.regions, PLACES.people, PLACES.adjectives)
    return frozenset(name for name in LEX.known.union(*tables) if " " in name)


def _known(whole: str, named: Named, tokens: list[Token]) -> bool:
    """Whether the tables know the whole run; then `named` says what it is."""
    if whole in UNIONS:
        named.kind, named.country = "organization", EUROPEAN_UNION
        return True
    if whole in PLACES.adjectives:
        after = tokens[named.last] if named.last < len(tokens) else None
        nominal = after is not None and after.tag in ("NOUN", "ADJ") and after.text[0].islower()
        if whole in PLACES.names:
            # "US concessions" speaks of concessions
            named.kind, named.country = "adjective" if nominal else "country", PLACES.names[whole]
        elif (
            whole in PLACES.people
            and not nominal
            and (after is None or after.tag != "CONJ" or PLACES.people[whole].plural)
        ):
            named.kind, named.country, named.plural = "group", PLACES.adjectives[whole], PLACES.people[whole].plural
        elif named.after_the and not nominal and (after is None or after.tag != "CONJ"):
            named.kind, named.country, named.plural = "group", PLACES.adjectives[whole], True
        else:
            named.kind, named.country = "adjective", PLACES.adjectives[whole]
        return True
    told = _told(whole)
    if told is None:
        return False
    named.kind, named.country, named.plural, named.sure = told
    if named.kind == "role":
        named.titled, named.role_first = True, named.first
    return True


@lru_cache(maxsize=4096)
def _told(whole: str) -> tuple[Kind, str | None, bool, bool] | None:
    """What a name is by the tables wherever it stands: kind, country, whether it is several, whether that is sure."""
    if whole in PLACES.names:
        part = whole in NATIONS or (whole in PLACES.regions and not PLACES.ambiguous(whole))
        return "region" if part else "country", PLACES.names[whole], False, True
    if whole in LEX.named_groups and whole not in ("Marines",):
        return "group", None, True, True
    if whole in PLACES.seats:
        return "seat", PLACES.seats[whole].country, False, True
    if whole in LEX.known:
        return "organization", None, False, True
    if whole in PLACES.people:
        people = PLACES.people[whole]
        return "group", people.country, people.plural, True
    if whole in LEX.affiliations:
        return "adjective", None, False, True
    if whole in PLACES.cities:
        return "city", PLACES.cities[whole], False, True
    if whole in PLACES.regions:
        return "region", PLACES.regions[whole].country, False, True
    word = whole.rstrip(".")
    if (word in LEX.titles and word not in LEX.weak_titles) or word in ("Democrat", "Republican"):
        return "role", None, False, True
    low = whole.lower()
    if low in LEX.things or (whole in LEX.calendar and whole not in MONTH_NAMES):
        return "thing", None, False, True
    if low in LEX.organizations and len(low) > 3:
        return "organization" if low not in LEX.only_common else "thing", None, False, True
    if whole.isupper() and (city := whole.title()) in PLACES.cities:
        return "city", PLACES.cities[city], False, True  # "PARIS - France said"
    if len(whole) > 1 and whole.isupper() and len(whole) <= 6 and whole.isalpha():
        return "organization", None, False, False
    return None


@lru_cache(maxsize=4096)
def _title_end(words: tuple[str, ...]) -> int:
    """How many words at the head of a run are title and what belongs to it; 0 where there is no title."""
    lows = [word.lower() for word in words]
    last = -1
    weak = True
    for k, word in enumerate(words):
        bare = word.rstrip(".")
        if bare in LEX.titles or (bare.startswith("Ex-") and len(bare) > 5):
            last = k
            weak = weak and bare in LEX.weak_titles
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
        begun = end
        while end < count and (words[end] in LEX.topics or lows[end] in ("and", "the", "for")):
            end += 1
        if end == begun:
            for size in (3, 2, 1):
                if begun + size <= count and PLACES.country(" ".join(words[begun : begun + size])):
                    end = begun + size
                    break
            else:
                end = min(begun + 1, count)
    if weak:
        return 0
    if end == count:
        if last == count - 1 and words[0] in LEX.given and words[last] in NO_TITLES and count == 2:
            return 0
        if not tail and (lows[-1] in LEX.organizations or lows[-1] in LEX.things):
            return 0
        return count
    if all(word.rstrip(".") in SUFFIXES for word in words[end:]):
        return 0  # "Martin Luther King Jr."
    rest = lows[end:]
    if rest[0] in ("of", "for", "&", "and"):
        return 0
    if (rest[-1] in LEX.organizations or rest[-1] in LEX.things) and not _surnamed(words, end, last):
        return 0
    if words[last] in NO_TITLES and words[0] in LEX.given and last == 1 and count > 2 and words[0] not in LEX.titles:
        return 0
    return end


def _surnamed(words: tuple[str, ...], end: int, last: int) -> bool:
    """Whether the words behind a title end in a surname that is a common word: "Senator Ruth Hall", "Senator Hall"."""
    if words[-1].lower() not in SURNAMES:
        return False
    if end < len(words) - 1:
        return words[end] in LEX.given
    return words[last].rstrip(".") in OF_ONE and words[-1].lower() not in PREMISES
