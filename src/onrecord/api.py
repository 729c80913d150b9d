"""The library's calls: a path or a text in, typed objects out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.cycles import collecting_seldom
from onrecord.errors import SourceError
from onrecord.pipeline import Options, Pipeline
from onrecord.reading.document import Document
from onrecord.reading.read import analyse, read_text
from onrecord.reading.sources import read_articles
from onrecord.records import Article, Record, Summary

Source = str | Path | Article
"""A `Path` or the name of an existing file is read; an `Article` is taken as it is; any other string is the text."""


def read(source: Source) -> Document:
    """An article with its blocks, sentences and quotations.

    Raises `SourceError` where it cannot be read.

    >>> document = read("Mayor resigns\\n\\n“I am tired,” Ana Ruiz said on Friday.\\n\\nComments are closed.")
    >>> [block.label for block in document.blocks]
    ['title', 'body', 'boilerplate']
    """
    return analyse(_article(source))


def extract(source: Source, options: Options | None = None) -> Record:
    """One article on record.

    Raises `SourceError` where it cannot be read, and `ModelError` where a model was meant to read it, failed, and
    `options.fallback` is False.

    >>> record = extract("“I am tired,” Ana Ruiz said on Friday.", Options(engine="rules"))
    >>> [(claim.speaker, claim.content.text) for claim in record.claims]
    [('person:ana-ruiz', '“I am tired,”')]
    """
    with Pipeline(options) as pipeline, collecting_seldom():
        return pipeline.put(read(source)).record


def summarize(source: Source, options: Options | None = None) -> Summary:
    """The headline and two or three points of an article, each with the words it rests on.

    >>> summarize("The bridge fell on Friday.\\n\\nNobody was hurt.", Options(engine="rules")).points[0].text
    'The bridge fell on Friday.'
    """
    return extract(source, options).summary


def extract_many(sources: Iterable[Source] | Source, options: Options | None = None) -> Iterator[Record | SourceError]:
    """Records of many articles as they are made: files, folders, JSONL and CSV files, texts.

    An article that cannot be read gives its `SourceError` as a value in its place, and the others go on. Memory
    does not grow with the number of articles.

    >>> [type(result).__name__ for result in extract_many(["A bridge fell.", ""], Options(engine="rules"))]
    ['Record', 'SourceEmpty']
    """
    with Pipeline(options) as pipeline:
        for item in _articles(sources):
            if isinstance(item, SourceError):
                yield item
                continue
            with collecting_seldom():
                record = pipeline.put(analyse(item)).record
            yield record


def _articles(sources: Iterable[Source] | Source) -> Iterator[Article | SourceError]:
    for source in [sources] if isinstance(sources, str | Path | Article) else sources:
        if isinstance(source, Article):
            yield source
        elif isinstance(source, Path) or _names_a_path(source):
            yield from read_articles([str(source)])
        else:
            try:
                yield read_text(source)
            except SourceError as error:
                yield error


def _article(source: Source) -> Article:
    found = next(_articles(source), None)
    if isinstance(found, SourceError):
        raise found
    if found is None:
        raise SourceError(f"{str(source)!r} holds no article", "name a file with text in it")
    return found


def _names_a_path(text: str) -> bool:
    if not text or "\n" in text or len(text) > 1000:
        return False
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False
