"""From attributions to drafted claims: what is said, believed, known or shown."""

from onrecord.drafts import DraftClaim
from onrecord.records import Modality
from onrecord.rules.attribution.types import Attribution


def draft_claims(attributions: list[Attribution]) -> list[DraftClaim]:
    """The claims among the attributions, one each, in their order; attitudes and intentions are left to positions.

    Each attribution that becomes a claim keeps its place: `claim_index` below gives it.
    """
    return [
        DraftClaim(
            content=a.content,
            speaker=a.speaker,
            joint=a.joint,
            certainty=a.certainty,
            source=a.source,
            cue=a.cue,
            modality=modality(a),
            said=a.said,
            venue=a.venue,
            trace=a.trace,
        )
        for a in attributions
        if is_claim(a)
    ]


def is_claim(attribution: Attribution) -> bool:
    """Whether an attribution is a claim; the others are positions, or part of what somebody else says."""
    return not attribution.nested and attribution.mark not in ("attitude", "intention")


def modality(attribution: Attribution) -> Modality:
    """How the source stands to the content: who "does not think that it is safe" denies it, who "did not say that it is
    safe" has not said so."""
    if not attribution.negated:
        return attribution.modality
    return "denied" if attribution.mark in ("belief", "evidence") else "not said"


def claim_indexes(attributions: list[Attribution]) -> dict[int, int]:
    """The index in `Draft.claims` for the index of each attribution that is a claim."""
    return {i: n for n, i in enumerate(i for i, a in enumerate(attributions) if is_claim(a))}
