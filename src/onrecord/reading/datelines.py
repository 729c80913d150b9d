"""Datelines: where a report was filed, before its first sentence ("PARIS, 3 May (Reuters) - ")."""

import re

_UPPER = "A-ZÀ-ÖØ-Þ"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:[A-Z][a-z]+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAY = rf"(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)"
_CAPS = rf"(?:[{_UPPER}][{_UPPER}.'’-]+(?:(?:[ /]|\ and\ )[{_UPPER}][{_UPPER}.'’-]*){{0,4}})"  # PARIS, LONDON and PARIS
_PLACE = rf"(?:[{_UPPER}][\w.'’-]+(?:[ /](?:[{_UPPER}][\w.'’-]*|de|la|al|el|of|upon)){{0,4}})"  # Paris, New York
_AREA = rf"(?:,\s+(?!{_MONTH}\s){_PLACE}){{0,2}}"  # ", Ukraine"
_AGENCY = r"(?:\([A-Z][\w.&'’-]*(?:[ /,][A-Za-z][\w.&'’-]*){0,5}\)|/[A-Z][\w .-]{1,30}/|\[[A-Z][A-Za-z ]{1,30}\])"
_DASH = r"(?:\s*(?:--+|[–—―])\s*|\s*-\s+|\s+-)"

_AFTER = rf"(?:{_DAY}(?:\s*{_AGENCY})?{_DASH})?"  # LONDON – 3 May 2026 –
_SLASHES = rf"\s*/\s?[A-Z][A-Za-z ]{{2,20}}/\s*{_DAY}\s*/"  # HOUSTON, TX / ACCESSWIRE / May 3, 2026 /

# PARIS, 3 May (Reuters) - / KIEV, Ukraine (AP) — / LONDON — / MOSCOW. May 3 (Interfax) - / WASHINGTON, D.C. –
_CAPITALS = re.compile(
    rf"(?:Photo\s+)?{_CAPS}{_AREA}[.,]?(?:(?:[.,]?\s+{_DAY})?(?:\s*{_AGENCY})?{_DASH}{_AFTER}|{_SLASHES}\s*)"
)
# PARIS, 3 May (AFP): / NEW DELHI: , as South Asian and Gulf papers write it. A speaker of a transcript looks the
# same, so without day and agency only some cities count.
_COLON = re.compile(
    rf"""(?:{_CAPS}(?:,\s+{_DAY}(?:\s*{_AGENCY})?|\s*{_AGENCY})|(?:NEW\ DELHI|MUMBAI|KOLKATA|CHENNAI|BENGALURU
    |BANGALORE|HYDERABAD|LUCKNOW|SRINAGAR|ISLAMABAD|KARACHI|LAHORE|PESHAWAR|QUETTA|DHAKA|COLOMBO|KATHMANDU|KABUL|DUBAI
    |ABU\ DHABI|DOHA|RIYADH|JEDDAH|KUWAIT|MANAMA|MUSCAT|CAIRO|AMMAN|BEIRUT|DAMASCUS|BAGHDAD|ANKARA|ISTANBUL|TEHRAN
    |JERUSALEM|GAZA\ CITY|KUALA\ LUMPUR|SINGAPORE|JAKARTA|BANGKOK|MANILA|HONG\ KONG|BEIJING|TOKYO|SEOUL|LONDON|PARIS
    |BERLIN|BRUSSELS|GENEVA|MOSCOW|KYIV|KIEV|WASHINGTON|NEW\ YORK|UNITED\ NATIONS|NAIROBI|LAGOS|ABUJA|JOHANNESBURG
    |PRETORIA|SYDNEY|CANBERRA|OTTAWA|TORONTO)):\s+(?=[A-Z][a-z])""",
    re.VERBOSE,
)
# Paris, 3 May (Reuters) - / Paris, France, May 3, 2026 (Newswire) -- / Beijing (Xinhua) --
_SMALL = re.compile(rf"{_PLACE}{_AREA},?(?:\s+{_DAY}\s*{_AGENCY}?|\s*{_AGENCY}|\s+[–—-]+\s+{_DAY}){_DASH}")
# (Reuters) - / (CNN) -- / (CNN)At least / May 3 (Reuters) -
_BARE = re.compile(rf"(?:{_DAY}\s*)?{_AGENCY}{_DASH}|\((?:CNN|AP|AFP|Reuters|UPI)\)\s*(?=[A-Z“\"])")
_WHERE_FROM = re.compile(r"[\d(/\[]")
# Every dateline has one of these.
_SIGN = re.compile(r"[-–—―:(/]")
_LABELS = """
ANALYSIS BREAKING COMMENT CORRECTED CORRECTION EDITORIAL EXCLUSIVE FACTBOX FILE GRAPHIC INTERVIEW LIVE NOTE OPINION
PHOTO PHOTOS POLL RPT REVIEW TIMELINE UPDATE URGENT VIDEO WATCH WRAPUP
"""
_NO_PLACE = frozenset(_LABELS.split())
"""What stands before a dash in capitals and is no place."""
_NEW = re.compile(
    r"NEW\b(?! (?:YORK|DELHI|ORLEANS|HAVEN|LONDON|BEDFORD|BRUNSWICK|CASTLE|JERSEY|MEXICO|PLYMOUTH|TAIPEI)\b)"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the report's first sentence begins, or `start` where the paragraph `[start, end)` has no dateline."""
    first = text[start]
    if not (first.isupper() or first == "("):
        return start
    head = text[start : min(end, start + 110)]
    if _SIGN.search(head) is None:
        return start
    if first == "(":
        match = _BARE.match(head)
    else:
        match = _CAPITALS.match(head) or _SMALL.match(head) or _BARE.match(head)
        if match is None and head[:2].isupper():
            match = _COLON.match(head)
    if match is None or match.end() >= end - start:
        return start
    after = head[match.end() : match.end() + 1]
    return start if after.islower() or _no_place(match.group()) else start + match.end()


def is_dateline(words: str) -> bool:
    """Whether a paragraph is a dateline with a day or an agency and nothing else, as above a press release.

    >>> is_dateline("MEXICO CITY, July 23, 2026 /PRNewswire/ --"), is_dateline("MEXICO CITY --")
    (True, False)
    """
    if words[-1] not in "-–—―/" or len(words) > 110 or not _WHERE_FROM.search(words):
        return False
    match = _CAPITALS.fullmatch(words) or _SMALL.fullmatch(words) or _BARE.fullmatch(words)
    return match is not None and not _no_place(words)


def _no_place(words: str) -> bool:
    return words.split(" ", 1)[0].rstrip(",:-") in _NO_PLACE or _NEW.match(words) is not None
