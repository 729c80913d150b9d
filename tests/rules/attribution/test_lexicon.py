"""Each line of the cue lexicon is justified by an example of its own, which is read here."""

import pytest

from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.actors.find import find_actors
from onrecord.rules.attribution.cues import cues
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.syntax.analyse import analyse

LEXICON = cues()
FAULTS = {
    # example: why it is not read yet
}


def found(text):
    document = read_document(read_text("A headline stands here\n\n" + text))
    clauses = analyse(document)
    return find_attributions(document, clauses, find_actors(document, clauses))


LINES = [
    cue for table in (LEXICON.verbs, LEXICON.nouns, LEXICON.adjectives, LEXICON.prepositions) for cue in table.values()
]


def parameter(cue):
    marks = [pytest.mark.xfail(reason=FAULTS[cue.example], strict=True)] if cue.example in FAULTS else []
    return pytest.param(cue, id=cue.line, marks=marks)


@pytest.mark.parametrize("cue", [parameter(cue) for cue in LINES])
def test_the_example_of_a_line_is_read_by_that_line(cue):
    assert cue.lemma in [one.lemma for one in found(cue.example)]


def test_every_line_has_frames_and_an_example():
    assert all(cue.example.endswith((".", '."', "?")) and (cue.frames or cue.prepositions) for cue in LINES)
