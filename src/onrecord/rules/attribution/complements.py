"""Which complement a cue verb stands with: a clause, an infinitive, an object, a phrase with a preposition."""

from onrecord.rules.attribution.circumstances import Circumstances, read_circumstances
from onrecord.rules.attribution.cues import ADDRESSING, Cue
from onrecord.rules.attribution.deeds import is_deed
from onrecord.rules.attribution.line import Line
from onrecord.rules.syntax.lexicon import words_of

CLAUSE_STARTS = frozenset({"whether", "if", "how", "why", "what", "who", "which", "because"})
ASKING = frozenset(
    {"ask", "wonder", "know", "decide", "explain", "question", "remember", "forget", "determine", "inquire"}
)
"""Verbs that take "when" and "where" questions; after others these words begin an adverbial ("he said when asked")."""
CONTRASTING = frozenset({"although", "though", "while", "whereas"})
ANSWERS = frozenset({"yes", "no", "so", "otherwise"})
APPROXIMATE = frozenset({"about", "around", "over", "under", "more"})
STUDIES = frozenset(
    {"poll", "polls", "survey", "surveys", "study", "studies", "analysis", "report", "review", "investigation",
     "inquiry", "research", "paper", "audit", "census", "probe", "commission", "panel"}
)  # fmt: skip
PAIRED = {"objof": ("of",), "objfor": ("for",), "objwith": ("with",), "objas": ("as",), "objto": ("to",)}

TIMES = words_of("times")
INFINITIVAL = frozenset(
    {"bid", "effort", "efforts", "attempt", "attempts", "move", "order", "plan", "plans", "deal", "drive", "push",
     "chance", "opportunity", "way", "ways", "need", "right", "decision", "ability", "desire", "hope", "power", "rush",
     "race", "vote", "call", "calls", "request", "promise", "agreement", "position", "proposal", "campaign", "fight",
     "money", "willingness", "reason", "pressure", "authority", "struggle", "measures", "steps"}
)  # fmt: skip
"""Nouns that have an infinitive of their own ("agreed on a plan to end it")."""


def find_complement(
    line: Line, k: int, cue: Cue, after: int, text: str
) -> tuple[str, int, int, Circumstances | None] | None:
    """Which frame a verb stands in: its name, the content's first token, the cue's end, and what stands between."""
    frames, clausal = cue.frames, cue.clausal
    lows, tags = line.lows, line.tags
    if lows[after] == "there" and "that" in frames and tags[after + 1] in ("AUX", "MODAL"):
        return "that", after, after, None
    i = line.skip_adverbs(after) if tags[after] == "ADV" else after
    if i >= len(line.tokens):
        return None
    tag, low = tags[i], lows[i]
    if tag == "PUNCT" and i not in line.phrase_at:
        return after_comma(line, i, k, after) if low == "," and clausal else None
    if tag == "OPEN" and line.close.get(i) is not None:
        return None  # a quotation: the quotation rules have it
    if "thatonly" in frames and low in ("that", "whether", "how") and begins_clause(line, i, k):
        return "that", i, after, None
    addressed, addressing, bare = cue.addressed, cue.addressing, cue.bare
    if clausal and (begins_clause(line, i, k) or (bare and not addressing and begins_bare(line, i, k))):
        return "that", i, after, None
    if tag == "TO" or (tag == "NEG" and tags[i + 1] == "TO"):  # "promised not to strike"
        return ("to", i, after, None) if "to" in frames else None
    if "to" in frames and (passed := before_infinitive(line, i, text, cue)) is not None:
        return "to", passed.at, after, passed
    if cue.prepositions and tag == "PREP" and low in cue.prepositions and tags[i + 1] not in ("PUNCT", ""):
        start = i + 1
        return "preposition", start, i + 1, None
    if clausal or addressed:
        passed = read_circumstances(line, i, text, addressee=addressing, stop=cue.prepositions)
        if passed.at > i:
            j = passed.at
            if is_relative(line, j):
                return None  # "..., he told parliament in a speech that drew applause"
            if tags[j] == "PUNCT" and lows[j] == "," and lows[j + 1] == "that":
                j += 1
            if tags[j] == "OPEN" and line.close.get(j) is not None:
                return None
            if clausal and (begins_clause(line, j, k) or (bare and begins_bare(line, j, k))):
                return "that", j, after, passed
            infinitive = tags[j] == "TO" or (tags[j] == "NEG" and tags[j + 1] == "TO")
            if "objto" in frames and infinitive and passed.addressee:
                return "objto", j, after, passed
            if cue.prepositions and tags[j] == "PREP" and lows[j] in cue.prepositions:
                return "preposition", j + 1, j + 1, passed
    if cue.prepositions and "obj" not in frames and line.phrase_at.get(i) is not None and addressed:
        return None
    for frame, words in PAIRED.items() if i in line.phrase_at and not frames.isdisjoint(PAIRED) else ():
        if frame in frames:
            j = line.phrase_end(i)
            if frame == "objas":
                j = past_modifiers(line, j)
            if lows[j] in words or frame in ("objof", "objfor"):
                return "object", i, after, None
    if cue.lemma == "say" and says_word(line, i):
        return "object", i, after, None
    if "objdoc" in frames and begins_object(line, i) and is_study(line, k):
        return "object", i, after, None
    if "obj" in frames and begins_object(line, i) and not is_time(line, i) and not is_deed(line, k, cue.lemma, i):
        return "object", i, after, None
    return None


