"""Sentence borders, on a table of hard cases."""

from pathlib import Path

import pytest

from onrecord.reading.document import Block, Sentence
from onrecord.reading.quotations import find_quotations
from onrecord.reading.sentences import find_sentences

CASES = [
    line
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
FAULTS = {}


def sentences_of(text: str) -> list[Sentence]:
    blocks = [Block(0, len(text), "body")]
    return find_sentences(text, blocks, find_quotations(text, blocks))


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=FAULTS[case])) if case in FAULTS else case
        for case in CASES
    ],
)
def test_sentences_end_where_the_table_says(case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")
    marked = text
    for start in reversed([sentence.start for sentence in sentences_of(text)[1:]]):
        blank = marked[start - 1] == " "
        marked = marked[: start - blank] + (" | " if blank else "|") + marked[start:]
    assert marked == case
