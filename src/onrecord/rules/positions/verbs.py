"""What stance a verb group shows: a verb of stance in its frame, turned or weakened by what governs it."""

from onrecord.records import Span
from onrecord.rules.positions.complements import (
    NO_FRAMES,
    PARTICLES,
    SIDES,
    Frames,
    addressed,
    alone,
    gap,
    given,
    only_alone,
    parted_from,
    passive,
    past_adjunct,
    past_person,
    quoted_word,
    resumed,
    word,
    written,
)
from onrecord.rules.positions.extents import past_name, span_of, target_end
from onrecord.rules.positions.hits import Polarity
from onrecord.rules.positions.lexicon import WRITTEN, Line, stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verdicts import Found
from onrecord.rules.syntax.types import NounPhrase, VerbGroup

DEPTH = 4
VIEWS = frozenset(
    {"reject", "oppose", "condemn", "denounce", "resist", "deplore", "criticise", "criticize", "vote", "rule"}
    | {"veto", "block", "throw", "turn", "boycott", "shun"}
)
OPEN_MODALS = frozenset({"would", "could", "might", "may", "will", "can"})
SEEN = frozenset({"want", "like", "prefer", "need", "love"})
REFUSALS = frozenset({"refuse", "decline"})
WISHES = frozenset(
    {"agree", "want", "wish", "plan", "intend", "vow", "pledge", "promise", "decide", "resolve", "hope", "offer"}
    | {"choose", "opt"}
)


def evaluate(sentence: Sentence, number: int, depth: int) -> Found | None:
    """Polarity, target, the verb groups used, and which line said so; None where the verb shows no stance."""
    lex = stances()
    verb = sentence.verbs[number]
    lemma = f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma
    frames = lex.verbs.get(lemma, NO_FRAMES)
    seconds = lex.longer.get(verb.lemma)
    if (
        seconds is not None
        and verb.lemma != "give"
        and sentence.words.isdisjoint(seconds)
        and seconds.isdisjoint(WRITTEN)
    ):
        seconds = None  # "say" without "yes" or "no"
    bare = not frames and lemma not in lex.operators
    if bare and seconds is None:
        return None  # most verbs
    after = verb.last
    if seconds is None:
        after = sentence.skip_adverbs(after)
    elif word(sentence, after) not in seconds:
        after = sentence.skip_adverbs(after)
        if (
            bare and not verb.particle and verb.lemma != "give"
            and word(sentence, after) not in seconds and PARTICLES.isdisjoint(sentence.words)
        ):  # fmt: skip
            return None  # "take" and "have" without what makes a stance of them
    after = past_adjunct(sentence, after)
    if after + 1 < len(sentence.tokens) and sentence.tokens[after].tag == "CLOSE":
        after += 1  # "said it "firmly rejects" the plan"
    inner = sentence.group_at(after) if depth < DEPTH else None
    if seconds is not None and (verb.particle or word(sentence, after)) in seconds:
        ahead = [verb.particle] if verb.particle else []
        words = [written(token) for token in sentence.tokens[after : after + 4]]
        for size in (4, 3, 2, 1):
            longer = " ".join((verb.lemma, *ahead, *words[:size]))
            if longer == "stop short":
                lemma, frames, after, inner = longer, NO_FRAMES, after + size, None
                break
            if longer in lex.verbs and not only_alone(sentence, lex.verbs[longer], after + size):
                # "stand in the way of", "take note of"
                lemma, frames, after, inner = longer, lex.verbs[longer], after + size, None
                break
    parted = ""
    if seconds is not None and not verb.particle and not PARTICLES.isdisjoint(sentence.words):
        parted = parted_from(sentence, after, seconds)
    if parted:
        # "turned the offer down"
        lemma = f"{verb.lemma} {parted}"
        frames = lex.verbs.get(lemma, NO_FRAMES)
    if verb.passive and not sentence.is_bare_vote(verb):
        found = passive(sentence, verb, frames.get("obj"))
    elif verb.lemma == "give" and lemma == "give":
        found = given(sentence, verb)
    elif inner is not None and not sentence.verbs[inner].finite:
        found = _over_another(sentence, lemma, frames, inner, depth)
    else:
        found = _with_complement(sentence, number, lemma, frames, after, depth)
    if found is None and not verb.passive and (line := frames.get("obj")) is not None:
        found = gap(sentence, verb, line)
    if found is None and not verb.passive and (line := frames.get("alone")) is not None:
        found = alone(sentence, line, after)
    if found is None:
        return None
    polarity, target, used, trace = found
    far = sentence.far_from(verb)
    negated = (verb.negated or sentence.no_longer(verb)) ^ far
    if parted and target is not None and (n := sentence.phrase_at(after)) is not None:
        target = Span(target.start, min(target.end, sentence.phrases[n].end))
    if negated and polarity.negated is None and polarity.sign and far:
        polarity = Polarity(polarity.sign, -polarity.sign)  # "far from rejecting it"
    return (polarity.turned() if negated else polarity), target, [number, *used], trace


