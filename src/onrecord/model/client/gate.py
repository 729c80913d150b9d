"""How many requests may be under way at once: fewer when the server says so, more again when it does not."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_RECENT = 40
"""Answers and refusals that are looked back on."""
_NOW_AND_THEN = 1 / 8
"""Refusals among them that do not count."""


class Gate:
    """Additive increase, multiplicative decrease, as TCP does it (Chiu and Jain 1989); in order of arrival.

    Rate limits halve the number, each full round of answers raises it by one, up to the number given. A refusal now
    and then is no sign of asking for too much, and its request waits by itself: halving on each would hold sixteen
    requests at five where one in twenty is refused.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.limit = float(most)
        self.under_way = 0
        self._refused: deque[bool] = deque(maxlen=_RECENT)
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._held_until = 0.0
        self._lowered_at = float("-inf")

    @asynccontextmanager
    async def pass_through(self) -> AsyncIterator[None]:
        """Wait for a place, and give it back at the end."""
        await self._enter()
        try:
            await self._hold()
            yield
        finally:
            self.under_way -= 1
            self._wake()

    def answered(self) -> None:
        """The server answered: a little more may be asked of it."""
        self._refused.append(False)
        self.limit = min(float(self.most), self.limit + 1 / self.limit)
        self._wake()

    def limited(self, seconds: float) -> None:
        """The server is busy: halve the number, and let nobody start for so many seconds, where it says so often.

        Many requests are refused by one limit, so it is halved at most once a second.
        """
        self._refused.append(True)
        if sum(self._refused) <= _NOW_AND_THEN * max(len(self._refused), _RECENT / 2):
            return
        now = asyncio.get_running_loop().time()
        self._held_until = max(self._held_until, now + seconds)
        if now - self._lowered_at >= 1.0:
            self.limit = max(1.0, self.limit / 2)
            self._lowered_at = now

    async def _enter(self) -> None:
        if self.under_way < int(self.limit) and not self._waiting:
            self.under_way += 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.under_way -= 1
                self._wake()
            else:
                self._waiting.remove(place)
            raise

    async def _hold(self) -> None:
        while (left := self._held_until - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(left)

    def _wake(self) -> None:
        while self._waiting and self.under_way < int(self.limit):
            place = self._waiting.popleft()
            if not place.done():
                self.under_way += 1
                place.set_result(None)
