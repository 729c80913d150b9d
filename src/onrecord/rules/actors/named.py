"""A stretch of text that names something, as the stages of finding names hand it on."""

from dataclasses import dataclass
from typing import Literal

from onrecord.rules.actors.lexicon import Gender, lexicon
from onrecord.rules.geography import EUROPEAN_UNION
from onrecord.rules.syntax.types import Token

LEX = lexicon()

Kind = Literal[
    "person", "organization", "country", "region", "city", "seat", "group", "adjective", "role", "thing", "unknown"
]
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "VI", "XIV", "XVI"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "around", "throughout", "inside", "into", "within"})
CALLED = frozenset({"known", "nicknamed", "alias", "aka", "dubbed"})
UNIONS = {"EU": EUROPEAN_UNION, "E.U.": EUROPEAN_UNION, "European Union": EUROPEAN_UNION}
NO_WORDS = frozenset({".", ",", "'", "’"})
"""Tokens of a name that are none of its words."""
NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland"})


@dataclass(slots=True)
class Named:
    """A run of capitalised words, the small words between them included, with what it names.

    Token indexes are the sentence's.
    """

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    """The name without titles."""
    initial: bool
    """Whether it stands where any word would have a capital."""
    after_the: bool
    shouted: bool
    """Whether it is all in capitals, so that they say little."""
    role_first: int = -1
    """Index of the first token of a title inside the run; -1 where there is none."""
    country: str | None = None
    gender: Gender = ""
    sure: bool = True
    """False for a name that is taken for a person's by its shape alone."""
    titled: bool = False
    plural: bool = False
    name: str = ""
    key: str = ""
    """Of a person who was entered by this name in full."""


def make_person(named: Named, tokens: list[Token], begin: int) -> None:
    """Make it a person whose name begins at word `begin`; a style before a given name alone stays with the name."""
    name = named.words[begin:]
    alone = len(name) == 1 or (len(name) == 2 and name[1] in SUFFIXES)
    if begin and alone and named.words[begin - 1] in LEX.styled:
        name = named.words[begin - 1 :]
        begin -= 1
    named.kind, named.words = "person", name
    if begin:
        named.first = [k for k in range(named.first, named.last) if tokens[k].text not in NO_WORDS][begin]
        named.start = tokens[named.first].start
    if not named.gender:
        given = name[1] if name[0] in LEX.styled and len(name) > 1 else name[0]
        if given in LEX.family_first and len(name) > 1:
            named.gender = LEX.given.get(name[1], "")  # "Kim Soo-jin"
        named.gender = named.gender or LEX.given.get(given, "") or LEX.given.get(given.partition("-")[0], "")
        if name[0] in LEX.styled:
            named.gender = LEX.honorifics.get(name[0], named.gender)


def called(tokens: list[Token], k: int) -> tuple[str, ...]:
    """The other name that somebody is given behind the name that ends before `k`: `, known as | Lula`."""
    if tokens[k].low == "(" and tokens[k + 1].tag == "OPEN":
        k += 2
    elif tokens[k].low == ",":
        stop = min(k + 5, len(tokens) - 1)
        while k < stop and tokens[k].low not in CALLED:
            k += 1
        if tokens[k].low not in CALLED:
            return ()
        k += 2 if k + 1 < len(tokens) and tokens[k + 1].low == "as" else 1
        if k < len(tokens) and tokens[k].tag == "OPEN":
            k += 1
    else:
        return ()
    begin = k
    while k < len(tokens) and k < begin + 3 and tokens[k].text[0].isupper():
        k += 1
    return tuple(token.text for token in tokens[begin:k])
