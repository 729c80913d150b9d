"""How far a target or a condition reaches in its sentence."""

from onrecord.records import Span
from onrecord.rules.syntax.types import Token

STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", ".", "?", "!", "…", "...", "”", '"', "''", "’"})
SUBORDINATORS = frozenset(
    {
        "because",
        "while",
        "although",
        "though",
        "after",
        "before",
        "since",
        "when",
        "if",
        "unless",
        "once",
        "until",
        "as",
    }
    | {
        "so",
        "provided",
        "providing",
        "whereas",
        "even",
        "despite",
        "during",
        "amid",
        "except",
        "contingent",
        "conditional",
    }
    | {"dependent", "assuming", "without", "rather", "than", "but", "given", "only"}
)
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)
TIMES = frozenset({"yesterday", "today", "tomorrow", "tonight", "too", "either", "instead", "anyway", "altogether"})
UNITS = frozenset({"week", "month", "year", "night", "morning", "day", "summer", "winter", "spring", "autumn"})
OPENING = SUBORDINATORS | TIMES | {"last", "next", "this", "all", "and", "or", "but", "nor"}
"""Words that may open something of its own, prepositions apart."""
TURNS = STOPS | OPENING
"""The nouns and the like that may end a target are among these; all others belong to it."""
VERBAL = frozenset({"VERB", "AUX", "MODAL"})
PARTS = frozenset({"morning", "night", "evening", "afternoon"})
OCCASIONS = frozenset(
    {"interview", "speech", "statement", "tweet", "post", "letter", "briefing", "conference", "debate"}
)
NAMING = frozenset({"call", "describe", "term", "label", "see", "consider", "regard", "brand", "dub", "view", "say"})
NO_PARTICIPLES = frozenset(
    {
        "gave",
        "took",
        "went",
        "saw",
        "came",
        "began",
        "wrote",
        "spoke",
        "chose",
        "fell",
        "rose",
        "broke",
        "drove",
        "grew",
    }
)
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "NAME", "POSS", "NUM", "PRON"})
HANGING = frozenset({"PREP", "CONJ", "DET", "OPEN", "ADV", "SUB"})
ENDING = frozenset({"there", "out", "down", "up", "in", "off", "back", "away", "open", "again"})
"""Particles and adverbs that may end a target ("tear it down")."""
LONGEST_NAME = 12
"""So many words a name set in between commas may have."""
ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
SHARES = frozenset({"majority", "margin", "votes", "vote"})


def target_end(tokens: list[Token], first: int, *, clause: bool = False) -> int:
    """Index after the last token of what begins at `first`: a noun phrase or verb phrase with all that belongs to it.

    In a `clause` finite verbs belong to it; elsewhere they end it, unless a relative pronoun has opened a clause.
    """
    relative, quoted = clause, False
    count = len(tokens)
    for k in range(first, count):
        token = tokens[k]
        low, tag = token.low, token.tag
        if tag in NOMINAL and low not in TURNS:
            continue
        if tag == "OPEN" and low != "(":
            quoted = True
        if low in STOPS or tag == "CLOSE":
            if quoted and (tag == "OPEN" or tag == "CLOSE"):
                quoted = tag == "OPEN"
                continue
            if quoted and k + 1 < count and tokens[k + 1].tag == "CLOSE":
                return k + 2  # what is quoted is whole: "a chance “to give lessons,”"
            break
        if k > first:
            if (low in OPENING or tag == "PREP") and _ends_before(tokens, k, clause=clause):
                break
            if tag == "WH" or (tag == "SUB" and low == "that"):
                relative = True
            if (
                not relative
                and tag in VERBAL
                and _is_finite(tokens, k)
                and not (token.form == "base" and tokens[k - 1].low == "to")
                and (k > first + 1 or tag != "VERB")
                and not _reduced(tokens, k)
            ):
                break
    else:
        k = max(first, count)
    while k > first + 1 and tokens[k - 1].tag in HANGING and tokens[k - 1].low not in ENDING:
        k -= 1
    return k


def past_name(tokens: list[Token], k: int) -> int:
    """Index after what is set between commas at `k` and names somebody again: "the mayor, [Ann Roe], step down"."""
    if k + 2 >= len(tokens) or tokens[k].low != ",":
        return k
    for end in range(k + 1, min(k + LONGEST_NAME, len(tokens) - 1)):
        if tokens[end].low == ",":
            follows = tokens[end + 1]
            goes_on = follows.tag in ("TO", "NEG") or follows.form == "base" or follows.low == "be"
            return end + 1 if goes_on and end > k + 1 else k
        if tokens[end].tag not in NOMINAL and tokens[end].low not in ("of", "for", "in"):
            break
    return k


def clause_end(tokens: list[Token], first: int) -> int:
    """Index after the clause at `first`, past a name set in after its subject."""
    end = target_end(tokens, first, clause=True)
    further = past_name(tokens, end)
    return target_end(tokens, further, clause=True) if further > end else end


