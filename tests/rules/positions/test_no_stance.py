"""What looks like a stance and is none, and duties that nobody has."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "They saw children who were sleeping on a school floor, Ana Cruz said.",
        "“I don't know where my wife is,” said envoy Ana Cruz.",
        "“I don't know who my father is,” said envoy Ana Cruz.",
        "“I don't know if he is alive,” said envoy Ana Cruz.",
        "The lawyer left the court. “That is negligence, it isn't theft,” said envoy Ana Cruz.",
        "“I must confess something,” said envoy Ana Cruz.",
        "The United States, a treaty ally of Manila, said it would send ships.",
    ],
)
def test_no_stance_is_taken(read, text):
    assert read(text)[0] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No fisherman should be afraid of a uniform,” said envoy Ana Cruz.", ("oppose", "be afraid of a uniform")),
        ("“Nobody else should speak for the EU,” said envoy Ana Cruz.", ("oppose", "speak for the EU")),
        ("Nobody should support the ban, envoy Ana Cruz said.", ("oppose", "the ban")),
        ("No country should oppose the ban, envoy Ana Cruz said.", ("support", "the ban")),
        ("“I don't know what to do about the dam,” said envoy Ana Cruz.", ("neutral", "what to do about the dam")),
    ],
)
def test_the_speaker_takes_the_stance_once(read, text, expected):
    assert [(holder, stance, target) for holder, stance, target, _ in read(text)[0]] == [("Ana Cruz", *expected)]


def test_a_bill_is_no_place_of_the_sentence_before(read):
    text = "Envoy Lu Wei writes from the gallery: nobody spoke. Ana Cruz said that she would back the bill."
    assert ("Ana Cruz", "support", "the bill", None) in read(text)[0]
