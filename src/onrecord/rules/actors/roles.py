"""The role of a named person: the title before the name, or the apposition beside it, with the country it tells."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.rules.actors.lexicon import Gender, lexicon, word_set
from onrecord.rules.actors.named import Named
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer, straight
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import Token

LEX = lexicon()
PLACES = gazetteer()

TIMES = words_of("times")
AGENT_ENDINGS = ("er", "or", "ist", "man", "men", "woman", "women", "ian", "eer", "crat")
NO_AGENTS = word_set("no_agents")
MODIFIERS = frozenset({"ADJ", "NOUN", "NAME", "NUM"})
INSIDE = frozenset({"TO", "ADJ", "NOUN", "NAME", "NUM", "DET", "PREP", "CONJ", "POSS"})
NO_ROLE = word_set("no_role")
LONGEST = 9
LONGEST_APPOSITION = 18
FAMILY = word_set("family")
ASIDE = frozenset({",", "(", "—", "–"})
"""What opens an apposition."""
BEING = frozenset({"is", "was", "became", "becomes", "remains"})
CHOSEN = frozenset({"elected", "appointed", "named", "chosen", "re-elected", "as", "now", "then", "also", "still"})
OWNERS = frozenset({"his", "her", "their", "my", "our"})
STATES = word_set("states")
"""Words of lower case that belong to a capitalised title."""
ARTICLES = frozenset({"the", "a", "an"})


@lru_cache(maxsize=20_000)
def is_role(low: str) -> bool:
    """Whether a word is a noun for a person in a function: "minister", "co-chair", "vice-president"."""
    return low in LEX.roles or ("-" in low and low.rpartition("-")[2] in LEX.roles)


def gender_of(noun: str) -> Gender:
    """The gender that a noun for one person tells: "spokeswoman", "gunman"."""
    told = LEX.roles.get(noun, "")
    return told or ("f" if noun.endswith("woman") else "m" if noun.endswith("man") and noun != "woman" else "")


ONE = frozenset({"one", "another", "other", "first", "second", "third"})
MANY = frozenset({"them", "us", "these", "those"})


def is_agent_noun(token: Token) -> bool:
    """Whether the form of a noun is that of a noun for people: "shipowner", "ferryman", "truckers"."""
    tag = token.tag
    return (tag == "NOUN" or tag == "NAME") and _ends_as_agent(token.low)


@lru_cache(maxsize=20_000)
def _ends_as_agent(low: str) -> bool:
    low = low.removesuffix("s")
    return low.endswith(AGENT_ENDINGS) and len(low) > 4 and low not in NO_AGENTS


def one_before(tokens: list[Token], named: Named) -> int | None:
    """The token of what stands for a person before the name: `[One] of them, | Anna Roe |,`, `[Another], Li Wei,`."""
    i = named.first - 2
    if named.last >= len(tokens) or tokens[named.last].low != ",":
        return None
    if i >= 2 and tokens[i].low in MANY and tokens[i - 1].low == "of" and tokens[i - 2].low in ONE:
        return i - 2
    return i if tokens[i].low in ONE and (i == 0 or tokens[i - 1].tag in ("DET", "CONJ", "PUNCT")) else None


def role_before(tokens: list[Token], named: Named) -> tuple[int, int] | None:
    """Token indexes of the title that stands right before a person's name.

    `French Foreign Minister | Barrot`, `the bank's chief economist | Li Wei`, `secretary of state | John Kerry`.
    """
    end = named.first
    first = named.role_first if 0 <= named.role_first < end else end
    j = first - 1
    if first == end:
        if j < 0:
            return None
        if not (is_role(tokens[j].low) or (is_agent_noun(tokens[j]) and (tokens[j].text.islower() or j == 0))) or (
            tokens[j].low in LEX.kin
        ):
            if (
                j >= 2
                and tokens[j - 1].low == "of"
                and is_role(tokens[j - 2].low)
                and tokens[j].tag in ("NOUN", "NAME")
            ):
                j -= 2
            else:
                return None
        j -= 1
    while j >= 0 and first - j < LONGEST:
        token = tokens[j]
        if token.tag in MODIFIERS or is_role(token.low):
            if (token.text[0].isupper() and token.text in LEX.calendar) or token.text.isdigit():
                break
            if token.low in TIMES:
                break  # "Last week Senator Li"
            j -= 1
        elif token.low == "'s" and token.tag == "POSS" and j:
            j -= 1
        else:
            break
    begin = j + 1
    if first < end:
        # "make sure President X": before a capitalised title, only some words of lower case are part of the role
        while (
            begin < first
            and tokens[begin].text[0].islower()
            and tokens[begin].low not in STATES
            and not is_role(tokens[begin].low)
        ):
            begin += 1
    while begin < end and (tokens[begin].low in NO_ROLE or tokens[begin].low.rstrip(".") in NO_ROLE):
        begin += 1
    if begin >= end:
        return None
    return begin, end


def role_after(tokens: list[Token], named: Named) -> tuple[int, int] | None:
    """Token indexes of the apposition after a name: `Anna Roe, 48, | head of the union | , said`."""
    i, count = named.last, len(tokens)
    if i >= count or tokens[i].low not in ASIDE:
        return None
    i += 1
    if i + 1 < count and tokens[i].tag == "NUM" and tokens[i + 1].low == ",":
        i += 2
    begin = i
    stop = min(count, begin + LONGEST_APPOSITION)
    role = -1
    while i < stop:
        token = tokens[i]
        if (
            (is_role(token.low) or is_agent_noun(token))
            and (i + 1 >= count or tokens[i + 1].tag not in MODIFIERS)
            and not _is_possessor(tokens, i)
        ):
            role = i
            break
        if token.tag not in MODIFIERS and token.tag not in ("DET", "POSS") and not is_role(token.low):
            return None
        i += 1
    if role < 0 or tokens[role].low in LEX.kin:
        return None
    if role + 1 < count and tokens[role + 1].tag == "CONJ" and tokens[begin].text[0].isupper() and role == begin:
        return None
    end = role + 1
    if end < count and (tokens[end].tag == "PREP" or tokens[end].low == "and"):
        while end < stop and tokens[end].tag in INSIDE:
            end += 1
    while end > role + 1 and tokens[end - 1].tag in ("PREP", "CONJ", "DET"):
        end -= 1
    if tokens[begin].low in ARTICLES:
        begin += 1
    return begin, end


def family(tokens: list[Token], named: Named) -> str | None:
    """The noun by which a person is somebody's kin: `his brother | Ali Hassan`, `Greta Brandt | , his widow`."""
    k = named.first - 1
    if k > 0 and tokens[k].low == ",":
        k -= 1
    if k > 0 and tokens[k].low in FAMILY:
        before = tokens[k - 1] if tokens[k - 1].tag != "ADJ" or k < 2 else tokens[k - 2]
        return tokens[k].low if before.tag == "POSS" or before.low in OWNERS else None
    k = named.last
    if k + 2 < len(tokens) and tokens[k].low == "," and tokens[k + 1].low in OWNERS and tokens[k + 2].low in FAMILY:
        return tokens[k + 2].low
    return None


