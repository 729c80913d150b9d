"""Notes of the newsroom about an article: no part of it."""

import pytest

from onrecord.reading.read import analyse, read_text

TEXT = "The paper has said so before, and it will say so again in every story about the yard. " * 2


@pytest.mark.parametrize("opening", ["Editor’s note:", "EDITOR'S NOTE:", "Editors’ note:"])
def test_a_note_of_the_editor_is_boilerplate(opening):
    document = analyse(read_text(f"A yard closes\n\nThe yard closed on Monday.\n\n{opening} {TEXT}"))
    assert document.blocks[-1].label == "boilerplate"
