"""Whose a stance is: the actors a holder's words name, the speaker of what is said, whom a pronoun stands for."""

from onrecord.reading.document import Document
from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.papers import PAPERS, SIGNING
from onrecord.rules.syntax.types import Clauses

OFFICES = frozenset(
    {"minister", "secretary", "premier", "spokesman", "spokeswoman", "spokesperson", "official", "chancellor"}
)
PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})


class Holders:
    """The actors of a document, as the finder of positions asks for them."""

    def __init__(
        self, document: Document, clauses: list[Clauses], actors: Actors, attributions: list[Attribution]
    ) -> None:
        self._document, self._clauses, self._actors, self._attributions = document, clauses, actors, attributions

    def of(self, hit: Hit, met: list[int], around: int | None, number: int) -> list[str]:
        """Keys of those whose stance it is; things hold none."""
        speaker = self._attributions[around].speaker if around is not None else None
        if hit.speaker:
            return [speaker] if speaker else []
        keys: list[str] = []
        if hit.holder is not None:
            keys = self._persons(hit.holder) or self._signers(hit.holder, number)
            words = self._document.text[hit.holder.start : hit.holder.end].lower()
            if not keys and words in PRONOUNS:
                keys = [speaker] if speaker else self._meant(hit.holder, words, number)
        if speaker is not None and len(keys) == 1 and self._speaks_for(speaker, keys[0]):
            return [speaker]
        if not keys and hit.nobody and speaker is not None:
            return [speaker]
        if not keys:
            named = [self._attributions[n].speaker for n in met]
            keys = [key for key in named if key is not None and not self._is_thing(key)][:1]
        return keys

    def own(self, holders: list[str], speaker: str | None) -> bool:
        """Whether the holder is who speaks, or the government of the minister or official who does."""
        if holders == [speaker]:
            return True
        if speaker is None or len(holders) != 1 or self._actors.actor(holders[0]).name.lower() != "government":
            return False
        known = self._actors.actor(speaker)
        return not OFFICES.isdisjoint(f"{known.name} {known.role or ''}".lower().split())

    def _persons(self, span: Span) -> list[str]:
        """Those whom the words name, without things."""
        keys = [reference.actor for reference in self._actors.several(*span)]
        return [key for key in keys if not self._is_thing(key)]

    def _is_thing(self, key: str) -> bool:
        known = self._actors.actor(key)
        return known.thing or (known.kind == "unnamed" and known.name.rpartition(" ")[2].lower() in PAPERS)

    def _signers(self, span: Span, number: int) -> list[str]:
        """Who signed, wrote or passed the paper that the words name: "signed a letter urging"."""
        clause = self._clauses[number]
        for verb in clause.verbs:
            if verb.object is None or verb.subject is None or verb.lemma not in SIGNING or verb.passive:
                continue
            paper = clause.phrases[verb.object]
            if paper.start <= span.start < paper.full_end:
                phrase = clause.phrases[verb.subject]
                return self._persons(Span(phrase.start, max(phrase.end, phrase.full_end)))
        return []

    def _meant(self, pronoun: Span, words: str, number: int) -> list[str]:
        """Whom a pronoun stands for that nobody else explained: a subject of its sentence, those before it first."""
        subjects = [
            phrase
            for phrase in (
                self._clauses[number].phrases[v.subject]
                for v in self._clauses[number].verbs
                if v.finite and v.subject is not None
            )
            if phrase.kind != "pronoun"
        ]
        before = [phrase for phrase in subjects if phrase.end <= pronoun.start]
        for phrase in (*reversed(before), *(phrase for phrase in subjects if phrase.start >= pronoun.end)):
            for key in self._persons(Span(phrase.start, phrase.end)):
                kind = self._actors.actor(key).kind
                if words in ("he", "she", "his", "her") and kind in ("country", "organization", "group"):
                    continue
                return [key]
        return []

    def _speaks_for(self, speaker: str, body: str) -> bool:
        """Whether a claim about a country or body is made by its own minister: then the stance is theirs."""
        one, other = self._actors.actor(speaker), self._actors.actor(body)
        if speaker == body or one.kind not in ("person", "unnamed") or other.kind not in ("country", "organization"):
            return False
        if not one.role:
            return False
        told = f"{one.name} {one.role}".lower()
        return other.name.lower() in told or (other.kind == "country" and one.country == other.country is not None)
