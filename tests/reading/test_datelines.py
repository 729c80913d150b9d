"""Where a report's first sentence begins behind its dateline."""

import pytest

from onrecord.reading.datelines import dateline_end


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("PARIS (AFP) - The mayor left.", "The mayor left."),
        ("LIMA, Peru — The mayor left.", "The mayor left."),
        ("**The mayor** left town.", "**The mayor** left town."),
        ("** The mayor left.", "** The mayor left."),
        ("**Read more** – The mayor left.", "**Read more** – The mayor left."),
    ],
)
def test_the_first_sentence_begins_behind_the_dateline(paragraph: str, sentence: str) -> None:
    assert paragraph[dateline_end(paragraph, 0, len(paragraph)) :] == sentence
