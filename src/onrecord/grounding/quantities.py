"""Amounts: a number with its unit, for telling 500 megawatts from 500 kilowatts, and two days as 48 hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from onrecord.grounding.lexicon import listed
from onrecord.grounding.lexicon import words as words_of
from onrecord.grounding.numerals import NUMBER_WORDS, numbers_in

_WORD = re.compile(
    r"[$€£¥]?\d(?:[\d.,\u00a0\u202f]*\d)?(?:(?:k|mn|m|bn|tn)\b)?|[^\W\d_]+|[^\s\w]", re.IGNORECASE
)  # "$1,200.50", "£1.4m", "km", "%", "-"
_RATES = frozenset(entry.partition(":")[0] for entry in listed("rate_forms"))
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_AFTER = 3
"""Words after a number among which is the noun that it counts."""
_SMALL = words_of("small")
_TWO = frozenset({"both", "couple", "pair", "twice"})
_JOINING = frozenset({"-", "‐", "‑", "–", "and"})
_PERCENT = re.compile(r"\b(\d{1,2})(?:\s*%| ?per ?cent\b)")  # "20%", "20 per cent"
_FRACTIONS = {
    "half": (50.0, {0.5}), "a third": (33.3, {3.0}), "one third": (33.3, {3.0}), "two thirds": (66.7, {2.0, 3.0}),
    "a quarter": (25.0, {4.0}), "one quarter": (25.0, {4.0}), "three quarters": (75.0, {3.0, 4.0}),
    "a fifth": (20.0, {5.0}), "one fifth": (20.0, {5.0}), "two fifths": (40.0, {2.0, 5.0}),
    "three fifths": (60.0, {3.0, 5.0}), "four fifths": (80.0, {4.0, 5.0}), "a tenth": (10.0, {10.0}),
    "one tenth": (10.0, {10.0}),
}  # fmt: skip
"""Shares in words: what they are in a hundred, and the numbers that are read in them."""
_FRACTION = re.compile(rf"\b(?:{'|'.join(_FRACTIONS)})\b", re.IGNORECASE)
_MONEY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and its unit, in one form."""

    value: float
    unit: str

    @property
    def plain(self) -> tuple[float, str]:
        """The same in the smallest unit of its kind."""
        kind, factor = _units()[self.unit]
        return round(self.value * factor, 6), kind


def amounts_in(text: str) -> frozenset[Amount]:
    """Every number that has a unit the lexicon knows; "a week" is one week."""
    return frozenset(_amounts(text))


def units_in(text: str) -> frozenset[str]:
    """The units named in a text, with a number or without one."""
    return frozenset(unit for word in _WORD.findall(text) if (unit := unit_of(word.lower())))


def unit_of(word: str) -> str | None:
    """The unit that a word in lower case is."""
    return _forms().get(word)


def changed_amount(statement: str, content: str, around: str) -> str | None:
    """Why the statement's units are not those of its evidence, or None."""
    said, own, whole = amounts_in(statement), amounts_in(content), amounts_in(around)
    known = {amount.plain for amount in whole}
    for amount in sorted(said, key=lambda a: (a.value, a.unit)):
        if amount.plain in known:
            continue
        others = sorted({other.unit for other in whole if other.value == amount.value})
        if others and not any(other.value == amount.value and other.unit == amount.unit for other in whole):
            return f"it says {amount.value:g} {amount.unit}s where its evidence says {others[0]}s"
    for amount in sorted(said - whole, key=lambda a: (a.value, a.unit)):
        lost = sorted(a.value for a in own - said if a.unit == amount.unit and a.plain not in {b.plain for b in said})
        bare = amount.value in numbers_in(content) and amount.value not in _followed(content)  # "it was four."
        if amount.plain not in known and lost and not bare:
            return f"it says {amount.value:g} {amount.unit}s where its evidence says {lost[0]:g}"
    if {a.plain for a in said} & known:
        return None
    new, gone = units_in(statement) - units_in(around), units_in(content) - units_in(statement)
    for unit in sorted(new):
        dropped = sorted(u for u in gone if _class(u) == _class(unit))
        if dropped and not {a.plain for a in said if a.unit == unit} & {a.plain for a in own}:
            return f"it says {unit}s where its evidence says {dropped[0]}s"
    return None


def converted(statement: str, around: str) -> frozenset[float]:
    """The numbers of a statement whose amounts the evidence has in another unit: two days for 48 hours."""
    known = {amount.plain for amount in amounts_in(around)}
    same = [a.value for a in amounts_in(statement) if a.plain in known]
    found = {*same, *(value % 1 for value in same)}  # "a year and a half" has a half
    found |= _shares(statement, around)
    if "the two" in statement.lower():
        found.add(2.0)
    return frozenset(found if _TWO.isdisjoint(around.lower().split()) else found | {2.0})


