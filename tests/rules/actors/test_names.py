"""Who is mentioned: names, titles, kinds and short forms."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind", "role", "country"),
    [
        (
            "French Foreign Minister Jean-Noel Barrot left.",
            "Jean-Noel Barrot",
            "person",
            "French Foreign Minister",
            "FRA",
        ),
        ("Later Kremlin spokesman Dmitry Peskov spoke.", "Dmitry Peskov", "person", "Kremlin spokesman", "RUS"),
        ("It was EU foreign policy chief Kaja Kallas.", "Kaja Kallas", "person", "EU foreign policy chief", "EUE"),
        ("The bank's chief economist Li Wei resigned.", "Li Wei", "person", "bank's chief economist", None),
        ("Anna Roe, 48, the head of the union, resigned.", "Anna Roe", "person", "head of the union", None),
        (
            "Israel Katz, Israel's foreign minister, agreed.",
            "Israel Katz",
            "person",
            "Israel's foreign minister",
            "ISR",
        ),
        (
            "The US ambassador to Russia, John Sullivan, left.",
            "John Sullivan",
            "person",
            "US ambassador to Russia",
            "USA",
        ),
        ("They met Secretary of State John Kerry there.", "John Kerry", "person", "Secretary of State", None),
        ("They met Mohammed bin Salman there.", "Mohammed bin Salman", "person", None, None),
        ("They met Ursula von der Leyen there.", "Ursula von der Leyen", "person", None, None),
        ("Pope Francis prayed.", "Pope Francis", "person", None, None),
        ("Stephen King wrote it.", "Stephen King", "person", None, None),
        ("He joined the Ministry of Foreign Affairs.", "Ministry of Foreign Affairs", "organization", None, None),
        ("The Bank of England waited.", "Bank of England", "organization", None, "GBR"),
        ("They sued the Food and Drug Administration.", "Food and Drug Administration", "organization", None, None),
        ("General Motors fell.", "General Motors", "organization", None, None),
        ("The Kremlin said no.", "Kremlin", "country", None, "RUS"),
        ("The Pentagon said no.", "Pentagon", "organization", None, "USA"),
        ("The European Union waited.", "European Union", "organization", None, "EUE"),
        ("The Taliban said no.", "Taliban", "group", None, None),
        ("The Palestinians said no.", "Palestinians", "group", None, "PSE"),
        ("Ukraine accused Russia.", "Ukraine", "country", None, "UKR"),
        ("Moscow warned that it would answer.", "Moscow", "country", None, "RUS"),
    ],
)
def test_a_name_has_kind_role_and_country(read, text, name, kind, role, country):
    known = read(text).named(name)
    assert (known.kind, known.role, known.country) == (kind, role, country)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Anna Roe left. Roe said no. Mrs. Roe smiled.", "Anna Roe", ["Anna Roe", "Roe", "Roe"]),
        ("Xi Jinping met Kim Jong Un. Then Xi said Kim was right.", "Xi Jinping", ["Xi Jinping", "Xi"]),
        (
            "Ursula von der Leyen spoke. Von der Leyen left.",
            "Ursula von der Leyen",
            ["Ursula von der Leyen", "Von der Leyen"],
        ),
        ("Donald J. Trump met Donald Trump fans.", "Donald J. Trump", ["Donald J. Trump", "Donald Trump"]),
        (
            "The European Central Bank (ECB) met. The ECB waited.",
            "European Central Bank",
            ["European Central Bank", "ECB", "ECB"],
        ),
        ("The U.S. left. The United States will return.", "United States", ["U.S.", "United States"]),
        ("Russia said no. Talks with Moscow failed in Moscow.", "Russia", ["Russia", "Moscow"]),
    ],
)
def test_short_forms_lead_to_the_full_name(read, text, name, words):
    assert read(text).words(name) == words


def test_two_people_of_one_surname_are_kept_apart_by_their_titles(read):
    reading = read("Hillary Clinton met voters. Bill Clinton slept. Mr. Clinton snored. Mrs. Clinton left.")
    assert reading.words("Bill Clinton") == ["Bill Clinton", "Clinton"]
    assert reading.words("Hillary Clinton") == ["Hillary Clinton", "Clinton"]


def test_an_office_belongs_to_the_one_who_was_named_with_it(read):
    reading = read(
        "President Donald Trump and Melania Trump arrived. Mrs. Trump smiled. President Trump left. Trump spoke."
    )
    assert reading.words("Donald Trump") == ["Donald Trump", "Trump", "Trump"]
    assert reading.words("Melania Trump") == ["Melania Trump", "Trump"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        ("Paris Hilton flew to Paris. Hilton slept.", "Paris Hilton", "person", ["Paris Hilton", "Hilton"]),
        ("Jordan said it would close the border.", "Jordan", "country", ["Jordan", "it"]),
        ("Michael Jordan was fined. Jordan said nothing.", "Michael Jordan", "person", ["Michael Jordan", "Jordan"]),
        ("Chad said rebels had crossed the border.", "Chad", "country", ["Chad"]),
        ("Chad Smith said no.", "Chad Smith", "person", ["Chad Smith"]),
        ("Theresa May spoke. May said in May that talks had begun.", "Theresa May", "person", ["Theresa May", "May"]),
        ("Georgia and Russia signed a deal.", "Georgia", "country", ["Georgia"]),
    ],
)
def test_names_of_people_and_of_places_are_told_apart(read, text, name, kind, words):
    reading = read(text)
    assert reading.named(name).kind == kind
    assert reading.words(name) == words


def test_the_georgia_senator_is_of_the_american_state(read):
    reading = read("The Georgia senator opposed the bill.")
    known, _ = reading.refer("The Georgia senator")
    assert known.country == "USA"
    assert not [known for known in reading.actors.known.values() if known.country == "GEO"]


@pytest.mark.parametrize(
    ("headline", "text", "name", "words"),
    [
        (
            "Minister Warns of Gas Shortage as Scholz Meets Putin",
            "Chancellor Olaf Scholz met Vladimir Putin on Friday.",
            "Olaf Scholz",
            ["Scholz", "Olaf Scholz"],
        ),
        (
            "TRUMP BACKS EU ARMY",
            "President Donald Trump backs a plan for it.",
            "Donald Trump",
            ["TRUMP", "Donald Trump"],
        ),
        ("Greek Vote Splits Party", "The party split over the vote.", None, []),
    ],
)
def test_a_headlines_names_are_those_that_the_body_confirms(read, headline, text, name, words):
    reading = read(text, headline)
    if name is None:
        assert [known.name for known in reading.actors.known.values()] == []
    else:
        assert reading.words(name) == words


@pytest.mark.parametrize(
    "text", ["Protests erupted. However, Monday was calm.", "The Paris Agreement of 2015 holds.", ""]
)
def test_capitals_that_name_no_actor_are_left(read, text):
    assert not read(text).actors.known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Donald Trump and Donald Trump Jr. arrived.", ["Donald Trump", "Donald Trump Jr."]),
        ("George W. Bush met George H. W. Bush.", ["George W. Bush", "George H. W. Bush"]),
        ("Anna Roe and Anna Maria Roe sang.", ["Anna Roe", "Anna Maria Roe"]),
        ("Ali Hassan paid. Hassan Ali did not.", ["Ali Hassan", "Hassan Ali"]),
    ],
)
def test_names_that_differ_by_little_are_two_people(read, text, names):
    assert [known.name for known in read(text).actors.known.values()] == names


def test_a_surname_of_two_people_means_neither_where_nothing_tells_which(read):
    reading = read("Nia Park sued Dana Park. Park lost.")
    assert reading.words("Nia Park") == ["Nia Park"]
    assert reading.words("Dana Park") == ["Dana Park"]


def test_a_courtesy_title_tells_two_people_of_one_surname_apart(read):
    reading = read("Jan van Dijk met Eva van Dijk. Ms van Dijk paid. Mr van Dijk left.")
    assert reading.words("Jan van Dijk") == ["Jan van Dijk", "van Dijk"]
    assert reading.words("Eva van Dijk") == ["Eva van Dijk", "van Dijk"]
