"""Where the content of a that-clause begins and ends: one sentence a case, written for this project."""

import pytest

from attributed import found

CASES = {
    # sentence: source, content
    "Sen. Ana Poe (D-Ohio) said the vote was close.": ("Sen. Ana Poe (D-Ohio)", "the vote was close"),
    # between a verb and its infinitive
    "Poe agreed on Friday to end the strike.": ("Poe", "to end the strike"),
    "Poe vowed in a speech on Monday to fight the law.": ("Poe", "to fight the law"),
    "Poe declined through a spokesman to comment.": ("Poe", "to comment"),
    "Poe decided last week not to run.": ("Poe", "not to run"),
    "Poe promised the bank on Friday to pay.": ("Poe", "to pay"),
    "Poe agreed on a plan to end the strike.": ("Poe", "a plan to end the strike"),
    "Poe wants the bank on Main Street to pay.": ("Poe", "the bank on Main Street to pay"),
    # several who speak
    "Ann Poe, Bo Lund and Carl Dahl said the road was open.": ("Ann Poe, Bo Lund and Carl Dahl", "the road was open"),
    "Ann Poe, Bo Lund, and Carl Dahl say it is late.": ("Ann Poe, Bo Lund, and Carl Dahl", "it is late"),
    "On Monday, France, Peru and Italy condemned the raid.": ("France, Peru and Italy", "the raid"),
    "The road, Ann Poe and Bo Lund said, was open.": ("Ann Poe and Bo Lund", "The road ... was open"),
    "Kenya, Uganda agree to end it": ("Kenya, Uganda", "to end it"),
    "Offstage, the actors agree to end it.": ("the actors", "to end it"),
    "Poe said Tuesday the harbour would close.": ("Poe", "the harbour would close"),
    "Poe said last month she had seen the letter.": ("Poe", "she had seen the letter"),
    "Poe said last month was the coldest.": ("Poe", "last month was the coldest"),
    "Poe argued that the yard had conceded a great deal and the union had won.": (
        "Poe",
        "that the yard had conceded a great deal and the union had won",
    ),
    "He said most of the guests passing by were polite.": ("He", "most of the guests passing by were polite"),
    "She said keeping it could cost thousands of jobs.": ("She", "keeping it could cost thousands of jobs"),
    "The mayor said having the ferry in port is a good sign.": (
        "The mayor",
        "having the ferry in port is a good sign",
    ),
    "The office said about half of the rise reflected new taxes.": (
        "The office",
        "about half of the rise reflected new taxes",
    ),
    "The club says two dozen of its members are backing her.": ("The club", "two dozen of its members are backing her"),
    "Those surveyed said the bridge was unsafe.": ("Those surveyed", "the bridge was unsafe"),
    "Other miners said they, too, had seen no doctor.": ("Other miners", "they, too, had seen no doctor"),
    "Dr Andy Roe said the lake, despite its size, is clean enough to swim in.": (
        "Dr Andy Roe",
        "the lake, despite its size, is clean enough to swim in",
    ),
    "They built what she said is a dam against the sea.": ("she", "what ... is a dam against the sea"),
    "A survey in May found the mayor ahead by ten points.": ("A survey", "the mayor ahead by ten points"),
    "Organisers say that by closing the road, the city is only raising the risk.": (
        "Organisers",
        "that by closing the road, the city is only raising the risk",
    ),
    "The minister said spies broke into the files and she accused the envoy of lying.": ("she", "the envoy of lying"),
    "The port is closing, and Ms. Roe said the pumps were off.": ("Ms. Roe", "the pumps were off"),
    "The pilot said the mast was sound and accused the yard of neglect.": ("The pilot", "the mast was sound"),
    "She told the paper that the mayor is a liar, saying he hid the bill and asking who paid it.": (
        "She",
        "he hid the bill",
    ),
    "Asked why she had left, the mayor smiled.": ("", "why she had left"),
    "Mr. Roe laughed when asked by the clerk about the bill.": ("the clerk", "the bill"),
    'Mr. Roe was asked, "Who paid for the boat?"': ("", '"Who paid for the boat?"'),
    "The crew were told to leave the ship.": ("", "The crew ... to leave the ship"),
    "She left what the clerk called a palace.": ("the clerk", "what ... a palace"),
    'What Roe described as a "piece of history" was a tin.': ("Roe", 'What ... as a "piece of history"'),
    "The deal, which he has denied, was sealed in May.": ("he", "which"),
    "He added, that the case was strong.": ("He", "that the case was strong"),
    "The bill is open despite his claim in a radio interview that he had paid.": ("his", "that he had paid"),
    "The clerk responded by explaining it was impossible.": ("The clerk", "it was impossible"),
    "Roe said that the mayor's success in winning seats hurts the city.": (
        "Roe",
        "that the mayor's success in winning seats hurts the city",
    ),
    "Roe pledged that, if elected, she would mend the bridge.": (
        "Roe",
        "that, if elected, she would mend the bridge",
    ),
    "Holding that seat is easy, said a handful of voters.": ("a handful of voters", "Holding that seat is easy"),
    "The tax, opposed by farmers, never became law.": ("farmers", "The tax"),
    "The clerk smiled when asked in May if he would pay.": ("", "if he would pay"),
    "Half said the same.": ("Half", "the same"),
    "All but one said yes.": ("All but one", "yes"),
    'Roe vowed to "mend every bridge" in the north.': ("Roe", 'to "mend every bridge" in the north'),
    "The letter reminded voters of the old tax.": ("The letter", "the old tax"),
    "Nearly eight in 10 sailors said the harbour was safe.": ("Nearly eight in 10 sailors", "the harbour was safe"),
    "More than half of the crew said the harbour was safe.": ("More than half of the crew", "the harbour was safe"),
    "The harbour is safe, according to a poll released last week.": (
        "a poll released last week",
        "The harbour is safe",
    ),
    "The plan is dead, Sen. Ann Roe (D-MA) said.": ("Sen. Ann Roe (D-MA)", "The plan is dead"),
    "Roe released a new video calling the plan a trap.": ("Roe", "the plan a trap"),
    "Roe, whom many sailors thought was asleep, spoke.": ("many sailors", "whom ... was asleep"),
    "The clerk opened a box he said would hold the key.": ("he", "a box ... would hold the key"),
    "She built what I thought was another dam.": ("I", "what ... was another dam"),
    "Fans see violence against referees as a disgrace.": ("Fans", "violence against referees as a disgrace"),
    "The ferry was known to leak.": ("", "The ferry ... to leak"),
    "The harbour is considered one of the best.": ("", "The harbour ... one of the best"),
    "The yard, a family firm, will close, Roe maintains.": ("Roe", "The yard, a family firm, will close"),
    "That is true, said Ann Roe, a pilot whose boat had sunk.": (
        "Ann Roe, a pilot whose boat had sunk",
        "That is true",
    ),
    "Officials urged residents to stay at home.": ("Officials", "residents to stay at home"),
    # what the narrator adds stays out
    "Roe said the plant would close, which is the last in the valley.": ("Roe", "the plant would close"),
    "Roe says she will pay the fine, which fell due in May.": ("Roe", "she will pay the fine"),
    "Roe said the plant, which had lost money, would close.": (
        "Roe",
        "the plant, which had lost money, would close",
    ),
    "Roe said they met in 1998, when she ran the plant.": ("Roe", "they met in 1998, when she ran the plant"),
    "Roe said the plant would close, a blow to the valley.": ("Roe", "the plant would close"),
    "Half said the harbour was safe, compared with a third in May.": ("Half", "the harbour was safe"),
    "Roe said the plant would close - a blow to the valley.": ("Roe", "the plant would close"),
    "Roe said the U.S.-led talks had failed.": ("Roe", "the U.S.-led talks had failed"),
    "Roe said the plan -- a dam and two locks -- was too dear.": (
        "Roe",
        "the plan -- a dam and two locks -- was too dear",
    ),
    "While Roe said the harbour was safe, the crews stayed at home.": ("Roe", "the harbour was safe"),
    "But when the clerk asked if he would pay, the mayor left the room.": ("the clerk", "if he would pay"),
    "Last month, when the clerk asked if he would pay, the mayor left the room.": ("the clerk", "if he would pay"),
    # what goes on with the clause stays in
    "Roe said the plant would close, leaving 300 people without work.": (
        "Roe",
        "the plant would close, leaving 300 people without work",
    ),
    "Roe said she would mend the bridge, as well as the quay.": (
        "Roe",
        "she would mend the bridge, as well as the quay",
    ),
    "Critics say the toll will push firms to leave the valley and move to the coast.": (
        "Critics",
        "the toll will push firms to leave the valley and move to the coast",
    ),
    "Roe said she regretted the delay and called it a slip.": ("Roe", "she regretted the delay"),
    "Roe rejected the idea that the plan had failed and said it was late.": (
        "Roe",
        "the idea that the plan had failed",
    ),
    # when and where a thing was spoken of
    "Roe mocked the plan when she took the stage.": ("Roe", "the plan"),
    "Roe confirmed the visit in an interview with the paper.": ("Roe", "the visit"),
    "Roe mocked the plan during the debate.": ("Roe", "the plan"),
    "Roe described the plan in an interview as a trap.": ("Roe", "the plan in an interview as a trap"),
}


