"""The names and times in a statement, and whether its evidence bears them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer
from onrecord.rules.syntax.readings import reading
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

_MONTH = {word: word[:3] for word in words("months")}
_DAYS = {word: word[:3] for word in words("days")}
_WHEN = words("times")
_SHIFT = words("shifts")
_UNIT = words("units")
_EUROPE = frozenset({"Europe", "European", "Europeans"})
_SINGULAR_START = frozenset({"VERB", "MODAL", "AUX", "POSS"})
_COMMON_ENDING = re.compile(r"(?:s|ing|tion|sion|ment|ity|ness|ism|ance|ence|ers?|ship|hood)$")  # residents, inflation


@dataclass(frozen=True, slots=True)
class Named:
    """What of a statement must be borne by its evidence."""

    names: tuple[tuple[str, ...], ...]
    """Each name as its words, in their own case."""
    times: frozenset[str]
    """Months, weekdays and pairs such as "last month"."""


@dataclass(frozen=True, slots=True)
class Lexis:
    """The words of evidence, ready to be asked."""

    words: frozenset[str]
    """All words, folded."""
    countries: frozenset[str]
    """Codes of the countries named in any form, by a town of theirs too."""
    nations: frozenset[str]
    """The same without those that only a town stands for which is no capital."""
    acronyms: frozenset[str]
    """Initials of each run of capitalised words."""
    times: frozenset[str]
    names: tuple[tuple[str, ...], ...] = field(default=())

    def bears(self, word: str) -> bool:
        """Whether a name's word, or the same country or organisation in another form, is in it."""
        folded = name_words(word)
        if folded and all(w in self.words or w.removesuffix("s") in self.words for w in folded):
            return True
        if word.isupper() and word in self.acronyms:
            return True
        return self.has_country(word)

    def has_country(self, word: str) -> bool:
        """Whether a country's name, adjective or capital is in it in another form; a country also by a town of its."""
        code = nation_of(word)
        return code is not None and code in (self.nations if word in gazetteer().cities else self.countries)


def named_in(statement: str, article_words: frozenset[str], common: frozenset[str]) -> Named:
    """The names and times of a statement. `common` are the article's words that it also writes in lower case, and
    `article_words` those that it writes with a capital inside a sentence."""
    tokens = tokenise(statement, 0, len(statement), {})
    names: list[tuple[str, ...]] = []
    run: list[str] = []
    for index, token in enumerate(tokens):
        if _is_name(tokens, index, article_words, common):
            run.append(token.text)
            continue
        if run and token.low in ("of", "the", "and", "for", "de", "al", "'s") and _continues(tokens, index):
            if token.low in ("and", "'s"):
                names.append(tuple(run))
                run = []
            continue
        if run:
            names.append(tuple(run))
            run = []
    if run:
        names.append(tuple(run))
    return Named(tuple(names), times_in(tokens))


def lexis_of(text: str) -> Lexis:
    """The lexis of a text of some sentences."""
    tokens = tokenise(text, 0, len(text), {})
    folds: set[str] = set()
    countries: set[str] = set()
    nations: set[str] = set()
    for token in tokens:
        folded = name_words(token.text)
        folds.update(folded)
        folds.update(w.removesuffix("s") for w in folded)
    for one, two in zip_longest(tokens, tokens[1:]):
        if one.text[:1].isupper():
            for phrase in (one.text, f"{one.text} {two.text}" if two else ""):
                if phrase and (code := country_of(phrase)):
                    countries.add(code)
                    nations.update({code} if nation_of(phrase) else ())
    return Lexis(
        frozenset(folds),
        frozenset(countries),
        frozenset(nations),
        frozenset(_acronyms(tokens)),
        times_in(tokens),
        _runs(tokens),
    )


def times_in(tokens: Sequence[Token]) -> frozenset[str]:
    """Months, weekdays and relative times, in one form each."""
    found: set[str] = set()
    for index, token in enumerate(tokens):
        low = token.low.rstrip(".")
        capital = token.text[:1].isupper()
        if capital and low in _MONTH and _is_month(tokens, index, low):
            found.add(_MONTH[low])
        elif low in _DAYS or low.removesuffix("s") in _DAYS:
            found.add(_DAYS[low if low in _DAYS else low.removesuffix("s")])
        elif low in _WHEN:
            found.add(low)
        elif low in _SHIFT and index + 1 < len(tokens):
            unit = tokens[index + 1].low
            if unit in _UNIT:
                found.add(f"{'this' if low == 'coming' else low} {unit}")
    return frozenset(found)


