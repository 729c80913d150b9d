"""Where a batch stands: figures for progress and the closing line."""

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    """Counts of one run so far."""

    total: int | None = None
    """Articles in the inputs, once they are counted."""
    done: int = 0
    failed: int = 0
    fallbacks: int = 0
    """Of those done, the rules' records where the model's were meant."""
    skipped: int = 0
    """Had their record already."""
    elsewhere: int = 0
    """Done by another process on the same store."""
    left: int = 0
    """Not done, since the budget was spent."""
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    spent: float = 0.0
    """US dollars."""
    saved: float = 0.0
    """What the records that were there already had cost."""
    saved_answers: float = 0.0
    """What the answers that were there already had cost, where their record had to be made anew."""
    priced: bool = True
    """False where the price of some request is not known, so that `spent` is the least."""
    in_flight: int = 0
    started: float = field(default_factory=time.monotonic)

    @property
    def seen(self) -> int:
        """Articles that are finished with, in whichever way."""
        return self.done + self.failed + self.skipped + self.elsewhere + self.left

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Articles done or failed a second."""
        return (self.done + self.failed) / max(self.seconds, 1e-9)

    @property
    def seconds_left(self) -> float | None:
        """At this rate; None where nothing is known yet."""
        if self.total is None or not self.done + self.failed:
            return None
        return max(self.total - self.seen, 0) / self.rate

    def ending(self) -> dict[str, float]:
        """What the store keeps of it."""
        return {
            "done": self.done, "failed": self.failed, "fallbacks": self.fallbacks, "skipped": self.skipped,
            "spent": self.spent, "saved": self.saved + self.saved_answers,
        }  # fmt: skip
