"""The store: one SQLite file with articles, records, answers and what is still to do."""

from onrecord.store.opening import open_store
from onrecord.store.search import Filters
from onrecord.store.store import Store

__all__ = ["Filters", "Store", "open_store"]
