"""The budget: money set aside before each request and settled after it."""

import threading

from onrecord.errors import BudgetSpent


class BudgetPurse:
    """A purse for one run. Thread-safe; holds nothing on disk, since what was paid stands beside each answer."""

    def __init__(self, budget: float | None = None) -> None:
        self.budget = budget
        self.spent = 0.0
        self.unknown = 0
        """Requests whose price nobody knows."""
        self._reserved: dict[int, float] = {}
        self.requests = 0
        self._lock = threading.Lock()

    @property
    def reserved(self) -> float:
        """What is set aside for requests in flight."""
        with self._lock:
            return sum(self._reserved.values())

    def reserve(self, most: float | None) -> int:
        """Set aside the most that one request can cost; raises `BudgetSpent` where it is not there."""
        with self._lock:
            aside = sum(self._reserved.values())
            if self.budget is not None and self.spent + aside + (most or 0.0) > self.budget:
                raise BudgetSpent(
                    f"the budget of ${self.budget:.2f} does not allow another request: ${self.spent:.4f} spent, "
                    f"${aside:.4f} set aside, up to ${most or 0.0:.4f} needed",
                    "run the same command with a larger --budget: what is stored is not paid for again",
                )
            self.requests += 1
            self._reserved[self.requests] = most or 0.0
            return self.requests

    def settle(self, ticket: int, cost: float | None) -> None:
        """Give back what was set aside and take what it cost; None, where nobody can tell, takes all of it."""
        with self._lock:
            most = self._reserved.pop(ticket)
            self.spent += most if cost is None else cost
            self.unknown += cost is None and not most
