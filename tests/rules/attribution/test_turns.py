"""Interviews in questions and answers."""

import onrecord

TEXT = """Rayen Catrileo, 51, runs the water authority. Catrileo grew up without a tap.

Q: Will you resign?

A: I will not. I have work to do.

Q: The minister, Ana Ruiz, says a halt would cost jobs.

A: I disagree.
"""


def test_answers_are_the_interviewed_persons_and_questions_are_nobodys():
    record = onrecord.extract(TEXT, onrecord.Options(engine="rules"))
    assert [(c.speaker, c.content.text) for c in record.claims] == [
        (None, "Will you resign?"),
        ("person:rayen-catrileo", "I will not. I have work to do."),
        (None, "The minister, Ana Ruiz, says a halt would cost jobs."),
        ("person:ana-ruiz", "a halt would cost jobs"),
        ("person:rayen-catrileo", "I disagree."),
    ]
