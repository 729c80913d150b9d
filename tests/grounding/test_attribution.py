"""The words that name a speaker must be able to name this one."""

import pytest

from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_of
from onrecord.records import Actor, Span

TEXT = (
    "Mr Per Holm, chairman of the shipping association, met mayor Ida Lund on Monday.\n"
    "She said the tax would stay.\n"
    "The mayor added that it was paid for.\n"
    "The association disagreed.\n"
    "Holm said he would sue.\n"
    "Norway said it would help.\n"
    "Norwegian officials said so.\n"
    "They went home.\n"
    "Per Holm of the broker Casa Robles agreed.\n"
    "A spokesman for Casa Robles did not.\n"
    "A former judge of the High Court was glad.\n"
    "The High Court was not.\n"
    "A spokeswoman said it was silent."
)
ACTORS = (
    Actor(id="holm", name="Per Holm", kind="person", role="chairman of the shipping association"),
    Actor(id="lund", name="Ida Lund", kind="person", role="mayor"),
    Actor(id="assoc", name="shipping association", kind="organization"),
    Actor(id="norway", name="Norway", kind="country", country="NOR"),
    Actor(id="robles", name="Casa Robles", kind="person"),
    Actor(id="judge", name="Ana Ruiz", kind="person", role="former judge of the High Court"),
    Actor(id="court", name="High Court", kind="organization"),
)


def fault(document, words: str, speaker: str) -> str | None:
    doc = document(TEXT)
    at = TEXT.index(words)
    return checks_for(doc, ACTORS).attributions.fault(evidence_of([Span(at, at + len(words))], doc), speaker)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Mr Per Holm, chairman", "holm"),
        ("mayor Ida Lund", "lund"),
        ("She", "lund"),
        ("The mayor", "lund"),
        ("The association", "assoc"),
        ("Holm", "holm"),
        ("Norway", "norway"),
        ("Norwegian officials", "norway"),
        ("it would help", "norway"),
        ("Per Holm of the broker Casa Robles", "holm"),
        ("A former judge of the High Court", "judge"),
        ("The High Court", "court"),
        ("A spokeswoman", "court"),
    ],
)
def test_words_that_can_name_the_speaker_pass(document, words, speaker):
    assert fault(document, words, speaker) is None


@pytest.mark.parametrize(
    ("words", "speaker", "reason"),
    [
        ("mayor Ida Lund", "holm", "names 'Ida Lund'"),
        ("Holm", "lund", "names 'Per Holm'"),
        ("She", "holm", "'she' cannot be 'Per Holm'"),
        ("She", "assoc", "no person"),
        ("A spokeswoman", "assoc", "no person"),
        ("The mayor", "holm", "which is 'Ida Lund'"),
        ("The mayor", "norway", "no person"),
        ("The association", "lund", "who is a person"),
        ("Norway", "lund", "names 'Norway'"),
        ("They", "lund", "one person"),
        ("Per Holm of the broker Casa Robles", "robles", "names 'Per Holm'"),
        ("A spokesman for Casa Robles", "holm", "names 'Casa Robles'"),
        ("The High Court", "judge", "names 'High Court'"),
    ],
)
def test_words_that_name_another_are_refused(document, words, speaker, reason):
    assert reason in (fault(document, words, speaker) or "")


TURNS = (
    "Mr Per Holm met Ms Ida Lund at the harbour.\n"
    "\u201cThe tax is too high,\u201d said Holm. \u201cIt drives ships away.\u201d\n"
    "\u201cIt pays for the quay,\u201d said Lund."
)


@pytest.mark.parametrize(("speaker", "told"), [("holm", None), ("lund", "the words of 'Per Holm'")])
def test_words_without_a_source_are_not_given_to_another_than_the_rules_hear(document, speaker, told):
    doc = document(TURNS)
    at = TURNS.index("It drives")
    content = evidence_of([Span(at, at + len("It drives ships away."))], doc)
    fault = checks_for(doc, ACTORS).attributions.fault(None, speaker, content)
    assert fault is None if told is None else told in (fault or "")


def test_one_of_two_namesakes_is_not_named_by_the_surname_alone(document):
    text = "Ms Eva Holm and her father Mr Per Holm spoke. Eva Holm left. She said the tax would stay."
    doc = document(text)
    actors = (
        Actor(id="eva", name="Eva Holm", kind="person"),
        Actor(id="per", name="Per Holm", kind="person"),
    )
    at = text.index("She said")
    source = evidence_of([Span(at, at + 3)], doc)
    check = checks_for(doc, actors).attributions
    assert check.fault(source, "eva") is None
    assert "cannot be 'Per Holm'" in (check.fault(source, "per") or "")
