"""What is said of an issue: "this law is a disgrace", "called it dangerous", "will have none of it"."""

from onrecord.records import Span
from onrecord.rules.positions.extents import span_of
from onrecord.rules.positions.hits import Hit, Polarity
from onrecord.rules.positions.lexicon import stances
from onrecord.rules.positions.sentence import Sentence
from onrecord.rules.syntax.types import NounPhrase

Found = tuple[Polarity, Span | None, list[int], str]
"""Polarity, target, the verb groups used, and which line said so."""
LEADING = frozenset({"a", "an", "the", "as", "to", "be", "being"})
JUDGING = frozenset(
    {"call", "describe", "brand", "label", "deem", "consider", "find", "see", "regard", "view", "dub", "think"}
)
ANGERING = frozenset(
    {"anger", "infuriate", "enrage", "outrage", "dismay", "alarm", "horrify", "appal", "appall", "worry", "frighten"}
    | {"irk", "annoy", "upset", "rile", "incense", "disappoint"}
)
CHEERING = frozenset({"delight", "please", "thrill", "cheer", "hearten", "encourage", "reassure", "excite", "gratify"})
MOVING = dict.fromkeys(ANGERING, -1) | dict.fromkeys(("divide", "split"), 0) | dict.fromkeys(CHEERING, 1)
"""What an issue does to somebody who is for or against it."""
MATTERS = frozenset(
    {"verdict", "ruling", "appointment", "prospect", "closure", "sale", "merger", "visit", "choice", "cuts"}
)
OCCASIONS = frozenset({"day", "question", "time", "moment", "start", "morning", "place", "point"})
BARRED = (["out", "of", "the", "question"], ["not", "on", "the", "table"], ["not", "up", "for", "discussion"])
MANNERS = (
    dict.fromkeys(("coolly", "angrily", "furiously", "negatively", "badly", "sceptically", "coldly", "bitterly"), -1)
    | dict.fromkeys(("warmly", "positively", "favourably", "enthusiastically"), 1)
    | dict.fromkeys(("cautiously", "warily", "guardedly"), 0)
)
HARMING = frozenset({"could", "would", "will", "may", "might"})
ONLY = frozenset({"answer", "way", "solution", "option", "hope", "chance", "remedy"})
ISSUES = frozenset({"this", "that", "it", "these", "those"})


def judged(sentence: Sentence, number: int) -> Found | None:
    """`called it dangerous`, `described the plan as a disgrace`, `hailed the deal as historic`."""
    verb = sentence.verbs[number]
    if verb.lemma not in JUDGING or verb.passive or verb.negated:
        return None
    tokens = sentence.tokens
    n = sentence.phrase_at(verb.last)
    if n is None:
        return None
    phrase = sentence.phrases[n]
    good, bad = stances().good, stances().bad
    over = sentence.group_at(phrase.last)
    if over is not None and sentence.verbs[over].finite:
        return None  # "thinks the tunnel is a waste"
    if tokens[phrase.head].low in ("him", "her", "me", "us", "them", "nothing") or phrase.kind == "name":
        return None
    for k in range(verb.last + 1, min(phrase.last + 6, len(tokens))):
        token = tokens[k]
        if token.tag in ("PUNCT", "SUB", "WH") and token.low != ",":
            break
        if token.low in good or token.low in bad:
            end = k
            while end > verb.last + 1 and (tokens[end - 1].low in LEADING or tokens[end - 1].tag in ("ADV", "PUNCT")):
                end -= 1
            sign = 1 if token.low in good else -1
            return Polarity(sign, None), span_of(tokens, phrase.first, end), [number], f"{verb.lemma} {token.low}"
    return None


def none_of_it(sentence: Sentence, number: int) -> Found | None:
    """`will have none of it`."""
    verb = sentence.verbs[number]
    if verb.lemma != "have":
        return None
    ahead = sentence.tokens[verb.last : verb.last + 3]
    if [token.low for token in ahead[:2]] == ["nothing", "against"]:
        return Polarity(1, None), sentence.span_from(verb.last + 2), [number], "nothing against"
    if [token.low for token in ahead[:2]] == ["none", "of"] and len(ahead) == 3:
        return Polarity(-1, None), sentence.span_from(verb.last + 2), [number], "none of it"
    return None


