"""Whose a cue is that has no subject of its own beside it."""

import pytest

import onrecord

RULES = onrecord.Options(engine="rules")


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Noting that the cost had risen, Ann Lee said the bridge was late.", "Noting", "Ann Lee"),
        ("While acknowledging the delay, the mayor left.", "acknowledging", "the mayor"),
        (
            "Ann Lee, whose house was sold because nobody lived in it, said the price was low.",
            "said",
            "Ann Lee, whose house was sold because nobody lived in it",
        ),
        ("Ann Lee said the plan was dead, adding that the money was gone.", "adding", "Ann Lee"),
        ("The museum issued a report this month charging the group with fraud.", "charging", "The museum"),
        ("Ann Lee agreed that the clerk misjudged but noted that the dam was unsafe.", "noted", "Ann Lee"),
        ("A news report published Wednesday said the dam was unsafe.", "said", "A news report published Wednesday"),
        ("Ann Lee and Bo Dahl have both argued that jobs were lost.", "argued", "Ann Lee and Bo Dahl"),
        ("Millions were spent on ads attacking the mayor.", "attacking", "ads"),
        ("Both argued that jobs were lost.", "argued", "Both"),
        ("Ann Lee, whose views upset many, last year proposed a ban.", "proposed", "Ann Lee, whose views upset many"),
    ],
)
def test_a_cue_without_a_subject_of_its_own_is_that_of_the_clause_it_belongs_to(text, cue, source):
    claims = onrecord.extract(text, RULES).claims
    assert [c.source and c.source.text for c in claims if c.cue and c.cue.text == cue] == [source]


def test_a_fronted_report_ends_where_the_main_clause_begins():
    claims = onrecord.extract("Noting that the cost had risen, Ann Lee said the bridge was late.", RULES).claims
    assert [c.content.text for c in claims] == ["that the cost had risen", "the bridge was late"]


def test_what_is_promised_not_to_be_done_is_a_content():
    claims = onrecord.extract("Ann Lee promised not to raise the toll.", RULES).claims
    assert [c.content.text for c in claims] == ["not to raise the toll"]


@pytest.mark.parametrize(
    "text",
    [
        "After the speech, Ann Lee claimed the nomination.",
        "On the last day, the mayor found a job that paid well.",
        "They watched the film on the bridge, which recounts the fall of the wall.",
        'The film, "The Secret Soldiers of Dover," is long.',
    ],
)
def test_an_object_after_a_cue_verb_makes_no_report_of_what_stands_before_it(text):
    assert not onrecord.extract(text, RULES).claims


@pytest.mark.parametrize(
    "text",
    [
        "Ann rebuked Bo for suggesting that the dam was unsafe.",
        "Members accused Ann of implying that the police were late.",
        "The mayor praised the east, remarks that were often quoted.",
    ],
)
def test_what_somebody_is_charged_with_and_a_plural_noun_make_no_second_claim(text):
    assert len(onrecord.extract(text, RULES).claims) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The road is closed,” Ann Lee said by telephone.", "Ann Lee"),
        ("“The road is closed,” engineer James A. Dahl wrote in a letter dated Tuesday.", "engineer James A. Dahl"),
        ("Ann Lee wrote in a paper published Monday that the dam was old.", "Ann Lee"),
    ],
)
def test_by_what_means_and_in_what_paper_hides_no_speaker(text, source):
    assert [c.source and c.source.text for c in onrecord.extract(text, RULES).claims] == [source]
