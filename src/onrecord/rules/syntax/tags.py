"""Words to tokens with tags: closed classes by list, verbs by list and left context, the rest by ending."""

from functools import lru_cache

from onrecord.rules.syntax.lexicon import Lexicon, Reading, lexicon, words_of
from onrecord.rules.syntax.tokens import FOLD, JOINED, MASTER, split_clitic
from onrecord.rules.syntax.types import Tag, Token

ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "ish", "ary", "al", "ic", "ese", "ian", "ier", "iest")
CAN_BE_NAME = frozenset({"MODAL", "AUX", "NEG", "NUM", "ADV", "SUB", "WH"})
"""Closed classes whose capitalised words inside a sentence are names after all (May, Will, So)."""
NOMINAL = frozenset({"NOUN", "NAME", "NUM", "ADJ"})
STARTS_PHRASE = frozenset({"DET", "POSS", "PRON", "NAME", "NOUN", "ADJ", "NUM"})
PASSIVES = frozenset({"convicted", "detained", "elected", "ousted", "registered", "devastated"})
"""Participles that are adjectives before a noun and passives after "be"."""
TAKES_VERB = frozenset({"TO", "MODAL"})
TAKES_NOUN = frozenset({"DET", "POSS", "ADJ", "PREP", "NUM"})
AFTER_VERB = frozenset({"DET", "POSS", "PRON", "TO", "SUB", "WH", "NAME", "OPEN"})
NO_ADJECTIVE = words_of("no adjectives")


def guess(low: str, lex: Lexicon) -> Reading:
    """The reading of a word that no closed class has, without its context."""
    if low in lex.adjectives and low not in lex.verbs:
        return ("ADJ", low, "")
    verb = lex.verbs.get(low)
    if verb is not None:
        return verb
    if low.endswith("ly") and len(low) > 4 and low not in lex.not_adverbs:
        return ("ADV", low, "")
    if "-" in low and low.startswith(PREFIXES):
        verb = lex.verbs.get(low.split("-", 1)[1])
        if verb is not None and verb[2] in ("past", "s", "ing"):
            return verb
    if "-" in low and (low.endswith(("ed", "en", "old", "ing", "year", "long", "time", "ranking"))):
        return ("ADJ", low, "")
    if low.endswith(ADJECTIVE_ENDINGS) and len(low) > 4 and low not in NO_ADJECTIVE:
        return ("ADJ", low, "")
    return ("NOUN", low, "")


@lru_cache(maxsize=50_000)
def reading(low: str) -> Reading:
    """The reading of a word in lower case, without its context."""
    lex = lexicon()
    found = lex.closed.get(low)
    if found is not None:
        return found
    if low[0] in "$€£¥" or low[0].isdigit():
        return ("NUM", low, "")
    return guess(low, lex)


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[bool, str, Reading, int, str, Reading]:
    """What a word is without its context: capital or not, its stem and reading, and its clitic's length and reading."""
    low = word.lower().translate(FOLD)
    if "\n" in low:
        low = JOINED.sub("", low)  # a word broken at the end of a line
    clitic = split_clitic(low) if "'" in low else 0
    if not clitic:
        return word[0].isupper(), low, reading(low), 0, "", reading(low)
    stem, end = low[:-clitic], low[-clitic:]
    return word[0].isupper(), stem, reading(stem), clitic, end, reading(end) if end != "'s" else ("POSS", "'s", "")


