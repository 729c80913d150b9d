"""Whom a statement itself names as its source ("the mayor said"): it must be the claim's speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import Named, country_of
from onrecord.grounding.nouns import LOOSE, PUBLIC, akin, noun_kind
from onrecord.grounding.phrasing import name_of
from onrecord.grounding.polarity import stem
from onrecord.grounding.reporting import main_verb
from onrecord.grounding.standing import read_statement
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom, Words
from onrecord.records import Actor
from onrecord.rules.attribution.cues import cues
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.syntax.types import Clauses, Token

_PLAIN = words("telling")
"""Verbs that always tell of a source."""
_FIRMS = frozenset({"company", "firm"})
_NO_FIRMS = PUBLIC | frozenset({"union", "party", "association", "council", "committee", "church", "federation"})
_UNDER = frozenset({"deputy", "vice", "assistant", "shadow"})
"""What makes a role another's under it."""
_INVERTED = frozenset({"say", "add", "argue", "warn", "insist", "explain", "claim", "write", "note"})
_ANYBODY = words("anybody")
_SMALL = words("small") | words("titles")
_AFTER = frozenset({"of", "for", "from", "at", "in", "to", "with"})
_BREAKS = frozenset({",", "”", '"', "’", "—", "–"})
_TRAIL = 7
"""Tokens that may follow a report at a statement's end: "the mayor told reporters on Monday"."""
_NAMED = 12
"""Tokens that may name who says it: ", says Ana Ruiz, the mayor of Lima"."""


@dataclass(frozen=True, slots=True)
class Teller:
    """The words of a statement that name its source."""

    tokens: Sequence[Token]
    head: Sequence[Token]
    """The same up to what hangs on the head: "Lucía Ferrer" of "Lucía Ferrer of the broker Casa Robles"."""

    @property
    def text(self) -> str:
        """The words."""
        return " ".join(t.text for t in self.tokens)


def told_by_another(statement: str, named: Named, support: Support, whom: Whom) -> str | None:
    """Why whom a statement names as its source cannot be the claim's speaker, or None."""
    if support.speaker is None or support.source is None:
        return None
    names = frozenset(part for name in named.names for word in name for part in name_words(word))
    clauses = read_statement(statement, names)
    aside = _aside(clauses, support, whom)
    teller = aside if aside is not None else _first(clauses, support, whom)
    if teller is None or not teller.head:
        return None
    if _Speaker(support.speaker, support, whom).may_be(teller, names):
        return None
    return f"it names {teller.text!r} as its source, which is not {support.speaker.name!r}"


def _aside(clauses: Clauses, support: Support, whom: Whom) -> Teller | None:
    """Whom "according to" or a report beside the statement proper names: ", the mayor said", "in Kallas's view"."""
    tokens = clauses.tokens
    for k, token in enumerate(tokens[:-2]):
        if token.low == "according" and tokens[k + 1].low == "to":
            return _teller(tokens, k + 2, len(tokens))
        if token.low == "in" and (view := _view(tokens, k + 1)):
            return _teller(tokens, k + 1, view)
    for group in clauses.verbs:
        k = group.last
        if group.passive or group.lemma not in _PLAIN or group.first == 0:
            continue
        if group.subject is not None and group.finite:
            first = clauses.phrases[group.subject].first
            if first and tokens[first - 1].low in _BREAKS and (_ends(tokens, k) or tokens[k].low == ","):
                teller = _teller(tokens, first, group.first)
                return None if _is_recipient(tokens[k:], group.lemma, teller, support, whom) else teller
        inverted = group.lemma in _INVERTED and group.last - group.first == 1 and tokens[group.first - 1].low in _BREAKS
        if inverted and _ends(tokens, k, _NAMED):
            return _teller(tokens, k, len(tokens))  # ", says the mayor"
    return None


