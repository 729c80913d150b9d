"""HTML: the article of a page, with the title, day and address that the page names.

The text is what trafilatura takes out of the page; from there on nothing of it is changed. It comes with the extra
`html` and is imported when a page is read.
"""

import datetime as dt
import re
from typing import Any

from onrecord.errors import ExtraMissing, SourceEmpty, SourceUnreadable
from onrecord.reading.encodings import decode, mark_of
from onrecord.reading.headed import headed
from onrecord.reading.hidden import HIDDEN, HIDDEN_MARK
from onrecord.reading.paragraphs import BLANK
from onrecord.reading.printed_dates import find_date
from onrecord.reading.read import read_text
from onrecord.records import Article

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_PAGE = re.compile(
    r"""\s*+(?:<\?xml[^<>]*+>\s*+)?+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article)\b""",
    re.IGNORECASE,
)
_NO_PAGE = ("utf-16", "utf_16", "utf-32", "utf_32", "utf-7", "utf_7", "idna", "punycode", "escape", "unicode")
"""What no page can be in whose declaration reads as ASCII, and Python's own codecs."""
_DEEPEST = 2_000
"""Tags nested deeper than this are an attack or an accident, and cost the parser more than they are worth."""
_LARGEST = 20_000_000
_TAG = re.compile(
    r"<(/?)(div|span|p|b|i|em|strong|font|table|tr|td|ul|ol|li|blockquote|section|article|a)\b", re.IGNORECASE
)


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    return _PAGE.match(text[:4000]) is not None


def read_html(data: bytes, name: str, *, id: str | None, source: str | None, encoding: str | None = None) -> Article:  # noqa: A002
    """The article of a page. Raises ExtraMissing without trafilatura, SourceEmpty where it finds no article."""
    try:
        import trafilatura  # noqa: F401 - looked for here, used below
    except ImportError as error:
        raise ExtraMissing(
            f"{name!r} is HTML, and the parser for it is not installed", "pip install 'onrecord[html]'"
        ) from error
    page, used = _decode(data, name, encoding)
    _refuse_hostile(page, name)
    notes: tuple[str, ...] = ()
    fields = _extracted(page, name, HIDDEN)
    if not (fields.get("text") or "").strip(BLANK) and HIDDEN_MARK.search(page):
        fields = _extracted(page, name, None)
        notes = ("the page keeps its whole article from sight; it was read all the same",)
    text = fields.get("text") or ""
    if not text.strip(BLANK):
        raise SourceEmpty(f"no article was found in the page {name!r}", "save the article's text as plain text")
    title = (fields.get("title") or "").strip() or None
    text, added = headed(text, title)
    day = find_date(fields.get("date") or "")
    return read_text(
        text,
        id=id,
        title=title,
        title_added=added,
        published=day,
        published_from="metadata",
        url=fields.get("url") or None,
        source=source,
        encoding=used,
        notes=notes,
    )


def _extracted(page: str, name: str, without: str | None) -> dict[str, Any]:
    """What trafilatura finds in a page: its text and what the page says of itself."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            prune_xpath=without,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": dt.date.max.isoformat(),
            },
        )
    except Exception as error:  # the parser's errors are of many kinds; the page is at fault in all of them
        raise SourceUnreadable(
            f"{name!r} could not be parsed as HTML: {type(error).__name__}", "save the article as plain text"
        ) from error
    return found if isinstance(found, dict) else found.as_dict() if found else {}


def _decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    if encoding is None and mark_of(data) is None:
        named = _CHARSET.search(data[:4096])
        if named:
            claimed = named[1].decode("ascii").lower()
            claimed = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "utf-8", "utf8": "utf-8"}.get(
                claimed, claimed
            )
            try:
                if not any(part in claimed for part in _NO_PAGE):
                    return data.decode(claimed), claimed
            except (LookupError, UnicodeError):
                pass  # pages often name an encoding they are not in
    return decode(data, name, encoding)


def _refuse_hostile(page: str, name: str) -> None:
    if len(page) > _LARGEST:
        raise SourceUnreadable(f"{name!r} is a page of {len(page):,} characters", "save the article as plain text")
    depth = 0
    for match in _TAG.finditer(page):
        depth = max(0, depth + (-1 if match[1] else 1))
        if depth > _DEEPEST:
            raise SourceUnreadable(
                f"{name!r} nests its tags more than {_DEEPEST:,} deep", "save the article as plain text"
            )
