"""Records made by hand, so that tests of store and exports depend on no engine."""

import datetime as dt

from onrecord.records import (
    Actor,
    Article,
    Claim,
    Coverage,
    Event,
    Evidence,
    Place,
    Point,
    Position,
    Provenance,
    Record,
    Refusal,
    Span,
    Summary,
    Tally,
    Usage,
    When,
)

TEXT = (
    "Harbour talks open\n\nPARIS, 3 December - President Inès Okafor said on Monday she would back “direct talks” "
    "with the port of {place}.\nThe unions oppose the plan, their spokesman said.\n"
)


def evidence(text: str, *words: str, match: str = "exact") -> Evidence:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)
    return Evidence(spans=spans, text=" ... ".join(words), match=match)  # type: ignore[arg-type]


def made_record(
    number: int = 0,
    *,
    text: str | None = None,
    published: dt.date | None = dt.date(2025, 12, 3),
    engine: str = "rules",
    cost: float | None = None,
    fallback: str | None = None,
    source: str | None = None,
    name: str | None = None,
    version: str = "0.1.0",
) -> Record:
    """A record with one of everything; `number` tells one article from the next."""
    text = text or TEXT.format(place=f"Zeebrugge {number}")
    article = Article(
        id=name or f"a{number}.txt",
        text=text,
        title="Harbour talks open",
        published=published,
        published_from="dateline" if published else None,
        url=f"https://example.org/{number}",
        source=source or f"/news/a{number}.txt",
        encoding="utf-8",
    )
    okafor = Actor(
        id="person:ines-okafor",
        name="Inès Okafor",
        kind="person",
        role="President",
        country="FRA",
        mentions=evidence(text, "Inès Okafor").spans,
    )
    unions = Actor(id="group:the-unions", name="The unions", kind="group", mentions=evidence(text, "The unions").spans)
    said = evidence(text, "on Monday")
    monday = When(
        expression="on Monday",
        span=said.spans[0],
        start=dt.date(2025, 12, 1),
        end=dt.date(2025, 12, 1),
        granularity="day",
        anchor=dt.date(2025, 12, 3),
        rule="weekday before publication",
    )
    claim = Claim(
        id=f"claim-{number}",
        speaker=okafor.id,
        certainty="stated",
        source=evidence(text, "President Inès Okafor"),
        cue=evidence(text, "said"),
        content=evidence(text, "she would back", "“direct talks”"),
        statement=evidence(text, "she would back", "“direct talks”").text,
        form="mixed",
        modality="promised",
        said=monday,
        found_by="rules",
    )
    second = Claim(
        id=f"claim-{number}-b",
        speaker=None,
        certainty=None,
        source=None,
        cue=None,
        content=evidence(text, "The unions oppose the plan"),
        statement="The unions oppose the harbour plan",
        form="indirect",
        modality="asserted",
        found_by="rules",
    )
    positions = (
        Position(
            id=f"position-{number}",
            holder=okafor.id,
            source=evidence(text, "President Inès Okafor"),
            cue=evidence(text, "back"),
            target="direct talks with the port",
            stance="support",
            evidence=evidence(text, "she would back “direct talks”"),
            claim=claim.id,
            found_by="rules",
        ),
        Position(
            id=f"position-{number}-b",
            holder=unions.id,
            source=evidence(text, "The unions"),
            cue=evidence(text, "oppose"),
            target="the plan",
            stance="oppose",
            evidence=evidence(text, "The unions oppose the plan"),
            found_by="rules",
        ),
    )
    event = Event(
        id=f"event-{number}",
        type="CONSULT",
        label="talks",
        quad="verbal cooperation",
        trigger=evidence(text, "talks"),
        actors=(okafor.id,),
        recipients=(unions.id,),
        when=monday,
        where=Place(name="PARIS", span=evidence(text, "PARIS").spans[0], country="FRA"),
        status="planned",
        evidence=evidence(text, "Harbour talks open"),
        found_by="rules",
    )
    return Record(
        article=article,
        summary=Summary(
            headline="Harbour talks open",
            points=(Point(text="Harbour talks open", evidence=evidence(text, "Harbour talks open")),),
        ),
        actors=(okafor, unions),
        claims=(claim, second),
        positions=positions,
        events=(event,),
        coverage=Coverage(
            sentences=Tally(read=3, cited=2),
            quotations=Tally(read=1, cited=1),
            proposed=6,
            refused=(Refusal(kind="claim", reason="no such sentence", proposed="S9"),),
        ),
        provenance=Provenance(
            engine=engine,  # type: ignore[arg-type]
            version=version,
            fallback=fallback,
            usage=Usage(calls=1, input_tokens=100, output_tokens=10, cost=cost) if cost is not None else None,
        ),
    )
