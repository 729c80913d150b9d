"""The summary's points: which sentences, and which never."""

from onrecord.reading.read import analyse, read_text
from onrecord.rules.parser import parse

ARTICLE = (
    "Police in Minsk arrested eleven journalists on Tuesday, the interior ministry of Belarus said.\n\n"
    "It was a cold and rainy day in most of the country, and few people were in the streets.\n\n"
    "Editor Olga Petrova said the journalists had been filming a queue outside a bakery in the centre.\n\n"
    "Interior minister Ivan Orlov rejected the criticism and accused the paper of working for a foreign power.\n\n"
    "The journalists were taken to the Okrestina prison, where relatives waited for news of them.\n\n"
    "A court is to hear their case next week, according to their lawyers in the capital."
)


def points(text, title=None):
    document = analyse(read_text(text, title=title))
    return [text[p.evidence[0].start : p.evidence[0].end] for p in parse(document).points]


def test_event_claim_and_disagreement_make_three_points():
    found = points(ARTICLE)
    assert len(found) == 3
    assert found[0].startswith("Police in Minsk arrested")
    assert any("rejected the criticism" in point for point in found)


def test_the_headline_is_never_a_point():
    headline = "Police in Minsk arrest eleven journalists on Tuesday"
    assert all(headline not in point for point in points(headline + "\n\n" + ARTICLE, title=headline))


def test_a_first_line_without_a_title_of_its_own_is_no_point():
    line = "LIVE: Police in Minsk arrest eleven journalists"
    assert all(not point.startswith("LIVE") for point in points(f"{line}\n\n{line}\n\n" + ARTICLE))


def test_neither_an_interviewers_line_nor_a_note_on_the_author_is_a_point():
    question = "Q: You have accused the paper of working for a foreign power and rejected all that its editor said."
    note = "Ann Roe is a visiting professor of law at the University of Leeds and the author of three books."
    found = points(f"{note}\n\n{question}\n\n{ARTICLE}")
    assert found
    assert all(not point.startswith(("Q:", "Ann Roe")) for point in found)


def test_two_points_never_say_the_same():
    text = ARTICLE + "\n\nPolice in Minsk arrested eleven journalists on Tuesday, the interior ministry said again."
    assert sum("arrested eleven" in point for point in points(text)) == 1


def test_a_single_sentence_is_its_own_summary():
    assert points("A bridge fell on Friday.") == ["A bridge fell on Friday."]


def test_nothing_to_say_gives_no_points():
    assert points("?") == []
