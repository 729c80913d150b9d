"""Several people named by their countries alone: `the Russian and French leaders`, `the German and Dutch ministers`."""

from collections.abc import Mapping

from onrecord.rules.actors.types import Known
from onrecord.rules.geography import gazetteer, straight
from onrecord.rules.syntax.types import Token

HEADS_OF = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "taoiseach"})
"""Roles that make somebody a country's leader."""


def leaders(tokens: list[Token], known: Mapping[str, Known]) -> list[str]:
    """Keys of those whom the tokens of a phrase mean, one a country; none where one of them is not in the article."""
    words = [token for token in tokens if token.tag != "DET"]
    adjectives = gazetteer().adjectives
    codes: list[str] = []
    k = 0
    while k < len(words) and (code := adjectives.get(straight(words[k].text))):
        codes.append(code)
        k += 1
        while k < len(words) and words[k].low in ("and", ","):
            k += 1
    rest = words[k:]
    if len(codes) < 2 or not rest or not rest[-1].low.endswith("s"):
        return []
    role = " ".join(token.low for token in rest)[:-1]
    found = [next((key for key, one in known.items() if _is(one, code, role)), None) for code in codes]
    return [key for key in found if key is not None] if None not in found else []


def _is(one: Known, code: str, role: str) -> bool:
    if one.kind != "person" or one.country != code or not one.role:
        return False
    has = one.role.lower()
    if has.split()[0] in ("former", "ex", "deputy", "vice", "acting"):
        return False
    if role == "leader":
        return has.endswith("leader") or any(has.endswith(head) for head in HEADS_OF)
    return has.endswith(role)
