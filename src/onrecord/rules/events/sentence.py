"""The events of one sentence: all that its verbs and nouns report, and of these the ones that are its news."""

from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.events.alleged import standing
from onrecord.rules.events.decision import SAY, Decision
from onrecord.rules.events.frames import decide
from onrecord.rules.events.levels import ASIDE, BACKGROUND, CONDITIONAL, REPORTED, level
from onrecord.rules.events.lexicon import Noun, words_of
from onrecord.rules.events.nominal import event_nouns, nominal_events
from onrecord.rules.events.roles import Casting
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence, View

WORKS = words_of("film movie novel play opera series episode book drama thriller comedy musical video-game poem")
TELLS = words_of("tell show depict describe portray imagine follow feature see recount narrate chronicle")
GRAVE = frozenset({"ASSAULT"})
"""Types that a subordinate clause reports as well as a main one."""
LONG = 6
"""An object of more words than this is left out of the trigger."""
BETWEEN = 24
"""So many characters between a verb and the verb it governs belong to the trigger."""
PHRASES = 3
"""So many prepositional phrases after the verb belong to the evidence."""


def decisions(sentence: Sentence) -> list[tuple[int, Decision]] | None:
    """What the promising verbs report, each with how near to the front it stands; None for the contents of a work."""
    if fiction(sentence):
        return None
    decided: list[tuple[int, Decision]] = []
    governed: set[int] = set()
    question = "?" in sentence.words
    for index in sentence.promising:
        if index in governed:
            continue
        decision = decide(sentence, index)
        if decision is None:
            continue
        status = standing(sentence, index, decision.status)
        if status != decision.status:
            decision = decision._replace(status=status)
        if not (question and decision.view.lemma == "want"):  # "Do you want the minister to resign?"
            decided.append((level(sentence, index), decision))
        governed.update(view.index for view in decision.chain)
        governed.add(decision.content.index)
        if decision.view.governed is not None:
            governed.add(decision.view.governed)
    if decided:
        decided = [d for d in decided if not (d[1].view.index in governed and d[1].view.index not in _owners(decided))]
    return decided


def nouns_beside(sentence: Sentence, decided: list[tuple[int, Decision]] | None) -> list[tuple[int, Noun]]:
    """The nouns that name events besides those that these decisions report."""
    return event_nouns(sentence, {d.noun for _, d in decided if d.noun is not None}) if decided is not None else []


def sentence_events(
    sentence: Sentence, decided: list[tuple[int, Decision]], nouns: list[tuple[int, Noun]], actors: Actors
) -> list[Candidate]:
    """The events that are the sentence's news; those mentioned on the way only where there is no other."""
    casting = Casting(sentence, actors)
    candidates = [_candidate(sentence, casting, depth, decision) for depth, decision in decided]
    candidates += nominal_events(sentence, casting, nouns)
    return choose(candidates) if candidates else []


def fiction(sentence: Sentence) -> bool:
    """Whether the sentence tells what a work tells: "in the film, the army attacks", "the novel tells how ..."."""
    if sentence.words.isdisjoint(WORKS):
        return False
    tokens = sentence.tokens
    for k, phrase in enumerate(sentence.phrases[:4]):
        if tokens[phrase.head].low not in WORKS:
            continue
        if phrase.first and tokens[phrase.first - 1].low == "in":
            return True
        if any(g.subject == k and g.lemma in TELLS for g in sentence.groups):
            return True
    return False


def _owners(decided: list[tuple[int, Decision]]) -> set[int]:
    return {d.view.index for _, d in decided}


def _candidate(sentence: Sentence, casting: Casting, depth: int, decision: Decision) -> Candidate:
    cast = casting.cast(decision)
    view = decision.view
    status = decision.status
    if depth == CONDITIONAL and status in ("happened", "planned"):
        status = "hypothetical"
    return Candidate(
        type=decision.type,
        label=decision.label,
        sentence=sentence.clauses.sentence.number,
        trigger=_trigger(sentence, decision),
        evidence=_evidence(sentence, decision),
        actors=cast.actors,
        recipients=cast.recipients,
        status=status,
        level=depth + (2 if decision.weak else 0),
        trace=decision.trace,
        finite=view.group.finite,
        lemma=view.head if decision.noun is not None else view.lemma,
    )


def _trigger(sentence: Sentence, decision: Decision) -> tuple[Span, ...]:
    """The verb with its object, and the governed verb with its own."""
    spans = [_verb(sentence, decision.view)]
    if decision.content is not decision.view:
        spans.append(_verb(sentence, decision.content))
    first, last = min(spans), max(spans)
    if last.start - first.end <= BETWEEN:  # "declined [to] speak", "called [for Europe to] resume talks"
        return (Span(first.start, max(first.end, last.end)),)
    return (first, last)


def _verb(sentence: Sentence, view: View) -> Span:
    start, end = sentence.tokens[view.group.head].start, view.group.end
    if view.object is not None and not view.group.passive:
        phrase = sentence.phrases[view.object]
        if phrase.first - view.group.last <= 2 and phrase.last - phrase.first <= LONG:
            end = max(end, phrase.end)
    if view.reach is not None and sentence.phrases[view.reach].first - view.group.last <= 2:
        end = max(end, sentence.phrases[view.reach].end)  # "went on strike"
    return Span(start, end)


def _evidence(sentence: Sentence, decision: Decision) -> Span:
    """The clause: from the subject to the last phrase that belongs to the verb."""
    view, content = decision.view, decision.content
    start, end = view.group.start, max(view.group.end, content.group.end)
    if view.group.subject is not None:
        subject = sentence.phrases[sentence.antecedent(view.group.subject)]
        if subject.start < start:
            start = subject.start
    for each in (view, content):
        if each.object is not None and not each.group.passive:
            end = max(end, sentence.phrases[each.object].end)
        for attached in each.attached[:PHRASES]:
            end = max(end, sentence.phrases[attached.phrase].end)
    return Span(start, end)


def told(sentence: Sentence, actors: Actors) -> Candidate | None:
    """The sentence's main verb as an event without a type, for a lead that no frame knows."""
    casting = Casting(sentence, actors)
    for index, group in enumerate(sentence.groups):
        token = sentence.tokens[group.head]
        if not group.finite or token.tag != "VERB" or group.lemma in SAY or group.subject is None:
            continue
        if level(sentence, index) > REPORTED:
            continue
        view = sentence.view(index)
        decision = Decision("OTHER", "other", view, view)
        made = _candidate(sentence, casting, level(sentence, index), decision)
        if not made.actors and group.passive:
            made.actors, made.recipients = made.recipients, []
        return made
    return None


def _grave(candidate: Candidate) -> bool:
    """Whether it is worth telling even from a clause on the way: "after [Israel bombed the border post]"."""
    return bool(candidate.type in GRAVE and candidate.finite and candidate.actors and candidate.recipients)


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Of all events in a sentence those in front, and violence wherever it stands; of two of one type the first."""
    plover = [c for c in candidates if c.type != "OTHER"]
    front = [c for c in plover if c.level <= REPORTED]
    chosen = front or [c for c in candidates if c.type == "OTHER" and c.level <= REPORTED]
    if not front:
        aside = [c for c in plover if c.level == ASIDE] or [c for c in plover if c.level == BACKGROUND]
        chosen = chosen + aside[:1]
    else:
        chosen = chosen + [c for c in plover if c.level == BACKGROUND and _grave(c)]
    kept: list[Candidate] = []
    for candidate in chosen:
        if not any(k.type == candidate.type for k in kept):
            kept.append(candidate)
    return kept
