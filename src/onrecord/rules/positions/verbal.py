"""The hits that verbs give: each verb group of stance that no other one governs, with whose stance it is."""

from collections.abc import Iterator
from functools import cache

from onrecord.records import Span
from onrecord.rules.positions import triggers
from onrecord.rules.positions.grounds import LEAVING, ground, threat
from onrecord.rules.positions.hits import Hit, Polarity
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.subjects import joined_in, only_one, paper, so_do
from onrecord.rules.positions.verbs import OPEN_MODALS, evaluate
from onrecord.rules.positions.verdicts import JUDGING, MOVING, judged, moved, none_of_it, reacted, warned
from onrecord.rules.syntax.types import VerbGroup

SEEING = frozenset({"see", "have", "find"})
BESIDE = {"have": none_of_it, "warn": warned, "react": reacted, "respond": reacted} | dict.fromkeys(MOVING, moved)
"""The rules of their own for verbs that show no stance by the lexicon."""
MAKING = frozenset({"make", "persuade", "convince", "induce", "force", "get"})
GATHERING = frozenset({"take", "gather", "march", "rally", "meet", "assemble", "strike", "walk", "block", "occupy"})
UNDOING = frozenset({"call off", "halt", "freeze", "shelve", "delay", "pull out", "step back", "rescind"})
REASONS = frozenset({"reason", "need", "point", "cause", "grounds", "intention", "plans"})
MODIFYING = frozenset({"rather", "used"})
"""The words that make something of each verb: "would rather die", "used to defend"."""
NOT_THEIRS = frozenset({"must", "should", "ought", "shall", "may", "might"})


