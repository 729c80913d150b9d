"""The evaluation of claims gives the figures of the scorer that this project's goals are stated in.

That scorer is a script of its own that prints, for a file of gold and a file of what was found, token, exact, claim,
core, form and speaker figures in percent; it is no dependency of the project. `FIGURES` is what its `--json` printed
for the articles of `scored.toml`, written out as JSON lines, on 24 November 2026. The articles cover what is easy to
count differently: direct, mixed and indirect content, partial overlap above and below one half, what is missed and
what is not there, a content inside another one, a content in two pieces, a wrong or missing source, and a quotation
that is never closed. Whoever changes `scored.toml` must run the scorer again and not copy our own figures.
"""

import json
import tomllib
from pathlib import Path

import pytest

import onrecord
from marked_text import parse
from onrecord.cli.main import run
from onrecord.evaluation.claims import evaluate_attributions, evaluate_claims
from onrecord.evaluation.report import Report, Score, as_text
from onrecord.records import Claim, Evidence, Span

FIGURES: dict[str, tuple[float, float, float] | float] = {
    "token content": (94.8, 68.1, 79.3),
    "token source": (90.0, 75.0, 81.8),
    "token cue": (76.5, 76.5, 76.5),
    "exact content": (50.0, 47.1, 48.5),
    "exact source": (78.6, 68.8, 73.3),
    "exact cue": (76.9, 62.5, 69.0),
    "claim": (81.2, 76.5, 78.8),
    "core": (78.6, 78.6, 78.6),
    "direct recall": 85.7,
    "direct precision": 85.7,
    "mixed recall": 100.0,
    "mixed precision": 100.0,
    "indirect recall": 66.7,
    "indirect precision": 75.0,
    "speaker": 66.7,
}


ARTICLES = tomllib.loads((Path(__file__).parent / "scored.toml").read_text(encoding="utf-8"))["article"]
ROLES = ("source", "cue", "content")


def read(name):
    """The articles as rows of a gold, with the attributions of `gold` or `found`."""
    rows = []
    for article in ARTICLES:
        marked = parse(article[name])
        claims = [{role: item.get(role, []) for role in ROLES} for item in marked.items.values()]
        rows.append({"id": article["id"], "text": marked.text, "claims": claims})
    return rows


GOLD, FOUND = read("gold"), read("found")


def rounded(report: Report):
    """The figures as the scorer prints them, precision, recall and F1, without the number of articles."""
    return {
        name: tuple(round(one, 1) for one in (value.precision, value.recall, value.f1))
        if isinstance(value, Score)
        else round(value, 1)
        for name, value in report.figures
        if name != "articles"
    }


def evidence(text, spans):
    if not spans:
        return None
    words = " ... ".join(text[start:end] for start, end in spans)
    return Evidence(spans=tuple(Span(*span) for span in spans), text=words, match="exact")


def record_of(row):
    """A record whose claims are the attributions of the row."""
    empty = onrecord.extract(row["text"], onrecord.Options(engine="rules"))
    claims = tuple(
        Claim(
            id=f"claim-{n}",
            speaker=None,
            certainty=None,
            source=evidence(row["text"], one["source"]),
            cue=evidence(row["text"], one["cue"]),
            content=evidence(row["text"], one["content"]),
            statement="what was found",
            form="indirect",
            modality="asserted",
            found_by="rules",
        )
        for n, one in enumerate(row["claims"])
    )
    article = empty.article.model_copy(update={"id": row["id"]})
    return empty.model_copy(update={"article": article, "claims": claims, "positions": ()})


@pytest.fixture
def gold_path(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in GOLD), encoding="utf-8")
    return path


def test_both_sides_of_an_article_have_the_same_text():
    assert [row["text"] for row in GOLD] == [row["text"] for row in FOUND]


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_scorers(name):
    found = {row["id"]: row["claims"] for row in FOUND}
    assert rounded(evaluate_attributions(GOLD, found))[name] == FIGURES[name]


def test_every_figure_is_compared():
    assert rounded(evaluate_attributions(GOLD, {})).keys() == FIGURES.keys()


def test_records_give_the_same_figures_as_bare_spans(gold_path):
    assert rounded(evaluate_claims(gold_path, [record_of(row) for row in FOUND])) == FIGURES


def test_the_command_prints_the_figures_of_the_same_comparison(gold_path, capsys):
    records = list(onrecord.extract_many(gold_path, onrecord.Options(engine="rules")))
    assert run(["evaluate", "claims", str(gold_path), "--faults", "0"]) == 0
    assert capsys.readouterr().out == as_text(evaluate_claims(gold_path, records), faults=0)
