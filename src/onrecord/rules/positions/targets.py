"""The target of a stance in words: an anaphor ("it", "the idea", "such talks") gives the words it stands for."""

import itertools
from bisect import bisect_left
from operator import attrgetter

from onrecord.records import Span
from onrecord.rules.actors.roles import is_agent_noun
from onrecord.rules.positions.extents import span_of, target_end
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.syntax.types import Clauses, NounPhrase, VerbGroup

PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "him", "her", "none", "one", "its", "their"})
POINTING = frozenset({"the", "this", "that", "these", "those", "such", "any", "his", "her", "their", "its"})
THINGS = frozenset({"it", "this", "that", "its"})
"""Pronouns that stand for nobody."""
REFERRING = PRONOUNS | POINTING
CARRYING = frozenset({"under", "according", "in", "with"})
CLAUSE_ENDS = frozenset({"but", "and", ";", "though", "although", "while", "yet"})
SPANS = frozenset({"years", "months", "weeks", "days", "decades", "year", "time", "long", "hours"})
OCCASIONS = frozenset({"court", "parliament", "public", "full", "principle", "congress", "person", "january"})
START = attrgetter("start")
BARE = frozenset(
    {
        "what",
        "which",
        "who",
        "whom",
        "that",
        "be",
        "do",
        "go",
        "say",
        "will",
        "have",
        "our",
        "my",
        "your",
        "their",
        "you",
    }
    | {"me", "us", "front", "mind", "my mind", "his mind", "her mind", "their minds", "our minds", "your mind"}
)
"""Words that tell nobody what a stance is about."""
REACH = 2
"""How many sentences back an anaphor looks."""


def is_anaphor(clause: Clauses, span: Span) -> str | None:
    """The head of a target that stands for something named before; None where the target speaks for itself."""
    words = []
    for token in itertools.islice(clause.tokens, bisect_left(clause.tokens, span.start, key=START), None):
        if token.start >= span.end:
            break
        if token.tag != "PUNCT":
            words.append(token)
            if len(words) > 4 or words[0].low not in REFERRING:
                return None
    if not words:
        return None
    low = [token.low for token in words]
    if len(low) == 4 and (low[2] != "in" or low[3] not in OCCASIONS):
        return None
    if len(low) == 4:
        words, low = words[:2], low[:2]  # "fight the project in court"
    if low[0] in PRONOUNS and (len(low) == 1 or words[1].tag == "ADJ"):
        return low[0]
    if len(low) == 3 and low[0] == "none" and low[2] in PRONOUNS:
        return low[2]
    if (
        low[0] in POINTING
        and len(low) in (2, 3)
        and low[-1] in stances().anaphors
        and (low[0] == "such" or len(low) == 2)
    ):
        return low[-1]
    if low[0] == "such" and (len(low) == 2 or (len(low) == 3 and low[1] in ("a", "an"))):
        return low[-1]
    return None


def resolve(clauses: list[Clauses], number: int, span: Span, head: str, known: dict[int, list[Span]]) -> Span | None:
    """What the anaphor `span` in sentence `number` stands for; `known` are the targets found, by sentence."""
    pronoun = head in PRONOUNS
    earlier = [each for each in known.get(number, ()) if each.end <= span.start]
    if earlier and pronoun:
        return earlier[-1]
    if pronoun and (issue := _issue_before(clauses[number], span.start)) is not None:
        return issue
    if not pronoun:
        for back in range(number, max(number - REACH - 2, -1), -1):
            if same := _same_noun(clauses[back], head, span.start):
                return same
    for back in range(number - 1, max(number - REACH, 0) - 1, -1):
        if known.get(back):
            return known[back][-1]
        if (found := _issue_of(clauses[back], pronoun=pronoun, of_thing=head in THINGS)) is not None:
            return found
    return _before(clauses[number], span.start) if pronoun else None


def spoken_of(clauses: list[Clauses], number: int, known: dict[int, list[Span]]) -> Span | None:
    """What a vote without an object was on: a measure of the sentence, else what the sentence before was about."""
    clause = clauses[number]
    for phrase in clause.phrases:
        tokens = clause.tokens
        own = tokens[phrase.first].tag == "POSS" or tokens[phrase.head].low == "union"
        if phrase.kind == "noun" and tokens[phrase.head].low in stances().issues and not own:
            return Span(phrase.start, phrase.end)
    if not number:
        return None
    if known.get(number - 1):
        return known[number - 1][-1]
    return _issue_of(clauses[number - 1], pronoun=True)


