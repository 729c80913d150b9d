"""Interviews in questions and answers: `Q: ...` is the newspaper's, `A: ...` the person's whom the lead presents."""

from collections import Counter

from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution

TURN = "a turn of an interview"


def settle_turns(document: Document, found: list[Attribution], actors: Actors) -> None:
    """Give the answers to the one who is interviewed; the questions are the interviewer's, whom nobody names."""
    turns = [(one, letter) for one in found if one.frame == "headline" and (letter := _letter(document, one))]
    answers = [one for one, letter in turns if letter == "A"]
    who = _interviewed(actors, answers[0].source[0].start) if answers else None
    for one, letter in turns:
        one.trace = TURN
        if letter == "A" and who:
            one.speaker, one.certainty = who, "inferred"


def _letter(document: Document, one: Attribution) -> str:
    if not one.source or one.source[0].end - one.source[0].start != 1:
        return ""
    letter = document.text[one.source[0].start]
    return letter if letter in "QA" else ""


def _interviewed(actors: Actors, before: int) -> str | None:
    """The person named most before the first answer; nobody where two are named as often."""
    named = (mention.actor for mention in actors.mentions if mention.start < before)
    counts = Counter(key for key in named if actors.known[key].kind == "person").most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]
