"""Who said what, where they stand, what happened: each fact tied to the exact words of the article.

>>> import onrecord
>>> record = onrecord.extract("The minister said the bridge would reopen in May.")
>>> record.claims[0].content.text
'the bridge would reopen in May'

Names are imported when they are first used, so that `import onrecord` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import extract as extract
    from onrecord.api import extract_many as extract_many
    from onrecord.api import read as read
    from onrecord.api import summarize as summarize
    from onrecord.batching.items import Result as Result
    from onrecord.batching.options import BatchOptions as BatchOptions
    from onrecord.batching.run import batch as batch
    from onrecord.errors import ModelError as ModelError
    from onrecord.errors import OnrecordError as OnrecordError
    from onrecord.errors import SourceError as SourceError
    from onrecord.errors import StoreError as StoreError
    from onrecord.errors import UsageError as UsageError
    from onrecord.pipeline import Options as Options
    from onrecord.reading.document import Document as Document
    from onrecord.records import Actor as Actor
    from onrecord.records import Article as Article
    from onrecord.records import Claim as Claim
    from onrecord.records import Coverage as Coverage
    from onrecord.records import Event as Event
    from onrecord.records import Evidence as Evidence
    from onrecord.records import Place as Place
    from onrecord.records import Position as Position
    from onrecord.records import Provenance as Provenance
    from onrecord.records import Record as Record
    from onrecord.records import Span as Span
    from onrecord.records import Summary as Summary
    from onrecord.records import When as When
    from onrecord.store import Filters as Filters
    from onrecord.store import Store as Store
    from onrecord.store import open_store as open_store
    from onrecord.version import VERSION as __version__  # noqa: N811 - the name Python tools ask for

_HOMES = {
    "extract": "api",
    "extract_many": "api",
    "read": "api",
    "summarize": "api",
    "batch": "batching.run",
    "BatchOptions": "batching.options",
    "Result": "batching.items",
    "ModelError": "errors",
    "OnrecordError": "errors",
    "SourceError": "errors",
    "StoreError": "errors",
    "UsageError": "errors",
    "Options": "pipeline",
    "Document": "reading.document",
    "Actor": "records",
    "Article": "records",
    "Claim": "records",
    "Coverage": "records",
    "Event": "records",
    "Evidence": "records",
    "Place": "records",
    "Position": "records",
    "Provenance": "records",
    "Record": "records",
    "Span": "records",
    "Summary": "records",
    "When": "records",
    "Filters": "store",
    "Store": "store",
    "open_store": "store",
}

__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("onrecord.version").VERSION
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(f"onrecord.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
