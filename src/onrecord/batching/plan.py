"""What a run would do: articles, tokens and price, counted without a request and without writing anything."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from onrecord.batching.inputs import Unreadable
from onrecord.batching.run import Batch
from onrecord.batching.shapes import shape_of
from onrecord.batching.working import document_of
from onrecord.errors import OnrecordError
from onrecord.pipeline import Pipeline
from onrecord.store import open_store
from onrecord.store.answers import StoredAnswers
from onrecord.store.keys import shape_key


@dataclass(slots=True)
class Plan:
    """What is there to do."""

    articles: int = 0
    done: int = 0
    """Have their record already."""
    unreadable: int = 0
    requests: int = 0
    """That would be made at least; second looks and repairs come on top."""
    stored: int = 0
    """Requests whose answer is stored already."""
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0
    """US dollars; None where the price is not known."""
    model: str | None = None
    missing: str | None = None
    """Why the model that was meant to answer cannot be asked."""

    def cells(self) -> dict[str, object]:
        """All of it, for programs."""
        return {name: getattr(self, name) for name in self.__slots__}

    def in_words(self) -> str:
        """All of it, for people."""
        lines = [
            f"{self.articles:,} articles: {self.articles - self.done - self.unreadable:,} to do, {self.done:,} done"
        ]
        if self.unreadable:
            lines[0] += f", {self.unreadable:,} that cannot be read"
        if self.model:
            price = "price not known" if self.cost is None else f"about ${self.cost:.2f}"
            lines.append(
                f"{self.requests:,} requests to {self.model} ({self.stored:,} more are stored): about "
                f"{self.input_tokens:,} tokens in and {self.output_tokens:,} out, {price}."
            )
            lines.append("Tokens are estimated from characters; second looks and repairs come on top.")
        else:
            why = f" The model cannot be asked: {self.missing}." if self.missing else ""
            lines.append(f"By the rules alone: no request, no cost.{why}")
        return "\n".join(lines)


def plan(batch: Batch) -> Plan:
    """Count what `batch.results()` would do."""
    found = Plan()
    with tempfile.TemporaryDirectory() as empty, Pipeline(batch.options) as pipeline:
        place = batch.path if batch.path.exists() else Path(empty) / "none.db"
        with open_store(place, create=True) as store:
            shape = shape_key(shape_of(batch.options, pipeline))
            answers = StoredAnswers(store)
            found.model = pipeline.model.settings.model if pipeline.model else None
            found.missing = pipeline.missing
            for item in batch.inputs_over(store).items(shape):
                found.articles += 1
                if isinstance(item, Unreadable):
                    found.unreadable += 1
                    continue
                if not batch.how.redo and store.is_done(item.task.key):
                    found.done += 1
                    continue
                try:
                    document = document_of(item)
                except OnrecordError:
                    found.unreadable += 1
                    continue
                if pipeline.model:
                    for ask in pipeline.model.requests(document):
                        if not batch.how.redo and answers.get(ask.request) is not None:
                            found.stored += 1
                            continue
                        guess = ask.shown(pipeline.model.settings)["estimate"]
                        found.requests += 1
                        found.input_tokens += guess["input_tokens"]
                        found.output_tokens += guess["output_tokens"]
                        if found.cost is not None:
                            found.cost = None if guess["cost"] is None else found.cost + guess["cost"]
    return found
