"""Text in, document out: the one place that knows the order of reading."""

import datetime as dt
import hashlib

from onrecord.errors import SourceEmpty, SourceUnreadable
from onrecord.reading.blocks import Layout, lay_out
from onrecord.reading.document import UNREAD, Document
from onrecord.reading.kinds import with_kinds
from onrecord.reading.misread import notes_on
from onrecord.reading.paragraphs import BLANK, in_one_line
from onrecord.reading.publication import publication_date
from onrecord.reading.quotations import find_quotations
from onrecord.reading.sentences import find_sentences
from onrecord.records import Article, Published


def text_id(text: str) -> str:
    """The id of a text that comes without a name: the same text has the same one everywhere."""
    return "text-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 (the record's own name for it)
    title: str | None = None,
    title_added: int = 0,
    published: dt.date | None = None,
    published_from: Published = "given",
    url: str | None = None,
    source: str | None = None,
    encoding: str | None = None,
    notes: tuple[str, ...] = (),
) -> Article:
    """The article that a text is; title and day of publication come from the text where they are not given.

    Raises SourceEmpty where nothing visible is in it, SourceUnreadable where it holds half a character.

    >>> read_text("Ministers meet\\n\\nPublished 3 May 2026\\n\\nThe ministers met on Sunday.").published
    datetime.date(2026, 5, 3)
    """
    _refuse_unreadable(text)
    id, title, url, source = map(_whole, (id, title, url, source))  # noqa: A001
    if title and published:
        layout = Layout()
    else:
        layout = lay_out(text, title)
    if published is None and (found := publication_date(text, layout, url)):
        published, published_from = found
    return Article(
        id=id or text_id(text),
        text=text,
        title=title or _title(text, layout),
        title_added=title_added,
        published=published,
        published_from=published_from if published else None,
        url=url or layout.front.fields.get("url") or layout.front.fields.get("link"),
        source=source,
        encoding=encoding,
        notes=notes + notes_on(text),
    )


def _whole(name: str | None) -> str | None:
    """A name that can be written out: halves of characters, from a file name or a JSON escape, are spelt out."""
    return name if name is None or name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def _refuse_unreadable(text: str) -> None:
    """Raise where there is nothing to read, or where half of a surrogate pair makes it no text at all."""
    if not text.strip(BLANK):
        raise SourceEmpty("the text is empty", "there is nothing to read in it")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SourceUnreadable(
            f"the text holds half a character (a lone surrogate) at {error.start}", "write the text out again as UTF-8"
        ) from error


def _title(text: str, layout: Layout) -> str | None:
    block = next((block for block in layout.blocks if block.label == "title"), None)
    return in_one_line(text[block.start : block.end]) if block else None


def analyse(article: Article) -> Document:
    """The blocks, sentences and quotations of an article; its text is not changed.

    >>> document = analyse(read_text("“We will talk,” she said. He left."))
    >>> [article.text[s.start : s.end] for article in [document.article] for s in document.sentences]
    ['“We will talk,” she said.', 'He left.']
    """
    text = article.text
    blocks = lay_out(text, article.title).blocks
    quotations = find_quotations(text, blocks, UNREAD)
    sentences = find_sentences(text, blocks, quotations, UNREAD)
    return Document(
        article, tuple(blocks), tuple(sentences), with_kinds(text, quotations, sentences, blocks), article.notes
    )
