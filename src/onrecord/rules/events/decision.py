"""What a verb reports, before its roles are filled, and which verb of saying it hangs on."""

from typing import NamedTuple

from onrecord.records import Status
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.views import Sentence, View

SAY = words_of(
    """say announce report confirm claim tell add state declare reveal disclose indicate note write tweet insist believe
    think acknowledge suggest show explain stress reiterate assert maintain argue predict warn admit learn hear know
    understand estimate conclude"""
)


class Decision(NamedTuple):
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
    act: str = ""
    """The type of the act itself, where the event is a promise, threat, refusal or demand of it."""
    demanded: bool = False
    """Whether a speaker demands it ("said that Iran must withdraw"): the speaker acts, the subject is acted upon."""
    weak: bool = False
    """Whether it has no place beside a surer event of the same sentence."""
    chain: tuple[View, ...] = ()
    """The verbs between `view` and `content`."""


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
