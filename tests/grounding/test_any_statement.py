"""Whatever a model writes, the checks answer with a reason or none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.grounding.checks import checks_for
from onrecord.grounding.pointers import evidence_of
from onrecord.records import Actor, Span

TEXT = (
    "Norland's minister, Mr Ivo Brandt, said on Monday that it would not pay more than 40 million crowns.\n"
    "\u201cWe have two of them, 'maybe' 3.5%,\u201d she told us. His sister, whose firm it is, left."
)
ACTORS = (Actor(id="brandt", name="Ivo Brandt", kind="person", role="minister"),)
WORDS = [
    *TEXT.split(),
    "its",
    "whose",
    "Brandt's",
    "two",
    "and",
    "a",
    "half",
    "years",
    "$4m",
    "not",
    "without",
    "I",
    "\u2019s",
    "0",
    "%",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)),
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted),
)
def test_any_statement_about_any_words_is_judged(document, statement, span):
    doc = document(TEXT)
    start, end = span
    if not TEXT[start:end].strip():
        return
    fault = checks_for(doc, ACTORS).statements.claim(statement, evidence_of([Span(start, end)], doc), (), "brandt")
    assert fault is None or fault
