"""Who is one person and who are two: families, initials, particles, generations, names with the surname first."""

import pytest

from onrecord.evaluation.actors import _match, unmark
from onrecord.reading.read import analyse, read_text
from onrecord.records import Span
from onrecord.rules.parser import parse

CASES = {
    "a couple of one surname, told apart by gender": (
        "[c:Cristina Kirchner] and her husband [n:Néstor Kirchner] ruled for twelve years. "
        "[n:Mr Kirchner] died in 2010. [c:Mrs Kirchner] said she would appeal."
    ),
    "a couple whose husband is named first": (
        "[j:Juan Perón] and his wife, [e:Eva Perón], waved from the balcony. [e:Mrs Perón] was ill by then."
    ),
    "mr and mrs of one surname": (
        "[k:Karl Lund] and [a:Anna Lund] bought the hotel in 2003. "
        "[k:Mr Lund] runs the kitchen, and [a:Mrs Lund] the bar."
    ),
    "mr and mrs with unknown given names": (
        "[k:Vekoslav Dragan] and his wife [a:Zdravka Dragan] own the mill. [a:Mrs Dragan] said it was old. "
        "[k:Mr Dragan] disagreed."
    ),
    "two ministers of one surname, by given names": (
        "[m:María García] met [p:Pablo García] in Madrid. [m:María García] said the talks went well. "
        "[p:Pablo García] disagreed."
    ),
    "a brother named in full": (
        "[o:Omar Hassan] fled with his brother [a:Ali Hassan]. [a:Ali Hassan] was caught at the border."
    ),
    "a brother's given name alone": (
        "[o:Omar Hassan] fled with his brother, [a:Ali]. [a:Ali] was caught, but [o:Hassan] got away."
    ),
    "a sister of the same surname": (
        "[j:John Abernathy] sued his sister, [r:Ruth Abernathy]. [r:Ms Abernathy] denied it. "
        "[j:Mr Abernathy] said he was owed money."
    ),
    "father and son by generation": (
        "[j:George Fanshawe Jr.] said his father was proud. [s:George Fanshawe Sr.] built the yard. "
        "[j:Fanshawe Jr.] sold it."
    ),
    "a son with a suffix against the father without": (
        "President [d:Donald Trump] spoke in Ohio. [j:Donald Trump Jr.] spoke after him. "
        "[d:Trump] said the crowd was huge."
    ),
    "a wife named in full against the president": (
        "[d:President Trump] left for Florida with [m:Melania Trump]. [m:Melania Trump] wore blue. "
        "[d:Trump] said nothing."
    ),
    "a son named in full before the father's title": (
        "[j:Donald Trump Jr.] thanked the voters. [d:President Trump] did not."
    ),
    "a daughter of the president by title": (
        "[i:Ivanka Trump] stood beside [d:President Trump]. [d:The president] smiled."
    ),
    "initials tell two persons apart": (
        "[j:J. Okafor] voted yes and [k:K. Okafor] voted no. [k:K. Okafor] later apologised. [j:J. Okafor] did not."
    ),
    "an initial that does not fit a full given name": (
        "[a:Alan Smith] wrote the report. [b:B. Smith] checked it. [a:Alan Smith] signed it."
    ),
    "initials that do not fit a full given name": (
        "[a:D. B. Smith] wrote the report. [b:Alan Smith] read it on Friday. [a:D. B. Smith] was not asked."
    ),
    "an initial that fits the given name": (
        "[j:John Okafor] chairs the board. The minutes were signed by [j:J. Okafor]."
    ),
    "initials without spaces": (
        "[a:J.K. Marlow] writes crime novels. [b:P.D. Marlow] writes histories. [a:J.K. Marlow] sells more."
    ),
    "different middle initials": (
        "[a:George H. Walden] was senator. [b:George W. Walden] was his nephew. [b:George W. Walden] lost in 1990."
    ),
    "a middle initial left out later": "[a:Susan B. Marchetti] ran in May. On Monday [a:Susan Marchetti] conceded.",
    "a German particle, the surname alone": (
        "[u:Ursula von der Leyen] spoke in Strasbourg. [u:Von der Leyen] said the plan was ready. "
        "Reporters asked [u:von der Leyen] about the cost. [u:Mrs von der Leyen] smiled."
    ),
    "two persons with the same particles": (
        "[u:Ursula von der Leyen] met [h:Heiko von der Leyen]. [h:Heiko von der Leyen] is a doctor. "
        "[u:Mrs von der Leyen] thanked him."
    ),
    "a Dutch couple": (
        "[j:Jan van der Berg] and [m:Marijke van der Berg] were fined. [m:Marijke van der Berg] will appeal. "
        "[j:Mr van der Berg] paid."
    ),
    "two surnames with the same particle": (
        "[a:Pieter van der Molen] beat [b:Joris van der Wal]. [a:Van der Molen] cheered. [b:Van der Wal] left early."
    ),
    "a Dutch surname by its last word only in another": (
        "[a:Pieter van der Molen] hired [b:Sofie Molen]. [b:Sofie Molen] starts in June. [a:Van der Molen] said so."
    ),
    "de la": (
        "[a:Óscar de la Renta] dressed [b:Jack de la Cruz]. [b:De la Cruz] paid in cash. [a:De la Renta] was pleased."
    ),
    "de la with one given name's sibling": (
        "[a:Lucía de la Peña] and [b:Mateo de la Peña] inherited the farm. [b:Mateo de la Peña] sold his half. "
        "[a:Lucía de la Peña] kept hers."
    ),
    "bin with father's name": (
        "[a:Mohammed bin Salman] received [b:Khalid bin Salman]. [b:Khalid bin Salman] is his brother. "
        "[a:Mohammed bin Salman] spoke first."
    ),
    "bin in a long name": (
        "[a:Tamim bin Hamad Al Thani] called [b:Mohammed bin Abdulrahman Al Thani]. "
        "[b:Mohammed bin Abdulrahman Al Thani] flew to Cairo. [a:Tamim bin Hamad Al Thani] stayed."
    ),
    "abu with al": (
        "[a:Abu Bakr al-Sarraj] led the group until 2019. [a:Al-Sarraj] was killed by [b:Abu Yusuf al-Sarraj]. "
        "[b:Abu Yusuf al-Sarraj] took over."
    ),
    "al names of one family": (
        "[a:Bashar al-Assad] fled. His brother [b:Maher al-Assad] stayed. [b:Maher al-Assad] said so. "
        "[a:Bashar al-Assad] did not."
    ),
    "a Spanish double surname": (
        "[a:Andrés Manuel López Obrador] left office. [a:López Obrador] said he was tired. [b:Beatriz López] wept."
    ),
    "two Spanish double surnames with one first surname": (
        "[a:Pedro Sánchez Pérez] met [b:Inés Sánchez Molina]. [b:Sánchez Molina] said no. [a:Sánchez Pérez] said yes."
    ),
    "the second surname left out": "[a:Gabriel Boric Font] won in 2021. [a:Gabriel Boric] said he would step down.",
    "Chinese names of one family": (
        "[a:Xi Jinping] praised his father [b:Xi Zhongxun]. [b:Xi Zhongxun] was purged twice. "
        "[a:Xi Jinping] was nine then."
    ),
    "Chinese surname alone": "[a:Wang Yi] met [b:Li Qiang]. [a:Wang] said ties were good. [b:Li] agreed.",
    "two Wangs": "[a:Wang Yi] met [b:Wang Wentao]. [b:Wang Wentao] handles trade. [a:Wang Yi] handles the rest.",
    "Korean siblings": (
        "[a:Kim Jong-un] was seen with his sister [b:Kim Yo-jong]. [b:Kim Yo-jong] warned Seoul. "
        "[a:Kim Jong-un] inspected a plant. "
        "[b:Ms Kim] spoke for an hour."
    ),
    "Korean namesakes": (
        "[a:Lee Jae-myung] defeated [b:Lee Jun-seok]. [b:Lee Jun-seok] conceded at once. "
        "[a:Lee Jae-myung] thanked voters."
    ),
    "a Hungarian name both ways round": "[a:Orbán Viktor] spoke in Budapest. [a:Viktor Orbán] said taxes would fall.",
    "Hungarian namesakes": "[a:Kovács Béla] and [b:Kovács Márta] lead the list. [b:Kovács Márta] is a lawyer.",
    "given names swapped": "[a:Ali Hassan] met [b:Hassan Ali]. [b:Hassan Ali] left. [a:Ali Hassan] stayed.",
    "a given name's twin with a double given name": (
        "[a:Jean Dupuis] is the mayor. [b:Jean-Marc Dupuis] is the coach. [b:Jean-Marc Dupuis] won. "
        "[a:Jean Dupuis] lost."
    ),
    "double given names with one surname": (
        "[a:Anna Maria Roth] sings. [b:Anna Luisa Roth] dances. [a:Anna Maria Roth] won a prize. "
        "[b:Anna Luisa Roth] did not."
    ),
    "a nickname": "[a:William Tranter] resigned. [a:Bill Tranter] said he had no choice.",
    "two nicknames of two names": (
        "[a:Bill Tranter] sued [b:Bob Tranter]. [b:Bob Tranter] won. [a:Bill Tranter] paid."
    ),
    "a minister of the same surname, by office": (
        "Finance Minister [a:Lena Novak] presented the budget. Interior Minister [b:Petr Novak] stayed away. "
        "[a:Finance Minister Novak] said it was fair. [b:Interior Minister Novak] did not comment."
    ),
    "a judge of the accused's surname": (
        "[a:Peter Cole] pleaded guilty. [b:Judge Helen Cole] sentenced him. "
        "[b:Judge Cole] said he showed no remorse. "
        "[a:Mr Cole] wept."
    ),
    "widow named by miss": (
        "[a:Tom Brandt] died on Friday. [b:Greta Brandt], his widow, found him. [b:Mrs Brandt] called the police."
    ),
    "Paris Hilton and her family": (
        "[a:Paris Hilton] sued [b:Conrad Hilton]. [b:Conrad Hilton] denied it. [a:Paris Hilton] said she was hurt."
    ),
    "a person called Jordan and the country": (
        "[a:Michael Jordan] flew home from Jordan. [a:Jordan] said he was tired."
    ),
    "a given name that is a shared one": (
        "[a:Hunter Biden] pleaded guilty. [b:Joe Biden] pardoned him. "
        "[b:President Biden] gave no reason. [c:Jill Biden] watched."
    ),
    "couple with both given names before the surname": (
        "[a:Bill Clinton] campaigned for [b:Hillary Clinton]. [b:Mrs Clinton] lost. [a:Mr Clinton] wept."
    ),
    "brothers with given names after the surname was plain": (
        "[a:Vitali Klychenko] is mayor. His brother [b:Wladimir Klychenko] boxes. "
        "[b:Wladimir] trains daily. [a:Vitali] does not."
    ),
    "a father with a role and a son without": (
        "President [a:Daniel Obiang] named his son, [b:Teodoro Obiang], deputy. [a:President Obiang] is 80. "
        "[b:Teodoro Obiang] is 52."
    ),
    "a lone surname before either is named in full": (
        "[a:Marcos] won the vote, officials said. [a:Ferdinand Marcos Jr.] thanked his mother, [b:Imelda Marcos]. "
        "[b:Imelda Marcos] is 96."
    ),
    "a title before either is named": (
        "[a:Mrs Haley] spoke first. [b:Michael Haley] waited outside. [a:Nikki Haley] thanked him."
    ),
    "another given name with a lone title": (
        "[a:Senator Kelly] voted no. His brother [b:Scott Kelly] watched. [a:Mark Kelly] said it was a bad bill."
    ),
}


def led(marked: str) -> tuple[list[str], list[str], list[str | None]]:
    """The keys, words and found actors of each mention that is marked."""
    case = unmark(marked)
    actors = parse(analyse(read_text(case.text))).actors
    spans = [(actor.key, span) for actor in actors for span in actor.mentions if isinstance(span, Span)]
    words = [case.text[span.start : span.end] for _, span in case.mentions]
    return [key for key, _ in case.mentions], words, [_match(case.text, span, spans) for _, span in case.mentions]


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_names_of_one_person_lead_to_one_and_of_two_to_two(marked: str) -> None:
    keys, words, found = led(marked)
    assert None not in found, list(zip(words, found, strict=True))
    pairs = dict.fromkeys(zip(keys, found, strict=True))
    assert len(pairs) == len(set(keys)) == len(set(found)), list(zip(words, found, strict=True))
