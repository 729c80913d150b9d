"""Which event a verb reports: the frame that fits it, or what it makes of the event that it governs.

A verb that governs another ("agreed to withdraw", "threatened to attack", "tried to seize") decides the type with it;
so do the future ("will provide" is a promise, "will attack" a threat), negation ("will not accept" is a rejection)
and the verb that introduces or ends a noun's event ("imposed a curfew", "lifted the curfew").
"""

from functools import lru_cache

from onrecord.records import Status
from onrecord.rules.events.asked import asked
from onrecord.rules.events.decision import Decision, reported
from onrecord.rules.events.fitting import fitting, no_verb
from onrecord.rules.events.lexicon import CONFLICT, COOPERATION, Frame, Noun, singular, words_of
from onrecord.rules.events.misreadings import misread
from onrecord.rules.events.modality import future, in_context
from onrecord.rules.events.views import Sentence, View
from onrecord.rules.syntax.types import Clauses, Tag, Token

HARM = frozenset({"kill", "injure", "wound", "displace", "claim"})
WILLING = frozenset({"willing", "ready", "prepared", "committed", "keen", "happy", "eager", "inclined", "pledged"})
UNWILLING = frozenset({"unwilling", "reluctant", "loath"})
PLANNED = frozenset({"set", "due", "expected", "scheduled", "slated", "poised", "likely", "about", "supposed"})
BLAMED = frozenset({"responsible"})
OPPOSED = frozenset({"opposed"})
NO_PLANS = frozenset({"plans", "intention", "desire", "intent"})
PREDICATES = WILLING | UNWILLING | PLANNED | BLAMED | OPPOSED | NO_PLANS
STOPS = words_of("suspend close close_down stop cease halt shut shut_down leave evacuate disband vacate")
"""What somebody is made to do who is ordered to."""
PLANS = frozenset({"plan", "intention", "desire", "intent"})
CLAIMS = frozenset({"say", "argue", "claim", "contend", "charge"})
CRITICS = frozenset({"critics", "detractors", "opponents"})
PEACEKEEPING = frozenset({"peacekeeping", "peace-keeping", "peacekeepers"})
"""Words that make the sending of troops help."""
WORDS = frozenset({"resolution", "statement", "letter", "declaration", "decree"})
"""Nouns for texts, of which the participle after them says what is done with them."""
VERBAL = frozenset({"content", "policy", "decision", "law", "charge"})
"""Classes of what is attacked in words."""
PLANNING = frozenset({"set", "expect", "schedule", "slate", "poise", "suppose"})
AGREEMENTS = frozenset({"agreement", "deal", "treaty", "talks"})
MATERIAL_COOPERATION = frozenset({"COOPERATE", "AID", "RETREAT"})


def promising(clauses: Clauses) -> list[int]:
    """The verb groups that may report an event, as far as the words of the sentence tell at a glance: few."""
    tokens, there = clauses.tokens, clauses.words
    return [
        index
        for index, group in enumerate(clauses.verbs)
        if (words := _needed(tokens[group.head].tag, group.lemma)) is None
        or not words.isdisjoint(there)
        or group.modal == "must"
    ]


@lru_cache(maxsize=20_000)
def _needed(tag: Tag, lemma: str) -> frozenset[str] | None:
    """The words of which a sentence must hold one for this verb to report an event; None where it needs none."""
    if tag == "AUX":
        return PREDICATES
    words = asked(lemma) if tag == "VERB" else frozenset[str]()
    if words is None or (words and lemma in PLANNING):
        return None
    return words | CRITICS if lemma in CLAIMS else words


