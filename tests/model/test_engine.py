"""One document through the engine: parts, known actors, halves, gaps, the second look, what it all took."""

import asyncio
import json
import re
from typing import Any

import pytest
from scripted import Scripted, made

from onrecord.drafts import Draft, DraftClaim, QuotationRef
from onrecord.errors import UsageError
from onrecord.grounding.ground import ground
from onrecord.model.answers import Request
from onrecord.model.client.gate import Gate
from onrecord.model.engine import ModelEngine
from onrecord.model.errors import ModelEmpty, ModelNotConfigured, ModelRefused
from onrecord.model.settings import ModelSettings
from onrecord.reading.document import Document
from onrecord.reading.read import analyse, read_text
from onrecord.records import Provenance, Span

NUMBER = re.compile(r"^(?:[a-z ]+: )?\[s(\d+)\]", re.MULTILINE)


def document(text: str) -> Document:
    return analyse(read_text(text, id="an.txt"))


def reply(**lists: Any) -> str:
    return json.dumps({name: [] for name in ("actors", "claims", "positions", "events", "points")} | lists)


def draft_of(text: str, answers: Scripted, beside: Draft | None = None, **settings: Any):
    engine = ModelEngine(ModelSettings(model="m", **{"second_look": False, **settings}), answers)
    try:
        return engine.draft_blocking(document(text), beside)
    finally:
        engine.close()


def part(request: Request) -> str:
    """An answer to any part: one claim by the same speaker at the part's first sentence."""
    first = NUMBER.search(request.sent)[1]
    known = re.findall(r"^(\d+) Ana Ruiz", request.sent, re.MULTILINE)
    actors = [] if known else [{"id": 1, "name": "Ana Ruiz", "kind": "person", "role": "mayor"}]
    who = int(known[0]) if known else 1
    return reply(
        actors=actors,
        claims=[{"who": who, "src": None, "cue": None, "at": [f"s{first}"], "more": []}],
        points=[{"text": "Ana Ruiz spoke.", "at": [f"s{first}"]}] * 2,
    )


LONG = "\n\n".join(
    f"Ana Ruiz, the mayor, said that road {n} would be closed. Nobody was asked about it." for n in range(400)
)


def test_a_long_article_goes_in_parts_that_know_the_actors_of_those_before() -> None:
    answers = Scripted(lambda request: made(part(request)))
    drafted = draft_of(LONG, answers, max_output=1000)
    assert len(answers.asked) > 10
    assert "Known actors" not in answers.asked[0].sent
    assert all("1 Ana Ruiz, mayor" in request.sent for request in answers.asked[1:])
    assert all("one long article" in request.sent for request in answers.asked[1:])
    assert [actor.name for actor in drafted.draft.actors] == ["Ana Ruiz"]
    assert len(drafted.draft.claims) == len(answers.asked)
    numbers = [int(n) for request in answers.asked for n in NUMBER.findall(request.sent)]
    assert numbers == list(range(1, 801)), "each sentence is sent once"
    assert drafted.usage.input_tokens == 100 * len(answers.asked)
    assert len(drafted.draft.points) == 5
    assert len(drafted.draft.refused) == 2 * len(answers.asked) - 5


