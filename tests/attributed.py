"""The attributions of a short text as words, for tests of one rule each."""

from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.actors.find import find_actors
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.syntax.analyse import analyse


def found(text):
    """Source and content of each attribution under a headline, parts joined by dots; what is nested is left out."""
    document = read_document(read_text("A headline stands here\n\n" + text))
    clauses = analyse(document)
    shown = []
    for one in find_attributions(document, clauses, find_actors(document, clauses)):
        if not one.nested:
            words = [" ... ".join(document.text[s.start : s.end] for s in part) for part in (one.source, one.content)]
            shown.append(tuple(words))
    return shown
