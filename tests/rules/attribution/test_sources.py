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
        # before the verb
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
