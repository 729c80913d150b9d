import re
from collections.abc import Callable

import pytest

from onrecord.reading.document import Block, Document, Quotation, Sentence
from onrecord.records import Article, Span

PART = re.compile(r"[^.\n]+\.[”\"]?|[^.\n]+")
QUOTED = re.compile(r"“[^”]*”")


def plain_document(text: str) -> Document:
    """A document with one body block a line, made without the reading stage, so that only grounding is tested."""
    blocks, sentences = [], []
    for line in re.finditer(r"[^\n]+", text):
        label = "boilerplate" if line[0] == "Comments are closed." else "body"
        blocks.append(Block(line.start(), line.end(), label))
        if label == "body":
            for part in PART.finditer(text, line.start(), line.end()):
                start = part.start() + len(part[0]) - len(part[0].lstrip())
                sentences.append(Sentence(len(sentences), start, part.end(), len(blocks) - 1))
    quotations = [
        Quotation(n, (Span(*m.span()),), (Span(m.start() + 1, m.end() - 1),), "speech")
        for n, m in enumerate(QUOTED.finditer(text))
    ]
    article = Article(id="a", text=text)
    return Document(article, tuple(blocks), tuple(sentences), tuple(quotations))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    return plain_document
