"""Whom a pronoun means: the most salient actor before it that fits, and nobody where two fit as well."""

from dataclasses import dataclass
from itertools import islice

from onrecord.rules.actors.lexicon import Gender
from onrecord.rules.actors.types import Known

REACH = 3
"""How many sentences back a pronoun looks."""
LONGEST = 60
"""How many mentions it looks at, so that one endless sentence takes no longer a word than short ones."""
BY_DISTANCE = (5.0, 4.0, 2.0, 1.0)
SUBJECT = 2.5
FIRST = 1.0
KNOWN_GENDER = 2.0
ANYBODY = 2.0
"""For the subject of the sentence before who alone is spoken of in this paragraph, be it he or she."""
AGAIN = 0.3
GOES_ON = 1.5
"""For one who spoke and speaks on: "Peskov replied ... he added"."""
LEAN = 1.0
BARRED = -9.0
"""For one whom the pronoun cannot mean where it stands."""
UNSEEN = -10.0
MARGIN = 0.7
"""By how much the best must lead the second, or the pronoun stays unresolved."""

PRONOUNS: dict[str, tuple[Gender, str]] = {
    "he": ("m", "person"), "him": ("m", "person"), "his": ("m", "person"), "himself": ("m", "person"),
    "she": ("f", "person"), "her": ("f", "person"), "hers": ("f", "person"), "herself": ("f", "person"),
    "it": ("", "thing"), "its": ("", "thing"), "itself": ("", "thing"),
    "they": ("", "plural"), "them": ("", "plural"), "their": ("", "plural"), "theirs": ("", "plural"),
    "themselves": ("", "plural"),
}  # fmt: skip


@dataclass(slots=True)
class Entry:
    """An actor where it was last spoken of, or something else that was the subject (`key` None)."""

    key: str | None
    sentence: int
    token: int
    subject: bool
    first: bool
    speaks: bool = False
    """Whether it is the subject of a verb of speech."""
    phrase: int = -1
    gender: Gender = ""
    noun: str = ""
    """The noun of somebody unnamed: "a man" and "the man" are one."""
    owner: str | None = None
    """For a thing: whose it is by "his", "her" or "its"."""
    block: int = -1
    """The paragraph, for people alone."""


@dataclass(slots=True)
class Candidate:
    """Whom he or she could mean."""

    entry: Entry
    """Where that one was spoken of last."""
    score: float = UNSEEN
    again: int = -1
    """How often before that."""


