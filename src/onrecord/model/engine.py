"""The model engine: a document in, a draft out, asking a model part by part or taking answers that are kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.drafts import Draft
from onrecord.model.answers import Answer, Answers, Purse
from onrecord.model.article import ArticleReading, ModelDraft
from onrecord.model.errors import ModelNonsense, ModelNotConfigured
from onrecord.model.loop import Loop
from onrecord.model.prompts import load
from onrecord.model.rendering import Rendering
from onrecord.model.requests import Ask, make_ask
from onrecord.model.settings import ModelSettings
from onrecord.model.tokens import estimate
from onrecord.model.windows import Window, article_budget, split
from onrecord.reading.document import Document

if TYPE_CHECKING:
    from onrecord.model.client.asking import Client

_OVERHEAD = 300
"""Tokens kept free for what stands around the article: labels, known actors, the chat's own marks."""
_EMPTY: dict[str, Any] = {
    "article": "",
    "headline": "",
    "published": "",
    "part": 1,
    "parts": 1,
    "known": [],
    "missed": [],
}


class ModelEngine:
    """Reads documents with one model and one prompt. One engine serves many documents at once, in one event loop.

    Raises `UsageError` at once where the prompt is wrong.
    """

    def __init__(self, settings: ModelSettings, answers: Answers | None = None, purse: Purse | None = None) -> None:
        self.settings = settings
        self._answers = answers
        self._purse = purse
        self.prompt = load(settings.prompt, settings.prompts)
        self.second_look = load("second-look/v2", settings.prompts)
        self._repair = load("repair/v1", settings.prompts)
        self._budget = article_budget(settings, estimate(self.prompt.render(_EMPTY)[0]) + _OVERHEAD)
        self._client: Client | None = None
        self._loop: Loop | None = None

    async def draft(self, document: Document, beside: Draft | None = None) -> ModelDraft:
        """What the model proposes for a document.

        `beside` is the rules' draft, where they run too: attributions that only they found are asked for in the
        second look. Raises a `ModelCallError` that says why there is no usable answer.
        """
        return await ArticleReading(self, document).run(beside)

    def draft_blocking(self, document: Document, beside: Draft | None = None) -> ModelDraft:
        """The same for callers without an event loop."""
        if self._loop is None:
            self._loop = Loop()
        drafted: ModelDraft = self._loop.run(self.draft(document, beside))
        return drafted

    def requests(self, document: Document) -> Iterator[Ask]:
        """What would be sent for a document at first; later parts carry on actors that only answers bring."""
        windows = self.windows(Rendering(document))
        for number, window in enumerate(windows, 1):
            yield self.request(document, window, part=number, parts=len(windows))

    def windows(self, rendering: Rendering) -> list[Window]:
        """The parts in which a document is sent."""
        return split(rendering, self._budget)

    def request(
        self,
        document: Document,
        window: Window,
        *,
        part: int = 1,
        parts: int = 1,
        known: Sequence[Mapping[str, Any]] = (),
        missed: Sequence[str] = (),
    ) -> Ask:
        """The request for one part of a document; with `missed`, that of the second look."""
        article = document.article
        return make_ask(
            self.settings,
            self.second_look if missed else self.prompt,
            window,
            article=article.id,
            headline=article.title,
            published=article.published,
            part=part,
            parts=parts,
            known=known,
            missed=missed,
        )

    async def answer(self, ask: Ask) -> Answer:
        """The answer that is kept for a request, else the model's, kept before it is used.

        One that stayed nonsense is kept as that, where it is kept at all.
        """
        if self._answers is not None and (kept := self._answers.get(ask.request)) is not None:
            return kept
        if missing := self.settings.missing():
            raise ModelNotConfigured(f"no model can be asked: {missing}")
        if self._client is None:
            from onrecord.model.client.asking import Client

            self._client = Client(self.settings, self._repair, self._purse)
        try:
            answer = await self._client.ask(ask)
        except ModelNonsense as error:
            if self._answers is not None and error.answer is not None:
                self._answers.put_useless(ask.request, error.answer)
            raise
        if self._answers is not None:
            self._answers.put(ask.request, answer)
        return answer

    async def aclose(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    def close(self) -> None:
        """The same for callers without an event loop."""
        if self._loop is not None:
            self._loop.run(self.aclose())
            self._loop.stop()
            self._loop = None