def _issue_before(clause: Clauses, before: int) -> Span | None:
    """The subject of an earlier clause of its sentence that is an issue: "the plan is popular, but unions hate it"."""
    tokens = clause.tokens
    for verb in clause.verbs:
        if verb.start >= before or verb.subject is None:
            continue
        phrase = clause.phrases[verb.subject]
        if (
            phrase.kind == "noun"
            and tokens[phrase.head].low in stances().issues
            and _clause_ends(clause, verb.last, before)
        ):
            return Span(phrase.start, phrase.end)
    return None


def _before(clause: Clauses, before: int) -> Span | None:
    """What a phrase before the main clause names: "once opposed to the euro, the socialists now embrace it"."""
    tokens = clause.tokens
    comma = max((token.start for token in tokens if token.low == "," and token.start < before), default=None)
    named = [phrase for phrase in clause.phrases if comma is not None and phrase.end <= comma and phrase.kind == "noun"]
    named = [p for p in named if tokens[p.head].low not in SPANS or p.first == 0 or tokens[p.first - 1].low != "for"]
    if named:
        return Span(named[-1].start, named[-1].end)
    # "have turned on the tax and will now support it"
    first = next((v.subject for v in clause.verbs if v.subject is not None), None)
    near = [
        p
        for n, p in enumerate(clause.phrases)
        if n != first and p.end <= before and p.kind == "noun" and tokens[p.head].low not in SPANS
    ]
    return Span(near[-1].start, near[-1].end) if near else None


def _clause_ends(clause: Clauses, k: int, before: int) -> bool:
    """Whether a conjunction or a stop stands between a verb and what comes after it."""
    return any(token.low in CLAUSE_ENDS for token in clause.tokens[k:] if token.start < before)


def _same_noun(clause: Clauses, head: str, before: int) -> Span | None:
    """An earlier phrase with the same noun that says more of it."""
    tokens = clause.tokens
    for phrase in reversed(clause.phrases):
        if phrase.end > before or tokens[phrase.head].low != head:
            continue
        end = target_end(tokens, phrase.first)
        if end - phrase.first > 2:
            return span_of(tokens, phrase.first, end)
    return None


AIMING = frozenset({"want", "plan", "intend", "propose", "vow", "pledge", "promise", "decide", "hope", "seek", "agree"})


def _aim(clause: Clauses, main: VerbGroup) -> Span | None:
    """What somebody wants to do: "the mayor wants to sell the port"."""
    tokens = clause.tokens
    if main.last + 1 < len(tokens) and tokens[main.last].low == "to":
        return span_of(tokens, main.last + 1, target_end(tokens, main.last + 1))
    return None


def _issue_of(clause: Clauses, *, pronoun: bool, of_thing: bool = False) -> Span | None:
    """What a sentence puts up for discussion: a new noun phrase, or what would or might be done; nobody where a thing
    is looked for."""
    tokens = clause.tokens
    main = next((verb for verb in clause.verbs if verb.finite and verb.subject is not None), None)
    if main is not None and main.modal in ("would", "might", "could", "may", "should", "will"):
        subject = clause.phrases[main.subject or 0]
        if tokens[subject.head].low in stances().anaphors:
            return span_of(tokens, main.head, target_end(tokens, main.head))
        if subject.kind == "pronoun" and main.lemma == "be":
            return None  # "We'll be back every Thursday"
        return Span(subject.start, tokens[target_end(tokens, main.head) - 1].end)
    if main is not None and main.lemma in AIMING and (aim := _aim(clause, main)) is not None:
        return aim
    fresh = [p for p in clause.phrases if tokens[p.first].low in ("a", "an") and p.kind == "noun"]
    best: NounPhrase | None = max(fresh, key=lambda p: target_end(tokens, p.first) - p.first, default=None)
    if best is not None:
        return span_of(tokens, best.first, target_end(tokens, best.first))
    if main is not None and main.object is not None and main.subject is not None and main.lemma != "be":
        # "The court ordered the school's closure."
        whole = clause.phrases[main.object]
        if whole.kind == "noun" and whole.first >= main.last and tokens[whole.first].tag in ("DET", "POSS", "NAME"):
            return span_of(tokens, whole.first, target_end(tokens, whole.first))
    if main is not None and main.subject is not None:
        subject = clause.phrases[main.subject]
        if subject.kind == "noun" and not (of_thing and is_agent_noun(tokens[subject.head])):
            return span_of(tokens, subject.first, min(target_end(tokens, subject.first), max(main.first, subject.last)))
    if not pronoun:
        return None  # "the bill" says more than any noun of the sentence before
    named = [p for p in clause.phrases if p.kind == "noun" and not (p.first and tokens[p.first - 1].tag == "PREP")]
    named = [p for p in named if not (of_thing and is_agent_noun(tokens[p.head]))]
    return Span(named[0].start, named[0].end) if named else None
