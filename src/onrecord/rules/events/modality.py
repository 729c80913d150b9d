"""What tense, modality and negation make of an event: a promise, a threat, a refusal, a mere possibility."""

from onrecord.rules.events.decision import Decision, reported
from onrecord.rules.events.lexicon import COOPERATION, MATERIAL_CONFLICT
from onrecord.rules.events.views import Sentence, View

NONE = frozenset({"no", "nobody", "nothing", "neither"})


def future(kind: str) -> str:
    """What the announcement of such an event is: of cooperation a promise, of material conflict a threat."""
    if kind in COOPERATION:
        return "AGREE"
    return "THREATEN" if kind in MATERIAL_CONFLICT else kind


def in_context(sentence: Sentence, view: View, plain: Decision) -> Decision | None:
    """The event as its verb group puts it."""
    group = view.group
    kind = plain.type
    modal = group.modal
    if modal in ("would", "could") and _if_follows(sentence, view):
        return plain._replace(
            act=plain.act or kind,
            type=future(kind),
            label=_future_label(kind, plain.label),
            status="hypothetical",
        )
    perfect = bool(modal) and any(
        t.lemma == "have" and t.tag == "AUX" for t in sentence.tokens[group.first : group.head]
    )
    if modal == "would" and reported(sentence, view.index) is not None:
        modal = "will"
    if modal in ("will", "shall", "'ll") and not perfect:
        if group.negated:
            if kind in COOPERATION:
                return plain._replace(act=plain.act or kind, type="REJECT", label="rejection")
            return plain._replace(status="denied")
        return plain._replace(
            act=plain.act or kind, type=future(kind), label=_future_label(kind, plain.label), status="planned"
        )
    if modal in ("must", "should", "ought"):
        if kind != "OTHER" and reported(sentence, view.index) is not None:
            return plain._replace(act=plain.act or kind, type="REQUEST", label="demand", demanded=True)
        return plain._replace(status="hypothetical", weak=True)
    if modal in ("would", "could", "may", "might"):
        if perfect and modal in ("may", "might"):
            return plain._replace(status="hypothetical")
        if kind in MATERIAL_CONFLICT and modal in ("may", "might", "could"):
            return plain._replace(act=plain.act or kind, type="THREATEN", label="threat", status="hypothetical")
        return plain._replace(status="hypothetical")
    if group.negated or _none(sentence, view):
        if kind in COOPERATION and not group.passive:
            return plain._replace(act=plain.act or kind, type="REJECT", label="rejection")
        return plain._replace(status="denied")
    if plain.status == "happened" and plain.type != "OTHER" and _progressive(sentence, view):
        return plain._replace(status="ongoing")
    return plain


def _if_follows(sentence: Sentence, view: View) -> bool:
    """Whether the clause hangs on a condition: "would attack if the talks failed"."""
    tokens = sentence.tokens[view.group.last : view.group.last + 14]
    return any(t.low in ("if", "unless", "should") and t.tag in ("SUB", "MODAL") for t in tokens)


def _none(sentence: Sentence, view: View) -> bool:
    """Whether the object is none: "no agreement was reached", "reached no agreement"."""
    return view.object is not None and sentence.tokens[sentence.phrases[view.object].first].low in NONE


def _future_label(kind: str, label: str) -> str:
    if kind in COOPERATION:
        return "promise"
    return "threat" if kind in MATERIAL_CONFLICT else label


def _progressive(sentence: Sentence, view: View) -> bool:
    group = view.group
    return group.finite and sentence.tokens[group.head].form == "ing"
