"""What every evaluation returns: a table of figures, and what was wrong, by kind."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in percent, from counts."""

    hit: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 where nothing was predicted."""
        return 100 * self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return 100 * self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.predicted + self.gold
        return 100 * 2 * self.hit / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `kind` groups faults that have one cause ("missed: nominal cue")."""

    kind: str
    case: str
    """The id of the article or case."""
    words: str
    """The words concerned, and what was found instead."""


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation: figures by name in the order in which they are shown, and the faults."""

    title: str
    figures: tuple[tuple[str, Score | float | int], ...]
    faults: tuple[Fault, ...] = ()

    def figure(self, name: str) -> Score | float | int:
        """The figure of this name; raises `KeyError` where there is none."""
        return dict(self.figures)[name]


def as_text(report: Report, *, faults: int = 5) -> str:
    """The table, and of each kind of fault the count and the first few; `faults=0` leaves them out."""
    return "\n".join(_lines(report, faults)) + "\n"


def _lines(report: Report, each: int) -> Iterator[str]:
    yield report.title
    width = max((len(name) for name, _ in report.figures), default=0) + 2
    for name, value in report.figures:
        if isinstance(value, Score):
            counts = f"({value.gold} gold, {value.predicted} predicted)"
            yield f"  {name:{width}} P {value.precision:5.1f}  R {value.recall:5.1f}  F1 {value.f1:5.1f}  {counts}"
        else:
            yield f"  {name:{width}} {value:7.1f}" if isinstance(value, float) else f"  {name:{width}} {value:5d}"
    if each:
        yield from _faults(report.faults, each)


def _faults(faults: Sequence[Fault], each: int) -> Iterator[str]:
    for kind, count in Counter(fault.kind for fault in faults).most_common():
        yield f"\n{kind}: {count}"
        shown = [fault for fault in faults if fault.kind == kind][:each]
        for fault in shown:
            yield f"  {fault.case}: {' '.join(fault.words.split())}"
        if count > len(shown):
            yield f"  ... and {count - len(shown)} more"