def _over_another(sentence: Sentence, lemma: str, frames: Frames, inner: int, depth: int) -> Found | None:
    """A verb that governs an infinitive or a gerund: `refused to rule out`, `wants to keep`, `opposes closing`."""
    lex = stances()
    group = sentence.verbs[inner]
    gerund = sentence.tokens[group.head].form == "ing"
    frame = "ing" if gerund else "to"
    line = frames.get(frame)
    if lemma in lex.keep or lemma in lex.turn or line is not None:
        deeper = None if sentence.is_deed(group) else evaluate(sentence, inner, depth + 1)
        turn = lemma in lex.turn
        if deeper is not None:
            polarity, target, used, trace = deeper
            if turn or (line is not None and line.sign < 0):
                polarity = polarity.turned()
            elif line is not None and line.sign == 0:
                polarity = Polarity(0, None)
            return polarity, target, used, f"{lemma} over {trace}"
        target = sentence.span_from(group.head)
        if line is not None:
            polarity = Polarity(-line.sign, None) if group.negated else Polarity(line.sign, line.negated)
            return polarity, target, [inner], f"verb {line.lemma} {frame}"  # "decided not to run"
        if sentence.is_deed(group):
            polarity = Polarity(1, -1)
            return (polarity.turned() if turn else polarity), target, [inner], f"{lemma} to {group.lemma}"
        if lemma in REFUSALS:
            if group.lemma in ("say", "comment", "disclose", "discuss", "answer", "tell"):
                return _no_answer(sentence, inner)
            return Polarity(-1, 1), target, [inner], f"{lemma} to"
    return None


def _no_answer(sentence: Sentence, inner: int) -> Found | None:
    """`declined to say whether it supported the ban`: no side is taken."""
    group = sentence.verbs[inner]
    after = sentence.skip_adverbs(group.last)
    tokens = sentence.tokens
    if after < len(tokens) and tokens[after].low in ("whether", "if", "how", "on", "about", "which", "what", "who"):
        used = [inner]
        begin = after + 1
        if tokens[after].low in ("which", "what", "who"):
            used.extend(n for n, verb in enumerate(sentence.verbs) if verb.first > after)
            return Polarity(0, None), sentence.span_from(after, clause=True), used, "no answer"
        if tokens[after].low in ("whether", "if", "how"):
            nested = sentence.first_group_from(begin)
            if nested is not None:
                deeper = evaluate(sentence, nested, DEPTH)
                used.append(nested)
                if deeper is not None and deeper[1] is not None:
                    return Polarity(0, None), deeper[1], used, "no answer"
                begin = sentence.verbs[nested].head
        return Polarity(0, None), sentence.span_from(begin), used, "no answer"
    return None


