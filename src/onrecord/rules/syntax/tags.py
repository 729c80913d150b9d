"""Words to tokens with tags, settled left to right."""

from onrecord.rules.syntax.contexts import backs, capital_letter, clitic_s, likes, preposition_or_not, that
from onrecord.rules.syntax.lexicon import Reading, lexicon, words_of
from onrecord.rules.syntax.readings import reading
from onrecord.rules.syntax.tokens import ABBREVIATION, FOLD, JOINED, MASTER, PLAIN, WORD, split_clitic
from onrecord.rules.syntax.types import Form, Tag, Token
from onrecord.rules.syntax.verbs import verb_or_not

CAN_BE_NAME = frozenset({"MODAL", "AUX", "NEG", "NUM", "ADV", "SUB", "WH"})
"""Closed classes whose capitalised words inside a sentence are names after all (May, Will, So)."""
APPROXIMATE = words_of("approximate")
FLOATING = words_of("floating")
ORDER = frozenset({"last", "next", "first"})
BY_CONTEXT = (
    APPROXIMATE
    | FLOATING
    | ORDER
    | {"following", "about", "around", "over", "back", "like", "'s", "that", "to", "her", "chief", "because", "no"}
)
"""Words that `resolve` looks at one by one; all others it settles by their tag and capital."""
SETTLED = frozenset({"DET", "PRON", "POSS", "PREP", "TO", "NEG", "NOUN", "NAME", "ADV", "NUM"})
"""Tags that stay as they are on a word in lower case, and that open and close no clause."""
FORMS_TO_SETTLE = frozenset({"VERB", "ADJ"})
MARKS = frozenset({"PUNCT", "OPEN", "CLOSE"})
FINITE = frozenset({"VERB", "AUX", "MODAL"})
BORDERS = frozenset({"SUB", "WH", "CONJ"})


Word = tuple[bool, str, Tag, str, Form, int, str, Reading]
"""What a word is without its context: capital or not, its stem, tag, lemma and form, and its clitic's length, word and
reading."""
KNOWN: dict[str, Word] = {}
"""The words read so far, at most `MOST`. A plain dictionary: an `lru_cache` moves an entry at each look-up."""
MOST = 50_000


def read_word(word: str) -> Word:
    """Read a word and keep what it is."""
    if len(KNOWN) >= MOST:
        KNOWN.clear()
    low = word.lower().translate(FOLD)
    if "\n" in low:
        low = JOINED.sub("", low)  # a word broken at the end of a line
    clitic = split_clitic(low) if "'" in low else 0
    stem, end = (low[:-clitic], low[-clitic:]) if clitic else (low, "")
    of_clitic: Reading = ("POSS", "'s", "") if end == "'s" else reading(end or low)
    found = KNOWN[word] = (word[0].isupper(), stem, *reading(stem), clitic, end, of_clitic)
    return found


def tokenise(text: str, start: int, end: int, marks: dict[int, Tag], *, headline: bool = False) -> list[Token]:
    """The tagged tokens of `text[start:end]`; `marks` gives the tag of quotation marks by their offset."""
    tokens: list[Token] = []
    add, known, new = tokens.append, KNOWN.get, object.__new__
    capitals = words = 0
    for match in MASTER.finditer(text, start, end):
        at, stop = match.span()
        word = match[0]
        kind = match.lastindex
        if kind == PLAIN:  # most tokens: made without a call of `__init__`
            words += 1
            token = new(Token)
            _, low, token.tag, token.lemma, token.form, _, _, _ = known(word) or read_word(word)
            token.start, token.end = at, stop
            token.text = token.low = low
            add(token)
        elif kind == WORD:
            capital, low, tag, lemma, form, clitic, clitic_low, clitic_reading = known(word) or read_word(word)
            words += 1
            capitals += capital
            if clitic:
                cut = stop - clitic
                add(Token(at, cut, text[at:cut], low, tag, lemma, form))
                add(Token(cut, stop, text[cut:stop], clitic_low, *clitic_reading))
            else:
                add(Token(at, stop, word, low, tag, lemma, form))
        elif kind == ABBREVIATION:
            words += 1
            capitals += 1
            add(Token(at, stop, word, word.lower(), "NAME", word.lower()))
        elif (word == "," or word == ".") and at not in marks:
            add(Token(at, stop, word, word, "PUNCT", word))
        else:
            add(Token(at, stop, word, word, mark_tag(word, at, tokens, marks), word))
    headline = headline or (words >= 4 and capitals > 0.7 * words)
    resolve(tokens, headline=headline)
    return tokens


def mark_tag(word: str, at: int, tokens: list[Token], marks: dict[int, Tag]) -> Tag:
    """The tag of a punctuation mark."""
    known = marks.get(at)
    if known is not None:
        return known
    if word in "([{“„«``":
        return "OPEN"
    if word in ")]}”»''" and word != "'":
        return "CLOSE"
    if word in "'’" and tokens and tokens[-1].end == at and tokens[-1].low[-1:] in "sz":
        return "POSS"
    if word in "'’" and tokens and tokens[-1].tag == "CLOSE" and tokens[-1].end == at:
        return "CLOSE"
    if word == '"':
        return "CLOSE" if tokens and tokens[-1].end == at else "OPEN"
    return "PUNCT"


