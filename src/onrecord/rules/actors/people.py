"""The persons of an article as they are met: a name, a short name or an initial leads to one of them."""

import re
from collections import Counter

from onrecord.records import ActorKind
from onrecord.rules.actors.comparing import (
    core_of,
    is_surname,
    of_one_person,
    other_office,
    plain_of,
    same_initial,
    shared_words,
)
from onrecord.rules.actors.lexicon import Gender, lexicon
from onrecord.rules.actors.named import SUFFIXES
from onrecord.rules.actors.types import Known

LEX = lexicon()

SONS = frozenset({"Jr", "II", "III"})
ROYAL = frozenset({"king", "queen", "prince", "princess", "sheikh", "emir", "sultan", "pope"})
"""Titles that stand with a given name."""
MOST_OF_A_NAME = 64
"""People of one name, or word of a name, who are told apart: in a register of thousands the last ones."""
HIGHEST = re.compile(r"^(?!.*\b(?:Vice|Deputy|First)\b).*\b(?:President|Prime Minister|Premier|Chancellor)$")
"""`US President`, but not `Vice President`."""


class People:
    """The persons who have been met so far; `known` may hold others too."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self._people: dict[tuple[str, ...], str] = {}
        self._by_word: dict[str, list[str]] = {}
        """People by each word of their names."""
        self._bare: dict[str, str] = {}
        """Whom a surname alone last meant."""
        self.by_role: dict[str, list[str]] = {}
        """People by each word of their roles, in lower case."""
        self.sentence = -1
        """Number of the sentence whose names are being entered."""
        self._last_named: dict[str, int] = {}
        self.in_full: Counter[str] = Counter()
        """How often each person is named in full."""
        self._words: dict[str, tuple[str, ...]] = {}
        """The words of each person's fullest name."""
        self._cores: dict[str, tuple[str, ...]] = {}
        """What `core_of` makes of them."""
        self._full: dict[str, dict[int, int]] = {}
        """Where each person is named in full: sentences, and the offset of the first such name in each."""
        self._styles: dict[str, str] = {}
        """The first title of each person: "Dr"."""
        self._kin: set[str] = set()
        """People who come in as somebody's wife, son or brother: a surname alone is hardly theirs."""

    def person(
        self,
        words: tuple[str, ...],
        name: str,
        *,
        gender: Gender = "",
        role: str | None = None,
        country: str | None = None,
        kin: bool = False,
        beside: str = "",
    ) -> str:
        """The person of this full name, whose words are given apart too.

        `kin`: a relative of somebody, who may have all of that one's names and others; `beside`: the words of a role
        that stands beside the name.
        """
        core = core_of(words)
        key = self._people.get(core)
        if key is not None and len(core) == 1 and {self.known[key].gender, gender} == {"f", "m"}:
            key = next((each for each in self._by_word[core[0]] if each.startswith(f"{key}'")), "")  # Mr and Mrs Lund
        elif key is not None and len(core) == 1 and other_office(self.known[key].role, beside):
            key = ""  # "Governor Silva" and "Mayor Silva"
        elif key is None and not kin:
            key = self._same_person(core) or self._by_initial(core, beside)
        if not key:
            key = "p:" + " ".join(core).lower() + "'" * (core in self._people)
            while key in self.known:
                key += "'"
            self._add(key, name, "person")
        known = self.known[key]
        self._people.setdefault(core, key)
        self._last_named[key] = self.sentence
        if len(words) > len(self._words.get(key, ())):
            known.name = name
            self._words[key] = words
            self._cores[key] = core
            for word in core:
                keys = self._by_word.setdefault(word, [])
                if key not in keys:
                    keys.append(key)
                    if len(keys) > MOST_OF_A_NAME:
                        del keys[0]
        self.learn(key, gender=gender, role=role, country=country)
        return key

    def met_in_full(self, key: str, start: int, *, kin: bool = False, style: str = "") -> None:
        """Keep that the text names the person in full here, and with which title."""
        self.in_full[key] += 1
        if style:
            self._styles.setdefault(key, style)
        self._full.setdefault(key, {}).setdefault(self.sentence, start)
        if kin:
            self._kin.add(key)

    def alias_of_person(self, words: tuple[str, ...], key: str) -> None:
        """Let another name lead to a person: "La Jefa"."""
        self._people.setdefault(core_of(words), key)

    def relative(self, key: str) -> None:
        """Keep that the text brings the person in as somebody's kin."""
        self._kin.add(key)

    def learn(self, key: str, *, gender: Gender = "", role: str | None = None, country: str | None = None) -> None:
        """Keep what a mention tells of an actor, where it is not known yet."""
        known = self.known[key]
        known.gender = known.gender or gender
        if role and (known.role is None or (len(role) > len(known.role) and known.role.lower() in role.lower())):
            known.role = role
            for word in role.lower().replace("-", " ").split():
                keys = self.by_role.setdefault(word, [])
                if key not in keys:
                    keys.append(key)
        known.country = known.country or country

    def _same_person(self, core: tuple[str, ...]) -> str | None:
        """A person who was met and whom this full name can mean."""
        plain = plain_of(core)
        if len(plain) < 2:
            return None
        for word in (plain[-1], plain[0]):
            for key in self._by_word.get(word, ()):
                beside = self._last_named.get(key) == self.sentence
                if of_one_person(core, self._cores[key], beside=beside):
                    return key
        return None

    def initialled(self, words: tuple[str, ...]) -> bool:
        """Whether a name is an initial and a surname, or of somebody whose surname was met with an initial."""
        core = core_of(words)
        return len(core) == 2 and (
            len(core[0]) == 1
            or any(len(self._words[key][0].rstrip(".")) == 1 for key in self._by_word.get(core[1], ()))
        )

    def _by_initial(self, core: tuple[str, ...], beside: str) -> str | None:
        """The one person whom "J. Okafor" can be, or who can be the "J. Okafor" of before, if a role says so too.

        News calls nobody by an initial whom it has named in full: without more they are two people.
        """
        keys = self._by_word.get(core[-1], ()) if beside else ()
        fitting = [key for key in keys if same_initial(core, self._cores[key])]
        if len(fitting) != 1 or self._last_named.get(fitting[0]) == self.sentence:
            return None
        return fitting[0] if shared_words(self.known[fitting[0]].role, beside) else None

    def short(
        self, words: tuple[str, ...], *, gender: Gender = "", role: str | None = None, start: int = -1, style: str = ""
    ) -> str | None:
        """The person whom a part of a name means: a surname, or a given name if nobody has it as surname.

        `start` is where it stands, for a surname alone or behind a title; `style` is that title.
        """
        if not words:
            return None
        core = core_of(words)
        if core in self._people and (not gender or len(core) > 1 or self.known[self._people[core]].gender == gender):
            if len(core) > 1 or not role:
                return self._people[core]
            alone = [key for key in self._by_word.get(core[0], ()) if len(self._words[key]) == 1] or [
                self._people[core]
            ]
            return next((key for key in alone if not other_office(self.known[key].role, role)), None)
        last = core[-1]
        if last in SUFFIXES:
            last = next((word for word in reversed(core) if word not in SUFFIXES), last)
        if last not in self._by_word:
            return None
        cores = self._cores
        if len(core) == 1:
            keys = [key for key in self._by_word[last] if last in cores[key]]
        else:
            keys = [key for key in self._by_word[last] if set(core) <= set(cores[key])]
        if gender:
            keys = [key for key in keys if self.known[key].gender in ("", gender)]
        if start >= 0:
            keys = [key for key in keys if not self._another(key, start, role)]
            if len(keys) > 1:
                own = [key for key in keys if key not in self._kin]
                told = [key for key in own if self.known[key].gender == gender] if gender else own
                keys = told or [key for key in keys if gender and self.known[key].gender == gender] or own or keys
            if len(keys) > 1 and style:
                keys = [key for key in keys if self._styles.get(key) == style] or keys
        if not keys:
            return None
        if len(keys) > 1 and SUFFIXES.isdisjoint(core):
            # "Trump" is hardly Trump Jr., if the other one is in the text
            keys = [key for key in keys if SUFFIXES.isdisjoint(cores[key])] or keys
        surnamed = [key for key in keys if is_surname(core, cores[key])]
        if surnamed:
            keys = surnamed
        elif len(core) > 1 or (last not in LEX.given and len(keys) > 1):
            return keys[0] if len(keys) == 1 else None
        elif role is not None and ROYAL.isdisjoint(role.lower().split()):
            return None
        if len(keys) == 1:
            return keys[0]
        if role:
            shares = {key: shared_words(self.known[key].role, role) for key in keys}
            most = max(shares.values())
            same = [key for key in keys if most and shares[key] == most]
            if len(same) == 1:
                return same[0]
            if not same:  # a title that nobody has yet is the first one's
                return next(key for key in self.known if key in keys)
        if gender:
            told = [key for key in keys if self.known[key].gender == gender]
            if len(told) == 1:
                return told[0]
            if told and not role:  # "Ms Kim" is the Kim who was named last
                return max(told, key=lambda key: self.known[key].mentions[-1:])
        if not surnamed:
            return None
        chosen = self._bare.get(last)
        if chosen in keys:
            return chosen
        return self._clearly_meant(keys)

    def _another(self, key: str, start: int, role: str | None) -> bool:
        """Whether a surname, alone or behind a title, cannot mean this person, who has it too."""
        named = self._full.get(key)
        if named is None:
            return False
        at = named.get(self.sentence, -1)
        if at >= 0 and (role or (start < at and next(iter(named)) == self.sentence)):
            return True  # "Ivanka Trump stood beside President Trump", "Kirchner and her husband Néstor Kirchner"
        if role and HIGHEST.search(role):
            core = self._cores[key]
            givens = LEX.holders.get(plain_of(core)[-1])
            return givens is not None and (givens.isdisjoint(self._words[key]) or not SUFFIXES.isdisjoint(core))
        return False

    def generation(self, surname: str, *, younger: bool) -> str | None:
        """Whom "the younger Marcos" means, if one of two of the surname is a son by his name or as the text tells."""
        keys = [key for key in self._by_word.get(surname, ()) if len(self._words[key]) > 1]
        sons = [key for key in keys if not SONS.isdisjoint(self._cores[key])]
        if len(keys) != 2 or len(sons) != 1:
            return None
        return sons[0] if younger else next(key for key in keys if key not in sons)

    def surname(self, word: str) -> bool:
        """Whether somebody has this surname."""
        return any(is_surname((word,), self._cores[key]) for key in self._by_word.get(word, ()))

    def shared(self, word: str) -> bool:
        """Whether several people have this surname, so that it alone may mean nobody for sure."""
        return sum(is_surname((word,), self._cores[key]) for key in self._by_word.get(word, ())) > 1

    def bare(self, surname: str, key: str) -> None:
        """Keep whom a surname alone meant here."""
        self._bare[surname] = key

    def _clearly_meant(self, keys: list[str]) -> str | None:
        """Of several people of one surname, the one whom the text is about; None where that is not clear."""
        first, second, *_ = sorted(keys, key=self._weight, reverse=True)
        one, other = self.known[first], self.known[second]
        ahead = len(one.mentions) >= 2 * len(other.mentions) + 2
        # whoever has the bare surname is named in full once, the other one each time
        if self.in_full[first] > 1 and self.in_full[second] == 1:
            return second if len(keys) == 2 and next(key for key in self.known if key in keys) == second else None
        more = self.in_full[first] == 1 and all(self.in_full[key] > 1 for key in keys if key != first)
        office = bool(one.role and one.role[:1].isupper()) and not other.role
        return first if ahead or more or office else None

    def _weight(self, key: str) -> tuple[bool, int, int]:
        known = self.known[key]
        return (known.role is not None, len(known.mentions), -known.mentions[0].start if known.mentions else 0)

    def _add(self, key: str, name: str, kind: ActorKind) -> None:
        self.known[key] = known = Known(key, name, kind)
        if kind == "group":
            known.plural = True

    def words_of(self, key: str) -> tuple[str, ...]:
        """The words of a person's fullest name."""
        return self._words.get(key, ())