def _with_complement(
    sentence: Sentence, number: int, lemma: str, frames: Frames, after: int, depth: int
) -> Found | None:
    """A verb with an object, a prepositional object or a clause."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if after >= len(tokens):
        return None
    token = tokens[after]
    low = token.low
    if low == "," and (later := resumed(sentence, after)):
        # "never ruled out, in principle, engaging"
        if (inner := sentence.group_at(later)) is not None and not sentence.verbs[inner].finite:
            return _over_another(sentence, lemma, frames, inner, depth)
        after = later
        token = tokens[after]
        low = token.low
    if low == "of" and lemma in stances().open:
        # "stopped short of opposing"
        inner = sentence.group_at(after + 1)
        if inner is not None:
            deeper = evaluate(sentence, inner, depth + 1)
            if deeper is not None:
                return Polarity(0, None), deeper[1], deeper[2], f"{lemma} of {deeper[3]}"
    if not frames:
        return None
    objects, told = frames.get("obj"), frames.get("objto")
    if low == "in" and (line := frames.get(SIDES.get(" ".join(sentence.lows[after : after + 3]), ""))) is not None:
        return _prepositional(sentence, line, after + 2, depth)
    if low == "to" and (whom := sentence.phrase_at(after + 1)) is not None:
        past = sentence.phrases[whom].last
        if past + 1 < len(tokens) and tokens[past].low != "to" and (line := frames.get("+" + tokens[past].low)):
            return _prepositional(sentence, line, past, depth)  # "protested to Peru over the wells"
    if told is not None and low in ("with", "on", "to") and (over := addressed(sentence, after)) is not None:
        # "pleaded with the gangs to lay down their arms"
        target = sentence.span_from(sentence.verbs[over].head)
        return Polarity(told.sign, told.negated), target, [over], f"verb {told.lemma} {low} to"
    if (token.tag == "PREP" or low in ("to", "against", "for")) and (line := frames.get("+" + low)) is not None:
        return _prepositional(sentence, line, after, depth)
    last = after + 1 >= len(tokens) or tokens[after + 1].tag in ("PUNCT", "CLOSE")
    if low in ("that", "this") and last and objects is not None:  # "I can't support that"
        return Polarity(objects.sign, objects.negated), Span(token.start, token.end), [], f"verb {objects.lemma} object"
    if low == "whether" or (low == "how" and token.tag == "SUB"):
        if any(frame in frames and frames[frame].sign == 0 for frame in ("obj", "+on", "+over")):
            # "is weighing up whether to leave"
            nested = sentence.first_group_from(after + 1)
            begin = sentence.verbs[nested].head if nested is not None else after + 1
            return Polarity(0, None), sentence.span_from(begin), [], f"verb {lemma} whether"
        return None
    if low == "that":
        if (line := frames.get("that")) is None:
            return None
        return Polarity(line.sign, line.negated), sentence.span_from(after + 1, clause=True), [], f"verb {lemma} that"
    if token.tag == "SUB":
        return None
    k = sentence.phrase_at(after)
    if k is None:
        return quoted_word(sentence, verb.lemma, objects, after) if token.tag == "OPEN" else None
    phrase = sentence.phrases[k]
    if phrase.last + 1 < len(tokens) and tokens[phrase.last].low == "against" and (line := frames.get("+against")):
        return _prepositional(sentence, line, phrase.last, depth)  # "warned Peru against signing"
    if told is not None and (found := _to_whom(sentence, lemma, told, k, depth)) is not None:
        return found
    return None if objects is None else _object(sentence, verb, objects, after, phrase)


def _to_whom(sentence: Sentence, lemma: str, line: Line, k: int, depth: int) -> Found | None:
    """`urged the parties to stop the bombing`, phrase `k`."""
    past = past_person(sentence, k)
    opening = sentence.lows[past : past + 2]
    beyond = sentence.group_at(past)
    if beyond is None and len(opening) == 2 and opening[0] == "not":
        beyond = sentence.group_at(past + 1)
    if beyond is None or "to" not in opening or sentence.verbs[beyond].finite:
        return None
    target = sentence.span_from(sentence.verbs[beyond].head)
    if opening == ["not", "to"]:
        # "urged the bank not to raise the rate"
        return Polarity(-line.sign, None), target, [beyond], f"verb {lemma} object not to"
    if line.sign > 0 and depth < DEPTH and sentence.verbs[beyond].lemma in VIEWS:
        # "urged parliament to reject the scheme": a deed is demanded, a view is shared
        deeper = evaluate(sentence, beyond, depth + 1)
        if deeper is not None and deeper[0].sign == -1 and deeper[1] is not None:
            return deeper[0], deeper[1], [beyond, *deeper[2]], f"verb {lemma} object to {deeper[3]}"
    return Polarity(line.sign, line.negated), target, [beyond], f"verb {lemma} object to"


def _object(sentence: Sentence, verb: VerbGroup, line: Line, after: int, phrase: NounPhrase) -> Found | None:
    """`opposes the ban`, with the phrase that its object begins with."""
    tokens, lemma = sentence.tokens, verb.lemma
    if tokens[phrase.first].low == "no" and tokens[phrase.head].low in ("reason", "need", "point", "cause", "grounds"):
        return None
    if not sentence.object_fits(lemma, phrase.head):
        return None
    if lemma == "pass" and phrase.last < len(tokens) and tokens[phrase.last].low in ("to", "on", "over"):
        return None  # a bill that a waiter passes
    if lemma in WISHES and lemma != "want" and phrase.kind == "pronoun":
        return None
    end = target_end(tokens, after)
    if lemma in SEEN and phrase.last + 1 < len(tokens) and tokens[phrase.last].form in ("past", "participle"):
        end = target_end(tokens, phrase.last)  # "wants the ban lifted"
    target, turned = sentence.inner_target(after, end)
    polarity = Polarity(line.sign, line.negated) if tokens[phrase.first].low != "neither" else Polarity(0, None)
    return (polarity.reversed() if turned else polarity), target, [], f"verb {line.lemma} object"


def _prepositional(sentence: Sentence, line: Line, at: int, depth: int) -> tuple[Polarity, Span | None, list[int], str]:
    """`voted against the bill`, `agreed to support the plan`, `advised against swimming`."""
    inner = sentence.group_at(at + 1)
    used: list[int] = []
    trace = f"verb {line.lemma} {sentence.tokens[at].low}"
    polarity = Polarity(line.sign, line.negated)
    if inner is not None and not sentence.verbs[inner].finite and depth < DEPTH:
        deeper = None if sentence.is_deed(sentence.verbs[inner]) else evaluate(sentence, inner, depth + 1)
        used = [inner]
        if deeper is not None:
            inside, target, more, _ = deeper
            if line.sign < 0:
                inside = inside.turned()
            if line.sign == 0:
                inside = Polarity(0, None)
            return inside, target, more, trace
    if at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].low in ("whether", "if", "how", "where"):
        return polarity, sentence.question(at + 1), used, trace
    end = target_end(sentence.tokens, at + 1)
    if sentence.tokens[at].low in ("for", "on", "to", "with") and (further := past_name(sentence.tokens, end)) > end:
        return polarity, span_of(sentence.tokens, at + 1, target_end(sentence.tokens, further)), used, trace
    target, turned = sentence.inner_target(at + 1, end)
    return (polarity.reversed() if turned else polarity), target, used, trace
