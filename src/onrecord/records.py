"""The public types: what every engine's answer becomes, and the one serial form of it."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Span(NamedTuple):
    """A half-open `[start, end)` pair of code point offsets into `Article.text`."""

    start: int
    end: int


def _proper(span: Span) -> Span:
    if not 0 <= span.start < span.end:
        raise ValueError(f"a span must hold at least one character: {tuple(span)}")
    return span


TextSpan = Annotated[Span, AfterValidator(_proper)]

Match = Literal["exact", "normalized", "sentence"]
ActorKind = Literal["person", "organization", "country", "group", "unnamed"]
Form = Literal["direct", "indirect", "mixed"]
Modality = Literal["asserted", "denied", "hedged", "conditional", "promised", "demanded", "not said"]
Certainty = Literal["stated", "resolved", "inferred"]
FoundBy = Literal["model", "rules", "both"]
Stance = Literal["support", "oppose", "conditional", "neutral"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "denied"]
Granularity = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century", "range"]
Published = Literal["given", "metadata", "front matter", "timestamp", "dateline"]
Engine = Literal["model", "rules", "both"]

QUADS: dict[EventType, Quad] = {
    "AGREE": "verbal cooperation", "CONSULT": "verbal cooperation", "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation", "COOPERATE": "material cooperation", "AID": "material cooperation",
    "RETREAT": "material cooperation", "REQUEST": "verbal conflict", "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict", "THREATEN": "verbal conflict", "PROTEST": "material conflict",
    "SANCTION": "material conflict", "MOBILIZE": "material conflict", "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}  # fmt: skip
"""The quadrant of each of PLOVER's sixteen event types; OTHER has none."""


# What `object.__setattr__` does for an instance's slots, without looking for the slot each time.
_put_dict, _put_set, _put_extra, _put_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
_new = object.__new__


class Model(BaseModel):
    """What all public types share: frozen, closed, documented field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


Made = TypeVar("Made", bound=Model)


def maker(kind: type[Made]) -> Callable[..., Made]:
    """What makes instances of a type of values that our own code has made and checked: all fields, in their order,
    taken as they are.

    For the types of which an article has many, made by the rules; a test validates what they make. `model_construct`,
    which looks for defaults and aliases, takes as long as validating does. Made once for a type, since asking a type
    of pydantic for an attribute is slow.
    """
    names = set(kind.model_fields)  # pydantic keeps with each instance which were set, and copies that to change it

    def make(**fields: Any) -> Made:
        made = _new(kind)
        _put_dict(made, fields)
        _put_set(made, names)
        _put_extra(made, None)
        _put_private(made, None)
        return made

    return make


def _is_empty(notes: tuple[str, ...]) -> bool:
    return not notes


class Article(Model):
    """One article as it was decoded; nothing in `text` is ever changed."""

    id: str
    """What the source calls it: the `id` of a row, a file's path below the folder given, or a hash of the text."""
    text: str
    """The decoded source, character for character (with its headline before it where `title_added` says so); every \
span counts code points of this string."""
    title: str | None = None
    """The headline: from the source's own fields, else the title block."""
    title_added: int = 0
    """Code points at the head of `text` that are the `title` of a row or page and a blank line, put there because the \
source keeps its title apart and its text does not hold it. Subtract them to count in the source's own text."""
    published: dt.date | None = None
    """The day of publication, or None where the source does not say; never the clock's day."""
    published_from: Published | None = None
    """Where `published` was found."""
    url: str | None = None
    """The article's address, where the source gives one."""
    source: str | None = None
    """The file it was read from, with the row where a file holds several; None for text handed over in memory."""
    encoding: str | None = None
    """The encoding that decoded the file; None for text handed over in memory."""
    notes: tuple[str, ...] = Field(default=(), exclude_if=_is_empty)
    """What reading it met with that may have cost text or its day; left out of the serial form where there is none."""


