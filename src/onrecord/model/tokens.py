"""How many tokens a text takes, as an estimate that says so.

Exact counts need the vocabulary of the very model; servers report what they counted, and that goes into the usage.
The estimate is for what must be known before: which articles fit a window, and what a run may cost.
"""

ASCII_PER_TOKEN = 4.2
"""Characters of ASCII text a token: 4.6 to 4.8 for English news in o200k_base, less for our numbers and for JSON."""
OTHER_PER_TOKEN = 1.6
"""Characters of any other text a token, on the safe side for most scripts."""


def estimate(text: str) -> int:
    """About how many tokens `text` takes."""
    if text.isascii():
        return round(len(text) / ASCII_PER_TOKEN)
    ascii_count = len(text.encode("ascii", "ignore"))
    return round(ascii_count / ASCII_PER_TOKEN + (len(text) - ascii_count) / OTHER_PER_TOKEN)
