"""Stances that nouns show: "Turkey's rejection of", "voiced support for", "withdrew its objection to"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions.complements import MANNERS
from onrecord.rules.positions.extents import past_day, span_of, target_end
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.reactions import reaction
from onrecord.rules.positions.sentence import Sentence

BACKERS = frozenset({"from", "by", "among", "within"})
MEETING = frozenset(
    {"enjoy", "have", "win", "gain", "lose", "get", "command", "attract", "draw", "face", "meet", "run", "encounter"}
    | {"come", "spark", "provoke", "receive", "earn", "find", "trigger", "prompt"}
)
RECEIVED = frozenset({"decision", "decisions", "offer", "offers", "invitation", "request", "requests", "call", "calls"})
"""Nouns that tell no stance on whoever gets one ("got an offer from a publisher")."""
REGRETS = frozenset({"regret", "rue", "defend", "justify", "question"})
YIELDED = frozenset(
    {"objection", "objections", "opposition", "veto", "support", "backing", "resistance", "endorsement"}
)
BREAKING = frozenset({"go back", "renege", "backtrack", "row back", "backpedal", "retreat", "back away", "walk back"})
OWN = frozenset({"his", "her", "its", "their", "my", "our"})


def find_nominal(sentence: Sentence) -> Iterator[Hit]:
    """A hit for each noun of stance that has a target and somebody whose stance it is."""
    nouns = stances().nouns
    tokens, lows = sentence.tokens, sentence.lows
    there = "there" in sentence.words
    for n, phrase in enumerate(sentence.phrases):
        leads = nouns.get(lows[phrase.head])
        if leads is None or phrase.head != phrase.last - 1:
            continue
        before = tokens[phrase.first - 1].low if phrase.first else ""
        if before in ("in", "with") and (hit := reaction(sentence, n, leads)) is not None:
            yield hit
            continue
        holder: Span | None = None
        k = phrase.last
        if k < len(tokens) and tokens[k].low in BACKERS and (backer := sentence.phrase_at(k + 1)) is not None:
            # "praise from the Red Cross for the corridor"
            holder = Span(sentence.phrases[backer].start, sentence.phrases[backer].end)
            k = sentence.phrases[backer].last
        if there and holder is None and _there(sentence, phrase.first) and (place := _place(sentence, k)) is not None:
            # "there is little appetite in Berlin for it"
            holder = Span(sentence.phrases[place].start, sentence.phrases[place].end)
            k = sentence.phrases[place].last
        if holder is None and k < len(tokens) and tokens[k].low == "of" and "to" in leads:
            # "the refusal of the miners to accept"
            owner = sentence.phrase_at(k + 1)
            over = sentence.group_at(sentence.phrases[owner].last) if owner is not None else None
            if owner is not None and over is not None and not sentence.verbs[over].finite:
                holder = Span(sentence.phrases[owner].start, sentence.phrases[owner].end)
                k = sentence.phrases[owner].last
        k = past_day(tokens, k)
        if k + 2 < len(tokens) and tokens[k].low == "in" and tokens[k + 1].low in MANNERS:
            k += 2  # "no objection in principle to"
        if k >= len(tokens) or tokens[k].low not in leads:
            hit = _met(sentence, n, leads, holder) or _undone(sentence, n, next(iter(leads.values())))
            if hit is not None:
                yield hit
            continue
        if tokens[k].low == "of" and (hit := _met(sentence, n, leads, holder)) is not None:
            yield hit
            continue
        hit = _hit(sentence, n, k, leads[tokens[k].low], holder)
        if hit is not None:
            yield hit


def _undone(sentence: Sentence, n: int, sign: int) -> Hit | None:
    """`will lift its objections`, `withdrew its support`: no word says of what."""
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    if not phrase.first or tokens[phrase.head].low not in YIELDED:
        return None
    over = sentence.group_over(phrase.first - 1)
    if over is None or over in sentence.spent:
        return None
    verb = sentence.verbs[over]
    if verb.lemma == "have" and tokens[phrase.first].low in ("no", "any"):
        # "no longer had any objection"
        if tokens[phrase.first].low == "any" and not (verb.negated or sentence.no_longer(verb)):
            return None
        holder, nobody = sentence.holder_of(verb, passive=False)
        cue, heads = Span(verb.start, phrase.end), (tokens[phrase.head].start,)
        if holder is None or nobody:
            return None
        sentence.spent.add(over)
        return Hit(-sign, cue, heads, holder, None, sentence.is_first_person(verb.subject), trace="none left")
    if tokens[phrase.first].low not in OWN or verb.lemma not in stances().undo:
        return None
    holder, nobody = sentence.holder_of(verb, passive=False)
    if holder is None or nobody or verb.passive:
        return None
    sentence.spent.add(over)
    sign = sign if verb.negated else -sign
    cue, shown = Span(verb.start, phrase.end), (tokens[verb.head].start, tokens[phrase.head].start)
    return Hit(
        sign, cue, shown, holder, sentence.span_from(verb.head), speaker=sentence.is_first_person(verb.subject),
        modal=bool(verb.modal), negated=verb.negated, trace="undone",
    )  # fmt: skip


def _there(sentence: Sentence, k: int) -> bool:
    """Whether "there is" stands before the phrase at token `k`."""
    over = sentence.group_over(k - 1) if k > 1 else None
    if over is None or sentence.verbs[over].lemma != "be":
        return False
    first = sentence.verbs[over].first
    return "there" in (sentence.tokens[first].low, sentence.tokens[max(first - 1, 0)].low)


def _place(sentence: Sentence, k: int) -> int | None:
    """The phrase after "in" at token `k`."""
    return sentence.phrase_at(k + 1) if k + 1 < len(sentence.tokens) and sentence.tokens[k].low == "in" else None


def _hit(sentence: Sentence, n: int, k: int, sign: int, holder: Span | None) -> Hit | None:
    lex = stances()
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    verb_number = next((v for v, g in enumerate(sentence.verbs) if g.object == n and g.last <= phrase.first), None)
    if verb_number is None and phrase.first and (over := sentence.group_over(phrase.first - 1)) is not None:
        verb_number = over if sentence.verbs[over].last == phrase.first else None
    if verb_number in sentence.spent and sentence.verbs[verb_number or 0].lemma not in lex.light | lex.undo:
        return None
    broken = _broken(sentence, phrase.first) if verb_number is None else None
    if broken is not None:
        verb_number = broken
    begin = phrase.first
    turn = tokens[phrase.first].low in ("no", "little", "any")
    speaker = False
    modal = False
    negated = False
    if verb_number is not None and holder is None:
        verb = sentence.verbs[verb_number]
        if sentence.is_accusation(verb_number):
            return None
        told = f"{verb.lemma} {verb.particle}".strip()
        if tokens[phrase.first].low in OWN and told in REGRETS:
            return None  # "regretted its decision to join": the verb tells it
        if tokens[k].low == "of" and verb.lemma in MEETING and not verb.finite:
            return None  # "to win the support of farmers": it is theirs, and not yet given
        lemma = f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma
        if broken is not None:
            turn = not turn
        elif lemma in lex.weaken:
            sign = 0
        elif lemma in lex.undo:
            turn = not turn
        elif lemma not in lex.light:
            verb_number = None
        if verb_number is not None and verb_number not in sentence.spent:
            holder, nobody = sentence.holder_of(verb, passive=False)
            turn ^= nobody ^ (verb.negated or sentence.no_longer(verb))
            speaker = sentence.is_first_person(verb.subject)
            modal = bool(verb.modal)
            negated = verb.negated
            sentence.spent.add(verb_number)
            begin = verb.first
    stop = len(tokens)
    if holder is None and verb_number is None:
        holder = _owner(sentence, n)
        if holder is None:
            holder, stop = _backer_after(sentence, k)
    if holder is None:
        return None
    inner = sentence.group_at(k)
    if inner is not None and tokens[k].low == "to":
        sentence.spent.add(inner)
        target = sentence.span_from(sentence.verbs[inner].head)
        turned = False
    else:
        target, turned = sentence.inner_target(k + 1, min(stop, target_end(tokens, k + 1)))
        over = sentence.group_at(k + 1)
        if over is not None:
            sentence.spent.add(over)
    if tokens[phrase.head].low in lex.carriers and tokens[k].low in ("of",):
        turned = False
    if turn ^ turned:
        sign = -sign
    qualified = next((t for t in tokens[phrase.first : phrase.head] if t.low in ("conditional", "qualified")), None)
    return Hit(
        sign, Span(tokens[begin].start, tokens[k].end), (tokens[phrase.head].start, tokens[begin].start), holder,
        target,
        speaker=speaker, modal=modal, negated=negated, trace=f"noun {tokens[phrase.head].low}",
        condition=Span(qualified.start, qualified.end) if qualified else None,
    )  # fmt: skip


def _broken(sentence: Sentence, first: int) -> int | None:
    """The verb of `went back on its promise`, whose noun begins at token `first`."""
    if first < 2 or sentence.tokens[first - 1].low not in ("on", "from"):
        return None
    n = next((n for n in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[n].last <= first - 1), None)
    if n is None or sentence.verbs[n].last < first - 2:
        return None
    verb = sentence.verbs[n]
    lemma = f"{verb.lemma} {verb.particle}".strip()
    back = verb.last == first - 2 and sentence.tokens[first - 2].low in ("back", "away")
    return n if lemma in BREAKING or (back and verb.lemma in ("go", "row", "walk")) else None


def _backer_after(sentence: Sentence, k: int) -> tuple[Span | None, int]:
    """Who stands behind it, after the target: `opposition to the dam among farmers`, `support came from them`."""
    tokens = sentence.tokens
    for m in range(k + 2, min(k + 12, len(tokens) - 1)):
        if tokens[m].low in ("among", "from", "within"):
            stop = m - 1 if tokens[m - 1].lemma == "come" else m
            n = sentence.phrase_at(m + 1)
            if n is not None:
                return Span(sentence.phrases[n].start, sentence.phrases[n].end), stop
        if tokens[m].tag == "PUNCT":
            break
    return None, len(tokens)


def _met(sentence: Sentence, n: int, leads: dict[str, int], holder: Span | None) -> Hit | None:
    """`the plan enjoys the support of the unions`, `it met with opposition from hunters`: the subject is the target."""
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    if tokens[phrase.head].low in RECEIVED:
        return None
    joined = False
    over = sentence.group_over(phrase.first - 1) if phrase.first else None
    if over is None and phrase.first > 1 and tokens[phrase.first - 1].low in ("with", "into", "under"):
        over = sentence.group_over(phrase.first - 2)
    if over is None and phrase.first and tokens[phrase.first - 1].low in ("and", "but"):
        # "drew praise from the hoteliers and scorn from the cyclists"
        over = next((v for v in sentence.spent if sentence.verbs[v].lemma in MEETING), None)
        joined = True
    elif over is None or over in sentence.spent:
        return None
    if over is None:
        return None
    verb = sentence.verbs[over]
    if (
        verb.lemma not in MEETING
        or verb.subject is None
        or (verb.last < phrase.first - 1 and not joined)
        or not verb.finite
    ):
        return None  # "struggled to win the support of": they have not got it
    if holder is None and verb.lemma in ("have", "enjoy", "win", "get", "lose", "gain"):
        holder = _owner(sentence, n) if tokens[phrase.first].low not in OWN else None
    if holder is None:
        k = phrase.last
        if (
            k >= len(tokens)
            or tokens[k].low not in ("of", "from", "among", "by", "with")
            or sentence.phrase_at(k + 1) is None
        ):
            return None
        holder = span_of(tokens, k + 1, target_end(tokens, k + 1))
    subject = sentence.phrases[verb.subject]
    if subject.antecedent is not None:
        subject = sentence.phrases[subject.antecedent]  # "Lee, who had the backing of the farmers"
    sign = next(iter(leads.values()))
    if verb.negated or verb.lemma == "lose" or tokens[phrase.first].low in ("no", "little", "scant", "few"):
        sign = -sign
    sentence.spent.add(over)
    target = Span(subject.start, subject.end)
    cue = Span(verb.start, phrase.end)
    return Hit(sign, cue, (tokens[phrase.head].start, tokens[verb.head].start), holder, target, trace="met with")


def _owner(sentence: Sentence, n: int) -> Span | None:
    """Who the possessor in the phrase is: "the nurses' opposition", "its call"."""
    tokens = sentence.tokens
    phrase = sentence.phrases[n]
    for k in range(phrase.head - 1, phrase.first - 1, -1):
        if tokens[k].low in ("'s", "'", "’", "’s") and k > phrase.first:
            return span_of(tokens, phrase.first, k)
    if tokens[phrase.first].low in OWN:
        return Span(tokens[phrase.first].start, tokens[phrase.first].end)
    return None