class Evidence(Model):
    """Words of the article that show something."""

    spans: tuple[TextSpan, ...]
    """One or more spans, in order of the text."""
    text: str
    """The words of the spans, joined by " ... " where there are several."""
    match: Match = "exact"
    """exact: the very words meant; normalized: found after folding quotes, dashes and spaces; sentence: the part \
named was not found, so the whole sentence stands for it."""


class Actor(Model):
    """Someone or something that speaks, holds a position or acts."""

    id: str
    """Made from kind and name, so the same actor has the same id in every article; unnamed ones are article-bound."""
    name: str
    """The fullest name in the article."""
    kind: ActorKind
    """person, organization, country, group (a named or described collective) or unnamed ("a source")."""
    role: str | None = None
    """Title or function in the article's words."""
    country: str | None = None
    """ISO 3166-1 alpha-3 code of the country it belongs to, where the text or the tables tell."""
    mentions: tuple[TextSpan, ...] = ()
    """Each place where the article refers to it, pronouns included."""


class When(Model):
    """A time expression, resolved to days as far as the article allows."""

    expression: str
    """The words of the article."""
    span: TextSpan
    """Where they stand."""
    start: dt.date | None = None
    """First day, inclusive; None where the expression cannot be resolved."""
    end: dt.date | None = None
    """Last day, inclusive."""
    granularity: Granularity | None = None
    """The unit the expression speaks in."""
    anchor: dt.date | None = None
    """The day it was resolved against; None where it needed none or none is known."""
    rule: str | None = None
    """The rule that resolved it, or why it stays unresolved."""


class Place(Model):
    """Where something happened."""

    name: str
    """The words of the article."""
    span: TextSpan
    """Where they stand."""
    country: str | None = None
    """ISO 3166-1 alpha-3 code, where the table knows the place."""


class Claim(Model):
    """Someone says that something is so."""

    id: str
    """Made from the article's id and the words."""
    speaker: str | None
    """Id of the actor who says it; None where the article does not tell."""
    joint: tuple[str, ...] = ()
    """Ids of those who say it together with the speaker ("Macron and Meloni called on ...")."""
    certainty: Certainty | None
    """stated: the source names the speaker; resolved: a pronoun or role was followed; inferred: taken from a \
neighbouring sentence; None where the speaker is unknown."""
    source: Evidence | None
    """The words that name the speaker here."""
    cue: Evidence | None
    """The words that say that something is said ("said", "according to")."""
    content: Evidence
    """What is said."""
    statement: str
    """The claim as a sentence that stands alone; the content's words where no model wrote one."""
    form: Form
    """direct: inside quotation marks; indirect: reported; mixed: both."""
    modality: Modality
    """How the speaker commits to it; not said: the article tells that the speaker does not say, or know, it."""
    said: When | None = None
    """When it was said, where the article tells."""
    venue: str | None = None
    """Where or through what it was said ("in an interview with Liberation"), in the article's words."""
    found_by: FoundBy
    """Which engine found it."""


class Position(Model):
    """Where someone stands on an issue."""

    id: str
    """Made from the article's id, the holder and the words."""
    holder: str
    """Id of the actor."""
    source: Evidence | None
    """The words that name the holder here."""
    cue: Evidence | None
    """The words that show the stance."""
    target: str
    """The issue, in words."""
    stance: Stance
    """support, oppose, conditional (support under a condition) or neutral (a view that takes no side)."""
    condition: str | None = None
    """The condition in the article's words."""
    evidence: Evidence
    """The words that show the position's content."""
    claim: str | None = None
    """Id of the claim it rests on, where it was said."""
    found_by: FoundBy
    """Which engine found it."""