class Salience:
    """Who has been spoken of lately."""

    def __init__(self, known: dict[str, Known]) -> None:
        self._known = known
        self._people: list[Entry] = []
        self.singular: list[Entry] = []
        """What "it" could mean, things without a key among them, and people, where they are the subject."""
        self.plural: list[Entry] = []
        """Whom "they" could mean."""
        self.block = -1
        """The paragraph that is being read."""

    def person(self, entry: Entry) -> None:
        """A person was spoken of."""
        entry.block = self.block
        self._people.append(entry)

    def he_or_she(
        self, gender: Gender, sentence: int, not_token: range | None, *, speaks: bool = False
    ) -> Entry | None:
        """Whom he or she means; `not_token` are the tokens of the subject whose object the pronoun is.

        Who `speaks` on is likely the one who spoke.

        The entry may have no key yet: a person of whom only a role was said.
        """
        found: dict[str, Candidate] = {}
        here: set[str] = set()
        anybody = ""
        known, block = self._known, self.block
        for entry in islice(reversed(self._people), LONGEST):
            distance = sentence - entry.sentence
            if distance > REACH:
                break
            key = entry.key
            told = known[key].gender if key else entry.gender
            if told and told != gender:
                continue
            key = key or f"?{entry.noun or entry.phrase}"
            candidate = found.get(key)
            if candidate is None:
                found[key] = candidate = Candidate(entry)
            if distance == 0 and not_token is not None and entry.token in not_token:
                candidate.score = BARRED
                continue
            candidate.again += 1
            if candidate.score == BARRED:
                continue
            score = BY_DISTANCE[distance]
            if told:
                score += KNOWN_GENDER
            else:
                lean = self._lean(entry, gender)
                score += lean
                if distance == 1 and lean >= 0 and entry.subject and entry.block == block:
                    anybody = key
            if entry.block == block:
                here.add(key)
            if entry.subject:
                score += SUBJECT
            if entry.first:
                score += FIRST
            if speaks and entry.speaks and distance < 2:
                score += GOES_ON
            if score > candidate.score:
                candidate.score = score
        if not found:
            return None
        if anybody and len(here) == 1:
            found[anybody].score += ANYBODY
        best = self._best(found, gender)
        if best is not None and best.key and not known[best.key].gender:
            known[best.key].gender = gender
        return best

    def _best(self, found: dict[str, Candidate], gender: Gender) -> Entry | None:
        """The candidate that leads the others clearly."""
        if len(found) == 1:
            (only,) = found.values()
            return only.entry if only.score >= 0 else None
        ranked = [(one.score + AGAIN * min(one.again, 3), key) for key, one in found.items()]
        ranked.sort(reverse=True)
        (best, key), (second, after) = ranked[:2]
        if best < 0 or best - second < MARGIN:
            return None
        if second > 0:
            one, other = found[key].entry, found[after].entry
            untold = one.sentence == other.sentence and not (self._told(one) or self._told(other))
            if untold and self._lean(one, gender) == self._lean(other, gender):
                return None  # two of whom the text does not tell who is he and who is she
        return found[key].entry

    def only(self, sentence: int, noun: str = "") -> str | None:
        """The one person spoken of in this and the last two sentences, if nobody else was.

        With a noun that tells what somebody is, only one of whom nothing else was told.
        """
        keys: set[str] = set()
        for entry in islice(reversed(self._people), LONGEST):
            if sentence - entry.sentence >= REACH:
                break
            if entry.key is None:
                return None
            keys.add(entry.key)
        if len(keys) != 1:
            return None
        key = keys.pop()
        role = (self._known[key].role or "").lower()
        return key if self._known[key].kind == "person" and (not noun or not role or noun in role) else None

    def _lean(self, entry: Entry, gender: Gender) -> float:
        """What the end of an unknown given name suggests: most in -a are women's, most in -o men's."""
        if not entry.key:
            return 0.0
        first, blank, _ = self._known[entry.key].name.partition(" ")
        if len(first) < 3 or not blank:
            return 0.0
        if first.endswith("a"):
            return LEAN if gender == "f" else -LEAN
        if first.endswith(("o", "os", "us")):
            return LEAN if gender == "m" else -LEAN
        return 0.0

    def _told(self, entry: Entry) -> bool:
        return bool(self._known[entry.key].gender if entry.key else entry.gender)

    def it(self, sentence: int) -> Entry | None:
        """What "it" means: the last subject in the singular, which may be nothing that acts.

        Not the person who says in the same sentence what it does: "Musk said it would recover".
        """
        for entry in reversed(self.singular):
            if sentence - entry.sentence > 1:
                return None
            if not entry.subject:
                continue
            if entry.block < 0:
                return entry
            if not (entry.speaks and entry.sentence == sentence):
                return None  # a person
        return None

    def they(self, sentence: int, not_token: range | None) -> Entry | None:
        """What "they" means: the last subject in the plural, which may have no key yet, or else the only other one."""
        others: list[Entry] = []
        for entry in reversed(self.plural):
            if sentence - entry.sentence > 1:
                break
            if entry.sentence == sentence and not_token is not None and entry.token in not_token:
                continue
            if entry.subject:
                return entry
            others.append(entry)
        return others[0] if len({entry.key or entry.phrase for entry in others}) == 1 else None
