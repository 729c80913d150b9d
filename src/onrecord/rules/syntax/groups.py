"""Verb groups: auxiliaries, adverbs and main verb that act as one."""

from functools import lru_cache

from onrecord.rules.syntax.contexts import CAUSES
from onrecord.rules.syntax.lexicon import lines
from onrecord.rules.syntax.types import Tag, Token, VerbGroup

SEMI = {"have": "must", "be": "will", "ought": "should", "go": "will", "use": ""}
"""Verbs that make a semi-modal with `to`: has to go, is to go, ought to go, going to go, used to go."""

QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
"""Marks around a quoted word inside a group: would "absolutely" require."""


OPENERS = frozenset({"VERB", "AUX", "MODAL", "TO"})
BEFORE = frozenset({"ADV", "NEG"})
MERELY = frozenset({"only", "just", "merely", "simply"})
"""Adverbs after "not" that leave what the verb says standing: "not only said that"."""
OUTSIDE = frozenset({"DET", "PRON", "NOUN", "NAME", "NUM", "PREP", "CONJ", "SUB", "WH"})
"""Tags of words that stand in no group, so that nothing else is asked of them."""
UNCOUNTED = frozenset({"ADV", "OPEN", "CLOSE", "PUNCT"})
"""Tags with which no group ends."""
NOMINAL = frozenset({"DET", "POSS", "PRON", "ADJ", "NUM", "NOUN", "NAME"})


@lru_cache(maxsize=1)
def phrasal() -> dict[str, frozenset[str]]:
    """The particles of each verb that takes some."""
    return {words[0]: frozenset(words[1:]) for words in (line.split() for line in lines("phrasal.txt"))}


def find_groups(tokens: list[Token], tags: list[Tag]) -> list[VerbGroup]:
    """The verb groups of a sentence, in order, not overlapping; `tags` are those of its tokens."""
    groups: list[VerbGroup] = []
    particles = phrasal()
    stop = 0  # where the group before ends
    for i, tag in enumerate(tags):
        if tag not in OPENERS or i < stop:
            continue
        first = i
        while first > stop and tags[first - 1] in BEFORE and tokens[first - 1].low != "ago":
            first -= 1
        group = read_group(tokens, tags, i, first, particles)
        if group is None:
            continue
        if groups and caused(tokens, groups[-1], group):
            group.finite = False
        groups.append(group)
        stop = group.last
    return groups


def caused(tokens: list[Token], before: VerbGroup, group: VerbGroup) -> bool:
    """Whether a base form is the bare infinitive of the verb before it: `help resolve`, `let the people decide`."""
    return (
        group.finite
        and tokens[group.head].form == "base"
        and group.first == group.head
        and before.lemma in CAUSES
        and all(tokens[k].tag in NOMINAL for k in range(before.last, group.first))
    )


def aside(tokens: list[Token], tags: list[Tag], j: int) -> bool:
    """Whether an adverb between commas begins at token j, with the verb after it."""
    return (
        tokens[j].low == ","
        and j + 3 < len(tokens)
        and tags[j + 1] == "ADV"
        and tokens[j + 2].low == ","
        and tags[j + 3] == "VERB"
    )


def read_group(
    tokens: list[Token], tags: list[Tag], i: int, first: int, particles: dict[str, frozenset[str]]
) -> VerbGroup | None:
    """The group whose first auxiliary or verb is token i; `first` is where its adverbs begin."""
    count = len(tokens)
    j, head, last = i, -1, i
    modal = ""
    auxiliary = ""
    negated = first < i and any(tags[k] == "NEG" and tokens[k + 1].low not in MERELY for k in range(first, i))
    infinitive = tags[i] == "TO"
    passive = False
    while j < count:
        tag = tags[j]
        if tag in OUTSIDE:
            break
        token = tokens[j]
        if tag == "VERB":
            if head >= 0 and tags[head] == "VERB" and tokens[head].lemma not in ("go", "use"):
                break
            passive = auxiliary in ("be", "get") and token.form in ("past", "participle")
            head = j
            if not (token.form == "ing" and token.lemma == "go") and token.low != "used":
                j += 1
                last = j
                break
        elif tag == "MODAL":
            if head >= 0:
                break
            modal, head = token.lemma, j
            if token.low == "cannot":
                modal, negated = "can", True
        elif tag == "AUX":
            auxiliary, head = token.lemma, j
        elif tag == "TO":
            if j > i:
                before = tokens[head].lemma if head >= 0 else ""
                if before not in SEMI or (before == "go" and tokens[head].form != "ing"):
                    break
                modal, auxiliary = SEMI[before] or modal, ""
        elif tag == "NEG":
            negated = negated or (j + 1 < count and tokens[j + 1].low not in MERELY)
        elif tag == "ADJ" and token.low == "first" and auxiliary and j + 1 < count and tags[j + 1] == "VERB":
            pass  # "were first imposed"
        elif tag == "PUNCT" and head >= 0 and aside(tokens, tags, j):
            j += 2  # "should not, however, become"
        elif tag != "ADV" and not (
            token.low in QUOTES and j > i and j + 1 < count and tags[j + 1] in ("ADV", "VERB", "OPEN", "CLOSE", "PUNCT")
        ):
            break
        j += 1
        if tag not in UNCOUNTED:
            last = j
    if head < 0:
        return None
    main = tokens[head]
    particle = ""
    if tags[head] == "VERB" and last < count and tokens[last].low in particles.get(main.lemma, ()):
        particle = tokens[last].low
        last += 1
    lone = first == head or BEFORE.issuperset(tags[first:head])
    opening = tokens[i]
    finite = (
        not infinitive
        and not (lone and main.form in ("ing", "participle"))
        and not (opening.tag == "AUX" and opening.form == "ing")  # "after being accused", "having signed"
    )
    if lone and main.form == "participle":
        passive = True
    start = tokens[first].start
    return VerbGroup(
        first, last, head, start, tokens[last - 1].end, main.lemma, particle, passive, negated, modal, finite
    )  # fmt: skip
