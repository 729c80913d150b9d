"""Text of an article made safe to show: no control character of a source reaches a terminal raw."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""C0 and C1 controls but tab and line feed, and the marks that reorder text (Unicode UAX 9)."""
_JSON_CONTROL = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    r"""The text with control characters written out.

    >>> harmless("plain \x1b[31mred")
    'plain \\x1b[31mred'
    """
    return _CONTROL.sub(lambda m: f"\\x{ord(m[0]):02x}" if m[0] < "\u0100" else f"\\u{ord(m[0]):04x}", text)


def harmless_json(serial: str) -> str:
    r"""JSON text with the control characters that JSON allows raw written as escapes: the same value, other bytes.

    >>> harmless_json('"a\x9bb"')
    '"a\\u009bb"'
    """
    return _JSON_CONTROL.sub(lambda m: f"\\u{ord(m[0]):04x}", serial)
