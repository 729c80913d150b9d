"""Whom a definite noun means that was named before: "the minister", "the French president", "the company"."""

from itertools import islice

from onrecord.rules.actors.bodies import COMPANY_KINDS
from onrecord.rules.actors.cast import Cast
from onrecord.rules.actors.comparing import COMPANY_ENDINGS
from onrecord.rules.actors.governments import GOVERNMENT
from onrecord.rules.actors.lexicon import lexicon, word_set
from onrecord.rules.actors.people import ROYAL
from onrecord.rules.actors.roles import OWNERS, country_in
from onrecord.rules.actors.types import Known
from onrecord.rules.geography import EUROPEAN_UNION
from onrecord.rules.syntax.types import NounPhrase, Token

LEX = lexicon()

HYPERNYMS: dict[str, frozenset[str]] = LEX.hypernyms
REACH = 40
"""How many candidates are looked at, the latest first, so that long texts take no longer a word than short ones."""
NO_COMPANY = word_set("no_company")
FORMER = frozenset({"former", "ex", "deputy", "vice"})
MAIN = 3
"""From how many mentions on a body is one that the text is about."""


def by_role(cast: Cast, tokens: list[Token], phrase: NounPhrase) -> str | None:
    """The person whose role this phrase repeats: "the minister", "the French president"."""
    head = tokens[phrase.head].low
    former = head.startswith("ex-")
    head = head.removeprefix("ex-")
    wanted = HYPERNYMS.get(head, frozenset()) | {head}
    gender = LEX.roles.get(head, "")
    modifiers = [
        token for token in tokens[phrase.first + 1 : phrase.head] if token.low not in ("then", "veteran", "embattled")
    ]
    country = country_in([token.text for token in modifiers])
    rest = {token.low for token in modifiers if not (country and token.text[0].isupper())}
    best: str | None = None
    latest = (False, -1)
    keys = [key for word in sorted(wanted) for key in cast.by_role.get(word, ())[-REACH:]]
    for key in dict.fromkeys(keys):
        known = cast.known[key]
        if known.kind != "person" or not known.mentions or (gender and known.gender not in ("", gender)):
            continue
        if head.endswith("-old"):
            continue
        role = set((known.role or "").lower().replace("-", " ").split())
        style = known.name.partition(" ")[0].lower()
        if style in ROYAL:
            role.add(style)
        if role.isdisjoint(wanted) and head not in role:
            continue
        if country and known.country and country != known.country:
            continue
        if rest and not rest <= role | {"former", "president-elect"}:
            continue
        # "the chancellor" is hardly the former one, if there is another
        rank = (("former" in role or "ex" in role) == (former or "former" in rest), known.mentions[-1].start)
        if rank > latest:
            best, latest = key, rank
    return best


def by_title(cast: Cast, tokens: list[Token], phrase: NounPhrase, *, ahead: bool) -> str | None:
    """The one person whose office a phrase without article names: "Norway's energy minister", "minister" in a headline.

    `ahead`: also somebody who is named only later.
    """
    head = tokens[phrase.head].low
    words = [token for token in tokens[phrase.first : phrase.head] if token.tag != "POSS" or token.low in OWNERS]
    country = country_in([token.text for token in words])
    rest = {token.low for token in words if not (country and token.text[0].isupper())}
    if not OWNERS.isdisjoint(rest) or (words and not country and words[0].text[0].isupper()):
        return None
    fitting = []
    for key in cast.by_role.get(head, ())[-REACH:]:
        known = cast.known[key]
        role = set((known.role or "").lower().replace("-", " ").split())
        if known.kind != "person" or not rest <= role or FORMER & role != FORMER & rest:
            continue
        if (country and known.country != country) or not (ahead or known.mentions):
            continue
        fitting.append(key)
    return fitting[0] if len(fitting) == 1 else None


def by_noun(cast: Cast, tokens: list[Token], phrase: NounPhrase) -> str | None:
    """The organisation that "the company", "the bloc" or "the ministry" means: the last one that can be it."""
    head = tokens[phrase.head].low
    kind = head in COMPANY_KINDS
    if phrase.head - phrase.first > 1 and not (
        kind and all(token.text.islower() for token in tokens[phrase.first + 1 : phrase.head])
    ):
        return None
    if head == GOVERNMENT:
        return _one_country(cast)
    called = LEX.called.get(head, frozenset())
    latest, best = -1, None
    fitting: list[str] = []
    for key in islice(reversed(cast.bodies), REACH):
        known = cast.known[key]
        if not known.mentions:
            continue
        if head in ("country", "nation"):
            fits = known.kind == "country" and key.startswith("c:")
        elif known.name in called:
            fits = True
        elif head == "bloc":
            fits = known.kind == "organization" and known.country == EUROPEAN_UNION
        elif head == "group":
            fits = known.kind in ("organization", "group") and not known.name[:1].islower() and known.country is None
        elif known.kind != "organization" or key.startswith("c:"):
            fits = False
        else:
            fits = _is_called(head, known)
        if fits:
            fitting.append(key)
            at = known.mentions[-1].start
            if at > latest:
                latest, best = at, key
    if best is not None and best not in cast.acted and len(cast.known[best].mentions) == 1:
        # one that was only named in passing is not "the company" that the text is about
        main = max(fitting, key=lambda key: len(cast.known[key].mentions))
        if main in cast.acted and len(cast.known[main].mentions) >= MAIN:
            return main
    return best


def _is_called(head: str, known: Known) -> bool:
    """Whether a noun fits an organisation by its name: "the ministry", "the company", "the agency"."""
    words = known.name.lower().replace("'s", "").split()
    if head in words:
        return True
    if head in COMPANY_KINDS or head in LEX.companies:
        company = known.country is None or words[-1].rstrip(".") in COMPANY_ENDINGS
        return company and NO_COMPANY.isdisjoint(words[-1:]) and not known.name.isupper()
    if head in ("agency", "organization", "organisation", "institution", "body"):
        return known.name.isupper() or words[-1] in ("programme", "agency", "fund", "office")
    return False


def _one_country(cast: Cast) -> str | None:
    """The country whose government "the government" is: the only one named so far, if it has acted."""
    countries = [key for key in cast.bodies if cast.known[key].kind == "country"]
    return countries[0] if len(countries) == 1 and countries[0] in cast.acted else None