def tokenise(text: str, start: int, end: int, marks: dict[int, Tag], *, headline: bool = False) -> list[Token]:
    """The tagged tokens of `text[start:end]`; `marks` gives the tag of quotation marks by their offset."""
    tokens: list[Token] = []
    add = tokens.append
    capitals = words = 0
    for match in MASTER.finditer(text, start, end):
        at, stop = match.span()
        word = match[0]
        kind = match.lastgroup
        if kind == "word":
            capital, low, (tag, lemma, form), clitic, clitic_low, clitic_reading = pieces(word)
            words += 1
            capitals += capital
            if clitic:
                cut = stop - clitic
                add(Token(at, cut, text[at:cut], low, tag, lemma, form))
                add(Token(cut, stop, text[cut:stop], clitic_low, *clitic_reading))
            else:
                add(Token(at, stop, word, low, tag, lemma, form))
        elif kind == "abbreviation":
            words += 1
            capitals += 1
            add(Token(at, stop, word, word.lower(), "NAME", word.lower()))
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
        if tag == "PUNCT" or tag == "OPEN" or tag == "CLOSE":
            if (
                token.low in ",;:—–--"
                or tag == "OPEN"
                or (tag == "CLOSE" and previous is not None and previous.tag == "PUNCT")
            ):
                finite = False
            previous = token
            continue
        following = tokens[i + 1] if i + 1 < count else None
        low = token.low
        initial = previous is None or previous.tag == "OPEN" or (previous.tag == "PUNCT" and previous.low in ":;—–--•*")
        capital = token.text[0].isupper() and low != "i"
        if token.text == "US":
            token.tag = tag = "NAME"
        elif following is not None and preposition_or_not(low, previous, following):
            token.tag = tag = "PREP" if low == "following" else "ADV"
        if capital and not headline and tag != "NAME":
            if not initial:
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
        elif low in APPROXIMATE and following is not None and following.tag == "NUM" and initial:
            token.tag = "ADV"  # "about one in five say"
        elif low in FLOATING and previous is not None and following is not None:
            # "Bolton and Gorka both denounced", "Obama himself seemed"
            if previous.tag in ("NOUN", "NAME", "PRON") and following.tag in ("VERB", "AUX", "MODAL"):
                token.tag = "ADV"
        elif low in ORDER and following is not None and following.tag in ("NOUN", "NAME", "NUM", "VERB", "ADJ"):
            token.tag = "ADJ"
        elif low == "because" and following is not None and following.low == "of":
            token.tag = "PREP"
        elif low == "no" and following is not None and following.low == ".":
            token.tag = "NOUN"
        elif (
            tag == "ADJ"
            and following is not None
            and following.tag in ("AUX", "MODAL", "VERB")
            and following.form != "ing"
            and previous is not None
            and previous.tag in ("DET", "POSS")
        ):
            token.tag = "NOUN"  # "the unemployed are": an adjective that stands for its noun
        if token.tag in ("VERB", "AUX", "MODAL") and token.form != "ing":
            finite = token.lemma not in lex.clausal  # a clause may follow, with a verb of its own
        elif token.tag in ("SUB", "WH", "CONJ"):
            finite = False
        previous = token


def singular(token: Token) -> bool:
    """Whether a noun looks like a singular."""
    return not token.low.endswith("s") and token.low not in PLURALS


def likes(previous: Token | None, following: Token | None, *, finite: bool) -> bool:
    """Whether "like" is the verb: "they like the paper", "would like to", "do not like"."""
    if previous is None or following is None:
        return False
    if previous.tag in ("TO", "MODAL", "NEG") or previous.low in (
        "i",
        "we",
        "you",
        "they",
        "really",
        "also",
        "do",
        "did",
    ):
        return True
    if following.tag not in ("DET", "POSS", "TO", "PRON") or finite:
        return False
    return previous.low == "who" or (previous.tag == "NOUN" and not singular(previous))


def helps(token: Token) -> bool:
    """Whether a base form may follow some words after this one ("did the minister say", "let the minister say")."""
    return token.tag in ("AUX", "MODAL", "CONJ") or token.lemma in CAUSES


def preposition_or_not(low: str, previous: Token | None, following: Token) -> bool:
    """Whether "following" stands for "after", or "about" and the like for "nearly" ("About 1,100 workers")."""
    if low == "following":
        return following.tag in ("DET", "POSS", "NAME") and previous is not None and previous.tag not in ("DET", "AUX")
    if low in ("about", "around"):
        return following.tag == "NUM" and following.text[0].isdigit()
    return low == "over" and previous is None and following.tag == "NUM"


