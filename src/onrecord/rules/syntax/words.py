"""What a word is without its context, read once and then looked up, alone or with the comma or stop behind it."""

from sys import intern

from onrecord.reading.paragraphs import in_one_line
from onrecord.rules.syntax.lexicon import Reading, words_of
from onrecord.rules.syntax.readings import reading
from onrecord.rules.syntax.tokens import ABBREVIATION, FOLD, MASTER, split_clitic
from onrecord.rules.syntax.types import Form, Tag

APPROXIMATE = words_of("approximate")
FLOATING = words_of("floating")
ORDER = frozenset({"last", "next", "first"})
_SINGLE = "following since about around over back like 's that to her chief because no yet"
BY_CONTEXT = APPROXIMATE | FLOATING | ORDER | frozenset(map(intern, _SINGLE.split()))
"""Words whose tag is asked of their neighbours one by one; all others are settled by their tag and capital."""
SETTLED = frozenset({"DET", "PRON", "POSS", "PREP", "TO", "NEG", "NOUN", "NAME", "ADV", "NUM"})
"""Tags that stay as they are on a word in lower case, and that open and close no clause."""

Clitic = tuple[int, str, str, Tag, str, Form]
"""The length of a clitic, then its text, what it is in lower case, and its reading."""
More = tuple[bool, bool, Clitic | None, str]
"""Settled or not, capital or not, the clitic of a word if it has one, and the comma or stop behind it."""
PLAIN: More = (True, False, None, "")
Word = tuple[str, str, Tag, str, Form, More | None]
"""What a word is without its context: its text and what it is in lower case (one object where they are the same), its
tag, lemma and form; and what more is to be asked of it, which is nothing for a settled word without clitic and mark."""
KNOWN: dict[str, Word] = {}
"""The words read so far, at most `MOST`. A plain dictionary: an `lru_cache` moves an entry at each look-up."""
MOST = 50_000


def read_word(word: str) -> Word:
    """Read a word and keep what it is."""
    text = in_one_line(word)  # "con-demned", broken at the end of a line, and "min\xadister" are words like others
    low = intern(text.lower().translate(FOLD))  # one object with the code's, so that comparing takes no look inside
    length = split_clitic(low) if "'" in low else 0
    clitic: Clitic | None = None
    if length:
        text, end = text[:-length], intern(low[-length:])
        of_clitic: Reading = ("POSS", "'s", "") if end == "'s" else reading(end)
        clitic = (length, word[-length:], end, *of_clitic)
        low = intern(low[:-length])
    elif text == low and not text[0].isupper():  # "𝐀" is a capital without a small letter
        text = low
    settled = (read := reading(low))[0] in SETTLED and low is text and low not in BY_CONTEXT
    more = None if settled and clitic is None else (settled, word[0].isupper(), clitic, "")
    return _keep(word, (text, low, *read, more))


def read_piece(piece: str) -> Word | None:
    """Read what stands between two blanks, where it is an abbreviation, or a word read before with a comma or stop.

    None where its tokens hang on what stands around it: quotation marks, and "J." of "J. Smith".
    """
    mark, word = piece[-1:], piece[:-1]
    if mark != "," and (mark != "." or len(word) < 2):
        return None
    if mark == "." and not (word.isalpha() and word[0].islower()):
        match = MASTER.match(piece)
        if match is None or (match.lastindex == ABBREVIATION and match[0] != piece):
            return None
        if match.lastindex == ABBREVIATION:
            low = piece.lower()
            return _keep(piece, (piece, low, "NAME", low, "", (False, True, None, "")))
        if match[0] != word:
            return None
    known = KNOWN.get(word)
    if known is None:
        return None
    settled, capital, clitic, already = known[5] or PLAIN
    return None if already else _keep(piece, (*known[:5], (settled, capital, clitic, mark)))


def _keep(piece: str, word: Word) -> Word:
    if len(KNOWN) >= MOST:
        KNOWN.clear()
    KNOWN[piece] = word
    return word
