"""A statement may bring in a name that its evidence refers to, that was just named, or that the article is about."""

import pytest

from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_of
from onrecord.records import Actor, Span

TEXT = (
    "Voltan shuts its plant in Osterby\n\n"
    "The power firm Voltan shut its plant in Osterby on Monday.\n"
    "The mayor, Mrs Ida Lund, spoke of a black day.\n"
    "Mr Per Quist, a welder, lost his job.\n"
    "He has worked there since he was sixteen.\n"
    "Rain fell. Shops stayed shut. The buses ran late. Nobody sang.\n"
    "She flew to Brussels with Mr Jan Moe of the Steel Union.\n"
    "The company has promised to pay the rent of the workers for a year.\n"
    "Snow fell. The lake froze. A dog barked. Lights went out.\n"
    "\u201cI was told nothing,\u201d the mayor said. \u201cHe knew it in May.\u201d\n"
    "A judge in Osterby will hear the case."
)
ACTORS = (
    Actor(id="lund", name="Ida Lund", kind="person", role="mayor"),
    Actor(id="quist", name="Per Quist", kind="person", role="welder"),
    Actor(id="moe", name="Jan Moe", kind="person"),
    Actor(id="voltan", name="Voltan", kind="organization"),
    Actor(id="union", name="Steel Union", kind="organization"),
)
MAY = [
    ("He has worked there since he was sixteen.", "Per Quist has worked at the plant since he was sixteen."),
    ("She flew to Brussels with Mr Jan Moe", "Ida Lund flew to Brussels with Jan Moe."),
    ("The company has promised to pay the rent", "Voltan has promised to pay the rent."),
    ("A judge in Osterby will hear the case.", "Voltan's case will be heard by a judge in Osterby."),
    ("the mayor said", "Ida Lund said so."),
]
MAY_NOT = [
    ("He has worked there since he was sixteen.", "Jan Moe has worked at the plant since he was sixteen."),
    ("She flew to Brussels with Mr Jan Moe", "Per Quist flew to Brussels with Jan Moe."),
    ("A judge in Osterby will hear the case.", "A judge will hear Jan Moe's case."),
    ("A judge in Osterby will hear the case.", "A judge in Brussels will hear the case."),
    ("A judge in Osterby will hear the case.", "A judge will hear the Steel Union's case."),
]


def fault(document, words: str, statement: str) -> str | None:
    doc = document(TEXT)
    at = TEXT.index(words)
    return checks_for(doc, ACTORS).statements.claim(statement, evidence_of([Span(at, at + len(words))], doc), (), None)


@pytest.mark.parametrize(("words", "statement"), MAY)
def test_a_name_that_may_be_brought_in_is_let_in(document, words, statement):
    assert fault(document, words, statement) is None


@pytest.mark.parametrize(("words", "statement"), MAY_NOT)
def test_a_name_from_elsewhere_is_kept_out(document, words, statement):
    assert fault(document, words, statement) is not None
