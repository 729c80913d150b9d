"""A stance that only a "does not" or "so does" shows, of what was said before: "Chad backs the dam; Niger does not"."""

from onrecord.records import Span
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.sentence import Sentence

ECHOES = frozenset({"do", "be", "have", "will", "would", "can", "could"})


def find_echo(sentence: Sentence, hits: list[Hit]) -> Hit | None:
    """The hit of a bare negated auxiliary with a subject of its own, after another hit of the sentence."""
    tokens = sentence.tokens
    for number, verb in enumerate(sentence.verbs):
        if not verb.negated or verb.lemma not in ECHOES or verb.subject is None or number in sentence.spent:
            continue
        after = tokens[verb.last] if verb.last < len(tokens) else None
        earlier = [hit for hit in hits if hit.sign and hit.cue.end <= verb.start and not hit.claims_only]
        if not earlier or (after is not None and after.tag not in ("PUNCT", "CLOSE")):
            continue
        before = max(earlier, key=lambda hit: hit.cue.start)
        holder, _ = sentence.holder_of(verb, passive=False)
        sentence.spent.add(number)
        return Hit(-before.sign, Span(verb.start, verb.end), (verb.start,), holder, before.target, trace="does not")
    return None
