"""From attributions and clauses to positions."""

from itertools import pairwise

from onrecord.drafts import DraftPosition
from onrecord.reading.document import Document
from onrecord.reading.paragraphs import in_one_line
from onrecord.records import Span, Stance
from onrecord.rules.actors.types import Actors
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.claims import claim_indexes
from onrecord.rules.positions import triggers
from onrecord.rules.positions.asked import find_opened
from onrecord.rules.positions.conditions import condition_of, condition_words
from onrecord.rules.positions.consistency import consistent
from onrecord.rules.positions.echoes import find_echo
from onrecord.rules.positions.evidence import in_full, named
from onrecord.rules.positions.fallback import sign_of
from onrecord.rules.positions.headlines import find_headline
from onrecord.rules.positions.hits import Hit
from onrecord.rules.positions.holders import Holders
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.neutral import find_neutral
from onrecord.rules.positions.nominal import find_nominal
from onrecord.rules.positions.predicates import find_predicates
from onrecord.rules.positions.promises import find_promises, find_refusals, find_terms
from onrecord.rules.positions.said import Said
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.positions.speech import find_said
from onrecord.rules.positions.targets import BARE, is_anaphor, resolve, spoken_of
from onrecord.rules.positions.verbal import find_verbal
from onrecord.rules.positions.vocabulary import triggered
from onrecord.rules.syntax.types import Clauses

STANCES: dict[int, Stance] = {1: "support", -1: "oppose", 0: "neutral"}
LONGEST = 400
"""A sentence of more words is a table without stops; rules that look back and forth in it would take for ever."""
SETTING = frozenset({"in", "throughout"})
DENIALS = frozenset({"deny", "refute", "rebut"})
OPEN = frozenset({"rule out", "exclude", "preclude", "consider"})


def find_positions(
    document: Document, clauses: list[Clauses], actors: Actors, attributions: list[Attribution]
) -> list[DraftPosition]:
    """Every position, in order of the text."""
    return Finder(document, clauses, actors, attributions).run()


