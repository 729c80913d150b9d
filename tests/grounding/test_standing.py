"""What stands in a statement must be able to stand there: the phrases of the evidence say for whom and for what."""

import pytest

from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_of
from onrecord.records import Actor, Span

TEXT = (
    "Norland and Sudria reopen their border market\n\n"
    "Norland and Sudria agreed on Tuesday to reopen the market at Vessel Bridge.\n"
    "Norland's trade minister, Mr Ivo Brandt, said the rent would fall by 12 percent within two decades.\n"
    "His deputy, Ms Ada Lowe, said she had invited the traders of the bridge.\n"
    "The Stallholders' Union called the text thin. Its chairwoman, Mrs Rut Hale, said it had lost 40 members.\n"
    "\u201cWe have heard the board before,\u201d Hale told the Tribune.\n"
    "Around 300 farmers blocked the road, and left some 90 drivers stranded.\n"
    "The power firm Voltan supplies 500 megawatts. Police held Voltan's director, Mr Per Quist, for an hour.\n"
    "Brandt promised Hale a court; Quist accused the government of delay.\n"
    "The High Court has ruled twice. The district court meets in May before the vote.\n"
    "Sudria has sent its army to the pass.\n"
    "The treasury voted 57 to 54 for a loan."
)
ACTORS = (
    Actor(id="brandt", name="Ivo Brandt", kind="person", role="trade minister"),
    Actor(id="lowe", name="Ada Lowe", kind="person", role="deputy"),
    Actor(id="hale", name="Rut Hale", kind="person", role="chairwoman of the Stallholders' Union"),
    Actor(id="quist", name="Per Quist", kind="person", role="director"),
    Actor(id="union", name="Stallholders' Union", kind="organization"),
    Actor(id="voltan", name="Voltan", kind="organization"),
)
RENT = "the rent would fall by 12 percent within two decades"
WE = "We have heard the board before,"
LEFT = "Around 300 farmers blocked the road"

STANDS = [
    (RENT, "brandt", "The rent will drop by 12 per cent in twenty years."),
    ("she had invited the traders of the bridge", "lowe", "Ada Lowe invited the bridge's traders."),
    ("it had lost 40 members", "hale", "The Stallholders' Union has lost forty members."),
    (WE, "hale", "The Stallholders' Union has heard the board before."),
    ("held Voltan's director, Mr Per Quist, for an hour", None, "Per Quist was held for one hour."),
    ("The power firm Voltan supplies 500 megawatts.", None, "Voltan delivers 500 MW."),
    ("Quist accused the government of delay", None, "Per Quist blamed the government for delay."),
    ("Sudria has sent its army to the pass.", None, "Sudria's army was sent to the pass."),
    (LEFT, None, "The road was blocked by some 300 farmers."),
]
CANNOT = [
    (RENT, "brandt", "The rent will rise by 12 percent within two decades.", "'rise'"),
    (RENT, "brandt", "The rent will fall by 12 percent within two years.", "2 years"),
    (
        "she had invited the traders of the bridge",
        "lowe",
        "Rut Hale had invited the traders of the bridge.",
        "Rut Hale",
    ),
    ("it had lost 40 members", "hale", "Voltan had lost 40 members.", "Voltan"),
    (WE, "hale", "The board has heard the union before.", "board"),
    (LEFT, None, "Around 300 drivers blocked the road.", "'300 drivers'"),
    ("The power firm Voltan supplies 500 megawatts.", None, "Voltan supplies 500 kilowatts.", "500 kilowatts"),
    ("held Voltan's director, Mr Per Quist, for an hour", None, "Police held Mr Per Quist for two hours.", "says 2"),
    ("Brandt promised Hale a court", None, "Hale promised Brandt a court.", "'Hale' where its evidence says 'Brandt'"),
    ("Quist accused the government of delay", None, "Quist accused Voltan of delay.", "Voltan"),
    (
        "The district court meets in May before the vote.",
        None,
        "The district court meets in May after the vote.",
        "'after'",
    ),
    ("Sudria has sent its army to the pass.", None, "Norland has sent its army to the pass.", "Norland"),
]


def fault(document, words: str, speaker: str | None, statement: str) -> str | None:
    doc = document(TEXT)
    at = TEXT.index(words)
    evidence = evidence_of([Span(at, at + len(words))], doc)
    return checks_for(doc, ACTORS).statements.claim(statement, evidence, (), speaker)


@pytest.mark.parametrize(("words", "speaker", "statement"), STANDS)
def test_what_may_stand_in_the_place_of_something_is_kept(document, words, speaker, statement):
    assert fault(document, words, speaker, statement) is None


@pytest.mark.parametrize(("words", "speaker", "statement", "reason"), CANNOT)
def test_what_cannot_stand_in_the_place_of_something_is_seen(document, words, speaker, statement, reason):
    assert reason in (fault(document, words, speaker, statement) or "")
