"""What stance a verb group shows: a verb of stance in its frame, turned or weakened by what governs it."""

from onrecord.records import Span
from onrecord.rules.positions.complements import (
    PARTICLES,
    SIDES,
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
from onrecord.rules.positions.lexicon import Line, stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verdicts import Found

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
    lines = lex.verbs.get(lemma, ())
    seconds = lex.longer.get(verb.lemma)
    bare = not lines and lemma not in lex.operators
    if bare:
        if seconds is None:
            return None  # most verbs
        needed = lex.needed.get(verb.lemma)
        if needed is not None and sentence.words.isdisjoint(needed):
            return None  # "say" without "yes" or "no"
    after = verb.last if seconds and word(sentence, verb.last) in seconds else sentence.skip_adverbs(verb.last)
    if (
        bare and seconds and not verb.particle and verb.lemma != "give"
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
                lemma, lines, after, inner = longer, (), after + size, None
                break
            if longer in lex.verbs and not only_alone(sentence, lex.verbs[longer], after + size):
                # "stand in the way of", "take note of"
                lemma, lines, after, inner = longer, lex.verbs[longer], after + size, None
                break
    parted = ""
    if seconds is not None and not verb.particle and not PARTICLES.isdisjoint(sentence.words):
        parted = parted_from(sentence, after, seconds)
    if parted:
        # "turned the offer down"
        lemma = f"{verb.lemma} {parted}"
        lines = lex.verbs.get(lemma, ())
    if verb.passive and not sentence.is_bare_vote(verb):
        found = passive(sentence, verb, lines)
    elif verb.lemma == "give" and lemma == "give":
        found = given(sentence, verb)
    elif inner is not None and not sentence.verbs[inner].finite:
        found = _over_another(sentence, lemma, lines, inner, depth)
    else:
        found = _with_complement(sentence, number, lemma, lines, after, depth)
    if found is None and lines and not verb.passive:
        found = gap(sentence, verb, lines) or alone(sentence, lines, after)
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


def _over_another(sentence: Sentence, lemma: str, lines: tuple[Line, ...], inner: int, depth: int) -> Found | None:
    """A verb that governs an infinitive or a gerund: `refused to rule out`, `wants to keep`, `opposes closing`."""
    lex = stances()
    group = sentence.verbs[inner]
    gerund = sentence.tokens[group.head].form == "ing"
    frame = "ing" if gerund else "to"
    line = next((line for line in lines if frame in line.frames), None)
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
    sentence: Sentence, number: int, lemma: str, lines: tuple[Line, ...], after: int, depth: int
) -> Found | None:
    """A verb with an object, a prepositional object or a clause."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if after >= len(tokens):
        return None
    token = tokens[after]
    if token.low == "," and (later := resumed(sentence, after)):
        # "never ruled out, in principle, engaging"
        if (inner := sentence.group_at(later)) is not None and not sentence.verbs[inner].finite:
            return _over_another(sentence, lemma, lines, inner, depth)
        after = later
        token = tokens[after]
    if lemma in stances().open and token.low == "of":
        # "stopped short of opposing"
        inner = sentence.group_at(after + 1)
        if inner is not None:
            deeper = evaluate(sentence, inner, depth + 1)
            if deeper is not None:
                return Polarity(0, None), deeper[1], deeper[2], f"{lemma} of {deeper[3]}"
    if not lines:
        return None
    if token.low == "in" and (side := SIDES.get(" ".join([t.low for t in tokens[after : after + 3]]))):
        for line in lines:
            if side in line.frames:
                return _prepositional(sentence, line, after + 2, depth)
    if token.low == "to" and (told := sentence.phrase_at(after + 1)) is not None:
        past = sentence.phrases[told].last
        for line in lines:
            if past + 1 < len(tokens) and tokens[past].low != "to" and "+" + tokens[past].low in line.frames:
                return _prepositional(sentence, line, past, depth)  # "protested to Peru over the wells"
    if token.low in ("with", "on", "to") and (over := addressed(sentence, after)) is not None:
        for line in lines:
            if "objto" in line.frames:
                # "pleaded with the gangs to lay down their arms"
                target = sentence.span_from(sentence.verbs[over].head)
                return Polarity(line.sign, line.negated), target, [over], f"verb {line.lemma} {token.low} to"
    if token.tag == "PREP" or token.low in ("to", "against", "for"):
        for line in lines:
            if "+" + token.low in line.frames:
                return _prepositional(sentence, line, after, depth)
    last = after + 1 >= len(tokens) or tokens[after + 1].tag in ("PUNCT", "CLOSE")
    if token.low in ("that", "this") and last:
        for line in lines:
            if "obj" in line.frames:  # "I can't support that"
                return Polarity(line.sign, line.negated), Span(token.start, token.end), [], f"verb {line.lemma} object"
    if token.low in ("that", "whether") or token.tag == "SUB":
        for line in lines:
            if (
                token.low in ("whether", "how")
                and line.sign == 0
                and not {"obj", "+on", "+over"}.isdisjoint(line.frames)
            ):
                # "is weighing up whether to leave"
                nested = sentence.first_group_from(after + 1)
                begin = sentence.verbs[nested].head if nested is not None else after + 1
                return Polarity(0, None), sentence.span_from(begin), [], f"verb {lemma} whether"
            if "that" in line.frames and token.low == "that":
                return (
                    Polarity(line.sign, line.negated),
                    sentence.span_from(after + 1, clause=True),
                    [],
                    f"verb {lemma} that",
                )
        return None
    k = sentence.phrase_at(after)
    if k is None and token.tag == "OPEN":
        return quoted_word(sentence, verb.lemma, lines, after)
    if k is None:
        return None
    phrase = sentence.phrases[k]
    past = past_person(sentence, k)
    beyond = sentence.group_at(past)
    if phrase.last + 1 < len(tokens) and tokens[phrase.last].low == "against":
        for line in lines:
            if "+against" in line.frames:
                return _prepositional(sentence, line, phrase.last, depth)  # "warned Peru against signing"
    if beyond is None and past + 1 < len(tokens) and tokens[past].low == "not":
        beyond = sentence.group_at(past + 1)
    opening = [token.low for token in tokens[past : past + 2]]
    if beyond is not None and "to" in opening and not sentence.verbs[beyond].finite:
        for line in lines:
            if "objto" in line.frames:
                if opening == ["not", "to"]:
                    # "urged the bank not to raise the rate"
                    target = sentence.span_from(sentence.verbs[beyond].head)
                    return Polarity(-line.sign, None), target, [beyond], f"verb {lemma} object not to"
                # "urged the parties to stop the bombing"
                target = sentence.span_from(sentence.verbs[beyond].head)
                if line.sign > 0 and depth < DEPTH and sentence.verbs[beyond].lemma in VIEWS:
                    # "urged parliament to reject the scheme": a deed is demanded, a view is shared
                    deeper = evaluate(sentence, beyond, depth + 1)
                    if deeper is not None and deeper[0].sign == -1 and deeper[1] is not None:
                        return deeper[0], deeper[1], [beyond, *deeper[2]], f"verb {lemma} object to {deeper[3]}"
                return Polarity(line.sign, line.negated), target, [beyond], f"verb {lemma} object to"
    if tokens[phrase.first].low == "no" and tokens[phrase.head].low in ("reason", "need", "point", "cause", "grounds"):
        return None
    for line in lines:
        if "obj" not in line.frames:
            continue
        if not sentence.object_fits(verb.lemma, phrase.head):
            continue
        if verb.lemma == "pass" and phrase.last < len(tokens) and tokens[phrase.last].low in ("to", "on", "over"):
            continue  # a bill that a waiter passes
        if verb.lemma in WISHES and verb.lemma != "want" and phrase.kind == "pronoun":
            continue
        end = target_end(tokens, after)
        if verb.lemma in SEEN and phrase.last + 1 < len(tokens) and tokens[phrase.last].form in ("past", "participle"):
            end = target_end(tokens, phrase.last)  # "wants the ban lifted"
        target, turned = sentence.inner_target(after, end)
        polarity = Polarity(line.sign, line.negated) if tokens[phrase.first].low != "neither" else Polarity(0, None)
        return (polarity.reversed() if turned else polarity), target, [], f"verb {line.lemma} object"
    return None


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
