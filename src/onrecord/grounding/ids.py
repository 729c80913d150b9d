"""Ids made from content: the same words of the same article always get the same id."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from onrecord.records import ActorKind, Span

_WORD = re.compile(r"\w+")


def item_id(prefix: str, article: str, *parts: str | Sequence[Span] | None) -> str:
    """An id such as `claim-3f2a91c07b`, from the article's id and the item's own parts."""
    text = article
    for part in parts:
        if part is None:
            text += "\0"
        elif isinstance(part, str):
            text += "\0" + part
        elif len(part) == 1:
            start, end = part[0]
            text += f"\0[({start}, {end})]"
        else:
            text += f"\0[{', '.join([f'({start}, {end})' for start, end in part])}]"
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"


def actor_id(kind: ActorKind, name: str, country: str | None, article: str) -> str:
    """An id such as `person:emmanuel-macron` or `country:fra`; unnamed actors are bound to their article."""
    if kind == "country" and country:
        return f"country:{country.lower()}"
    plain = name if name.isascii() else unicodedata.normalize("NFC", name)
    slug = "-".join(_WORD.findall(plain.casefold()))[:80] or "nameless"
    if kind == "unnamed":
        return f"unnamed:{slug}@{_short(article)}"
    return f"{kind}:{slug}"


@lru_cache(maxsize=1)
def _short(article: str) -> str:
    """The article's id in a few letters, for all that is bound to it."""
    return hashlib.sha256(article.encode()).hexdigest()[:8]


def name_words(name: str) -> tuple[str, ...]:
    """The words by which names are compared: case folded, accents and marks off."""
    if name.isascii():
        return tuple(_WORD.findall(name.casefold()))
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return tuple(_WORD.findall(bare.casefold()))
