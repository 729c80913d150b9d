"""Tokens with their tags, noun phrases, verb groups, and whose verb is whose."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.paragraphs import in_one_line
from onrecord.reading.read import analyse as read_document
from onrecord.reading.read import read_text
from onrecord.rules.syntax.analyse import analyse
from onrecord.rules.syntax.tags import tokenise

HEAD = "A headline stands here\n\n"


def clauses(text):
    return [c for c in analyse(read_document(read_text(HEAD + text))) if c.sentence.start >= len(HEAD)]


def first(text):
    return clauses(text)[0]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The union claims the plan failed.", "claims", "VERB"),
        ("The union rejected claims of fraud.", "claims", "NOUN"),
        ("Trump claims victory.", "claims", "VERB"),
        ("She said that the bridge was safe.", "that", "SUB"),
        ("The bridge that fell was old.", "that", "WH"),
        ("They want to support the plan.", "to", "TO"),
        ("They went to Congress.", "to", "PREP"),
        ("Her plan failed.", "Her", "POSS"),
        ("They saw her.", "her", "PRON"),
        ("The court's ruling was late.", "'s", "POSS"),
        ("He's leaving the party.", "'s", "AUX"),
        ("The voters' choice was clear.", "'", "POSS"),
        ("She is concerned that it rains.", "concerned", "ADJ"),
        ("About one in five say so.", "say", "VERB"),
        ("In May the minister left.", "May", "NAME"),
        ("He may leave.", "may", "MODAL"),
        ("Polls show Roe up by ten points.", "show", "VERB"),
        ("The foundation focuses on health.", "focuses", "VERB"),
        ("The port has since closed.", "since", "ADV"),
        ("She won by promising to build a bridge.", "promising", "VERB"),
        ("They voted that, if need be, the ferry would run.", "that", "PRON"),
        ("They said that, if need be, the ferry would run.", "that", "SUB"),
        ("The lake is lower than in 1980, the new survey shows.", "shows", "VERB"),
        ("She lives where polls show the mayor ahead.", "polls", "NOUN"),
        ("Few on either side of the debate think the tax will stay.", "think", "VERB"),
        ("Members of the union say each of the offers is too low.", "say", "VERB"),
        ("Dockers pressure Roe to leave the race.", "pressure", "VERB"),
        ("The dockers of the tax claim panel met.", "claim", "NOUN"),
        ("The town lives on what the tourists pay, so it grew.", "pay", "VERB"),
        ("You receive this message because you asked for it.", "message", "NOUN"),
        ("Most oppose the plan.", "oppose", "VERB"),
        ("The man chained himself to a tree.", "chained", "VERB"),
        ("The crews trawled the bay.", "trawled", "VERB"),
        ("It was a prolonged and spirited contest.", "spirited", "ADJ"),
        ("It was the biggest politically motivated attack.", "motivated", "ADJ"),
        ("An undocumented man came.", "undocumented", "ADJ"),
        ("They spread hatred in the town.", "hatred", "NOUN"),
        ("She will no longer stand in the way.", "stand", "VERB"),
        ("They said that it broke no treaty and that Berlin had been told.", "Berlin", "NAME"),
        ("What the dock workers claim is true.", "claim", "VERB"),
        ("She lives on the tourists' pay, so it grew.", "pay", "NOUN"),
    ],
)
def test_a_word_gets_its_tag_from_its_context(text, word, tag):
    assert next(t.tag for t in first(text).tokens if t.text == word) == tag


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She didn't say so.", ["She", "did", "n't", "say", "so", "."]),
        (
            "Sen. Roe (R-Wis.) met Donald J. Trump.",
            ["Sen.", "Roe", "(", "R-Wis.", ")", "met", "Donald", "J.", "Trump", "."],
        ),
        ("It cost $1.7 billion, or 58%.", ["It", "cost", "$1.7", "billion", ",", "or", "58%", "."]),
    ],
)
def test_a_sentence_is_cut_into_words_clitics_and_marks(text, words):
    assert [t.text for c in clauses(text) for t in c.tokens] == words


def test_a_word_broken_at_the_end_of_a_line_is_one_word():
    text = "The bishop con-\ndemned it."
    assert [(t.text, t.lemma) for t in tokenise(text, 0, len(text), {})][2] == ("condemned", "condemn")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The mayor said the bridge was safe.", "said", "The mayor"),
        ("The mayor said the bridge was safe.", "was", "the bridge"),
        ("John Smith, the head of the union, declined to comment.", "declined", "John Smith, the head of the union"),
        ("Deputies who backed the plan said it had failed.", "said", "Deputies who backed the plan"),
        ("Deputies who backed the plan said it had failed.", "backed", "who"),
        ("The man accused of murder said he was innocent.", "said", "The man accused of murder"),
        ("Miners at Halk stopped work in a strike for increased wages.", "stopped", "Miners at Halk"),
        ("Police took over three farms, according to papers seized in May.", "took over", "Police"),
        ("After the house voted, the premier claimed victory.", "claimed", "the premier"),
        ("After the house voted, the premier claimed victory.", "voted", "the house"),
        ("The firm, which was founded in 1990, has failed.", "has failed", "The firm, which was founded in 1990"),
        ("The premier and his allies claimed victory and promised more.", "promised", "The premier and his allies"),
        ('"It is a shame," said Mary Jones, a lawyer.', "said", "Mary Jones"),
        ("Others spend more, she said.", "said", "she"),
        ("Last week, the senator criticised the deal.", "criticised", "the senator"),
        ("At a rally in Ames, Iowa, on Sunday, she praised the plan.", "praised", "she"),
        ("The minister last week said it was over.", "said", "The minister last week"),
        ("The minister, speaking in Paris, said it was over.", "said", "The minister, speaking in Paris"),
        ("The senator called it corrupt, noting that it failed.", "noting", "The senator"),
        ("A source close to him said it was over.", "said", "A source close to him"),
        ("The law, he promised, is dead.", "is", "The law, he promised"),
        ("The law, he promised, is dead.", "promised", "he"),
    ],
)
def test_each_verb_finds_its_subject(text, verb, subject):
    whole = HEAD + text
    c = first(text)
    group = next(g for g in c.verbs if whole[g.start : g.end] == verb)
    assert group.subject is not None
    phrase = c.phrases[group.subject]
    assert whole[phrase.start : max(phrase.full_end, phrase.end)] == subject


@pytest.mark.parametrize(
    ("text", "lemma", "particle", "passive", "negated", "modal", "finite"),
    [
        ("He has never ruled out a run.", "rule", "out", False, True, "", True),
        ("She was accused of fraud.", "accuse", "", True, False, "", True),
        ("They won't leave.", "leave", "", False, True, "will", True),
        ("They have to leave.", "leave", "", False, False, "must", True),
        ("He is going to leave.", "leave", "", False, False, "will", True),
        ('He would "absolutely" leave.', "leave", "", False, False, "would", True),
        ("It should not, however, become a habit.", "become", "", False, True, "should", True),
        ("She was, reportedly, asked to leave.", "ask", "", True, False, "", True),
        ("It was built, a fund backed by banks.", "back", "", True, False, "", False),
    ],
)
def test_a_verb_group_knows_its_make(text, lemma, particle, passive, negated, modal, finite):
    group = next(g for g in first(text).verbs if g.lemma == lemma)
    made = (group.particle, group.passive, group.negated, group.modal, group.finite)
    assert made == (particle, passive, negated, modal, finite)


@given(st.text(alphabet=st.sampled_from("The mayor said \"“”'’,.-–—\n()aA1é\xa0"), max_size=200))
def test_tokens_are_in_order_and_their_words_are_the_text(text):
    document = read_document(read_text("x " + text))
    for c in analyse(document):
        for token in c.tokens:
            assert in_one_line(document.text[token.start : token.end]) == token.text
            assert c.sentence.start <= token.start < token.end <= c.sentence.end
        assert all(a.end <= b.start for a, b in itertools.pairwise(c.tokens))
        for phrase in c.phrases:
            assert phrase.start < phrase.end <= phrase.full_end
        for group in c.verbs:
            assert group.first <= group.head < group.last
