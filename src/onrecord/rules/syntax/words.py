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
_SINGLE = "following since about around over back like 's that to her chief because no"
BY_CONTEXT = APPROXIMATE | FLOATING | ORDER | frozenset(map(intern, _SINGLE.split()))
"""Words whose tag is asked of their neighbours one by one; all others are settled by their tag and capital."""
SETTLED = frozenset({"DET", "PRON", "POSS", "PREP", "TO", "NEG", "NOUN", "NAME", "ADV", "NUM"})
"""Tags that stay as they are on a word in lower case, and that open and close no clause."""

Clitic = tuple[int, str, str, Tag, str, Form]
"""The length of a clitic, then its text, what it is in lower case, and its reading."""
Word = tuple[bool, str, str, Tag, str, Form, bool, bool, Clitic | None, str]
"""What a word is without its context: bare or not, its text and what it is in lower case (one object where they are
the same), its tag, lemma and form; settled or not, capital or not, its clitic if it has one, and the comma or stop
behind it. Bare is a settled word without clitic and mark, of which nothing more need be asked."""
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
    bare = settled and clitic is None
    return _keep(word, (bare, text, low, *read, settled, word[0].isupper(), clitic, ""))


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
            return _keep(piece, (False, piece, low, "NAME", low, "", False, True, None, ""))
        if match[0] != word:
            return None
    known = KNOWN.get(word)
    return None if known is None or known[9] else _keep(piece, (False, *known[1:9], mark))


def _keep(piece: str, word: Word) -> Word:
    if len(KNOWN) >= MOST:
        KNOWN.clear()
    KNOWN[piece] = word
    return word
