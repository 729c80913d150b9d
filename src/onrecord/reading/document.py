"""What reading makes of an article: labelled blocks, numbered sentences and numbered quotations over its text.

Everything here is a pair of offsets into `Article.text`. These are plain dataclasses, not pydantic models: they are
made by our own code from our own offsets, thousands at a time.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from onrecord.records import Article, Span

BlockLabel = Literal[
    "title",
    "title repeated",
    "standfirst",
    "byline",
    "dateline",
    "timestamp",
    "caption",
    "heading",
    "body",
    "boilerplate",
]

UNREAD: frozenset[BlockLabel] = frozenset({"title repeated", "timestamp", "byline", "boilerplate"})
"""Labels of blocks in which no facts are looked for. They stay in the text and are counted."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line with its label. A dateline ("PARIS, 3 May (Reuters) -") is a block of its own that ends
    where the paragraph's first sentence begins."""

    start: int
    end: int
    label: BlockLabel


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block that is read; `number` counts from 0 over the document and is its index."""

    number: int
    start: int
    end: int
    block: int
    """Index into `Document.blocks`."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `number` counts from 0 over the document and is its index."""

    number: int
    spans: tuple[Span, ...]
    """The quotation with its marks; one span a paragraph where it runs over several."""
    inner: tuple[Span, ...]
    """The same without the marks."""
    kind: Literal["speech", "scare", "title"]
    """speech; scare: a word or two at a distance; title: of a work."""
    closed: bool = True
    """False where the closing mark is missing and the end of the paragraph stands for it."""
    parent: int | None = None
    """The quotation around this one, if nested."""

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last mark ends."""
        return self.spans[-1].end


@dataclass(frozen=True)
class Document:
    """An article with its structure."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    notes: tuple[str, ...] = field(default=())
    """Those of the article: what reading it met with."""
    text: str = field(init=False, repr=False, compare=False)
    """The article's text."""
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Plain attributes, for they are asked for hundreds of times an article.
        object.__setattr__(self, "text", self.article.text)
        object.__setattr__(self, "_starts", [sentence.start for sentence in self.sentences])

    @cached_property
    def standing(self) -> dict[int, int]:
        """Where each part of a quotation that is a clause of its own closes, by where it opens.

        A quotation of a word or two stands in the clause around it; a longer one is a clause of its own.
        """
        text = self.text
        return {
            span.start: span.end
            for quotation in self.quotations
            for span, inner in zip(quotation.spans, quotation.inner, strict=True)
            if stands_alone(text, span.start, inner.start, inner.end)
        }

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, if one does."""
        index = bisect_right(self._starts, offset)
        if not index:
            return None
        sentence = self.sentences[index - 1]
        return sentence if offset < sentence.end else None

    def sentences_between(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that share a character with `[start, end)`."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        return tuple(s for s in self.sentences[first:last] if s.end > start)

    def label_of(self, sentence: Sentence) -> BlockLabel:
        """The label of the block that a sentence stands in."""
        return self.blocks[sentence.block].label


def stands_alone(text: str, start: int, inner: int, end: int) -> bool:
    """Whether quoted words are a clause of their own: long enough, and after a break or ending with a comma or stop."""
    if end - inner < 12 and text[end - 1] not in ",.!?":
        return False
    i = start - 1
    while i >= 0 and text[i] in " \t\u00a0":
        i -= 1
    if i < 0 or text[i] in ',:;\n.!?—–-)”"':
        return True
    return text[inner].isupper() or text[end - 1] in ",.!?"
