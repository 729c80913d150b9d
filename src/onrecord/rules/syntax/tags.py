"""Words to tokens with tags, settled left to right."""

import re

from onrecord.rules.syntax.contexts import (
    backs,
    capital_letter,
    clitic_s,
    likes,
    preposition_or_not,
    surrendered,
    that,
    told_out,
)
from onrecord.rules.syntax.lexicon import lexicon
from onrecord.rules.syntax.tokens import ABBREVIATION, MASTER, WORD
from onrecord.rules.syntax.types import Tag, Token
from onrecord.rules.syntax.verbless import give_verb
from onrecord.rules.syntax.verbs import verb_or_not
from onrecord.rules.syntax.words import (
    APPROXIMATE,
    BY_CONTEXT,
    FLOATING,
    KNOWN,
    ORDER,
    PLAIN,
    Clitic,
    read_piece,
    read_word,
)

CAN_BE_NAME = frozenset({"MODAL", "AUX", "NEG", "NUM", "ADV", "SUB", "WH"})
"""Closed classes whose capitalised words inside a sentence are names after all (May, Will, So)."""
NAMES = frozenset({"NOUN", "NAME", "ADJ"})
"""Tags of words that are names where they have a capital."""
FINITE = frozenset({"VERB", "AUX", "MODAL"})
BORDERS = frozenset({"SUB", "WH", "CONJ"})
MARKS = frozenset({"OPEN", "CLOSE", "PUNCT"})


def tokenise(text: str, start: int, end: int, marks: dict[int, Tag]) -> list[Token]:
    """The tagged tokens of `text[start:end]`; `marks` gives the tag of quotation marks by their offset."""
    return read_tokens(text, start, end, marks, headline=False)[0]


def read_tokens(
    text: str, start: int, end: int, marks: dict[int, Tag], *, headline: bool
) -> tuple[list[Token], list[int]]:
    """The same, with the indexes of all tokens that are more than a plain word in lower case."""
    tokens: list[Token] = []
    unsettled: list[int] = []  # indexes of the tokens whose tag hangs on their neighbours, or that bear on others'
    add, known, new = tokens.append, KNOWN.get, object.__new__
    # No token holds a blank, and whether it is one hangs on nothing before it: most of what stands between blanks is a
    # word read before, with or without a comma or stop, and needs no regular expression.
    pieces = text[start:end].split(" ")
    words, capitals = len(pieces), 0
    at = start
    for piece in pieces:
        stop = at + len(piece)
        word = known(piece) or read_piece(piece)
        if word is None:
            words -= 1
            for match in MASTER.finditer(text, at, end) if piece and not piece.isspace() else ():
                if match.start() >= stop:
                    break
                words_here, capitals_here = add_token(tokens, unsettled, match, marks)
                words += words_here
                capitals += capitals_here
                if match.end() == stop:
                    break  # before the next piece is read for nothing
            at = stop + 1
            continue
        token = new(Token)  # the call of the class and its `__init__` would take half as long again
        token.start, token.end = at, stop
        token.text, token.low, token.tag, token.lemma, token.form, more = word
        add(token)
        at = stop + 1
        if more is None:
            continue
        settled, capital, clitic, mark = more
        if not settled:
            unsettled.append(len(tokens) - 1)
            capitals += capital
        if clitic is not None or mark:
            cut_off(tokens, unsettled, clitic, mark)
    headline = headline or (words >= 4 and capitals > 0.7 * words)
    marked = resolve(tokens, unsettled, headline=headline)
    give_verb(tokens)
    return tokens, marked


def add_token(
    tokens: list[Token], unsettled: list[int], match: re.Match[str], marks: dict[int, Tag]
) -> tuple[bool, bool]:
    """Add the token of a match, with its clitic if it has one; whether it is a word, and whether with a capital."""
    at, stop = match.span()
    word = match[0]
    kind = match.lastindex
    if kind == WORD:
        of_word, low, tag, lemma, form, more = KNOWN.get(word) or read_word(word)
        settled, capital, clitic, _ = more or PLAIN
        if not settled:
            unsettled.append(len(tokens))
        tokens.append(Token(at, stop, of_word, low, tag, lemma, form))
        if clitic is not None:
            cut_off(tokens, unsettled, clitic, "")
        return True, capital
    unsettled.append(len(tokens))
    if kind == ABBREVIATION:
        tokens.append(Token(at, stop, word, word.lower(), "NAME", word.lower()))
        return True, True
    if (word == "," or word == ".") and at not in marks:
        tokens.append(Token(at, stop, word, word, "PUNCT", word))
    else:
        tokens.append(Token(at, stop, word, word, mark_tag(word, at, tokens, marks), word))
    return False, False


