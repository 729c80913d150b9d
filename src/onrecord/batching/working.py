"""One item from source to rows, in whichever process it happens."""

from onrecord.batching.items import Item, Outcome
from onrecord.errors import OnrecordError, SourceError
from onrecord.pipeline import Options, Pipeline
from onrecord.reading.document import Document
from onrecord.reading.read import analyse
from onrecord.reading.sources import read_articles
from onrecord.records import Record
from onrecord.store.rows import rows_of


class Unforeseen(OnrecordError):
    """A fault of ours, or no memory, at one article; the others go on."""


def document_of(item: Item) -> Document:
    """Read an item. Raises `SourceError` where it cannot be read."""
    article = item.article
    if article is None:
        if item.path is None:
            raise ValueError("an item has a path or an article")
        read = next(read_articles([item.path]))
        if isinstance(read, SourceError):
            raise read
        article = read.model_copy(update={"id": item.name})
    return analyse(article)


def outcome_of(item: Item, record: Record) -> Outcome:
    """An item's record as rows for the store."""
    return Outcome(item, rows_of(record))


def failed(item: Item, error: Exception) -> Outcome:
    """Why an item has no record; an error that nobody foresaw is named as such."""
    if isinstance(error, OnrecordError):
        return Outcome(item, error=error)
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Outcome(
        item,
        error=Unforeseen(
            f"{item.task.source!r} could not be put on record ({said})",
            "this is a fault of onrecord; please report it with the article if you may share it",
        ),
    )


def work(item: Item, pipeline: Pipeline) -> Outcome:
    """Put one item on record; never raises for what an article holds."""
    try:
        return outcome_of(item, pipeline.put(document_of(item)).record)
    except Exception as error:
        return failed(item, error)


def rules_pipeline() -> Pipeline:
    """The rules alone: what each worker process runs."""
    return Pipeline(Options(engine="rules"))
