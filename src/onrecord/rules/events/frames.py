"""Which event a verb reports: the frame that fits it, or what it makes of the event that it governs.

A verb that governs another ("agreed to withdraw", "threatened to attack", "tried to seize") decides the type with it;
so do the future ("will provide" is a promise, "will attack" a threat), negation ("will not accept" is a rejection)
and the verb that introduces or ends a noun's event ("imposed a curfew", "lifted the curfew").
"""

from dataclasses import dataclass, field, replace

from onrecord.records import Status
from onrecord.rules.events.lexicon import (
    CONFLICT,
    COOPERATION,
    MATERIAL_CONFLICT,
    Frame,
    Noun,
    Test,
    singular,
    words_of,
)
from onrecord.rules.events.views import Sentence, View

HARM = frozenset({"kill", "injure", "wound", "displace", "claim"})
SAY = words_of(
    """say announce report confirm claim tell add state declare reveal disclose indicate note write tweet insist believe
    think acknowledge suggest show explain stress reiterate assert maintain argue predict warn admit learn hear know
    understand estimate"""
)
WILLING = frozenset({"willing", "ready", "prepared", "committed", "keen", "happy", "eager", "inclined", "pledged"})
UNWILLING = frozenset({"unwilling", "reluctant", "loath"})
PLANNED = frozenset({"set", "due", "expected", "scheduled", "slated", "poised", "likely", "about", "supposed"})
PLANNING = frozenset({"set", "expect", "schedule", "slate", "poise", "suppose"})
NOUNISH = frozenset({"rebels", "militants", "strikes", "means", "talks", "ties"})
PLURALS = words_of("they we you i people police who that which all some many most both")
AGREEMENTS = frozenset({"agreement", "deal", "treaty", "talks"})
MATERIAL_COOPERATION = frozenset({"COOPERATE", "AID", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The event that a verb reports, before its roles are filled."""

    type: str
    label: str
    view: View
    """The verb whose words are the trigger and whose subject acts."""
    content: View
    """The verb whose object and phrases name those acted upon."""
    status: Status = "happened"
    noun: int | None = None
    """The phrase whose noun names the event ("imposed [a curfew] on Basra")."""
    trace: str = ""
    demanded: bool = False
    """Whether a speaker demands it ("said that Iran must withdraw"): the speaker acts, the subject is acted upon."""
    weak: bool = False
    """Whether it has no place beside a surer event of the same sentence."""
    chain: tuple[View, ...] = field(default=())
    """The verbs between `view` and `content`."""


def decide(sentence: Sentence, index: int, depth: int = 0) -> Decision | None:
    """The event that verb group `index` reports, or None."""
    group = sentence.groups[index]
    if (
        group.lemma not in sentence.lexicon.lemmas
        and group.modal != "must"
        and sentence.tokens[group.head].tag == "VERB"
    ):
        return None
    view = sentence.view(index)
    plain = _plain(sentence, view, depth)
    if plain is None:
        return _must(sentence, view) if depth == 0 else None
    return _modal(sentence, view, plain)


def _must(sentence: Sentence, view: View) -> Decision | None:
    """Said that somebody must do something, whatever it is: a demand."""
    if view.group.modal != "must" or view.subject is None or reported(sentence, view.index) is None:
        return None
    subject = sentence.tokens[sentence.phrases[view.subject].head].low
    if not sentence.someone(view.subject) or subject in ("i", "we", "you", "one"):
        return None
    return Decision("REQUEST", "demand", view, view, trace="must", demanded=True)


def _plain(sentence: Sentence, view: View, depth: int) -> Decision | None:
    token = sentence.tokens[view.group.head]
    if _no_verb(sentence, view):
        return None
    if token.tag == "AUX":
        return _be(sentence, view, depth) if depth < 3 else None
    if token.tag != "VERB":
        return None
    frame = fitting(sentence, view)
    if view.group.passive and view.lemma in PLANNING and view.governed is not None:
        frame = Frame((), "intend", "", 0, 0)
    if frame is None:
        return None
    if frame.type[0].islower():
        return _governing(sentence, view, frame, depth)
    trace = f"verbs.txt:{frame.line} {view.lemma}"
    if frame.type == "ASSAULT" and view.group.lemma in HARM and not _by_someone(sentence, view):
        mishap = _mishap(sentence)
        if mishap:
            return Decision("OTHER", mishap, view, view, trace=trace)
    return Decision(frame.type, frame.label, view, view, trace=trace)


def _by_someone(sentence: Sentence, view: View) -> bool:
    """Whether somebody does the harm, by a subject or a by-phrase."""
    if view.group.passive:
        return any(a.preposition == "by" and sentence.someone(a.phrase) for a in view.attached)
    return view.subject is not None and sentence.someone(view.subject)


def _mishap(sentence: Sentence) -> str:
    """The accident or disaster that a sentence speaks of, in a word; "" where it speaks of none."""
    lexicon = sentence.lexicon
    for token in sentence.tokens:
        if token.tag == "NOUN":
            noun = lexicon.nouns.get(token.low) or lexicon.nouns.get(singular(token.low))
            if noun is not None and noun.label in ("accident", "disaster"):
                return noun.label
        elif token.tag == "VERB" and any(f.label == "accident" for f in lexicon.verbs.get(token.lemma, ())):
            return "accident"
    return ""


def _no_verb(sentence: Sentence, view: View) -> bool:
    """Whether the word is a noun or adjective after all: "the Houthi rebels", "free rein"."""
    group = view.group
    token = sentence.tokens[group.head]
    if group.first != group.head:
        return False
    if token.form == "s":
        return token.low in NOUNISH
    if token.form != "base" or not group.finite or group.subject is None:
        return False
    subject = sentence.tokens[sentence.phrases[group.subject].head]
    plural = subject.low.endswith("s") or subject.low in PLURALS or sentence.joined(group.subject)
    return not plural and token.text.islower()


def fitting(sentence: Sentence, view: View) -> Frame | None:
    """The most specific frame of the verb whose conditions all hold."""
    frames = sentence.lexicon.verbs.get(view.lemma, ())
    return next((f for f in frames if all(_holds(sentence, view, test) for test in f.tests)), None)


def _holds(sentence: Sentence, view: View, test: Test) -> bool:
    match test.kind:
        case "none":
            return view.object is None and not (view.governed is not None and not view.attached and view.infinitive)
        case "obj":
            return view.object is not None
        case "who":
            return view.object is not None and sentence.someone(view.object)
        case "to":
            return view.infinitive
        case "ing":
            return view.governed is not None and not view.infinitive
        case "that":
            return view.that
        case "class":
            return bool(view.heads & test.classes)
        case "agent":
            return bool(view.agents & test.classes)
        case "preposition":
            for a in view.attached:
                if a.preposition != test.word:
                    continue
                if not test.classes:
                    return True
                if sentence.kind_of(a.phrase)[1] & test.classes:
                    view.reach = a.phrase
                    return True
            return False
        case "word":
            return test.word in view.words
    return False


def _be(sentence: Sentence, view: View, depth: int) -> Decision | None:
    """Is willing to, is due to, is ready to: what an adjective makes of the infinitive after it."""
    word = next((w for w in ("unwilling", "reluctant") if w in view.words), "") or next(
        (w for w in view.words if w in WILLING or w in PLANNED), ""
    )
    if not word or view.governed is None:
        return None
    if word in UNWILLING:
        return _govern(sentence, view, Frame((), "refuse", "rejection", 0, 0), depth)
    kind = "promise" if word in WILLING else "intend"
    return _govern(sentence, view, Frame((), kind, "promise", 0, 0), depth)


def _governing(sentence: Sentence, view: View, frame: Frame, depth: int) -> Decision | None:
    if frame.type in ("light", "stop"):
        return _noun_event(sentence, view, frame)
    if depth > 2:
        return None
    return _govern(sentence, view, frame, depth)


def _govern(sentence: Sentence, view: View, frame: Frame, depth: int) -> Decision | None:
    """What a verb makes of the event that it governs."""
    inner = decide(sentence, view.governed, depth + 1) if view.governed is not None and depth < 3 else None
    content = inner.content if inner else (sentence.view(view.governed) if view.governed is not None else view)
    trace = f"verbs.txt:{frame.line} {view.lemma}" + (f" + {inner.trace}" if inner else "")
    kind = inner.type if inner else ""

    def made(type_: str, label: str, status: Status = "happened") -> Decision:
        noun = inner.noun if inner else None
        chain = (content,) if content is not view else ()
        return Decision(type_, label, view, content, status, noun, trace, chain=chain)

    match frame.type:
        case "promise":
            if kind in CONFLICT and kind not in ("REQUEST", "REJECT"):
                return made("THREATEN", "threat")
            return made("AGREE", "promise")
        case "intend":
            if inner is None or kind == "OTHER":
                return None if inner is None else replace(inner, view=view, status="planned", trace=trace)
            return made(_future(kind), "plan", "planned") if inner.noun is None or kind else inner
        case "refuse":
            reach = view.lemma != "fail" or content.heads & AGREEMENTS or kind in ("AGREE", "SUPPORT")
            return made("REJECT", "rejection") if reach else None
        case "threaten":
            return made("THREATEN", "threat")
        case "request":
            return made("REQUEST", "demand")
        case "through":
            return None if inner is None else replace(inner, view=view, trace=trace, chain=(content,))
        case "halt":
            if kind in ("ASSAULT", "MOBILIZE"):
                return made("RETREAT", "retreat")
            if kind in CONFLICT:
                return made("CONCEDE", "concession")
            return made("SANCTION", "sanction") if kind in COOPERATION else None
        case "deny":
            return None if inner is None else replace(inner, view=view, status="denied", trace=trace)
    return None


def _noun_event(sentence: Sentence, view: View, frame: Frame) -> Decision | None:
    """The event of the object's noun, begun ("imposed a curfew") or ended ("lifted the curfew")."""
    assert view.object is not None  # noqa: S101 - both frames ask for an object of a class
    phrase = sentence.antecedent(view.object)
    noun = sentence.lexicon.nouns.get(view.head)
    if noun is None:
        return None
    trace = f"verbs.txt:{frame.line} {view.lemma} + nouns.txt {view.head}"
    stopped = frame.type == "stop"
    if noun.type == "stop":
        inner = sentence.of(phrase)
        if inner is None:
            return (
                Decision("SANCTION", "sanction", view, view, noun=phrase, trace=trace)
                if view.head == "suspension"
                else None
            )
        head, kinds = sentence.kind_of(inner)
        named = sentence.lexicon.nouns.get(head, Noun("SANCTION" if kinds else "", ""))
        if not named.type:
            return None
        noun, stopped = named, not stopped
        if named.type == "SANCTION" and kinds & {"flight", "link", "trade", "aid", "ties", "talks"}:
            return Decision("SANCTION", "sanction", view, view, noun=phrase, trace=trace)
    if not stopped:
        return Decision(noun.type, noun.label, view, view, noun=phrase, trace=trace)
    if noun.type in COOPERATION:
        return Decision("SANCTION", "sanction", view, view, noun=phrase, trace=trace)
    if noun.type in ("ASSAULT", "MOBILIZE"):
        return Decision("RETREAT", "retreat", view, view, noun=phrase, trace=trace)
    if noun.type in CONFLICT:
        return Decision("CONCEDE", "concession", view, view, noun=phrase, trace=trace)
    return Decision("OTHER", noun.label, view, view, noun=phrase, trace=trace)


def _future(kind: str) -> str:
    """What the announcement of such an event is: of cooperation a promise, of material conflict a threat."""
    if kind in COOPERATION:
        return "AGREE"
    return "THREATEN" if kind in MATERIAL_CONFLICT else kind


def _modal(sentence: Sentence, view: View, plain: Decision) -> Decision | None:
    """What tense, modality and negation make of the event."""
    group = view.group
    kind = plain.type
    told = reported(sentence, view.index)
    modal = group.modal
    if modal in ("would", "could") and _if_follows(sentence, view):
        return replace(plain, type=_future(kind), label=_future_label(kind, plain.label), status="hypothetical")
    perfect = any(t.lemma == "have" and t.tag == "AUX" for t in sentence.tokens[group.first : group.head])
    if modal == "would" and told is not None:
        modal = "will"
    if modal in ("will", "shall", "'ll") and not perfect:
        if group.negated:
            if kind in COOPERATION:
                return replace(plain, type="REJECT", label="rejection")
            return replace(plain, status="denied")
        return replace(plain, type=_future(kind), label=_future_label(kind, plain.label), status="planned")
    if modal in ("must", "should", "ought"):
        if told is not None and kind != "OTHER":
            return replace(plain, type="REQUEST", label="demand", demanded=True)
        return replace(plain, status="hypothetical", weak=True)
    if modal in ("would", "could", "may", "might"):
        if perfect and modal in ("may", "might"):
            return replace(plain, status="hypothetical")
        if kind in MATERIAL_CONFLICT and modal in ("may", "might", "could"):
            return replace(plain, type="THREATEN", label="threat", status="hypothetical")
        return replace(plain, status="hypothetical")
    if group.negated or _none(sentence, view):
        if kind in COOPERATION and not group.passive:
            return replace(plain, type="REJECT", label="rejection")
        return replace(plain, status="denied")
    if plain.status == "happened" and plain.type != "OTHER" and _progressive(sentence, view):
        return replace(plain, status="ongoing")
    return plain


def _if_follows(sentence: Sentence, view: View) -> bool:
    """Whether the clause hangs on a condition: "would attack if the talks failed"."""
    tokens = sentence.tokens[view.group.last : view.group.last + 14]
    return any(t.low in ("if", "unless", "should") and t.tag in ("SUB", "MODAL") for t in tokens)


def _none(sentence: Sentence, view: View) -> bool:
    """Whether the object is none: "no agreement was reached", "reached no agreement"."""
    return view.object is not None and sentence.tokens[sentence.phrases[view.object].first].low == "no"


def _future_label(kind: str, label: str) -> str:
    if kind in COOPERATION:
        return "promise"
    return "threat" if kind in MATERIAL_CONFLICT else label


def _progressive(sentence: Sentence, view: View) -> bool:
    group = view.group
    return group.finite and sentence.tokens[group.head].form == "ing"


def reported(sentence: Sentence, index: int) -> int | None:
    """The verb of saying that a clause hangs on, right before it or after it; None for a clause of its own."""
    group = sentence.groups[index]
    start = sentence.phrases[group.subject].first if group.subject is not None else group.first
    start = min(start, group.first)
    for before in range(index - 1, -1, -1):
        other = sentence.groups[before]
        if other.lemma in SAY and other.finite and other.subject != group.subject:
            between = sentence.tokens[other.last : start]
            if len(between) <= 8 and not any(t.low in (";", ":") for t in between):
                return before
            break
        if other.finite and other.last <= start and other.subject is not None and before < index - 2:
            break
    for after in range(index + 1, len(sentence.groups)):
        other = sentence.groups[after]
        if other.lemma in SAY and other.finite and other.subject is not None:
            first = min(other.first, sentence.phrases[other.subject].first)
            if first and sentence.tokens[first - 1].low in (",", "”", '"', "''"):
                return after
    return None
