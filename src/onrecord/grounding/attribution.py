"""Whether the words that name a speaker can name this one: the check that an attribution is right, not only there.

A name in the source must be the speaker's; a pronoun must agree with it in kind and gender, and stand where the
speaker has been named shortly before; a role must be the speaker's and nobody else's.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from onrecord.grounding.ids import name_words
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.reading.document import Document
from onrecord.records import Actor, Evidence, Span
from onrecord.rules.actors.types import Actors, Known

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHE = words("she")
_HE = words("he")
_IT = words("it")
_THEY = words("they")
_FEMALE = re.compile(
    r"\b(?:Ms|Mrs|Miss|Lady|Dame|Madam|Madame|Queen|Princess|Duchess|Baroness|Sister|[Cc]hairwoman|[Ss]pokeswoman|"
    r"[Cc]ongresswoman|[Pp]olicewoman|[Bb]usinesswoman|[Ww]oman|[Mm]other|[Ww]ife|[Dd]aughter|[Ss]ister|[Ww]idow|[Aa]ctress)\b"
)  # "Ms Kim", "its chairwoman, Park Seon-hee"
_MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Duke|Baron|Father|[Cc]hairman|[Ss]pokesman|[Cc]ongressman|[Pp]oliceman|[Bb]usinessman|"
    r"[Mm]an|[Ff]ather|[Hh]usband|[Ss]on|[Bb]rother|[Ww]idower)\b"
)  # "Mr Kim", "the association's chairman"
_GROUPS = words("groups")
_PERSONS = words("persons")
_SMALL = words("small")
_HEAD_ENDS = re.compile(r"[,;:(–—]|\b(?:of|for|from|at|in|on|with|to|who|which|that|whose)\b")
"""Where what stands beside the head of a source begins: "Lucía Ferrer[ of the broker Casa Robles]"."""
_AND = re.compile(r"\b(?:and|or)\b")
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""Who says what a body says: "a spokeswoman said", where the body has just been named."""
_JUST = 1
_FAR = 8
"""Sentences back in which the antecedent of a pronoun must be named."""


