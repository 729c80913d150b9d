"""Which words a quotation's claim has: one short text a case, written for this project."""

import pytest

from attributed import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will stay,” Ann Roe told the paper.\n\n“It is our home.”",
            [("Ann Roe", "“We will stay,” ... “It is our home.”")],
        ),
        (
            "“We will stay,” Ann Roe said. “It is ours.”\n\n“It is our home.”\n\n“We were all born here, on the quay.”",
            [
                ("Ann Roe", "“We will stay,” ... “It is ours.” ... “It is our home.”"),
                ("Ann Roe", "“We were all born here, on the quay.”"),
            ],
        ),
        (
            "Ann Roe said the yard would stay open.\n\n“It is all the town has ever had.”",
            [("Ann Roe", "the yard would stay open ... “It is all the town has ever had.”")],
        ),
    ],
)
def test_a_paragraph_that_is_only_a_quotation_goes_on_with_the_report_before_it(text, expected):
    assert found(text) == expected


def test_a_second_paragraph_with_a_speaker_of_its_own_is_a_claim_of_its_own():
    text = "“We will stay,” Ann Roe said.\n\n“They will all have to go,” Bo Li answered."
    assert found(text) == [("Ann Roe", "“We will stay,”"), ("Bo Li", "“They will all have to go,”")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Roe called the yard “a place of hope,” saying it had fed the town.",
            [("Ann Roe", "the yard “a place of hope,”"), ("Ann Roe", "it had fed the town")],
        ),
        (
            "Ann Roe said the yard was “a place of hope,” as long as the orders came.",
            [("Ann Roe", "the yard was “a place of hope,” as long as the orders came")],
        ),
    ],
)
def test_a_comma_inside_the_closing_mark_ends_a_content_as_one_outside_does(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Roe added that she had “built the yard with my hands. It is all the town has.”",
            ("Ann Roe", "that she had “built the yard with my hands. It is all the town has.”"),
        ),
        (
            "“The yard is gone. Nobody will build it again,” Ann Roe said, according to the minutes.",
            ("the minutes", "“The yard is gone. Nobody will build it again,” Ann Roe said"),
        ),
    ],
)
def test_a_content_holds_all_sentences_of_its_quotation(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said on NBC’s “Meet the Town” that the yard was dead.", ("Roe", "that the yard was dead")),
        ("Roe said the yard was “a joke” before claiming it was hers.", ("Roe", "the yard was “a joke”")),
        (
            "Although Roe called it “a mess,” she claimed it had been worth it.",
            ("she", "it had been worth it"),
        ),
        ("It will hold up to a point, said Roe, a clerk whose desk has moved.", ("Roe", "It will hold up to a point")),
        ("The mail, which she said was lost, came on Monday.", ("she", "which ... was lost")),
        ("Many voters say that would help.", ("Many voters", "that would help")),
        (
            "According to the first official schedule, Roe speaks next.",
            ("the first official schedule", "Roe speaks next"),
        ),
        ("Roe pointed out that sailors’ wages were ignored.", ("Roe", "that sailors’ wages were ignored")),
    ],
)
def test_what_somebody_says_is_found_beside_titles_and_insertions(text, expected):
    assert expected in [(who.partition(",")[0].partition(" posted")[0], what) for who, what in found(text)]


@pytest.mark.parametrize(
    "text", ["It is a lot harder than, say, selling fish.", "The poll, released in May, showed Ann ahead of Bo."]
)
def test_a_word_thrown_in_and_an_object_after_the_verb_report_nothing_before_them(text):
    assert not [what for _, what in found(text) if "harder" in what or "released" in what]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("YARDS CLOSE AS ORDERS FALL - Ann Roe and Bo Li: “The orders fell by half in a year.”", "Ann Roe and Bo Li"),
        (
            "Whatever order he takes, Poe “has made himself a name in the harbour trade,” Roe said.",
            "Roe",
        ),
    ],
)
def test_a_quotation_is_whoever_stands_before_its_colon_or_after_its_comma(text, expected):
    assert expected in [who for who, _ in found(text)]


def test_a_quotation_that_another_speaker_announces_is_not_the_first_ones():
    text = "“We need the order,” said Ann Roe. Kasich resisted: “Nobody has the power to stop the yard.”"
    assert found(text)[1] == ("Kasich", "“Nobody has the power to stop the yard.”")


@pytest.mark.parametrize("between", [" ― ", "― ", "\n- "])
def test_quotations_that_are_signed_one_by_one_have_a_speaker_each(between):
    said = ["“The bridge is ours. It stays.”", "“He is wrong about the harbour.”", "“Close it down at night.”"]
    names = ["Ann Roe", "Bo Li", "Carla Poe"]
    text = "\n".join(words + between + name for words, name in zip(said, names, strict=True))
    assert found(text) == list(zip(names, said, strict=True))
