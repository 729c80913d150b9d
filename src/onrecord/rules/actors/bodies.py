"""Words beside a name that tell it is a body's: a noun before it, a ticker or an apposition behind it, its."""

from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.named import Named
from onrecord.rules.actors.roles import MODIFIERS, OWNERS
from onrecord.rules.syntax.types import Token

LEX = lexicon()

COMPANY_KINDS = word_set("company_kinds")
"""Nouns for companies of one trade: "the lender", "the battery maker"."""
SAYING = frozenset({"say", "announce", "add", "deny", "confirm", "warn", "report", "expect", "claim", "promise"})
ITS = frozenset({"it", "its"})
ENDING = frozenset({",", ".", ";", ")", "—", "–"})
DETERMINED = frozenset({"the", "a", "an", "its", "another"}) | OWNERS
OWNED = frozenset(
    {
        "executive",
        "ceo",
        "cfo",
        "chairman",
        "chairwoman",
        "shareholders",
        "investors",
        "headquarters",
        "founder",
        "shares",
    }
)
"""What belongs to companies."""
LONGEST = 8


def is_body(named: Named, tokens: list[Token]) -> bool:
    """Whether the words around a name that could be anybody's tell that it is a body's."""
    k, count = named.last, len(tokens)
    if noun_before(named, tokens) is not None:
        return True
    if k + 2 >= count:
        return False
    after = tokens[k]
    if after.tag == "POSS":
        return any(token.low in OWNED for token in tokens[k + 1 : k + 4])  # "Solaris' chief executive"
    if after.low == "(":
        return tokens[k + 1].text.isupper() and tokens[k + 2].low == ":"  # "(BMV: ALTAMAR)"
    if after.low == ",":
        return _apposed(tokens, k + 1)
    if after.tag == "VERB" and after.lemma in SAYING:
        k += 2 if tokens[k + 1].low == "that" else 1
        return k < count and tokens[k].low in ITS
    return False


def noun_before(named: Named, tokens: list[Token]) -> tuple[int, int] | None:
    """The tokens of a noun for a body before a name: `the operator, | TrenAndino`, `the relief group | Nordhjelp`."""
    last = named.first
    comma = last > 1 and tokens[last - 1].low == ","
    if comma:
        last -= 1
    if last < 1 or tokens[last - 1].text[0].isupper():
        return None
    low = tokens[last - 1].low
    if low not in COMPANY_KINDS and low not in LEX.companies and low not in LEX.organization_nouns:
        return None
    first = last - 1
    while first and last - first < LONGEST and (tokens[first - 1].tag in MODIFIERS or tokens[first - 1].low == "'s"):
        first -= 1
    if first and (tokens[first - 1].low in DETERMINED):
        first -= 1
    elif comma:
        return None
    if comma and named.last < len(tokens) and tokens[named.last].low not in ENDING:
        return None  # "the bank, Anna Roe said"
    return first, last


def _apposed(tokens: list[Token], k: int) -> bool:
    """Whether an apposition that begins at `k` is of a company: `a maker of lamps`, `Peru's largest port operator`."""
    count = min(len(tokens), k + LONGEST)
    begin = k
    while k < count and (tokens[k].tag in MODIFIERS or tokens[k].tag in ("DET", "POSS")):
        k += 1
    if k == begin or not any(t.low in ("a", "an", "the", "'s") for t in tokens[begin:k]):
        return False
    head = tokens[k - 1]
    return head.text.islower() and (head.low in COMPANY_KINDS or head.low in LEX.companies)
