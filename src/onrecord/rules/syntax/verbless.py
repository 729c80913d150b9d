"""The verb of a sentence in which every word that can be one was read as a noun."""

from onrecord.rules.syntax.contexts import PLURALS, singular
from onrecord.rules.syntax.types import Token

AFTER_VERB = frozenset({"DET", "POSS", "PRON", "TO", "SUB", "WH", "NAME", "OPEN"})


def give_verb(tokens: list[Token]) -> None:
    """Read a noun that can be a verb as one where the sentence has none: "Democrats pressure Roe to leave"."""
    previous = ""
    for token in tokens:
        tag = token.tag
        if tag == "MODAL" or ((tag == "VERB" or tag == "AUX") and token.form != "ing" and previous != "TO"):
            return
        previous = tag
    for i in range(1, len(tokens) - 1):
        token, left, following = tokens[i], tokens[i - 1], tokens[i + 1]
        if token.tag != "NOUN" or token.form not in ("s", "base") or left.tag not in ("NOUN", "NAME"):
            continue
        one = singular(left) and left.low not in PLURALS
        if following.tag in AFTER_VERB and one == (token.form == "s"):
            token.tag = "VERB"
            return
        if token.form == "base" and left.tag == "NOUN" and not one and following.tag in ("NOUN", "NUM"):
            token.tag = "VERB"  # "Western allies launch war games"
            return
