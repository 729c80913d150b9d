"""Every name of a document: runs of capitals in the body, and in headlines only what the body or the tables confirm."""

from collections.abc import Iterable

from onrecord.reading.document import Document
from onrecord.rules.actors.comparing import ARABIC
from onrecord.rules.actors.kinds import read_run
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.named import Named
from onrecord.rules.actors.names import SMALL, find_runs, make_run
from onrecord.rules.actors.roles import is_agent_noun
from onrecord.rules.actors.shapes import is_two_syllables
from onrecord.rules.geography import gazetteer, straight
from onrecord.rules.syntax.lexicon import lexicon as syntax_lexicon
from onrecord.rules.syntax.types import Clauses, Token

LEX = lexicon()
PLACES = gazetteer()

HEADLINE = 0.7
"""From this share of capitalised words on, capitals say nothing."""
CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
OWNING = frozenset({"'s", "'", "’"})
FOREIGN = ("a", "o", "i", "u")
SPEAKING = frozenset({"say", "tell", "warn", "vow", "add", "claim"})
HEADS = frozenset({"title", "standfirst", "heading", "title repeated", "caption"})


def scan(document: Document, clauses: list[Clauses]) -> list[list[Named]]:
    """What each sentence names, in order."""
    found: list[list[Named]] = [[] for _ in clauses]
    capitals: list[int] = []
    confirmed: dict[str, str] = {}
    for number, clause in enumerate(clauses):
        tokens = clause.tokens
        if not tokens:
            continue
        # a run begins with a capital or, seldom, with a small word
        mine = find_runs(tokens, clause.marked if clause.words.isdisjoint(SMALL) else range(len(tokens)))
        if not mine:
            continue
        if _is_headline(tokens, mine, document, clause):
            capitals.append(number)
            continue
        found[number] = mine
        for run in mine:
            for word in run.words[1:] if run.initial else run.words:
                confirmed.setdefault(word.upper(), word)
                if "-" in word and word[:3].lower() in ARABIC and len(word) > 4:
                    confirmed.setdefault(word[3:].upper(), word[3:])  # "Assad" after "Bashar al-Assad"
    for number, runs in enumerate(found):
        if not runs:
            continue
        tokens = clauses[number].tokens
        named = found[number] = []
        for run in runs:
            if run.initial:
                if _stands(run, tokens, confirmed):
                    for word in run.words:
                        confirmed.setdefault(word.upper(), word)
                elif len(run.words) == 1:
                    continue  # a word that only opens the sentence
                else:
                    run = make_run(tokens, run.first + 1, run.last, initial=False)
                    if not run.words:
                        continue
            named.append(read_run(run, tokens))
    for number in capitals:
        found[number] = list(_of_headline(clauses[number].tokens, confirmed))
    return found


def _is_headline(tokens: list[Token], runs: list[Named], document: Document, clause: Clauses) -> bool:
    # A quick look first: most sentences have few capitals.
    wide = 0
    for run in runs:
        wide += run.last - run.first
    if 3 * wide < len(tokens):
        return False
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    words = len(long)
    large = sum(token.text[0].isupper() for token in long)
    if large < HEADLINE * words or words < 3:
        return False
    small = [token for token in long if token.tag in CONTENT and token.text[0].islower()]
    if len(small) >= 2 or any(token.tag == "VERB" and token.text[0].islower() for token in tokens):
        return False  # a sentence with many names: in a headline in title case its verb and nouns have capitals too
    if document.label_of(clause.sentence) in HEADS:
        return True
    shouted = all(token.text.isupper() for token in tokens if len(token.text) > 3)
    if not shouted and tokens[-1].low == ".":
        return False  # "Chief Financial Officer Kenji Nakamura was more careful."
    return words >= 6 or shouted


