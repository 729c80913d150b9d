"""What stands between a verb of stance and its target, and where the complement is that shows which one it is."""

import re

from onrecord.records import Span
from onrecord.rules.positions.extents import SHARES, UNITS, past_day, past_name, span_of, target_end
from onrecord.rules.positions.hits import Polarity
from onrecord.rules.positions.lexicon import Line, stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.verdicts import Found
from onrecord.rules.syntax.types import Token, VerbGroup

REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
SIDES = {
    "in favour of": "+for",
    "in favor of": "+for",
    "in support of": "+for",
    "in opposition to": "+against",
}
"""Phrases that stand for a preposition of a verb's frames."""
MANNERS = frozenset({"principle", "full", "part", "general", "private", "public", "parliament", "writing", "unison"})
Frames = dict[str, Line]
NO_FRAMES: Frames = {}
ENDS = frozenset({"PUNCT", "CLOSE", "CONJ"})
SPANS = frozenset({"years", "months", "weeks", "decades", "long"})
OCCURRING = frozenset({"when", "as", "after", "on", "in", "at", "during", "because", "while"}) | UNITS
PARTICLES = frozenset({"down", "out", "off", "aside", "away", "through"})
COUNT = re.compile(r"\d{1,4}(?:[-–]|-to-)\d{1,4}")
"""How a vote went: "61-38"."""


def word(sentence: Sentence, k: int) -> str:
    """The word at token `k` as verbs of several words are written, "" past the end."""
    tokens = sentence.tokens
    return written(tokens[k]) if k < len(tokens) else ""


def written(token: Token) -> str:
    """A word as verbs of several words are written: "one's" and "oneself" for all persons."""
    if token.tag == "POSS":
        return "one's"
    return "oneself" if token.low in REFLEXIVES else token.low


def parted_from(sentence: Sentence, after: int, seconds: frozenset[str]) -> str:
    """The particle that an object parts from its verb: `turned it down`, `threw the case out`."""
    n = sentence.phrase_at(after)
    tokens = sentence.tokens
    if n is None or sentence.phrases[n].last >= len(tokens):
        return ""
    k = sentence.phrases[n].last
    low = tokens[k].low
    if low not in PARTICLES or low not in seconds or (k + 1 < len(tokens) and tokens[k + 1].low in ("of", "to")):
        return ""
    return low if sentence.phrase_at(k + 1) is None else ""


def past_adjunct(sentence: Sentence, k: int) -> int:
    """Index after what may stand between a verb and its complement: `agreed in principle to`, `voted 61-38 to`."""
    tokens = sentence.tokens
    if k + 2 >= len(tokens) or (token := tokens[k]).tag not in ("NUM", "PREP"):
        return k
    if token.tag == "NUM":
        if k + 3 < len(tokens) and tokens[k + 1].low in ("to", "-", "–") and tokens[k + 2].tag == "NUM":
            return k + 3  # "voted 203 to 118 against"
        return k + 1 if COUNT.fullmatch(token.low) else k
    if token.low == "for" and tokens[k + 1].low in SPANS:
        return k + 2  # "has been pushing for years for a tunnel"
    if token.low not in ("in", "on", "by") or tokens[k + 2].tag == "PUNCT":
        return k
    if token.low == "by" and (tokens[k + 1].tag == "NUM" or tokens[k + 2].low in SHARES):
        # "voted by a majority of 41 to", "by 41 votes to 12 against"
        ends = [m for m in range(k + 2, min(k + 9, len(tokens))) if tokens[m].low in ("against", "for", "in")]
        ends += [m for m in range(k + 2, min(k + 9, len(tokens))) if tokens[m].low == "to" and tokens[m].tag == "TO"]
        return min(ends, default=k)
    return k + 2 if tokens[k + 1].low in MANNERS else past_day(tokens, k)


def given(sentence: Sentence, verb: VerbGroup) -> Found | None:
    """`gave the merger the thumbs-up`: what stands before the gift is the target."""
    tokens = sentence.tokens
    first = sentence.phrase_at(verb.last)
    if first is None or verb.passive:
        return None
    lex = stances()
    for n in range(first + 1, min(first + 4, len(sentence.phrases))):
        phrase = sentence.phrases[n]
        if phrase.first != sentence.phrases[n - 1].last:
            if tokens[sentence.phrases[n - 1].last].tag != "PREP":
                return None
            continue
        words = " ".join(map(written, tokens[phrase.first : phrase.last]))
        for longer in (f"give {words}", f"give {words} {word(sentence, phrase.last)}"):
            if (line := lex.verbs.get(longer, NO_FRAMES).get("+to")) is not None:
                target = span_of(tokens, verb.last, phrase.first)
                return Polarity(line.sign, line.negated), target, [], f"verb {longer} object"
    return None


