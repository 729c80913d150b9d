"""Attributions whose cue is a verb: said that, promised to, condemned the, warned of, was accused of."""

from onrecord.records import Span
from onrecord.rules.attribution.circumstances import Circumstances, read_circumstances
from onrecord.rules.attribution.cues import Cue, Cues
from onrecord.rules.attribution.extents import content_end, phrase_extent, source_span
from onrecord.rules.attribution.line import Line
from onrecord.rules.attribution.types import Attribution
from onrecord.rules.syntax.lexicon import words_of
from onrecord.rules.syntax.types import VerbGroup

ADDRESSED = frozenset({"objthat", "objto", "objon"})
CLAUSE_STARTS = frozenset({"whether", "if", "how", "why", "what", "who", "which", "because"})
ASKING = frozenset(
    {"ask", "wonder", "know", "decide", "explain", "question", "remember", "forget", "determine", "inquire"}
)
"""Verbs that take "when" and "where" questions; after others these words begin an adverbial ("he said when asked")."""
COMPLEMENTS = frozenset({"PREP", "TO", "SUB", "ADJ", "VERB"})
DOCUMENTS = words_of("documents")
UNREAL = frozenset({"can", "could", "may", "might", "must", "should", "shall"})
"""Modals under which an attitude or an act of speech is only thought of ("could support the plan")."""
ADDRESSING = frozenset({"tell", "ask", "promise", "warn", "show"})
"""Verbs that take the one spoken to as an object beside the content."""
PAIRED = {"objof": ("of",), "objfor": ("for",), "objwith": ("with",), "objas": ("as",), "objto": ("to",)}


def find_cue(line: Line, g: VerbGroup, cues: Cues) -> tuple[Cue, int] | None:
    """The lexicon line of a verb group, and the token after the cue."""
    if g.particle:
        cue = cues.verbs.get(f"{g.lemma} {g.particle}")
        if cue is not None:
            return cue, g.last
    following = line.low(g.last) if g.lemma in cues.longer else ""
    if following:
        cue = cues.verbs.get(f"{g.lemma} {following}")
        if cue is not None:
            return cue, g.last + 1
    cue = cues.verbs.get(g.lemma)
    if cue is None:
        return None
    return cue, g.last


def find_verbal(line: Line, k: int, cues: Cues, text: str) -> Attribution | None:
    """The attribution that group k makes with a complement of its own, quotations apart."""
    g = line.groups[k]
    found = find_cue(line, g, cues)
    if found is None:
        return None
    cue, after = found
    if g.passive:
        return find_passive(line, k, cue, after, cues)
    if g.subject is not None and line.phrases[g.subject].first >= g.last:
        return None  # "said Trump": the subject stands after the verb, the content before it
    if idle(line, k):
        return None
    complement = find_complement(line, k, cue, after, text)
    if complement is None:
        return None
    frame, start, cue_end, passed = complement
    if g.modal in UNREAL and frame != "that":
        return None
    end = content_end(line, start, k, "that" if frame == "that" else frame, cues)
    return attribution(line, k, cue, frame, (line.span(start, end),), cue_end, passed)


def attribution(
    line: Line, k: int, cue: Cue, frame: str, content: tuple[Span, ...], cue_end: int, passed: Circumstances | None
) -> Attribution:
    """The attribution of a verb group with its source."""
    g = line.groups[k]
    source: tuple[Span, ...] = ()
    cue_first = g.first
    issuer = document_issuer(line, k)
    if issuer is not None:
        cue_first = line.groups[issuer].first
        source = (source_span(line, line.groups[issuer].subject or 0),)
    elif g.subject is not None:
        p = line.phrases[g.subject]
        if p.first >= g.last:
            source = (line.span(p.first, max(phrase_extent(line, p.first), p.last)),)
        else:
            source = (source_span(line, g.subject),)
    made = Attribution(
        content,
        (line.span(cue_first, cue_end),),
        source,
        cue.lemma,
        frame,
        cue.mark,
        modality=cue.modality,
        negated=g.negated,
        infinitive=line.tokens[g.first].tag == "TO" or (not g.finite and g.modal != ""),
        trace=f"{frame} {cue.line}",
    )
    if passed is not None:
        made.said, made.venue, made.addressee = tuple(passed.said), passed.venue, passed.addressee
    return made


