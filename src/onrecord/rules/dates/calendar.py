"""Arithmetic on the civil calendar: the intervals of days that units of time cover, both ends inclusive."""

import datetime as dt
from calendar import monthrange

Interval = tuple[dt.date, dt.date]

DAY = dt.timedelta(days=1)


def month(year: int, number: int) -> Interval:
    """The days of a month; `number` may lie outside 1-12 and then counts on into the neighbouring years."""
    years, index = divmod(number - 1, 12)
    year += years
    return dt.date(year, index + 1, 1), dt.date(year, index + 1, monthrange(year, index + 1)[1])


def months(year: int, first: int, count: int) -> Interval:
    """The days of `count` months from `first` on."""
    return month(year, first)[0], month(year, first + count - 1)[1]


def year(number: int) -> Interval:
    """The days of a year."""
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def week(day: dt.date, shift: int = 0) -> Interval:
    """Monday to Sunday of the week that holds `day`, or of one `shift` weeks away."""
    monday = day + dt.timedelta(days=7 * shift - day.weekday())
    return monday, monday + 6 * DAY


def weekend(day: dt.date, shift: int = 0) -> Interval:
    """Saturday and Sunday of the same week."""
    monday, sunday = week(day, shift)
    return monday + 5 * DAY, sunday


def quarter(year_: int, number: int) -> Interval:
    """A quarter of a year, 1 to 4; numbers outside count on into the neighbouring years."""
    return months(year_, 3 * number - 2, 3)


def half(year_: int, number: int) -> Interval:
    """The first or second half of a year."""
    return months(year_, 6 * number - 5, 6)


def season(year_: int, name: str) -> Interval:
    """The meteorological season that begins in this year: winter is December to February."""
    return months(year_, {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name], 3)


def decade(first: int) -> Interval:
    """Ten years."""
    return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)


def century(number: int) -> Interval:
    """The 19th century is 1801 to 1900."""
    return dt.date(100 * number - 99, 1, 1), dt.date(100 * number, 12, 31)


def part(interval: Interval, third: int) -> Interval:
    """The first (0), middle (1) or last (2) third of a span of time, in whole units of the next smaller kind.

    A month is cut after the 10th and the 20th, a year after April and August, longer spans into whole years, a
    quarter or season into its months, and a week into Monday-Tuesday, Wednesday-Friday and the weekend.
    """
    start, end = interval
    length = (end - start).days + 1
    if length <= 7:
        cuts = ((0, 1), (2, 4), (5, length - 1))[third]
        return start + cuts[0] * DAY, start + cuts[1] * DAY
    if length <= 31:
        cuts = ((1, 10), (11, 20), (21, end.day))[third]
        return start.replace(day=cuts[0]), start.replace(day=cuts[1])
    if length <= 366:
        count = (end.month - start.month) % 12 + 1
        step = max(count // 3, 1)
        last = count - 2 * step if third == 2 else step
        return months(start.year, start.month + third * step, last)
    count = end.year - start.year + 1
    first, middle = -(-count // 3), count // 3
    begin, years = ((0, first), (first, middle), (first + middle, count - first - middle))[third]
    return dt.date(start.year + begin, 1, 1), dt.date(start.year + begin + years - 1, 12, 31)


def back_years(day: dt.date, count: int) -> dt.date:
    """The same day `count` years earlier; 29 February becomes 28 February where there is none."""
    return back_months(day, 12 * count)


def back_months(day: dt.date, count: int) -> dt.date:
    """The same day `count` months earlier, or the month's last day where it is shorter."""
    first, last = month(day.year, day.month - count)
    return first.replace(day=min(day.day, last.day))
