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

_SHE = words("she")
_RELATIVE = frozenset({"who", "whose", "whom"})
_PERSONAL = words("he") | _SHE | _RELATIVE


def brought_in(statement: str, names: Sequence[Sequence[str]], where: Support, whom: Whom) -> str | None:
    """Why a name that is not around the evidence may not be brought in, or None."""
    if fault := _instead(statement, names, where, whom):
        return fault
    for name in names:
        if where.around_lexis.has_country(" ".join(name)):
            continue
        new = [
            w
            for w in name
            if unit_of(w.lower()) is None and not (where.around_lexis.bears(w) or _within(w, where.own_names))
        ]
        if not new:
            continue
        folded = _folded(name)
        if any(whom.names.is_actor(known, folded) for span in where.sentences for known in whom.referred(*span)):
            continue
        if _in_office(folded, where, whom):
            continue
        if missing := [w for w in new if not (where.before_lexis.bears(w) or where.near_lexis.bears(w))]:
            return f"it names {missing[0]!r}, which its evidence does not"
        whole = " ".join(name)
        if whom.names.is_person(_folded(new)):
            if not _person(folded, all(map(where.near_lexis.bears, new)), where, whom):
                return f"it names {whole!r}, whom its evidence does not"
        elif not _other(folded, all(map(where.near_lexis.bears, new)), where, whom):
            return f"it names {whole!r}, and nothing near its evidence does"
    return None


def _instead(statement: str, names: Sequence[Sequence[str]], where: Support, whom: Whom) -> str | None:
    """A name that is not in the evidence, while another of its kind that is in the evidence is gone."""
    said = [_folded(name) for name in names]
    lost = [run for run in where.content_lexis.names if not any(whom.names.same(_folded(run), one) for one in said)]
    lost = [run for run in lost if not _folded(run) & where.speaker_words]
    if not lost:
        return None
    for name, folded in zip(names, said, strict=True):
        if (
            folded & where.speaker_words
            or whom.names.same(where.speaker_words, folded)
            or all(where.content_lexis.bears(w) for w in name)
        ):
            continue
        if any(whom.names.is_actor(known, folded) for span in where.evidence.spans for known in whom.referred(*span)):
            continue
        for run in lost:
            if _kind(name, statement, whom) == _kind(run, where.content, whom):
                return f"it names {' '.join(name)!r} and not {' '.join(run)!r}, whom its evidence names"
    return None


def _kind(name: Sequence[str], text: str, whom: Whom) -> str:
    if whom.names.is_person(_folded(name), surely=True):
        return "person"
    adjectives = gazetteer().adjectives
    if any(w in adjectives and w not in gazetteer().names for w in name):
        return "nation"
    whole = " ".join(name)
    stands = re.search(rf"\b(?:in|at|near|from) (?:the )?{re.escape(whole)}", text)  # "in Arauca"
    return "place" if stands or country_of(whole) else "other"


def _folded(name: Sequence[str]) -> Words:
    return frozenset(part for w in name for part in name_words(w))


def _within(word: str, own: Words) -> bool:
    parts = frozenset(name_words(word))
    return bool(parts) and parts <= own


def _in_office(name: Words, where: Support, whom: Whom) -> bool:
    """Whether the evidence has a word for a person that the article has beside this name: "the minister"."""
    tokens = (t for span in where.evidence.spans for t in whom.tokens(*span))
    return whom.names.is_person(name) and any(
        noun_kind(t.low) == "person" and whom.nouns.describes(t.low, name) for t in tokens
    )


def _person(name: Words, near: bool, where: Support, whom: Whom) -> bool:
    """Whether a person may be brought in: for a role, or a pronoun that may mean this one, or with no pronoun there."""
    tokens = [t for span in where.evidence.spans for t in whom.tokens(*span)]
    pronouns = [t for t in tokens if t.low in _PERSONAL]
    if not pronouns:
        return near or whom.prominent(name)
    for token in pronouns:
        if token.low in _RELATIVE:
            continue
        known = whom.meant(token.start, token.end)
        if near and known is None:
            return True
        himself = known is not None and where.speaker_words & set(name_words(known.name))
        other = where.speaker_gender and where.speaker_gender != ("f" if token.low in _SHE else "m")
        if himself and not other and not whom.quoted(token.start):
            continue  # who reports of himself
        if whom.names.is_actor(whom.recent(token, where.speaker_words), name):
            return True
    return False


def _other(name: Words, near: bool, where: Support, whom: Whom) -> bool:
    """Whether a body or place may be brought in: it is near, in the lead, or the one that "the company" can be."""
    if (
        near
        or whom.prominent(name)
        or any(where.near_lexis.bears(full.split()[-1]) for full in whom.names.bodies(name))
    ):
        return True
    tokens = (t for span in where.evidence.spans for t in whom.tokens(*span))
    return whom.main(name) and any(noun_kind(t.low) == "body" for t in tokens)
