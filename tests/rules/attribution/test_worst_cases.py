"""Each rule's own worst input: time must grow with the length, not with its square."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.actors.types import Known, Reference
from onrecord.rules.attribution.find import find_attributions
from onrecord.rules.syntax.analyse import analyse

WORST = {
    "one sentence of said that": "he said that ",
    "one sentence of objects": "which praised the plan, ",
    "one sentence of nouns": "her claim that ",
    "possessors": "the mayor's ",
    "of phrases": "claim of ",
    "commas": ", and ",
    "speakers after speakers": "said Smith, ",
    "adverbs": "also recently ",
    "according to": "according to Smith, ",
    "in the view": "in Smith's view, ",
    "passives": "was accused of fraud by ",
    "relative clauses": "the man who ",
    "participles": "the plan backed by ",
    "quotations": "“I am not here to talk,” he said. ",
    "opening marks": "“ ",
    "straight marks": '" ',
    "colons": "Smith: ",
    "dashes": "— Smith ",
    "signatures": "“I am not here to talk about it at all.”\n- Smith\n\n",
    "quotation over paragraphs": "“I am not here to talk.\n\n",
    "capitals": "SMITH SAYS ",
    "infinitives": "wants to ",
    "one long word": "a",
    "apostrophes": "'s",
    "hyphens": "a-",
    "broken lines": "a-\n",
    "letters and stops": "A.",
    "parentheses": "(R-Wis. ",
    "addressees": "told reporters in Paris on Monday ",
}


class Nobody:
    """Actors of a text in which nobody is known."""

    known: dict = {"nobody": Known("nobody", "nobody", "unnamed")}  # noqa: RUF012
    mentions: list = []  # noqa: RUF012

    def within(self, *_):
        return []

    def refer(self, *_):
        return Reference("nobody", "stated")

    def several(self, *_):
        return []


def seconds(text):
    document = read_document(read_text("x " + text, title="x"))
    started = time.process_time()
    find_attributions(document, analyse(document), Nobody())
    return time.process_time() - started


@pytest.mark.parametrize("part", WORST.values(), ids=WORST)
def test_time_grows_with_the_length(part):
    whole = part * (100_000 // len(part))
    seconds(part * 10)
    for _ in range(6):  # what else the machine does must not fail the test
        half, full = seconds(whole[:50_000]), seconds(whole)
        if full < 3 * half + 0.05:
            return
    pytest.fail(f"100,000 characters take {full / half:.1f} times as long as 50,000")


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from([*WORST.values(), "he said ", ".", "\n", "? ", "“", "”", "the plan ", "that "]), max_size=60
    )
)
@example(["SMITH SAYS ", "claim of ", "wants to "])
def test_spans_lie_in_the_text_and_are_not_empty(parts):
    text = "x " + "".join(parts)
    document = read_document(read_text(text))
    for one in find_attributions(document, analyse(document), Nobody()):
        assert one.content
        for span in (*one.content, *one.cue, *one.source, *one.said, *one.addressee):
            assert 0 <= span.start < span.end <= len(document.text)
