"""Words broken at line ends, and with characters in them that nobody sees, are read as the words they are."""

import re

import pytest

import onrecord
from onrecord.reading.paragraphs import in_one_line, paragraphs

ARTICLE = """Strike goes on

The minister said the bankrupt firm would close next week. “It is an outrage,” said Maria Lopez, who leads the union.

Emmanuel Macron opposed the plan of the Foreign Ministry. Police arrested three men in Lyon on Monday."""
UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")


def read(text: str) -> list[object]:
    """What a record says, without offsets, ids of the text and what nobody sees."""
    record = onrecord.extract(text, onrecord.Options(engine="rules"))
    words = [
        *((actor.name, actor.kind, actor.role) for actor in record.actors),
        *((claim.speaker, claim.cue and claim.cue.text, claim.content.text) for claim in record.claims),
        *((position.holder, position.stance, position.target) for position in record.positions),
        *((event.type, event.trigger and event.trigger.text, len(event.actors)) for event in record.events),
    ]
    return [re.sub(r"@\w+", "", UNSEEN.sub("", "|".join(map(str, one)))) for one in words]


@pytest.mark.parametrize("unseen", ["\xad", "\u200b", "\u2060", "\ufeff"])
@pytest.mark.parametrize(
    "where", [r"(?<=[a-z]{2})(?=[a-z]{3})", r"\b(?=said)", r"(?<=said)\b", r"(?=“)", r"(?<=”)", "$"]
)
def test_a_character_that_takes_no_place_changes_nothing(unseen: str, where: str) -> None:
    assert read(re.sub(where, unseen, ARTICLE)) == read(ARTICLE)


def test_names_are_shown_without_what_nobody_sees() -> None:
    record = onrecord.extract("Em\xadma\u200bnuel Mac-\nron op\xad\nposed the plan.", onrecord.Options(engine="rules"))
    assert "Emmanuel Macron" in [actor.name for actor in record.actors]
    assert record.positions[0].cue is not None
    assert record.positions[0].cue.text == "op\xad\nposed"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bishop con-\ndemned the raid on the\nmonastery.", 1),
        ("The bishop con\xad\ndemned the raid.", 1),
        ("Dutch-\nBelgian talks", 2),  # no broken word: the next line may be another paragraph
        ("Talks fail -\nreport", 2),
        ("The minister for trade re-\n\nsigned", 2),  # an empty line ends a paragraph whatever stands before it
    ],
)
def test_a_line_goes_on_where_it_breaks_a_word(text: str, count: int) -> None:
    assert len(paragraphs(text)) == count


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("con-\ndemned", "condemned"),
        ("Jean-\nNoel", "Jean-Noel"),
        ("min\xadister\u200b", "minister"),
        (" two\n words", "two words"),
    ],
)
def test_words_in_one_line(text: str, line: str) -> None:
    assert in_one_line(text) == line
