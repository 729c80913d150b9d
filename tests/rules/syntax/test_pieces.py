"""Words read before are taken without the regular expression, and must come out as it reads them."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.rules.syntax import tags, words

PARTS = st.sampled_from(
    [
        "said", "Sen", "Sen.", "a.m", "a.m.", "U.S", "U.S.", "no.", "J.", "don't", "Trump’s", "1,630", "$1.7", "58%",
        "re-\nelect", "al-Shabab", "é", "'08", "word", " ", " ", " ", "  ", "\n", "\n ", "\u00a0", ",", ".", "...",
        "--", "“", "”", '"', "'", "(", ")", "-", "`", "@x",
    ]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30))
def test_a_text_is_read_alike_with_all_its_words_known_and_with_none(parts: list[str]) -> None:
    text = "".join(parts)
    words.KNOWN.clear()
    fresh = tags.tokenise(text, 0, len(text), {})
    for word in ("Sen", "a.m", "U.S", "J", "no", "said", "don't", "Trump’s", "word"):
        words.read_word(word)
    for _ in "again", "with the pieces of before":
        assert tags.tokenise(text, 0, len(text), {}) == fresh


def test_words_between_line_ends_and_blanks_do_not_make_the_reader_look_ahead_again_and_again() -> None:
    text = "\n " * 50_000 + "word"
    assert [token.text for token in tags.tokenise(text, 0, len(text), {})] == ["word"]
