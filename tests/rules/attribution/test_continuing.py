"""Whom a trailing "he said" means."""

import pytest

import onrecord

RULES = onrecord.Options(engine="rules")
PESKOV = "Kremlin spokesman Dmitry Peskov replied that Putin was ready for talks with Emmanuel Macron. "


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (PESKOV + "Any talk needed a clear goal, he added.", "clear goal", "person:dmitry-peskov"),
        (PESKOV + "“Any talk needs a clear goal,” he said.", "clear goal", "person:dmitry-peskov"),
        (
            "Kaja Kallas said that Emmanuel Macron was wrong. “There is no hurry,” she said.",
            "no hurry",
            "person:kaja-kallas",
        ),
    ],
)
def test_he_said_behind_a_statement_is_the_speaker_of_the_sentence_before(text, words, speaker):
    claims = onrecord.extract(text, RULES).claims
    assert [(c.speaker, c.certainty) for c in claims if words in c.content.text] == [(speaker, "resolved")]


def test_a_speaker_of_the_other_gender_is_not_carried_on():
    text = "Ingrid Solheim said that Anders Moen was wrong. The plan would stay, he said."
    claims = onrecord.extract(text, RULES).claims
    assert [c.speaker for c in claims if "stay" in c.content.text] != ["person:ingrid-solheim"]


def test_a_speaker_without_a_cue_goes_on_too():
    text = "Ana Ruiz: “The bridge is old.”\n\nMAYOR: It is not safe.\n\n“It fell,” he said. “We wept,” she said."
    assert onrecord.extract(text, RULES).claims
