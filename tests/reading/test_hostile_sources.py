"""Broken and hostile files: each is read, or is an error that names it and the next step."""

import os
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.reading.html import looks_like_html
from onrecord.reading.sources import read_articles

ROW = "id,text\n1,He said “yes”.\n"
READ = {
    "UTF-16 with a mark": ("a.csv", ROW.encode("utf-16")),
    "UTF-16 without a mark": ("a.csv", ROW.encode("utf-16-le")),
    "JSONL in UTF-16 without a mark": ("a.jsonl", '{"text": "He said “yes”."}\n'.encode("utf-16-be")),
    "a blank line before the header": ("a.csv", b"\n" + ROW.encode()),
    "Excel's line before the header": ("a.csv", "sep=;\nid;text\n1;He said “yes”.\n".encode()),
    "semicolons": ("a.csv", "id;text\n1;He said “yes”.\n".encode()),
    "quotation marks in the header": ("a.csv", '"id","text"\n1,He said “yes”.\n'.encode()),
}


@pytest.mark.parametrize("case", READ)
def test_unusual_rows_are_read(tmp_path: Path, case: str) -> None:
    name, data = READ[case]
    (tmp_path / name).write_bytes(data)
    (article,) = read_articles([str(tmp_path / name)])
    assert not isinstance(article, SourceError), article
    assert article.text == "He said “yes”."


REFUSED = {
    "an unclosed quotation mark": ("a.csv", b'id,text\n1,"He said yes.\n2,no\n', "inside quotation marks"),
    "half a character in a text": ("a.jsonl", b'{"text": "He said \\ud800."}', "half a character"),
    "a number for a text": ("a.jsonl", b'{"text": 5}', "not a string"),
    "a NUL byte in rows": ("a.csv", b"id,text\n1,a\x00b\n", "NUL"),
    "deep brackets": ("a.json", b"[" * 100_000, "not JSON"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_broken_rows_are_named(tmp_path: Path, case: str) -> None:
    name, data, said = REFUSED[case]
    (tmp_path / name).write_bytes(data)
    (error,) = read_articles([str(tmp_path / name)])
    assert isinstance(error, SourceError)
    assert said in error.message
    assert name in error.message
    assert error.hint


def test_half_characters_in_names_are_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "\\ud800", "title": "\\udfff", "text": "He said yes."}', "utf-8")
    (article,) = read_articles([str(path)])
    assert (article.id, article.title) == ("\\ud800", "\\udfff")
    assert article.model_dump_json()


def test_links_to_nothing_and_pipes_in_a_folder_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    (tmp_path / "b.txt").symlink_to("b.txt")
    os.mkfifo(tmp_path / "c.txt")
    (tmp_path / "d.txt").write_text("He said yes.", "utf-8")
    link, loop, pipe, good = read_articles([str(tmp_path)])
    assert "'nowhere'" in link.message
    assert "link" in loop.message
    assert "pipe" in pipe.message
    assert good.id == "d.txt"


@pytest.mark.parametrize("name", ["", "/dev/zero"])
def test_what_is_no_file_is_refused_before_it_is_read(name: str) -> None:
    (error,) = read_articles([name])
    assert isinstance(error, SourceError)
    assert error.hint


def test_many_comments_before_a_page_are_read_in_linear_time() -> None:
    assert not looks_like_html("<!-- -->" * 500)
    assert looks_like_html("<?xml version='1.0'?>\n<!-- a -- b --> <!doctype html><html>")


def test_a_page_that_claims_utf_16_in_ascii_letters_is_read_as_what_it_is(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    words = "<p>Mayor Aiko Ito said on Friday that the old bridge would close for two years.</p>" * 5
    (tmp_path / "a.html").write_text(f'<html><meta charset="utf-16"><body>{words}</body></html>', "utf-8")
    (article,) = read_articles([str(tmp_path / "a.html")])
    assert "Aiko Ito" in article.text
