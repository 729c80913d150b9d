"""Whether a word that can be a verb form is a verb: by what stands before it, then by what follows."""

from onrecord.rules.syntax.agreement import PRONOUN_DETS, plural_head
from onrecord.rules.syntax.contexts import helps, mandated, singular
from onrecord.rules.syntax.lexicon import Lexicon
from onrecord.rules.syntax.noun_or_verb import UNCHANGED, noun_or_verb, promises
from onrecord.rules.syntax.types import Token
from onrecord.rules.syntax.verbless import AFTER_VERB

NOMINAL = frozenset({"NOUN", "NAME", "NUM", "ADJ"})
PASSIVES = frozenset({"convicted", "detained", "elected", "ousted", "registered", "devastated"})
"""Participles that are adjectives before a noun and passives after "be"."""
TAKES_VERB = frozenset({"TO", "MODAL"})
CAN_BE_NAME = frozenset({"NOUN", "ADJ", "VERB"})
SUBJECTS = frozenset({"who", "which", "what", "whoever", "whatever"})
NEVER_AFTER_NOUN = frozenset({"DET", "PRON"})


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
