"""Hidden parts of a page: what its own marks keep from sight, as no reader of the page has read it.

Only marks on the element itself are seen; what a style sheet hides by a class cannot be told without it. A screen
reader's `aria-hidden` hides nothing from sight, so it counts for dialogs only, which are closed when it is set.
"""

import re

_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n\r', 'abcdefghijklmnopqrstuvwxyz')"
_SIZES = ("0", "0px", "0pt", "0em", "0rem", "0%", "0!important", "0px!important")
_RULES = ("display:none", "visibility:hidden", *(f"font-size:{size};" for size in _SIZES))
_STYLED = " or ".join(f"contains(concat(';', {_STYLE}, ';'), ';{rule}')" for rule in _RULES)
_MARKS = (
    "(@hidden and @hidden != 'until-found')",
    f"(@style and ({_STYLED}))",
    "self::template",
    "self::noscript",
    "(self::dialog and not(@open))",
    "(@role = 'dialog' and @aria-hidden = 'true')",
)
HIDDEN = f"//body//*[{' or '.join(_MARKS)}]"
"""The XPath of the hidden parts. The body itself may be hidden until its scripts have run, and is not."""
HIDDEN_MARK = re.compile(r"hidden|display|font-size|<(?:template|noscript|dialog)", re.IGNORECASE)
"""What a page must hold before any of it can be hidden so."""
