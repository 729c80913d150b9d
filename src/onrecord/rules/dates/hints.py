"""What the words around a time expression tell of it: whether it lies ahead, and whether "May" is a month at all."""

import re

from onrecord.rules.dates.words import TITLES

# The court will rule | is due | ahead of | Putin to visit
_AHEAD = re.compile(
    r"""\b(?:
      will(?!\s+have\b) | shall | won't | would(?!\s+have\b) | due\s+(?:to|on|in|for|by|next|back) | scheduled
    | slated | set\s+(?:to|for) | expected | going\s+to | upcoming | ahead\s+of | (?:is|are|was|were)\s+to(?=\s+[a-z])
    | plan(?:s|ned|ning)?\s+(?:to|for|a|an) | intends?\s+to | hopes?\s+to | deadline | postponed\s+(?:to|until)
    | (?:vow(?:s|ed|ing)|promis(?:es|ed|ing)|pledg(?:es|ed|ing)|threaten(?:s|ed|ing)?|prepar(?:es|ed|ing))\s+to
    | delayed\s+(?:to|until) | agreed\s+to | invited | can | must | should
    | (?:starts|begins|opens|expires|takes?\s+effect|ends|closes|resumes|votes|meets|arrives|leaves|falls\s+due
        |comes?\s+into\s+force|kicks\s+off|(?:starts?|begin|open|close|end|expire|resume|vote)\s+(?:on|in)\b)
    | to\s+(?:meet|visit|hold|be\s+held|begin|start|vote|decide|travel|attend|host|resume|take\s+place|open|close|launch
        |appear|go\s+to\s+the\s+polls|face|hear|announce|publish|release|join|discuss|present|address|leave|arrive)
    )\b | 'll\b""",
    re.VERBOSE,
)
# ... will retire, said on Friday: the expression hangs on "said", not on "will"
_BEHIND = re.compile(
    r"\b(?:said|says|told|tells|announced|reported|added|warned|was|were|had|has|have|did|who|which|after|since|died"
    r"|met|began|fell|rose|came|went|took|held(?<!be held)|killed(?<!be killed)|arrested(?<!be arrested)|made|called)\b"
)
_FIRST = re.compile(rf"{_AHEAD.pattern}|(?P<past>\b(?:{_BEHIND.pattern}|[a-z]{{3,}}ed)\b)", re.VERBOSE)
_TERMINAL = re.compile(r"[.!?;:][\"'”’)\]]*\s|\x00")
_OPENING = re.compile(
    r"[\"'“‘(\[\s]*(?:(?:but|and|then|also|later|early|late|starting|beginning)\s+)?(?:on|in|at|by|from|over)?\s*"
)
REACH = 120
"""How many characters of the sentence are looked at on either side."""


def lies_ahead(low: str, start: int, stop: int) -> bool:
    """Whether the expression `low[start:stop]` hangs on a verb that speaks of the future."""
    left = low[max(0, start - REACH) : start]
    cut = 0
    for terminal in _TERMINAL.finditer(left):
        cut = terminal.end()
    left = left[cut:]
    marks = list(_AHEAD.finditer(left))
    if marks:
        return _BEHIND.search(left, marks[-1].end()) is None
    if _OPENING.fullmatch(left) is None:
        return False
    right = low[stop : stop + REACH]
    terminal_after = _TERMINAL.search(right)
    first = _FIRST.search(right, 0, terminal_after.start() if terminal_after else len(right))
    return first is not None and first["past"] is None


_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|last|next|this|early|mid|late|during|before|between|through|throughout|and|to|or|every"
    r"|of|by|from|after|on|the|previous|end|beginning|start)[\s-]+$"
)
_WEAK_BEFORE = re.compile(r"\b(?:to|and|or|of|by|from|after|before|on|for|the)[\s-]+$")
_VERB_AFTER = re.compile(r"\s+(?:said|says|told|is|was|has|had|will|would|also|and her|did|called|urged|warned)\b")
_NAMED_MAY = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))})\.?\s+May\b", re.IGNORECASE)


def is_month(text: str, low: str, start: int, stop: int) -> bool:
    """Whether a bare month's name, without day or year, is the month: "in May", not "May said" nor "march on"."""
    word = low[start:stop].rstrip(".")
    if not text[start].isupper():
        return False
    before = low[max(0, start - 14) : start]
    found = _MONTH_BEFORE.search(before)
    if word == "may":
        if found is None or _VERB_AFTER.match(low, stop):
            return False
        return _WEAK_BEFORE.search(before) is None or _NAMED_MAY.search(text) is None
    if word == "march":
        return found is not None and not low.startswith(("es", " on ", " for ", " against "), stop)
    if len(word) <= 4 and word not in ("june", "july"):
        return found is not None
    if found is not None and _WEAK_BEFORE.search(before) is None:
        return True
    # "April Jones, 5", "Mrs August": a capital on either side makes a person's or a firm's name of it.
    after = text[stop : stop + 2]
    preceding = text[max(0, start - 20) : start].rstrip().rpartition(" ")[2]
    return not (after[:1] == " " and after[1:2].isupper()) and not (
        preceding[:1].isupper() and preceding[-1:].isalpha()
    )