def moved(sentence: Sentence, number: int) -> Found | None:
    """`the plan has angered farmers`, `the idea of arming teachers horrifies me`: the object is the holder."""
    verb = sentence.verbs[number]
    sign = MOVING.get(verb.lemma)
    if sign is None or verb.passive or verb.negated or verb.subject is None or verb.modal or not verb.finite:
        return None
    tokens = sentence.tokens
    subject = sentence.phrases[verb.subject]
    n = sentence.phrase_at(verb.last)
    low = tokens[subject.head].low
    if n is None or subject.kind != "noun" or low not in stances().issues | stances().carriers | MATTERS:
        return None
    target, turned = sentence.inner_target(subject.first, verb.first)
    return Polarity(-sign if turned else sign, None), target, [number], "moved"


def reacted(sentence: Sentence, number: int) -> Found | None:
    """`reacted coolly to the proposal`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.lemma not in ("react", "respond") or verb.negated or verb.last + 2 >= len(tokens):
        return None
    sign = MANNERS.get(tokens[verb.last].low, MANNERS.get(tokens[verb.head - 1].low))
    k = verb.last + (tokens[verb.last].low in MANNERS)
    if sign is None or tokens[k].low != "to":
        return None
    return Polarity(sign, None), sentence.span_from(k + 1), [number], "reacted"


def warned(sentence: Sentence, number: int) -> Found | None:
    """`warned that cutting rates could undo years of work`: whoever says so is against it."""
    verb = sentence.verbs[number]
    if verb.lemma != "warn" or verb.negated or verb.passive:
        return None
    tokens = sentence.tokens
    k = next((m for m in range(verb.last, min(verb.last + 4, len(tokens))) if tokens[m].low == "that"), verb.last - 1)
    k += 1
    nested = sentence.first_group_from(k)
    if nested is None:
        return None
    group, inner = sentence.verbs[nested], [number]
    if group.first == k and tokens[group.head].form == "ing":
        follow = sentence.first_group_from(group.last)
        while follow is not None and not sentence.verbs[follow].finite:
            follow = follow + 1 if follow + 1 < len(sentence.verbs) else None
        if follow is None:
            return None
        group = sentence.verbs[follow]
        inner.append(nested)
    else:
        n = sentence.phrase_at(k)
        if n is None or (tokens[sentence.phrases[n].head].low not in stances().issues and tokens[k].form != "ing"):
            return None
    if any(token.low == "otherwise" for token in tokens[group.first : group.head]):
        return None  # "that talks might otherwise go ahead without them": it is what they leave undone that harms
    if group.modal not in HARMING and group.lemma not in ("risk", "threaten"):
        return None
    sign = stances().effects.get(group.lemma, -1) if not group.negated else -1
    return Polarity(sign, None), span_of(tokens, k, group.first), inner, "warn that"


def verdict(sentence: Sentence, number: int) -> Hit | None:
    """`this law is a disgrace`, `the levy is a mistake`, `the plan is not acceptable`."""
    verb = sentence.verbs[number]
    head = sentence.tokens[verb.head].low
    said = verb.passive and (head in stances().good or head in stances().bad)
    if verb.head > verb.first + 1 and "right" in (each.low for each in sentence.tokens[verb.first : verb.head]):
        # "it is right to lift it", which reads as what is to come
        begin, right = sentence.tokens[verb.head], Span(verb.start, sentence.tokens[verb.head - 1].end)
        target = sentence.span_from(verb.head)
        return Hit(-1 if verb.negated else 1, right, (begin.start,), None, target, speaker=True, trace="right to")
    if (verb.lemma != "be" and not said) or not is_issue(sentence, verb.subject):
        return None
    tokens = sentence.tokens
    lex = stances()
    if verb.subject is not None and [each.low for each in tokens[verb.last : verb.last + 4]] in BARRED:
        subject = sentence.phrases[verb.subject]
        cue = Span(verb.start, tokens[verb.last + 3].end)
        target = Span(_with_gerund(sentence, subject), subject.end)
        sign = 1 if verb.negated else -1
        return Hit(sign, cue, (tokens[verb.head].start,), None, target, speaker=True, trace="out of the question")
    for k in range(verb.last - said, min(verb.last + 6, len(tokens))):
        token = tokens[k]
        if token.tag in ("PUNCT", "CLOSE", "SUB", "WH", "PREP"):
            break
        good = token.low in lex.good or (token.low in ONLY and tokens[k - 1].low in ("only", "the", "no"))
        if token.low == "right" and tokens[k - 1].tag == "POSS":
            continue  # "it is their right"
        if good and any(each.low in OCCASIONS for each in tokens[k + 1 : k + 3]):
            return None  # "this is a good day for patients"
        if good or token.low in lex.bad:
            sign = 1 if good else -1
            negative = verb.negated or any(
                each.low in ("no", "not", "hardly") for each in tokens[verb.last : min(k, verb.last + 2)]
            )
            if verb.subject is None:
                return None
            subject = sentence.phrases[verb.subject]
            low = tokens[subject.head].low
            target = Span(_with_gerund(sentence, subject), max(subject.end, subject.full_end))
            if low == "it" and (group := sentence.first_group_from(verb.last)) is not None:
                follow = sentence.verbs[group]
                if "to" in [each.low for each in tokens[follow.first : follow.head]]:
                    target = sentence.span_from(follow.head) or target
                    around = tokens[follow.first - 1 : follow.head]
                    negative ^= follow.negated or any(each.tag == "NEG" for each in around)  # "wrong not to help"
            if negative and not good and low in ISSUES and target.end == subject.end:
                return None  # "it isn't theft": what is no crime has nobody's support for that
            return Hit(
                -sign if negative else sign, Span(verb.start, token.end), (tokens[verb.head].start,), None, target,
                speaker=True, trace=f"verdict {token.low}",
            )  # fmt: skip
    return None


def effect(sentence: Sentence, number: int) -> Hit | None:
    """`the tax would hurt the poor`, `the bill goes too far`, `the plan deserves support`, `my answer is no`."""
    verb = sentence.verbs[number]
    tokens = sentence.tokens
    if verb.subject is None:
        return None
    subject = sentence.phrases[verb.subject]
    head = tokens[subject.head].low
    issue = head in stances().issues or (
        verb.modal == "would" and subject.kind == "noun" and tokens[subject.first].tag == "DET"
    )
    if not issue and not (verb.lemma == "be" and head == "answer"):
        return None
    after = sentence.skip_adverbs(verb.last)
    ahead = [token.low for token in tokens[after : after + 3]]
    cue = Span(verb.start, verb.end)
    heads = (tokens[verb.head].start,)
    if verb.lemma == "be" and head == "answer" and ahead[:1] in (["no"], ["yes"]):
        return Hit(1 if ahead[0] == "yes" else -1, cue, heads, None, None, speaker=True, trace="answer")
    if not issue:
        return None
    target = Span(_with_gerund(sentence, subject), max(subject.end, min(subject.full_end, verb.start - 1)))
    sign = stances().effects.get(verb.lemma)
    if verb.lemma == "go" and [t.low for t in tokens[verb.last : verb.last + 2]] == ["too", "far"]:
        sign = -1
    elif verb.lemma == "deserve" and not {"support", "backing", "praise", "chance", "approval"}.isdisjoint(ahead):
        sign = 1
    if sign is None or verb.passive:
        return None
    nobody = ahead[:1] in (["nobody"], ["no"], ["none"])
    return Hit(-sign if verb.negated ^ nobody else sign, cue, heads, None, target, speaker=True, trace="effect")


def _with_gerund(sentence: Sentence, subject: NounPhrase) -> int:
    """Where the subject begins, with a gerund it is the object of: "raising the fee would be wrong"."""
    over = sentence.group_over(subject.first - 1) if subject.first else None
    if over is None or sentence.verbs[over].finite or sentence.verbs[over].subject is not None:
        return subject.start
    head = sentence.tokens[sentence.verbs[over].head]
    return head.start if head.form == "ing" else subject.start


def is_issue(sentence: Sentence, subject: int | None) -> bool:
    """Whether a subject can be an issue: not a person, not a pronoun for one."""
    if subject is None:
        return False
    phrase = sentence.phrases[subject]
    head = sentence.tokens[phrase.head]
    if phrase.kind == "pronoun":
        return head.low in ISSUES
    return phrase.kind == "noun" or not head.text[0].isupper()
