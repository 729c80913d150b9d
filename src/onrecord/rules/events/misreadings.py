"""Frames that fit a verb by the letter and not by the sense.

"called the minister a guest" is no telephone call, "opening the case, the prosecutor said" no new charge, a striker who
"struck twice" neither an attack nor a strike.
"""

from onrecord.rules.events.lexicon import Frame, words_of
from onrecord.rules.events.views import Sentence, View

SPORT = words_of(
    """goal goals half half-time minute minutes header penalty equaliser equalizer equalised equalized striker
    winger midfielder goalkeeper keeper league cup pitch substitute beat beats win wins draw innings wicket wickets
    homer inning scored hat-trick twice"""
)
NAMES = frozenset({"DET", "ADJ", "OPEN", "NOUN"})
OWN = frozenset({"this", "last", "next", "every", "that", "earlier", "late", "early", "yesterday", "today"})
"""Words that open a time: "called the minister [last week]"."""


def misread(sentence: Sentence, view: View, frame: Frame) -> bool:
    """Whether the frame is to be left alone."""
    match view.lemma:
        case "call":
            return frame.type == "CONSULT" and _names(sentence, view)
        case "fight":
            return frame.type == "ASSAULT" and view.object is not None and _thing(sentence, view.object)
        case "strike":
            return (
                frame.type in ("PROTEST", "ASSAULT") and _one(sentence, view) and not sentence.words.isdisjoint(SPORT)
            )
        case "open":
            return frame.type == "ACCUSE" and view.head == "case" and _known(sentence, view)
    return False


def _names(sentence: Sentence, view: View) -> bool:
    """Whether what somebody is called follows the object: "called the minister [a guest]"."""
    if view.object is None or view.group.passive:
        return False
    tokens, last = sentence.tokens, sentence.apposed(view.object)
    if last >= len(tokens) or tokens[last].tag not in NAMES or tokens[last].low in OWN:
        return False
    phrase = sentence.phrase_at.get(last)
    return phrase is None or not sentence.is_time(phrase)


def _thing(sentence: Sentence, k: int) -> bool:
    """Whether a phrase is a pronoun for a thing: "has fought [it] since January"."""
    return sentence.tokens[sentence.phrases[k].head].low in ("it", "this", "that")


def _one(sentence: Sentence, view: View) -> bool:
    """Whether the subject is one person by name or pronoun, who alone holds no strike."""
    if view.subject is None:
        return False
    return sentence.phrases[view.subject].kind != "noun" and not sentence.joined(view.subject)


def _known(sentence: Sentence, view: View) -> bool:
    """Whether the object is one that is under way: "opening [the] case"."""
    return view.object is not None and sentence.tokens[sentence.phrases[view.object].first].low == "the"
