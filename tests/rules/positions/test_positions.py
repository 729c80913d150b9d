"""Who stands where: stance, holder, target and condition, with what turns, weakens or hides them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        # verbs, nouns and predicates of stance
        ("Peru backs the treaty.", "Peru", "support", "the treaty"),
        ("Peru rejects the treaty.", "Peru", "oppose", "the treaty"),
        ("The merger was blocked by the regulator.", "regulator", "oppose", "The merger"),
        ("Peru called for a truce.", "Peru", "support", "a truce"),
        ("Doctors warned against the drug.", "doctors", "oppose", "the drug"),
        ("Peru urged the rebels to free the hostages.", "Peru", "support", "free the hostages"),
        ("Peru voiced support for the treaty.", "Peru", "support", "the treaty"),
        ("Peru's rejection of the treaty was no surprise.", "Peru", "oppose", "the treaty"),
        ("The plan met with fierce opposition from hunters.", "hunters", "oppose", "The plan"),
        ("Peru is open to talks.", "Peru", "support", "talks"),
        ("Peru is against the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru is no friend of the treaty.", "Peru", "oppose", "the treaty"),
        ("The assembly voted against the budget.", "assembly", "oppose", "the budget"),
        ("Fifty mayors signed a petition against the dam.", "fifty mayors", "oppose", "the dam"),
        # negation and reversal
        ("Peru decided not to sign the treaty.", "Peru", "oppose", "sign the treaty"),
        ("Peru does not oppose the treaty.", "Peru", "support", "the treaty"),
        ("Peru does not support the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru did not rule out the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru refused to back the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru refused to rule out the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru stopped short of backing the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru dropped its objection to the treaty.", "Peru", "support", "the treaty"),
        ("Peru withdrew its support for the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru has no objection to the treaty.", "Peru", "support", "the treaty"),
        ("Peru no longer opposes the treaty.", "Peru", "support", "the treaty"),
        ("Nobody in the party supports the treaty.", "party", "oppose", "the treaty"),
        # what is said
        ("Peru must sign the treaty, envoy Ana Cruz said.", "Ana Cruz", "support", "the treaty"),
        ("The port must never be sold, envoy Ana Cruz said.", "Ana Cruz", "oppose", "The port"),
        ("“We will never accept this border,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "this border"),
        ("“This law is a disgrace,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "This law"),
        ("“Tear it down,” envoy Ana Cruz said of the tower.", "Ana Cruz", "support", "Tear it down"),
        # no side
        ("Peru abstained from voting on the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru declined to say whether it backs the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru has yet to decide whether to sign the treaty.", "Peru", "neutral", "the treaty"),
        # targets by anaphors
        ("A joint army is on the table. Peru supports the idea.", "Peru", "support", "A joint army"),
        ("Peru endorsed the accord and later rejected it.", "Peru", "oppose", "the accord"),
        ("Talks with the rebels may begin. Peru opposes such talks.", "Peru", "oppose", "Talks with the rebels"),
    ],
)
def test_a_stance_is_read(read, text, holder, stance, target):
    found, _ = read(text)
    assert (holder, stance) in {(h, s) for h, s, t, _ in found if target in t or t in target}, found
    assert len({(h, s) for h, s, t, _ in found if h == holder}) == 1 + ("endorsed" in text), found


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Peru will sign the treaty if Chile signs it.", "if Chile signs it"),
        ("Peru is open to talks, provided that the ports reopen.", "provided that the ports reopen"),
        ("Peru will not sign the treaty unless the fund grows.", "unless the fund grows"),
        ("Peru backs the treaty in return for aid.", "in return for aid"),
        ("Peru would back the treaty only if Chile did.", "only if Chile did"),
        ("“We will come if they come,” envoy Ana Cruz said.", "if they come"),
        ("With a guarantee from Chile, Peru could agree to the treaty.", "With a guarantee from Chile"),
    ],
)
def test_a_stance_under_a_condition_is_conditional(read, text, condition):
    found, _ = read(text)
    assert [(s, c) for _, s, _, c in found][:1] == [("conditional", condition)]


@pytest.mark.parametrize(
    "text",
    [
        "He backed his van into the fountain.",
        "The waiter passed the bill to the ambassador.",
        "Referee Lotte Kamp signed autographs.",
        "Should Peru sign the treaty?",
        "In the novel, the baron rejects the treaty.",
        "Visitors must be 18 or older.",
        "The pool is open to guests.",
        "The minister will speak about the treaty on Thursday.",
        "The defendant denied stealing the bicycle.",
    ],
)
def test_what_only_looks_like_a_stance_is_left(read, text):
    found, _ = read(text)
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile back the treaty.", [("Peru", "support"), ("Chile", "support")]),
        ("Neither Peru nor Chile accepts the treaty.", [("Peru", "oppose"), ("Chile", "oppose")]),
        ("Peru is for the treaty, Chile against it.", [("Peru", "support"), ("Chile", "oppose")]),
    ],
)
def test_each_holder_has_a_position_of_its_own(read, text, expected):
    found, _ = read(text)
    assert [(h, s) for h, s, _, _ in found] == expected


def test_a_position_that_rests_on_a_claim_names_it(read):
    _, draft = read("Peru rejected the treaty. “The port must close,” envoy Ana Cruz said.")
    assert all(p.claim is not None and p.claim < len(draft.claims) for p in draft.positions)


def test_an_attitude_gives_exactly_one_position_with_its_own_spans(read):
    text = "Peru supports the treaty with Chile."
    _, draft = read(text)
    (position,) = draft.positions
    assert position.claim is None
    assert [text[s:e] for s, e in position.source] == ["Peru"]
    assert [text[s:e] for s, e in position.cue] == ["supports"]
    assert [text[s:e] for s, e in position.evidence] == ["the treaty with Chile"]


VOCABULARY = (
    "Peru nobody backs opposes not to it the plan , . “ ” if unless we will never must be said and against for no — \n"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(words=st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=30).map(" ".join))
def test_spans_lie_in_the_text(read, words):
    if not words.strip():
        return
    _, draft = read(words)
    keys = {actor.key for actor in draft.actors}
    for position in draft.positions:
        assert position.holder in keys
        assert position.target
        for span in (*position.evidence, *position.cue, *position.source):
            assert isinstance(span, Span)
            assert 0 <= span.start < span.end <= len(words)


def test_a_speaker_does_not_stand_on_both_sides_of_the_same_words():
    text = "Ana Ruiz said any talks should not be misused and must serve a clear purpose."
    record = onrecord.extract(text, onrecord.Options(engine="rules"))
    assert [p.stance for p in record.positions if p.holder == "person:ana-ruiz"] == ["oppose"]


@pytest.mark.parametrize(
    "text",
    [
        "One official spoke on condition of anonymity.",
        "One official requested anonymity.",
        "It is a machine that looks like a tent.",
        "Groups like the Red Cross are here.",
        "Lee looks for work.",
        "Lee struggled to win the support of farmers.",
        "He sent a gift to support the school.",
        "Lee applied for a green card.",
    ],
)
def test_what_only_sounds_like_a_stance_gives_none(text):
    assert not onrecord.extract(text, onrecord.Options(engine="rules")).positions


def test_a_position_in_what_somebody_urges_names_the_claim():
    record = onrecord.extract("Ann Lee urged the party to accept the deal.", onrecord.Options(engine="rules"))
    assert record.positions
    assert all(position.claim == record.claims[0].id for position in record.positions)


def test_a_wish_to_support_something_is_one_position():
    record = onrecord.extract("Ann Lee wants to support the bill.", onrecord.Options(engine="rules"))
    assert len(record.positions) == 1


def test_who_has_the_backing_of_others_is_named_though_a_relative_stands_for_them():
    record = onrecord.extract("Ann Lee, who had the backing of the farmers, won.", onrecord.Options(engine="rules"))
    assert [(p.stance, p.target) for p in record.positions] == [("support", "Ann Lee")]
