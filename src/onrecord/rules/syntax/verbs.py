"""Whether a word that can be a verb form is a verb: by what stands before it, then by what follows."""

from onrecord.rules.syntax.agreement import CHAIN, CHAINED, PRONOUN_DETS, one_party, plural_head
from onrecord.rules.syntax.contexts import CAUSES, PLURALS, helps, mandated, reports, singular
from onrecord.rules.syntax.lexicon import Lexicon, words_of
from onrecord.rules.syntax.types import Token
from onrecord.rules.syntax.verbless import AFTER_VERB

NOMINAL = frozenset({"NOUN", "NAME", "NUM", "ADJ"})
PASSIVES = frozenset({"convicted", "detained", "elected", "ousted", "registered", "devastated"})
"""Participles that are adjectives before a noun and passives after "be"."""
TAKES_VERB = frozenset({"TO", "MODAL"})
CAN_BE_NAME = frozenset({"NOUN", "ADJ", "VERB"})
SUBJECTS = frozenset({"who", "which", "what", "whoever", "whatever"})
PAPERS = words_of("papers")
NEVER_AFTER_NOUN = frozenset({"DET", "PRON"})
AWAY = frozenset({"back", "out", "off", "forward", "aside", "down", "up", "away"})
UNCHANGED = words_of("unchanged")
"""Verbs whose participle is their base form."""

LEADING = frozenset({"boss", "captain", "coach", "pilot", "skipper", "star"})
"""Nouns for somebody, hardly verbs between two names."""
GERUNDS = frozenset({"support", "regret", "favour", "favor", "risk", "fear", "start", "stop", "delay"})
"""Verbs that can be nouns and take a gerund: "Peru supports halting the sale"."""


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
    if previous is not None and previous.tag in TAKES_VERB:
        return
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
    if form == "s" and left is not None and left.low == "longer" and j and tokens[j - 1].low == "no":
        return  # "no longer objects"
    if low == "objects" and following is not None and following.low == "to" and left is not None and left.tag == "NOUN":
        return  # "the ombudsman objects to its speed"
    before = left.tag if left is not None else "PUNCT"
    after = following.tag if following is not None else "PUNCT"
    if following is not None and after in CAN_BE_NAME and not headline and following.text[0].isupper():
        after = "NAME"  # its own turn comes next
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
            and not (left.low == "both" and after == "NOUN")
        ):
            return  # "most oppose", "some said"
        if (
            before == "DET"
            and left is not None
            and form == "base"
            and left.low in PRONOUN_DETS
            and left.low not in ("this", "that", "each", "another")
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
        if (
            form == "s" and noun_too and before == "WH" and following is not None
            and left is not None and left.low not in SUBJECTS
            and (after in ("AUX", "MODAL") or following.form == "base")
        ):  # fmt: skip
            token.tag = "NOUN"  # "where polls show"
        return
    if before == "ADJ":
        if form == "past" and not (left is not None and after in ("NOUN", "NAME")):
            return
        token.tag = "ADJ" if form in ("past", "participle") else "NOUN"
        return
    if before == "PREP":
        if form == "ing" and (not noun_too or after in NEVER_AFTER_NOUN or promises(tokens, i)):
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
        elif noun_too and (
            before not in ("PUNCT", "CONJ") or (after in ("AUX", "MODAL", "PUNCT", "PREP") and not promises(tokens, i))
        ):
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
    nominal = after in ("NOUN", "NAME", "ADJ") or (following is not None and following.low in lex.noun_too)
    if nominal and form == "past" and token.lemma == low:
        # a verb by its ending alone: "a prolonged and spirited contest", "the “fevered dreams”"
        joined = before in ("CONJ", "PUNCT") and j > 0 and tokens[j - 1].tag == "ADJ"
        most = adverb and left is not None and left.low.endswith("est")  # "the biggest politically motivated attack"
        if joined or most or before == "OPEN":
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
        if (
            disagrees
            and not any(helps(t) for t in tokens[max(0, i - 6) : i - 1])
            and not (token.lemma in lex.clausal and not finite and plural_head(tokens, j))
            and not mandated(tokens, i)
        ):
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