def find_verbal(sentence: Sentence) -> Iterator[Hit]:
    """A hit for each verb group that shows a stance and is not governed by another that does."""
    telling, needed, words = telling_verbs(), _needed(), sentence.words
    rather, used_to, none = "rather" in words, "used" in words, "no" in words
    asked, judging = sentence.can & triggers.ASKED, sentence.can & triggers.JUDGED
    for number, verb in enumerate(sentence.verbs):
        lemma = verb.lemma
        if lemma not in telling and (verb.modal != "would" or not (rather or used_to or lemma == "use")):
            continue
        if number in sentence.spent:
            continue
        if (
            (needs := needed.get(lemma)) is not None
            and words.isdisjoint(needs)
            and verb.modal != "would"
            and not used_to
            and not (judging and lemma in JUDGING)
        ):
            continue  # "say" without "yes" or "no"
        if (
            verb.modal in NOT_THEIRS
            and not (verb.modal in ("may", "might") and sentence.conditions)
            and not sentence.is_first_person(verb.subject)
            and not verb.passive
        ):
            continue  # "Peru must sign" is not Peru's stance, but that of whoever says so
        if asked and sentence.is_asked(verb):
            continue  # "asked whether she supports the ban", "if Greece backs the plan"
        if not verb.finite and sentence.is_accusation(number):
            continue  # "accused the city of backing the plan"
        if lemma == "use" or (used_to and _used_to(sentence, verb)):
            sentence.silent.add(sentence.tokens[verb.head].start)
            continue  # "used to defend" is over
        if rather and verb.modal == "would" and any(t.low == "rather" for t in sentence.tokens[verb.first : verb.head]):
            holder, _ = sentence.holder_of(verb, passive=False)
            cue = Span(verb.start, verb.end)
            head = sentence.tokens[verb.head].start
            speaker = sentence.is_first_person(verb.subject)
            than = next(
                (k for k in range(verb.last, len(sentence.tokens) - 1) if sentence.tokens[k].low == "than"), None
            )
            if verb.lemma not in LEAVING | {"die", "starve", "leave"}:
                yield Hit(1, cue, (head,), holder, sentence.span_from(verb.head), speaker)
            if than is not None:
                yield Hit(-1, cue, (head,), holder, sentence.span_from(than + 1), speaker, trace="rather than")
            continue
        if none and lemma in SEEING and (reasonless := _no_reason(sentence, number)) is not None:
            yield reasonless
            continue
        if lemma == "threaten" and not verb.negated and (threatened := threat(sentence, number)) is not None:
            sign, target, more = threatened
            sentence.spent.update((number, *more))
            head, cue = sentence.tokens[verb.head].start, Span(verb.start, verb.end)
            holder, _ = sentence.holder_of(verb, passive=False)
            yield Hit(sign, cue, (head,), holder, target, sentence.is_first_person(verb.subject), trace="threat")
            continue
        found = (judged(sentence, number) if judging and lemma in JUDGING else None) or evaluate(sentence, number, 0)
        if found is None and (beside := BESIDE.get(lemma)) is not None:
            found = beside(sentence, number)
        if found is None:
            continue
        polarity, target, used, trace = found
        grounds: list[int] = []
        if len(used) == 1 and polarity.sign and (told := ground(sentence, verb, grounds)) is not None:
            polarity, target = told
            sentence.spent.update(grounds)
        holder, negative = sentence.holder_of(verb, passive=_is_passive(sentence, used))
        if trace == "moved":
            after = sentence.phrases[sentence.phrase_at(verb.last) or 0]
            holder, negative = Span(after.start, max(after.end, after.full_end)), False
        no_way = _no_way(sentence, verb)
        if negative or no_way:
            polarity = polarity.turned()
        if (
            holder is None
            and negative
            and (verb.subject is None or sentence.tokens[sentence.phrases[verb.subject].head].low == "nothing")
        ):
            continue  # "nothing speaks against it": a stance of whoever says so
        if not verb.finite and sentence.tokens[verb.head].form == "ing" and (of := paper(sentence, verb)) is not None:
            holder = of  # "vetoed a resolution condemning the war"
        sentence.spent.update(used)
        if polarity.sign is None:
            sentence.silent.update(sentence.tokens[sentence.verbs[n].head].start for n in used)
            continue
        sign = polarity.sign
        if sign < 0 and verb.modal and len(used) == 1 and _is_deed(verb) and sentence.conditions:
            # "would call off the strike only if": the deed is what is offered
            sign, target = 1, sentence.span_from(verb.head)
        first, last = sentence.verbs[used[0]], sentence.verbs[used[-1]]
        if (other := so_do(sentence, last.last)) is not None:
            yield Hit(sign, other, (other.start,), other, target, trace="as do")
        joined = joined_in(sentence, first) if holder is None else None
        alone = only_one(sentence, first)
        if alone is not None:
            holder = alone
            if first.first and sentence.tokens[first.first - 1].tag == "NEG" and not first.negated:
                sign = -sign
        if joined is not None:
            also, holder = joined
            head = sentence.tokens[first.head].start
            yield Hit(sign, Span(first.start, first.end), (head,), also, target, trace="joined in")
        yield Hit(
            sign,
            Span(first.start, max(first.end, last.end)),
            tuple(sentence.tokens[sentence.verbs[n].head].start for n in used),
            holder,
            target,
            speaker=sentence.is_first_person(verb.subject),
            loose=joined is None
            and alone is None
            and verb.lemma != "protest"
            and not _is_purpose(sentence, first)
            and not first.finite
            and not sentence.is_bare_vote(first)
            and not _opens_headline(sentence, first),
            negated=any(sentence.verbs[n].negated for n in used),
            nobody=negative or no_way,
            modal=any(sentence.verbs[n].modal in OPEN_MODALS for n in used),
            trace=f"{trace} before" if _is_background(sentence, first) else trace,
        )


def _is_purpose(sentence: Sentence, verb: VerbGroup) -> bool:
    """`took to the streets to demand an end to it`."""
    if verb.lemma not in ("demand", "oppose", "urge", "support", "demonstrate"):
        return False
    before = [other for other in sentence.verbs if other.finite and other.last <= verb.first]
    return bool(before) and before[-1].lemma in GATHERING and sentence.tokens[verb.first].low == "to"