def idle(line: Line, k: int) -> bool:
    """Whether nobody stands behind a cue: the reader is addressed ("Do you support ...?"), or "it is hard to say"."""
    g = line.groups[k]
    if g.subject is None:
        return False
    low = line.tokens[line.phrases[g.subject].head].low
    if low == "you":
        return line.within[g.first] < 0
    return low in ("it", "there") and line.tokens[g.first].tag == "TO"


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


def find_complement(
    line: Line, k: int, cue: Cue, after: int, text: str
) -> tuple[str, int, int, Circumstances | None] | None:
    """Which frame a verb stands in: its name, the content's first token, the cue's end, and what stands between."""
    frames = cue.frames
    if line.low(after) == "there" and "that" in frames and line.tag(after + 1) in ("AUX", "MODAL"):
        return "that", after, after, None
    i = line.skip_adverbs(after)
    tag, low = line.tag(i), line.low(i)
    if not tag:
        return None
    if tag == "OPEN" and line.close.get(i) is not None:
        return None  # a quotation: the quotation rules have it
    if "thatonly" in frames and line.low(i) in ("that", "whether", "how") and begins_clause(line, i, k):
        return "that", i, after, None
    clausal = "that" in frames or "objthat" in frames
    addressing = bool(frames & ADDRESSED) or cue.lemma in ADDRESSING
    if clausal and (begins_clause(line, i, k) or ("obj" not in frames and not addressing and begins_bare(line, i, k))):
        return "that", i, after, None
    if tag == "TO":
        if "to" in frames:
            return "to", i, after, None
        return None
    if cue.prepositions and tag == "PREP" and low in cue.prepositions and line.tag(i + 1) not in ("PUNCT", ""):
        start = i + 1
        return "preposition", start, i + 1, None
    if clausal or frames & ADDRESSED:
        passed = read_circumstances(line, i, text, addressee=addressing, stop=cue.prepositions)
        if passed.at > i:
            j = passed.at
            if line.tag(j) == "PUNCT" and line.low(j) == "," and line.low(j + 1) == "that":
                j += 1
            if line.tag(j) == "OPEN" and line.close.get(j) is not None:
                return None
            if clausal and (begins_clause(line, j, k) or ("obj" not in frames and begins_bare(line, j, k))):
                return "that", j, after, passed
            if "objto" in frames and line.tag(j) == "TO" and passed.addressee:
                return "objto", j, after, passed
            if cue.prepositions and line.tag(j) == "PREP" and line.low(j) in cue.prepositions:
                return "preposition", j + 1, j + 1, passed
    if cue.prepositions and "obj" not in frames and line.phrase_at.get(i) is not None and frames & ADDRESSED:
        return None
    for frame, words in PAIRED.items():
        if frame in frames and line.phrase_at.get(i) is not None:
            j = line.phrase_end(i)
            if line.low(j) in words or frame in ("objof", "objfor"):
                return "object", i, after, None
    if "obj" in frames and begins_object(line, i):
        return "object", i, after, None
    return None


def begins_clause(line: Line, i: int, k: int) -> bool:
    """Whether a clause that can be content begins at token i."""
    low, tag = line.low(i), line.tag(i)
    if low == "that":
        return line.subjects.get(i) is not None or (tag in ("SUB", "WH") and finite_follows(line, i))
    if tag in ("SUB", "WH"):
        if low in ("when", "where"):
            return line.groups[k].lemma in ASKING
        return low in CLAUSE_STARTS
    s = line.subjects.get(i)
    if s is not None and s > k:
        return True
    if tag == "OPEN":
        return begins_clause(line, i + 1, k)
    return bool(low == "there" and line.tag(i + 1) in ("AUX", "MODAL"))


