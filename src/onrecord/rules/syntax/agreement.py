"""Whether a noun is a plural, so that a base form after it can be its verb."""

from onrecord.rules.syntax.contexts import PLURALS, singular
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import Token

CHAINED = frozenset({"NOUN", "NAME", "ADJ", "DET", "POSS", "NUM"})
CHAIN = 12
"""Words of a chain of prepositions that are looked through for its head."""
PRONOUN_DETS = words_of("pronoun determiners")


def one_party(tokens: list[Token], i: int) -> bool:
    """Whether a name that ends in -s is no plural before token i: "a Sanders delegate", "the Sanders campaign"."""
    k = i - 1
    while k > 0 and tokens[k].tag == "NAME":
        k -= 1
    return tokens[k].low in ("a", "an") or (tokens[k].tag == "DET" and tokens[i].low == "campaign")


def plural_head(tokens: list[Token], j: int) -> bool:
    """Whether the noun at token j ends a chain of prepositions whose head is plural: "members of the union", "few on
    either side of the debate"."""
    for k in range(j, max(0, j - CHAIN), -1):
        token = tokens[k]
        if token.tag == "PREP":
            head = tokens[k - 1]
            if head.tag == "NOUN" and (not singular(head) or head.low in PLURALS) and not head.low.endswith("ss"):
                return True
            if head.tag == "DET" or head.tag == "NAME":
                return head.low in PRONOUN_DETS or (head.tag == "NAME" and k == 1 and not singular(head))
        elif token.tag not in CHAINED:
            return False
    return False
