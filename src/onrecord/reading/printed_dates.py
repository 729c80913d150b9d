"""Calendar dates as newspapers print them at the top of an article; words like "Sunday" are the rules' matter."""

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))

_DATE = re.compile(
    rf"""
      (?<!\d)(?P<iso>(?:19|20)\d\d)[-/.](?P<iso_month>\d\d?)[-/.](?P<iso_day>\d\d?)(?!\d)  # 2026-05-03, 2026/5/3
    | (?<!\d)(?P<compact>(?:19|20)\d{{6}})(?=T\d{{4}})                                       # 20260503T1021Z
    | (?<!\d)(?P<d1>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+                                # 4 Feb, 2026
      (?P<m1>{_NAMES})\b\.?,?[\s-]+(?P<y1>(?:19|20)\d\d)\b
    | \b(?P<m2>{_NAMES})\b\.?\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\b    # May 3, 2026
    | (?<!\d)(?P<d3>\d\d?)[/.](?P<m3>\d\d?)[/.](?P<y3>(?:19|20)\d\d)\b                      # 3.5.2026
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DAY = re.compile(
    rf"\b(?P<m1>{_NAMES})\b\.?\s+(?P<d1>\d\d?)\b|(?<!\d)(?P<d2>\d\d?)(?:st|nd|rd|th)?\s+(?P<m2>{_NAMES})\b",
    re.IGNORECASE,
)


def find_date(text: str) -> dt.date | None:
    """The first full date in a short text; None where there is none, or where day and month cannot be told apart.

    >>> find_date("Published 4 Feb, 2026 10:21")
    datetime.date(2026, 2, 4)
    >>> find_date("03/04/2026")
    """
    for match in _DATE.finditer(text):
        group = match.groupdict()
        if group["iso"]:
            found = _date(group["iso"], group["iso_month"], group["iso_day"])
        elif group["compact"]:
            found = _date(group["compact"][:4], group["compact"][4:6], group["compact"][6:])
        elif group["m1"]:
            found = _date(group["y1"], MONTHS[group["m1"].lower()], group["d1"])
        elif group["m2"]:
            found = _date(group["y2"], MONTHS[group["m2"].lower()], group["d2"])
        else:
            found = _numeric(match.group(), group["y3"], int(group["m3"]), int(group["d3"]))
        if found:
            return found
    return None


def find_day(text: str) -> tuple[int, int] | None:
    """The first day of a month in a short text, as `(month, day)`: "PARIS, 3 May (Reuters)" is (5, 3)."""
    match = _DAY.search(text)
    if match is None:
        return None
    month = MONTHS[(match["m1"] or match["m2"]).lower()]
    day = int(match["d1"] or match["d2"])
    return (month, day) if 1 <= day <= 31 else None


def _numeric(words: str, year: str, second: int, first: int) -> dt.date | None:
    """ "13/05/2026" has one reading; "03/04/2026" has two, and none is taken; with dots the day comes first."""
    if "." in words or first > 12 or first == second:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    return None


def _date(year: str, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