class Attributions:
    """The checks of one document's attributions."""

    def __init__(
        self,
        document: Document,
        actors: Iterable[Actor],
        rules: Callable[[], Actors],
        teller: Callable[[Evidence], Known | None] = lambda _: None,
    ) -> None:
        self._rules = rules
        self._teller = teller
        self._document = document
        self._actors = {actor.id: actor for actor in actors}
        self._words = {key: frozenset(name_words(actor.name)) - _SMALL for key, actor in self._actors.items()}
        self._starts = [s.start for s in document.sentences]

    def fault(self, source: Evidence | None, speaker: str, content: Evidence | None = None) -> str | None:
        """Why these words cannot name this speaker, or None. Without a source the content goes on with what a speaker
        says who has been named before."""
        actor = self._actors[speaker]
        if source is None:
            if content is None:
                return None
            return (
                self._told_by(actor, content)
                if self._introduced(actor, content)
                else f"{actor.name!r} is not named yet"
            )
        if source.match == "sentence":
            return "the words that are to name its speaker are not there"
        named = [w for w in _WORD.findall(source.text) if w.casefold() not in _SMALL]
        folded = {f for w in named for f in name_words(w.removesuffix("’s").removesuffix("'s"))}
        if len(folded) == 1 and (fault := self._pronoun(next(iter(folded)), source, actor)) is not None:
            return fault or None
        if (
            fault := self._named_other(named, source, speaker)
            or self._whole_name(folded, speaker)
            or self._place(named, actor)
        ):
            return fault
        if folded & (self._words[speaker] | frozenset(name_words(actor.role or ""))) or self._same_country(
            named, actor
        ):
            return None
        if actor.kind in ("unnamed", "group"):
            return f"{source.text!r} cannot be {actor.name!r}"
        if named and named[-1].islower() and named[-1].endswith("s") and not named[-1].endswith(("ss", "us")):
            return f"{named[-1]!r} cannot be {actor.name!r}"
        return self._other_role(folded, speaker, source.spans[0].start)

    def _pronoun(self, word: str, source: Evidence, actor: Actor) -> str | None:
        """None where the word is no pronoun, "" where it fits, else why it does not."""
        if word in _SHE | _HE:
            if actor.kind not in ("person", "unnamed"):
                return f"{word!r} cannot be {actor.name!r}, which is no person"
            gender = self._genders.get(actor.id, "")
            if gender and gender != ("f" if word in _SHE else "m"):
                return f"{word!r} cannot be {actor.name!r}"
        elif word in _IT:
            if actor.kind == "person":
                return f"{word!r} cannot be {actor.name!r}, who is a person"
        elif word in _THEY:
            if actor.kind == "person":
                return f"{word!r} cannot be {actor.name!r}, who is one person"
        elif word == "who":
            sentence = self._document.sentence_at(source.spans[0].start)
            if sentence is None or sentence.number not in self._named_in.get(actor.id, ()):
                return f"{actor.name!r} is not named where 'who' stands"
        else:
            return None
        if word in _SHE | _HE and (other := self._antecedent(source.spans[0], actor)):
            return f"{word!r} is {other!r} here, not {actor.name!r}"
        if not self._near(actor, source.spans[0].start):
            return f"{actor.name!r} is not named shortly before {word!r}"
        return ""

    def _named_other(self, named: list[str], source: Evidence, speaker: str) -> str | None:
        """A source that names another: a person by any name, others by a word of theirs, and the speaker by none."""
        capital = {f for w in named if w[0].isupper() and not w.endswith(("’s", "'s")) for f in name_words(w)}
        own = self._words[speaker]
        heads = _heads(source.text)
        for key, other in self._actors.items():
            if key == speaker or other.kind == "unnamed":
                continue
            known = self._words[key] & capital
            if other.kind == "person":
                wrong = known and (self._words[key] <= capital or not own & capital)
                wrong = wrong and not any(own & head and not known & head - own for head in heads)
            else:
                wrong = known and not (own | frozenset(name_words(self._actors[speaker].role or ""))) & capital
            if wrong and not known <= own:
                return f"its source names {other.name!r}, not {self._actors[speaker].name!r}"
        return None

    def _antecedent(self, span: Span, actor: Actor) -> str | None:
        """Whom the rules take a pronoun for, where that is another person of this record, and this one is not named
        right before."""
        sentence = self._document.sentence_at(span.start)
        if sentence is None or {sentence.number, sentence.number - 1} & set(self._named_in.get(actor.id, ())):
            return None
        reference = self._rules().refer(*span)
        if reference is None:
            return None
        meant = frozenset(name_words(self._rules().known[reference.actor].name))
        if meant & self._words[actor.id]:
            return None
        persons = (other for key, other in self._actors.items() if key != actor.id and other.kind == "person")
        return next((other.name for other in persons if self._words[other.id] & meant), None)

    def _whole_name(self, folded: set[str], speaker: str) -> str | None:
        """A source that holds all words of another's name and none of the speaker's, unless the other is only a part of
        the speaker's role ("a retired judge of the Madras High Court")."""
        if folded & self._words[speaker]:
            return None
        role = frozenset(name_words(self._actors[speaker].role or "")) - _SMALL
        for key, known in self._words.items():
            if key != speaker and known and known <= folded and not (known < role and folded & role - known):
                return f"its source names {self._actors[key].name!r}, not {self._actors[speaker].name!r}"
        return None

    def _place(self, named: list[str], actor: Actor) -> str | None:
        """A country or its capital alone ("Kampala") is that country, or what bears its name."""
        code = country_of(" ".join(named)) if named and named[0][0].isupper() else None
        if code is None or (code in (actor.country, country_of(actor.name)) and actor.kind != "person"):
            return None
        own = self._words[actor.id] | frozenset(name_words(actor.role or ""))
        if own & {part for word in named for part in name_words(word)}:
            return None
        return f"{' '.join(named)!r} cannot be {actor.name!r}"

    def _other_role(self, folded: set[str], speaker: str, offset: int) -> str | None:
        """A role that is somebody else's and not the speaker's, or a kind of thing that the speaker is not."""
        actor = self._actors[speaker]
        own = frozenset(name_words(actor.role or ""))
        roles = folded & _PERSONS
        groups = folded & _GROUPS
        if roles:
            if actor.kind in ("organization", "country"):
                if roles <= _VOICES and self._near(actor, offset, _JUST):
                    return None
                return f"{' '.join(sorted(roles))!r} cannot be {actor.name!r}, which is no person"
            if actor.kind == "person" and not own & roles:
                for key, other in self._actors.items():
                    if key != speaker and other.kind == "person" and roles & set(name_words(other.role or "")):
                        return f"its source is the {' '.join(sorted(roles))}, which is {other.name!r}"
        elif groups and actor.kind == "person" and not own & groups:
            return f"{' '.join(sorted(groups))!r} cannot be {actor.name!r}, who is a person"
        return None

    def _same_country(self, named: list[str], actor: Actor) -> bool:
        codes = {code for code in (actor.country, country_of(actor.name)) if code}
        return bool(codes) and any(country_of(w) in codes for w in named if w[0].isupper())

    def _told_by(self, actor: Actor, content: Evidence) -> str | None:
        """Whether words without a source are another person's, as the rules read the article."""
        known = self._teller(content) if actor.kind == "person" else None
        if known is None or known.kind != "person":
            return None
        meant = frozenset(name_words(known.name))
        others = (o for o in self._actors.values() if o.id != actor.id and o.kind == "person")
        if meant & self._words[actor.id]:
            return None
        return next((f"these are the words of {o.name!r}" for o in others if self._words[o.id] <= meant), None)

    def _introduced(self, actor: Actor, content: Evidence) -> bool:
        """Whether the actor is named before the content's end, or the content is a headline's, which comes before all
        names; one whom the article never names may be anywhere."""
        sentence = self._document.sentence_at(content.spans[0].start)
        if sentence is not None and self._document.blocks[sentence.block].label in ("title", "standfirst"):
            return True
        number = bisect_right(self._starts, content.spans[-1].end) - 1
        named = self._named_in.get(actor.id, ())
        return not named or named[0] <= number

    def _near(self, actor: Actor, offset: int, far: int = _FAR) -> bool:
        """Whether the actor is named in the sentences before, or in the same one."""
        number = bisect_right(self._starts, offset) - 1
        return any(number - far <= n <= number + 1 for n in self._named_in.get(actor.id, ()))

    @cached_property
    def _named_in(self) -> dict[str, list[int]]:
        """For each actor the sentences that name it by a word of its name, or of its role."""
        by_word: dict[str, list[str]] = {}
        for key, known in self._words.items():
            actor = self._actors[key]
            own = known | (frozenset(name_words(actor.role or "")) & _PERSONS)
            for word in own:
                by_word.setdefault(word, []).append(key)
        found: dict[str, list[int]] = {}
        text = self._document.text
        for sentence in self._document.sentences:
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                for part in name_words(match[0].removesuffix("’s").removesuffix("'s")):
                    keys = by_word.get(part, ())
                    if len(keys) > 1 and any(self._actors[key].kind == "person" for key in keys):
                        keys = self._bearers(keys, match.start(), match.end())
                    for key in keys:
                        found.setdefault(key, []).append(sentence.number)
        return found

    def _bearers(self, keys: list[str], start: int, end: int) -> list[str]:
        """Of several with one surname the one whom the rules take the word for; all, where they cannot tell."""
        reference = self._rules().refer(start, end)
        if reference is None:
            return keys
        meant = frozenset(name_words(self._rules().known[reference.actor].name))
        return [key for key in keys if self._words[key] <= meant or meant <= self._words[key]] or keys

    @cached_property
    def _genders(self) -> dict[str, str]:
        """The gender of each person whose title or role tells it, in the role or right before the name."""
        found: dict[str, str] = {}
        text = self._document.text
        for key, actor in self._actors.items():
            if actor.kind != "person":
                continue
            places = [actor.role or ""]
            surname = actor.name.split()[-1]
            shared = any(set(name_words(surname)) & self._words[other] for other in self._actors if other != key)
            for match in re.finditer(rf"\b{re.escape(actor.name if shared else surname)}\b", text):
                places.append(text[max(0, match.start() - 12) : match.start()])
            titles = " ".join(places)
            female, male = bool(_FEMALE.search(titles)), bool(_MALE.search(titles))
            if female != male:
                found[key] = "f" if female else "m"
        return found


def _heads(source: str) -> list[frozenset[str]]:
    """The words of each head of a source, before all that hangs on it: "Lucía Ferrer" of "Lucía Ferrer of the broker
    Casa Robles", "spokesman" of "a spokesman for Ana Ruiz", "Per" and "Ida" of "Per and Ida"."""
    end = _HEAD_ENDS.search(source)
    heads = _AND.split(source[: end.start()] if end else source)
    return [
        frozenset(f for w in _WORD.findall(head) if not w.endswith(("’s", "'s")) for f in name_words(w))
        for head in heads
    ]