def _view(tokens: Sequence[Token], first: int) -> int | None:
    """Where "Kallas's" ends in "Kallas's view"."""
    for k in range(first, min(first + _TRAIL, len(tokens) - 1)):
        if tokens[k].tag == "POSS" and tokens[k + 1].low in ("view", "opinion", "words", "eyes"):
            return k
    return None


def _ends(tokens: Sequence[Token], k: int, trail: int = _TRAIL) -> bool:
    """Whether the statement ends within a few words, and no other clause begins."""
    return len(tokens) - k <= trail and not any(t.tag in ("SUB", "VERB", "AUX", "MODAL") for t in tokens[k:])


def _first(clauses: Clauses, support: Support, whom: Whom) -> Teller | None:
    """Who does the first verb of a statement, where that is one by which somebody says or wants something."""
    group = main_verb(clauses)
    if group is None or group.subject is None or group.passive:
        return None
    if any(t.tag == "TO" for t in clauses.tokens[group.first : group.head]):
        return None  # "a breakaway unit was to blame"
    teller = _teller(clauses.tokens, clauses.phrases[group.subject].first, group.first)
    content = [t for span in support.evidence.spans for t in whom.tokens(*span)]
    said = {t.lemma or t.low for t in content}
    cue = {t.lemma for span in support.cue_spans for t in whom.tokens(*span)}
    if (group.lemma in said and group.lemma not in cue) or _is_recipient(
        clauses.tokens[group.last :], group.lemma, teller, support, whom
    ):
        return None  # what the content itself reports
    if group.lemma in cue or group.lemma in _PLAIN:
        return teller
    if group.lemma not in cues().verbs and group.lemma not in stances().verbs:
        return None
    after = clauses.tokens[group.last : group.last + 1]
    if after and after[0].low == "that" and after[0].tag == "SUB":
        return teller
    if not teller.head or stem(teller.head[-1]).lower() in {stem(t).lower() for t in content}:
        return None
    return teller if _stands_apart(clauses.tokens[group.last :], support, whom) else None


def _is_recipient(rest: Sequence[Token], verb: str, teller: Teller, support: Support, whom: Whom) -> bool:
    """Whether the statement has the speaker be told by somebody who tells in the sentence too: "a clerk told her"."""
    if not any(support.speaker_words.intersection(name_words(t.text)) for t in rest if t.tag == "NAME"):
        return False
    heads = {t.low for t in teller.head if t.tag == "NOUN"}
    return any(
        group.lemma == verb
        and group.subject is not None
        and clauses.tokens[clauses.phrases[group.subject].head].low in heads
        for span in support.sentences
        for clauses in whom.between(*span)
        for group in clauses.verbs
    )


def _stands_apart(rest: Sequence[Token], support: Support, whom: Whom) -> bool:
    """Whether the subject of the evidence's clause comes after the verb, so that who does this verb is no rendering of
    it; where the evidence has no clause of its own, its cue is what the verb renders."""
    start, end = support.evidence.spans[0]
    for clauses in whom.between(start, end):
        for group in clauses.verbs:
            if group.start < start or group.end > end or not group.finite:
                continue
            if group.subject is None or clauses.phrases[group.subject].start < start:
                return False
            before = [t for t in clauses.tokens if start <= t.start < group.start]
            if any(t.tag in ("SUB", "WH") and t.low != "that" for t in before):
                return True  # a clause that hangs on the object: "the levy unless herders are exempted"
            head = clauses.tokens[clauses.phrases[group.subject].head]
            return head.tag != "PRON" and stem(head).lower() in {stem(t).lower() for t in rest}
    return True


def _teller(tokens: Sequence[Token], first: int, last: int) -> Teller:
    """The words from its first on, to the first that cannot belong to it."""
    end = first
    while end < last and (tokens[end].tag in _NOMINAL or tokens[end].low in (",", "&", "-")):
        end += 1
    whole = tokens[first:end]
    head = next((k for k, t in enumerate(whole) if t.low in _AFTER or t.tag == "PUNCT"), len(whole))
    return Teller(whole, whole[:head])


