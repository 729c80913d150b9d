"""No side taken, though one is asked for: "has taken no position on", "has yet to decide whether"."""

from collections.abc import Iterator

from onrecord.records import Span
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verbs import evaluate

SIDES = frozenset({"position", "side", "sides", "stand", "stance", "view", "opinion", "comment"})
MIXED = frozenset({"mixed", "conflicting", "ambivalent", "divided"})
PUT_OFF = frozenset({"postpone", "delay", "defer", "reserve", "suspend", "withhold", "put", "adjourn"})
RULINGS = frozenset({"decision", "vote", "ruling", "judgment", "judgement", "verdict", "opinion"})
RESPONDING = frozenset({"respond", "react", "reply"})
UNDECIDED = frozenset(
    {"respond", "react", "reply", "know", "decide", "comment", "say", "rule", "judge", "tell", "vote", "choose"}
)
MATTERS = frozenset({"question", "decision", "matter", "choice", "issue"})
HOLDING = frozenset({"take", "have", "hold", "adopt", "make"})
NOUNS = SIDES | RULINGS | MATTERS | {"time", "feelings", "mind", "minds"}
"""The nouns with which the verbs take no side."""
UNSETTLED = frozenset({"yet", "early", "soon"})
SETTLING = frozenset({"draw", "decide", "leave"})
"""Verbs that need no noun and no negation: "left open whether", "will decide when"."""
VERBS = HOLDING | PUT_OFF | UNDECIDED | {"leave", "draw", "need"}
"""The verbs that can say so; "mixed feelings" go with any."""
STUDYING = frozenset({"study", "consider", "examine", "assess", "review", "weigh", "analyse", "analyze", "digest"})
PLAIN_QUESTIONS = frozenset({"where", "who", "what", "how"})
"""What one may not know without being asked for a side."""
LEADS = frozenset({"on", "about", "over", "of", "to", "in"})


def find_neutral(sentence: Sentence) -> Iterator[Hit]:
    """A hit for each verb group that says that somebody takes no side."""
    tokens = sentence.tokens
    if "neither" in sentence.words and "nor" in sentence.words and (hit := _neither(sentence)) is not None:
        yield hit
    any_verb = "feelings" in sentence.words
    noun = not sentence.words.isdisjoint(NOUNS)
    unsettled = not sentence.words.isdisjoint(UNSETTLED)
    for number, verb in enumerate(sentence.verbs):
        lemma = verb.lemma
        if (lemma not in VERBS and not any_verb) or number in sentence.spent:
            continue
        if not noun and not (lemma in UNDECIDED and (verb.negated or unsettled)) and lemma not in SETTLING:
            continue  # "says", "knows", "has": no word is there of which the verb makes anything
        after = sentence.skip_adverbs(verb.last)
        if after + 1 < len(tokens) and tokens[after].low == "yet":
            after += 1
        n = sentence.phrase_at(after)
        target: Span | None = None
        used = [number]
        trace = ""
        if n is not None and sentence.phrases[n].last < len(tokens):
            phrase = sentence.phrases[n]
            words = {token.low for token in tokens[phrase.first : phrase.last]}
            follows = tokens[phrase.last].low in LEADS
            head = tokens[phrase.head].low
            negative = follows and (
                "no" in words
                or verb.negated
                or _too_early(sentence, verb.first)
                or _without(sentence, verb.first)
                or _too_early(sentence, verb.head)
                or _yet(sentence, number)
                or _avoided(sentence, number)
            )
            if verb.lemma in HOLDING and head in SIDES and negative and follows:
                target, trace = sentence.question(phrase.last + 1), "no side"
            elif head == "time" and verb.lemma == "need" and (over := sentence.group_at(phrase.last)) is not None:
                # "needed more time to study the offer"
                if sentence.verbs[over].lemma in STUDYING and sentence.verbs[over].last < len(tokens):
                    target, trace = sentence.span_from(sentence.verbs[over].last), "time to study"
                    used.append(over)
            elif head == "feelings" and follows and (words & MIXED or tokens[verb.head].low in MIXED):
                target, trace = sentence.span_from(phrase.last + 1), "mixed feelings"
            elif verb.lemma == "make" and head in ("mind", "minds") and negative and follows:
                target, trace = sentence.span_from(phrase.last + 1), "mind not made up"
            elif verb.lemma in PUT_OFF and head in RULINGS and follows and (verb.finite or not number):
                target, trace = sentence.question(phrase.last + 1), "put off"
            elif verb.lemma == "leave" and head in MATTERS and tokens[phrase.last].low == "of":
                target, trace = sentence.span_from(after), "left the question"
        if (
            not trace
            and verb.lemma in UNDECIDED
            and (verb.negated or _yet(sentence, number) or _too_early(sentence, verb.first))
        ):
            target = _undecided(sentence, number, after, used)
            trace = f"not {verb.lemma}" if target is not None or verb.lemma == "decide" else ""
            if verb.lemma == "know" and not sentence.is_first_person(verb.subject):
                trace = ""
        if (
            verb.lemma == "draw"
            and verb.passive
            and (verb.negated or _avoided(sentence, number))
            and after + 1 < len(tokens)
            and tokens[after].low in ("on", "about")
        ):
            # "would not be drawn on the swap"
            target, trace = sentence.question(after + 1), "not drawn"
        if not trace and verb.lemma == "decide" and verb.modal in ("will", "would") and after < len(tokens):
            # "I'll decide when I have read it"
            trace = "will decide" if tokens[after].low in ("when", "once", "after", "later", "only", "in") else ""
        if not trace and verb.lemma == "leave" and [t.low for t in tokens[after : after + 2]] == ["open", "whether"]:
            target, trace = _undecided(sentence, number, after + 1, used), "left open"
        if not trace:
            continue
        outer = _governor(sentence, number)
        holder, _ = sentence.holder_of(sentence.verbs[outer], passive=False)
        early = _too_early(sentence, verb.first) or _too_early(sentence, verb.head)
        sentence.spent.update(used)
        sentence.spent.add(outer)
        yield Hit(
            0,
            Span(sentence.verbs[outer].start, verb.end),
            tuple(tokens[sentence.verbs[m].head].start for m in {outer, number}),
            holder,
            target,
            speaker=sentence.is_first_person(sentence.verbs[outer].subject) or early,
            trace=trace,
        )


