"""Somebody described in the lead and named after it: "A former treasurer was jailed ... Sipho Mthembu, 56, was"."""

from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.reading.document import Document
from onrecord.records import Span
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import Named
from onrecord.rules.actors.roles import is_agent_noun, is_role, role_after
from onrecord.rules.syntax.types import Clauses, NounPhrase, Token

LEX = lexicon()

LEAD = 2
"""How many sentences of the body may describe somebody before the name."""
AHEAD = 3
"""Within how many sentences the name must follow."""
OPENING = 6
"""Before which token of its sentence it must begin: "Justice Anna Roe", "The judge, Anna Roe"."""


def introduced(
    document: Document, clauses: Sequence[Clauses], names: Sequence[list[Named]]
) -> tuple[int, NounPhrase, Named] | None:
    """The sentence and phrase of the lead that describe somebody, and the name that is told after it.

    The name opens a sentence as the first of a person, and stands with an age, or with a title of the same meaning.
    """
    body = list(islice(_body(document, clauses), LEAD + AHEAD))
    for place, number in enumerate(body[:LEAD]):
        phrase = _described(clauses[number])
        if phrase is None:
            continue
        met = {word for each in names[number] for word in each.words}
        for later in body[place + 1 : place + 1 + AHEAD]:
            full = (each for each in names[later] if each.kind == "person" and len(each.words) > 1)
            person = next((each for each in full if met.isdisjoint(each.words)), None)
            if person is not None:
                head = clauses[number].tokens[phrase.head]
                fits = person.first < OPENING and _told(clauses[later].tokens, person, head)
                return (number, phrase, person) if fits else None
    return None


def _body(document: Document, clauses: Sequence[Clauses]) -> Iterator[int]:
    for number, clause in enumerate(clauses):
        if clause.tokens and document.label_of(clause.sentence) == "body":
            yield number


def _described(clause: Clauses) -> NounPhrase | None:
    """The first subject of a sentence, if it is somebody new without a name: "A former treasurer of Ghent"."""
    first = min((verb.subject for verb in clause.verbs if verb.subject is not None), default=None)
    if first is None:
        return None
    phrase = clause.phrases[first]
    head = clause.tokens[phrase.head]
    if clause.tokens[phrase.first].low not in ("a", "an") or head.text[0].isupper():
        return None
    return phrase if is_role(head.low) or is_agent_noun(head) or head.low in LEX.persons else None


def _told(tokens: list[Token], person: Named, head: Token) -> bool:
    k = person.last
    if k + 2 < len(tokens) and tokens[k].low == "," and tokens[k + 1].tag == "NUM" and tokens[k + 2].low == ",":
        return True
    wanted = LEX.hypernyms.get(head.low, frozenset()) | {head.low}
    first = person.role_first if 0 <= person.role_first < person.first else person.first
    if any(token.low.rstrip(".") in wanted for token in tokens[max(first - 2, 0) : person.first]):
        return True
    apposed = role_after(tokens, person)
    return apposed is not None and any(token.low in wanted for token in tokens[apposed[0] : apposed[1]])


def described_span(clause: Clauses, phrase: NounPhrase) -> Span:
    """Where the description stands, with what hangs on it by "of"."""
    tokens, last = clause.tokens, phrase.last
    if last + 1 < len(tokens) and tokens[last].low == "of":
        following = next((each for each in clause.phrases if last < each.first <= last + 2), None)
        if following is not None:
            last = following.last
    return Span(phrase.start, tokens[last - 1].end)