def _is_finite(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.tag == "VERB" and tokens[k - 1].low in ("be", "been", "being"):
        return False  # "the toll to be scrapped"
    return token.tag in ("AUX", "MODAL") or (token.tag == "VERB" and token.form in ("s", "past"))


def _ends_before(tokens: list[Token], k: int, *, clause: bool) -> bool:
    """Whether the word at `k` opens something of its own: a subordinate clause, an adjunct of time, a second verb."""
    token = tokens[k]
    low = token.low
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if low in SUBORDINATORS:
        graded = (low == "so" and following is not None and following.tag == "ADJ") or (
            low == "as" and tokens[k - 1].tag == "ADJ"
        )
        if not graded:
            return True
    if token.tag == "PREP" and _adjunct(tokens, k):
        return True
    if low in TIMES or (low in ("last", "next", "this") and following is not None and following.low in UNITS):
        return True
    if low == "all" and k + 2 < len(tokens) and tokens[k + 2].low == "same":
        return True
    if low not in ("and", "or", "but", "nor") or clause:
        return False
    return _verb_follows(tokens, k + 1) or _clause_follows(tokens, k + 1)


def _verb_follows(tokens: list[Token], k: int) -> bool:
    while k < len(tokens) and tokens[k].tag in ("ADV", "NEG"):
        k += 1
    return k < len(tokens) and tokens[k].tag in ("VERB", "AUX", "MODAL") and tokens[k].form != "ing"


def _clause_follows(tokens: list[Token], k: int) -> bool:
    """Whether a subject and its verb follow: "is against it and the others will abstain"."""
    first = k
    while k < len(tokens) and k < first + 7 and tokens[k].tag in NOMINAL:
        k += 1
    if k == first or k >= len(tokens):
        return False
    if (
        tokens[k].tag == "VERB"
        and tokens[k].form in ("s", "base", "past")
        and tokens[k - 1].tag in ("NOUN", "NAME", "PRON")
    ):
        return k + 1 < len(tokens) and tokens[k + 1].tag in ("DET", "POSS", "PRON")
    return tokens[k].tag == "MODAL" or (tokens[k].tag == "AUX" and tokens[k].form in ("s", "past", "base"))


def _reduced(tokens: list[Token], k: int) -> bool:
    """A participle after a noun: "a plan backed by"."""
    if tokens[k].form != "past" or tokens[k].low in NO_PARTICIPLES:
        return False
    return k + 1 < len(tokens) and tokens[k + 1].low in ("by", "in", "for", "on", "at") and tokens[k - 1].tag == "NOUN"


def _adjunct(tokens: list[Token], k: int) -> bool:
    """Whether the preposition at `k` opens a time, an occasion or a count of votes, not a part of the target."""
    low = tokens[k].low
    following = [token.low for token in tokens[k + 1 : k + 5]]
    if not following:
        return False
    if low in ("after", "before", "since", "during", "until", "despite", "amid", "without", "because of"):
        return True
    if low in ("on", "by", "from", "at") and following[0] in DAYS:
        return True
    if low in ("in", "by", "since") and (following[0] in MONTHS or (following[0].isdigit() and len(following[0]) == 4)):
        return True
    if low in ("in", "at", "during", "on") and not OCCASIONS.isdisjoint(following) and following[0] in ARTICLES:
        return True
    if low == "by" and (tokens[k + 1].tag == "NUM" or not SHARES.isdisjoint(following)):
        return True
    if low == "in" and following[0] == "court":
        return True
    if low in ("in", "on") and following[0] in ("exchange", "return", "condition"):
        return True
    return low == "at" and following[0] in ("the",) and "time" in following[:2]


def span_of(tokens: list[Token], first: int, last: int) -> Span | None:
    """The text from token `first` to before token `last`."""
    if last <= first:
        return None
    return Span(tokens[first].start, tokens[last - 1].end)


def past_day(tokens: list[Token], k: int) -> int:
    """Index after an adjunct of time at `k`: "on Tuesday", "late on Monday night"."""
    low = tokens[k].low if k < len(tokens) else ""
    if low in ("late", "early") and k + 1 < len(tokens) and tokens[k + 1].low == "on":
        k, low = k + 1, "on"
    if low == "on" and k + 1 < len(tokens) and tokens[k + 1].low in DAYS:
        k += 2
        return k + 1 if k < len(tokens) and tokens[k].low in PARTS else k
    return k


def past_naming(tokens: list[Token], first: int) -> int:
    """Where the thing itself begins after "what it called", "what the mayor described as"."""
    if first >= len(tokens) or tokens[first].low != "what":
        return first
    for k in range(first + 2, min(first + 8, len(tokens) - 1)):
        if tokens[k].lemma in NAMING:
            k += 1
            while k < len(tokens) - 1 and (tokens[k].low == "as" or tokens[k].tag == "OPEN"):
                k += 1
            return k
    return first