def after_comma(line: Line, i: int, k: int, after: int) -> tuple[str, int, int, None] | None:
    """The complement of a verb with a comma, at token i, before its clause."""
    if line.lows[i + 1] == "that" and begins_clause(line, i + 1, k):
        return "that", i + 1, after, None  # "He added, that it was late"
    if (j := past_aside(line, i)) and line.lows[j] == "that" and begins_clause(line, j, k):
        return "that", j, after, None  # "He said, among other things, that it was late"
    return None


def past_modifiers(line: Line, i: int) -> int:
    """The token after the prepositional phrases at token i that describe an object: "sees violence in the city as"."""
    while line.tags[i] == "PREP" and line.lows[i] != "as" and line.phrase_at.get(i + 1) is not None:
        i = line.phrase_end(i + 1)
    return i


def past_aside(line: Line, i: int) -> int:
    """The token after what two commas set in at token i, 0 where nothing short does: ", however,", ", per an aide,"."""
    if line.tags[i + 1] not in ("PREP", "ADV"):
        return 0
    for j in range(i + 2, i + 8):
        if line.lows[j] == ",":
            return j + 1
        if line.tags[j] not in ("PREP", "DET", "POSS", "ADJ", "NOUN", "NAME", "NUM", "ADV"):
            return 0
    return 0


def before_infinitive(line: Line, i: int, text: str, cue: Cue) -> Circumstances | None:
    """What stands between a verb and its infinitive: "agreed [on Friday] to end it", "vowed [in a speech] to fight"."""
    # "promised the bank to pay", but not "wants Lee to go"
    addressee = cue.lemma in ADDRESSING and "objto" not in cue.frames
    if line.tags[i] == "PREP":
        governed = line.lows[i] in cue.prepositions and not is_time(line, i + 1)  # "voted against a bill to end it"
    else:
        governed = not is_time(line, i) and not (addressee and line.phrase_at.get(i) is not None)
    if governed:
        return None
    passed = read_circumstances(line, i, text, addressee=addressee)
    j = passed.at
    if j == i or line.lows[j - 1] in INFINITIVAL:
        return None
    return passed if line.tags[j] == "TO" or (line.tags[j] == "NEG" and line.tags[j + 1] == "TO") else None


def is_relative(line: Line, i: int) -> bool:
    """Whether a relative clause begins at token i with its pronoun for a subject: "a speech that drew applause"."""
    if line.tags[i] != "WH" or line.lows[i] not in ("that", "which"):
        return False
    j = line.skip_adverbs(i + 1)
    return line.tags[j] in ("VERB", "AUX", "MODAL") and line.lows[i - 1] != ","


def says_word(line: Line, i: int) -> bool:
    """Whether what is said at token i is one word for it: "said yes", "said the same of the mayor"."""
    if line.lows[i] == "the" and line.lows[i + 1] in ("same", "opposite"):
        return True
    return line.lows[i] in ANSWERS and line.tags[i + 1] in ("PUNCT", "PREP", "CONJ", "ADV", "SUB", "")


def begins_clause(line: Line, i: int, k: int) -> bool:
    """Whether a clause that can be content begins at token i."""
    low, tag = line.lows[i], line.tags[i]
    if low == "that":
        pronoun = tag == "PRON" and line.tags[i + 1] in ("AUX", "MODAL")  # "say that would help"
        return pronoun or line.subjects.get(i) is not None or (tag in ("SUB", "WH") and finite_follows(line, i))
    if tag in ("SUB", "WH"):
        if low in ("when", "where"):
            return line.groups[k].lemma in ASKING
        return low in CLAUSE_STARTS
    s = line.subjects.get(i)
    if s is not None and s > k:
        return not after_quotation(line, k)  # "...," he told Radio Four in a talk recorded in May
    if tag == "OPEN":
        return begins_clause(line, i + 1, k)
    return bool(low == "there" and line.tags[i + 1] in ("AUX", "MODAL"))


