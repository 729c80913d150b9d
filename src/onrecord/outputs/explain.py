"""Which rule and which lexicon line made each item of a record."""

from collections.abc import Iterator

from onrecord.grounding.ground import Grounded
from onrecord.records import Evidence


def explanation(grounded: Grounded) -> Iterator[str]:
    """One line an item: its id, its trace and its first words."""
    record = grounded.record
    words: list[tuple[str, Evidence]] = [(claim.id, claim.content) for claim in record.claims]
    words += [(position.id, position.evidence) for position in record.positions]
    words += [(event.id, event.trigger or event.evidence) for event in record.events]
    for key, evidence in words:
        text = " ".join(evidence.text.split())
        yield f"{key}  {grounded.traces.get(key) or 'no trace'}  {text if len(text) <= 60 else text[:59] + '…'}"
