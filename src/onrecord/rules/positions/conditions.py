"""Conditions: "provided ...", "unless ...", "in return for ...", with how far they reach."""

import re
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from onrecord.reading.paragraphs import in_one_line
from onrecord.records import Span
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.syntax.types import Token

if TYPE_CHECKING:
    from onrecord.rules.positions.sentence import Sentence

REFUSING = re.compile(r"^(?:verb (?:say no|rule out|refuse)|refuse)\b")
"""Refusals that "without" and "until" make conditional: "says no to a truce without a swap"."""
NO_CLAUSE = frozenset({"not", "any", "only", "asked", "pressed", "questioned", "possible", "necessary", "needed"})
"""What makes no clause of an "if" or a "when": "if any", "when asked"."""
BARGAINS = ("on condition", "in exchange", "in return", "on the understanding", "subject to", "on the proviso")
LEADING = frozenset({"OPEN", "PUNCT", "SUB", "CONJ"})
ASKING = frozenset(
    {"ask", "wonder", "know", "say", "decide", "see", "tell", "question", "doubt", "unclear", "unsure", "whether"}
)
OPENERS = frozenset({"should", "were", "had", "with", "given"})
"""Words at the front of a sentence that may open a condition without a word for one."""
STOPS = frozenset({",", ";", "—", "–", "--", ".", "?", "!", "…", "...", "”", '"', "''", ")"})


@dataclass(slots=True)
class Condition:
    """A condition in a sentence."""

    first: int
    """Index of its first token."""
    span: Span
    unless: bool
    """Whether a refusal ends with it: "will not sign unless", "not without a guarantee"."""
    negated: bool
    """Whether it is one after a negation only ("without", "before")."""
    bargain: bool
    """Whether it is the price of a deed too: "suspended its strike on condition that", "in return for"."""
    leading: bool
    """Whether it stands before the clause it belongs to."""
    always: bool
    """False where it is one only under a modal or an open attitude ("if", "once")."""


def find_conditions(sentence: "Sentence") -> list[Condition]:
    """The conditions of a sentence, in order."""
    tokens, lows, there = sentence.tokens, sentence.lows, sentence.words
    lines = stances().conditions
    phrases = _phrases()
    possible = [
        phrase for word in there & rarest() for phrase in phrases[word] if len(phrase) == 1 or there.issuperset(phrase)
    ]
    firsts = {phrase[0] for phrase in possible}
    if len(firsts) < len(possible):
        possible.sort(key=len, reverse=True)
    found: list[Condition] = []
    for k in [k for k, low in enumerate(lows) if low in firsts] if possible else ():
        for phrase in possible:
            if phrase[0] != lows[k]:
                continue
            size = len(phrase)
            if size == 1 or lows[k : k + size] == phrase:
                words = " ".join(phrase)
                if _is_condition(tokens, k, words):
                    span = Span(tokens[k].start, tokens[_end(tokens, k) - 1].end)
                    leading = not k or tokens[k - 1].tag in LEADING or lows[k - 1] == "that"
                    first_of_all = k == 1 and lows[0] in ("not", "only")  # "Not until they are paid will"
                    negated = words in ("without", "before", "until") and not first_of_all
                    unless = negated or words == "unless"
                    leading |= first_of_all
                    found.append(Condition(k, span, unless, negated, words.startswith(BARGAINS), leading, lines[words]))
                break
    if len(tokens) > 4 and lows[0] in ("should", "were", "had") and lows[-1] != "?":
        # "Should the price fall, the airline would buy"
        end = _end(tokens, 0)
        if end < len(tokens) - 2 and lows[end] == "," and any(t.tag == "MODAL" for t in tokens[end:]):
            found.insert(0, _at_the_front(tokens, end))
    if lows[0] in ("with", "given") and not there.isdisjoint(("could", "would", "might")):
        # "With a guarantee from Brussels, Cyprus could agree"
        end = _end(tokens, 0)
        if end < len(tokens) and lows[end] == ",":
            found.insert(0, _at_the_front(tokens, end))
    return found


def _at_the_front(tokens: list[Token], end: int) -> Condition:
    """The condition that the tokens up to `end` are, with which the sentence begins."""
    span = Span(tokens[0].start, tokens[end - 1].end)
    return Condition(0, span, unless=False, negated=False, bargain=False, leading=True, always=True)


@cache
def rarest() -> frozenset[str]:
    """The longest word of each condition: where none of them stands, there is no condition."""
    return frozenset(_phrases())


