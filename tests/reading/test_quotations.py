"""Quotations of each style of marks, on a table."""

import pytest

from onrecord.reading.read import analyse, read_text

CASES = {
    "curly": ("He said “no way” twice.", ["“no way”"]),
    "straight": ('"We will talk," he said. "Soon."', ['"We will talk,"', '"Soon."']),
    "old agencies": ("''We will talk,'' he said.", ["''We will talk,''"]),
    "German": ("He was „tired of talks“ then.", ["„tired of talks“"]),
    "guillemets": ("She said: «Nous sommes là.»", ["«Nous sommes là.»"]),
    "British": ("‘The workers’ rights are at stake,’ she said.", ["‘The workers’ rights are at stake,’"]),
    "elision": ("‘It’s the ’90s again. I’m off.’ She left.", ["‘It’s the ’90s again. I’m off.’"]),
    "apostrophes": ("The MPs’ vote isn’t the ministers’ vote.", []),
    "inches": ("He is 6'2\" tall.", []),
    "nested": ("“He asked ‘why me?’ and left,” she said.", ["“He asked ‘why me?’ and left,”", "‘why me?’"]),
}


@pytest.mark.parametrize("name", CASES)
def test_quotations_are_paired(name: str) -> None:
    text, expected = CASES[name]
    document = analyse(read_text(text))
    assert [text[q.start : q.end] for q in document.quotations] == expected


def test_a_quotation_goes_on_where_its_mark_is_opened_again() -> None:
    text = "Leader Ann Poe said: “We waited.\n\n“Now we will act.”\n\nShe left."
    (quotation,) = analyse(read_text(text)).quotations
    assert [text[s.start : s.end] for s in quotation.inner] == ["We waited.", "Now we will act."]
    assert quotation.closed
