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
        (
            "Ann Lee's choice of a new port has already drawn criticism from fishermen.",
            "Ann Lee's choice of a new port",
        ),
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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Lee on Tuesday signed the treaty.", "Ann Lee"),
        ("The plan drew sharp criticism from both sides of the debate.", "both sides of the debate"),
    ],
)
def test_a_holder_is_named_as_a_source_is(text, source):
    assert source in [one.source.text for one in positions(text) if one.source]


@pytest.mark.parametrize(
    "text",
    [
        "The networks stuck with the rally until ten.",
        "The storm will hamper the repairs.",
        "Ann Lee began her campaign against Bo Dahl in the north.",
    ],
)
def test_a_deed_that_the_article_tells_is_no_stance(text):
    assert not positions(text)
