"""An amount is its number and its unit, whichever unit it is written in."""

import pytest

from onrecord.grounding.quantities import amounts_in, changed_amount, converted, counted_alike


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("two days", "48 hours"),
        ("a decade", "ten years"),
        ("18 months", "a year and a half"),
        ("500 MW", "500 megawatts"),
        ("$40", "40 dollars"),
        ("£1.4m", "1.4 million pounds"),
        ("12 percent", "12%"),
        ("2 per cent", "two percent"),
        ("a fortnight", "two weeks"),
        ("12km", "12,000 metres"),
        ("two and a half years", "30 months"),
    ],
)
def test_one_amount_in_two_units_is_the_same(one, two):
    assert {a.plain for a in amounts_in(one)} == {a.plain for a in amounts_in(two)} != set()


@pytest.mark.parametrize(
    ("statement", "content"),
    [
        ("It lasts nine weeks.", "it lasted nine days"),
        ("They wait an hour.", "they waited a minute"),
        ("It costs 210 million pesos.", "it cost $210 million"),
        ("He has tried for years.", "he has tried for months"),
        ("It sat for two hours.", "it sat for an hour"),
    ],
)
def test_another_unit_or_another_number_of_it_is_seen(statement, content):
    assert changed_amount(statement, content, content) is not None


@pytest.mark.parametrize(
    ("statement", "content"),
    [
        ("It lasts two days.", "it lasted 48 hours"),
        ("It will take a week.", "it took seven days"),
        ("It costs 40 dollars a day.", "it costs $40 daily"),
        ("Years of talks failed.", "years of talks have failed"),
    ],
)
def test_the_same_amount_in_other_words_is_let_stand(statement, content):
    assert changed_amount(statement, content, content) is None


def test_the_numbers_of_a_converted_amount_are_its_evidences():
    assert converted("two days", "48 hours") >= {2.0}
    assert converted("two countries", "both countries") >= {2.0}
    assert 3.0 not in converted("three days", "48 hours")


def test_a_share_may_be_put_in_percent_or_in_words():
    assert 20.0 in converted("It lost 20% of its people.", "it lost a fifth of its people")
    assert 4.0 in converted("A quarter of them left.", "25 percent of them left") | converted("a quarter", "25%")
    assert converted("Two fifths of them left.", "40% of them left") >= {2.0, 5.0}
    assert 30.0 not in converted("It lost 30% of its people.", "it lost a fifth of its people")


@pytest.mark.parametrize(
    ("statement", "before", "alike"),
    [
        ("The nine rescued miners are weak.", "They brought up nine miners.", True),
        ("The nine trapped men are weak.", "They brought up nine miners.", False),
        ("It began in 2019.", "In 2019 the mine closed.", True),
    ],
)
def test_a_number_from_before_counts_the_same_thing(statement, before, alike):
    number = {9.0} if "nine" in statement else {2019.0}
    assert counted_alike(statement, before, number) is alike
