"""Words that a model copied, found again in the sentence they come from.

Found exactly, or after folding quotes, dashes, spaces and case; as whole words only. Never by likeness: a word more or
less is another text.
"""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.records import Span

_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "…": "."}
)


@dataclass(frozen=True, slots=True)
class _Folded:
    text: str
    offsets: tuple[int, ...]
    """For each character of `text`, where it stands in the original."""


def find_words(words: str, text: str, start: int, end: int) -> Span | None:
    """Where `words` stand within `text[start:end]`, or None."""
    at = text.find(words, start, end)
    while at >= 0:
        if _whole(text, at, at + len(words)):
            return Span(at, at + len(words))
        at = text.find(words, at + 1, end)
    folded = _fold(text[start:end])
    wanted = " ".join(words.translate(_FOLD).casefold().split())
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        first, last = folded.offsets[at], folded.offsets[at + len(wanted) - 1] + 1
        if _whole(folded.text, at, at + len(wanted)):
            return Span(start + first, start + last)
        at = folded.text.find(wanted, at + 1)
    return None


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


@lru_cache(maxsize=256)
def _fold(text: str) -> _Folded:
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text.translate(_FOLD)):
        if char.isspace():
            if chars and chars[-1] == " ":
                continue
            char = " "
        lowered = char.casefold()
        chars.extend(lowered)
        offsets.extend([index] * len(lowered))
    return _Folded("".join(chars), tuple(offsets))