class Finder:
    """One pass over a document."""

    def __init__(
        self, document: Document, clauses: list[Clauses], actors: Actors, attributions: list[Attribution]
    ) -> None:
        self._document, self._clauses, self._actors, self._attributions = document, clauses, actors, attributions
        self._claims = claim_indexes(attributions)
        self._holders = Holders(document, clauses, actors, attributions)
        self._said = Said(document, attributions, self._claims)
        self._targets: dict[int, list[Span]] = {}
        self._met: set[int] = set()
        """Attributions that a hit has met."""
        self._found: list[tuple[int, DraftPosition]] = []

    def run(self) -> list[DraftPosition]:
        """Hits of each sentence, then the attributions that none of them met."""
        # One finder after the other over all sentences: a processor is quicker at the same work over and over.
        read = [
            Sentence(number, clause, triggered(clause))
            for number, clause in enumerate(self._clauses)
            if 0 < len(clause.tokens) <= LONGEST and not (clause.lows[0] in SETTING and _is_fiction(clause.lows))
        ]
        for sentence in read:
            can = sentence.can
            if can & triggers.OPENED:
                sentence.hits += find_opened(sentence)
            if can & triggers.NEUTRAL == triggers.NEUTRAL:
                sentence.hits += find_neutral(sentence)
            if can & triggers.NOMINAL:
                sentence.hits += find_nominal(sentence)
        for sentence in read:
            if sentence.can & triggers.PREDICATE == triggers.PREDICATE:
                sentence.hits += find_predicates(sentence)
        for sentence in read:
            if sentence.can & triggers.VERBAL:
                sentence.hits += find_verbal(sentence)
        for sentence in read:
            for first, end, quoted in self._said.stretches(sentence):
                sentence.hits += find_said(sentence, first, end, quoted=quoted)
        for sentence in read:
            self._sentence(sentence)
        for number, attribution in enumerate(self._attributions):
            stands = attribution.mark in ("attitude", "intention") and not attribution.infinitive
            if stands and not attribution.nested and number not in self._met and not self._in_fiction(attribution):
                self._attribution(attribution)
        self._found.sort(key=lambda each: each[0])
        return consistent([position for _, position in self._found])

    def _sentence(self, sentence: Sentence) -> None:
        number, hits, lows = sentence.number, sentence.hits, sentence.lows
        if not hits and lows[-1] != "?" and (headline := find_headline(sentence)) is not None:
            hits.append(headline)
        if sentence.can & triggers.CONDITION:
            hits += find_promises(sentence, lambda at: self._said.at(number, at) is not None)
        if sentence.can & triggers.REFUSAL == triggers.REFUSAL:
            hits += find_refusals(sentence, lambda at: self._said.at(number, at) is not None)
        if sentence.can & triggers.TERMED:
            hits += find_terms(sentence)
        for offset in sentence.silent:
            self._met.update(self._said.cues(number, (offset,), Span(offset, offset + 1)))
        if not hits:
            return
        question = "?" in lows[-2:]
        if (echo := find_echo(sentence, hits)) is not None:
            hits.append(echo)
        if any(hit.trace == "against" for hit in hits):
            for hit in hits:
                if hit.trace == "for":
                    hit.trace = "so for"  # one for it and one against it: surely a stance
        hits.sort(key=lambda hit: hit.cue.start)
        main = next((hit.holder for hit in reversed(hits) if hit.holder is not None and not hit.speaker), None)
        for hit in hits:
            if hit.holder is not None and main is not None and self._is_early(hit.holder, main):
                hit.holder = main
            if question and not hit.claims_only and self._said.at(number, hit.cue.start) is None:
                continue
            self._hit(sentence, hit)

    def _is_early(self, holder: Span, main: Span) -> bool:
        """Whether a holder is a pronoun that the main clause explains: "while it shares the aim, the lobby ..."."""
        if holder.start >= main.start:
            return False
        words = self._document.text[holder.start : holder.end].lower()
        return words in ("he", "she", "they", "it") and self._actors.refer(*holder) is None

    def _hit(self, sentence: Sentence, hit: Hit) -> None:
        number = sentence.number
        clause = self._clauses[number]
        met = [] if hit.claims_only else self._said.cues(number, hit.heads, hit.cue)
        around = self._said.at(number, hit.cue.start)
        if (hit.claims_only and around is None) or (hit.loose and not met):
            return
        if hit.loose and around is None and all(self._attributions[n].infinitive for n in met):
            return  # "a gift to support the school", "free to vote for anybody": nobody is said to do so
        condition = condition_of(hit, sentence.conditions)
        if (
            around is None
            and not met
            and not hit.negated
            and hit.trace.startswith(stances().told)
            and (condition is None or not condition.always)
        ):
            return
        if around is not None and self._attributions[around].negated and not met:
            if self._attributions[around].mark != "belief":
                return  # "I never said I was against it"
            hit.sign = -hit.sign  # "does not think it is fair"
        if hit.trace == "we will if" and condition is None:
            return
        target_span = hit.target
        said_of = self._said.said_of(around, clause) if around is not None else None
        if hit.trace == "met with":
            self._met.update(met)
            met = []  # "the bill has the backing of two parties" is no attitude of the bill's
        if hit.target is not None and any(self._is_source(hit.target, n) for n in met):
            return  # "'Give us back our river,' demanded the chief": what follows the verb is who speaks
        if (
            around is not None
            and self._attributions[around].lemma in DENIALS
            and not self._attributions[around].negated
        ):
            hit.sign = -hit.sign  # "denied that she opposed it"
        target = self._target(number, clause, target_span, said_of)
        if target is None:
            return
        if target_span is not None:
            self._targets.setdefault(number, []).append(target)
        holders = self._holders.of(hit, met, around, number)
        if hit.bodies_only:
            holders = [key for key in holders if self._actors.actor(key).kind in ("country", "organization", "group")]
        if hit.own and around is not None and not self._holders.own(holders, self._attributions[around].speaker):
            return
        words = in_one_line(self._document.text[target.start : target.end])
        if not holders or words.lower() in BARE:
            return
        stance = STANCES[hit.sign]
        if (
            condition is not None and (hit.sign > 0 or (hit.sign == 0 and any(word in hit.trace for word in OPEN)))
        ) or (condition is not None and hit.sign < 0 and condition.unless):
            stance = "conditional"
        if hit.condition is not None and hit.sign > 0:
            stance = "conditional"
        given: str | None = None
        if stance == "conditional" and condition is not None:
            given = condition_words(self._document.text, condition)
        elif stance == "conditional" and hit.condition is not None:
            given = in_one_line(self._document.text[hit.condition.start : hit.condition.end])
        if not met:
            claim = self._claims.get(around) if around is not None else None
            evidence = hit.cue if target_span is None else in_full(clause, hit, target_span)
            source = (named(clause, hit, hit.holder),) if hit.holder else ()
            for holder in holders:
                self._add(holder, words, stance, (evidence,), source, (hit.cue,), given, claim, hit.trace)
            return
        for order, attribution_number in enumerate(met):
            attribution = self._attributions[attribution_number]
            claim = self._claims.get(attribution_number)
            if claim is None:  # "urged them to accept the deal": the position rests on what was urged
                claim = next((self._claims[n] for n in met if n in self._claims), None)
            if claim is None and attribution.nested and around is not None:
                claim = self._claims.get(around)
            self._met.add(attribution_number)
            if order and (claim is not None or attribution.nested):
                continue
            for holder in holders:
                self._add(
                    holder, words, stance, attribution.content, attribution.source, attribution.cue, given, claim,
                    f"{hit.trace}; {attribution.trace}",
                )  # fmt: skip

    def _is_source(self, target: Span, number: int) -> bool:
        return any(span.start < target.end and target.start < span.end for span in self._attributions[number].source)

    def _add(
        self,
        holder: str,
        target: str,
        stance: Stance,
        evidence: tuple[Span, ...],
        source: tuple[Span, ...],
        cue: tuple[Span, ...],
        condition: str | None,
        claim: int | None,
        trace: str,
    ) -> None:
        position = DraftPosition(holder, target, stance, evidence, source, cue, condition, claim, trace)
        self._found.append((min([span.start for span in (*evidence, *cue)]), position))

    def _target(self, number: int, clause: Clauses, span: Span | None, said_of: Span | None) -> Span | None:
        if span is None:
            if said_of is not None:
                return said_of
            earlier = self._targets.get(number)
            return earlier[-1] if earlier else spoken_of(self._clauses, number, self._targets)
        head = is_anaphor(clause, span)
        if head is None:
            return span
        if said_of is not None:
            return said_of
        return resolve(self._clauses, number, span, head, self._targets) or span

    def _fits(self, attribution: Attribution) -> bool:
        """Whether what stands after the cue is of the kind that the lexicon wants for it."""
        rule = stances().only.get(attribution.lemma) if attribution.frame == "object" else None
        first = attribution.content[0].start
        sentence = self._document.sentence_at(first) if rule is not None else None
        if rule is None or sentence is None:
            return True
        clause = self._clauses[sentence.number]
        head = next((clause.tokens[p.head].low for p in clause.phrases if p.start == first), "")
        return (head in rule[1]) is rule[0]

    def _in_fiction(self, attribution: Attribution) -> bool:
        sentence = self._document.sentence_at(attribution.cue[0].start) if attribution.cue else None
        lows = self._clauses[sentence.number].lows if sentence is not None else []
        return bool(lows) and lows[0] in SETTING and _is_fiction(lows)

    def _attribution(self, attribution: Attribution) -> None:
        """An attitude or intention that no hit met: the lexicon's stance for its cue, its content as target."""
        key = attribution.speaker
        if key is None and attribution.source:
            reference = self._actors.refer(attribution.source[0].start, attribution.source[-1].end)
            key = reference.actor if reference else None
        if key is None or not attribution.content or self._actors.actor(key).thing:
            return
        before = max(attribution.source[0].start - 8, 0) if attribution.source else 0
        if attribution.source and self._document.text[before : before + 7].lower() == "whether":
            return  # "it is unclear whether Jordan will support it"
        if self._actors.actor(key).kind in ("unnamed", "group") and not self._fits(attribution):
            return  # "the pillars support the bridge"
        sign = sign_of(attribution)
        if sign is None:
            return
        stance = STANCES[sign]
        words = in_one_line(" ".join(self._document.text[s.start : s.end] for s in attribution.content))
        self._add(
            key, words, stance, attribution.content, attribution.source, attribution.cue, None, None, attribution.trace
        )


def _is_fiction(lows: list[str]) -> bool:
    """`In the novel, ...`, of a sentence that begins with a word of `SETTING`."""
    if len(lows) < 4:
        return False
    fiction = stances().fiction
    return any(word in fiction and following != "of" for word, following in pairwise(lows[1:5]))