def cut_off(tokens: list[Token], unsettled: list[int], clitic: Clitic | None, mark: str) -> None:
    """Make tokens of their own of the clitic and of the comma or stop that the last token holds."""
    word = tokens[-1]
    stop = word.end
    last = word.end = stop - len(mark)
    if clitic is not None:
        word.end = last - clitic[0]
        unsettled.append(len(tokens))
        tokens.append(Token(word.end, last, *clitic[1:]))
    if mark:
        if mark == ",":
            unsettled.append(len(tokens))
        tokens.append(Token(last, stop, mark, mark, "PUNCT", mark))


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


def resolve(tokens: list[Token], unsettled: list[int], *, headline: bool) -> list[int]:
    """Settle the tag of each token that needs it by its context, left to right; the indexes of those of them that are
    no plain words in lower case."""
    lex = lexicon()
    marked: list[int] = []
    finite = False  # whether a finite verb has been seen since the last clause border
    count = len(tokens)
    for i in unsettled:
        token = tokens[i]
        tag = token.tag
        low = token.low
        by_context = low in BY_CONTEXT
        plain = low is token.text
        if plain and not by_context:
            if tag == "VERB" or tag == "ADJ":
                previous = tokens[i - 1] if i else None
                following = tokens[i + 1] if i + 1 < count else None
                if tag == "ADJ":
                    if stands_for_noun(previous, following):
                        token.tag = "NOUN"
                    continue
                verb_or_not(token, previous, tokens, i, following, lex, finite=finite, headline=headline)
                tag = token.tag
            if tag in FINITE:
                if token.form != "ing":
                    finite = token.lemma not in lex.clausal  # a clause may follow, with a verb of its own
            elif tag in BORDERS or (
                tag in MARKS
                and (low in ",;:—–--" or tag == "OPEN" or (tag == "CLOSE" and i and tokens[i - 1].tag == "PUNCT"))
            ):
                finite = False
            continue
        capital = False
        if not plain:
            marked.append(i)
            capital = low != "i" and (token.text[0].isupper() or (low[1:2] == "'" and token.text[2:3].isupper()))
            if capital and not by_context and tag in NAMES:
                token.tag = "NAME"
                continue
        previous = tokens[i - 1] if i else None
        following = tokens[i + 1] if i + 1 < count else None
        if capital and token.text == "US":
            token.tag = tag = "NAME"
        elif by_context and following is not None and preposition_or_not(low, previous, following):
            token.tag = tag = "PREP" if low == "following" else "ADV"
        if capital and not headline and tag != "NAME":
            if not opens(previous):
                if tag in CAN_BE_NAME or tag in ("VERB", "NOUN", "ADJ"):
                    token.tag = tag = "NAME"
            elif tag in NAMES or (
                tag == "VERB" and following is not None and following.text[0].isupper() and token.form == "base"
            ):
                token.tag = tag = "NAME"
        elif capital and headline and tag in NAMES:
            token.tag = tag = "NAME"
        if tag == "VERB":
            verb_or_not(token, previous, tokens, i, following, lex, finite=finite, headline=headline)
        elif not by_context:
            if tag == "ADJ" and stands_for_noun(previous, following):
                token.tag = "NOUN"
        elif (low == "back" and tag == "ADV" and backs(previous, following)) or (
            low == "like" and tag == "PREP" and likes(previous, following, tokens[i + 1 : i + 12], finite=finite)
        ):
            token.tag, token.form = "VERB", "base"
        elif low == "'s":
            clitic_s(token, previous, following, tokens[i + 2] if i + 2 < count else None)
        elif low == "that":
            if told_out(tokens, i):
                token.tag = "SUB"
            else:
                that(token, previous, following, tokens[i + 2] if i + 2 < count else None, lex)
        elif low == "to":
            named = (capital_letter(following) and not headline) or surrendered(following, tokens[i + 2 : i + 3])
            if following is not None and (
                (following.tag == "VERB" and following.form == "base" and not named)
                or (following.lemma in ("be", "have", "do") and following.tag == "AUX")
                or following.tag in ("ADV", "NEG")
                or (following.tag == "OPEN" and i + 2 < count and tokens[i + 2].form == "base")  # vowed to "go on"
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
        elif low == "yet" and previous is not None and following is not None:
            if previous.tag in ("NEG", "AUX") and following.tag == "VERB" and following.form != "base":
                token.tag = "ADV"  # "has not yet endorsed"
        elif low == "because" and following is not None and following.low == "of":
            token.tag = "PREP"
        elif low == "no" and following is not None and following.low == "longer" and likely_verb(tokens, i + 2):
            token.tag = following.tag = "ADV"  # "will no longer support"
        elif (low == "no" and following is not None and following.low == ".") or (
            tag == "ADJ" and stands_for_noun(previous, following)
        ):
            token.tag = "NOUN"
        tag = token.tag
        if tag in FINITE:
            if token.form != "ing":
                finite = token.lemma not in lex.clausal
        elif tag in BORDERS:
            finite = False
    return marked


def likely_verb(tokens: list[Token], i: int) -> bool:
    """Whether a verb may stand at token i, after "no longer"."""
    return i < len(tokens) and (tokens[i].tag in FINITE or tokens[i].form != "")


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
