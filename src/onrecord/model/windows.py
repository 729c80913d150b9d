"""Articles in parts: which sentences go into one request, split at paragraph borders where one does not do.

Each sentence is in exactly one part. A part is as long as the window and the longest answer allow; a part whose answer
was cut is halved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model.rendering import LONGEST, Rendering
from onrecord.model.settings import ModelSettings
from onrecord.model.tokens import estimate
from onrecord.reading.document import Sentence

ANSWER_SHARE = 0.6
"""Tokens of article for one token of answer at most, so that few answers are cut: answers of a large model to the
seeds took 0.6 to 1.4 tokens for one of the article."""
MOST_SENTENCES = 200
"""Sentences of one part: strict schemas allow about a thousand listed values in all."""
_NUMBERS = 6
"""Tokens of a line's number and of the marks of its quotations."""


@dataclass(frozen=True, slots=True)
class Window:
    """The sentences that one request shows, with the lines they are shown as."""

    sentences: tuple[Sentence, ...]
    lines: tuple[str, ...]
    quotations: tuple[int, ...]
    """Numbers of the quotations that begin in it."""

    @property
    def text(self) -> str:
        """What stands between the fences: one sentence a line, an empty line between paragraphs."""
        shown: list[str] = []
        block = self.sentences[0].block if self.sentences else 0
        for sentence, line in zip(self.sentences, self.lines, strict=True):
            shown += ("", line) if sentence.block != block else (line,)
            block = sentence.block
        return "\n".join(shown)

    def halves(self, rendering: Rendering) -> "tuple[Window, Window] | None":
        """The window in two, at the paragraph border next to its middle, else between sentences; None for one
        sentence."""
        if len(self.sentences) < 2:
            return None
        middle = len(self.sentences) / 2
        borders = [i for i in range(1, len(self.sentences)) if self.sentences[i].block != self.sentences[i - 1].block]
        cut = min(borders or range(1, len(self.sentences)), key=lambda i: abs(i - middle))
        return (window_of(self.sentences[:cut], rendering), window_of(self.sentences[cut:], rendering))


def article_budget(settings: ModelSettings, overhead: int) -> int:
    """Tokens of article that one request may hold, beside `overhead` tokens of prompt and schema."""
    room = settings.window - settings.max_output - overhead
    return max(100, min(room, int(settings.max_output * ANSWER_SHARE)))


def split(rendering: Rendering, budget: int) -> list[Window]:
    """The parts of a document, each of about `budget` tokens at most."""
    parts: list[list[Sentence]] = []
    used = 0
    for _, group in groupby(rendering.sentences, key=lambda s: s.block):
        paragraph = list(group)
        costs = [_cost(s, rendering.document.text) for s in paragraph]
        if parts and used + sum(costs) <= budget and len(parts[-1]) + len(paragraph) <= MOST_SENTENCES:
            parts[-1] += paragraph
            used += sum(costs)
            continue
        fresh = True
        for sentence, cost in zip(paragraph, costs, strict=True):
            if fresh or used + cost > budget or len(parts[-1]) >= MOST_SENTENCES:
                parts.append([])
                used, fresh = 0, False
            parts[-1].append(sentence)
            used += cost
    return [window_of(part, rendering) for part in parts]


def window_of(sentences: Sequence[Sentence], rendering: Rendering) -> Window:
    """The window that shows these sentences."""
    return Window(
        tuple(sentences),
        tuple(rendering.line(s) for s in sentences),
        tuple(rendering.quotations(sentences)),
    )


def _cost(sentence: Sentence, text: str) -> int:
    return estimate(text[sentence.start : min(sentence.end, sentence.start + LONGEST)]) + _NUMBERS
