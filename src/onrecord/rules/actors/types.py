"""What the actors stage knows: who is in the article, and who a stretch of text refers to."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from onrecord.records import ActorKind, Certainty, Span

MOST_TOGETHER = 40
"""Those of one enumeration who are taken to say, hold or do a thing together, at most. Joint statements of all members
of a union or alliance have about thirty; a longer list is a register of names, which would flood every table."""


@dataclass(slots=True)
class Mention:
    """One place where an actor is referred to."""

    start: int
    end: int
    actor: str
    """Key of the actor."""
    via: Literal["name", "role", "pronoun", "group", "country", "unnamed"]


@dataclass(slots=True)
class Known:
    """An actor as the rules know it while they read."""

    key: str
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = None
    gender: Literal["f", "m", ""] = ""
    plural: bool = False
    thing: bool = False
    """Whether it is nobody who could hold a view or act: "the pool", "the transplant"."""
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Reference:
    """Who a stretch of text refers to, and how sure that is."""

    actor: str
    certainty: Certainty


class Actors(Protocol):
    """The interface that attribution, positions and events build on; `rules.actors` has the implementation."""

    @property
    def known(self) -> dict[str, Known]:
        """Every actor by key, in order of first mention."""

    @property
    def mentions(self) -> list[Mention]:
        """Every mention, in order of the text, not overlapping (the longest wins)."""

    def actor(self, key: str) -> Known:
        """One actor, quicker than by `known`."""

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie wholly inside `[start, end)`, by bisection."""

    def refer(self, start: int, end: int) -> Reference | None:
        """Who the noun phrase `[start, end)` refers to as a whole: the actor of its head.

        "French Foreign Minister Jean-Noel Barrot" and "Barrot, who ..." give Barrot, "Barrot's spokesman" the
        spokesman, "he" its antecedent, "officials" an unnamed actor, made on the spot. None where the phrase names
        nobody or the pronoun cannot be resolved: unknown beats a guess.
        """

    def several(self, start: int, end: int) -> list[Reference]:
        """The same for a coordination ("Macron and Meloni"): one reference a conjunct; only the first where it has more
        than `MOST_TOGETHER`."""
