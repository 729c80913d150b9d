"""What a word is without its context: closed classes and verbs by list, the rest by ending."""

from functools import lru_cache

from onrecord.rules.syntax.lexicon import Lexicon, Reading, lexicon, words_of

ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "ish", "ary", "al", "ic", "ese", "ian", "ier", "iest")
NO_ADJECTIVE = words_of("no adjectives")
NO_PAST = words_of("no pasts")
PREFIXES = ("counter-", "re-", "co-", "mis-", "over-", "under-")


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
    if (
        "-" in low
        and low not in NO_ADJECTIVE
        and (low.endswith(("ed", "en", "old", "ing", "year", "long", "time", "ranking")))
    ):
        return ("ADJ", low, "")
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed") and low not in NO_PAST:
        # Verbs are more than any list has: "chained", "netted"; "undocumented" is what somebody is.
        return ("ADJ", low, "") if low.startswith("un") else ("VERB", low, "past")
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