def begins_bare(line: Line, i: int, k: int) -> bool:
    """Whether a noun phrase at token i is the subject of a clause though its verb was not linked to it: after verbs
    that take no object, any finite verb that follows and has no subject further left is taken for its verb."""
    if line.tags[i] == "OPEN":
        i += 1
    if line.tags[i] == "WH" or not (line.phrase_at.get(i) is not None or begins_otherwise(line, i)):
        return False
    if is_time(line, i) or after_quotation(line, k):
        return False  # "...," she said Sunday on "Meet the Press"
    for g in line.groups[k + 1 :]:
        if g.finite and g.first > i:
            if g.subject is None or line.phrases[g.subject].first >= i:
                return True
            # "said they, too, have", "said the voters, numbering 75 million, surpassed": a comma hid the subject
            j = g.first - 1
            while j > i and line.tags[j] == "ADV":
                j -= 1
            return line.lows[j] == "," and line.phrase_at.get(i) is not None and line.lows[line.phrase_end(i)] == ","
        if g.finite:
            return False
    return False


def is_time(line: Line, i: int) -> bool:
    """Whether the phrase at token i says when ("late Thursday", "a few days later"), and no verb follows it."""
    p = line.phrase_at.get(i)
    if p is None or line.tokens[line.phrases[p].head].low not in TIMES:
        return False
    last = line.phrases[p].last
    return line.tags[last] in ("PUNCT", "PREP", "ADV", "SUB", "TO", "NEG", "") or last in line.phrase_at


def after_quotation(line: Line, k: int) -> bool:
    """Whether the subject of group k comes right after a quotation, so that this is what the group reports."""
    g = line.groups[k]
    if g.subject is None or line.phrases[g.subject].first >= g.first:
        return False
    first = line.phrases[g.subject].first
    if first < 2 or line.within[first - 2] < 0:
        return False
    if line.tokens[0].low in CONTRASTING and line.within[0] < 0:
        return False  # 'Although it was "a mess," she said it had been worth it'
    if line.tags[line.within[first - 2] - 1] in ("PREP", "POSS"):
        return False  # On Friday's "Today," Ann said the bridge was safe
    ends = {line.lows[first - 1], line.lows[first - 2]}  # "...," she said; "...", she said; not “Today” host Ann said
    return "CLOSE" in (line.tags[first - 1], line.tags[first - 2]) and not ends.isdisjoint(",?!.…")


def begins_otherwise(line: Line, i: int) -> bool:
    """Whether a clause begins at token i with a number or a gerund ("said two dozen of", "said keeping it")."""
    tag = line.tags[i]
    return (
        tag == "NUM"
        or (tag in ("VERB", "AUX") and line.tokens[i].form == "ing")
        or (tag == "PREP" and line.lows[i] in APPROXIMATE and line.tags[i + 1] in ("NUM", "PRON", "DET"))
    )


def finite_follows(line: Line, i: int) -> bool:
    """Whether the first verb after a "that" is finite: a clause, unlike "reiterated that approach in ..."."""
    for g in line.groups:
        if g.first > i:
            if g.finite or line.tokens[g.first].tag == "TO" or line.tokens[g.first - 1].tag not in ("PUNCT", "PREP"):
                return True
            if line.tags[i + 1] == "PREP" and any(s > g.first for s in line.subjects):
                return True  # "that by waiting, he won"
            subject = line.phrase_at.get(i + 1)  # "that his success in winning seats hurt"
            return subject is not None and any(h.finite and h.subject == subject for h in line.groups)
    return line.tags[i] == "SUB"


def is_study(line: Line, k: int) -> bool:
    """Whether a poll, study or the like is the subject, which finds things out rather than coming upon them."""
    subject = line.groups[k].subject
    return subject is not None and line.tokens[line.phrases[subject].head].low in STUDIES


def begins_object(line: Line, i: int) -> bool:
    """Whether a noun phrase that can be content begins at token i."""
    if line.tags[i] == "OPEN":
        i += 1
    p = line.phrase_at.get(i)
    if p is None:
        return line.tags[i] == "VERB" and line.tokens[i].form == "ing"
    return True
