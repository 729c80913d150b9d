"""What goes to stderr: errors with their next step, fallbacks, and a count on a terminal."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.records import Record


def complain(error: OnrecordError) -> None:
    """Say what went wrong and what to do next."""
    say(f"Error: {error}" + (f"\n  Next: {error.hint}" if error.hint else ""))


def report_fallback(record: "Record") -> None:
    """Say in one line that the rules stood in for the model, and why."""
    if record.provenance.fallback:
        how = "by the rules, not the model" if record.provenance.engine == "rules" else "not all of it by the model"
        say(f"{record.article.source or record.article.id}: {how}: {record.provenance.fallback}")


class ReadingNotes:
    """What reading met with, said of the first few articles; then how many more there are."""

    MOST = 5

    def __init__(self) -> None:
        self._articles = 0

    def of(self, source: str, notes: Sequence[str]) -> None:
        """Say the notes on one article, where it has any."""
        if notes:
            self._articles += 1
            if self._articles <= self.MOST:
                say(f"{source}: {'; '.join(notes)}")

    def close(self) -> None:
        """Say how many articles had notes that were not said."""
        if self._articles > self.MOST:
            say(f"... and so of {self._articles - self.MOST:,} more; each record says it: article.notes")


def say(line: str) -> None:
    """A line to stderr, with nothing in it that a terminal would obey."""
    from onrecord.outputs.harmless import harmless

    if sys.stderr is not None:
        sys.stderr.write(harmless(line) + "\n")
        sys.stderr.flush()


class Counter:
    """How many articles are done, shown on a terminal only, a few times a second at most."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._started = self._shown = clock()
        self._count = 0
        self._live = sys.stderr is not None and sys.stderr.isatty() and not sys.stdout.isatty()
        self._drawn = False

    def done(self, failed: int) -> None:
        """One more article is done."""
        self._count += 1
        now = self._clock()
        if self._live and now - self._shown > 0.3:
            self._shown = now
            self._drawn = True
            rate = self._count / (now - self._started)
            sys.stderr.write(f"\r{self._count} articles, {failed} failed, {rate:.0f} a second \033[K")
            sys.stderr.flush()

    def close(self) -> None:
        """Take the line away."""
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