@pytest.mark.parametrize("sentence", CASES)
def test_a_clause_is_read_whole(sentence):
    assert CASES[sentence] in found(sentence)


def test_a_clause_goes_on_with_the_quotation_it_ends_in():
    text = 'Roe said the bridge "is a shame. We have to mend it. It is late."'
    assert found(text) == [("Roe", 'the bridge "is a shame. We have to mend it. It is late."')]


def test_a_quotation_with_a_cue_of_its_own_is_not_drawn_to_the_words_before_it():
    text = 'Roe mocked the mayor by saying, "He is late. He is always late."'
    assert ("Roe", '"He is late. He is always late."') in found(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "He found the keys under the mat.",
        "The clerk said a prayer and left.",
        "The man accused of the theft said nothing.",
        "Groups like the dockers’ union have taken note of that.",
    ],
)
def test_what_is_no_claim_is_left_alone(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He joined a group called Citizens for Roe.",
        "The founder of a page called “Occupy the Square” spoke.",
        "Mr. Roe called Naima Abadi on Monday.",
    ],
)
def test_a_name_given_or_rung_up_is_no_claim(sentence):
    assert found(sentence) == []


def test_who_is_called_something_is_described():
    assert found("The mayor called Anna Holm a liar.") == [("The mayor", "Anna Holm a liar")]


