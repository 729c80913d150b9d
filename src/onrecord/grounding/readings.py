"""Whom an engine takes words for, so that another one's items by the same words are that actor's too."""

from collections.abc import Iterable

from onrecord.records import Actor, Claim, Evidence, Position

_ARTICLES = ("the ", "a ", "an ")


class Readings:
    """Sources of one engine's kept items, and the names of its actors, each with the actor that it means.

    The first engine has the say: where it takes "The company" for the ferry's operator and has "The government" as an
    actor of its own, what the second finds by the same words is theirs as well.
    """

    def __init__(self, items: Iterable[Claim | Position] = (), actors: Iterable[Actor] = ()) -> None:
        self._sources: dict[tuple[int, int], str | None] = {}
        self._names: dict[str, str | None] = {}
        for item in items:
            actor = item.speaker if isinstance(item, Claim) else item.holder
            if actor is not None and (place := _place(item.source)) is not None:
                known = self._sources.setdefault(place, actor)
                self._sources[place] = actor if known == actor else None  # two who say it together
        for found in actors:
            name = _bare(found.name)
            known = self._names.setdefault(name, found.id)
            self._names[name] = found.id if known == found.id else None

    def actor(self, source: Evidence | None, own: str) -> str:
        """Whom a source means: the actor that these words mean elsewhere, else the engine's own reading."""
        if not self._sources and not self._names:
            return own  # the first engine's, of which there is none before
        if source is None or (place := _place(source)) is None:
            return own
        return self._sources.get(place) or self._names.get(_bare(source.text)) or own


def _place(source: Evidence | None) -> tuple[int, int] | None:
    """Where a source of one piece stands, without its article."""
    if source is None or len(source.spans) != 1 or source.match == "sentence":
        return None
    start, end = source.spans[0]
    return start + len(source.text) - len(_bare(source.text)), end


def _bare(words: str) -> str:
    low = words.casefold()
    return next((low[len(article) :] for article in _ARTICLES if low.startswith(article)), low)
