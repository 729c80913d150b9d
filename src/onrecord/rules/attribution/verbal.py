"""Attributions whose cue is a verb: said that, promised to, condemned the, warned of, was accused of."""

from onrecord.records import Span
from onrecord.rules.attribution.borrowed import (
    ADVERBIAL,
    borrowed_source,
    is_adverbial,
    modified,
    reporting_subject,
    shared,
    subject_before,
)
from onrecord.rules.attribution.circumstances import Circumstances
from onrecord.rules.attribution.complements import find_complement
from onrecord.rules.attribution.cues import Cue, Cues
from onrecord.rules.attribution.deeds import is_deed
from onrecord.rules.attribution.extents import content_end
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.passive import find_passive
from onrecord.rules.attribution.sources import phrase_extent, source_span
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import VerbGroup

DOCUMENTS = words_of("documents")
INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
UNREAL = frozenset({"can", "could", "may", "might", "must", "should", "shall"})
"""Modals under which an attitude or an act of speech is only thought of ("could support the plan")."""
ADJUNCTS = frozenset({"in", "on", "at", "during", "after", "before", "until", "since", "amid", "despite", "through"})
BELONGING = frozenset({"as", "for", "of", "from"})
"""Prepositions that say more of the one somebody is for or against ("sees him as a friend", "those of the north")."""
CLAUSES = frozenset({"when", "while", "because", "if"})
OPENING = frozenset({"DET", "POSS"})
WHEN = frozenset({"when", "while", "because", "since", "until", "after", "before", "as"})
"""What begins an adverbial of the cue's own clause after its object."""
PLACING = frozenset({"in", "on", "at", "through", "via"})
TIMES = words_of("times")
VENUES = words_of("venues")
CHARGING = frozenset({"of", "for", "like", "without"})
RAISING = frozenset({"seem", "appear", "tend", "continue", "begin", "start", "come"})
CLAUSAL_MARKS = frozenset({"speech", "writing", "belief"})
NAMES = frozenset({"call", "consider", "deem", "term", "dub", "label", "brand"})
NAMING = frozenset({"obj", "objas", "pass", "passas"})
NOBODY = frozenset({"nobody", "none", "neither", "no", "no-one"})
RELATIVES = frozenset({"which", "who", "whom", "that", "what"})


def find_cue(line: Line, g: VerbGroup, cues: Cues) -> tuple[Cue, int] | None:
    """The lexicon line of a verb group, and the token after the cue."""
    if g.particle:
        cue = cues.verbs.get(f"{g.lemma} {g.particle}")
        if cue is not None:
            return cue, g.last
    following = line.lows[g.last] if g.lemma in cues.longer else ""
    if following:
        cue = cues.verbs.get(f"{g.lemma} {following}")
        if cue is not None:
            return cue, g.last + 1
    cue = cues.verbs.get(g.lemma)
    if cue is None or (g.lemma == "call" and names(line, g)):
        return None
    return cue, g.last


def names(line: Line, g: VerbGroup) -> bool:
    """Whether "call" gives something its name or rings somebody up ("a group called ...", "called Ann on Monday")."""
    if g.first and g.first == g.head and line.tokens[g.head].form == "past" and line.tags[g.first - 1] == "NOUN":
        first = next((p.first for p in line.phrases if p.last == g.first), g.first)
        if line.lows[first] in INDEFINITE:
            return line.tags[g.last] in ("NAME", "OPEN")
    k = line.phrase_at.get(g.last)
    if k is None or g.passive or line.phrases[k].kind != "name":
        return False
    after = line.tags[line.phrases[k].last]
    return after in ("PREP", "TO", "PUNCT", "ADV", "CONJ", "") and line.lows[line.phrases[k].last] != "as"


def find_verbal(line: Line, k: int, cues: Cues, text: str) -> Attribution | None:
    """The attribution that group k makes with a complement of its own, quotations apart."""
    g = line.groups[k]
    found = find_cue(line, g, cues)
    if found is None:
        return None
    cue, after = found
    if g.passive:
        return find_passive(line, k, cue, after, cues, text)
    if g.subject is not None and line.phrases[g.subject].first >= g.last:
        return None  # "said Trump": the subject stands after the verb, the content before it
    if is_idle(line, k):
        return None
    complement = find_complement(line, k, cue, after, text)
    if complement is None:
        return find_relative(line, k, cue, after, cues)
    frame, start, cue_end, passed = complement
    if frame == "that" and line.lows[line.phrase_end(start)] == "and" and is_deed(line, k, cue.lemma, start):
        return None  # "had conceded a great deal and the union had won"
    if start >= len(line.tokens) or (g.modal in UNREAL and frame != "that"):
        return None
    end = content_end(line, start, k, "that" if frame == "that" else frame, cues)
    if frame in ("object", "preposition"):
        if cue.mark == "attitude":
            end = named_end(line, start, end)
        end = object_end(line, start, end)
    content = line.span(start, end)
    if frame == "objto" and passed is not None and passed.addressee:
        content = Span(passed.addressee[0].start, content.end)  # "urged voters to wait": that the voters wait
    if frame == "object" and cue.lemma in NAMES and (relative := relative_object(line, g)) is not None:
        return attribution(line, k, cue, frame, (relative, content), cue_end, passed)
    return attribution(line, k, cue, frame, (content,), cue_end, passed)


