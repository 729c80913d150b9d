"""The order of the stages, the choice of the engine, and the fallback: the only place that knows them."""

from dataclasses import dataclass
from typing import Literal

from onrecord.grounding.ground import Grounded, ground
from onrecord.reading.document import Document
from onrecord.records import Provenance
from onrecord.rules.parser import parse
from onrecord.version import VERSION

EngineChoice = Literal["auto", "model", "rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How records are to be made. One frozen object travels through all stages."""

    engine: EngineChoice = "auto"
    """auto: the model where one is configured, with the rules beside it, else the rules alone; model: the model
    alone; rules: the rules alone."""
    fallback: bool = True
    """Whether the rules stand in where the model gives no usable answer; if not, that is a `ModelError`."""


def put_on_record(document: Document, options: Options | None = None) -> Grounded:
    """The record of a document, with the trace of each of its items."""
    del options
    return _with_rules(document)


def _with_rules(document: Document, fallback: str | None = None) -> Grounded:
    provenance = Provenance(engine="rules", version=VERSION, fallback=fallback)
    return ground(document, [parse(document)], provenance)