def elided(number: float, around: set[float], near: str) -> bool:
    """Whether the evidence has a number without the scale that the sentences before have: "500" for 500 million."""
    low = near.lower()
    return any(number / scale in around and word in low for word, scale in _SCALES.items())


def _shares(statement: str, around: str) -> set[float]:
    """The numbers of a share that the evidence puts otherwise: 20% for a fifth, and a fifth for 20%."""
    found: set[float] = set()
    for one, two in ((statement, around), (around, statement)):
        parts = [_FRACTIONS[match[0].lower()] for match in _FRACTION.finditer(two)]
        for match in _PERCENT.finditer(one):
            value = float(match[1])
            fitting = {n for share, read in parts if abs(share - value) < 1 for n in read}
            found |= {value} if fitting and one is statement else fitting
    return found


def counted_alike(one: str, two: str, numbers: set[float]) -> bool:
    """Whether each of these numbers counts the same thing in two texts: "nine miners" and "the nine rescued miners"."""
    first, second = _things(one, numbers), _things(two, numbers)
    return all(not first[number] or first[number] & second[number] for number in numbers)


def _things(text: str, numbers: set[float]) -> dict[float, set[str]]:
    """For each of these numbers the words right after it, up to a small one."""
    words = [w.lower() for w in _WORD.findall(text)]
    found: dict[float, set[str]] = {number: set() for number in numbers}
    for k, word in enumerate(words):
        for value in numbers_in(word) & numbers:
            for after in words[k + 1 : k + 1 + _AFTER]:
                if not after[0].isalpha() or after in _SMALL:
                    break
                found[value].add(after.removesuffix("s"))
    return found


def reordered(statement: str, content: str) -> str | None:
    """Whether numbers of the evidence have changed places: "54 to 57" for "57 to 54"."""
    was, now = _followed(content), _followed(statement)
    order = [number for number in was if number in now]
    for one, two in combinations(order, 2):
        ahead = list(now).index(two) < list(now).index(one)
        if ahead and now[two] == was[one] != was[two]:
            return f"it says {two:g} {now[two]}, and its evidence {one:g}"
    return None


def _followed(text: str) -> dict[float, str]:
    """Each number that a text has once, in order, with the word after it."""
    words = [w.lower() for w in _WORD.findall(text)]
    found: dict[float, str] = {}
    twice: set[float] = set()
    for word, after in pairwise([*words, "."]):
        for value in numbers_in(word) if word[0].isdigit() or word in NUMBER_WORDS else ():
            if value in found:
                twice.add(value)
            found[value] = after.removesuffix("s")
    return {value: after for value, after in found.items() if value not in twice and after.isalpha()}


def _class(unit: str) -> str:
    kind = _units()[unit][0]
    return "time" if kind in ("second", "month") else kind


def _amounts(text: str) -> Iterator[Amount]:
    words = [w.lower() for w in _WORD.findall(text.replace("per cent", "percent"))]
    run: list[str] = []
    for k, word in enumerate([*words, "."]):
        if word[0].isdigit() or word[0] in _MONEY or word in NUMBER_WORDS or (run and word in _JOINING):
            run.append(word)
            continue
        rate = word in _RATES
        if rate:
            yield Amount(1.0, _forms()[word])  # "daily" is every day
        if not rate and (unit := unit_of(word)):
            value = _value(run) if run else 1.0 if k and words[k - 1] in ("a", "an", "per") else None
            if value is not None:
                half = words[k + 1 : k + 4] == ["and", "a", "half"]
                yield Amount(value + (0.5 if half else 0.0), unit)
        elif run and run[0][0] in _MONEY and (value := _value(run)) is not None:
            yield Amount(value, _MONEY[run[0][0]])
        elif run and word in ("a", "half") and run[-1] in ("and", "a"):
            run = [*run, word]  # two and a half years
            continue
        run = []


def _value(run: list[str]) -> float | None:
    half = run[-1] == "half"
    plain = [word.lstrip("$€£¥") for word in run if word not in ("a", "half")]
    while plain and plain[-1] in _JOINING:
        plain.pop()
    values = numbers_in(" ".join(plain)) or ({1.0} if plain in (["one"], ["1"]) else set())
    return next(iter(values)) + (0.5 if half else 0.0) if len(values) == 1 else None


@cache
def _units() -> dict[str, tuple[str, float]]:
    """Each unit with the smallest of its kind and how many of those it is."""
    return {name: (kind, float(factor)) for name, kind, factor in (entry.split(":") for entry in listed("measures"))}


@cache
def _forms() -> dict[str, str]:
    """The words for each unit: singular, plural, and the short forms."""
    found = {form: name for name in _units() for form in (name, f"{name}s")}
    for entry in (*listed("measure_forms"), *listed("rate_forms")):
        form, _, name = entry.partition(":")
        found[form] = name
    return found
