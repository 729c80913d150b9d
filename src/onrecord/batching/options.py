"""How a batch is run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch is run; how its records are made is for `Options`."""

    redo: bool = False
    """Do everything again, stored answers included."""
    retry_failed: bool = False
    """Only what failed or fell back to the rules before."""
    budget: float | None = None
    """US dollars that this run may spend."""
    workers: int | None = None
    """Processes for the rules; None takes as many as there are cores."""
    via: Literal["requests", "batch"] = "requests"
    """How the model is asked: at once, or through the provider's batch API."""
    poll_seconds: float = 30.0
    """How often the provider is asked how far its batches are."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Names of the columns of JSONL and CSV files, where they are not our own."""
    encoding: str | None = None
    """The encoding of the files; None where it is to be found for each."""

    def __post_init__(self) -> None:
        if self.budget is not None and not 0 <= self.budget < inf:  # false for nan too, which would allow any sum
            raise UsageError(f"--budget {self.budget} is no sum of US dollars", "an example: --budget 5")
