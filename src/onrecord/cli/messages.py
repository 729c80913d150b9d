"""What goes to stderr: one line for what happened, one for what to do next."""

import sys

from onrecord.errors import OnrecordError


def complain(error: OnrecordError) -> None:
    """Say what went wrong and what to do next."""
    say(f"Error: {error}")
    if error.hint:
        say(f"  Try: {error.hint}")


def say(line: str) -> None:
    """One line to stderr, with nothing in it that a terminal would obey."""
    from onrecord.outputs.harmless import harmless

    sys.stderr.write(harmless(line) + "\n")
    sys.stderr.flush()