def quoted_word(sentence: Sentence, lemma: str, line: Line | None, at: int) -> Found | None:
    """`hails 'historic' water deal`: a word of the object is quoted."""
    tokens = sentence.tokens
    closing = next((k for k in range(at + 2, min(at + 5, len(tokens) - 1)) if tokens[k].tag == "CLOSE"), None)
    n = sentence.phrase_at(closing + 1) if closing is not None else None
    if n is None or line is None or not sentence.object_fits(lemma, sentence.phrases[n].head):
        return None
    target = span_of(tokens, at, max(target_end(tokens, sentence.phrases[n].first), sentence.phrases[n].last))
    return Polarity(line.sign, line.negated), target, [], f"verb {line.lemma} object"


def resumed(sentence: Sentence, comma: int) -> int | None:
    """Where the complement goes on after an aside of a few words between commas."""
    tokens = sentence.tokens
    for k in range(comma + 2, min(comma + 8, len(tokens) - 1)):
        if tokens[k].low == ",":
            return k + 1
    return None


def addressed(sentence: Sentence, at: int) -> int | None:
    """The infinitive after a preposition and somebody: `with the gangs to lay down`."""
    n = sentence.phrase_at(at + 1)
    if n is None:
        return None
    over = sentence.group_at(past_person(sentence, n))
    if over is None or sentence.tokens[sentence.verbs[over].first].low != "to" or sentence.verbs[over].finite:
        return None
    return over


def passive(sentence: Sentence, verb: VerbGroup, line: Line | None) -> Found | None:
    """`The merger was blocked by the authority`: the subject is the target."""
    if line is None:
        return None
    n = verb.subject
    if n is None and verb.first > 1 and sentence.tokens[verb.first - 1].low == ",":
        n = sentence.phrase_ending(verb.first - 1)  # "the tunnel, backed by the mayor,"
    if n is None or sentence.agent(verb) is None or not sentence.object_fits(verb.lemma, sentence.phrases[n].head):
        return None
    phrase = sentence.phrases[n]
    end = phrase.last if verb.subject is None else verb.first
    target, turned = sentence.inner_target(phrase.first, end)
    polarity = Polarity(line.sign, line.negated)
    return (polarity.reversed() if turned else polarity), target, [], f"verb {line.lemma} passive"


def only_alone(sentence: Sentence, frames: Frames, after: int) -> bool:
    """Whether a verb tells a stance only by itself, and something follows: "voted against the bill"."""
    if len(frames) > 1 or "alone" not in frames:
        return False
    return after < len(sentence.tokens) and sentence.tokens[after].tag not in ENDS | {"PREP", "WH", "SUB"}


def alone(sentence: Sentence, line: Line, after: int) -> Found | None:
    """`Chad abstained`, `most deputies voted yes`: the target is what was spoken of before."""
    tokens = sentence.tokens
    if after < len(tokens) and tokens[after].tag not in ENDS and tokens[after].low not in OCCURRING:
        return None
    return Polarity(line.sign, line.negated), None, [], f"verb {line.lemma} alone"


def past_person(sentence: Sentence, n: int) -> int:
    """Index after phrase `n` with its of-phrases and a name set in after it: `the president of Chad, Bo Li,`."""
    tokens, phrases = sentence.tokens, sentence.phrases
    k = phrases[n].last
    while k < len(tokens) and tokens[k].low in ("of", "in", "for") and (inner := sentence.phrase_at(k + 1)) is not None:
        k = phrases[inner].last
    k = past_name(tokens, k)
    held = sentence.group_at(k) is not None or (k < len(tokens) and tokens[k].low == "not")
    return k if held else phrases[n].last


def _spoken_of(sentence: Sentence, first: int) -> str:
    """The word that takes up what was said before a subject: `wants a curfew, a demand the police reject`."""
    tokens = sentence.tokens
    k = first - 1 if first and tokens[first - 1].low in ("that", "which") else first
    n = sentence.phrase_ending(k)
    if n is None or not sentence.phrases[n].first or tokens[sentence.phrases[n].first - 1].low != ",":
        return ""
    phrase = sentence.phrases[n]
    low = tokens[phrase.head].low
    new = tokens[phrase.first].low in ("a", "an") or phrase.first == phrase.head
    return low if new and (low in stances().anaphors or low in ("something", "demand")) else ""


def gap(sentence: Sentence, verb: VerbGroup, line: Line) -> Found | None:
    """`a text that Britain had proposed`: what the relative clause belongs to is the target."""
    if verb.subject is None or not verb.finite:
        return None
    subject = sentence.phrases[verb.subject]
    tokens = sentence.tokens
    if (word := _spoken_of(sentence, subject.first)) and subject.last <= verb.first:
        return Polarity(line.sign, line.negated), None, [], f"verb {line.lemma} {word}"
    k = subject.first - 1
    if k < 1 or subject.kind == "pronoun" or tokens[k].low not in ("that", "which") or subject.last != verb.first:
        return None
    n = sentence.phrase_ending(k)
    if n is None and tokens[k - 1].low == ",":
        n = sentence.phrase_ending(k - 1)
    if n is None or not sentence.object_fits(verb.lemma, sentence.phrases[n].head):
        return None
    of = sentence.phrases[n]
    return Polarity(line.sign, line.negated), Span(of.start, of.end), [], f"verb {line.lemma} gap"
