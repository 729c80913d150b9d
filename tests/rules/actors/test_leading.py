"""What leads to whom: seats and governments to countries, nouns to bodies, descriptions and pronouns to persons."""

import pytest

from onrecord.evaluation.actors import _match, unmark
from onrecord.reading.read import analyse, read_text
from onrecord.records import Span
from onrecord.rules.parser import parse

CASES = {
    "the seat of a government is its country": (
        "[r:Russia] has protested. [r:The Kremlin] said the talks were over, and [r:Moscow] recalled an envoy."
    ),
    "the seat of another body is that body": (
        "[p:The Pentagon] lost a satellite. [p:The US Department of Defense] said it burned. [u:The US] will pay."
    ),
    "a government named by its country alone is the country": (
        "[p:Peru] closed the mine. [p:The Peruvian government] had warned the owners. [p:Lima] kept the fee."
    ),
    "a government with its country behind it": (
        "[f:Fiji] signed. Divers asked [f:the government of Fiji] to wait, and [f:Fiji's government] refused."
    ),
    "the government is the one country's that acts": (
        "[c:Chile] raised the levy on Friday. [c:The government] had promised to lower it."
    ),
    "a part of a country has a government of its own": (
        "[b:The British government] and [s:the Scottish government] argued. [b:Britain] gave way."
    ),
    "somebody's government is that one's country's": (
        "[k:Kenya] waited. [o:A Kenyan official] said [k:[o:his] government] would not sign."
    ),
    "a capital in a coordination acts like the others": (
        "Talks with both [i:Tehran] and [a:Ankara] failed. [i:Iran] walked out. [a:Turkey] stayed."
    ),
    "a capital that somebody accuses is a government": "[a:Tunisia] accused [r:Cairo] of theft. [r:Egypt] denied it.",
    "a capital that is asked to act": "[m:Mali] called for [p:Paris] to pay. [p:France] said no.",
    "a noun before the name tells a body": (
        "[t:The operator], [t:NordTram], raised its fares. [t:It] said [t:the company] had no choice."
    ),
    "an acronym behind the noun for its body": (
        "[w:The water regulator], [w:AQR], fined two firms. [w:The AQR] had warned them."
    ),
    "its tells that the speaker is a body": "[s:Save Our Estuary] said [s:it] would sue. [s:It] has 40 members.",
    "a foreign word that opens a company's name": (
        "[g:Grupo Tamarindo S.A. de C.V.] lost money. [g:Tamarindo] said [g:its] ships were old. "
        "[g:Grupo Tamarindo] owns nine."
    ),
    "the company is the one that acts, not one named in passing": (
        "[v:Voltex] said on Monday that [v:it] was growing. [v:Voltex] hired 90 people. [v:It] bought vans from "
        "Arlen Motors. [v:The company] will move in May."
    ),
    "its of a described body": (
        "[u:The fishermen's union] refused. [u:Its] chairman, [d:Odd Dahl], left. [u:The union] has 300 members."
    ),
    "its goes on with its owner": "[v:Voltex] said [v:its] profit rose at [v:its] plant in Ghent.",
    "somebody described in the lead and named with an age": (
        "[a:A former bus driver] won the lottery on Friday.\n\n[a:Marta Olsen], 61, had bought the ticket in Bergen."
    ),
    "somebody described in the lead and named with the office": (
        "[a:A retired judge] has called for reform.\n\nJustice [a:Leela Menon] spoke in Kochi. [a:She] was clear."
    ),
    "somebody described in the lead who is not named": (
        "[a:A driver] was killed on Friday.\n\n[b:Marta Olsen], the mayor, said she was sad."
    ),
    "the one who was arrested": (
        "Police arrested [k:Karl Moser] in Graz. [k:The suspect] denied it. A court will hear [k:him] on Monday."
    ),
    "those who were counted": "[a:Three climbers] fell on Sunday. [a:The three] were saved, but lost [a:their] tents.",
    "an age for the only person": "Striker [k:Yaw Boateng] signed. [k:The 22-year-old] scored 14 goals last season.",
    "a trade for the only person": "[k:Yaw Boateng] signed on Monday. [k:The striker] scored 14 goals last season.",
    "a pronoun before its name": "As soon as [o:he] had voted, [o:Pavel Simek] left. [o:Simek] did not look back.",
    "the one who speaks on": (
        'Ana Lima was ready to talk, [p:Pedro Ruas] replied. A talk needed a goal, [p:he] added.'
    ),
    "an apposed name is the subject": (
        "One of them, [c:Carla Dias], told [l:Luis Faro] that [c:she] would vote."
    ),
    "they who were no subject": "[w:A witness] called [p:the police]. [p:They] came late, and [w:he] left.",
    "them of an object are not the subject": (
        "[v:Villagers] blocked the road. [p:Police] fired on [v:them]. [v:The villagers] went home at dusk."
    ),
    "it past the one who says it": "[n:Norvolt Corp] raised its prices. [e:Elsa Krog] said [n:it] would recover.",
    "an office by another word": "[i:Imam Yusuf Kaya] was freed. [i:The cleric] had spent a year in jail.",
    "one who had an office": "[x:Ex-minister Paula Gil] was jailed. [x:The ex-minister] had taken bribes.",
    "an organisation by what it is": "[n:Nato] sent ships. [r:Russia] protested. [n:The alliance] called it a drill.",
    "two names of one organisation": "[d:Doctors Without Borders] left Kutum. [d:MSF] had 90 people there.",
    "a name somebody is called by": "[g:Gina Torres], nicknamed [g:La Jefa], was caught. [g:La Jefa] had fled.",
    "a role with an owner behind the name": (
        "[a:Abel Prates] left the farm to [r:Rosa Prates], [r:[a:his] daughter]. [r:Rosa Prates] grows rice."
    ),
    "initials that go on are another person": (
        "[a:C. Asante] wrote the report. On Friday [b:C. N. Asante] read it. [a:C. Asante] was not asked."
    ),
    "a surname that is a common word": (
        "[s:Senator Ruth Hall] and [g:Governor Ben Hall] met. [s:Senator Hall] left. [g:Governor Hall] stayed."
    ),
    "a company owned its chief executive": (
        "[c:[s:Solvento]'s chief executive], [c:Greta Lind], owns a tenth of [s:the company]. [s:Solvento] said so."
    ),
    "two offices before one surname": (
        "[g:Governor Sousa] blamed [m:Mayor Sousa]. [m:The mayor] blamed [g:the governor]. [g:Governor Sousa] won."
    ),
    "a gunman is no she": "[s:Sergeant Amy Pond] was shot. [g:A gunman] fled. [g:The gunman] wore red, and [g:he] ran.",
    "an owner of two words": (
        "[n:New Zealand]'s High Commissioner, [c:Carla Tait], said [n:[c:her] country] would pay."
    ),
    "an office with its country": (
        "The Danish energy minister, [m:Mette Skov], left. [d:Denmark]'s energy minister had been ill."
    ),
}  # fmt: skip


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_each_mention_leads_to_its_actor_and_to_no_other(marked: str) -> None:
    case = unmark(marked)
    actors = parse(analyse(read_text(case.text))).actors
    spans = [(actor.key, span) for actor in actors for span in actor.mentions if isinstance(span, Span)]
    keys = [key for key, _ in case.mentions]
    words = [case.text[span.start : span.end] for _, span in case.mentions]
    found = [_match(case.text, span, spans) for _, span in case.mentions]
    shown = list(zip(words, found, strict=True))
    assert None not in found, shown
    pairs = dict.fromkeys(zip(keys, found, strict=True))
    assert len(pairs) == len(set(keys)) == len(set(found)), shown


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("The Kremlin said no.", "Kremlin", "country", "RUS"),
        ("The Kremlin said no. Russia waited.", "Russia", "country", "RUS"),
        ("Sudan's government said no.", "Sudan's government", "country", "SDN"),
        ("The Syrian government said no. It shut the Syrian border.", "Syrian government", "country", "SYR"),
        ("The Duma said no.", "Duma", "organization", "RUS"),
        ("PARIS - Police said no. PARIS waited.", "Paris", "country", "FRA"),
        ("Ban Ki-moon said no.", "Ban Ki-moon", "person", None),
        ("The bank, Mirela Dobre said, was shut.", "Mirela Dobre", "person", None),
        ("He met Advocate Busi Khumalo there.", "Busi Khumalo", "person", None),
    ],
)
def test_what_stands_for_a_country_is_one(read, text, name, kind, country):
    known = read(text).named(name)
    assert (known.kind, known.country) == (kind, country)


def test_in_an_interview_the_one_who_answers_is_i():
    text = (
        "Rosa Tamm, who runs the port, on fish\n\nRosa Tamm, 51, grew up in Parnu. She runs the port.\n\n"
        "Q: Do you like fish?\n\nA: I like fish that my father sells.\n\nQ: And you eat it?\n\nA: Yes, I do.\n"
    )
    actors = parse(analyse(read_text(text))).actors
    tamm = next(actor for actor in actors if actor.name == "Rosa Tamm")
    said = [text[span.start : span.end] for span in tamm.mentions if isinstance(span, Span)]
    assert [words for words in said if words in ("I", "my")] == ["I", "my", "I"]


def test_i_in_a_quotation_inside_another_is_somebody_else():
    text = "Gwen Lloyd said: “A man asked me, ‘Where will my boys go?’ and I had no answer.”"
    actors = parse(analyse(read_text(text))).actors
    lloyd = next(actor for actor in actors if actor.name == "Gwen Lloyd")
    assert "my" not in [text[span.start : span.end] for span in lloyd.mentions if isinstance(span, Span)]