def is_span(line: Line, k: int, subject: int) -> bool:
    """Whether a length of time is all that could speak, which says nothing: "has spent [months] negotiating"."""
    if line.phrases[subject].kind != "noun" or document_issuer(line, k) is not None:
        return False
    other = is_adverbial(line, subject) and subject_before(line, k)
    return not (modified(line, k) or reporting_subject(line, k) or other)


def relative_object(line: Line, g: VerbGroup) -> Span | None:
    """The "which" or "what" that a group with a subject after it has for its object: "what he called a palace"."""
    if g.subject is None:
        return None
    first = line.phrases[g.subject].first
    if not 0 < first < g.first or line.tags[first - 1] != "WH" or line.lows[first - 1] not in ("which", "what"):
        return None
    return line.span(first - 1, first)


def named_end(line: Line, start: int, end: int) -> int:
    """Where the name or pronoun that somebody is for or against ends: when, where, why or by how much is no part of it
    ("endorsed Lee in November", "backed him a few days earlier"), nor who that is ("endorsed Lee, a sign of unity")."""
    p = line.phrase_at.get(start)
    if p is None or line.phrases[p].kind == "noun":
        return end
    last = line.phrases[p].last
    tag, low = line.tags[last], line.lows[last]
    if line.tags[start] == "PRON" and tag in ("PREP", "ADV", "TO"):
        return end if low in BELONGING else min(last, end)
    after = line.phrase_at.get(last)
    told = after is not None and line.tokens[line.phrases[after].head].low in TIMES
    aside = low == "," and line.tags[last + 1] in OPENING and all(line.tags[i] != "CONJ" for i in range(last, end))
    adjunct = low in CLAUSES or tag == "NUM" or (tag == "PREP" and low in ADJUNCTS)
    return min(last, end) if told or aside or adjunct else end


def object_end(line: Line, start: int, end: int) -> int:
    """Where the thing that is spoken of ends: when and where it was spoken of comes after it ("mocked the plan when she
    took the stage", "confirmed the visit in an interview")."""
    last = line.phrase_end(start)
    if not start < last < end or line.lows[start] == "that":
        return end
    low = line.lows[last]
    if low in WHEN:
        return last if low not in ("as", "before") or line.subjects.get(last + 1) is not None else end
    p = line.phrase_at.get(last + 1)
    held = low in PLACING and p is not None and line.tokens[line.phrases[p].head].low in VENUES
    if not held and low != "during":
        return end
    described = any(line.lows[j] == "as" for j in range(last, end))  # "described it in an interview as a trap"
    return end if described else last


def find_relative(line: Line, k: int, cue: Cue, after: int, cues: Cues) -> Attribution | None:
    """Read "the letters, which she said were hers": the relative and what follows the cue are the content."""
    g = line.groups[k]
    if g.subject is None or not g.finite:
        return None
    p = line.phrases[g.subject]
    relative = relative_object(line, g)
    if relative is not None:
        if line.lows[after] == "as" and not cue.frames.isdisjoint(NAMING) and line.tags[after + 1] not in ("PUNCT", ""):
            end = content_end(line, after, k, "object", cues)
            following = line.groups[k + 1].first if k + 1 < len(line.groups) else end
            rest = line.span(after, min(end, following) if line.tags[following - 1] != "WH" else end)
            return attribution(line, k, cue, "object", (relative, rest), after, None)
        if "obj" in cue.frames and cue.mark != "knowledge" and line.tags[after] in ("PUNCT", ""):
            return attribution(line, k, cue, "object", (relative,), after, None)
    if "that" not in cue.frames or cue.mark not in CLAUSAL_MARKS:
        return None
    i = line.skip_adverbs(after)
    if line.group_from(after) is None or not tensed(line, i) or p.first == 0:
        return None
    if line.lows[p.first - 1] in RELATIVES:
        relative = line.span(p.first - 1, p.first)
    elif (
        line.tags[p.first] == "PRON"
        and (told := next((q for q in line.phrases if q.last == p.first), None)) is not None
    ):
        relative = line.span(told.first, told.last)  # "a gift he knew would please her"
    else:
        return None
    rest = line.span(after, content_end(line, after, k, "that", cues))
    return attribution(line, k, cue, "that", (relative, rest), after, None)


