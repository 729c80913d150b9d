"""The numbers in a text as values, however they are written: 4,000, four thousand, 4k, 21st, half."""

import re

from onrecord.grounding.lexicon import listed

_UNITS = {word: value for value, word in enumerate(listed("numbers"))} | {
    word: 10 * value for value, word in enumerate(listed("tens"), 2)
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "twice": 2, "thrice": 3, "thirds": 3, "fifths": 5, "tenths": 10, "half": 0.5, "halves": 0.5,
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "k": 1e3, "m": 1e6,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_SCALE_ABBREVIATIONS = {"k", "m", "mn", "bn", "tn"}

NUMBER_WORDS = frozenset(_UNITS) | frozenset(_SCALES) - {"k", "m"}
"""Words of which a number is made."""

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+[.,]\d+|\d+)(?P<tail>st|nd|rd|th|k|mn|m(?!m)|bn|tn|am|pm|km|kg|cm|mm)?(?![a-z\d])"
    r"|(?P<word>[a-z]+)|(?P<other>[^\s])",
    re.IGNORECASE,
)  # "1,420.5", "21st", "3bn", "twenty", "-"

_ONE = re.compile(
    r"(?<![\d.,])1(?:st)?(?![.,]?\w)|\bone (?:in|out of)\b|\bfirst\b", re.IGNORECASE
)  # "1 May", "one in three"


def numbers_in(text: str) -> set[float]:
    """The values of all numbers in the text; "one" as a mere word ("one of them") is left out.

    >>> sorted(numbers_in("Two thousand of 5,100 workers, 18% and the 21st; twenty-five, a dozen, 1.5 million."))
    [12.0, 18.0, 21.0, 25.0, 2000.0, 5100.0, 1500000.0]
    """
    found: set[float] = set()
    pending: float | None = None
    small: float | None = None
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup if match.lastgroup != "tail" else "digits"
        if kind == "other" and match["other"] in "-‐‑–" and small is not None:
            continue
        word = (match["word"] or "").lower()
        scale = _SCALES.get(word)
        if scale is not None and (word not in _SCALE_ABBREVIATIONS or small is not None):
            if small is None and pending is not None:
                pending *= scale
            else:
                pending = (pending or 0) + (1 if small is None else small) * scale
            small = None
            continue
        if word == "and" and pending is not None:
            continue
        if word in _UNITS:
            value = float(_UNITS[word])
            if small is not None and small >= 20 and small % 10 == 0 and value < 10:
                small += value
            else:
                _keep(found, pending if small is not None else None, small)
                if small is not None:
                    pending = None
                small = value
            continue
        _keep(found, pending, small)
        pending = small = None
        if kind == "digits":
            value = _value(match["digits"])
            tail = (match["tail"] or "").lower()
            if tail in _SCALE_ABBREVIATIONS:
                found.add(value * _SCALES[tail])
            elif tail:
                found.add(value)
            else:
                small = value
        elif word in _ORDINALS:
            found.add(float(_ORDINALS[word]))
    _keep(found, pending, small)
    found.discard(1.0)
    if _ONE.search(text):
        found.add(1.0)
    return found


def _keep(found: set[float], pending: float | None, small: float | None) -> None:
    if pending is not None or small is not None:
        found.add((pending or 0.0) + (small or 0.0))


def _value(digits: str) -> float:
    """A comma before one or two last digits is a decimal comma; before three it groups thousands."""
    plain = digits.replace("\u00a0", "").replace("\u202f", "")
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    return float(plain.replace(",", ""))
