"""How far the words of a source reach: one sentence a case, written for this project."""

import pytest

import onrecord

RULES = onrecord.Options(engine="rules")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # after the verb
        ("“It fell,” said Ann Lee, who has also led the union.", "Ann Lee, who has also led the union"),
        ("“It fell,” said one aide who spoke about it as a friend.", "one aide who spoke about it as a friend"),
        ("“It fell,” said Ann Lee, 31, of Oslo.", "Ann Lee, 31, of Oslo"),
        (
            "“It fell,” said Ann Lee, a partner at Roe, a consulting firm.",
            "Ann Lee, a partner at Roe, a consulting firm",
        ),
        ("“It fell,” said Ann Lee, a Sanders delegate from Oslo.", "Ann Lee, a Sanders delegate from Oslo"),
        ("“It fell,” said an inside source.", "an inside source"),
        ("“It fell,” said Ann Lee in a statement.", "Ann Lee"),
        (
            "“It fell,” said Ann Lee, who ran the port and now leads the party.",
            "Ann Lee, who ran the port and now leads the party",
        ),
        ("“It fell,” said Ann Lee of Oslo, the only mayor to agree.", "Ann Lee of Oslo, the only mayor to agree"),
        # before the verb
        ("Ann Lee praised the dam; argued with Roe; and posted on Twitter that it was safe.", "Ann Lee"),
        ("Ann Lee said, among other things, that Roe was late.", "Ann Lee"),
        ("Ann Lee acknowledged, however, “The past is no promise of anything.”", "Ann Lee"),
        ("Ann Lee herself also signaled that it fell.", "Ann Lee"),
        ("Ann Lee has been critical of Roe but on Tuesday wrote that she agreed.", "Ann Lee"),
        ("A survey released Sunday by the Post found that it fell.", "A survey released Sunday by the Post"),
        ("More broadly, the mayor's friends argued that it fell.", "the mayor's friends"),
        ("In town after town, and rally after rally, Ann Lee argued that it fell.", "Ann Lee"),
        ("A true believer, Ann Lee argued that it fell.", "Ann Lee"),
        ("Ann Lee, the mayor, argued that it fell.", "Ann Lee, the mayor"),
        ("Several papers, including the Post, argued that it fell.", "Several papers, including the Post"),
        ("Carly Lee said the bridge fell.", "Carly Lee"),
        ("The Sanders campaign also said that it fell.", "The Sanders campaign"),
        ("When Ann Lee pointed out that Roe refers to it as closed, nobody spoke.", "Ann Lee"),
    ],
)
def test_a_source_is_found_with_all_that_says_who_it_is(text, source):
    claims = onrecord.extract("A headline stands here\n\n" + text, RULES).claims
    assert source in [claim.source.text for claim in claims if claim.source]


def test_a_participle_that_reports_has_the_subject_of_the_main_clause():
    text = "When Bo Dahl asked about the bridge, Ann Lee fired back, saying that it fell."
    claims = onrecord.extract("A headline stands here\n\n" + text, RULES).claims
    assert [claim.source.text for claim in claims if claim.cue and claim.cue.text == "saying"] == ["Ann Lee"]
