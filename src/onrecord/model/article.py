"""The reading of one article: its parts one after the other, cut ones halved, then a second look."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.drafts import Draft
from onrecord.model.answers import Answer
from onrecord.model.drafting import Drafting
from onrecord.model.errors import (
    ModelCallError,
    ModelCut,
    ModelEmpty,
    ModelFiltered,
    ModelNonsense,
    ModelRefused,
    ModelTooLong,
    RecordingMissing,
    nonsense,
)
from onrecord.model.parsing import Items, read_items
from onrecord.model.rendering import Rendering
from onrecord.model.requests import Ask
from onrecord.model.second_look import missed_by
from onrecord.model.usage import sum_of, usage_of
from onrecord.model.windows import Window
from onrecord.reading.document import Document
from onrecord.records import Usage

if TYPE_CHECKING:
    from onrecord.model.engine import ModelEngine

_MOST_POINTS = 5
_MOST_GAPS = 3
_HOPELESS = (ModelRefused, ModelFiltered, ModelNonsense, ModelEmpty, ModelCut, ModelTooLong)
"""Errors that speak of one part of an article, and not of the server: the other parts are worth asking."""


@dataclass(frozen=True, slots=True)
class ModelDraft:
    """What the model proposes, and what it took."""

    draft: Draft
    usage: Usage
    model: str
    mode: str
    prompt: str
    prompt_hash: str
    schema_hash: str
    seconds: float
    gaps: tuple[str, ...] = ()
    """What was meant to be answered and was not, or not wholly, and why; empty for most articles."""


class ArticleReading:
    """The reading of one document."""

    def __init__(self, engine: "ModelEngine", document: Document) -> None:
        self.engine, self.document = engine, document
        self.rendering = Rendering(document)
        self.drafting = Drafting(document, engine.prompt.name)
        self.answers: list[Answer] = []
        self.failures = Usage(cost=0.0)
        self.notes: list[str] = []
        self.gaps: list[str] = []
        self.schema_hash = ""

    async def run(self, beside: Draft | None) -> ModelDraft:
        """Ask part by part, then once more for what was left out; raises where no part got an answer, or where the
        answers hold nothing, not even the article's summary: that would be an empty record, and nobody the wiser."""
        windows = deque(self.engine.windows(self.rendering))
        done = 0
        last: ModelCallError | None = None
        while windows:
            window = windows.popleft()
            parts = done + 1 + len(windows)
            ask = self.engine.request(self.document, window, part=done + 1, parts=parts, known=self.drafting.known())
            self.schema_hash = self.schema_hash or ask.schema_hash
            try:
                items = await self._items(ask)
            except (ModelTooLong, ModelCut) as error:
                halves = window.halves(self.rendering)
                if halves is not None:
                    self.failures = sum_of(self.failures, error.usage)
                    self.notes.append(f"part {done + 1} was split: {error}")
                    windows.extendleft(reversed(halves))
                    continue
                last = self._gap(error, window)
            except _HOPELESS as error:
                last = self._gap(error, window)
            except ModelCallError as error:
                raise error.spent(self._usage(error.usage)) from None
            else:
                self._take(items, window)
            done += 1
        if last is not None and not self.answers:
            raise last.spent(self._usage())
        if self.engine.settings.second_look:
            await self._look_again(beside)
        if self.answers and self.drafting.empty:
            raise ModelEmpty("the model answered and put nothing on record").spent(self._usage())
        if self.rendering.shortened:
            self.notes.append(f"{len(self.rendering.shortened)} sentences were too long to be shown whole")
        return self._result()

    async def _items(self, ask: Ask) -> Items:
        answer = await self.engine.answer(ask)
        items = _items_of(answer)
        cut = answer.finish_reason == "length" or items.cut
        if cut and len(ask.window.sentences) > 1:
            self.failures = sum_of(self.failures, usage_of(answer))
            raise ModelCut("the answer was cut by its length")
        if cut and items.empty:
            raise ModelCut("the answer was cut by its length").spent(usage_of(answer))
        if cut:
            number = ask.window.sentences[0].number + 1
            self.gaps.append(f"the answer to sentence {number} was cut, and only what was complete of it is kept")
        self.answers.append(answer)
        return items

    def _take(self, items: Items, window: Window) -> None:
        points = self.drafting.points
        before = len(points)
        self.drafting.add(items, window)
        # A long article's summary is that of its first part and the first sentence of each later one, up to five.
        allowed = before + (len(points) - before if not before else min(1, max(0, _MOST_POINTS - before)))
        self.drafting.refuse_points(allowed, "the summary of a long article takes one sentence from each further part")

    def _gap(self, error: ModelCallError, window: Window) -> ModelCallError:
        self.failures = sum_of(self.failures, error.usage)
        first, last = window.sentences[0].number + 1, window.sentences[-1].number + 1
        self.gaps.append(f"sentences {first} to {last} got no answer: {error}")
        return error

    async def _look_again(self, beside: Draft | None) -> None:
        """One more request for what was left out. It can only add: without an answer the draft stands as it is."""
        missed = missed_by(self.drafting, self.rendering, beside)
        if missed is None:
            return
        ask = self.engine.request(self.document, missed.window, known=self.drafting.known(), missed=missed.refs)
        try:
            answer = await self.engine.answer(ask)
            items = _items_of(answer)
        except RecordingMissing:
            self.gaps.append("the second look is not recorded")
            return
        except ModelCallError as error:
            self.failures = sum_of(self.failures, error.usage)
            self.gaps.append(f"the second look got no answer: {error}")
            return
        self.answers.append(answer)
        self.drafting.trace = self.engine.second_look.name
        self.drafting.add(items, missed.window)

    def _usage(self, more: Usage | None = None) -> Usage:
        total = self.failures if more is None else sum_of(self.failures, more)
        for answer in self.answers:
            total = sum_of(total, usage_of(answer))
        return total

    def _result(self) -> ModelDraft:
        first = self.answers[0] if self.answers else None
        prompt = self.engine.prompt
        d = self.drafting
        return ModelDraft(
            draft=Draft(
                engine="model",
                actors=d.cast(),
                claims=tuple(d.claims),
                positions=tuple(d.positions),
                events=tuple(d.events),
                points=tuple(d.points),
                notes=(*self.notes, *self.gaps),
                refused=tuple(d.refused),
            ),
            usage=self._usage(),
            model=first.model if first else self.engine.settings.model,
            mode=first.mode if first else self.engine.settings.mode,
            prompt=prompt.name,
            prompt_hash=prompt.hash,
            schema_hash=self.schema_hash,
            seconds=round(sum(a.seconds for a in self.answers), 3),
            gaps=_few(self.gaps),
        )


def _few(gaps: Sequence[str]) -> tuple[str, ...]:
    """The first gaps, and how many more there are."""
    if len(gaps) <= _MOST_GAPS:
        return tuple(gaps)
    return (*gaps[:_MOST_GAPS], f"and {len(gaps) - _MOST_GAPS} more got none")


def _items_of(answer: Answer) -> Items:
    """The items of an answer, whoever kept it; raises what its finish reason means."""
    if answer.finish_reason == "content_filter":
        raise ModelFiltered("a content filter stopped the answer").spent(usage_of(answer))
    if answer.finish_reason == "refusal":
        raise ModelRefused("the model declined").spent(usage_of(answer))
    try:
        return read_items(answer.text)
    except ModelNonsense as error:
        if answer.finish_reason == "length":
            return Items(cut=True)
        if not answer.useful:
            error = nonsense(error.message, len(answer.earlier) + 1)
        raise error.spent(usage_of(answer)) from None
