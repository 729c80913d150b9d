"""The evaluation of claims: the figures of a small gold, worked out by hand."""

import json

import pytest

import onrecord
from onrecord.evaluation.claims import evaluate_attributions, evaluate_claims
from onrecord.evaluation.report import as_text

TEXT = 'Mayor Roe said the bridge was safe. "It will hold for years," she added. Smith wants to leave.'


def spans(*words):
    return [(TEXT.index(one), TEXT.index(one) + len(one)) for one in words]


def part(source, cue, content):
    return {"source": spans(source) if source else [], "cue": spans(cue) if cue else [], "content": spans(content)}


GOLD = [
    part("Mayor Roe", "said", "the bridge was safe"),
    part("she", "added", '"It will hold for years,"'),
    part("Smith", "wants", "to leave"),
]
ROWS = [{"id": "a", "text": TEXT, "claims": GOLD}]


def figure(found, name):
    return evaluate_attributions(ROWS, {"a": found}).figure(name)


def test_a_gold_compared_with_itself_is_right_throughout():
    assert figure(GOLD, "claim").f1 == figure(GOLD, "exact content").f1 == figure(GOLD, "speaker") == 100


def test_an_article_that_was_not_read_counts_as_found_empty():
    report = evaluate_attributions(ROWS, {})
    assert report.figure("claim").recall == 0
    assert report.figure("claim").gold == 3


def test_half_of_the_content_is_enough_and_less_is_not():
    near = [part("Mayor Roe", "said", "bridge was safe")]
    far = [part("Mayor Roe", "said", "safe")]
    assert figure(near, "claim").hit == 1
    assert figure(near, "exact content").hit == 0
    assert figure(far, "claim").hit == 0


def test_punctuation_at_a_border_is_no_error():
    assert figure([part("she", "added", "It will hold for years")], "exact content").hit == 1


def test_the_core_leaves_attitudes_out():
    assert figure(GOLD, "core").gold == 2
    assert figure([GOLD[2]], "core").predicted == 0


def test_forms_and_speakers_are_counted_apart():
    found = [GOLD[0], part("Mayor Roe", "added", '"It will hold for years,"')]
    assert figure(found, "direct recall") == 100
    assert figure(found, "indirect recall") == 50
    assert figure(found, "speaker") == 50


def test_faults_are_listed_by_kind():
    report = evaluate_attributions(ROWS, {"a": [part("Smith", "", "Smith wants"), GOLD[0]]})
    kinds = [fault.kind for fault in report.faults]
    assert kinds == ["missed: direct, one word", "missed: indirect, one word", "false alarm: indirect, no cue"]
    assert "wants" in as_text(report)


def test_a_span_outside_the_text_is_refused():
    wrong = {"source": [], "cue": [], "content": [(0, len(TEXT) + 1)]}
    with pytest.raises(ValueError, match="outside the text"):
        evaluate_attributions(ROWS, {"a": [wrong]})


def test_records_are_compared_by_their_article(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    record = onrecord.extract(TEXT, onrecord.Options(engine="rules"))
    named = record.model_copy(update={"article": record.article.model_copy(update={"id": "a"})})
    report = evaluate_claims(gold, [named])
    assert report.figure("claim").hit == 3
    other = record.model_copy(update={"article": record.article.model_copy(update={"id": "a", "text": TEXT + " "})})
    with pytest.raises(ValueError, match="another text"):
        evaluate_claims(gold, [other])
