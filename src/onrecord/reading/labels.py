"""Labels: what each paragraph is to the article, on a ladder from certain to guess.

First what a line says of itself (a timestamp, a byline, a notice of the site), then the headline, then where the rest
stands: a standfirst comes before the body, headings stand between its paragraphs, links after it.
"""

import re

from onrecord.reading.datelines import dateline_end, is_dateline
from onrecord.reading.document import BlockLabel
from onrecord.reading.features import ITEM, SPEAKER, Paragraph
from onrecord.reading.headlines import mark_titles
from onrecord.reading.line_labels import byline, caption, photo_credit, timestamp
from onrecord.reading.notices import is_menu, is_notice, opens_list
from onrecord.reading.printed_dates import find_date

HEADING = re.compile(r"#{1,6}\s+|\*\*(?=[^*]+\*\*\Z)|__(?=[^_]+__\Z)")  # "## Talks", "**Talks**"


def by_itself(item: Paragraph) -> BlockLabel | None:
    """The label that a line's own words give it, or None."""
    low = item.low
    if not low:
        return None
    if not any(map(str.isalpha, low)):
        return "timestamp" if timestamp(item.words) else "boilerplate"
    if item.count <= 16 and timestamp(item.words):
        return "timestamp"
    if item.count <= 16 and is_dateline(item.words):
        return "dateline"
    if is_notice(item) or is_menu(item):
        return "boilerplate"
    if byline(item.words, item.count):
        return "byline"
    if item.count <= 60 and caption(item.words):
        return "boilerplate" if item.count <= 8 and photo_credit(item.words) else "caption"
    if item.count <= 16 and HEADING.match(item.words):
        return "heading"
    return None


def label_rest(items: list[Paragraph], title: str | None, *, named: bool) -> str:
    """Label every paragraph that its own words did not label; `named` where front matter held the title.

    Gives the letters of the headline, the same for every way to write it.
    """
    headline = mark_titles(items, title, named=named)
    _mark_lists(items)
    _by_place(items)
    return headline


def _mark_lists(items: list[Paragraph]) -> None:
    """Links below a line such as "Related articles", until a paragraph of the article comes."""
    inside = False
    for item in items:
        if item.label == "boilerplate":
            inside = inside or opens_list(item)
        elif inside and item.label in (None, "heading") and item.count <= 25 and not item.full:
            item.label = "boilerplate"
        elif item.label is None:
            inside = False


def _by_place(items: list[Paragraph]) -> None:
    open_ones = [index for index, item in enumerate(items) if item.label is None]
    body = next((i for i in open_ones if _is_body(items[i])), None)
    last = next((i for i in reversed(open_ones) if items[i].full or items[i].count > 25), None)
    titled = False
    for index, item in enumerate(items):
        titled = titled or item.label == "title"
        if item.label is not None:
            continue
        plain = not item.full and item.count <= 25 and not ITEM.match(item.words) and not SPEAKER.match(item.words)
        before_body = body is None or index < body
        if plain and before_body and index and _is_clock(items[index - 1]):
            item.label = "heading"  # of a live blog's entry
        elif titled and before_body and item.count >= 5 and (not item.full or _leads_to_credits(items, index)):
            item.label = "standfirst"
        elif not plain or last is None:
            item.label = "body"
        elif index > last:
            item.label = "boilerplate" if item.count <= 14 else "body"
        elif item.count <= 14 or before_body:
            item.label = "heading"
        else:
            item.label = "body"


def _is_clock(item: Paragraph) -> bool:
    """A time of the day alone, as above the entries of a live blog."""
    return item.label == "timestamp" and item.count <= 3 and find_date(item.words) is None


def _is_body(item: Paragraph) -> bool:
    return (item.full and item.count >= 12) or item.count > 45 or dateline_end(item.words, 0, len(item.words)) > 0


def _leads_to_credits(items: list[Paragraph], index: int) -> bool:
    """A full sentence is a standfirst only where byline or timestamp come between it and the body."""
    if items[index].count > 45:
        return False
    for item in items[index + 1 : index + 4]:
        if item.label in ("byline", "timestamp"):
            return True
        if item.label is None and item.full:
            return False
    return False
