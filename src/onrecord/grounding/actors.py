"""From the drafts' actors to the record's: one actor for one person, whichever engine named it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.drafts import Draft, DraftActor
from onrecord.grounding.checks import checks_for
from onrecord.grounding.ids import actor_id, name_words
from onrecord.grounding.names import country_of
from onrecord.grounding.pointers import Missed, resolve
from onrecord.grounding.sameness import POSSESSIVES, Merging, is_description, named_places, twin_of, words_of
from onrecord.grounding.statements import Statements
from onrecord.reading.document import Document
from onrecord.records import Actor, Refusal, Span, maker

_actor = maker(Actor)


@dataclass
class Cast:
    """The actors of a record, and which of them each draft's keys mean."""

    actors: tuple[Actor, ...]
    ids: list[dict[str, str]] = field(default_factory=list)
    """For each draft, the actor's id for the draft's key."""
    refused: list[Refusal] = field(default_factory=list)


def cast_of(drafts: Sequence[Draft], document: Document) -> Cast:
    """Merge the drafts' actors by name and give them their ids.

    Within one draft actors are left as the engine told them apart; `sameness` says which are one across drafts. Words
    by which a draft names an actor are no mention of another one for a later draft.
    """
    if len(drafts) == 1 and drafts[0].engine == "rules":
        return _cast_of_rules(drafts[0], document.article.id)
    cast = Cast(())
    merged: list[Merging] = []
    by_model = any(draft.engine == "model" for draft in drafts)
    statements = checks_for(document, ()).statements if by_model else None
    for number, draft in enumerate(drafts):
        fresh: list[Merging] = []
        checked = statements if draft.engine == "model" else None
        named = {place: entry for entry in merged for place in named_places(entry, document.text)}
        for proposed in draft.actors:
            drafted, fault = _believed(proposed, checked)
            if fault:
                cast.refused.append(fault)
            if drafted is None:
                continue
            mentions = _mentions(drafted, document)
            twin = twin_of(drafted, mentions, merged, document.text) if merged else None
            if twin is None:
                if named:
                    mentions = {place for place in mentions if place not in named}
                words = words_of(drafted.name) if len(drafts) > 1 else frozenset()  # asked for by a second draft only
                fresh.append(Merging(drafted, words, [(number, drafted.key)], mentions))
            else:
                twin.keys.append((number, drafted.key))
                twin.mentions |= {place for place in mentions if named.get(place, twin) is twin}
                twin.actor = _fuller(twin.actor, drafted)
        merged += fresh
    by_id: dict[str, Actor] = {}
    cast.ids = [{} for _ in drafts]
    for entry in merged:
        actor = _entered(entry.actor, tuple(sorted(entry.mentions)), document.article.id, by_id)
        for number, key in entry.keys:
            cast.ids[number][key] = actor
    cast.actors = tuple(by_id.values())
    return cast


def _cast_of_rules(draft: Draft, article: str) -> Cast:
    """The same of the rules' draft alone: they have told its actors apart, and all they say of them is the article's,
    the mentions in order."""
    by_id: dict[str, Actor] = {}
    ids: dict[str, str] = {}
    refused: list[Refusal] = []
    for drafted in draft.actors:
        if not drafted.name.strip():
            refused.append(_nameless(drafted))
            continue
        mentions = tuple([place for place in drafted.mentions if isinstance(place, Span)])
        ids[drafted.key] = _entered(drafted, mentions, article, by_id)
    return Cast(tuple(by_id.values()), [ids], refused)


def _entered(drafted: DraftActor, mentions: tuple[Span, ...], article: str, by_id: dict[str, Actor]) -> str:
    """The id of an actor of the record, put among those so far."""
    kind, name, country = drafted.kind, drafted.name, drafted.country
    if country is None and kind == "country":  # a model names countries and knows no codes
        country = country_of(name.removeprefix("the ").removeprefix("The "))
    own = actor_id(kind, name, country, article)
    known = by_id.get(own)
    if known is None:
        by_id[own] = _actor(id=own, name=name, kind=kind, role=drafted.role, country=country, mentions=mentions)
    else:
        both = tuple(sorted({*known.mentions, *mentions}))
        by_id[own] = known.model_copy(update={"mentions": both, "role": known.role or drafted.role})
    return own


def _nameless(drafted: DraftActor) -> Refusal:
    return Refusal(kind="actor", reason="it has no name", proposed=drafted.key)


def _believed(drafted: DraftActor, statements: Statements | None) -> tuple[DraftActor | None, Refusal | None]:
    """An actor as far as the article names it, and what is refused of it: all, or its role. What the rules found is
    the article's already."""
    if not drafted.name.strip():
        return None, _nameless(drafted)
    if statements is None:
        return drafted, None
    if fault := statements.actor(drafted.name):
        return None, Refusal(kind="actor", reason=fault, proposed=drafted.name[:200])
    if drafted.role and (fault := statements.actor(drafted.role)):
        reason = f"the role is not the article's: {fault}"
        return drafted._replace(role=None), Refusal(kind="detail", reason=reason, proposed=drafted.role[:200])
    return drafted, None


def _mentions(drafted: DraftActor, document: Document) -> set[Span]:
    size = len(document.text)
    found = {p for p in drafted.mentions if isinstance(p, Span) and 0 <= p[0] < p[1] <= size}
    for pointer in drafted.mentions if len(found) < len(drafted.mentions) else ():
        if isinstance(pointer, Span):
            continue
        resolved = resolve(pointer, document)
        if not isinstance(resolved, Missed) and resolved[1] != "sentence":
            found.update(resolved[0])
    return found


def _fuller(one: DraftActor, other: DraftActor) -> DraftActor:
    """The longer of two names of one kind, else that of the first draft, which gives its kind too. A description stays
    as the first draft has it, unless it hangs on a pronoun ("his attorney"), and names nobody who has a name."""
    longer = len(other.name) > len(one.name) and other.kind == one.kind
    if is_description(one.name):
        longer = longer and name_words(one.name)[0] in POSSESSIVES
    elif is_description(other.name):
        longer = False
    name = other.name if longer else one.name
    return DraftActor(one.key, name, one.kind, one.role or other.role, one.country or other.country)
