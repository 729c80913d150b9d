"""Misread letters: notes on a text whose bytes were taken for what they are not, here or before it came here."""

import re

_LEGACY = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # the second bytes of UTF-8, as Windows-1252 shows them
# â€™ for ’, Ã© for é, Â£ for £, Ð¡Ñ‚ for Ст. A capital Ã or Â of Portuguese ("MANHÔ) stands before marks and blanks.
_TWICE = re.compile(
    rf"â[€\u0080]{_LEGACY}?|Ã[¡-ª¬-º¼-¿\u00adŸœ\u0080-\u009f]|(?<=[a-z])Ã\u00a0|Â[£©®°±§·]|(?:[ÐÑ]{_LEGACY}){{2}}"
)

_FIRST = "âÃÂÐÑ"
"""What each of those begins with: most texts hold none of them."""


def notes_on(text: str) -> tuple[str, ...]:
    """What a user should be told of letters that were lost or broken."""
    notes: list[str] = []
    if text.isascii():
        return ()
    if count := text.count("\ufffd"):
        notes.append(f"{count} characters could not be decoded and are replacement characters")
    if any(sign in text for sign in _FIRST) and (match := _TWICE.search(text)):
        meant = _meant(match.group())
        seen = f"{match.group()!r} for {meant!r}" if meant else repr(match.group())
        notes.append(f"the text was decoded with the wrong encoding before it came here ({seen})")
    return tuple(notes)


def _meant(words: str) -> str | None:
    for encoding in ("cp1252", "latin-1"):
        try:
            return words.encode(encoding).decode()
        except UnicodeError:
            continue
    return None