def country_of(word: str) -> str | None:
    """The code of a country, its adjective, its people, a city or a seat of it."""
    table = gazetteer()
    code = table.adjectives.get(word) or table.country(word)
    if word in _EUROPE:
        return EUROPEAN_UNION  # which the news call so
    if code is None and (people := table.people.get(word)):
        code = people.country
    return code


def nation_of(word: str) -> str | None:
    """The same for what can stand for the country itself: not for a town that is no capital."""
    table = gazetteer()
    return None if word in table.cities and word not in table.capitals and word not in table.names else country_of(word)


def _is_month(tokens: Sequence[Token], index: int, low: str) -> bool:
    if low not in ("may", "march", "mar", "sep", "dec", "jan"):
        return True
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is not None and before.tag not in ("NAME", "PUNCT", "OPEN", "POSS") and low in ("may", "march"):
        return True  # a capital inside a sentence, and no surname or march of somebody's
    numbers = (before and before.text[0].isdigit()) or (after and after.text[0].isdigit())
    return bool(
        numbers or (before and before.low in ("in", "of", "on", "by", "since", "until", "last", "next", "from"))
    )


def _is_name(tokens: Sequence[Token], index: int, article_words: frozenset[str], common: frozenset[str]) -> bool:
    token = tokens[index]
    if not token.text[:1].isupper() or token.low.rstrip(".") in _DAYS or token.low in _WHEN:
        return False
    if token.low in _MONTH and _is_month(tokens, index, token.low):
        return False
    if token.low == "i" or token.tag in ("DET", "PRON", "POSS", "PREP", "CONJ", "SUB", "WH", "TO"):
        return False
    if any(t.tag not in ("OPEN", "PUNCT") for t in tokens[:index]):
        return token.tag not in ("MODAL", "AUX") or token.text.isupper()
    if token.low in common:
        return False
    if token.text in article_words:
        return True
    return _names_at_start(tokens, index)


def _names_at_start(tokens: Sequence[Token], index: int) -> bool:
    """Whether the first word of a sentence, unknown to the article, is a name: a bare singular before a verb is one."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.text[:1].isupper() and after.tag == "NAME":
        return True
    if (token.text.isupper() and len(token.text) > 1) or country_of(token.text):
        return True
    if reading(token.low)[0] != "NOUN" or _COMMON_ENDING.search(token.low):
        return False
    return after is not None and after.tag in _SINGULAR_START


def _continues(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.low == "the" and index + 2 < len(tokens):
        after = tokens[index + 2]
    return after is not None and after.text[:1].isupper()


def _runs(tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """Runs of capitalised words inside sentences."""
    runs: list[tuple[str, ...]] = []
    run: list[str] = []
    begins = False
    for index, token in enumerate([*tokens, None]):
        if token is not None and token.text[:1].isupper() and token.tag == "NAME" and not _is_time(token):
            if not run:
                begins = (index == 0 or tokens[index - 1].text in _STARTS) and country_of(token.text) is None
            run.append(token.text)
            continue
        if len(run) > begins:  # one capital at the start of a sentence is no name, unless a country's
            runs.append(tuple(run))
        run = []
    return tuple(runs)


_STARTS = frozenset({".", "!", "?", "“", "‘", '"', ":", "...", "…"})
"""After these a word has a capital whether it is a name or not."""


def _is_time(token: Token) -> bool:
    return token.low in _DAYS or token.low in _MONTH or token.low in _WHEN


def _acronyms(tokens: Iterable[Token]) -> Iterable[str]:
    """Initials of runs of capitalised words, small words between them left out: European Union gives EU."""
    run = ""
    for token in tokens:
        if token.text[:1].isupper():
            run += token.text[0]
        elif token.low not in ("of", "the", "for", "and", "on", "in", "-"):
            for start in range(len(run) - 1):
                yield from (run[start:end] for end in range(start + 2, len(run) + 1))
            run = ""
    for start in range(len(run) - 1):
        yield from (run[start:end] for end in range(start + 2, len(run) + 1))
