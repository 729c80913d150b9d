"""What a sentence must hold before any frame of a verb can fit."""

import pytest

from onrecord.rules.events.asked import asked
from onrecord.rules.events.lexicon import lexicon
from onrecord.rules.events.phrases import plain_noun


@pytest.mark.parametrize(("lemma", "word"), [("make", "visits"), ("make", "visit"), ("carry", "out")])
def test_a_verb_that_means_something_beside_a_word_asks_for_it(lemma: str, word: str) -> None:
    words = asked(lemma) or frozenset()
    assert word in words
    assert "cake" not in words


@pytest.mark.parametrize("lemma", ["attack", "condemn", "meet"])
def test_a_verb_that_needs_no_word_beside_it_asks_for_none(lemma: str) -> None:
    assert asked(lemma) is None


def test_a_lemma_without_frames_asks_in_vain() -> None:
    assert asked("bake") == frozenset()


def test_every_plural_of_an_event_noun_counts_for_it() -> None:
    words = asked("make") or frozenset()
    nouns = [noun for noun, classes in lexicon().classes.items() if "event" in classes and " " not in noun]
    forms = [form for noun in nouns for form in (noun, noun + "s", noun + "es", noun[:-1] + "ies", noun[:-3] + "men")]
    assert not [form for form in forms if plain_noun(form)[0] in nouns and form not in words]
