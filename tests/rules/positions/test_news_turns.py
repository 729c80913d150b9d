"""Stances in the turns of longer news sentences: who is named last, what a reproach is for, threats, ties, asides."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        ("Among those opposed to the sale is Ana Cruz, the mayor of the port.", "Ana Cruz", "oppose", "the sale"),
        ("Peru criticised the bank for failing to publish the contracts.", "Peru", "support", "publish the contracts"),
        ("Peru criticised the bank over its fees.", "Peru", "oppose", "its fees"),
        ("Peru praised Chile for closing the mine.", "Peru", "support", "closing the mine"),
        ("Doctors sued the state in federal court to stop a port.", "doctors", "support", "stop a port"),
        ("Ana Cruz threatened to resign if the bill is passed.", "Ana Cruz", "oppose", "the bill"),
        ("Ana Cruz threatened to quit over the pension plan.", "Ana Cruz", "oppose", "the pension plan"),
        ("Ana Cruz made clear that her country will not join the pact.", "Ana Cruz", "oppose", "join the pact"),
        ("The party has tied its support for the budget to a cut in tax.", "party", "conditional", "the budget"),
        ("Peru would not lift its veto on the rules until Chile paid.", "Peru", "conditional", "the rules"),
        ("The pilots rejected the offer, the union said, but agreed to act.", "pilots", "oppose", "offer"),
        ("Peru deplored what it called the expulsion of nuns.", "Peru", "oppose", "the expulsion of nuns"),
        ("Ana Cruz warned that cutting rates could undo the work.", "Ana Cruz", "oppose", "cutting rates"),
        ("Asked whether he would back the motion, Ana Cruz would only say that she had time.", "Ana Cruz", "neutral",
         "the motion"),
        ("Peru objected to a text that Britain had proposed.", "Britain", "support", "a text"),
        ("There is little enthusiasm in Peru for a new round of talks.", "Peru", "oppose", "a new round of talks"),
        # words set in between, and what is quoted whole
        ("Talks should not, however, become a habit, envoy Ana Cruz said.", "Ana Cruz", "oppose", "become a habit"),
        ("Peru rejects a plan to “give lessons” to others.", "Peru", "oppose", "a plan to “give lessons” to others"),
        ("Peru rejects the call to “give lessons,” and left.", "Peru", "oppose", "the call to “give lessons,”"),
        # what is said
        ("“Europe cannot go on looking away,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "looking away"),
        ("“The sooner the fence comes down, the better,” envoy Ana Cruz said.", "Ana Cruz", "support", "the fence"),
        ("No deal is possible until the prisoners are home, envoy Ana Cruz said.", "Ana Cruz", "conditional", "deal"),
        ("Envoy Ana Cruz is adamant that the tour should go ahead.", "Ana Cruz", "support", "the tour"),
        ("“There is no way we can support the budget,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "the budget"),
        # what is asked for, and what not
        ("Peru urged the bank not to raise the rate.", "Peru", "oppose", "raise the rate"),
        ("Peru warned Chile against signing the treaty.", "Peru", "oppose", "the treaty"),
        ("Deputies voted 203 to 118 against the treaty.", "deputies", "oppose", "the treaty"),
        ("Peru has gone back on its promise to admit the inspectors.", "Peru", "oppose", "admit the inspectors"),
        ("The party is against it and the others will wait. Peru backs the treaty.", "Peru", "support", "the treaty"),
        ("Twelve doctors have signed a letter urging Peru to drop the rule.", "twelve doctors", "support",
         "drop the rule"),
        ("The plan drew praise from hoteliers and scorn from cyclists.", "cyclists", "oppose", "The plan"),
        ("Peru shrugged off demands for an inquiry.", "Peru", "oppose", "an inquiry"),
        # deeds under a condition, votes without an object
        ("Peru would call off the strike only if Chile paid.", "Peru", "conditional", "call off the strike"),
        ("The treaty was put to the vote. Peru abstained.", "Peru", "neutral", "The treaty"),
        # what moves somebody, and what is denied of oneself
        ("The plan has angered farmers in the north.", "farmers", "oppose", "The plan"),
        ("“The idea of arming teachers horrifies me,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "arming teachers"),
        ("It is not true that we oppose the tunnel, envoy Ana Cruz said.", "Ana Cruz", "support", "the tunnel"),
        ("“Nobody wants a second airport,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "a second airport"),
        ("Peru is far from happy with the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru would neither endorse nor reject the treaty.", "Peru", "neutral", "the treaty"),
        ("Peru gave no hint of where it stood on the treaty.", "Peru", "neutral", "the treaty"),
        ("Two ministers who had resisted the lockdown gave in on Sunday.", "two ministers", "support", "the lockdown"),
        ("Peru says no to a truce without a swap.", "Peru", "conditional", "a truce"),
        ("Officers may soon carry guns. Peru is in favour.", "Peru", "support", "carry guns"),
        # deeds and views under another verb
        ("Peru voted against scrapping the toll.", "Peru", "oppose", "scrapping the toll"),
        ("Peru warned against scrapping the toll.", "Peru", "oppose", "scrapping the toll"),
        ("Peru is in favour of scrapping the toll.", "Peru", "support", "scrapping the toll"),
        ("Peru called for the toll to be scrapped.", "Peru", "support", "the toll to be scrapped"),
        ("Peru wants the ban lifted.", "Peru", "support", "the ban lifted"),
        ("Peru threatened to veto the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru promised not to block the treaty.", "Peru", "support", "the treaty"),
        ("The toll should not be scrapped, envoy Ana Cruz said.", "Ana Cruz", "support", "toll"),
        # the order of words in speech
        ("“What this region needs is a railway,” envoy Ana Cruz said.", "Ana Cruz", "support", "a railway"),
        ("“Why should we pay for a stadium?” envoy Ana Cruz asked.", "Ana Cruz", "oppose", "pay for a stadium"),
        ("“I would rather resign than sign that contract,” envoy Ana Cruz said.", "Ana Cruz", "oppose",
         "sign that contract"),
        ("“The state has no business telling us when to plough,” envoy Ana Cruz said.", "Ana Cruz", "oppose",
         "telling us when to plough"),
        ("Peru will wait for the report before taking a position on the treaty.", "Peru", "neutral", "the treaty"),
        ("Hardly any of the fans support the takeover.", "any of the fans", "oppose", "the takeover"),
        ("After first welcoming the ruling, the ministry has now appealed against it.", "ministry", "oppose",
         "the ruling"),
        # who stands against opponents, what it would be wrong not to do
        ("Peru criticised opponents of the toll.", "Peru", "support", "the toll"),
        ("Peru criticised supporters of the toll.", "Peru", "oppose", "the toll"),
        ("It would be wrong not to help refugees, envoy Ana Cruz said.", "Ana Cruz", "support", "help refugees"),
        ("There is no alternative to the cuts, envoy Ana Cruz said.", "Ana Cruz", "support", "the cuts"),
        ("“We can't wait for the new bridge,” envoy Ana Cruz said.", "Ana Cruz", "support", "the new bridge"),
        ("Peru wants an end to the strike.", "Peru", "support", "an end to the strike"),
        ("Peru wants to delay the merger.", "Peru", "support", "delay the merger"),
        ("Peru no longer insists on a tribunal.", "Peru", "oppose", "a tribunal"),
        ("The assembly gave final approval on Tuesday to the law.", "assembly", "support", "the law"),
        ("Brazil's approval of the merger hinges on the sale of two plants.", "Brazil", "conditional", "the merger"),
        ("“I'll decide when I have read it,” envoy Ana Cruz said of the dam.", "Ana Cruz", "neutral", "the dam"),
        ("The president, who signed the law in March, now regrets it.", "president", "oppose", "the law"),
        # what was before, what is denied to be thought, what only one did
        ("Peru once supported the treaty but now opposes it.", "Peru", "oppose", "the treaty"),
        ("Peru used to oppose the treaty but now supports it.", "Peru", "support", "the treaty"),
        ("Peru would not dream of supporting the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru is hardly a fan of the treaty.", "Peru", "oppose", "the treaty"),
        ("“The last thing we need is a casino,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "a casino"),
        ("“We could do without a casino,” envoy Ana Cruz said.", "Ana Cruz", "oppose", "a casino"),
        ("“The new bridge can't come soon enough,” envoy Ana Cruz said.", "Ana Cruz", "support", "The new bridge"),
        ("Peru was the only country to oppose the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru was the only country not to sign the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru regrets signing the treaty.", "Peru", "oppose", "the treaty"),
        ("Peru has little sympathy for the treaty's critics.", "Peru", "support", "the treaty"),
        ("Peru said a treaty was not needed.", "Peru", "oppose", "a treaty"),
        ("Peru does not think the treaty is fair.", "Peru", "oppose", "the treaty"),
        ("Peru does not think the treaty is unfair.", "Peru", "support", "the treaty"),
        ("Peru has no objection in principle to the treaty.", "Peru", "support", "the treaty"),
        ("Peru protested to Chile over the wells.", "Peru", "oppose", "the wells"),
        # verbs that a later participle or clause hid, and asides
        ("The mayor called for the release of two men held since March.", "mayor", "support", "the release of two men"),
        ("The mayor supports giving nurses a bonus.", "mayor", "support", "giving nurses a bonus"),
        ("The mayor said he was, on balance, in favour of the tunnel.", "mayor", "support", "the tunnel"),
        ("The mayor insisted there should be no tunnel.", "mayor", "oppose", "tunnel"),
        ("The mayor has been pushing for years for a tunnel.", "mayor", "support", "a tunnel"),
        ("The mayor signed into law a bill that bans fireworks.", "mayor", "support", "a bill that bans fireworks"),
        ("The mayor is among those who oppose the tunnel.", "mayor", "oppose", "the tunnel"),
        ("The tunnel, backed by the mayor, will cost a lot.", "mayor", "support", "The tunnel"),
        ("The mayor thinks the tunnel is a waste of money.", "mayor", "oppose", "the tunnel"),
        ("Were Peru to drop the clause, Chile would vote for the treaty, Ana Cruz said.", "Chile", "conditional",
         "the treaty"),
        ("No trade deal without a chapter on forests, the Greens insist.", "Greens", "conditional", "trade deal"),
        ("Peru has banned the march.", "Peru", "oppose", "the march"),
        # what a second clause takes up
        ("The council wants a curfew and the police support the idea.", "police", "support", "the idea"),
        ("The council wants a curfew, a demand the police reject.", "police", "oppose", "a curfew"),
        ("Residents took to the streets to demand an end to it.", "residents", "support", "an end to it"),
        ("The plan is unpopular with residents.", "residents", "oppose", "The plan"),
        ("The bishop reiterated his call for the plan to be dropped.", "bishop", "support", "the plan to be dropped"),
        ("The bishop said nothing would make him accept the plan.", "bishop", "oppose", "the plan"),
        ("Not a single party backs the tax.", "single party", "oppose", "the tax"),
        ("Peru has yet to respond to the proposal for a fund.", "Peru", "neutral", "the proposal for a fund"),
        ("Peru reacted coolly to the proposal for a fund.", "Peru", "oppose", "the proposal for a fund"),
        ("Deputies could not agree on the fund.", "deputies", "neutral", "the fund"),
        ("Peru criticised the bank's refusal to publish the contracts.", "Peru", "support", "publish the contracts"),
        ("Peru saw no reason to exclude Cuba.", "Peru", "support", "Cuba"),
        ("Peru regretted its decision to invite Cuba.", "Peru", "oppose", "its decision to invite Cuba"),
        ("“It is about time they banned scooters,” Ana Cruz said.", "Ana Cruz", "support", "banned scooters"),
        # short answers
        ("Asked if she backed the curfew, Ana Cruz said no.", "Ana Cruz", "oppose", "the curfew"),
        ("“I can't support that,” Ana Cruz said of the curfew.", "Ana Cruz", "oppose", "the curfew"),
        ("“We don't need a curfew,” Ana Cruz said.", "Ana Cruz", "oppose", "a curfew"),
        ("“It is right to lift the curfew,” Ana Cruz said.", "Ana Cruz", "support", "lift the curfew"),
        ("“I don't know yet whether a curfew is a good idea,” Ana Cruz said.", "Ana Cruz", "neutral", "a curfew"),
        ("Raising wages is out of the question, the company said.", "company", "oppose", "Raising wages"),
        ("The minister said the government would not intervene in the dispute.", "government", "oppose", "intervene"),
    ],
)  # fmt: skip
def test_a_turn_of_news_is_read(read, text, holder, stance, target):
    found, _ = read(text)
    assert {s for h, s, t, _ in found if h == holder and (target in t or t in target)} == {stance}, found


def test_an_aside_about_who_speaks_does_not_take_the_next_verb(read):
    found, _ = read("The pilots rejected the offer, the union said, but agreed to suspend the strike.")
    assert ("pilots", "support") in {(h, s) for h, s, _, _ in found}, found


@pytest.mark.parametrize(
    "text",
    [
        "Police rejected reports that a second gunman was at large.",
        "In the film, a mayor fights a developer who wants to drain the lake.",
        "The ruling allows the police to use cameras.",
        "The minister accepted an award for her first novel.",
        "Peru accused Chile of breaking its promise to free the miners.",
    ],
)
def test_a_look_alike_of_a_stance_is_none(read, text):
    assert read(text)[0] == []


@pytest.mark.parametrize("text", ["Ana Cruz said no to the new bridge.", "“No to the new bridge,” Ana Cruz said."])
def test_one_stance_on_one_thing_is_told_once(read, text):
    found, _ = read(text)
    assert [(h, s, t) for h, s, t, _ in found] == [("Ana Cruz", "oppose", "the new bridge")]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Peru would back the pact if there is “political will” on both sides.",
            "if there is “political will” on both sides",
        ),
        (
            "Peru would back the pact if there is “will on both sides,” its envoy said.",
            "if there is “will on both sides,”",
        ),
    ],
)
def test_a_condition_quotes_to_the_end(read, text, condition):
    found, _ = read(text)
    assert condition in {c for *_, c in found}, found


def test_a_warning_of_what_comes_otherwise_opposes_nothing(read):
    found, _ = read("Ana Cruz warned that talks might otherwise begin without Peru.")
    assert not found
