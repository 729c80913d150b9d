"""Lines that say of themselves what they are: timestamps, bylines, captions."""

import re

from onrecord.reading.printed_dates import MONTHS, find_date

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_OF_TIME = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th of
published publish posted uploaded update updated last modified first created edited added on at date time issued
revised am pm a m p h hrs hours hour minutes minute mins min ago days day weeks week months just now today yesterday
read kst hkt sgt nzst nzdt pkt sast
et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eet msk ist jst aest aedt eastern z t local
"""
_TIME_WORDS = frozenset(MONTHS) | frozenset(_OF_TIME.split())
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|\d\s*[ap]\.?m\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\bago\b", re.IGNORECASE
)

_UPPER = "A-ZÀ-ÖØ-Þ"
_NAME = rf"(?:[{_UPPER}][\w.'’-]*|de|da|del|der|di|du|la|le|van|von|bin|al|el|and|&|in|at|for|of|the|@\w+)"
# By Jane Doe / By JANE DOE and John Roe, Associated Press / From Jane Doe in Paris / Written by Jane Doe
_BYLINE = re.compile(
    r"(?:By:?|BY:?|From|Authors?:|Reporter:"
    r"|(?:Words|Written|Posted|Published|Reported|Report|Story|Analysis|Review) by)\s+"
)
# (Reporting by Jane Doe; Editing by John Roe) / Additional reporting by ... / With files from ...
_CREDIT = re.compile(
    r"""[(\[*_—–-]*\s*(?:(?:(?:Additional|With)\s)?[Rr]eporting\s(?:by|from)\s
    |(?:Writing|Editing|Compiled|Edited|Translated|Translation|Production|Produced)\sby\s
    |With\s(?:files|additional\sreporting|inputs|reporting)\sfrom\s)""",
    re.VERBOSE,
)
# Associated Press writer Jane Doe contributed to this report.
_CONTRIBUTED = re.compile(
    r".{3,160}\bcontributed (?:to th(?:is|e) (?:report|story|article)|reporting|from)\b", re.DOTALL
)
# Jane Doe in Paris, political correspondent / Jane Doe, BBC News
_POST = re.compile(
    rf"""{_NAME}(?:,?\s+{_NAME}){{0,8}},?\s+(?:[\w-]+\s+)?
    (?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Aa]gencies|BBC\sNews|[Ss]taff)\Z""",
    re.VERBOSE,
)
# Associated Press / Staff and agencies / Reuters in Kyiv
_OUTLET = re.compile(
    r"""(?:The\s)?(?:Associated\sPress|Reuters|AFP|Agence\sFrance-Presse|Agencies|Staff\sand\sagencies|Press\sAssociation
    |PA\sMedia|Xinhua|Bloomberg|UPI|dpa|TASS|Interfax|ANSA|EFE|Kyodo)(?:\s(?:in|and)\s[A-Z][\w ]{2,30})?\Z""",
    re.VERBOSE,
)

# Photo: ... / FILE PHOTO: ... / Photograph by ... / Image: ... / Watch: ...
_CAPTION = re.compile(
    r"""[(\[*_]*(?:FILE(?:\sPHOTO|\s-|:)|File\s(?:photo|picture|image)
    |(?:(?:Media|Image|Photo)\s(?:caption|source|credit)|Photo(?:graph|graphy)?|Picture|Image|Pictured|Caption|Illustration
    |Graphic|Map|Chart|Video|Watch|PHOTO|IMAGE|VIDEO|WATCH|CAPTION)\s*(?::|by\s|\||/|courtesy|-\s|–\s))""",
    re.VERBOSE,
)
# ... (AP Photo/Jane Doe) / ... REUTERS/Jane Doe / ... Photograph: Jane Doe/AFP/Getty Images / ... Getty Images
_PHOTO_CREDIT = re.compile(
    r"""(?:\((?:AP|Reuters|REUTERS|AFP|Getty|EPA|Photo|Photograph|Image|Picture|Credit|Courtesy)\b[^()]{0,80}\)
    |\bREUTERS/[\w .'’/-]+|(?:Photograph|Photo|Picture|Image|Credit)s?:\s[^.!?]{2,80}
    |(?:/|\b)(?:Getty(?:\sImages)?|AFP|EPA|AP|Shutterstock|Alamy|Rex|iStock|Wikimedia\sCommons)(?:\sImages|\sPhoto)?
    (?:/[\w -]+|\svia\s[\w -]+)?)[.\])]?\Z""",
    re.VERBOSE,
)

# "Santiago, 22 May 2026", "New York, United States, May 3, 2026", "Oslo | 18 June 2026": the place
# before a date with its year.
_PLACED = re.compile(
    rf"(?:[{_UPPER}][\w.'’-]+(?:\s(?:[{_UPPER}][\w.'’-]*|de|la|al|el|of)){{0,3}}(?:,\s|\s\|\s)){{1,2}}(?=[\dA-Z])"
)
# "Posted on May 5, 2026 in Courts", "Published 3 May 2026 under World News": the section after a date with its year.
_FILED = re.compile(
    rf"((?:[Pp]osted|[Pp]ublished|[Ff]iled)\s.{{6,40}}\d)\s+(?:in|under)\s+{_NAME}(?:,?\s{_NAME}){{0,4}}\Z"
)


def timestamp(words: str) -> bool:
    """Whether a line is nothing but a date or time ("Published 4 Feb, 2026 10:21", "14:32 BST", "3 hours ago")."""
    if (place := _PLACED.match(words)) and find_date(words) is not None:
        words = words[place.end() :]
    if words[0] in "PpFf" and (filed := _FILED.match(words)) and find_date(filed[1]) is not None:
        words = filed[1]
    tokens = _TOKEN.findall(words.lower())
    digits = month = 0
    for token in tokens:
        if token.isdigit():
            digits += 1
        elif token not in _TIME_WORDS:
            return False
        elif token in MONTHS:
            month = 1
    return digits > 0 and (month > 0 or _CLOCK.search(words) is not None)


def byline(words: str, count: int) -> bool:
    """Whether a line names who wrote the article."""
    words = words.strip("*_ ") or words
    if count <= 30 and words[0] in "BFWPRSA" and (match := _BYLINE.match(words)):
        names, _, rest = words[match.end() :].partition("|")
        if names.strip() and rest.count(" ") < 10 and _names_only(names, _SMALL):
            return True
    if count <= 60 and _CREDIT.match(words):
        return True
    if count <= 40 and "contributed" in words and _CONTRIBUTED.match(words):
        return True
    return count <= 9 and (_POST.match(words) or _OUTLET.match(words)) is not None


_CREDIT_SIGNS = (
    "hoto", "etty", "AP", "AFP", "EPA", "EUTERS", "euters", "redit", "icture", "mage", "stock", "Alamy", "Rex",
    "Commons",
)  # fmt: skip
"""Without one of these a line ends in no credit; looking for them first is quicker."""
_SPLIT = re.compile(r"[\s,;/|•·–—]+")
_SMALL = frozenset(
    ["de", "da", "del", "der", "di", "du", "la", "le", "van", "von", "bin", "al", "el", "and", "in", "at"]
)
_SMALL_OF_CREDIT = _SMALL | {"via", "by", "for", "of", "the"}


def _names_only(words: str, small: frozenset[str]) -> bool:
    """Whether all words are names, but for the small ones allowed: "Jane Doe and John Roe, AFP"."""
    tokens = [token for token in _SPLIT.split(words.strip("()[]*_. ")) if token]
    return len(tokens) <= 16 and all(token[0].isupper() or token[0] in "@&(" or token in small for token in tokens)


def photo_credit(words: str) -> bool:
    """Whether a line only names who took a picture, so that there is nothing to read in it."""
    return caption(words) and _names_only(words, _SMALL_OF_CREDIT)


def caption(words: str) -> bool:
    """Whether a line stands under a picture."""
    if words.startswith("![") and words.endswith(")"):
        return True
    if words[0] in "([*_FMPICGVWp" and _CAPTION.match(words):
        return True
    tail = words[-130:]
    return any(map(tail.__contains__, _CREDIT_SIGNS)) and _PHOTO_CREDIT.search(tail) is not None