def resolve(tokens: list[Token], *, headline: bool) -> None:
    """Settle each token's tag by its context, left to right."""
    lex = lexicon()
    previous: Token | None = None
    finite = False  # whether a finite verb has been seen since the last clause border
    count = len(tokens)
    for i, token in enumerate(tokens):
        tag = token.tag
        low = token.low
        by_context = low in BY_CONTEXT
        plain = low is token.text and not by_context
        if plain and tag in SETTLED:  # most words
            previous = token
            continue
        if plain and tag not in FORMS_TO_SETTLE and tag not in MARKS:
            if tag in FINITE:
                if token.form != "ing":
                    finite = token.lemma not in lex.clausal
            elif tag in BORDERS:
                finite = False
            previous = token
            continue
        if tag in MARKS:
            if (
                token.low in ",;:—–--"
                or tag == "OPEN"
                or (tag == "CLOSE" and previous is not None and previous.tag == "PUNCT")
            ):
                finite = False
            previous = token
            continue
        following = tokens[i + 1] if i + 1 < count else None
        capital = token.text[0].isupper() and low != "i"
        if token.text == "US":
            token.tag = tag = "NAME"
        elif by_context and following is not None and preposition_or_not(low, previous, following):
            token.tag = tag = "PREP" if low == "following" else "ADV"
        if capital and not headline and tag != "NAME":
            if not opens(previous):
                if tag in CAN_BE_NAME or tag in ("VERB", "NOUN", "ADJ"):
                    token.tag = tag = "NAME"
            elif tag in ("NOUN", "ADJ") or (
                tag == "VERB" and following is not None and following.text[0].isupper() and token.form == "base"
            ):
                token.tag = tag = "NAME"
        elif capital and headline and tag in ("NOUN", "ADJ"):
            token.tag = tag = "NAME"
        if tag == "VERB":
            verb_or_not(token, previous, tokens, i, following, lex, finite=finite, headline=headline)
        elif not by_context:
            if tag == "ADJ" and stands_for_noun(previous, following):
                token.tag = "NOUN"
        elif (low == "back" and tag == "ADV" and backs(previous, following)) or (
            low == "like" and tag == "PREP" and likes(previous, following, finite=finite)
        ):
            token.tag, token.form = "VERB", "base"
        elif low == "'s":
            clitic_s(token, previous, following, tokens[i + 2] if i + 2 < count else None)
        elif low == "that":
            that(token, previous, following, lex)
        elif low == "to":
            named = capital_letter(following) and not headline
            if following is not None and (
                (following.tag == "VERB" and following.form == "base" and not named)
                or (following.lemma in ("be", "have", "do") and following.tag == "AUX")
                or following.tag in ("ADV", "NEG")
            ):
                token.tag = "TO"
        elif low == "her":
            if following is None or following.tag not in ("NOUN", "ADJ", "NAME", "VERB", "NUM") or (
                following.tag == "VERB" and following.form == "base" and following.low not in lex.noun_too
            ):  # fmt: skip
                token.tag = "PRON"
            else:
                token.tag = "POSS"
        elif low in APPROXIMATE and following is not None and following.tag == "NUM" and opens(previous):
            token.tag = "ADV"  # "about one in five say"
        elif low in FLOATING and previous is not None and following is not None:
            # "Bolton and Gorka both denounced", "Obama himself seemed"
            if previous.tag in ("NOUN", "NAME", "PRON") and following.tag in ("VERB", "AUX", "MODAL"):
                token.tag = "ADV"
        elif low in ORDER and following is not None and following.tag in ("NOUN", "NAME", "NUM", "VERB", "ADJ"):
            token.tag = "ADJ"
        elif low == "chief" and previous is not None and previous.tag in ("NOUN", "NAME"):
            token.tag = "NOUN"  # "EU foreign policy chief Kaja Kallas"
        elif low == "because" and following is not None and following.low == "of":
            token.tag = "PREP"
        elif (low == "no" and following is not None and following.low == ".") or (
            tag == "ADJ" and stands_for_noun(previous, following)
        ):
            token.tag = "NOUN"
        tag = token.tag
        if tag in FINITE:
            if token.form != "ing":
                finite = token.lemma not in lex.clausal  # a clause may follow, with a verb of its own
        elif tag in BORDERS:
            finite = False
        previous = token


def opens(previous: Token | None) -> bool:
    """Whether the token after this one begins a sentence or what stands for one, so that its capital tells nothing."""
    return previous is None or previous.tag == "OPEN" or (previous.tag == "PUNCT" and previous.low in ":;—–--•*")


def stands_for_noun(previous: Token | None, following: Token | None) -> bool:
    """Whether an adjective between these two stands for its noun: "the unemployed are"."""
    return (
        following is not None
        and following.tag in FINITE
        and following.form != "ing"
        and previous is not None
        and previous.tag in ("DET", "POSS")
    )
