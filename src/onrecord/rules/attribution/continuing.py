"""Whom "he said" behind a statement means: the one who spoke in the sentence before.

`Peskov replied that Putin was ready. A talk needed a goal, he added.` The nearest man named is Putin; the one who goes
on speaking is Peskov. A pronoun before the statement ("He said that ...") is left to the actors' own rules, for there a
new paragraph of the story may begin with whomever the last sentence was about.
"""

from onrecord.reading.document import Document
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution

GENDERS = {"he": "m", "she": "f"}
LONGEST = max(map(len, GENDERS))


def continue_speakers(document: Document, found: list[Attribution], actors: Actors) -> None:
    """Give each trailing "he said" the speaker of the sentence before; `found` is in the order of the text."""
    text = document.text
    last: Attribution | None = None
    for one in found:
        if one.nested or not one.source:
            continue
        start, end = one.source[0].start, one.source[-1].end
        gender = GENDERS.get(text[start:end].lower()) if end - start <= LONGEST else None
        if (
            gender
            and last is not None
            and last.speaker is not None
            and one.content[0].start < start
            and _follows(document, last, one)
            and _fits(actors, last.speaker, gender)
        ):
            one.speaker, one.certainty = last.speaker, "resolved"
        last = one


def _follows(document: Document, last: Attribution, one: Attribution) -> bool:
    """Whether one stands in the sentence after the last, in the same paragraph."""
    before = document.sentence_at((last.cue or last.content)[-1].start)
    here = document.sentence_at(one.content[0].start)
    if before is None or here is None or before.block != here.block:
        return False
    return before.number + 1 == here.number


def _fits(actors: Actors, key: str, gender: str) -> bool:
    known = actors.known[key]
    return known.kind == "person" and known.gender in ("", gender)
