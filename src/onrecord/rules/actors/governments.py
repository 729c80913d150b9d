"""Governments named by their country, which stand for it: "the French government", "Fiji's government"."""

from onrecord.rules.actors.named import NATIONS
from onrecord.rules.geography import EUROPEAN_UNION, gazetteer, straight
from onrecord.rules.syntax.types import NounPhrase, Token

PLACES = gazetteer()

GOVERNMENT = "government"
OWN = frozenset({"government", "country", "nation"})
"""Nouns that with "his" or "her" stand for somebody's country."""
LONGEST = 4
PARTS = NATIONS | {"English", "Scottish", "Welsh", "Northern Irish", "West Bank", "Gaza", "Gaza Strip", "Gazan"}
"""Parts of a country with a government of their own."""


def country_governed(tokens: list[Token], phrase: NounPhrase) -> tuple[str, int] | None:
    """The country whose government a phrase names by the country alone: its code, and the index after the last token.

    None for "the former French government" or "the Texas government".
    """
    last = phrase.head + 1
    if tokens[phrase.head].low != GOVERNMENT:
        return None
    country = [t.text for t in tokens[phrase.first : phrase.head] if t.tag != "DET" and t.low not in ("'s", "'", "’s")]
    if not country and last < len(tokens) and tokens[last].low == "of":
        last += 1
        begin = last + (last < len(tokens) and tokens[last].low == "the")
        last = begin
        while last < len(tokens) and last < begin + LONGEST and tokens[last].text[0].isupper():
            last += 1
        country = [token.text for token in tokens[begin:last]]
    words = straight(" ".join(country))
    code = PLACES.nationalities.get(words) or PLACES.names.get(words)
    if code is None or code == EUROPEAN_UNION or words in PARTS or PLACES.ambiguous(words):
        return None
    return code, last
