"""Words whose tag their neighbours settle: that, 's, like, back, and what a verb form needs around it."""

from onrecord.rules.syntax.lexicon import Lexicon, lexicon, words_of
from onrecord.rules.syntax.types import Token

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
TOLD_OUT = frozenset({"point", "find", "figure", "turn"})
"""Verbs with "out" that take a clause."""
MANDATES = frozenset(
    {"demand", "insist", "urge", "recommend", "request", "order", "propose", "ask", "require", "advise"}
)
"""Verbs and nouns after which a clause has its verb in the base form."""
DEMANDED_OF = words_of("demanded of")
LIKENING = frozenset({"looks", "sounds", "feels", "seems", "tastes", "smells", "acts", "works", "reads", "things"})
"""Words whose "like" is a preposition though they look like plurals of nouns."""


def singular(token: Token) -> bool:
    """Whether a noun looks like a singular."""
    return not token.low.endswith("s") and token.low not in PLURALS


def likes(previous: Token | None, following: Token | None, after: list[Token], *, finite: bool) -> bool:
    """Whether "like" is the verb: "they like the paper", "would like to", "do not like"; `after` are the next words,
    where the verb of "groups like the union have" would stand."""
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
    if following.tag not in ("DET", "POSS", "TO", "PRON") or finite or previous.low in LIKENING:
        return False  # "looks like a tent"
    if len(after) > 1 and after[1].tag == "NAME":
        return False  # "groups like the Red Cross"
    if previous.low == "who":
        return True
    ends = next((n for n, t in enumerate(after) if t.tag in ("PUNCT", "OPEN", "CLOSE", "SUB", "WH")), len(after))
    if singular(previous) or previous.low.endswith("ss"):
        return False  # "make progress like the rest"
    told = any(t.tag in ("AUX", "MODAL") or (t.tag == "VERB" and t.form == "past") for t in after[1:ends])
    return previous.tag == "NOUN" and not told  # "groups like the union praised it"


def helps(token: Token) -> bool:
    """Whether a base form may follow some words after this one ("did the minister say", "let the minister say")."""
    return token.tag in ("AUX", "MODAL", "CONJ") or token.lemma in CAUSES


def surrendered(following: Token | None, after: list[Token]) -> bool:
    """Whether "to police" names the police: nothing that could be policed follows."""
    return (
        following is not None and following.low == "police" and not (after and after[0].tag in ("DET", "POSS", "PRON"))
    )


def mandated(tokens: list[Token], i: int) -> bool:
    """Whether a base form is the verb of a clause that is demanded: "demanded that the king resign".

    A word that can be a noun too is one only after somebody ("that the government end curbs"), and where no auxiliary
    or modal comes ("that the Lund plan be dropped").
    """
    either = tokens[i].low in lexicon().noun_too
    if either and not (tokens[i - 1].tag == "NAME" or tokens[i - 1].low in DEMANDED_OF):
        return False
    if either and any(t.tag in ("AUX", "MODAL") for t in tokens[i + 1 : i + 6]):
        return False
    for k in range(i - 1, max(0, i - 8), -1):
        if tokens[k].low == "that":
            return any(token.lemma in MANDATES for token in tokens[max(0, k - 3) : k])
        if tokens[k].tag not in ("DET", "POSS", "ADJ", "NOUN", "NAME", "ADV", "NUM"):
            return False
    return False


def preposition_or_not(low: str, previous: Token | None, following: Token) -> bool:
    """Whether "following" stands for "after", "since" for "since then", "about" for "nearly" ("About 1,100 men")."""
    if low == "following":
        return following.tag in ("DET", "POSS", "NAME") and previous is not None and previous.tag not in ("DET", "AUX")
    if low == "since":  # "has since said"
        return (
            previous is not None
            and previous.lemma == "have"
            and following.tag in ("VERB", "AUX")
            and following.form != "ing"
        )
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
        or previous.low in ("all", "both", "longer", "only", "fully", "never", "still", "also", "now")
        or (plural and following.tag in ("DET", "POSS", "NAME"))
    )


def capital_letter(token: Token | None) -> bool:
    """Whether a token begins with a capital."""
    return token is not None and token.text[0].isupper()


def clitic_s(token: Token, previous: Token | None, following: Token | None, second: Token | None) -> None:
    """'s: of a possessor, or is/has; `second` is the token after the following one."""
    verbal = False
    if following is not None and following.low == "most" and second is not None and second.tag in ("ADJ", "ADV"):
        token.tag = "POSS"  # "one of the city's most vocal critics"
        return
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


def told_out(tokens: list[Token], i: int) -> bool:
    """Whether "out" before token i belongs to a verb that takes a clause: "pointed out that Roe"."""
    return i > 1 and tokens[i - 1].low == "out" and tokens[i - 2].lemma in TOLD_OUT


def that(token: Token, previous: Token | None, following: Token | None, second: Token | None, lex: Lexicon) -> None:
    """That: complementiser, relative pronoun, determiner or pronoun; `second` is the token after the following one."""
    opens_clause = second is not None and second.tag not in ("CONJ", "WH", "OPEN", "AUX", "MODAL")
    before = previous.tag if previous is not None else "PUNCT"
    if before == "PREP" and previous is not None and previous.low == "out":
        before = "VERB"  # "pointed out that the pumps were off"
    after = following.tag if following is not None else "PUNCT"
    if after in ("VERB", "AUX", "MODAL", "NEG") and not (
        following is not None
        and (following.form == "ing" or (following.form in ("base", "s") and following.low in lex.noun_too))
    ):
        if before in ("NOUN", "NAME", "NUM", "PRON", "CLOSE", "CONJ"):
            token.tag = "WH"
        else:
            token.tag = "PRON"
    elif before in ("PREP", "CONJ", "PUNCT", "OPEN") and after == "NOUN" and one_thing(following):
        token.tag = "DET"  # "and that plan", not "and that ministers" or "and that Beijing"
    elif after == "NOUN" and following is not None and singular(following) and (second is None or second.low in ".?!;"):
        token.tag = "DET"  # "endorsed that view."
    elif after in ("PUNCT", "CLOSE") or before == "PREP":
        # "pledged that, if elected, ..." against "He denied that, and left"
        clausal = previous is not None and previous.tag == "VERB" and previous.lemma in lex.clausal
        comma = following is not None and following.low == "," and opens_clause
        token.tag = "SUB" if clausal and comma else "PRON"
    else:
        token.tag = "SUB"


def one_thing(token: Token | None) -> bool:
    """Whether a noun can stand behind the determiner "that"."""
    return token is not None and singular(token) and token.low not in PLURALS and not token.text[0].isupper()


def reports(tokens: list[Token], i: int) -> bool:
    """Whether token i ends a reporting clause after a quotation: "...," Viguerie notes."""
    if i + 1 < len(tokens):
        if tokens[i + 1].low == ":":
            return i + 2 >= len(tokens) or tokens[i + 2].tag == "OPEN"  # The newspaper reports:
        if tokens[i + 1].tag not in ("PUNCT", "PREP"):
            return False
    j = i - 1
    while j > max(0, i - 24) and tokens[j].tag in ("NAME", "NOUN", "ADJ", "DET", "POSS", "PREP"):
        j -= 1
    if j < 0:
        return False
    if tokens[j].low == "," and i + 1 < len(tokens) and tokens[i + 1].low == "," and tokens[i].form == "base":
        return True  # "The virus, some experts fear, could return"
    return tokens[j].tag == "CLOSE" and tokens[j - 1].tag == "PUNCT"
