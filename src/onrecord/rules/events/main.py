"""Which event the article is about: the one that its headline and first sentences report."""

import re
from collections.abc import Sequence
from itertools import islice

from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.events.levels import REPORTED
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.types import Candidate

LEAD = 6
"""So many sentences of the body may hold the main event."""
_WORD = re.compile(r"\w+")
_PLAIN_WORD = re.compile(_WORD.pattern, re.ASCII)  # quicker
_SMALL = words_of(
    """a an the of in on at to for from with by and or as is are was were be has have had it its his her their that this
    after over into amid says say said new not no but who will"""
)


def lead_sentences(document: Document) -> list[int]:
    """The numbers of the first sentences of standfirst and body."""
    told = (s.number for s in document.sentences[: 4 * LEAD] if document.label_of(s) in ("body", "standfirst"))
    return list(islice(told, LEAD))


def stems(text: str) -> frozenset[str]:
    """The first five letters of each word that says something: blames and blamed are one."""
    words = _PLAIN_WORD.findall(text.lower()) if text.isascii() else map(str.casefold, _WORD.findall(text))
    return frozenset([w[:5] for w in words if w not in _SMALL and len(w) > 1])


def main_event(document: Document, candidates: Sequence[Candidate], lead: list[int]) -> Candidate | None:
    """The event of the lead that shares most with the headline; early, told plainly and surely before others."""
    headline = stems(document.article.title or "")
    places = {number: place for place, number in enumerate(lead)}
    text = document.text
    best: tuple[float, Candidate] | None = None
    for candidate in candidates:
        label = document.label_of(document.sentences[candidate.sentence])
        title = label == "title"
        place = 0 if title else places.get(candidate.sentence)
        if place is None:
            continue
        sentence = document.sentences[candidate.sentence]
        score = -0.2 * place - 0.15 * max(0, candidate.level - REPORTED)
        if headline:
            words = stems(text[sentence.start : sentence.end])
            clause = stems(text[candidate.evidence.start : candidate.evidence.end])
            trigger = stems(" ".join([text[s.start : s.end] for s in candidate.trigger]))
            score += (len(words & headline) + 0.5 * len(clause & headline)) / len(headline)
            score += 0.5 * bool(trigger & headline)
        score += 0.1 * bool(candidate.actors) - 0.25 * (candidate.status in ("hypothetical", "denied"))
        score -= 0.35 * (not candidate.trace) + 0.1 * (candidate.type == "OTHER")
        if best is None or score > best[0]:
            best = (score, candidate)
    return best[1] if best else None


def headline_actor(document: Document, event: Candidate, actors: Actors) -> str | None:
    """Whom the headline puts first, where the event's sentence speaks of him and the event names nobody of it."""
    headline = _WORD.findall((document.article.title or "").casefold())
    if not headline:
        return None
    place = {word: n for n, word in reversed(list(enumerate(headline)))}
    if any(_place(actors.known[key].name, place) is not None for key in event.actors if key in actors.known):
        return None
    sentence = document.sentences[event.sentence]
    found: list[tuple[int, str]] = []
    for mention in actors.within(sentence.start, sentence.end):
        known = actors.known.get(mention.actor)
        at = _place(known.name, place) if known is not None and mention.actor not in event.recipients else None
        if at is not None:
            found.append((at, mention.actor))
    return min(found)[1] if found else None


def _place(name: str, place: dict[str, int]) -> int | None:
    """Where in the headline the last word of a name stands."""
    words = _WORD.findall(name.casefold())
    return place.get(words[-1]) if words else None
