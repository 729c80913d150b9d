"""The store's answers with a folder of recordings beside them, for batches that record or replay."""

from onrecord.model.answers import Answer, Answers, Request
from onrecord.store.answers import StoredAnswers


class StoreAndFolder:
    """Asks the store first, then the folder; what either gives is kept in the store, what is new in both."""

    def __init__(self, store: StoredAnswers, folder: Answers) -> None:
        self._store = store
        self._folder = folder

    def get(self, request: Request) -> Answer | None:
        """The answer to exactly this request; a folder that is replayed raises where it has none."""
        known = self._store.get(request)
        if known is not None:
            return known
        recorded = self._folder.get(request)
        if recorded is not None and recorded.useful:
            self._store.put(request, recorded, paid=False)
        return recorded

    def put(self, request: Request, answer: Answer) -> None:
        """Keep an answer in the store, then in the folder."""
        self._store.put(request, answer)
        self._folder.put(request, answer)

    def put_useless(self, request: Request, answer: Answer) -> None:
        """Only the folder may show what answers nothing."""
        self._folder.put_useless(request, answer)
