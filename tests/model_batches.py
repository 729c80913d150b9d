"""What the tests of batches with a model share: answers to the articles of the conftest, and the settings."""

import json
import re
from typing import Any

from fault_server import Reply, failure, ok

from onrecord.model.settings import ModelSettings
from onrecord.pipeline import Options

ANSWER = json.dumps(
    {
        "actors": [{"id": 1, "name": "Ines Okafor", "kind": "person", "role": "President"}],
        "claims": [{"who": 1, "src": "President Ines Okafor", "cue": "said", "at": ["q1"], "more": []}],
        "positions": [],
        "events": [],
        "points": [{"text": "Ines Okafor said they would talk.", "at": ["s2"]}],
    }
)
TOKENS = (1000, 200)
"""In and out, as the fault server counts each request."""
PRICES = (10.0, 100.0)
PRICE = (TOKENS[0] * PRICES[0] + TOKENS[1] * PRICES[1]) / 1e6
"""US dollars of each answer at these prices: 3 cents."""


def pier(request: dict[str, Any]) -> int:
    """Which article a request is about."""
    match = re.search(r"pier (\d+)", request["messages"][-1]["content"])
    assert match
    return int(match[1])


def good(delay: float = 0.0) -> Reply:
    """A good answer to any of the articles."""
    return ok(ANSWER, delay=delay)


def bad_day(number: int, after: str, delay: float) -> Reply:
    """The reply to a request by its number: 5 % of 429 with these seconds to wait, 2 % of 500, 1 % resets and 1 % cut
    answers; all others are good."""
    match number % 100:
        case 7 | 27 | 47 | 67 | 87:
            return failure(429, "Slow down", retry_after=after)
        case 13 | 63:
            return failure(500, "Oops")
        case 33:
            return Reply(body=good().body, reset_after=40, delay=delay)
        case 55:
            return ok(ANSWER[:100], finish_reason="length", delay=delay)
        case _:
            return good(delay)


def options(base_url: str, *, fallback: bool = True, **settings: Any) -> Options:
    """The model at `base_url`, each answer of which costs `PRICE`."""
    chosen = {"model": "loopback-1", "second_look": False, "mode": "schema", "prices": PRICES, "concurrency": 8}
    return Options(model=ModelSettings(base_url=base_url, **(chosen | settings)), fallback=fallback)
