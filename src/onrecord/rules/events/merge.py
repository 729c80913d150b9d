"""Several reports of one event in an article, made one."""

from collections.abc import Iterable

from onrecord.rules.events.types import Candidate

_STATUS = {"happened": 0, "ongoing": 1, "planned": 2, "denied": 3, "hypothetical": 4}


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The events without repetitions: of one type and trigger word, with an actor in common and no other roles.

    The first report stays and takes the day, the place and the roles it lacks from the later ones.
    """
    kept: list[Candidate] = []
    by_type: dict[tuple[str, bool], list[Candidate]] = {}
    for candidate in candidates:
        bucket = by_type.setdefault((candidate.type, candidate.status in ("denied", "hypothetical")), [])
        twin = next((k for k in bucket[-_NEAR:] if _same(k, candidate)), None)
        if twin is None:
            kept.append(candidate)
            bucket.append(candidate)
        else:
            _join(twin, candidate)
    return kept


_NEAR = 12
"""A report is compared with so many earlier ones of its type, so that long texts stay linear."""


def _same(one: Candidate, other: Candidate) -> bool:
    if one.when_key and other.when_key and one.when_key != other.when_key:
        return False
    actors = set(one.actors) & set(other.actors)
    recipients = set(one.recipients) & set(other.recipients)
    if one.recipients and other.recipients and not recipients:
        return False
    if one.actors and other.actors and not actors:
        return False
    if one.lemma == other.lemma:
        return bool(actors or recipients)
    return bool(actors and recipients)


def _join(first: Candidate, second: Candidate) -> None:
    if first.headline and not second.headline:  # the body's words stand for the event, in the headline's place
        first.also.append(first.evidence)
        first.sentence, first.trigger, first.evidence = second.sentence, second.trigger, second.evidence
        first.actors, first.recipients = second.actors or first.actors, second.recipients or first.recipients
        first.status, first.trace, first.headline = second.status, second.trace, False
        first.when, first.when_key, first.when_day = second.when, second.when_key, second.when_day
        first.where = second.where or first.where
        return
    first.actors = first.actors or second.actors
    first.recipients = first.recipients or second.recipients
    if _STATUS[second.status] < _STATUS[first.status] and second.status == "happened" and first.status == "ongoing":
        first.status = second.status
    if first.when is None:
        first.when, first.when_key = second.when, second.when_key
    if first.where is None:
        first.where = second.where
    first.also.append(second.evidence)
