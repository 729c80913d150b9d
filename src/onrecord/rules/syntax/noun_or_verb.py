"""Whether a word that can be a noun is a verb: "officials claim", "Trump claims", not "tax claims"."""

from onrecord.rules.syntax.agreement import CHAIN, CHAINED, one_party, plural_head
from onrecord.rules.syntax.contexts import CAUSES, PLURALS, mandated, reports, singular
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import Token
from onrecord.rules.syntax.verbless import AFTER_VERB

PAPERS = words_of("papers")
AWAY = frozenset({"back", "out", "off", "forward", "aside", "down", "up", "away"})
UNCHANGED = words_of("unchanged")
"""Verbs whose participle is their base form."""
LEADING = frozenset({"boss", "captain", "coach", "pilot", "skipper", "star"})
"""Nouns for somebody, hardly verbs between two names."""
GERUNDS = frozenset({"support", "regret", "favour", "favor", "risk", "fear", "start", "stop", "delay"})
"""Verbs that can be nouns and take a gerund: "Peru supports halting the sale"."""


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
    """Whether a word that can be a noun is a verb in its context; `before` and `after` are the tags beside it."""
    objects = ("DET", "POSS", "PRON", "ADJ") if before == "NAME" else ("DET", "POSS", "PRON")
    if token.low in UNCHANGED and not finite and before in ("NAME", "NOUN") and after in objects:
        token.form = "past"  # "Brazil cut its main rate"
        return True
    if token.lemma == "show" and left is not None and left.low in PAPERS and after not in ("VERB", "AUX", "MODAL"):
        return token.form == "s" or not singular(left)  # "polls show", "the survey shows"
    if token.form == "base" and before in ("NAME", "NOUN") and mandated(tokens, i):
        return True  # "demanded that Lund step down"
    if before == after == "NAME" and token.low in LEADING:
        return False  # "said Rovers boss Paul Lund"
    nearby = tokens[max(0, i - 8) : i]
    if token.form == "s":
        if before in ("NAME", "CLOSE"):
            if finite:
                return False
            return (
                headline
                or after in AFTER_VERB
                or after in ("PREP", "ADV", "ADJ", "NOUN", "NUM")
                or (after == "VERB" and tokens[i + 1].form == "s" and before == "NAME")  # "Iran holds talks"
                or (after == "VERB" and tokens[i + 1].form == "ing" and token.lemma in GERUNDS)
                or reports(tokens, i)
            )
        if before == "NOUN":
            dated = tokens[i + 1].low in ("last", "next") if i + 1 < len(tokens) else False  # "two air raids last week"
            if token.low == "backs" and after == "NOUN" and tokens[i + 1].low.endswith("s"):
                return not finite  # "the mayor backs plans for it"
            gerund = after == "VERB" and tokens[i + 1].form == "ing" and token.lemma in GERUNDS
            return not finite and (
                gerund or after in AFTER_VERB or (after == "ADV" and not dated) or reports(tokens, i)
            )
        if before == "PUNCT":
            taken = after in ("DET", "POSS", "SUB", "PRON", "NAME", "OPEN")
            return i > 0 and (adverb or (not finite and (taken or (after == "PREP" and apposed(tokens, i - 1)))))
        return (
            before == "CONJ"
            and (after in AFTER_VERB or promises(tokens, i))
            and any(t.tag == "VERB" and (t.form == "s" or (adverb and t.form == "past")) for t in nearby)
        )  # "made a turn and now supports the deal"
    if before in ("NOUN", "NAME", "CLOSE"):
        plural = left is not None and (not singular(left) or left.low in PLURALS) and not left.low.endswith("ss")
        if plural and before == "NAME" and one_party(tokens, i):
            return False
        if adverb:
            return plural
        if not plural and not finite and after in AFTER_VERB and plural_head(tokens, i - 1):
            return True
        if token.low in UNCHANGED and not finite and i + 1 < len(tokens) and tokens[i + 1].low in AWAY:
            return True  # "the minister hit back", "the paper set out"
        if plural and after in ("PUNCT", "CONJ", "MODAL", "AUX", "") and asked_for(tokens, i):
            return True
        return plural and not finite and (after in AFTER_VERB or after in ("PREP", "ADJ", "ADV") or reports(tokens, i))
    if before == "CONJ":
        return after in AFTER_VERB and any(t.tag == "VERB" and t.form == "base" for t in nearby)
    if before == "PUNCT":
        opens = i == 0 or (previous is not None and previous.tag == "OPEN")
        return opens and after in ("DET", "POSS", "PRON")
    return left is not None and left.lemma in CAUSES and after in AFTER_VERB


def asked_for(tokens: list[Token], i: int) -> bool:
    """Whether the clause of a "what" or "how much" has its verb in token i: "what the Europeans pay"."""
    k = i - 1
    while k > 0 and tokens[k].tag in CHAINED:
        k -= 1
    return tokens[k].tag == "WH" and i - k > 1 and tokens[k].low in ("what", "whatever", "whom", "how")


def apposed(tokens: list[Token], j: int) -> bool:
    """Whether the comma at token j closes a name set behind a subject: "The envoy, Ann Roe, | calls for"."""
    if tokens[j].low != "," or tokens[j - 1].tag != "NAME":
        return False
    k = j - 1
    while k > 0 and tokens[k].tag == "NAME":
        k -= 1
    if tokens[k].low != "," or tokens[k - 1].tag != "NOUN":
        return False
    return not any(token.tag in ("VERB", "AUX", "MODAL") for token in tokens[max(0, k - CHAIN) : k])


def promises(tokens: list[Token], i: int) -> bool:
    """Whether an infinitive follows token i: "by promising to fight"."""
    return i + 2 < len(tokens) and tokens[i + 1].low == "to" and tokens[i + 2].form == "base"