def _neither(sentence: Sentence) -> Hit | None:
    """`Ecuador neither backed nor opposed the resolution`."""
    tokens = sentence.tokens
    k = next((k for k, token in enumerate(tokens) if token.low == "neither"), 0)
    number = sentence.group_over(k + 3)
    before = k - 1 if k and tokens[k - 1].tag in ("MODAL", "AUX") else k
    holder = sentence.phrase_ending(before)
    if not k or k + 4 > len(tokens) or tokens[k + 2].low != "nor" or number is None or holder is None:
        return None
    found = evaluate(sentence, number, 3)
    if found is None or found[1] is None:
        return None
    sentence.spent.update(found[2])
    if (first := sentence.group_over(k + 1)) is not None:
        sentence.spent.add(first)
    phrase, verb = sentence.phrases[holder], sentence.verbs[number]
    cue = Span(tokens[k].start, verb.end)
    heads = (tokens[k + 1].start, tokens[verb.head].start)
    return Hit(0, cue, heads, Span(phrase.start, phrase.end), found[1], trace="neither nor")


def _without(sentence: Sentence, first: int) -> bool:
    """`without taking sides on`, `before taking a position on`."""
    return first > 0 and sentence.tokens[first - 1].low in ("without", "before", "than")


def _too_early(sentence: Sentence, first: int) -> bool:
    """`it was too early to take a side`."""
    low = [token.low for token in sentence.tokens[max(first - 2, 0) : first]]
    return "early" in low or "soon" in low


def _avoided(sentence: Sentence, number: int) -> bool:
    """`avoided taking sides`, `refused to take a position`."""
    return number > 0 and sentence.verbs[number - 1].lemma in ("avoid", "decline", "refuse", "hesitate")


def _yet(sentence: Sentence, number: int) -> bool:
    """`has yet to decide`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    window = [token.low for token in tokens[max(verb.first - 2, 0) : verb.head]]
    return "yet" in window


def _governor(sentence: Sentence, number: int) -> int:
    """The group that governs an infinitive and has its subject."""
    verb = sentence.verbs[number]
    if not number or (verb.subject is not None and verb.finite):
        return number
    before = sentence.verbs[number - 1]
    if _without(sentence, verb.first):
        return next(
            (
                n
                for n in range(number - 1, -1, -1)
                if sentence.verbs[n].finite and sentence.verbs[n].subject is not None
            ),
            number,
        )
    return number - 1 if verb.first - before.last <= 2 and before.subject is not None else number


def _open(sentence: Sentence, after: int) -> bool:
    """Whether the question is what to do or where somebody stands, not a fact: "I don't know where my wife is"."""
    ahead = sentence.tokens[after + 1 : after + 9]
    return ahead[:1] != [] and (
        ahead[0].tag == "TO" or any(t.tag == "MODAL" or t.lemma in ("stand", "feel", "think") for t in ahead)
    )


def _undecided(sentence: Sentence, number: int, after: int, used: list[int]) -> Span | None:
    tokens = sentence.tokens
    if after >= len(tokens):
        return None
    low = tokens[after].low
    if sentence.verbs[number].lemma == "know" and low in PLAIN_QUESTIONS and not _open(sentence, after):
        return None
    if sentence.verbs[number].lemma == "judge" and sentence.phrase_at(after) is not None:
        return sentence.span_from(after)
    if low == "to" and sentence.verbs[number].lemma in RESPONDING:
        return sentence.span_from(after + 1) if sentence.phrase_at(after + 1) is not None else None
    if low in ("on", "about"):
        return sentence.span_from(after + 1)
    if low in ("which", "what", "where", "who"):
        used.extend(n for n, verb in enumerate(sentence.verbs) if verb.first > after)
        if low == "where":
            return sentence.question(after)
        return sentence.span_from(after, clause=True)
    if low in ("whether", "if", "how", "to"):
        nested = sentence.first_group_from(after)
        if nested is not None:
            used.append(nested)
            deeper = evaluate(sentence, nested, 3)
            if deeper is not None and deeper[1] is not None:
                used.extend(deeper[2])
                return deeper[1]
            if sentence.verbs[nested].lemma == "be" and sentence.verbs[nested].subject is not None:
                # "whether the dam is a good idea"
                subject = sentence.phrases[sentence.verbs[nested].subject or 0]
                if subject.kind == "pronoun" and sentence.verbs[number].lemma == "know":
                    return None  # "I don't know if he is alive"
                return Span(subject.start, subject.end)
            return sentence.span_from(sentence.verbs[nested].head)
    del number
    return None
