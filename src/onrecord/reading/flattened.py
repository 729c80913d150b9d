"""Flattened text: the notices and captions that stand inside a paragraph where a whole page became one line."""

import re

from onrecord.reading.document import BlockLabel

_OUTLET = r"(?:Reuters|REUTERS|AP|AFP|EPA|PA|Getty|AAP|TASS|Xinhua|Bloomberg)"
# A parenthesis that names a photographer or agency: (Photo: AP), (Reuters), (Jane Doe/The Washington Post)
CREDIT = re.compile(
    rf"""\((?:(?:Photo|Picture|Image|Video|Credit)s?(?::|\sby|\scourtesy)\s[^()]{{2,60}}|{_OUTLET}(?:\s(?:Photo|Images))?
    |[A-Z][\w.’' -]{{2,40}}(?:/[A-Z][\w.’' -]{{1,40}}){{1,3}}|The\sWashington\sPost|The\sNew\sYork\sTimes)\)
    (?=\s+["“‘A-Z])""",
    re.VERBOSE,
)
_CAPTION_MOST = 600
"""A caption with its credit, at the beginning of a text, is shorter."""

# What opens a notice, and the whole of it. The word is looked up first, so a text without it costs nothing.
_NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Click to ", re.compile(r"(?:Click to (?:share|email|print)[^()]{0,50}\(Opens in new window\)\s*)+")),
    ("Get ", re.compile(r"Get [\w ]{3,24} (?:updates|news) directly to your inbox(?:\s\+)?(?:\sSubscribe)?")),
    (
        "Thank you for subscribing",
        re.compile(r"Thank you for subscribing!?(?:\sCould not subscribe, try again later)?(?:\sInvalid Email)?"),
    ),
    ("Skip Ad", re.compile(r"Skip Ad(?:\s(?:Ad|Loading\.\.\.|x|Embed|Share))*\b\.*")),
    ("Advertisement ", re.compile(r"Advertisement (?:Continue reading the main story|Story continues below)?")),
    ("Continue reading", re.compile(r"Continue reading the main story(?: Advertisement)?")),
    ("Media playback", re.compile(r"Media playback is (?:not supported|unsupported) on (?:this|your) device")),
    ("Full Screen", re.compile(r"(?:\d+ of \d+ )?Full Screen(?:\s(?:Autoplay|Close|Skip|Ad|x))*")),
    ("Play slideshow", re.compile(r"Play slideshow(?:\s[A-Z]{2,12})?(?:\s\d+ of \d+)?")),
    ("Story highlights", re.compile(r"Story highlights")),
    (
        "Share this with ",
        re.compile(r"Share this with(?:\s(?:Email|Facebook|Messenger|Twitter|Pinterest|WhatsApp|LinkedIn))+"),
    ),
    ("Image copyright", re.compile(r"Image copyright [\w./ -]{2,40}? Image caption")),
    ("Image caption", re.compile(r"Image caption")),
    ("Media caption", re.compile(r"Media caption")),
)  # fmt: skip
# In a caption that runs into the article: a small word, and then a word that begins a sentence.
_RUN_ON = re.compile(
    r"(?<=[a-z0-9\"”] )(?:An?(?= \w)|(?:The|At|In|On|It|But|After|When|More|Police|Officials)(?= [a-z]))"
)


def notices(text: str, start: int, end: int) -> list[tuple[int, int, BlockLabel]]:
    """What of the paragraph `[start, end)` is a notice or a caption, in order, as `(start, end, label)`."""
    found: list[tuple[int, int, BlockLabel]] = []
    for word, pattern in _NOTICES:
        place = text.find(word, start, end)
        while place >= 0:
            match = pattern.match(text, place, end)
            if match is None:
                place = text.find(word, place + 1, end)
                continue
            found.append((place, match.end(), "boilerplate"))
            if match.group().endswith("caption") and (caption := _caption_end(text, match.end(), end)):
                found.append((match.end(), caption, "caption"))
            place = text.find(word, match.end(), end)
    credit = CREDIT.search(text, start, min(end, start + _CAPTION_MOST))
    if credit and text[credit.start() - 1].isspace():
        found.append((start, credit.end(), "caption"))
    found.sort()
    return _apart(found)


def _caption_end(text: str, start: int, end: int) -> int:
    match = _RUN_ON.search(text, start + 20, min(end, start + 260))
    return match.start() if match and text.find(". ", start, match.start()) < 0 else 0


def _apart(found: list[tuple[int, int, BlockLabel]]) -> list[tuple[int, int, BlockLabel]]:
    """The same without those that begin inside another."""
    result: list[tuple[int, int, BlockLabel]] = []
    for item in found:
        if not result or item[0] >= result[-1][1]:
            result.append(item)
    return result