def backs(previous: Token | None, following: Token | None) -> bool:
    """Whether "back" is the verb: "dockers back the plan", "would back it", and not "brought back the plan"."""
    if previous is None or following is None or following.tag not in ("DET", "POSS", "PRON", "NAME", "ADJ", "NOUN"):
        return False
    plural = previous.tag == "NAME" or (previous.tag == "NOUN" and previous.low.endswith("s"))
    return (
        previous.tag in ("MODAL", "TO", "NEG")
        or previous.low in ("all", "both", "longer")
        or (plural and following.tag in ("DET", "POSS", "NAME"))
    )


def capital_letter(token: Token | None) -> bool:
    """Whether a token begins with a capital."""
    return token is not None and token.text[0].isupper()


def clitic_s(token: Token, previous: Token | None, following: Token | None, second: Token | None) -> None:
    """'s: of a possessor, or is/has; `second` is the token after the following one."""
    verbal = False
    if previous is not None and (previous.tag in ("PRON", "WH", "ADV") or previous.low in ("that", "there", "here")):
        verbal = True
    elif following is not None:
        if following.tag == "VERB" and following.form == "ing" and following.low not in lexicon().noun_too:
            # "Trump's attacking them" against "Trump's disparaging remarks"
            verbal = second is None or second.tag not in ("NOUN", "ADJ")
        else:
            verbal = following.tag in ("DET", "NEG", "PREP", "PRON") or following.low in AFTER_IS
    if verbal:
        token.tag, token.lemma, token.form = "AUX", "be", "s"
    else:
        token.tag = "POSS"


def that(token: Token, previous: Token | None, following: Token | None, lex: Lexicon) -> None:
    """That: complementiser, relative pronoun, determiner or pronoun."""
    before = previous.tag if previous is not None else "PUNCT"
    after = following.tag if following is not None else "PUNCT"
    if after in ("VERB", "AUX", "MODAL", "NEG") and not (
        following is not None
        and (following.form == "ing" or (following.form in ("base", "s") and following.low in lex.noun_too))
    ):
        if before in ("NOUN", "NAME", "NUM", "PRON", "CLOSE", "CONJ"):
            token.tag = "WH"
        else:
            token.tag = "PRON"
    elif before in ("PREP", "CONJ", "PUNCT", "OPEN") and after in ("NOUN",):
        token.tag = "DET"
    elif after in ("PUNCT", "CLOSE") or before == "PREP":
        token.tag = "PRON"
    else:
        token.tag = "SUB"


