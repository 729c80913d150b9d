"""Runs of capitalised words in a sentence: where names may stand, before it is asked what they name."""

from collections.abc import Container, Iterable

from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import NO_WORDS, Named
from onrecord.rules.geography import gazetteer
from onrecord.rules.syntax.types import Token

LEX = lexicon()
PLACES = gazetteer()

LONGEST = 12
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "III", "IV"})
BEFORE_INITIAL = frozenset(
    {"``", "''", '"', "“", "‘", "'", ":", "—", "–", "--", "•", "*", "«", "(", "[", "-", ";", "…", "..."}
)
MONTH_NAMES = frozenset({"Jan", "May", "April", "June", "August", "March"})
"""Months that are names of people too."""
COMPOUNDING = frozenset({"new", "south", "north", "east", "west", "great", "old", "saint", "few", "own", "big", "same"})
"""Words that open a sentence as common words, and open place names too."""


SMALL = frozenset({"bin", "von", "van", "de"})
"""Words without a capital that may open a name."""
ELIDED = ("d'", "d’")
"""How a surname begins that its particle is written together with: "Joana d'Almeida"."""
ARABIC = frozenset({"al-", "el-", "ul-"})
GOES_ON = LEX.name_particles | {"of", "for", "and", "&", ".", ",", "'", "’", "'s"}
"""What may stand between two capitalised words of one name; of all else in lower case nothing need be asked."""


def find_runs(tokens: list[Token], among: Iterable[int]) -> list[Named]:
    """The runs of one sentence of ordinary case, in order, that begin at one of the tokens `among`."""
    found: list[Named] = []
    initial = LEX.initial
    last, count = 0, len(tokens)
    for i in among:
        if i < last:
            continue  # inside the last run
        token = tokens[i]
        text = token.text
        if not text[0].isupper():
            # "al-Shabab", "bin Laden", "de Blasio"
            if len(text) == 1 or not (
                (token.low[:3] == "al-" and len(text) > 4 and text[3].isupper())
                or (text[:2] in ELIDED and text[2:3].isupper() and (not i or tokens[i - 1].tag != "NOUN"))
                or (text in SMALL and i + 1 < count and tokens[i + 1].text[0].isupper())
            ):
                continue
            if text == "de" and i and tokens[i - 1].text[-1:].isalpha() and tokens[i - 1].tag == "DET":
                continue
        first_word = i == 0 or tokens[i - 1].low in BEFORE_INITIAL or tokens[i - 1].tag == "OPEN"
        low = token.low
        if (low in initial or len(low) == 1) and not _opens(tokens, i, first_word=first_word):
            continue
        last = _extend(tokens, i)
        found.append(make_run(tokens, i, last, initial=first_word))
    return found


def make_run(tokens: list[Token], first: int, last: int, *, initial: bool) -> Named:
    """The run over `tokens[first:last]`, of which it is not known yet what it names."""
    start, end = tokens[first].start, tokens[last - 1].end
    if last == first + 1:
        words: tuple[str, ...] = (tokens[first].text,)
    else:
        words = tuple([token.text for token in tokens[first:last] if token.text not in NO_WORDS])
    after_the = first > 0 and tokens[first - 1].low == "the"
    shouted = end - start > 6 and words != () and words[0].isupper() and all(map(str.isupper, words))
    return Named("unknown", first, last, start, end, words, initial, after_the, shouted)


def _opens(tokens: list[Token], i: int, *, first_word: bool) -> bool:
    token = tokens[i]
    low = token.low
    if low in LEX.initial:
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or not following.text[0].isupper():
            return token.text in MONTH_NAMES
        if token.text in LEX.calendar:
            return token.text in MONTH_NAMES and following.text not in LEX.calendar
        if not first_word and low not in ("the", "a", "an", "i", "my", "our", "his", "her", "their", "its"):
            return True  # inside a sentence a capital is meant: "New York", "Last Chance"
        return low in COMPOUNDING
    return len(low) > 1 or (i + 1 < len(tokens) and tokens[i + 1].low == ".")


