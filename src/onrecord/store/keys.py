"""The hashes by which the store knows that something was done already."""

import hashlib
import json
from collections.abc import Mapping

from onrecord.records import Article


def _digest(*parts: str | bytes | None) -> "hashlib._Hash":
    """Hash parts so that no two different lists of parts give the same bytes: each is preceded by its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"-" if part is None else b"%d:" % len(data))
        digest.update(data)
    return digest


def article_key(article: Article) -> str:
    """The hash of all of an article that can shape its record; where it lies and how it was encoded cannot."""
    published = article.published.isoformat() if article.published else None
    return _digest(article.id, article.text, article.title, published, article.url).hexdigest()


def shape_key(parts: Mapping[str, object]) -> str:
    """The hash of all that shapes a record beside its article (engine, model, prompt, version ...)."""
    return _digest(json.dumps(parts, sort_keys=True, default=str)).hexdigest()[:16]


def task_key(source: str, content: bytes | str, shape: str) -> bytes:
    """The hash of one source's undecoded content and a shape: the same bytes under the same name are done once."""
    return _digest(source, content, shape).digest()[:16]
