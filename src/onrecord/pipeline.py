"""The order of the stages, the choice of the engine, and the fallback: the only place that knows them."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from onrecord.cycles import collecting_seldom
from onrecord.drafts import Draft
from onrecord.errors import ModelError
from onrecord.grounding.ground import Grounded, ground
from onrecord.model.answers import Answers, Purse
from onrecord.model.replay import Recorder, Recordings
from onrecord.model.settings import ModelSettings
from onrecord.reading.document import Document
from onrecord.records import Provenance
from onrecord.rules.parser import parse
from onrecord.version import VERSION

if TYPE_CHECKING:
    from onrecord.model.article import ModelDraft
    from onrecord.model.engine import ModelEngine

EngineChoice = Literal["auto", "model", "rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How records are to be made. One frozen object travels through all stages."""

    engine: EngineChoice = "auto"
    """auto: the model where one is configured, with the rules beside it, else the rules alone; model: the model
    alone; rules: the rules alone."""
    fallback: bool = True
    """Whether the rules stand in where the model gives no usable answer; if not, that is a `ModelError`."""
    model: ModelSettings | None = None
    """The model and how it is asked; None takes what the environment says."""
    record: Path | None = None
    """A folder to which each answer of the model is recorded."""
    replay: Path | None = None
    """A folder of recorded answers that stands for the model: no request is made."""


class Pipeline:
    """Documents in, records out, with one engine for all of them.

    `answers` and `purse` are for callers that keep answers and money elsewhere, as batch does.
    A context manager: leaving it closes the model's connections.
    """

    def __init__(
        self, options: Options | None = None, answers: Answers | None = None, purse: Purse | None = None
    ) -> None:
        self.options = options or Options()
        self._purse = purse
        self.missing: str | None = None
        """What is missing before the model that was meant to answer can be asked."""
        self.model: ModelEngine | None = self._engine(answers)

    def put(self, document: Document) -> Grounded:
        """The record of a document, with the trace of each of its items."""
        if self.model is None:
            return self._by_rules(document, self.missing)
        rules = self._beside(document)
        try:
            return self._joined(document, self.model.draft_blocking(document, rules), rules)
        except ModelError as error:
            return self._fall_back(document, error, rules)

    async def put_async(self, document: Document) -> Grounded:
        """The same without blocking, for many documents at once."""
        if self.model is None:
            return self._by_rules(document, self.missing)
        rules = self._beside(document)
        try:
            return self._joined(document, await self.model.draft(document, rules), rules)
        except ModelError as error:
            return self._fall_back(document, error, rules)

    def close(self) -> None:
        """Close the model's connections."""
        if self.model is not None:
            self.model.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _engine(self, answers: Answers | None) -> "ModelEngine | None":
        options = self.options
        if options.engine == "rules":
            return None
        settings = options.model or ModelSettings.from_env()
        if options.replay is None and not settings.configured():
            if options.engine == "model" or settings.model:  # meant to answer: a fallback that must be seen
                self.missing = settings.missing()
                if not options.fallback:
                    from onrecord.model.errors import ModelNotConfigured

                    raise ModelNotConfigured(self.missing)
            return None
        from onrecord.model.engine import ModelEngine

        if options.replay is not None and (answers is None or not settings.model):
            recordings = Recordings(options.replay)
            answers = recordings if answers is None else answers
            settings = settings if settings.model else settings.with_(model=recordings.default_model())
        elif options.record is not None and answers is None:
            answers = Recorder(options.record)
        return ModelEngine(settings, answers, self._purse)

    def _beside(self, document: Document) -> Draft | None:
        """The rules' draft beside the model's, unless the model was asked for alone."""
        return None if self.options.engine == "model" else parse(document)

    def _by_rules(self, document: Document, fallback: str | None, draft: Draft | None = None) -> Grounded:
        provenance = Provenance(engine="rules", version=VERSION, fallback=fallback)
        with collecting_seldom():
            return ground(document, [draft or parse(document)], provenance)

    def _joined(self, document: Document, answer: "ModelDraft", rules: Draft | None) -> Grounded:
        """Ground the model's draft with the rules' beside it."""
        provenance = Provenance(
            engine="both" if rules else "model",
            version=VERSION,
            model=answer.model,
            mode=answer.mode,
            prompt=answer.prompt,
            prompt_hash=answer.prompt_hash,
            schema_hash=answer.schema_hash,
            fallback="; ".join(answer.gaps) or None,
            usage=answer.usage,
            seconds=answer.seconds,
        )
        return ground(document, [answer.draft, rules] if rules else [answer.draft], provenance)

    def _fall_back(self, document: Document, error: ModelError, rules: Draft | None) -> Grounded:
        if not self.options.fallback:
            raise error
        grounded = self._by_rules(document, str(error), rules)
        usage = getattr(error, "usage", None)
        if usage is None or not usage.calls:
            return grounded
        made = grounded.record.provenance.model_copy(update={"usage": usage})
        return Grounded(grounded.record.model_copy(update={"provenance": made}), grounded.proposed)
