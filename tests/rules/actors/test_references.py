"""Who a phrase refers to: roles, pronouns, described actors, coordinations."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord

VOCABULARY = "Anna Roe she he they the minister President said that Moscow of and it’s U.S. É. , . “ ” — 4 \n"
WORDS = st.sampled_from(VOCABULARY.split(" "))


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "certainty"),
    [
        (
            "French Foreign Minister Jean-Noel Barrot left.",
            "French Foreign Minister Jean-Noel Barrot",
            "Jean-Noel Barrot",
            "person",
            "stated",
        ),
        ("Anna Roe, who had waited, left.", "Anna Roe, who had waited", "Anna Roe", "person", "stated"),
        ("Anna Roe's spokesman left.", "Anna Roe's spokesman", "Anna Roe's spokesman", "unnamed", "stated"),
        ("The head of the bank, Anna Roe, left.", "The head of the bank, Anna Roe,", "Anna Roe", "person", "stated"),
        ("Foreign Minister Anna Roe left. The minister was ill.", "The minister", "Anna Roe", "person", "resolved"),
        ("Anna Roe left. Then she came back.", "she", "Anna Roe", "person", "resolved"),
        (
            "Trump's campaign said no. The campaign had waited.",
            "The campaign",
            "Trump's campaign",
            "organization",
            "resolved",
        ),
        ("A senior official left.", "A senior official", "senior official", "unnamed", "stated"),
        (
            "They asked people familiar with the matter.",
            "people familiar with the matter",
            "people familiar with the matter",
            "unnamed",
            "stated",
        ),
        ("On Monday Russian officials left.", "Russian officials", "Russian officials", "group", "stated"),
        ("Thousands of protesters marched.", "Thousands of protesters", "thousands of protesters", "group", "stated"),
        (
            "Iran's foreign ministry said no.",
            "Iran's foreign ministry",
            "Iran's foreign ministry",
            "organization",
            "stated",
        ),
        (
            "It hit supporters of the former president.",
            "supporters of the former president",
            "supporters of the former president",
            "group",
            "stated",
        ),
        (
            "They hailed a U.S. Supreme Court decision to free him.",
            "a U.S. Supreme Court decision",
            "U.S. Supreme Court decision",
            "unnamed",
            "stated",
        ),
    ],
)
def test_a_phrase_refers_to_the_actor_of_its_head(read, text, words, name, kind, certainty):
    known, sure = read(text).refer(words)
    assert (known.name, known.kind, sure) == (name, kind, certainty)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sanctions followed. They hurt.", "They"),
        ("It rained. He smiled.", "He"),
        ("I will never accept it.", "I"),
        ("Boris Roe and Peter Blum met in a hall and then he left.", "he"),
    ],
)
def test_what_the_text_does_not_tell_stays_unknown(read, text, words):
    assert read(text).refer(words) is None


def test_an_object_pronoun_is_not_its_own_subject(read):
    known, _ = read("Boris Roe met Peter Blum. Roe praised him.").refer("him")
    assert known.name == "Peter Blum"


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "President Emmanuel Macron and Prime Minister Giorgia Meloni met.",
            "President Emmanuel Macron and Prime Minister Giorgia Meloni",
            ["Emmanuel Macron", "Giorgia Meloni"],
        ),
        ("Egypt, Jordan and the UAE signed.", "Egypt, Jordan and the UAE", ["Egypt", "Jordan", "UAE"]),
        (
            "They met the leaders of Germany and Spain.",
            "the leaders of Germany and Spain",
            ["leaders of Germany and Spain"],
        ),
        ("Anna Roe left.", "Anna Roe", ["Anna Roe"]),
    ],
)
def test_a_coordination_refers_to_each_conjunct(read, text, words, names):
    assert read(text).several(words) == names


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(WORDS, max_size=40).map(" ".join))
def test_mentions_lie_in_the_text_in_order_and_apart(read, words):

    reading = read(words)
    mentions = reading.actors.mentions
    assert all(0 <= m.start < m.end <= len(words) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    for clause in reading.clauses:
        for phrase in clause.phrases:
            reading.actors.refer(phrase.start, phrase.full_end)
            reading.actors.several(phrase.start, phrase.full_end)
    assert all(words[start:end].strip() for known in reading.actors.known.values() for start, end in known.mentions)


def test_leaders_named_by_their_countries_are_the_people_who_lead_them():
    text = (
        "Russian President Vladimir Putin wrote to French President Emmanuel Macron. "
        "The Russian and French leaders had a phone call in July."
    )
    record = onrecord.extract(text, onrecord.Options(engine="rules"))
    call = next(e for e in record.events if "call" in e.trigger.text)
    assert call.actors == ("person:vladimir-putin", "person:emmanuel-macron")
