"""Events that a noun names without a verb of its own: "the attack on the convoy", "talks between Iran and Iraq"."""

from onrecord.records import Span
from onrecord.rules.actors.types import Actors
from onrecord.rules.events.levels import BACKGROUND, MAIN
from onrecord.rules.events.lexicon import Noun
from onrecord.rules.events.roles import PREPOSITIONS, Casting
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence


def nominal_events(sentence: Sentence, actors: Actors, casting: Casting, taken: set[int]) -> list[Candidate]:
    """The events that nouns of the sentence name, the noun before the first verb first."""
    found = []
    for k, phrase in enumerate(sentence.phrases):
        if k in taken or phrase.kind == "pronoun":
            continue
        head, _ = sentence.kind_of(k)
        noun = sentence.lexicon.nouns.get(head)
        if noun is None:
            continue
        made = _event(sentence, actors, casting, k, noun)
        if made is not None:
            found.append(made)
    return found


def _event(sentence: Sentence, actors: Actors, casting: Casting, k: int, noun: Noun) -> Candidate | None:
    phrase = sentence.phrases[k]
    attached, *_ = sentence.after(phrase.last, 16)
    inside = actors.within(phrase.start, phrase.end)
    agents = [inside[0].actor] if inside else []
    recipients: list[str] = []
    for a in attached:
        if a.preposition == "by" and not agents:
            agents = casting.referents(a.phrase)
        if a.preposition == "between":
            both = casting.referents(a.phrase)
            agents, recipients = both, both[1:]
    if not recipients and noun.type != "stop":
        for preposition in PREPOSITIONS[noun.type]:
            for a in attached:
                if a.preposition == preposition and not recipients:
                    recipients = [key for key in casting.referents(a.phrase) if key not in agents]
    if noun.type == "stop" or not (agents or recipients or noun.type == "OTHER"):
        return None
    clauses = sentence.clauses.sentence
    subject = any(g.subject == k for g in sentence.groups)
    return Candidate(
        noun.type, noun.label, clauses.number, (Span(phrase.start, phrase.end),), Span(clauses.start, clauses.end),
        agents, recipients, "happened", MAIN if subject else BACKGROUND, f"nouns.txt {sentence.kind_of(k)[0]}",
    )  # type: ignore[arg-type]  # fmt: skip
