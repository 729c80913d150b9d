"""The events of one sentence: all that its verbs and nouns report, and of these the ones that are its news."""

from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.events.frames import SAY, Decision, decide
from onrecord.rules.events.levels import ASIDE, BACKGROUND, CONDITIONAL, REPORTED, level
from onrecord.rules.events.nominal import nominal_events
from onrecord.rules.events.roles import Casting
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence


def sentence_events(sentence: Sentence, actors: Actors) -> list[Candidate]:
    """The events that are the sentence's news; those mentioned on the way only where there is no other."""
    casting = Casting(sentence, actors)
    decided: list[tuple[int, Decision]] = []
    governed: set[int] = set()
    for index in range(len(sentence.groups)):
        if index in governed:
            continue
        decision = decide(sentence, index)
        if decision is None:
            continue
        decided.append((level(sentence, index), decision))
        governed.update(view.index for view in decision.chain)
        governed.add(decision.content.index)
        if decision.view.governed is not None:
            governed.add(decision.view.governed)
    decided = [d for d in decided if not (d[1].view.index in governed and d[1].view.index not in _owners(decided))]
    taken = {d.noun for _, d in decided if d.noun is not None}
    candidates = [_candidate(sentence, casting, depth, decision) for depth, decision in decided]
    candidates += nominal_events(sentence, actors, casting, taken)
    return choose(candidates)


def _owners(decided: list[tuple[int, Decision]]) -> set[int]:
    return {d.view.index for _, d in decided}


def _candidate(sentence: Sentence, casting: Casting, depth: int, decision: Decision) -> Candidate:
    cast = casting.cast(decision)
    view = decision.view
    head = sentence.tokens[view.group.head]
    trigger = [Span(head.start, view.group.end)]
    if decision.chain:
        inner = sentence.tokens[decision.content.group.head]
        trigger.append(Span(inner.start, decision.content.group.end))
    if decision.noun is not None:
        phrase = sentence.phrases[decision.noun]
        trigger.append(Span(sentence.tokens[phrase.head].start, phrase.end))
    clauses = sentence.clauses.sentence
    status = decision.status
    if depth == CONDITIONAL and status in ("happened", "planned"):
        status = "hypothetical"
    return Candidate(
        decision.type, decision.label, clauses.number, tuple(sorted(trigger)), Span(clauses.start, clauses.end),
        cast.actors, cast.recipients, status, depth + (2 if decision.weak else 0), decision.trace, view.head if decision.noun is not None else view.lemma,
    )  # fmt: skip


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


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Of all events in a sentence those in front; of two of one type and actor the first."""
    plover = [c for c in candidates if c.type != "OTHER"]
    front = [c for c in plover if c.level <= REPORTED]
    chosen = front or [c for c in candidates if c.type == "OTHER" and c.level <= REPORTED]
    if not front:
        aside = [c for c in plover if c.level == ASIDE] or [c for c in plover if c.level == BACKGROUND]
        chosen = chosen + aside[:1]
    kept: list[Candidate] = []
    for candidate in chosen:
        if not any(k.type == candidate.type for k in kept):
            kept.append(candidate)
    return kept
