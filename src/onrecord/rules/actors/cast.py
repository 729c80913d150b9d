"""The actors of an article as they are met: persons, and organisations, groups and countries by their names."""

from onrecord.records import ActorKind
from onrecord.rules.actors.comparing import fold
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import NATIONS
from onrecord.rules.actors.people import People
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer

LEX = lexicon()
PLACES = gazetteer()


class Cast(People):
    """Who has been met so far."""

    def __init__(self) -> None:
        super().__init__()
        self._others: dict[str, str] = {}
        """Organisations, groups and unnamed ones by their folded names."""
        self.bodies: dict[str, None] = {}
        """Organisations, countries and groups, the one mentioned last at the end."""
        self.acted: set[str] = set()
        """Those of them that have been a subject."""

    def organization(self, name: str, *, country: str | None = None, kind: ActorKind = "organization") -> str:
        """The organisation, group or other actor of this name."""
        folded = fold(LEX.same.get(name, name))
        key = self._others.get(folded)
        if key is None:
            key = f"{kind[0]}:{folded}"
            while key in self.known:
                key += "'"
            self._add(key, name, kind)
            self._others[folded] = key
        known = self.known[key]
        if len(name) > len(known.name) and not name.isupper():
            known.name = name
        known.country = known.country or country
        return key

    def alias(self, name: str, key: str) -> None:
        """Let another name lead to the actor."""
        self._others.setdefault(fold(name), key)

    def named(self, name: str) -> str | None:
        """The actor of this very name, if it was met."""
        return self._others.get(fold(LEX.same.get(name, name)))

    def country(self, code: str, name: str = "") -> str:
        """The country; parts of one that act as nations do have a key of their own. Without a name it keeps its own."""
        key = f"c:{name.lower()}" if name in NATIONS else f"c:{code}"
        if key not in self.known:
            name = name or PLACES.main[code]
            self._add(key, name, "organization" if code == EUROPEAN_UNION else "country")
            self.known[key].country = code
        known = self.known[key]
        if name and _rank(name, code) > _rank(known.name, code):
            known.name = name
        return key


def _rank(name: str, code: str) -> tuple[bool, int]:
    """The country's own name before a variant, a variant before its capital, its government or that one's seat."""
    return (PLACES.main.get(code) == name, len(name) if name in PLACES.names else 0)
