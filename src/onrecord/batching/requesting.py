"""The model in parallel: many articles at once in one event loop, on a thread of its own."""

import asyncio
import hashlib
import queue
import threading
from collections import Counter
from concurrent.futures import Future

from onrecord.batching.items import Item, Outcome, arrived
from onrecord.batching.working import document_of, failed, outcome_of
from onrecord.pipeline import Pipeline
from onrecord.reading.document import Document


class Requests:
    """Articles in flight to a model. Used by one thread: `submit`, `take`, `close`."""

    def __init__(self, pipeline: Pipeline, concurrency: int) -> None:
        # A few more than requests may be under way, so that reading and grounding leave no place empty.
        self.capacity = concurrency + max(2, concurrency // 4)
        self.in_flight = 0
        self._pipeline = pipeline
        self._ready: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self._locks: dict[bytes, asyncio.Lock] = {}
        self._users: Counter[bytes] = Counter()
        self._futures: set[Future[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def submit(self, item: Item) -> None:
        """Hand in one item; keep `in_flight` below `capacity`."""
        self.in_flight += 1
        try:
            document = document_of(item)
        except Exception as error:
            self._ready.put(failed(item, error))
            return
        future = asyncio.run_coroutine_threadsafe(self._one(item, document), self._loop)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def take(self, timeout: float) -> list[Outcome]:
        """What has come out, waiting up to `timeout` seconds for the first."""
        outcomes = arrived(self._ready, timeout)
        self.in_flight -= len(outcomes)
        return outcomes

    def close(self) -> None:
        """Break off what is in flight and close the connections."""
        for future in list(self._futures):
            future.cancel()
        model = self._pipeline.model
        if model is not None:
            asyncio.run_coroutine_threadsafe(model.aclose(), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    async def _one(self, item: Item, document: Document) -> None:
        """Put one article on record; the same text twice is asked for once, the second finds the answer stored."""
        text = hashlib.sha256(document.text.encode()).digest()
        lock = self._locks.setdefault(text, asyncio.Lock())
        self._users[text] += 1
        try:
            async with lock:
                self._ready.put(outcome_of(item, (await self._pipeline.put_async(document)).record))
        except Exception as error:
            self._ready.put(failed(item, error))
        finally:
            self._users[text] -= 1
            if not self._users[text]:
                del self._users[text], self._locks[text]