def decide(sentence: Sentence, index: int, depth: int = 0) -> Decision | None:
    """The event that verb group `index` reports, or None; of a sentence's own verbs only the promising are asked."""
    group = sentence.groups[index]
    if depth and index not in sentence.promising:
        return None
    critical = group.lemma in CLAIMS and not sentence.words.isdisjoint(CRITICS)
    if critical and group.modal != "must" and (criticised := _criticised(sentence, index)) is not None:
        return criticised
    view = sentence.view(index)
    plain = _plain(sentence, view, depth)
    if plain is None:
        return _must(sentence, view) if depth == 0 else None
    if view.lemma == "have":
        return plain  # its "no" is a refusal already
    if plain.type == "MOBILIZE" and not sentence.words.isdisjoint(PEACEKEEPING):
        plain = plain._replace(type="AID", label="aid")
    return in_context(sentence, view, plain)


def _must(sentence: Sentence, view: View) -> Decision | None:
    """Said that somebody must do something, whatever it is: a demand."""
    if view.group.modal != "must" or reported(sentence, view.index) is None:
        return None
    if view.group.passive and view.object is not None:  # "must be avoided": whoever can avoid it
        return Decision("REQUEST", "demand", view, view, trace="must", demanded=True)
    if view.subject is None:
        return None
    subject = sentence.tokens[sentence.phrases[view.subject].head].low
    if not sentence.someone(view.subject) or subject in ("i", "we", "you", "one"):
        return None
    return Decision("REQUEST", "demand", view, view, trace="must", demanded=True)


def _blamed(sentence: Sentence, view: View) -> Decision | None:
    """Said that somebody is responsible: an accusation by whoever says so."""
    if view.group.negated or view.subject is None or not sentence.someone(view.subject):
        return None
    if reported(sentence, view.index) is None:
        return None
    return Decision("ACCUSE", "accusation", view, view, trace="responsible", demanded=True)


def _criticised(sentence: Sentence, index: int) -> Decision | None:
    """What critics say is an accusation: "Critics say the mayor has wasted money"."""
    subject = sentence.groups[index].subject
    if subject is None or sentence.tokens[sentence.phrases[subject].head].low not in CRITICS:
        return None
    view = sentence.view(index)
    return Decision("ACCUSE", "accusation", view, view, trace="critics say")


def _unwilling(sentence: Sentence, view: View, depth: int) -> Decision | None:
    """Has no plans to, has no intention of: a refusal."""
    if view.object is None or view.governed is None or view.head not in PLANS:
        return None
    none = sentence.tokens[sentence.phrases[view.object].first].low == "no"
    return _govern(sentence, view, Frame((), "refuse", "rejection", 0, 0), depth) if none else None


def _plain(sentence: Sentence, view: View, depth: int) -> Decision | None:
    token = sentence.tokens[view.group.head]
    if no_verb(sentence, view):
        return None
    if token.tag == "AUX":
        if depth == 0 and not BLAMED.isdisjoint(view.words):
            return _blamed(sentence, view)
        if view.lemma == "have" and depth < 3:
            return _unwilling(sentence, view, depth)
        return _be(sentence, view, depth) if depth < 3 else None
    if token.tag != "VERB":
        return None
    frame = fitting(sentence, view)
    if view.group.passive and view.lemma in PLANNING and view.governed is not None:
        frame = Frame((), "intend", "", 0, 0)
    if frame is None or misread(sentence, view, frame):
        return None
    if frame.type[0].islower():
        return _governing(sentence, view, frame, depth)
    trace = f"verbs.txt:{frame.line} {view.lemma}"
    if view.head in WORDS and view.governed is not None and not view.infinitive and depth < 3:
        said = decide(sentence, view.governed, depth + 1)  # "passed a resolution condemning the raid"
        if said is not None:
            return said._replace(view=view, trace=f"{trace} + {said.trace}", chain=(said.content,))
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


