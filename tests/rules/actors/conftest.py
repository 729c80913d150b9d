"""Short texts read up to the actors."""

import re

import pytest

from onrecord.reading.document import Block, Document, Sentence
from onrecord.records import Article
from onrecord.rules.actors.find import find_actors
from onrecord.rules.syntax.analyse import analyse

SENTENCE = re.compile(r"\S.*?(?:(?<!\bMr)(?<!\bMrs)(?<!\bSen)(?<!\b[A-Z])[.?!](?=\s|$)|\n|$)")
"""Good enough for the sentences written here: "Mr. Roe left. He smiled." gives two."""


class Reading:
    """A text with its actors."""

    def __init__(self, text, headline=None):
        whole = f"{headline}\n{text}" if headline else text
        blocks = [Block(0, len(headline), "title")] if headline else []
        blocks.append(Block(len(headline) + 1 if headline else 0, len(whole), "body"))
        spans = [match.span() for block in blocks for match in SENTENCE.finditer(whole, block.start, block.end)]
        last = len(blocks) - 1
        sentences = tuple(
            Sentence(n, start, end, 0 if headline and end <= len(headline) else last)
            for n, (start, end) in enumerate(spans)
        )
        self.text = whole
        self.document = Document(Article(id="a", text=whole), tuple(blocks), sentences, ())
        self.clauses = analyse(self.document)
        self.actors = find_actors(self.document, self.clauses)

    def named(self, name):
        found = [known for known in self.actors.known.values() if known.name == name]
        assert len(found) == 1, [known.name for known in self.actors.known.values()]
        return found[0]

    def words(self, name):
        return [self.text[start:end] for start, end in self.named(name).mentions]

    def refer(self, words, occurrence=0):
        start = -1
        for _ in range(occurrence + 1):
            start = self.text.index(words, start + 1)
        reference = self.actors.refer(start, start + len(words))
        return (self.actors.known[reference.actor], reference.certainty) if reference else None

    def several(self, words):
        start = self.text.index(words)
        return [self.actors.known[r.actor].name for r in self.actors.several(start, start + len(words))]


@pytest.fixture
def read():
    return Reading
