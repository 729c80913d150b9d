"""Sources: what is read from files, and the one line that is said of each bad one."""

import json
from pathlib import Path

import pytest

from onrecord.errors import SourceEmpty, SourceError, SourceMissing, SourceUnreadable
from onrecord.reading.sources import read_articles


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", SourceEmpty),
        (b" \n\xc2\xa0\n", SourceEmpty),
        (b"abc\x00def" * 20, SourceUnreadable),
        (b"\x89PNG\r\n", SourceUnreadable),
        (b"%PDF-1.4", SourceUnreadable),
        (b"They said yes \xe2\x80", SourceUnreadable),
    ],
)
def test_bad_files_are_values_with_name_and_hint(tmp_path: Path, content: bytes, error: type[SourceError]) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text("The ministers met.", "utf-8")
    bad, good = read_articles([str(tmp_path)])
    assert isinstance(bad, error)
    assert "a.txt" in bad.message
    assert bad.hint
    assert not isinstance(good, SourceError)
    assert good.id == "b.txt"


def test_a_broken_line_of_jsonl_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": 7, "text": "One."}) + '\n{"id": \n' + json.dumps({"text": "Two."}), "utf-8")
    one, broken, two = read_articles([str(path)])
    assert isinstance(broken, SourceUnreadable)
    assert "line 2" in broken.message
    assert (one.id, two.id) == ("7", "rows.jsonl:3")


def test_missing_files_and_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("id,body\n1,x\n", "utf-8")
    missing, column = read_articles([str(tmp_path / "no.txt"), str(tmp_path / "rows.csv")])
    assert isinstance(missing, SourceMissing)
    assert "'body'" in column.message
    (article,) = read_articles([str(tmp_path / "rows.csv")], columns={"text": "body"})
    assert article.text == "x"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_that_decoded_a_file_is_recorded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("He said “no” — café.\r\n".encode(encoding))
    (article,) = read_articles([str(tmp_path / "a.txt")])
    assert (article.text, article.encoding) == ("He said “no” — café.\r\n", encoding)


def test_a_row_with_more_columns_than_the_header_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    row = "1,Mayor says no,Mayor Ito said the bridge would close, and Governor Roe said it would not."
    path.write_text(f"id,title,text\n{row}\n2,Yes,He said yes.,, \n", "utf-8")
    broken, good = read_articles([str(path)])
    assert isinstance(broken, SourceUnreadable)
    assert "line 2: 4 columns where the header names 3" in broken.message
    assert "quotation marks" in (broken.hint or "")
    assert good.id == "2"  # surplus cells that are empty lose nothing


def test_a_row_of_jsonl_with_other_keys_is_told_its_keys_and_the_option(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "One."}) + "\n" + json.dumps({"id": 2, "body": "Two."}), "utf-8")
    _, other = read_articles([str(path)])
    assert isinstance(other, SourceUnreadable)
    assert "'id', 'body'" in other.message
    assert "--column text=NAME" in (other.hint or "")