def verb_or_not(
    token: Token,
    previous: Token | None,
    tokens: list[Token],
    i: int,
    following: Token | None,
    lex: Lexicon,
    *,
    finite: bool,
    headline: bool,
) -> None:
    """Settle a word that can be a verb form, by what stands before it, then by what follows."""
    low, form = token.low, token.form
    noun_too = low in lex.noun_too
    left = previous
    j = i - 1
    adverb = False
    if (
        j > 2
        and left is not None
        and left.tag == "CLOSE"
        and tokens[j - 1].tag == "ADV"
        and tokens[j - 2].tag == "OPEN"
    ):
        j -= 3  # would "absolutely" leave
        left = tokens[j]
    while left is not None and left.tag in ("ADV", "NEG") and j > 0:
        adverb = True
        j -= 1
        left = tokens[j]
    before = left.tag if left is not None else "PUNCT"
    after = following.tag if following is not None else "PUNCT"
    if before in TAKES_VERB:
        return
    if before == "AUX" and left is not None:
        if form in ("ing", "past", "participle"):
            if low in PASSIVES:
                return
            if (low in lex.adjectives and left.lemma in ("be", "get") and after != "PREP") or (
                low in lex.adjectives and left.lemma == "be" and following is not None and following.low != "by"
            ):
                token.tag = "ADJ"
            elif left.lemma == "have" and form == "past" and noun_too and after in ("PREP", "PUNCT"):
                token.tag = "NOUN"
            return
        if left.lemma == "do":
            return
        if form == "base" and left.lemma == "be" and low in lex.adjective_too:
            token.tag = "ADJ"
        elif form == "base" and low in UNCHANGED:
            token.form = "participle"
        elif form == "base":
            # "did he say" has its pronoun between
            token.tag = "NOUN"
        elif form == "s":
            token.tag = "NOUN"
        return
    if before in ("DET", "POSS", "NUM"):
        if form == "s" and left is not None and left.tag == "DET" and left.low in ("this", "that", "each", "another"):
            return
        if (
            before == "DET"
            and left is not None
            and form in ("base", "past")
            and not noun_too
            and left.low in PRONOUN_DETS
        ):
            return  # "most oppose", "some said"
        if (
            before == "DET"
            and left is not None
            and form == "base"
            and left.low in PRONOUN_DETS
            and after in ("DET", "PRON", "SUB")
        ):
            return
        if before == "NUM" and form in ("past", "base") and not noun_too:
            return
        if (
            (adverb and form in ("past", "participle", "ing"))
            or (
                form in ("past", "participle", "ing")
                and after in ("NOUN", "NAME", "ADJ", "VERB", "CONJ", "NUM")
                and low not in lex.noun_too
            )
            or (form == "base" and low in lex.adjective_too and after in ("NOUN", "NAME", "ADJ"))
        ):
            token.tag = "ADJ"
        else:
            token.tag = "NOUN"
        return
    if before in ("PRON", "WH"):
        return
    if before == "ADJ":
        if form == "past" and not (left is not None and after in ("NOUN", "NAME")):
            return
        token.tag = "ADJ" if form in ("past", "participle") else "NOUN"
        return
    if before == "PREP":
        if form == "ing" and not noun_too:
            return
        if form in ("past", "participle"):
            if after in NOMINAL:
                token.tag = "ADJ"
            return
        if form == "base" and low in lex.adjective_too and after in ("NOUN", "NAME"):
            token.tag = "ADJ"
        else:
            token.tag = "NOUN"
        return
    if form == "ing":
        if left is not None and left.lemma == "tell" and after == "NOUN" and not adverb:
            token.tag = "ADJ"  # "told cheering supporters"
        elif noun_too and (before not in ("PUNCT", "CONJ") or after in ("AUX", "MODAL", "PUNCT", "PREP")):
            token.tag = "NOUN"
        elif low in lex.adjectives:
            token.tag = "ADJ"
        return
    if (
        low in lex.adjectives
        and form in ("past", "participle")
        and after in ("NOUN", "NAME")
        and before not in ("NAME", "NOUN")
        and (before != "CLOSE" or token.lemma not in lex.clausal)
    ):
        token.tag = "ADJ"
        return
    if form == "past" or form == "participle":
        if noun_too and before == "VERB":
            token.tag = "NOUN"
        elif before in ("CONJ", "VERB") and after in ("NOUN",) and not finite and before == "VERB":
            token.tag = "ADJ"
        return
    if not noun_too and low not in lex.adjective_too:
        if form == "s" and before == "VERB" and not adverb:
            token.tag = "NOUN"  # "to save lives"
        # no verb agrees with a singular noun in its base form, unless an auxiliary stands before the subject
        disagrees = (
            form == "base"
            and low not in UNCHANGED
            and before == "NOUN"
            and left is not None
            and singular(left)
            and not adverb
        )
        if disagrees and not any(helps(t) for t in tokens[max(0, i - 6) : i - 1]):
            token.tag = "NOUN"
        return
    if form == "base" and low in lex.adjective_too and not noun_too:
        if before in ("VERB", "AUX", "PUNCT", "CONJ", "NOUN") and after not in AFTER_VERB:
            token.tag = "ADJ" if after in NOMINAL or after in ("PUNCT", "SUB", "CONJ", "TO", "PREP", "VERB") else "VERB"
        elif before == "VERB":
            token.tag = "ADJ"
        return
    if not noun_or_verb(
        token, previous, left, tokens, i, before, after, adverb=adverb, finite=finite, headline=headline
    ):
        token.tag = "NOUN"
        if form == "base" and low in lex.adjective_too and after in ("NOUN", "NAME"):
            token.tag = "ADJ"


