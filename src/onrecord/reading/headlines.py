"""Headlines: which paragraph is the title, which one repeats it, and where the title ends on a line with the text."""

from onrecord.reading.datelines import dateline_end
from onrecord.reading.features import ITEM, SPEAKER, Paragraph
from onrecord.reading.paragraphs import BLANK


def letters(words: str) -> str:
    """Letters and figures only: "Talks ‘fail’." and "Talks 'fail'" are one headline."""
    return "".join(filter(str.isalnum, words.lower()))


def mark_titles(items: list[Paragraph], title: str | None, *, named: bool) -> str:
    """Mark the headline's own paragraph, and every later one that says the same; the letters of the headline."""
    key = letters(title) if title else ""
    if not key:
        first = _first_headline(items)
        if first is None:
            return ""
        key = letters(items[first].words)
    seen = named
    least, most = min(len(key), 20), 2 * len(key) + 20
    rest = ""  # of a headline that stands on two lines
    for item in items:
        if item.count > 45 or item.label == "timestamp" or not item.low:
            rest = ""
            continue
        if len(item.words) < least or len(item.words) > most:
            rest = ""
            continue
        own = letters(item.words)
        begins = len(own) >= least and key.startswith(own)
        if own == key or (begins and (not seen or (not item.full and len(own) * 2 > len(key)))):
            item.label = "title repeated" if seen else "title"
            rest = "" if seen else key[len(own) :]
            seen = True
        elif rest:
            if own == rest:
                item.label = "standfirst"
            rest = ""
    if not seen and (first := _first_headline(items)) is not None and not items[first].full:
        items[first].label = "title"
    return key


def _first_headline(items: list[Paragraph]) -> int | None:
    """The first paragraph that may be a headline, if nothing of the body comes before it."""
    for index, item in enumerate(items[:12]):
        if item.label == "heading":
            return index if item.words.startswith("# ") or index == 0 else None
        if item.label == "dateline":
            return None
        if item.label is not None:
            continue
        if _said_again(items, index):
            return index
        if not item.low or item.count > 30 or ITEM.match(item.words):
            return None
        if SPEAKER.match(item.words) and any(SPEAKER.match(other.words) for other in items[index + 1 : index + 8]):
            return None
        if dateline_end(item.words, 0, len(item.words)) or index + 1 == len(items):
            return None
        if item.full and item.words[-1] not in "?!;" and (item.count > 20 or not _headed(items, index)):
            return None
        return index
    return None


def _said_again(items: list[Paragraph], index: int) -> bool:
    """Whether a line stands twice, as headlines do where a page's title and its text were both copied."""
    item = items[index]
    return 4 <= item.count <= 30 and index + 1 < len(items) and item.low != "" and item.low == items[index + 1].low


def _headed(items: list[Paragraph], index: int) -> bool:
    """Whether a first line with a full stop is set off as a headline is: by its capitals, or by being much shorter."""
    words = [word for word in items[index].words.split() if len(word) > 3]
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    if words and capitals * 10 >= len(words) * 7:
        return True
    following = [item.count for item in items[index + 1 :] if item.label is None][:4]
    return bool(following) and max(following) >= 1.5 * items[index].count


def title_end(text: str, start: int, end: int, title: str) -> int:
    """Where the headline ends that opens a text of one line; 0 where it does not open it."""
    key = letters(title)
    place = start
    at = 0
    while place < end and at < len(key):
        letter = text[place].lower()
        if letter.isalnum():
            if not key.startswith(letter, at):
                return 0
            at += len(letter)
        place += 1
    if at < len(key) or len(key) < 12:
        return 0
    while place < end and text[place] in ".!?”’\"'":
        place += 1
    following = place
    while following < end and text[following] in BLANK:
        following += 1
    if following >= end or following == place or text[following].islower():
        return 0
    return place