def tensed(line: Line, i: int) -> bool:
    """Whether a verb that can be a clause's own begins at token i; after a verb it may be taken for its participle."""
    k = line.group_at.get(i)
    if line.tags[i] in ("AUX", "MODAL"):
        return line.tokens[i].form in ("past", "s", "") or line.lows[i] in ("are", "have", "do")
    return line.tags[i] == "VERB" and (
        line.tokens[i].form in ("past", "s") or (k is not None and line.groups[k].finite)
    )


def attribution(
    line: Line, k: int, cue: Cue, frame: str, content: tuple[Span, ...], cue_end: int, passed: Circumstances | None
) -> Attribution:
    """The attribution of a verb group with its source."""
    g = line.groups[k]
    source: tuple[Span, ...] = ()
    cue_first, negated = g.first, g.negated
    if not g.finite and line.tokens[g.head].form == "ing":
        issuer = document_issuer(line, k)
        if issuer is not None:
            cue_first = line.groups[issuer].first
            source = (source_span(line, line.groups[issuer].subject or 0),)
        else:
            source = modified(line, k) or reporting_subject(line, k)
    if g.subject is not None:
        p = line.phrases[g.subject]
        first, head = line.lows[p.first], line.lows[p.head]
        negated = negated or first in NOBODY or head in NOBODY  # "nobody said that", "no minister has said that"
        if source:
            pass
        elif p.first >= g.last:
            source = (line.span(p.first, max(phrase_extent(line, p.first), p.last)),)
        elif head in ADVERBIAL and is_adverbial(line, g.subject):
            source = subject_before(line, k)
        elif line.tags[g.first - 1] in ("CONJ", "ADV"):
            source = shared(line, k)
        source = source or (source_span(line, g.subject),)
    else:
        source = source or borrowed_source(line, k)
    made = Attribution(
        content, (line.span(cue_first, cue_end),), source, cue.lemma, frame, cue.mark, cue.modality, negated,
        infinitive=unreal(line, k), trace=f"{frame} {cue.line}",
    )  # fmt: skip
    if passed is not None:
        made.said, made.venue, made.addressee = passed.said, passed.venue, passed.addressee
    return made


def unreal(line: Line, k: int) -> bool:
    """Whether a cue is only thought of or laid to somebody's charge: "is to say that", "accused her of saying that"."""
    g = line.groups[k]
    if line.tokens[g.first].tag == "TO":
        return not raised(line, k)
    gerund = not g.finite and line.tokens[g.head].form == "ing"
    return (not g.finite and g.modal != "") or (gerund and line.lows[g.first - 1] in CHARGING)


def is_noun(line: Line, k: int) -> bool:
    """Whether a plural was taken for a verb without subject: "he liked the east, remarks that were often quoted"."""
    g = line.groups[k]
    alone = g.finite and g.first == g.head and line.tokens[g.head].form == "s"
    return alone and line.tags[g.first - 1] == "PUNCT" and not borrowed_source(line, k)


def raised(line: Line, k: int) -> bool:
    """Whether the infinitive of group k is what its subject does all the same: "seems to support the plan"."""
    if k == 0:
        return False
    before = line.groups[k - 1]
    return before.finite and not before.modal and before.last == line.groups[k].first and before.lemma in RAISING


def is_idle(line: Line, k: int) -> bool:
    """Whether nobody stands behind a cue: the reader is addressed ("Do you support ...?"), or "it is hard to say"; or
    it is no verb, or its subject a length of time."""
    g = line.groups[k]
    if g.subject is None:
        return is_noun(line, k)
    low = line.lows[line.phrases[g.subject].head]
    if low == "you":
        return line.within[g.first] < 0
    if low == "it" or low == "there":
        return line.tags[g.first] == "TO"
    return low in TIMES and is_span(line, k, g.subject)


def document_issuer(line: Line, k: int) -> int | None:
    """The group that puts out the paper in whose name group k speaks: "issued a statement saying"."""
    g = line.groups[k]
    if g.finite or g.subject is None or line.tokens[g.head].form != "ing":
        return None
    if line.tokens[line.phrases[g.subject].head].low not in DOCUMENTS:
        return None
    for j in range(k - 1, max(k - 4, -1), -1):
        other = line.groups[j]
        if other.object == g.subject and other.subject is not None and line.phrases[other.subject].first < other.first:
            return j
    return None
