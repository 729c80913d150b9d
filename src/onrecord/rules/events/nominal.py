"""Events that a noun names without a verb of its own: "the attack on the convoy", "talks between Iran and Iraq"."""

from functools import cache

from onrecord.records import Span
from onrecord.rules.events.levels import BACKGROUND, MAIN
from onrecord.rules.events.lexicon import IRREGULAR, Noun, lexicon, singular, words_of
from onrecord.rules.events.phrases import GENERAL, QUANTITIES
from onrecord.rules.events.roles import Casting
from onrecord.rules.events.targets import PREPOSITIONS
from onrecord.rules.events.types import Candidate
from onrecord.rules.events.views import Sentence

VAGUE = GENERAL | QUANTITIES
"""Heads behind which another noun may name an event: a round of talks, the peace process."""
SPOKEN = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "CONCEDE"})
UNDERGONE = words_of(
    "be suffer survive face witness see escape hear fear expect follow include cause prompt spark blame "
    "cover watch report document film describe mention recall mark commemorate attend investigate condemn"
)
"""Verbs whose subject does not do what their object names."""


def event_nouns(sentence: Sentence, taken: set[int]) -> list[tuple[int, Noun]]:
    """The phrases of the sentence whose noun names an event, but for those `taken`."""
    found: list[tuple[int, Noun]] = []
    naming = naming_words()
    if sentence.words.isdisjoint(naming):
        return found
    tokens = sentence.tokens
    heads = [k for k, phrase in enumerate(sentence.phrases) if tokens[phrase.head].low in naming]
    for k in heads:
        if k not in taken and sentence.phrases[k].kind != "pronoun":
            noun = sentence.lexicon.nouns.get(sentence.kind_of(k)[0])
            if noun is not None and not sentence.is_time(k):
                found.append((k, noun))
    return found


def nominal_events(sentence: Sentence, casting: Casting, nouns: list[tuple[int, Noun]]) -> list[Candidate]:
    """The events that these nouns name, the noun before the first verb first."""
    made = [_event(sentence, casting, k, noun) for k, noun in nouns]
    return [event for event in made if event is not None]


@cache
def naming_words() -> frozenset[str]:
    """The heads that may name an event, with their plurals."""
    singulars = lexicon().heads | VAGUE
    found = set(singulars)
    for noun in singulars:
        found.update((noun + "s", noun + "es", noun[:-1] + "ies", noun[:-3] + "men"))
    found.update(IRREGULAR)
    return frozenset(low for low in found if low in singulars or singular(low) in singulars)


def _event(sentence: Sentence, casting: Casting, k: int, noun: Noun) -> Candidate | None:
    phrase = sentence.phrases[k]
    attached, *_ = sentence.after(phrase.last, 16)
    agents = casting.phrases.owner(k, [])
    if not agents:
        owner = next((g for g in sentence.groups if g.object == k and not g.passive and g.subject is not None), None)
        if owner is not None and owner.subject is not None and owner.lemma not in UNDERGONE:
            agents = casting.phrases.referents(owner.subject, owner.first)
    recipients: list[str] = []
    for a in attached:
        if a.preposition == "by" and not agents:
            agents = casting.phrases.referents(a.phrase)
        if a.preposition == "between":
            both = casting.phrases.referents(a.phrase)
            agents, recipients = both, both[1:]
    if not recipients and noun.type != "stop":
        for preposition in PREPOSITIONS[noun.type]:
            for a in attached:
                if a.preposition != preposition or recipients or sentence.is_time(a.phrase):
                    continue
                if sentence.someone(a.phrase):
                    recipients = [key for key in casting.phrases.referents(a.phrase, whole=True) if key not in agents]
                else:
                    recipients = casting.phrases.owner(a.phrase, agents)
    owned = sentence.tokens[phrase.first].tag == "POSS"
    if noun.type == "stop" or not (agents or recipients or (noun.type == "OTHER" and not owned)):
        return None
    if not agents and noun.type in SPOKEN:
        return None  # talks, criticism or a pledge of nobody is no news
    clauses = sentence.clauses.sentence
    subject = any(g.subject == k for g in sentence.groups)
    if any(g.subject == k and sentence.tokens[g.head].tag == "AUX" and g.lemma == "be" for g in sentence.groups):
        return None  # "The bombing of Guernica is the subject of ..."
    return Candidate(
        type=noun.type,
        label=noun.label,
        sentence=clauses.number,
        trigger=(Span(phrase.start, phrase.end),),
        evidence=Span(clauses.start, clauses.end),
        actors=agents,
        recipients=recipients,
        status="happened",
        level=MAIN if subject else BACKGROUND,
        trace=f"nouns.txt {sentence.kind_of(k)[0]}",
        lemma=sentence.kind_of(k)[0],
    )
