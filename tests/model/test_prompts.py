"""A wrong template or example is an error when it is loaded, and says which file is wrong and how."""

import json
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model.prompts import every, load, our_folder

FRONT = "---\nid: extract\nversion: 9\nasks: everything\nschema: draft\n---\n"
GOOD = FRONT + "## system\n\nRead.\n\n## user\n\n{{ article }}\n"


def put(tmp_path: Path, text: str, examples: object = None) -> Path:
    folder = tmp_path / "extract"
    folder.mkdir(parents=True)
    (folder / "v9.md").write_text(text, encoding="utf-8")
    if examples is not None:
        (folder / "v9.examples.json").write_text(json.dumps(examples), encoding="utf-8")
    return tmp_path


def test_a_prompt_of_the_users_own_comes_before_ours(tmp_path: Path) -> None:
    folder = put(tmp_path, GOOD)
    assert load("extract/v9", folder).render({"article": "[s1] x"}) == ("Read.", "[s1] x")
    assert {"extract/v2", "extract/v9"} <= {prompt.name for prompt in every(folder)}
    assert load("extract/v2", folder).source.startswith(str(our_folder()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## system\n## user\n{{ article }}", "no front matter"),
        (GOOD.replace("asks: everything\n", ""), "does not say its asks"),
        (GOOD.replace("schema: draft", "schema: other"), "no schema 'other'"),
        (GOOD.replace("version: 9", "version: 8"), "calls itself extract/v8"),
        (GOOD.replace("## user", "## assistant"), "one part headed"),
        (GOOD.replace("{{ article }}", "{{ artcle }}"), "artcle"),
        (GOOD.replace("{{ article }}", "{% if %}"), "no template that works"),
        (GOOD.replace("{{ article }}", "the article"), "must show the article"),
        (GOOD.replace("Read.", "Read {{ article }}."), "only there"),
        (GOOD.replace("{{ article }}", "{{ ''.__class__.__mro__ }}{{ article }}"), "no template that works"),
    ],
)
def test_a_wrong_template_is_an_error_at_once(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        load("extract/v9", put(tmp_path, text))
    assert words in str(caught.value)
    assert "v9.md" in str(caught.value)


def test_a_prompt_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UsageError) as caught:
        load("extract/v77")
    assert "extract/v2" in caught.value.hint


ARTICLE = ["title: [s1] Rain", "[s2] [q1]“It rains,” said Ann Lee."]
ANSWER = {
    "actors": [{"id": 1, "name": "Ann Lee", "kind": "person", "role": None}],
    "claims": [{"who": 1, "src": "Ann Lee", "cue": "said", "at": ["q1"], "more": []}],
}
LISTED = GOOD.replace("schema: draft\n", "schema: draft\nexamples: v9.examples.json\n")


def test_examples_that_are_true_to_their_text_are_used(tmp_path: Path) -> None:
    prompt = load("extract/v9", put(tmp_path, LISTED, [{"article": ARTICLE, "answer": ANSWER}]))
    assert '"who":1' in prompt.examples[0].answer


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"claims": [{**ANSWER["claims"][0], "at": ["q2"]}]}, "no q2"),
        ({"claims": [{**ANSWER["claims"][0], "at": ["s7"]}]}, "no s7"),
        ({"claims": [{**ANSWER["claims"][0], "src": "Bob Lee"}]}, "does not hold 'Bob Lee'"),
        ({"claims": [{**ANSWER["claims"][0], "who": 2}]}, "no actor 2"),
        (
            {"claims": [{**ANSWER["claims"][0], "at": [{"in": "s2", "from": "said", "to": "rains"}]}]},
            "'said' to 'rains'",
        ),
        ({"claims": [{"speaker": "Ann"}]}, "cannot be read"),
    ],
)
def test_an_example_that_is_not_true_to_its_text_is_an_error(tmp_path: Path, change: dict, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        load("extract/v9", put(tmp_path, LISTED, [{"article": ARTICLE, "answer": ANSWER | change}]))
    assert words in str(caught.value)
