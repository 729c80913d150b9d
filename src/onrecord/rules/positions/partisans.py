"""Those who are called friends or foes of something: "is no friend of the euro", "its loudest critic is X"."""

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence

COPULAS = frozenset({"be", "seem", "remain", "become", "feel", "stay", "appear", "sound", "look", "get", "grow"})
TREATIES = frozenset({"treaty", "nato", "military", "security", "defence", "defense", "regional", "western", "wartime"})
"""What makes an ally of a country by contract."""
SHADES = frozenset(
    {"no", "longer", "firmly", "all", "dead", "very", "strongly", "set", "fully", "more", "less", "so", "quite"}
    | {"too", "still", "not", "far", "from", "anything", "but", "than"}
)


def copula_of(sentence: Sentence, k: int) -> int | None:
    """The verb group with a copula whose predicate begins at token `k`, or that holds it ("is opposed")."""
    tokens = sentence.tokens
    over = sentence.group_over(k)
    if over is not None and any(token.lemma in COPULAS for token in tokens[sentence.verbs[over].first : k]):
        return over
    j = k - 1
    while j >= 0 and (tokens[j].tag in ("ADV", "NEG") or tokens[j].low in SHADES):
        j -= 1
    if j > 2 and tokens[j].low == ",":
        # "he was, on balance, in favour of it"
        opened = next((m for m in range(j - 1, max(j - 6, 0), -1) if tokens[m].low == ","), None)
        j = opened - 1 if opened is not None else j
    over = sentence.group_over(j) if j >= 0 else None
    if over is not None and sentence.verbs[over].lemma in COPULAS and sentence.verbs[over].last >= j:
        return over
    return None


def partisan(sentence: Sentence, k: int) -> Hit | None:
    """`is no friend of the euro`, `was a champion of the tram`."""
    tokens = sentence.tokens
    n = next((n for n, phrase in enumerate(sentence.phrases) if phrase.head == k), None)
    if n is None:
        return None
    first = sentence.phrases[n].first
    if tokens[k].low == "ally" and not TREATIES.isdisjoint(token.low for token in tokens[first:k]):
        return None  # "a treaty ally of Manila"
    if named := _named_partisan(sentence, n):
        return named
    if k + 1 >= len(tokens) or tokens[k + 1].low != "of":
        return None
    copula = copula_of(sentence, first)
    if copula is None and first > 1 and tokens[first - 1].low == ",":
        # "Bo Lind, a fierce critic of the law,"
        before = sentence.phrase_ending(first - 1)
        if before is None or sentence.phrases[before].kind != "name":
            return None
        owner = sentence.phrases[before]
        target = span_of(tokens, k + 2, target_end(tokens, k + 2))
        cue = Span(tokens[first].start, tokens[k + 1].end)
        sign = stances().partisans[tokens[k].low]
        if "former" in {token.low for token in tokens[first:k]}:
            return None
        return Hit(sign, cue, (tokens[k].start,), Span(owner.start, owner.end), target, trace="partisan")
    if copula is None or tokens[first].low not in ("a", "an", "no", "the") or copula in sentence.spent:
        return None
    verb = sentence.verbs[copula]
    sign = stances().partisans[tokens[k].low]
    holder, nobody = sentence.holder_of(verb, passive=False)
    hardly = any(token.low in ("hardly", "scarcely", "not") for token in tokens[verb.last : first])
    if (tokens[first].low == "no") ^ verb.negated ^ nobody ^ (hardly and not verb.negated):
        sign = -sign
    sentence.spent.add(copula)
    return Hit(
        sign, Span(verb.start, tokens[k + 1].end), (tokens[k].start,), holder,
        span_of(tokens, k + 2, target_end(tokens, k + 2)), speaker=sentence.is_first_person(verb.subject),
        trace="is partisan",
    )  # fmt: skip


def _named_partisan(sentence: Sentence, n: int) -> Hit | None:
    """`its most stubborn opponent is Nino Greco`: who is named is for or against what "its" or "of" tells."""
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    copula = next((m for m, verb in enumerate(sentence.verbs) if verb.subject == n and verb.lemma == "be"), None)
    if copula is None or copula in sentence.spent:
        return None
    after = sentence.skip_adverbs(sentence.verbs[copula].last)
    who = sentence.phrase_at(after)
    if who is None or sentence.phrases[who].kind != "name":
        return None
    owner = phrase.first - 1 if phrase.first and tokens[phrase.first - 1].tag == "POSS" else phrase.first
    if tokens[owner].low in ("its", "their"):
        target: Span | None = Span(tokens[owner].start, tokens[owner].end)
    elif phrase.last < len(tokens) and tokens[phrase.last].low == "of":
        target = span_of(
            tokens, phrase.last + 1, min(target_end(tokens, phrase.last + 1), sentence.verbs[copula].first)
        )
    else:
        return None
    sentence.spent.add(copula)
    holder = Span(sentence.phrases[who].start, sentence.phrases[who].end)
    sign = stances().partisans[tokens[phrase.head].low]
    cue = Span(phrase.start, phrase.end)
    return Hit(sign, cue, (tokens[phrase.head].start,), holder, target, trace="is partisan")
