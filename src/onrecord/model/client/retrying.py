"""The one retry policy: how often, how long, and after what.

A request is tried again where that may help: the server is busy, it failed, the connection was lost. Retry-After is
kept to. What is bounded is the number of attempts and the seconds waited in all; a server that asks for more is not
waited for, and the error says what it asked.
"""

import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

from onrecord.model.client.faults import Fault
from onrecord.model.errors import ModelCallError
from onrecord.model.settings import ModelSettings

T = TypeVar("T")

_LONGEST_WAIT = 8.0


async def with_retries(call: Callable[[], Awaitable[T]], settings: ModelSettings, attempts: int) -> T:
    """What `call` returns, tried up to `attempts` times; raises the last `Fault`."""
    policy = AsyncRetrying(
        retry=retry_if_exception(lambda error: isinstance(error, Fault) and error.again),
        stop=lambda state: _stops(state, settings, attempts),
        wait=lambda state: _wait(state, settings),
        reraise=True,
    )

    async def once() -> T:  # tenacity tells coroutines by the function that it is given
        return await call()

    return await policy(once)


def _stops(state: RetryCallState, settings: ModelSettings, attempts: int) -> bool:
    fault = _fault(state)
    if state.attempt_number >= min(attempts, fault.attempts or attempts):
        if state.attempt_number > 1:
            _say(fault, f"after {state.attempt_number} attempts")
        return True
    wait = _wait(state, settings)
    if state.idle_for + wait > settings.patience:
        asked = (
            f"it asks to wait {fault.after:.0f} s" if fault.after is not None else f"{state.attempt_number} attempts"
        )
        _say(fault, f"{asked}, and we wait {settings.patience:.0f} s at most")
        return True
    return False


def _wait(state: RetryCallState, settings: ModelSettings) -> float:
    """What the server asks for, else twice as long each time, a little by chance so that not all come back at once."""
    fault = _fault(state)
    if fault.after is not None:
        return fault.after
    longest: float = min(_LONGEST_WAIT, settings.first_wait * 2.0 ** (state.attempt_number - 1))
    return longest * (0.75 + 0.25 * random.random())  # noqa: S311 - nothing secret about it


def _fault(state: RetryCallState) -> Fault:
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, Fault)  # noqa: S101 - the policy retries nothing else
    return error


def _say(fault: Fault, words: str) -> None:
    kind: type[ModelCallError] = type(fault.error)
    fault.error = kind(f"{fault.error.message} ({words})", fault.error.hint)
