"""What a model answered, and where answers are kept: the joint between the engine, recordings and the store.

An answer is handed to `Answers.put` as soon as it has arrived whole, before anything is made of it, so that nothing
is paid for twice; `Answers.get` is asked before any request is made.
"""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """All that shapes one request; `key` is the hash of it."""

    key: str
    article: str
    """The article's id, for people to read."""
    model: str
    prompt: str
    """Id and version of the prompt."""
    parts: tuple[tuple[str, str], ...]
    """Name and hash of each thing that went into `key` (prompt, article, model, parameters, schema), so that a miss
    can say which one differs."""
    parameters: tuple[tuple[str, str | int | float | None], ...] = field(default=())
    """Name and value of each parameter sent (temperature, seed, longest answer), for people to read."""
    sent: str = field(default="", repr=False, compare=False)
    """The user's part of the prompt as it was sent, for recordings: it shows the numbers that the answer points at."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer that broke the schema and was asked for again, as it came."""

    text: str
    finish_reason: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it came, with what it took."""

    text: str
    """The raw answer: the JSON text that the model wrote."""
    model: str
    """The model as the server names it."""
    mode: str
    """How the schema was sent."""
    input_tokens: int
    output_tokens: int
    cost: float | None
    calls: int
    """HTTP requests made for it, failed ones included."""
    seconds: float
    finish_reason: str | None
    origin: str
    """What it was recorded from: "api" with the base URL's host, or what a recording says."""
    at: str
    """When, as an ISO 8601 time in UTC."""
    earlier: tuple[Attempt, ...] = ()
    """What the model wrote before it, where that had to be asked for again; `calls` and tokens count it all."""
    useful: bool = True
    """False where it breaks the schema like those before it, and no further one was asked for."""


class Answers(Protocol):
    """A place where answers are kept."""

    def get(self, request: Request) -> Answer | None:
        """The answer to exactly this request, or None; a replay-only place raises instead and says what differs."""

    def put(self, request: Request, answer: Answer) -> None:
        """Keep an answer, durably, before it is used."""

    def put_useless(self, request: Request, answer: Answer) -> None:
        """Keep what a model wrote that no re-asking made useful, or leave it: only a recording is to show it, and it
        answers nothing."""


class Purse(Protocol):
    """Where the money for requests comes from: set aside before each HTTP request, settled after it.

    The engine asks before every attempt, retries and second looks included; an answer out of `Answers` costs nothing
    and asks nothing.
    """

    def reserve(self, most: float | None) -> int:
        """Set aside the most that one request can cost, in US dollars (None: not known) and return a ticket.

        Raises `BudgetSpent` where it is not there; that error must reach the caller of the engine.
        """

    def settle(self, ticket: int, cost: float | None) -> None:
        """Give back what was set aside and take what the request cost: 0 where it failed before the server began, the
        sum set aside where nobody can tell (None)."""
