"""Rows and pages keep their headline in a field of its own: it is read with the text."""

from onrecord.reading.headlines import letters
from onrecord.reading.paragraphs import BLANK

_NEAR = 4_000
"""Code points at the head of a text in which its headline is looked for: what scrapes put before it is shorter."""


def headed(text: str, title: str | None) -> tuple[str, int]:
    """The text with its headline before it and a blank line between, and how many code points that added.

    Nothing is added to a text that holds the headline already, be it cut short ("Talks fail in ...") or with the name
    of the site behind it ("Talks fail in Geneva | The Courier"), and nothing to a text without words.

    >>> headed("The talks broke down on Sunday.", "Talks fail in Geneva")
    ('Talks fail in Geneva\\n\\nThe talks broke down on Sunday.', 22)
    >>> headed("Talks fail in Geneva.\\n\\nThey broke down on Sunday.", "Talks fail in Geneva")[1]
    0
    """
    wanted = letters(title) if title else ""
    if not title or not wanted or not text.strip(BLANK) or _holds(text, wanted):
        return text, 0
    before = " ".join(title.split()) + "\n\n"
    return before + text, len(before)


def _holds(text: str, wanted: str) -> bool:
    if wanted in letters(text[: 2 * len(wanted) + 100]) or wanted in letters(text[:_NEAR]):
        return True
    first = letters(text.lstrip(BLANK).split("\n", 1)[0][:_NEAR])
    return len(first) * 2 > len(wanted) and wanted.startswith(first)