def _be(sentence: Sentence, view: View, depth: int) -> Decision | None:
    """Is willing to, is due to, is ready to: what an adjective makes of the infinitive after it."""
    if "opposed" in view.words and any(a.preposition == "to" for a in view.attached):
        return Decision("REJECT", "rejection", view, view, trace="opposed")
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
        return Decision(
            type_, label, view, content, status, noun, trace, act=inner.act or kind if inner else "", chain=chain
        )

    match frame.type:
        case "promise":
            with_ = view.lemma == "agree" and any(a.preposition == "with" for a in view.attached)
            helps = kind == "MOBILIZE" and view.lemma in ("offer", "volunteer")  # "offered to send troops"
            if kind in CONFLICT and kind not in ("REQUEST", "REJECT") and not with_ and not helps:
                return made("THREATEN", "threat")
            return made("AGREE", "promise")
        case "intend":
            if inner is None or kind == "OTHER":
                return None if inner is None else inner._replace(view=view, status="planned", trace=trace)
            return made(future(kind), "plan", "planned") if inner.noun is None or kind else inner
        case "refuse":
            if view.lemma == "fail" and kind in ("SANCTION", "COERCE"):
                return made("CONCEDE", "concession")  # "failed to renew the embargo"
            reach = view.lemma != "fail" or content.heads & AGREEMENTS or kind in ("AGREE", "SUPPORT")
            return made("REJECT", "rejection") if reach else None
        case "threaten":
            return made("THREATEN", "threat")
        case "request":
            if view.lemma == "want" and inner is None:
                return None  # "wants the children to sing"
            if view.lemma == "order" and content.lemma in STOPS:
                return made("COERCE", "coercion")  # "ordered the paper to close"
            return made("REQUEST", "demand")
        case "through":
            return None if inner is None else inner._replace(view=view, trace=trace, chain=(content,))
        case "halt":
            if kind in ("ASSAULT", "MOBILIZE"):
                return made("RETREAT", "retreat")
            if kind in CONFLICT:
                return made("CONCEDE", "concession")
            return made("SANCTION", "sanction") if kind in COOPERATION else None
        case "deny":
            return None if inner is None else inner._replace(view=view, status="denied", trace=trace)
    return None


def _tokens(sentence: Sentence, k: int) -> list[Token]:
    return sentence.tokens[sentence.phrases[k].first : sentence.phrases[k].last]


def _noun_event(sentence: Sentence, view: View, frame: Frame) -> Decision | None:
    """The event of the object's noun, begun ("imposed a curfew") or ended ("lifted the curfew")."""
    assert view.object is not None  # noqa: S101 - both frames ask for an object of a class
    phrase = sentence.antecedent(view.object)
    noun = sentence.lexicon.nouns.get(view.head)
    if noun is None:
        return None
    if noun.type == "MOBILIZE" and any(t.low == "joint" for t in _tokens(sentence, phrase)):
        noun = Noun("COOPERATE", "cooperation")  # "joint patrols"
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
    if not stopped and noun.type == "ASSAULT" and _in_words(sentence, view):
        noun = Noun("ACCUSE", "accusation")
    if not stopped:
        return Decision(noun.type, noun.label, view, view, noun=phrase, trace=trace)
    if noun.type in COOPERATION:
        return Decision("SANCTION", "sanction", view, view, noun=phrase, trace=trace)
    if noun.type in ("ASSAULT", "MOBILIZE"):
        return Decision("RETREAT", "retreat", view, view, noun=phrase, trace=trace)
    if noun.type in CONFLICT:
        return Decision("CONCEDE", "concession", view, view, noun=phrase, trace=trace)
    return Decision("OTHER", noun.label, view, view, noun=phrase, trace=trace)


def _in_words(sentence: Sentence, view: View) -> bool:
    """Whether an attack is one in words: on a plan, or "calling it a shame"."""
    if any(a.preposition == "on" and sentence.kind_of(a.phrase)[1] & VERBAL for a in view.attached):
        return True
    following = next(iter(sentence.groups[view.index + 1 :]), None)
    called = following is not None and following.lemma in ("call", "accuse", "describe", "blame")
    return called and following is not None and sentence.tokens[following.head].form == "ing"
