"""The words that show a stance, and that each holder of one is somebody by himself: one sentence a case."""

import pytest

import onrecord

RULES = onrecord.Options(engine="rules")


def positions(text):
    return onrecord.extract("A headline stands here\n\n" + text, RULES).positions


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Ann Lee signed a treaty designed to keep the peace.", "a treaty designed to keep the peace"),
        ("Ann Lee is offering to help the town rebuild the port.", "to help the town rebuild the port"),
        ("Ann Lee backed him by a wide margin.", "him"),
        ("Ann Lee backed him when the race began.", "him"),
        ("Ann Lee backed Bo Dahl, a former mayor.", "Bo Dahl"),
        ("Ann Lee endorsed Bo Dahl, the mayor, and Cy Roe.", "Bo Dahl, the mayor, and Cy Roe"),
    ],
)
def test_the_evidence_holds_the_whole_target_and_no_more(text, evidence):
    assert evidence in [one.evidence.text for one in positions(text)]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ann Lee and Bo Dahl, the new mayor, oppose the dam.", 2),
        ("Ann Lee, an engineer and adviser to the union, opposes the dam.", 1),
        ("Ann Lee and Bo Dahl, whose party lost, oppose the dam.", 2),
        ("Ann Lee, the lawyer who ran the port and now leads the party, opposes the dam.", 1),
    ],
)
def test_a_description_holds_no_stance_of_its_own(text, holders):
    assert len(positions(text)) == holders