class Event(Model):
    """Something that happened, or may: who did what to whom, when and where."""

    id: str
    """Made from the article's id, the type and the words."""
    type: EventType
    """One of PLOVER's sixteen types, or OTHER."""
    label: str
    """The type in plain words ("talks", "disaster", "court")."""
    quad: Quad | None
    """PLOVER's quadrant; None for OTHER."""
    trigger: Evidence | None
    """The words that name the event."""
    actors: tuple[str, ...] = ()
    """Ids of those who act."""
    recipients: tuple[str, ...] = ()
    """Ids of those acted upon or addressed."""
    when: When | None = None
    """When it happened."""
    where: Place | None = None
    """Where it happened."""
    status: Status
    """happened, ongoing, planned, hypothetical or denied."""
    evidence: Evidence
    """The sentence or part that reports it."""
    found_by: FoundBy
    """Which engine found it."""


class Point(Model):
    """One sentence of a summary."""

    text: str
    """The sentence."""
    evidence: Evidence
    """The words it rests on."""


class Summary(Model):
    """What the article reports, in a few sentences."""

    headline: str | None
    """The article's own headline."""
    points: tuple[Point, ...] = ()
    """Two or three sentences, each with its evidence."""


class Tally(Model):
    """How much of one kind of thing was read, and how much ended in the record."""

    read: int
    """How many there were to read."""
    cited: int
    """How many the record's claims, positions, events or points point at."""
    left: tuple[TextSpan, ...] = ()
    """Those that nothing points at."""


class Refusal(Model):
    """Something an engine proposed and grounding did not accept."""

    kind: Literal["actor", "claim", "position", "event", "point", "statement", "detail"]
    """What it was to be; statement and detail are parts taken out of an item that was kept without them."""
    reason: str
    """Why it was refused, in a sentence."""
    proposed: str
    """What the engine proposed, in short."""


class Coverage(Model):
    """What was read, what was used, and what was thrown away and why."""

    sentences: Tally
    """Sentences outside boilerplate."""
    quotations: Tally
    """Quotations of speech outside boilerplate; scare quotes are not counted."""
    boilerplate: int = 0
    """Blocks labelled boilerplate, repeated title or timestamp: kept in the text, not read for facts."""
    proposed: int = 0
    """What the engines proposed: kept + merged + refused. Claims, positions, events and points count one each, and so
    does each part that was taken out of one (a statement its evidence does not bear)."""
    merged: int = 0
    """Proposed items that said what another one said."""
    refused: tuple[Refusal, ...] = ()
    """Proposed items that were not accepted."""


class Usage(Model):
    """What asking a model took, every attempt counted."""

    calls: int = 0
    """HTTP requests made, failed ones included."""
    input_tokens: int = 0
    """Tokens sent, as the server counts them."""
    output_tokens: int = 0
    """Tokens answered."""
    cost: float | None = None
    """US dollars; None where the model's price is not known."""


class Provenance(Model):
    """Which engine made the record, and with what."""

    engine: Engine
    """What the record's items come from."""
    version: str
    """Version of onrecord."""
    model: str | None = None
    """The model that answered."""
    mode: str | None = None
    """How the schema was sent: strict JSON schema, tool call or plain JSON."""
    prompt: str | None = None
    """Id and version of the prompt."""
    prompt_hash: str | None = None
    """Hash of the prompt's files."""
    schema_hash: str | None = None
    """Hash of the schema the answer had to fit."""
    fallback: str | None = None
    """Why the model was meant to answer and did not, or not to all of it."""
    usage: Usage | None = None
    """What the model's answers took; None where none was asked."""
    seconds: float | None = None
    """Seconds the model took, as recorded with its answer; None for the rules, whose record must not vary."""


class Record(Model):
    """One article on record."""

    article: Article
    """What was read."""
    summary: Summary
    """What it reports, in short."""
    actors: tuple[Actor, ...]
    """Everyone the record speaks of."""
    claims: tuple[Claim, ...]
    """Who said what, in order of the text."""
    positions: tuple[Position, ...]
    """Who stands where, in order of the text."""
    events: tuple[Event, ...]
    """What happened, the main event first."""
    coverage: Coverage
    """What was read, used and refused."""
    provenance: Provenance
    """How the record was made."""
