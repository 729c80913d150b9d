"""A statement that names its own source must name the claim's speaker."""

import pytest

from onrecord.drafts import PartRef
from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_for
from onrecord.records import Actor

TEXT = (
    "The harbour union opposes the levy unless crews are exempted.\n"
    "Its secretary, Rosa Pardo, said the fare would double by May.\n"
    "Port director Olaf Brekke said that a clerk had told him the files were gone.\n"
    "Norway's trade minister, Ida Lund, warned the shippers not to wait.\n"
    "The shippers, a league of forty firms, will appeal.\n"
    "Ida Lund begged Olaf Brekke not to leave."
)
ACTORS = (
    Actor(id="union", name="harbour union", kind="organization"),
    Actor(id="pardo", name="Rosa Pardo", kind="person", role="secretary of the harbour union"),
    Actor(id="brekke", name="Olaf Brekke", kind="person", role="Port director"),
    Actor(id="lund", name="Ida Lund", kind="person", role="trade minister", country="NOR"),
    Actor(id="bakke", name="Tor Bakke", kind="person", role="finance minister", country="NOR"),
    Actor(id="shippers", name="The shippers", kind="group"),
)
FARE = (1, "the fare", "May", "Its secretary, Rosa Pardo", "said", "pardo")
LEVY = (0, "the levy", "exempted", "The harbour union", "opposes", "union")
FILES = (2, "a clerk", "gone", "Port director Olaf Brekke", "said", "brekke")
WAIT = (3, "not to", "wait", "Norway's trade minister, Ida Lund", "warned", "lund")
BEG = (5, "not to", "leave", "Ida Lund", "begged", "lund")

KEPT = [
    (FARE, "The fare will double by May, Rosa Pardo says."),
    (FARE, "The fare will double by May, says the secretary of the harbour union."),
    (FARE, "According to the union's secretary, the fare would double by May."),
    (FARE, "In Pardo's view the fare would double by May."),
    (FARE, "The fare, she said, would double by May."),
    (FARE, "The fare will double by May."),
    (LEVY, "The harbour union rejects the levy unless crews are exempted."),
    (LEVY, "The union is against the levy unless crews are exempted."),
    (FILES, "A clerk told Brekke that the files were gone."),
    (WAIT, "Norway's trade minister has warned the shippers not to wait."),
    (WAIT, "Norway has warned the shippers not to wait."),
    (WAIT, "Norway's trade minister, Ida Lund, warned the shippers that they should not wait."),
    (BEG, "Lund begged Brekke not to leave."),
    (BEG, "Ida Lund pleaded with the port director not to leave."),
]
TAKEN_OUT = [
    (FARE, "The fare will double by May, Olaf Brekke says."),
    (FARE, "The fare will double by May, says the port director."),
    (WAIT, "Norway's finance minister warned the shippers not to wait."),
    (FARE, "According to the trade minister, the fare would double by May."),
    (FARE, "In Brekke's view the fare would double by May."),
    (FARE, "The fare, the shippers said, would double by May."),
    (FARE, "Brekke believes that the fare would double by May."),
    (LEVY, "The shippers oppose the levy unless crews are exempted."),
    (LEVY, "The company rejects the levy unless crews are exempted."),
    (LEVY, "Ida Lund rejects the levy unless crews are exempted."),
    (WAIT, "The shippers have warned Norway's trade minister not to wait."),
    (BEG, "Ida Lund begged Rosa Pardo not to leave."),
    (BEG, "Lund pleaded with the harbour union not to leave."),
    (WAIT, "The secretary warned the shippers not to wait."),
]


def fault(document, case, statement: str) -> str | None:
    number, first, last, source, cue, speaker = case
    doc = document(TEXT)
    content, by, said = (
        evidence_for([PartRef(number, *words)], doc)
        for words in ((first, last), (source.split(",")[0], source.rsplit(" ", 1)[-1]), (cue, cue))
    )
    return checks_for(doc, ACTORS).statements.claim(statement, content, (by, said), speaker)


@pytest.mark.parametrize(("case", "statement"), KEPT)
def test_a_statement_that_names_the_speaker_or_nobody_is_kept(document, case, statement):
    assert fault(document, case, statement) is None


@pytest.mark.parametrize(("case", "statement"), TAKEN_OUT)
def test_a_statement_that_names_another_source_is_taken_out(document, case, statement):
    assert fault(document, case, statement) is not None
