"""Which frame of the lexicon fits a verb as it stands in its sentence."""

from onrecord.rules.events.lexicon import Frame, Test, words_of
from onrecord.rules.events.objects import UNCHANGED
from onrecord.rules.events.views import Sentence, View

NOUNISH = frozenset({"rebels", "militants", "strikes", "means", "talks", "ties"})
PLURALS = words_of("they we you i people police who that which all some many most both")


def no_verb(sentence: Sentence, view: View) -> bool:
    """Whether the word is a noun or adjective after all: "the Houthi rebels", "free rein"."""
    group = view.group
    token = sentence.tokens[group.head]
    if group.first != group.head:
        return False
    if token.form == "s":
        return token.low in NOUNISH
    if token.form != "base" or not group.finite or group.subject is None or token.low in UNCHANGED:
        return False
    subject = sentence.tokens[sentence.phrases[group.subject].head]
    plural = subject.low.endswith("s") or subject.low in PLURALS or sentence.joined(group.subject)
    return not plural and token.text.islower()


def fitting(sentence: Sentence, view: View) -> Frame | None:
    """The most specific frame of the verb whose conditions all hold."""
    frames = sentence.lexicon.verbs.get(view.lemma)
    if frames is None:
        return None
    # In "refused a request to go" the infinitive is the request's, in "declared its readiness to go" the verb's own.
    own = view.object is None or view.group.passive or "willingness" in view.heads
    for frame in frames:
        if own or frame.type not in ("refuse", "promise", "threaten"):
            for test in frame.tests:
                if not _holds(sentence, view, test):
                    break
            else:
                return frame
    return None


def _holds(sentence: Sentence, view: View, test: Test) -> bool:
    match test.kind:  # the most frequent first
        case "class":
            return not view.heads.isdisjoint(test.classes)
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
        case "agent":
            return view.subject is not None and not test.classes.isdisjoint(
                sentence.kind_of(sentence.antecedent(view.subject))[1]
            )
        case "word":
            return test.word in view.words
    return False