def _stands(run: Named, tokens: list[Token], confirmed: dict[str, str]) -> bool:
    """Whether the first word of a run that opens a sentence is part of a name."""
    word = straight(run.words[0])
    whole = word if len(run.words) == 1 else straight(" ".join(run.words))
    if whole in PLACES.seats or whole in PLACES.cities or whole in PLACES.names or whole in LEX.known:
        return True
    if word in LEX.given and (len(run.words) > 1 or word.upper() in confirmed or _paired(tokens, run.last)):
        return True
    if len(run.words) > 1 and run.words[1] in LEX.given and is_agent_noun(tokens[run.first]):
        return word in LEX.titles  # "Shipowner Stelios Drakos"
    if (
        word in LEX.surnames
        or word.upper() in confirmed
        or word in LEX.known
        or word in LEX.named_groups
        or word in LEX.affiliations
    ):
        return True
    if word in PLACES.names or word in PLACES.adjectives or word in PLACES.cities or word in PLACES.people:
        return True
    if word in PLACES.regions or word in PLACES.seats or word.rstrip(".") in LEX.titles or "." in word:
        return True
    low = word.lower()
    if len(word) > 1 and word.isupper():
        return True
    words = syntax_lexicon()
    if len(run.words) == 2 and is_two_syllables(run.words[1]):
        return True  # "Ban Ki-moon"
    common = (
        low in words.adjectives or low in words.verbs or low in LEX.groups or low in words.closed or low.endswith("ly")
    )
    if len(run.words) > 1:
        if run.words[-1].lower() in LEX.organizations and low not in words.closed:
            return True
        return not common
    if common or low in LEX.persons or low in LEX.organizations or low in LEX.initial or low in LEX.documents:
        return False
    following = tokens[run.last] if run.last < len(tokens) else None
    if following is None:
        return False
    if following.low == "," and run.last + 1 < len(tokens) and tokens[run.last + 1].low == "who":
        return True
    # few English words end so and open a sentence without an article
    foreign = low.endswith(FOREIGN) and following.tag in ("AUX", "MODAL", "VERB") and following.form != "ing"
    return foreign or following.low in OWNING or following.lemma in SPEAKING


def _paired(tokens: list[Token], k: int) -> bool:
    """Whether another person's name is joined to the given name before `k`: "Ana and Luis Prado", "Ana and Boris"."""
    if k + 2 >= len(tokens) or tokens[k].low != "and" or not tokens[k + 1].text[0].isupper():
        return False
    return tokens[k + 2].text[0].isupper() or tokens[k + 1].text in LEX.given


def _of_headline(tokens: list[Token], confirmed: dict[str, str]) -> Iterable[Named]:
    """The names of a headline, read from a copy of its tokens in which only names keep their capitals."""
    shadow: list[Token] = []
    for i, token in enumerate(tokens):
        text = token.text
        if text[0].isalpha() and text[0].isupper():
            cased = confirmed.get(text.upper())
            if cased is None:
                title = text if not (text.isupper() and len(text) > 3) else text.capitalize()
                pair = f"{title} {tokens[i + 1].text.capitalize()}" if i + 1 < len(tokens) else ""
                back = f"{tokens[i - 1].text.capitalize()} {title}" if i else ""
                if (
                    title in PLACES.names
                    or title in PLACES.adjectives
                    or title in PLACES.cities
                    or title in PLACES.people
                    or title in PLACES.seats
                    or title in LEX.known
                    or title in LEX.named_groups
                    or title in LEX.surnames
                    or pair in PLACES.names
                    or back in PLACES.names
                    or pair in PLACES.cities
                    or back in PLACES.cities
                    or (title.isupper() and 1 < len(title) <= 5 and not text.isupper())
                    or ("." in title and title[:1].isupper() and len(title) <= 5)
                    or (title in LEX.titles and i + 1 < len(tokens) and tokens[i + 1].text.upper() in confirmed)
                ):
                    cased = title
                else:
                    cased = text.lower()
            text = cased
        shadow.append(
            Token(token.start, token.end, text, token.low, token.tag, token.lemma, token.form)
            if text != token.text
            else token
        )
    for run in find_runs(shadow, range(len(shadow))):
        yield read_run(run, shadow)
