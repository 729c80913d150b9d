"""What is left of a sentence without the words that name the speaker and the cue."""

import pytest

from onrecord.model.trimming import content_without
from onrecord.records import Span


@pytest.mark.parametrize(
    ("sentence", "attribution", "content"),
    [
        ("She said that the tax would rise.", "She said", ["the tax would rise"]),
        ("The tax would rise, she said.", "she said", ["The tax would rise"]),
        ("The tax would rise, she said on Monday.", "she said", ["The tax would rise"]),
        ("The tax would rise, she said, and wages with it.", "she said", ["The tax would rise", "and wages with it"]),
        ("The tax would rise next year, she told reporters.", "she told reporters", ["The tax would rise next year"]),
        ("He told the court that Holm set up four firms.", "He told", ["Holm set up four firms"]),
        ("He told reporters the tax that hurts would go.", "He told", ["reporters the tax that hurts would go"]),
        ("He has warned councillors in a letter that it would close.", "He has warned", ["it would close"]),
        ("He named the tax that hurts.", "He named", ["the tax that hurts"]),
        (
            "The board would study it, she told reporters outside the hall, and would decide in May.",
            "she told",
            ["The board would study it", "and would decide in May"],
        ),
    ],
)
def test_content_is_the_sentence_without_its_attribution(sentence: str, attribution: str, content: list[str]) -> None:
    at = sentence.index(attribution)
    spans = content_without(Span(0, len(sentence)), Span(at, at + len(attribution)), sentence)
    assert [sentence[start:end] for start, end in spans] == content