@cache
def bargaining() -> frozenset[str]:
    """The longest word of each condition that is the price of a deed."""
    return frozenset(
        word for word, phrases in _phrases().items() if any(" ".join(each).startswith(BARGAINS) for each in phrases)
    )


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The words of each condition by the longest of them."""
    found: dict[str, list[list[str]]] = {}
    for phrase in (words.split() for words in stances().conditions):
        found.setdefault(max(phrase, key=len), []).append([intern(word) for word in phrase])
    return found


def _is_condition(tokens: list[Token], k: int, words: str) -> bool:
    before = tokens[k - 1] if k else None
    if words == "if":
        if before is not None and (before.low in ("as", "even", "what") or before.lemma in ASKING):
            return False
        return k + 1 < len(tokens) and tokens[k + 1].low not in NO_CLAUSE
    if words in ("provided", "providing", "assuming"):
        if (
            words != "assuming"
            and before is not None
            and before.tag in ("AUX", "NOUN", "PRON", "DET", "TO", "NAME")
            and (before.tag == "AUX" or k + 1 >= len(tokens) or tokens[k + 1].tag in ("PREP", "PUNCT"))
        ):
            return False
        named = before is not None and before.tag == "NAME" and not _has_verb(tokens, k + 1)
        return k + 2 < len(tokens) and not named  # "Ann Lee provided a reason" has no condition
    if words == "as soon as":
        return k + 4 < len(tokens) and _has_verb(tokens, k + 3)  # "as soon as Tuesday" is a time
    if words == "subject to":
        return before is not None and before.tag not in ("DET", "POSS")  # "changed the subject to taxes"
    if words in ("on condition of", "on the condition of"):
        return k + words.count(" ") + 1 < len(tokens) and tokens[k + words.count(" ") + 1].low != "anonymity"
    if words in ("as long as", "so long as"):
        return k + 3 < len(tokens) and tokens[k + 3].tag != "NUM"  # "as long as 18 years" is a time
    if words in ("in return", "in exchange"):
        return k == 0 or (k + 2 < len(tokens) and tokens[k + 2].tag != "PUNCT")
    if words == "when" and k + 1 < len(tokens) and tokens[k + 1].low in NO_CLAUSE:
        return False
    if words == "when":
        # "did not object when the tax was raised" tells a time
        told = any(token.tag in ("AUX", "VERB") and token.form == "past" for token in tokens[k : _end(tokens, k)])
        return not told or any(token.tag == "MODAL" for token in tokens)
    if words == "once":
        return (
            k + 1 < len(tokens)
            and tokens[k + 1].tag in ("DET", "PRON", "NAME", "NOUN", "POSS", "ADJ", "NUM")
            and any(token.form or token.tag == "MODAL" for token in tokens[k + 1 : _end(tokens, k)])
        )
    return True


def _has_verb(tokens: list[Token], k: int) -> bool:
    """Whether a clause begins at token `k`: a finite verb stands before it ends."""
    return any(t.tag in ("AUX", "MODAL") or (t.tag == "VERB" and t.form != "ing") for t in tokens[k : _end(tokens, k)])


def _end(tokens: list[Token], k: int) -> int:
    """Where a condition that begins with token `k` ends; a quotation in it is whole: `if there was “the will,”`."""
    quoted = False
    for end in range(k + 1, len(tokens)):
        token = tokens[end]
        tag = token.tag
        if tag == "OPEN":
            quoted = True
        elif tag == "CLOSE":
            if not quoted:
                return end
            quoted = False
        elif token.low in STOPS:
            closes = quoted and end + 1 < len(tokens) and tokens[end + 1].tag == "CLOSE"
            return end + 2 if closes else end
    return len(tokens)


def condition_words(text: str, condition: Condition) -> str:
    """The condition in the article's words."""
    return in_one_line(text[condition.span.start : condition.span.end])


def condition_of(hit: Hit, conditions: list[Condition]) -> Condition | None:
    """The condition that a stance is under."""
    for condition in conditions:
        if condition.span.start < hit.cue.start and not condition.leading:
            continue
        if condition.negated and not hit.negated and not (hit.sign < 0 and REFUSING.search(hit.trace)):
            continue
        if condition.leading and hit.speaker and not condition.negated and not _opens_time(condition):
            return condition
        if condition.always or hit.modal or hit.trace == "we will if":
            return condition
        if condition.span.start > hit.cue.start and not _opens_time(condition):
            return condition
    return None


def _opens_time(condition: Condition) -> bool:
    return condition.span.end - condition.span.start < 5
