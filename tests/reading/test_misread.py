"""Text whose bytes were taken for another encoding, here or before."""

import pytest

from onrecord.reading.read import analyse, read_text

PLAIN = (
    "Amanhã", "MANHÔ disse", "MANHÃ — e", "À la carte", "Â “x”", "café", "«Да», сказал он", "Đà Nẵng", "£5 Ñandú",
    "TÜRKİYE", "CORAÇÃO",
)  # fmt: skip


@pytest.mark.parametrize("words", ["“yes”", "it’s", "café", "Müller", "España", "£5m", "a – b", "Да, так", "voilà"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_text_that_was_decoded_wrongly_before_is_noted(words: str, wrong: str) -> None:
    # Windows-1252 has no sign for five bytes, which programs pass on as they are.
    broken = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in f"so {words} she said".encode())
    (note,) = analyse(read_text(broken)).notes
    assert "wrong encoding" in note


@pytest.mark.parametrize("words", PLAIN)
def test_text_in_other_languages_is_not_noted(words: str) -> None:
    assert read_text(words).notes == ()