def begins_bare(line: Line, i: int, k: int) -> bool:
    """Whether a noun phrase at token i is the subject of a clause though its verb was not linked to it: after verbs
    that take no object, any finite verb that follows and has no subject further left is taken for its verb."""
    if line.tag(i) == "OPEN":
        i += 1
    if line.phrase_at.get(i) is None or line.tag(i) == "WH":
        return False
    for g in line.groups[k + 1 :]:
        if g.finite:
            return g.first > i and (g.subject is None or line.phrases[g.subject].first >= i)
    return False


def finite_follows(line: Line, i: int) -> bool:
    """Whether the first verb after a "that" is finite: a clause, unlike "reiterated that approach in ..."."""
    for g in line.groups:
        if g.first > i:
            return g.finite or line.tokens[g.first].tag == "TO" or line.tokens[g.first - 1].tag not in ("PUNCT", "PREP")
    return line.tag(i) == "SUB"


def begins_object(line: Line, i: int) -> bool:
    """Whether a noun phrase that can be content begins at token i."""
    if line.tag(i) == "OPEN":
        i += 1
    p = line.phrase_at.get(i)
    if p is None:
        return line.tokens[i].tag == "VERB" and line.tokens[i].form == "ing" if i < len(line.tokens) else False
    head = line.tokens[line.phrases[p].head]
    if head.low in ("himself", "herself", "themselves", "itself"):
        return True
    return True


def find_passive(line: Line, k: int, cue: Cue, after: int, cues: Cues) -> Attribution | None:
    """Read "was accused of fraud by the board": the subject and its rest are the content, the source follows "by"."""
    g = line.groups[k]
    frames = cue.frames
    if not any(f.startswith("pass") for f in frames) and "obj" not in frames:
        return None
    i = line.skip_adverbs(after)
    if ("that" in frames or frames & ADDRESSED) and line.low(i) == "that" and begins_clause(line, i, k):
        # "It was reported that", "Passengers were told that": nobody is named who says so
        clause = line.span(i, content_end(line, i, k, "that", cues))
        return Attribution(
            (clause,), (line.span(g.first, after),), (), cue.lemma, "passive", cue.mark, cue.modality, g.negated,
            trace=f"passive that {cue.line}",
        )  # fmt: skip
    source: tuple[Span, ...] = ()
    rest: tuple[Span, ...] = ()
    frame = "passive"
    by = i if line.low(i) == "by" else -1
    if by < 0:
        complete = line.tag(i) not in COMPLEMENTS and line.phrase_at.get(i) is None
        if complete and "pass" not in frames:
            return None
        end = content_end(line, i, k, "object", cues) if line.tag(i) not in ("PUNCT", "") else i
        for j in range(i, end):
            if line.low(j) == "by" and line.phrase_at.get(j + 1) is not None and j > i:
                by, end = j, j
                break
        if end > i:
            rest = (line.span(i, end),)
    if by >= 0:
        if line.phrase_at.get(by + 1) is None:
            return None
        stop = phrase_extent(line, by + 1)
        source = (line.span(by + 1, stop),)
        if not rest and stop < len(line.tokens) and line.tag(stop) in ("PREP", "TO"):
            rest = (line.span(stop, content_end(line, stop, k, "object", cues)),)
    elif "pass" not in frames and "passto" not in frames and "passas" not in frames:
        return None
    if "passto" in frames and "pass" not in frames and by < 0 and line.tag(i) != "TO":
        return None
    if g.subject is None:
        return None
    content = (source_span(line, g.subject), *rest)
    return Attribution(
        content, (line.span(g.first, after),), source, cue.lemma, frame, cue.mark, cue.modality, g.negated,
        trace=f"{frame} {cue.line}",
    )  # fmt: skip
