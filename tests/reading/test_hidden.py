"""What a page keeps from sight is not read as its article."""

from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.reading.sources import read_articles
from onrecord.records import Article

pytest.importorskip("trafilatura")

SEEN = (
    "<p>Mayor Ito said on Monday that the bridge would close for the whole of the winter.</p>",
    "<p>Governor Roe said that he would ask the assembly for money to open it again by May.</p>",
)


def _read(folder: Path, body: str) -> Article:
    path = folder / "page.html"
    path.write_text(
        f"<!DOCTYPE html><html><head><title>The bridge closes for the winter</title></head>{body}</html>", "utf-8"
    )
    (article,) = read_articles([str(path)])
    assert not isinstance(article, SourceError), article
    return article


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p style="display:none">{}</p>',
        '<p style="color: red; DISPLAY : none !important">{}</p>',
        '<p style="visibility:hidden">{}</p>',
        '<p style="font-size:0">{}</p>',
        '<div style="font-size: 0px;"><p>{}</p></div>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        "<dialog><p>{}</p></dialog>",
        '<div role="dialog" aria-hidden="true"><p>{}</p></div>',
    ],
)
def test_hidden_words_are_not_read(tmp_path: Path, hidden: str) -> None:
    words = "Mayor Ito said that she had taken a bribe from the builders of the bridge."
    article = _read(tmp_path, f"<body><article>{SEEN[0]}{hidden.format(words)}{SEEN[1]}</article></body>")
    assert "bribe" not in article.text
    assert "Ito" in article.text
    assert "Roe" in article.text


@pytest.mark.parametrize(
    "mark",
    [
        'style="backface-visibility:hidden"',
        'style="font-size:0.9em"',
        'style="display:block"',
        'aria-hidden="true"',
        'hidden="until-found"',
    ],
)
def test_words_that_are_seen_are_read(tmp_path: Path, mark: str) -> None:
    article = _read(tmp_path, f"<body><article>{SEEN[0]}<p {mark}>{SEEN[1][3:]}</article></body>")
    assert "Roe" in article.text
    assert not article.notes


def test_a_body_hidden_until_its_scripts_have_run_is_read(tmp_path: Path) -> None:
    article = _read(tmp_path, f'<body style="visibility:hidden"><article>{"".join(SEEN)}</article></body>')
    assert "Roe" in article.text


def test_an_article_that_is_hidden_as_a_whole_is_read_and_that_is_said(tmp_path: Path) -> None:
    article = _read(tmp_path, f'<body><div style="display:none"><article>{"".join(SEEN)}</article></div></body>')
    assert "Roe" in article.text
    assert "from sight" in article.notes[0]
