"""Whether a deed is denied, alleged or only wished for by the words that it hangs on.

"denied that it had shelled the hospital", "cleared of poisoning a rival", "accused of bombing the bank", "hopes to
capture the town": the verb that names the deed says nothing of it by itself, so its frame takes it for done.
"""

from onrecord.records import Status
from onrecord.rules.events.lexicon import words_of
from onrecord.rules.events.views import Sentence
from onrecord.rules.syntax.types import VerbGroup

DENYING = words_of("deny refute rebut dispute disprove debunk")
"""Verbs that say of what follows that it is not so."""
TURNING_DOWN = DENYING | words_of("reject dismiss repudiate")
"""Verbs that say so of a claim: "rejected claims that ..."."""
DEMANDING = words_of("demand urge ask order recommend request insist suggest propose advise")
"""Verbs whose clause names what shall be done: "demanded that the director be dismissed"."""
CLAIMS = words_of(
    """claim claims report reports allegation allegations accusation accusations charge charges suggestion suggestions
    rumour rumours rumor rumors assertion assertions evidence proof"""
)
CLEARED = words_of("cleared acquitted exonerated innocent absolved")
ACCUSED = words_of(
    """accused suspected guilty suspicion charged charges charge allegations allegation accusations accusation indicted
    accuse accuses accusing suspect suspects count counts wanted tried trial investigated"""
)
GERUNDS = words_of("of with for over")
"""Prepositions between an accusation and the deed."""
WISHING = words_of("want wish hope need like love prefer desire dream long yearn crave expect aspire hesitate")
WISHES = words_of(
    """plan plans bid offer offers refusal proposal call calls demand demands request requests threat threats hope hopes
    desire wish intention reluctance inability failure right need pressure"""
)
"""Nouns whose infinitive is no deed: "the plan to bomb the port"."""
ADJECTIVES = 3
"""So many words may stand before the claims that are denied: "denied recent media reports"."""
_INTRODUCING = TURNING_DOWN | DEMANDING
NEAR = 8
"""So many words may stand between an accusation or wish and its deed."""


def standing(sentence: Sentence, index: int, status: Status) -> Status:
    """What becomes of the status of the event that verb group `index` reports."""
    group = sentence.groups[index]
    if group.finite:
        return _reported(sentence, index, status)
    if status != "happened" or not group.first:
        return status
    if sentence.tokens[group.head].form == "ing":
        return _accused(sentence, group, status)
    if sentence.tokens[group.first].tag == "TO" or sentence.tokens[group.first - 1].tag == "TO":
        return _wished(sentence, index, status)
    return status


def _reported(sentence: Sentence, index: int, status: Status) -> Status:
    """Of a finite clause: denied where it is the content of a denial, hypothetical where it is that of a demand."""
    groups, tokens, group = sentence.groups, sentence.tokens, sentence.groups[index]
    if group.subject is None or not (
        any(g.lemma in _INTRODUCING for g in groups[:index]) or "evidence" in sentence.words
    ):
        return status
    start = min(sentence.phrases[group.subject].first, group.first)
    that = bool(start) and tokens[start - 1].low == "that"
    start -= that
    claims = start - 1
    while claims > 0 and tokens[claims].low not in CLAIMS and tokens[claims].tag == "NAME":
        claims -= 1
    said = that and claims > 0 and tokens[claims].low in CLAIMS
    if said:
        if claims and tokens[claims - 1].low == "no":
            return "denied"  # "there is no evidence that"
        over = sentence.over(claims)
        start = sentence.phrases[over].first if over is not None else claims
    verbs = TURNING_DOWN if said else DENYING
    for before in groups[:index]:
        reach = start - before.last
        if (reach == 0 or (said and 0 < reach <= ADJECTIVES)) and before.lemma in verbs:
            negated = before.negated or group.negated or before.subject is None
            return status if negated and not before.passive else "denied"
        if reach == 0 and that and before.lemma in DEMANDING and tokens[group.first].form == "base":
            return "hypothetical"
    return status


def _accused(sentence: Sentence, group: VerbGroup, status: Status) -> Status:
    """Of a gerund: denied after "cleared of", alleged after "accused of", "on suspicion of", "charged with"."""
    tokens = sentence.tokens
    k = group.first - 1
    if tokens[k].low not in GERUNDS:
        return status
    for j in range(k - 1, max(k - NEAR, -1), -1):
        low = tokens[j].low
        if low in CLEARED:
            return "denied"
        if low == "guilty":
            return "denied" if j and tokens[j - 1].tag == "NEG" else status
        if low in ACCUSED:
            return "hypothetical"
        if tokens[j].tag in ("PUNCT", "SUB", "WH", "AUX"):
            break
    return status


def _wished(sentence: Sentence, index: int, status: Status) -> Status:
    """Of an infinitive: hypothetical where somebody wants, hopes for or needs it, or plans it; planned if expected."""
    tokens, group = sentence.tokens, sentence.groups[index]
    if any(t.lemma == "have" and t.tag == "AUX" for t in tokens[group.first : group.head]):
        return status
    start = group.first if tokens[group.first].tag == "TO" else group.first - 1
    if tokens[start - 1].low in WISHES and tokens[start - 1].tag == "NOUN":
        return "hypothetical"
    before = sentence.groups[index - 1] if index else None
    if before is None or before.lemma not in WISHING or not 0 <= start - before.last <= NEAR:
        return status
    if any(t.tag in ("PUNCT", "SUB", "WH") for t in tokens[before.last : start]):
        return status
    return "planned" if before.lemma == "expect" and before.passive and not before.negated else "hypothetical"
