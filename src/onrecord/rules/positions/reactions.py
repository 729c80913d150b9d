"""Stances that a noun adds to what somebody does: "walked out in protest at", "reacted with fury to"."""

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence

SHOWN = {
    "protest": (-1, frozenset({"at", "against", "over", "of"})),
    "opposition": (-1, frozenset({"to"})),
    "support": (1, frozenset({"of"})),
    "solidarity": (1, frozenset({"with"})),
    "defence": (1, frozenset({"of"})),
    "defense": (1, frozenset({"of"})),
}
"""After "in": what a march or a strike is for or against."""
REACTING = frozenset({"react", "respond"})
GREETING = frozenset({"greet", "meet", "receive", "view", "treat", "regard"})


def reaction(sentence: Sentence, n: int, leads: dict[str, int]) -> Hit | None:
    """`walked out in protest at the budget`, `reacted with fury to the plan`, `greeted the plan with scorn`."""
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    if phrase.first < 2 or tokens[phrase.first - 1].low not in ("in", "with"):
        return None
    number = next((v for v in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[v].last < phrase.first), None)
    if number is None or number in sentence.spent:
        return None
    verb = sentence.verbs[number]
    if verb.subject is None or verb.passive or verb.negated or verb.lemma == "be":
        return None
    low = tokens[phrase.head].low
    sign = next(iter(leads.values()))
    k = phrase.last
    if tokens[phrase.first - 1].low == "in":
        known = SHOWN.get(low)
        if known is None or k + 1 >= len(tokens) or tokens[k].low not in known[1] or phrase.head != phrase.first:
            return None
        if low != "protest" and "+for" in stances().verbs.get(verb.lemma, ()):
            return None  # "voted in support of": the verb's own line
        sign = known[0]
        target = span_of(tokens, k + 1, target_end(tokens, k + 1))
        spent = False
    elif verb.lemma in REACTING:
        if k + 1 >= len(tokens) or tokens[k].low != "to":
            return None
        target = span_of(tokens, k + 1, target_end(tokens, k + 1))
        spent = True
    elif verb.lemma in GREETING and (met := sentence.phrase_at(verb.last)) is not None and met < n:
        target = span_of(tokens, sentence.phrases[met].first, phrase.first - 1)
        spent = True
    else:
        return None
    holder, nobody = sentence.holder_of(verb, passive=False)
    if nobody or holder is None:
        return None
    if spent:
        sentence.spent.add(number)
    cue = Span(tokens[phrase.first - 1].start, phrase.end)
    heads = (tokens[phrase.head].start,)
    return Hit(
        sign, cue, heads, holder, target, speaker=sentence.is_first_person(verb.subject), trace=f"reaction {low}"
    )