def test_an_adverbial_before_according_to_goes_with_the_clause_after_it():
    found_here = found("Over the long term, according to the bank, prices will fall.")
    assert ("the bank", "Over the long term ... prices will fall") in found_here


@pytest.mark.parametrize(
    "rest",
    [
        "said Sunday on NBC's “Meet the Press.”",
        "told REVOLT TV in a video posted to its page.",
        "told BBC Radio Four’s Any Questions.",
        "recalled last week.",
        "said late Thursday.",
    ],
)
def test_time_and_place_after_a_quotations_cue_are_not_what_was_said(rest):
    assert found(f"“We will rebuild it,” Ms. Perez {rest}") == [("Ms. Perez", "“We will rebuild it,”")]


def test_the_name_of_a_programme_before_the_speaker_is_not_what_was_said():
    assert found("In a talk on Friday's “Morning Show,” she said the bridge was safe.")[0][1] == "the bridge was safe"


def test_a_verb_and_its_noun_make_one_claim():
    assert found("Roe rejected the notion that the plan had failed.") == [
        ("Roe", "the notion that the plan had failed"),
    ]


def test_both_clauses_joined_by_and_are_according_to_the_source():
    sentence = "The port is closed, and the crews are idle, according to a union official."
    assert ("a union official", "The port is closed, and the crews are idle") in found(sentence)


def test_a_dash_ends_the_thing_that_is_spoken_of():
    assert found("Roe mocked the plan - a surprise to her party.") == [("Roe", "the plan")]
