"""From pointers to words."""

import pytest

from onrecord.drafts import PartRef, QuotationRef, SentenceRef
from onrecord.grounding.pointers import Missed, evidence_for, resolve
from onrecord.records import Evidence, Span

TEXT = "Mayor Ito said the “old bridge” would close – for good.\nShe did not say when.\nComments are closed."


@pytest.mark.parametrize(
    ("pointer", "words", "match"),
    [
        (Span(0, 9), "Mayor Ito", "exact"),
        (Span(9, 15), "said", "exact"),  # space at the ends is not evidence
        (SentenceRef(1), "She did not say when.", "exact"),
        (QuotationRef(0), "“old bridge”", "exact"),
        (PartRef(0, "the", "close"), "the “old bridge” would close", "exact"),
        (PartRef(0, 'the "old', "close - for"), "the “old bridge” would close – for", "normalized"),
        (PartRef(0, "MAYOR", "ito"), "Mayor Ito", "normalized"),
        (PartRef(0, "the new", "close"), "Mayor Ito said the “old bridge” would close – for good.", "sentence"),
        (PartRef(0, "close", "the"), "Mayor Ito said the “old bridge” would close – for good.", "sentence"),
        (
            PartRef(0, "or", "close"),
            "Mayor Ito said the “old bridge” would close – for good.",
            "sentence",
        ),  # in "Mayor"
        (PartRef(0, "", ""), "Mayor Ito said the “old bridge” would close – for good.", "sentence"),
    ],
)
def test_a_pointer_means_the_words_it_names(document, pointer, words, match):
    evidence = evidence_for([pointer], document(TEXT))
    assert isinstance(evidence, Evidence)
    assert (evidence.text, evidence.match) == (words, match)
    assert " ... ".join(TEXT[s.start : s.end] for s in evidence.spans) == evidence.text


@pytest.mark.parametrize(
    ("pointer", "reason"),
    [
        (SentenceRef(99), "no sentence 99"),
        (SentenceRef(-1), "no sentence -1"),
        (QuotationRef(1), "no quotation 1"),
        (PartRef(7, "a", "b"), "no sentence 7"),
        (Span(5, 5000), "outside the text"),
        (Span(5, 5), "outside the text"),
        (Span(9, 10), "nothing but space"),
        (Span(TEXT.index("Comments"), len(TEXT)), "outside the sentences that are read"),
    ],
)
def test_a_pointer_to_nothing_is_refused_with_a_reason(document, pointer, reason):
    missed = resolve(pointer, document(TEXT))
    assert isinstance(missed, Missed)
    assert reason in missed.reason


def test_overlapping_spans_become_one_and_come_in_order(document):
    evidence = evidence_for([Span(10, 14), Span(0, 9), Span(6, 9)], document(TEXT))
    assert evidence.spans == (Span(0, 9), Span(10, 14))
    assert evidence.text == "Mayor Ito ... said"


def test_no_pointer_is_no_evidence(document):
    assert evidence_for([], document(TEXT)) is None