def role_in_front(tokens: list[Token], named: Named, first: int = -1) -> tuple[int, int] | None:
    """Token indexes of a role that stands before the name as an apposition: `the head of Y, | Anna Roe, said`.

    `first`: where a title before the name begins: `his lawyer, | former judge Anna Roe, said`.
    """
    if first < 0:
        first = named.role_first if 0 <= named.role_first < named.first else named.first
    if first < 3 or tokens[first - 1].low != ",":
        return None
    if first != named.first and _listed_on(tokens, named.last):
        return None
    j = first - 2
    while j >= 0 and tokens[j].tag in INSIDE and first - j < LONGEST_APPOSITION:
        j -= 1
    one = next((k for k in range(j + 1, first - 1) if tokens[k].low == "one" and tokens[k + 1].low == "of"), -1)
    if one >= 0:
        return (one, first - 1) if _of_people(tokens, one + 2, first - 1) else None
    for begin in range(j + 1, first - 1):
        token = tokens[begin]
        owner = begin + 1 < first and tokens[begin + 1].low in ("'s", "'", "’") and token.tag in ("NAME", "NOUN")
        if not owner and (token.tag not in ("DET", "POSS") or token.low in ("'s", "'", "’")):
            continue
        start = begin
        while owner and start > max(begin - 3, 0) and tokens[start - 1].tag == "NAME":
            start -= 1  # "New Zealand's"
        k = begin + 1
        while k < first - 1 and not (
            (is_role(tokens[k].low) or is_agent_noun(tokens[k]) or tokens[k].low in LEX.persons)
            and tokens[k + 1].tag not in MODIFIERS
        ):
            if tokens[k].tag not in MODIFIERS and tokens[k].tag != "POSS":
                break
            k += 1
        else:
            if k < first - 1 and not _is_possessor(tokens, k):
                return (start + (token.low in ARTICLES), first - 1)
        continue
    return None


