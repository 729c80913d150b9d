"""How a batch shows where it stands: one live line on a terminal, else plain lines every few seconds, or JSON lines."""

import json
import sys
import time
from typing import TYPE_CHECKING

from onrecord.cli.messages import ReadingNotes, say

if TYPE_CHECKING:
    from onrecord.batching.figures import Figures
    from onrecord.batching.items import Result
    from onrecord.batching.plan import Plan
    from onrecord.batching.run import Batch

_LIVE_SECONDS = 0.2
_LINE_SECONDS = 5.0


def progress_to_stderr(*, quiet: bool, log_json: bool) -> "Progress":
    """The progress that suits where stderr goes."""
    if quiet:
        return Progress()
    if log_json:
        return JsonLines()
    return Live() if sys.stderr.isatty() else Lines()


class Progress:
    """Shows failures at the end and nothing else: what `--quiet` gets."""

    def update(self, figures: "Figures") -> None:
        """Where the run stands; called often."""

    def result(self, result: "Result") -> None:
        """One article is finished with."""

    def plan(self, plan: "Plan") -> None:
        """What a dry run found."""
        sys.stdout.write(plan.in_words() + "\n")

    def close(self, run: "Batch") -> None:
        """The run is over."""
        for failure in run.failures:
            say(f"Failed: {failure.reason}" + (f"\n  Next: {failure.hint}" if failure.hint else ""))
        if run.broke:
            say(f"Stopped: {run.broke}. {_count(run.figures.left, 'article')} left to do.\n  Next: {run.broke.hint}")
        if run.failures:
            say(
                f"{_count(len(run.failures), 'article')} failed. Try them again with: onrecord batch --retry-failed "
                f"--store {run.path}"
            )


class Lines(Progress):
    """A plain line every few seconds, and the closing lines."""

    seconds = _LINE_SECONDS

    def __init__(self) -> None:
        self._shown = time.monotonic()
        self._notes = ReadingNotes()

    def result(self, result: "Result") -> None:
        """Say what reading an article met with."""
        if result.notes:
            self.clear()
            self._notes.of(result.source, result.notes)

    def update(self, figures: "Figures") -> None:
        """Show the figures, where the last time is long enough ago."""
        now = time.monotonic()
        if now - self._shown >= self.seconds:
            self._shown = now
            self.show(figures)

    def show(self, figures: "Figures") -> None:
        """Put the figures where people see them."""
        say(standing(figures))

    def close(self, run: "Batch") -> None:
        """Failures, then the closing lines."""
        self.clear()
        self._notes.close()
        super().close(run)
        for line in closing(run):
            say(line)

    def clear(self) -> None:
        """Take away what is not meant to stay."""


class Live(Lines):
    """One line that is written over again."""

    seconds = _LIVE_SECONDS

    def show(self, figures: "Figures") -> None:
        """Write the line over again."""
        sys.stderr.write(f"\r{standing(figures)}\033[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()


class JsonLines(Lines):
    """Each figure and each failure as a JSON object on a line of its own."""

    def show(self, figures: "Figures") -> None:
        """Log the figures."""
        _log("progress", **_cells(figures))

    def result(self, result: "Result") -> None:
        """Log a failure or a fallback."""
        if result.error:
            error = result.error
            _log("failed", source=result.source, error=type(error).__name__, reason=str(error), hint=error.hint)
        elif result.fallback:
            _log("fallback", source=result.source, article=result.article, reason=result.fallback)
        if result.notes:
            _log("notes", source=result.source, article=result.article, notes=result.notes)

    def plan(self, plan: "Plan") -> None:
        """The plan as JSON."""
        sys.stdout.write(json.dumps(plan.cells()) + "\n")

    def close(self, run: "Batch") -> None:
        """Log the end."""
        state = "interrupted" if run.stopped else "budget spent" if run.broke else "finished"
        _log("end", state=state, **_cells(run.figures))


def standing(figures: "Figures") -> str:
    """Where a run stands, on one line.

    >>> from onrecord.batching.figures import Figures
    >>> standing(Figures(total=10, done=4, failed=1, skipped=2, started=0)).split(",")[:3]
    ['7 of 10', ' 1 failed', ' 2 done before']
    """
    parts = [f"{figures.seen:,} of {figures.total:,}" if figures.total else f"{figures.seen:,} articles"]
    parts += [
        f"{value:,} {name}"
        for value, name in (
            (figures.failed, "failed"),
            (figures.fallbacks, "by the rules instead"),
            (figures.skipped, "done before"),
            (figures.elsewhere, "by another process"),
        )
        if value
    ]
    parts.append(f"{figures.rate:.1f} a second")
    if figures.calls:
        parts.append(f"{figures.input_tokens + figures.output_tokens:,} tokens")
        parts.append(f"${figures.spent:.2f}" + ("" if figures.priced else " known"))
    if (left := figures.seconds_left) is not None and left >= 1:
        parts.append(f"{_time(left)} left")
    return ", ".join(parts)


def closing(run: "Batch") -> list[str]:
    """The lines that end a run."""
    figures = run.figures
    counts = [f"{figures.done:,} done"]
    if figures.fallbacks:
        counts[0] += f" ({figures.fallbacks:,} by the rules where the model failed)"
    counts += [
        f"{value:,} {name}"
        for value, name in (
            (figures.skipped, "done before"),
            (figures.elsewhere, "by another process"),
            (figures.failed, "failed"),
            (figures.left, "left to do"),
        )
        if value
    ]
    head = "Interrupted" if run.stopped else "Finished"
    lines = [f"{head}: {', '.join(counts)}, in {_time(figures.seconds)} ({figures.rate:.1f} a second). {run.path}"]
    if run.stopped:
        lines.append("The same command goes on from here.")
    if figures.calls or figures.spent or figures.saved or figures.saved_answers:
        saved = figures.saved + figures.saved_answers
        each = figures.spent / figures.done if figures.done else 0.0
        priced = "" if figures.priced else " that is known (the price of some requests is not)"
        lines.append(
            f"{figures.calls:,} requests, {figures.input_tokens:,} tokens in and {figures.output_tokens:,} out: "
            f"${figures.spent:.4f} spent{priced}, ${each:.4f} an article, ${saved:.4f} saved by the store."
        )
    return lines


def _cells(figures: "Figures") -> dict[str, object]:
    return {
        "total": figures.total, "done": figures.done, "failed": figures.failed, "fallbacks": figures.fallbacks,
        "done_before": figures.skipped, "elsewhere": figures.elsewhere, "left": figures.left,
        "in_flight": figures.in_flight, "rate": round(figures.rate, 2), "calls": figures.calls,
        "input_tokens": figures.input_tokens, "output_tokens": figures.output_tokens, "spent": round(figures.spent, 6),
        "saved": round(figures.saved + figures.saved_answers, 6), "priced": figures.priced,
        "seconds": round(figures.seconds, 2),
        "seconds_left": None if figures.seconds_left is None else round(figures.seconds_left, 1),
    }  # fmt: skip


def _log(event: str, **cells: object) -> None:
    sys.stderr.write(json.dumps({"event": event, **cells}) + "\n")
    sys.stderr.flush()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _time(seconds: float) -> str:
    """Seconds as people say them.

    >>> _time(4.24), _time(75), _time(7500)
    ('4.2 s', '1 min 15 s', '2 h 5 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