def _extend(tokens: list[Token], first: int) -> int:
    """The index after the last token of the run that begins at `first`."""
    i, count = first + 1, len(tokens)
    if count > first + LONGEST:
        count = first + LONGEST
    while i < count:
        token = tokens[i]
        text = token.text
        capital = text[0].isupper()
        if (
            not capital
            and token.low not in GOES_ON
            and (text.isalpha() or (text[:3] not in ARABIC and text[:2] not in ELIDED))
            and tokens[i - 1].text != "Channel"
        ):
            break
        if capital or (text[0].isdigit() and text[-1:].isalpha() is False and tokens[i - 1].text in ("Channel",)):
            if text in LEX.calendar and not (text in MONTH_NAMES and tokens[i - 1].text in LEX.given):
                break
            if token.low in ("i", "the", "he", "she", "it", "we", "they", "you", "but", "and", "if", "that", "this"):
                break
            if tokens[i - 1].text == "." and not _is_initial(tokens, i - 2, i - 1):
                break
            i += 1
            continue
        if text[:3] in ARABIC and text[3:4].isupper() and _given(tokens[i - 1].text):
            i += 1  # "Bashar al-Assad"
            continue
        if text[:2] in ELIDED and text[2:3].isupper() and _given(tokens[i - 1].text):
            i += 1  # "Joana d'Almeida"
            continue
        if text == ".":
            # "J. K. Rowling" where the initial is a token of its own
            if _is_initial(tokens, i - 1, i) and i + 1 < count and tokens[i + 1].text[0].isupper():
                i += 1
                continue
            break
        if text == "," and i + 1 < count and tokens[i + 1].text in SUFFIXES:
            i += 2
            continue
        if text in ("'", "’") and _body_follows(tokens, i + 1):
            i += 1  # "Lagos Vendors' Forum"
            continue
        if text == "'s" and i + 1 <= count:
            joined = tokens[i - 1].text + "'s"
            if joined in LEX.known:
                i += 1
                continue
            break
        after = _over_small_words(tokens, i)
        if after == i:
            break
        i = after
    return i


def _given(word: str) -> bool:
    """Whether a capitalised word may be the given name or the title before "al-Assad"."""
    if word in LEX.given or word in LEX.titles:
        return True
    return word[0].isupper() and not (
        word in PLACES.names or word in PLACES.adjectives or word in PLACES.cities or word in LEX.affiliations
    )


def _body_follows(tokens: list[Token], k: int) -> bool:
    """Whether capitalised words follow that end in a word for an organisation."""
    last = k
    while last < len(tokens) and last < k + 3 and tokens[last].text[0].isupper():
        last += 1
    return last > k and tokens[last - 1].low in LEX.organizations


def _is_initial(tokens: list[Token], letter: int, stop: int) -> bool:
    return (
        letter >= 0
        and len(tokens[letter].text) == 1
        and tokens[letter].text.isupper()
        and tokens[letter].end == tokens[stop].start
    )


def _over_small_words(tokens: list[Token], i: int) -> int:
    """Index of the capitalised word that the small words at `i` lead on to in one name; `i` where they do not."""
    token, count = tokens[i], len(tokens)
    low = token.low
    j = i + 1
    if j >= count:
        return i
    if low in LEX.name_particles:
        while j < count and j < i + 3 and tokens[j].low in LEX.name_particles and not tokens[j].text[0].isupper():
            j += 1
        if j < count and tokens[j].text[0].isupper() and tokens[j].text not in LEX.calendar:
            return j
        return i
    following = tokens[j]
    if low in ("of", "for"):
        if following.low == "the" and j + 1 < count:
            j += 1
            following = tokens[j]
        if not following.text[0].isupper() or following.text in LEX.calendar:
            return i
        head = tokens[i - 1].text
        if head in LEX.of and (low == "of" or head not in LEX.titles or head == "Secretary"):
            return j
        return i
    if low == "&" or (low == "and" and tokens[i - 1].text in PLACES.names and False):
        return j if following.text[0].isupper() else i
    if low == "and" and following.text[0].isupper():
        before = tokens[i - 1].text
        if before in LEX.topics and following.text in LEX.topics:
            return j
        if before in FIRST_OF_PAIR and (before, following.text) in PAIRS:
            return j
        if before in LEX.topics or before in ("Food", "Securities", "Centers", "Drug"):
            # "Food and Drug Administration"
            k = j
            while k < count and k < j + 4 and tokens[k].text[0].isupper():
                k += 1
            if tokens[k - 1].low in LEX.organizations and k - j > 1:
                return j
    return i


PAIRS: Container[tuple[str, str]] = frozenset(
    {
        ("Bosnia", "Herzegovina"), ("Antigua", "Barbuda"), ("Trinidad", "Tobago"), ("Tome", "Principe"),
        ("Tomé", "Príncipe"),
        ("Kitts", "Nevis"), ("Wallis", "Futuna"), ("Standard", "Poor"), ("Marks", "Spencer"), ("Johnson", "Johnson"),
        ("Procter", "Gamble"), ("Smith", "Wesson"), ("Turks", "Caicos"), ("Jammu", "Kashmir"), ("Disease", "Control"),
        ("Control", "Prevention"), ("Science", "Technology"), ("Arts", "Sciences"),
    }
)  # fmt: skip
FIRST_OF_PAIR = frozenset(first for first, _ in PAIRS)  # type: ignore[attr-defined]