def _used_to(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether it is over: `used to defend`."""
    return "used" in [token.low for token in sentence.tokens[max(verb.first - 1, 0) : verb.last]]


def _is_background(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether the verb tells what was before: "which had resisted the merger"."""
    if verb.first and "once" in (sentence.tokens[verb.first - 1].low, sentence.tokens[verb.first].low):
        return True
    if verb.subject is None or sentence.phrases[verb.subject].antecedent is None:
        return False
    return sentence.tokens[verb.first].low == "had" or (
        sentence.tokens[verb.head].form == "past" and not sentence.words.isdisjoint(("now", "later", "since"))
    )


@cache
def telling_verbs() -> frozenset[str]:
    """First words of all that a verb group can tell a stance with; most verbs are none of them."""
    lex = stances()
    return frozenset(
        lemma.partition(" ")[0] for lemma in (*lex.verbs, *lex.longer, *lex.operators, *JUDGING, *SEEING, *BESIDE)
    )


@cache
def _needed() -> dict[str, frozenset[str]]:
    """The words of which a verb needs one in its sentence where it judges nothing."""
    beside = {lemma: {"no"} for lemma in SEEING} | {"have": {"no", "nothing", "none"}}
    others = BESIDE.keys() - beside.keys() | {"threaten", "use"}
    needed = stances().needed
    return {lemma: words | beside.get(lemma, set()) for lemma, words in needed.items() if lemma not in others}


def _no_reason(sentence: Sentence, number: int) -> Hit | None:
    """`sees no reason to oppose the dam`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    n = sentence.phrase_at(verb.last)
    if n is None or tokens[sentence.phrases[n].first].low != "no":
        return None
    phrase = sentence.phrases[n]
    inner = sentence.group_at(phrase.last)
    if inner is None or tokens[phrase.head].low not in REASONS:
        return None
    deeper = evaluate(sentence, inner, 1)
    polarity = Polarity(-(deeper[0].sign or 0), None) if deeper else Polarity(-1, None)
    holder, _ = sentence.holder_of(verb, passive=False)
    if polarity.sign is None:
        return None
    sentence.spent.update((number, inner))
    target = deeper[1] if deeper else sentence.span_from(sentence.verbs[inner].head)
    cue, head = Span(verb.start, sentence.verbs[inner].end), tokens[verb.head].start
    first_person = sentence.is_first_person(verb.subject)
    return Hit(polarity.sign, cue, (head,), holder, target, speaker=first_person, trace="no reason to")


def _is_deed(verb: VerbGroup) -> bool:
    """Whether the verb undoes something, so that doing it is what is promised."""
    lex = stances()
    lemma = f"{verb.lemma} {verb.particle}".strip()
    return not verb.negated and (lemma in lex.deeds or lemma in lex.undo or lemma in UNDOING)


def _no_way(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether `there is no way` or `under no circumstances` stands before the clause."""
    if verb.subject is None or sentence.words.isdisjoint(("no", "true", "see", "imagine", "nothing")):
        return False
    if "nothing" in sentence.words and any(
        other.lemma in MAKING and other.last <= verb.first and other.subject is not None
        and sentence.tokens[sentence.phrases[other.subject].head].low == "nothing"
        for other in sentence.verbs
    ):  # fmt: skip
        return True  # "nothing would make him accept it"
    first = sentence.phrases[verb.subject].first
    before = [token.low for token in sentence.tokens[max(first - 5, 0) : first]]
    if before[-3:] in (["not", "true", "that"], ["n't", "true", "that"]):
        return True  # "it is not true that we oppose it"
    if before[-2:] in (["see", "how"], ["see", "why"], ["imagine", "why"], ["imagine", "how"]):
        return not {"not", "n't", "cannot"}.isdisjoint(before)
    if before[-1:] and before[-1] in ("that", "why"):
        before.pop()
    return before[-2:] in (["no", "way"], ["no", "chance"], ["no", "reason"])


def _opens_headline(sentence: Sentence, verb: VerbGroup) -> bool:
    """`Chad to back fund`."""
    subject = sentence.phrases[verb.subject] if verb.subject is not None else None
    return subject is not None and subject.first == 0 and subject.last == verb.first


def _is_passive(sentence: Sentence, used: list[int]) -> bool:
    verb = sentence.verbs[used[-1]]
    return verb.passive and len(used) == 1 and not sentence.is_bare_vote(verb)