def _of_people(tokens: list[Token], k: int, stop: int) -> bool:
    """Whether `tokens[k:stop]` begin with several people: "the | survivors", "her three | sons"."""
    while k < stop and tokens[k].tag in ("DET", "POSS", "ADJ", "NUM"):
        k += 1
    while k + 1 < stop and tokens[k + 1].tag in ("NOUN", "NAME"):
        k += 1
    if k >= stop or not tokens[k].low.endswith(("s", "men", "women", "people")):
        return False
    low = tokens[k].low.removesuffix("s")
    return low in LEX.persons or is_agent_noun(tokens[k]) or tokens[k].low in LEX.groups


def _listed_on(tokens: list[Token], k: int) -> bool:
    """Whether a list goes on at `k`: "the mayor, Senator Bo Li and the envoy" are three."""
    if k < len(tokens) and tokens[k].low == ",":
        k += 1
    return k < len(tokens) and tokens[k].low in ("and", "or", "&")


def role_said(tokens: list[Token], named: Named) -> tuple[int, int] | None:
    """Token indexes of the role that a sentence says somebody has or had: `Hamza Idris was | energy minister |`."""
    k, count = named.last, len(tokens)
    if k >= count or tokens[k].low not in BEING:
        return None
    k += 1
    while k < count and tokens[k].low in CHOSEN:
        k += 1
    if k < count and tokens[k].low in ("a", "an", "the"):
        k += 1
    begin = k
    while k < count and k - begin < LONGEST and (tokens[k].tag in MODIFIERS or is_role(tokens[k].low)):
        k += 1
    if k == begin or not is_role(tokens[k - 1].low) or _is_possessor(tokens, k - 1) or tokens[k - 1].low in LEX.kin:
        return None
    return begin, k


def _is_possessor(tokens: list[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1].low in ("'s", "'")


def country_in(words: Sequence[str]) -> str | None:
    """The country that a role names: by an adjective, a name, a seat ("Kremlin spokesman") or a region."""
    return _country_in(tuple(words))


@lru_cache(maxsize=4096)
def _country_in(words: tuple[str, ...]) -> str | None:
    count = len(words)
    for i in range(count):
        if not words[i][:1].isupper():
            continue
        for size in (3, 2, 1):
            if i + size > count:
                continue
            lead = straight(" ".join(words[i : i + size]))
            if lead in ("EU", "E.U.", "European Union"):
                return EUROPEAN_UNION
            code = PLACES.adjectives.get(lead) or PLACES.names.get(lead)
            if code is None and lead in PLACES.seats:
                code = PLACES.seats[lead].country
            if code is None and lead in PLACES.regions:
                code = PLACES.regions[lead].country
            if code is None:
                code = PLACES.cities.get(lead)
            if code is not None:
                if PLACES.ambiguous(lead) and american(words):
                    return "USA"
                return code
    return None


def american(words: Sequence[str]) -> bool:
    """Whether a role is one that states of the United States have, and countries do not: "the Georgia senator"."""
    return not AMERICAN.isdisjoint(word.lower().rstrip(".") for word in words)


AMERICAN = word_set("american")
