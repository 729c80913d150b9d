"""Whatever the text, the offsets of a document hold."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.document import UNREAD, Document
from onrecord.reading.paragraphs import BLANK
from onrecord.reading.read import analyse, read_text

PIECES = [
    "“", "”", '"', "'", "‘", "’", "``", "''", "„", "«", "»", ". ", "? ", "! ", "...", "…", "\n", "\n\n", "\r\n",
    "\u2028", "\xa0", "\u200b", "\xad", " ", ", ", "he said", "Trump said", "Mr. ", "U.S. ", "By Jane Doe",
    "PARIS, 3 May (Reuters) - ", "Published 3 May 2026", "0", "Related articles", "Comments are closed.", "---",
    "title: Talks", "# Talks", "- item", "[link](http://x.org)", "TRUMP: ", "Photo: AP", "\x00", "é", "e\u0301", "𝔘",
    "The ministers met on Sunday and will meet again, they said in a long and winding sentence", "•", "(", ")", "[3]",
    "5 p.m. ", "No. 10", "\U0001f3f3\ufe0f\u200d\U0001f308",
]  # fmt: skip
HOSTILE = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60)
    .map("".join)
    .filter(lambda text: text.strip(BLANK))
)


def check(document: Document) -> None:
    text = document.text
    place = 0
    for block in document.blocks:
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip(BLANK)
        place = block.end
    assert not text[place:].strip(BLANK)
    place = 0
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        assert sentence.number == number
        assert place <= sentence.start < sentence.end
        assert block.start <= sentence.start
        assert sentence.end <= block.end
        assert block.label not in UNREAD
        words = text[sentence.start : sentence.end]
        assert words == words.strip(BLANK)
        place = sentence.end
    covered = {offset for s in document.sentences for offset in range(s.start, s.end)}
    for block in document.blocks:
        if block.label not in UNREAD and block.label != "dateline":
            for offset in range(block.start, block.end):
                assert offset in covered or text[offset] in BLANK
    starts = [quotation.start for quotation in document.quotations]
    assert starts == sorted(starts)
    for number, quotation in enumerate(document.quotations):
        assert quotation.number == number
        assert len(quotation.spans) == len(quotation.inner)
        assert quotation.parent is None or quotation.parent < number
        end = 0
        for span, inner in zip(quotation.spans, quotation.inner, strict=True):
            assert end <= span.start <= inner.start <= inner.end <= span.end <= len(text)
            assert span.start < span.end
            end = span.end


@given(HOSTILE)
def test_offsets_hold_for_hostile_text(text: str) -> None:
    article = read_text(text)
    assert article.text == text
    check(analyse(article))


@given(HOSTILE, st.sampled_from(["Talks", "The ministers met", "Published 3 May 2026"]))
def test_offsets_hold_with_a_title_given(text: str, title: str) -> None:
    check(analyse(read_text(text, title=title)))


@given(HOSTILE)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert analyse(read_text(text)) == analyse(read_text(text))