_NOMINAL = frozenset({"DET", "POSS", "NAME", "NOUN", "ADJ", "NUM", "PREP", "PRON", "CONJ"})


class _Speaker:
    """The speaker of a claim, and what may stand for it."""

    def __init__(self, actor: Actor, support: Support, whom: Whom) -> None:
        self._actor, self._whom = actor, whom
        self._name = frozenset(name_words(actor.name)) - _SMALL
        known = whom.names.by_name(self._name)
        role = f"{actor.role or ''} {(known and known.role) or ''}"
        self._role = frozenset(name_words(role)) - _SMALL
        self._source = frozenset(name_words(support.source.text if support.source else "")) - _SMALL
        self._content = frozenset(name_words(support.content))
        self._country = actor.country or (known.country if known else None) or country_of(actor.name)
        self._known = frozenset(name_words(known.name)) if known else frozenset()
        bodies = {body for word in self._role for body in whom.names.bodies(frozenset({word}))}
        named = (frozenset(name_words(body)) - _SMALL for body in bodies)
        self._bodies = [body for body in named if body <= self._role]

    def may_be(self, teller: Teller, names: Words) -> bool:
        """Whether a statement may call the speaker so."""
        own = self._name | self._role | self._source | self._known
        heads = [t for t in teller.head if t.tag in ("NAME", "NOUN", "PRON", "NUM")]
        if not heads or heads[0].tag in ("PRON", "NUM"):
            return True
        name = name_of(teller.tokens) & names
        telling = frozenset(w for w in name if noun_kind(w) != "body") or name
        whole = name_of(teller.head) & names
        if (
            heads[-1].tag == "NAME"
            and whole & self._name
            and whole - own
            and not self._whom.names.same(self._name, whole)
        ):
            return False  # "Free Savinja" for "Savinja Energija"
        if any(self._whom.names.same(body, telling) for body in self._bodies):
            return True
        if telling & own or any(self._whom.names.same(self._name, frozenset({n})) for n in telling):
            return (
                heads[-1].tag == "NAME"
                or bool(telling & (self._name | self._known))
                or self._noun(heads[-1].low, teller)
            )
        if heads[-1].tag == "NAME" and names & set(name_words(heads[-1].text)):
            return False
        nouns = [t.low for t in heads if t.tag == "NOUN"]
        return not nouns or self._noun(nouns[-1], teller)

    def _noun(self, noun: str, teller: Teller) -> bool:
        """Whether the speaker may be called by a common noun: not where the article uses it of another."""
        own = self._name | self._role | self._source
        singular = noun.removesuffix("s")
        beside = [t.low for t in teller.head if t.tag in ("NOUN", "ADJ") and t.low != noun]
        if noun_kind(noun) == "person" and any(self._whom.is_role(word) and word not in own for word in beside):
            return False  # "the finance minister" for the education minister
        if noun in self._role and self._role & _UNDER and not _UNDER & {t.low for t in teller.tokens}:
            return False  # "the mayor" for the deputy mayor
        if {noun, singular} & own:
            return True
        if noun in LOOSE:
            return noun not in _FIRMS or own.isdisjoint(_NO_FIRMS)
        kind = noun_kind(noun)
        if kind == "person" and self._role and self._whom.is_role(noun):
            return False
        if self._whom.nouns.describes(noun, self._name):
            return True
        if not {noun, singular} & self._whom.nouns.heads:
            return True
        match kind:
            case "person":
                return self._actor.kind == "unnamed"
            case "people":
                return noun in _ANYBODY and self._actor.kind in ("group", "unnamed")
            case "body":
                if any(noun.capitalize() in body for body in self._whom.names.bodies(frozenset({noun}))):
                    return False  # "the union" where another is called so
                bodies = [w for w in own if noun_kind(w) == "body"]
                return any(akin(noun, w) for w in bodies) or (noun in PUBLIC and self._country is not None)
            case _:
                return noun not in self._content  # "the mafia blames the farmers" for the reverse
