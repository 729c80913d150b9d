"""What answers took, added up."""

from onrecord.model.answers import Answer
from onrecord.records import Usage


def usage_of(answer: Answer) -> Usage:
    """What one answer took."""
    return Usage(
        calls=answer.calls, input_tokens=answer.input_tokens, output_tokens=answer.output_tokens, cost=answer.cost
    )


def sum_of(one: Usage, other: Usage) -> Usage:
    """What two took together; the cost is known only where both are."""
    known = one.cost is not None and other.cost is not None
    return Usage(
        calls=one.calls + other.calls,
        input_tokens=one.input_tokens + other.input_tokens,
        output_tokens=one.output_tokens + other.output_tokens,
        cost=(one.cost or 0.0) + (other.cost or 0.0) if known else None,
    )