def test_a_part_whose_answer_is_cut_is_halved() -> None:
    def answer(request: Request):
        whole = part(request)
        long = len(NUMBER.findall(request.sent)) > 4
        return made(whole[: len(whole) // 2], "length") if long else made(whole)

    answers = Scripted(answer)
    drafted = draft_of(LONG[:1500], answers)
    kept = [n for r in answers.asked if len(NUMBER.findall(r.sent)) <= 4 for n in NUMBER.findall(r.sent)]
    assert kept == sorted(kept, key=int)
    assert len(kept) == len(set(kept)) == len(document(LONG[:1500]).sentences)
    assert any("split" in note for note in drafted.draft.notes)
    assert drafted.usage.calls == len(answers.asked), "cut answers are counted too"


def test_a_part_that_is_refused_leaves_a_gap_that_is_said_and_not_an_empty_record() -> None:
    def answer(request: Request):
        return made("", "refusal") if "road 150 " in request.sent else made(part(request))

    drafted = draft_of(LONG, Scripted(answer), max_output=1000)
    assert len(drafted.gaps) == 1
    assert "got no answer: the model declined" in drafted.gaps[0]
    assert drafted.draft.claims


def test_an_article_of_which_no_part_is_answered_is_an_error() -> None:
    with pytest.raises(ModelRefused) as caught:
        draft_of(LONG, Scripted(lambda _: made("", "refusal")), max_output=1000)
    assert caught.value.usage.calls > 10


def test_an_answer_with_nothing_in_it_is_an_error_and_no_empty_record() -> None:
    with pytest.raises(ModelEmpty, match="put nothing on record") as caught:
        draft_of(SHORT, Scripted(lambda _: made(reply())))
    assert caught.value.usage.calls == 1


def test_an_article_with_nothing_to_read_is_no_request() -> None:
    answers = Scripted(lambda _: made(""))
    assert draft_of("Comments are closed.", answers).draft.claims == () or answers.asked


SHORT = "“We are all very tired of this,” Ana Ruiz said.\n\nHe left. According to Bo Lind, the bridge was never safe."


def found(content: str, cue: str, speaker: str | None = "x", text: str = SHORT) -> Draft:
    """The rules' draft of one claim."""
    said, by = (Span(text.index(words), text.index(words) + len(words)) for words in (content, cue))
    return Draft("rules", claims=(DraftClaim((said,), speaker=speaker, cue=(by,)),))


def test_the_second_look_asks_for_what_was_left_out_and_adds_it() -> None:
    def answer(request: Request):
        if request.prompt == "second-look/v2":
            claim = {"who": 2, "src": "Bo Lind", "cue": "According to", "at": ["s3"], "more": []}
            return made(reply(actors=[{"id": 2, "name": "Bo Lind", "kind": "person", "role": None}], claims=[claim]))
        actor = {"id": 1, "name": "Ana Ruiz", "kind": "person", "role": None}
        return made(reply(actors=[actor], points=[{"text": "Ana Ruiz spoke.", "at": ["s1"]}]))

    answers = Scripted(answer)
    rules = found("the bridge was never safe", "According to")
    drafted = draft_of(SHORT, answers, rules, second_look=True)
    assert [request.prompt for request in answers.asked] == ["extract/v2", "second-look/v2"]
    assert "Left out so far: q1, s3" in answers.asked[1].sent
    assert "1 Ana Ruiz" in answers.asked[1].sent
    assert [claim.trace for claim in drafted.draft.claims] == ["second-look/v2"]
    assert drafted.usage.calls == 2


def test_the_second_look_is_not_taken_where_nothing_was_left_out_or_it_is_off() -> None:
    claim = {"who": None, "src": None, "cue": "said", "at": ["q1"], "more": []}
    answers = Scripted(lambda _: made(reply(claims=[claim])))
    draft_of(SHORT, answers, second_look=True)
    draft_of(SHORT, answers, second_look=False)
    assert len(answers.asked) == 2


TWO = "Bo Lind of the union, who has always rejected the plan, said the mayor should go by Friday."


@pytest.mark.parametrize(
    ("rules", "asked"),
    [
        pytest.param(
            found("the plan", "rejected", text=TWO), True, id="another attribution of a sentence cited in part"
        ),
        pytest.param(found("the mayor should go", "said", text=TWO), False, id="a shorter cut of what is cited"),
        pytest.param(found("Bo Lind of the union", "said", text=TWO), False, id="the words of who said it"),
        pytest.param(found("the plan", "rejected", None, text=TWO), False, id="what nobody is known to say"),
    ],
)
def test_the_second_look_asks_for_attributions_that_the_answer_leaves_out(rules: Draft, asked: bool) -> None:
    part = {"in": "s1", "from": "the mayor", "to": "Friday"}
    claim = {"who": None, "src": "Bo Lind of the union", "cue": "said", "at": [part], "more": []}
    answers = Scripted(lambda _: made(reply(claims=[claim])))
    draft_of(TWO, answers, rules, second_look=True)
    assert [request.prompt for request in answers.asked][1:] == ["second-look/v2"] * asked


def test_a_second_look_that_fails_leaves_the_first_as_it_is() -> None:
    def answer(request: Request):
        return made("", "content_filter") if request.prompt == "second-look/v2" else made(reply(points=POINT))

    drafted = draft_of(SHORT, Scripted(answer), second_look=True)
    assert drafted.draft.points
    assert "the second look got no answer" in drafted.draft.notes[0]
    assert drafted.gaps == (drafted.draft.notes[0],)  # so that the record says it


POINT = [{"text": "Ana Ruiz was tired.", "at": ["s1"]}]


def test_no_model_and_no_key_is_an_error_that_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    for settings, words in [(ModelSettings(), "no model is named"), (ModelSettings(model="m"), "OPENAI_API_KEY")]:
        engine = ModelEngine(settings)
        with pytest.raises(ModelNotConfigured, match=words):
            engine.draft_blocking(document(SHORT))
        engine.close()


def test_nothing_heavy_is_imported_before_a_request_is_made() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from onrecord.model.engine import ModelEngine; from onrecord.model.settings import ModelSettings\n"
        "from onrecord.reading.read import analyse, read_text\n"
        "list(ModelEngine(ModelSettings(model='m')).requests(analyse(read_text('He said no.'))))\n"
        "print(sorted({'openai', 'instructor', 'tenacity', 'httpx2', 'genai_prices'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_draft_of_two_answers_to_one_claim_is_one_claim_in_the_record() -> None:
    claim = {"who": None, "src": None, "cue": "said", "at": ["q1"], "more": []}
    drafted = draft_of(SHORT, Scripted(lambda _: made(reply(claims=[claim, claim]))))
    record = ground(document(SHORT), [drafted.draft], Provenance(engine="model", version="0")).record
    assert (len(record.claims), record.coverage.proposed, record.coverage.merged) == (1, 2, 1)
    assert drafted.draft.claims[0].content == (QuotationRef(0),)


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("ONRECORD_CONCURRENCY", "many", "cannot be read"),
        ("ONRECORD_CONCURRENCY", "0", "at least 1"),
        ("ONRECORD_MODE", "xml", "unknown mode"),
        ("OPENAI_BASE_URL", "api.openai.com", "no base URL"),
        ("ONRECORD_DEADLINE", "-1", "more than 0"),
        ("ONRECORD_SECOND_LOOK", "maybe", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(variable: str, value: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        ModelSettings.from_env({variable: value})


def test_settings_come_from_the_environment_and_flags_win() -> None:
    env = {"ONRECORD_MODEL": "a", "ONRECORD_SEED": "none", "ONRECORD_SECOND_LOOK": "off", "ONRECORD_DEADLINE": "9"}
    settings = ModelSettings.from_env(env, model="b", base_url=None)
    assert (settings.model, settings.seed, settings.second_look, settings.deadline) == ("b", None, False, 9.0)
    assert not ModelSettings(model="m").configured({})
    assert ModelSettings(model="m").configured({"OPENAI_API_KEY": "x"})
    assert ModelSettings(model="m", base_url="http://localhost:8000/v1").configured({})


def test_the_gate_halves_on_rate_limits_and_opens_again() -> None:
    async def run() -> tuple[int, float, float]:
        gate = Gate(8)
        most = now = 0

        async def one() -> None:
            nonlocal most, now
            async with gate.pass_through():
                now += 1
                most = max(most, now)
                await asyncio.sleep(0)
                now -= 1
                gate.answered()

        await asyncio.gather(*(one() for _ in range(40)))
        gate.limited(0.0)
        assert gate.limit == 8.0, "one refusal among many answers is no sign of asking for too much"
        for _ in range(8):
            gate.limited(0.0)
        low = gate.limit
        await asyncio.gather(*(one() for _ in range(60)))
        return most, low, gate.limit

    most, low, after = asyncio.run(run())
    assert most == 8
    assert low == 4.0, "refusals of one moment count once"
    assert after == 8.0


def test_a_request_that_is_cancelled_while_it_waits_gives_its_place_back() -> None:
    async def run() -> int:
        gate = Gate(1)
        async with gate.pass_through():
            waiting = asyncio.create_task(gate.pass_through().__aenter__())
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        async with gate.pass_through():
            return gate.under_way

    assert asyncio.run(run()) == 1


def test_a_surname_alone_is_a_mention_of_the_only_one_who_bears_it() -> None:
    text = "Sipho Mthembu met Bheki Mthembu and Ida Lund. Mthembu left; Lund stayed."
    listed = [
        {"id": n, "name": name, "kind": "person", "role": None}
        for n, name in enumerate(("Sipho Mthembu", "Bheki Mthembu", "Ida Lund"), 1)
    ]
    drafted = draft_of(text, Scripted(lambda _: made(reply(actors=listed, points=POINT)))).draft
    assert [[text[m.start : m.end] for m in a.mentions] for a in drafted.actors] == [
        ["Sipho Mthembu"],
        ["Bheki Mthembu"],
        ["Ida Lund", "Lund"],
    ]
