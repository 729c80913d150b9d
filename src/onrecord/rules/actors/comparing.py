"""Whether two names can be one person's, or one organisation's: their words without what the news adds or drops."""

from functools import lru_cache

from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.named import SUFFIXES

LEX = lexicon()

COMPANY_ENDINGS = word_set("company_endings")
PATRONYMIC = frozenset({"bin", "ibn", "bint"})
ARABIC = frozenset({"al-", "el-", "ul-", "ar-", "as-", "ad-", "an-", "at-", "az-"})
"""Articles joined to a surname, which the news keeps or drops: "al-Assad", "Assad"."""


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without article, possessive, endings of companies and case, so that its variants meet."""
    low = name.lower().replace("’", "'").replace("'s ", " ").replace("s' ", "s ").removeprefix("the ")
    parts = low.replace(",", "").replace(".", "").split()
    while len(parts) > 1 and parts[-1] in COMPANY_ENDINGS:
        parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=4096)
def core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name with its particles in lower case ("Von der Leyen said") and without full stops."""
    if len(words) > 1:
        particles = LEX.name_particles
        words = tuple(low if (low := word.lower()) in particles else word.rstrip(".") for word in words)
    if any("-" in word for word in words):
        words = tuple(word[3:] if word[:3].lower() in ARABIC and len(word) > 4 else word for word in words)
    return words


@lru_cache(maxsize=4096)
def plain_of(core: tuple[str, ...]) -> tuple[str, ...]:
    """A name without middle initials and generations."""
    last = len(core) - 1
    return tuple(w for k, w in enumerate(core) if not (0 < k < last and len(w) == 1) and (k == 0 or w not in SUFFIXES))


def at_odds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names cannot be one person's: a son and his father, or different middle initials."""
    if {w for w in one if w in SUFFIXES} != {w for w in other if w in SUFFIXES}:
        return True
    mine = [w for w in one[1:-1] if len(w) == 1]
    theirs = [w for w in other[1:-1] if len(w) == 1]
    return bool(mine and theirs and mine[0] != theirs[0]) or bool(
        mine and theirs and mine != theirs and len(mine) == len(theirs)
    )


def reordered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one in two orders: "Orbán Zsófia", but not "Ali Hassan" and "Hassan Ali"."""
    same = set(one) == set(other) and PATRONYMIC.isdisjoint(one)
    return same and sum(word in LEX.given for word in one) < 2


def same_initial(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of two names is an initial and a surname that the other one has too: "J. Okafor", "John Okafor"."""
    if len(one) != 2 or len(other) != 2 or one[1] != other[1] or one[0][0] != other[0][0]:
        return False
    return len(one[0]) == 1 or len(other[0]) == 1


def doubled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the two surnames of the other."""
    short, full = (one, other) if len(one) < len(other) else (other, one)
    return len(short) < len(full) and full[-len(short) :] == short and short[0] not in LEX.given and full[0] != short[0]


def of_one_person(core: tuple[str, ...], full: tuple[str, ...], *, beside: bool) -> bool:
    """Whether two names have the same first and last word, or all of these words, or a nickname of the first.

    `beside`: whether they stand in one sentence.
    """
    plain, theirs = plain_of(core), plain_of(full)
    if len(theirs) < 2 or at_odds(core, full):
        return False
    first, last = plain[0], plain[-1]
    if len(first) == 1 and theirs[0] == first:
        return False  # "C. Achebe" and "C. N. Achebe" are two
    if plain == theirs:
        return True
    if len(theirs) != len(plain) and doubled(plain, theirs):
        return True  # "López Obrador" of "Andrés Manuel López Obrador"
    if beside:
        return False  # two names in one sentence are two people: "Anna Roe and Anna Maria Roe"
    if reordered(plain, theirs):
        return True
    if theirs[-1] == last and nick(theirs[0]) == nick(first):
        return len(plain) <= 2 or len(theirs) <= 2 or not set(plain[1:-1]).isdisjoint(theirs[1:-1])
    return theirs[0] == first and (set(plain) <= set(theirs) or set(theirs) < set(plain))


def is_surname(core: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether words are the surname of a full name: "López" of "Andrés Manuel López Obrador", but not "Manuel"."""
    theirs = plain_of(full) if SUFFIXES.isdisjoint(core) else full
    if len(theirs) == 1:
        return theirs == core
    if len(theirs) > len(core) and theirs[-len(core) - 1] in PATRONYMIC:
        return False  # "King Salman" is not Mohammed bin Salman
    if theirs[-len(core) :] == core:
        return True
    if theirs[0] in LEX.family_first and theirs[0] == core[0] and len(core) == 1:
        return True
    return len(core) == 1 and core[0] in theirs[1:] and core[0] not in LEX.given


def nick(given: str) -> str:
    """The full given name of a nickname."""
    return LEX.nicknames.get(given, given)


def shared_words(role: str | None, other: str) -> int:
    """How many words two roles share."""
    return len(set(role.lower().split()).intersection(other.lower().split())) if role else 0


def other_office(role: str | None, other: str) -> bool:
    """Whether two capitalised titles before one surname are of two people: "Governor Silva", "Mayor Silva"."""
    if not role or not role[:1].isupper() or not other[:1].isupper():
        return False
    return set(role.lower().replace("-", " ").split()).isdisjoint(other.lower().replace("-", " ").split())
