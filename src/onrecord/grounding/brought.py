"""Names that a statement brings in: whom its evidence refers to, who has just been named, or whom the article is about.

A person may be named where the rules read a word of the evidence as this person, or where a word for a person is left
open and the person has just been named; with no such word, whoever has just been named or stands in the lead.
"""

import re
from collections.abc import Sequence

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.grounding.nouns import noun_kind
from onrecord.grounding.quantities import unit_of
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom, Words
from onrecord.rules.geography import gazetteer

_PERSONAL = words("he") | words("she") | frozenset({"who", "whose", "whom"})


def brought_in(statement: str, names: Sequence[Sequence[str]], where: Support, whom: Whom) -> str | None:
    """Why a name that is not around the evidence may not be brought in, or None."""
    if fault := _instead(statement, names, where, whom):
        return fault
    for name in names:
        if country_of(" ".join(name)) in where.around_lexis.countries:
            continue
        new = [
            w
            for w in name
            if unit_of(w.lower()) is None and not (where.around_lexis.bears(w) or _within(w, where.own_names))
        ]
        if not new:
            continue
        folded = _folded(name)
        if any(whom.is_actor(known, folded) for span in where.sentences for known in whom.referred(*span)):
            continue
        if missing := [w for w in new if not (where.before_lexis.bears(w) or where.near_lexis.bears(w))]:
            return f"it names {missing[0]!r}, which its evidence does not"
        person = whom.is_person(_folded(new))
        just = all(where.near_lexis.bears(w) for w in new) or (
            not person and any(where.near_lexis.bears(full.split()[-1]) for full in whom.bodies(folded))
        )
        if person and (open_ := _pronouns(where, whom)) is not None:
            licensed = open_ and just
        else:
            licensed = just or whom.prominent(folded) or (not person and _described(where, whom) and whom.main(folded))
        if not licensed:
            return (
                f"it names {' '.join(name)!r}, whom its evidence does not"
                if person
                else (f"it names {' '.join(name)!r}, and nothing near its evidence does")
            )
    return None


def _instead(statement: str, names: Sequence[Sequence[str]], where: Support, whom: Whom) -> str | None:
    """A name that is not in the evidence, while another of its kind that is in the evidence is gone."""
    said = [_folded(name) for name in names]
    lost = [run for run in where.content_lexis.names if not any(whom.same(_folded(run), one) for one in said)]
    lost = [run for run in lost if not _folded(run) & where.speaker_words]
    if not lost:
        return None
    for name, folded in zip(names, said, strict=True):
        if folded & where.speaker_words or all(where.content_lexis.bears(w) for w in name):
            continue
        if any(whom.is_actor(known, folded) for span in where.evidence.spans for known in whom.referred(*span)):
            continue
        for run in lost:
            if _kind(name, statement, whom) == _kind(run, where.content, whom):
                return f"it names {' '.join(name)!r} and not {' '.join(run)!r}, whom its evidence names"
    return None


def _kind(name: Sequence[str], text: str, whom: Whom) -> str:
    if whom.is_person(_folded(name)):
        return "person"
    adjectives = gazetteer().adjectives
    if any(w in adjectives and w not in gazetteer().names for w in name):
        return "nation"
    whole = " ".join(name)
    stands = re.search(rf"\b(?:in|at|near|from) (?:the )?{re.escape(whole)}", text)  # "in Arauca"
    return "place" if stands or any(country_of(w) for w in (*name, whole)) else "other"


def _folded(name: Sequence[str]) -> Words:
    return frozenset(part for w in name for part in name_words(w))


def _within(word: str, own: Words) -> bool:
    parts = frozenset(name_words(word))
    return bool(parts) and parts <= own


def _described(where: Support, whom: Whom) -> bool:
    """Whether a description of a body ("the company") stands in the evidence."""
    return any(noun_kind(t.low) == "body" for span in where.evidence.spans for t in whom.tokens(*span))


def _pronouns(where: Support, whom: Whom) -> bool | None:
    """Whether a word for a person is left open by the rules; None where there is none."""
    found: bool | None = None
    for start, end in where.evidence.spans:
        for token in whom.tokens(start, end):
            if token.low in _PERSONAL:
                is_open = not token.low.startswith("who") and whom.meant(token.start, token.end) is None
                found = bool(found) or is_open
    return found