def noun_or_verb(
    token: Token,
    previous: Token | None,
    left: Token | None,
    tokens: list[Token],
    i: int,
    before: str,
    after: str,
    *,
    adverb: bool,
    finite: bool,
    headline: bool,
) -> bool:
    """Whether a word that can be a noun is a verb here: "officials claim", "Trump claims", not "tax claims"."""
    if token.low in UNCHANGED and not finite and before in ("NAME", "NOUN") and after in ("DET", "POSS", "PRON"):
        token.form = "past"  # "Brazil cut its main rate"
        return True
    nearby = tokens[max(0, i - 8) : i]
    if token.form == "s":
        if before in ("NAME", "CLOSE"):
            if finite:
                return False
            return (
                headline or after in AFTER_VERB or after in ("PREP", "ADV", "ADJ", "NOUN", "NUM") or reports(tokens, i)
            )
        if before == "NOUN":
            return not finite and (after in AFTER_VERB or after == "ADV" or reports(tokens, i))
        if before == "PUNCT":
            return i > 0 and (adverb or (not finite and after in ("DET", "POSS", "SUB", "PRON", "NAME", "OPEN")))
        return before == "CONJ" and after in AFTER_VERB and any(t.tag == "VERB" and t.form == "s" for t in nearby)
    if before in ("NOUN", "NAME", "CLOSE"):
        plural = left is not None and (not singular(left) or left.low in PLURALS) and not left.low.endswith("ss")
        if adverb:
            return plural
        if token.low in UNCHANGED and not finite and i + 1 < len(tokens) and tokens[i + 1].low in AWAY:
            return True  # "the minister hit back", "the paper set out"
        return plural and not finite and (after in AFTER_VERB or after in ("PREP", "ADJ", "ADV") or reports(tokens, i))
    if before == "CONJ":
        return after in AFTER_VERB and any(t.tag == "VERB" and t.form == "base" for t in nearby)
    if before == "PUNCT":
        opens = i == 0 or (previous is not None and previous.tag == "OPEN")
        return opens and after in ("DET", "POSS", "PRON")
    return left is not None and left.lemma in CAUSES and after in AFTER_VERB


def reports(tokens: list[Token], i: int) -> bool:
    """Whether token i ends a reporting clause after a quotation: "...," Viguerie notes."""
    if i + 1 < len(tokens):
        if tokens[i + 1].low == ":":
            return i + 2 >= len(tokens) or tokens[i + 2].tag == "OPEN"  # The newspaper reports:
        if tokens[i + 1].tag not in ("PUNCT", "PREP"):
            return False
    j = i - 1
    while j > 0 and tokens[j].tag in ("NAME", "NOUN", "ADJ", "DET", "POSS", "PREP"):
        j -= 1
    if j < 0:
        return False
    if tokens[j].low == "," and i + 1 < len(tokens) and tokens[i + 1].low == "," and tokens[i].form == "base":
        return True  # "The virus, some experts fear, could return"
    return tokens[j].tag == "CLOSE" and tokens[j - 1].tag == "PUNCT"


AFTER_IS = frozenset(
    [
        "been",
        "had",
        "being",
        "just",
        "also",
        "now",
        "still",
        "already",
        "never",
        "always",
        "really",
        "often",
        "too",
        "so",
    ]
)
PLURALS = words_of("plurals")
CAUSES = words_of("causes")
APPROXIMATE = words_of("approximate")
FLOATING = words_of("floating")
PREFIXES = ("counter-", "re-", "co-", "mis-", "over-", "under-")
ORDER = frozenset({"last", "next", "first"})
AWAY = frozenset({"back", "out", "off", "forward", "aside", "down", "up", "away"})
UNCHANGED = words_of("unchanged")
"""Verbs whose participle is their base form."""
PRONOUN_DETS = words_of("pronoun determiners")
