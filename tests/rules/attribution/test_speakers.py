"""Who a claim is laid to, and what of the sentence is its content: one sentence a case, written for this project."""

import pytest

import onrecord
from onrecord.outputs.view import said

OPTIONS = onrecord.Options(engine="rules")


def claims(text):
    record = onrecord.extract("A short report\n\n" + text, OPTIONS)
    names = {actor.id: actor for actor in record.actors}
    return [(names[c.speaker].name if c.speaker else None, c.content.text) for c in record.claims], record


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        # a role, a title of another office, a name
        ("“No,” said the king's adviser, retired general Omar Bautista.", "Omar Bautista", "king's adviser"),
        ("His lawyer, former judge Anna Roe, said no deal was near.", "Anna Roe", "lawyer"),
        ("His lawyer, Advocate Zanele Poe, said the case was weak.", "Zanele Poe", "Advocate"),
        ("The bank's head, Dr Anna Roe, said the loan was sound.", "Anna Roe", "bank's head"),
        ("One of the survivors, Hasan Basri, said the crew had fled.", "Hasan Basri", "one of the survivors"),
        ("One of her sons, Hasan Basri, said the crew had fled.", "Hasan Basri", None),
        ("“We were second best,” said Rovers boss Paul Lund.", "Paul Lund", "Rovers boss"),
        # surnames with a particle
        ("The charity's director, Joana d'Almeida, told me that it was gone.", "Joana d'Almeida", "charity's director"),
        ("Commodore Jay dela Cruz said the ship had left.", "Jay dela Cruz", "Commodore"),
        ("Maria de los Santos said the ship had left.", "Maria de los Santos", None),
        ("Ursula van der Berg said the ship had left.", "Ursula van der Berg", None),
        # when it was said stands right before the name
        ("On Tuesday Senator Bo Li ruled out a referendum.", "Bo Li", "Senator"),
        ("On Tuesday night Senator Bo Li ruled out a referendum.", "Bo Li", "Senator"),
        ("Last week Senator Bo Li ruled out a referendum.", "Bo Li", "Senator"),
        ("In 2019 President Han Sang-min rejected the plan.", "Han Sang-min", "President"),
        ("On May 3 President Han Sang-min rejected the plan.", "Han Sang-min", "President"),
    ],
)
def test_a_claim_is_the_named_persons_with_the_role(text, speaker, role):
    found, record = claims(text)
    assert [who for who, _ in found] == [speaker]
    assert [actor.role for actor in record.actors if actor.name == speaker] == [role]


def test_a_list_of_people_is_no_apposition():
    _, record = claims("The mayor, Senator Bo Li and the envoy said the loan was sound.")
    assert [actor.role for actor in record.actors if actor.name == "Bo Li"] == ["Senator"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bank expects growth of 2.5-3.5 per cent this year.", "growth of 2.5-3.5 per cent this year"),
        ("The bank expects growth of 2.5–3.5 per cent this year.", "growth of 2.5–3.5 per cent this year"),
    ],
)
def test_a_content_is_not_cut(text, content):
    assert [words for _, words in claims(text)[0]] == [content]


def test_a_clause_about_the_speech_is_not_what_was_said():
    found, _ = claims("Coal will go, Minister Oyun Bat told parliament in a speech that drew applause.")
    assert found == [("Oyun Bat", "Coal will go")]


@pytest.mark.parametrize("verb", ["calls", "called"])
def test_he_is_who_alone_is_spoken_of_in_the_paragraph(verb):
    text = f"Prime Minister Nicu Grosu left.\n\nThe EU's envoy, Jānis Stone, {verb} for calm. He said it was fair."
    found, _ = claims(text)
    assert found == [("Jānis Stone", "calm"), ("Jānis Stone", "it was fair")]


def test_a_quotation_after_a_signed_one_is_not_the_signers():
    text = (
        "Words to live by\n\nThe bridge is old.\n\n“The bridge will stand for ever.” ― Ann Lee, engineer\n\n"
        "“The river will win in the end.” ― Bo Dahl, fisherman\n\n"
        "“Nobody needs a bridge at all here.” ― Cy Roe, ferryman"
    )
    claims = onrecord.extract(text, onrecord.Options(engine="rules")).claims
    sources = [claim.source.text.split(",")[0] for claim in claims if claim.source]
    assert sources[-2:] == ["Bo Dahl", "Cy Roe"]


@pytest.mark.parametrize("source", ["One of them", "One", "Another", "The other"])
def test_one_who_is_named_between_commas_is_that_name(source):
    record = onrecord.extract(
        f"Two women came. {source}, Ana Cruz, said it was late.", onrecord.Options(engine="rules")
    )
    names = {actor.id: actor.name for actor in record.actors}
    assert [names.get(claim.speaker or "") for claim in record.claims] == ["Ana Cruz"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ana Cruz did not say that the bridge was safe.", "not said"),
        ("Ana Cruz never said that the bridge was safe.", "not said"),
        ("Ana Cruz would not say whether the bridge was safe.", "not said"),
        ("Nobody said that the bridge was safe.", "not said"),
        ("No minister has said that the bridge was safe.", "not said"),
        ("Ana Cruz does not believe that the bridge is safe.", "denied"),
        ("Ana Cruz denied that the bridge was safe.", "denied"),
        ("Ana Cruz not only said that the bridge was safe.", "asserted"),
        ("Ana Cruz said that the bridge was not safe.", "asserted"),
    ],
)
def test_what_somebody_does_not_say_is_no_claim_of_theirs(text, modality):
    _, record = claims(text)
    assert [claim.modality for claim in record.claims] == [modality]


def test_the_summary_tells_what_was_not_said():
    _, record = claims("Ana Cruz did not say that the bridge was safe.")
    assert said(record.claims[0]) == "that the bridge was safe  [not said]"
