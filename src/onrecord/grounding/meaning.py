"""Whom the pronouns and descriptions of some evidence may mean: what a statement may name in their place."""

from collections.abc import Sequence

from onrecord.grounding.ids import name_words
from onrecord.grounding.laying import Part
from onrecord.grounding.lexicon import words
from onrecord.grounding.names import country_of
from onrecord.grounding.nouns import LOOSE, PUBLIC, akin, noun_kind
from onrecord.grounding.phrasing import Words, is_country, name_head, name_of
from onrecord.grounding.support import Support
from onrecord.grounding.whom import Whom
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.types import Known
from onrecord.rules.geography import EUROPEAN_UNION
from onrecord.rules.syntax.tags import tokenise
from onrecord.rules.syntax.types import Token

I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
HE = words("he")
SHE = words("she")
IT = words("it")
THEY = words("they")
_PLACES = frozenset({"state", "country", "nation"})
_SOMEBODY = words("somebody")
_INDEFINITE = frozenset({"a", "an", "some", "another", "several", "many", "any"})


class Meaning:
    """The pronouns and descriptions of one statement's evidence."""

    def __init__(self, whom: Whom, support: Support, parts: Sequence[Part]) -> None:
        self._whom = whom
        self._parts = parts
        self._start = support.evidence.spans[0].start
        self._speaker = support.speaker
        self._body = _body(support)
        first = any(t.low in (I | WE) - {"mine"} for p in parts for t in p.tokens)  # "the gold mine"
        self._quoted = first or whom.quoted(self._start)
        """Whether they are the speaker's own words: there, he and she are others."""
        source = support.source.text.lower() if support.source else ""
        self._source = frozenset(name_words(source))
        self._gender = support.speaker_gender

    def may_mean(self, old: Part, new: Part, name: Words) -> bool:
        """Whether a pronoun or description of the evidence may mean whom a name names."""
        low, head = old.low, old.head
        if head is None or old.tokens[0].tag == "NUM":
            return True
        if low in I:
            return self._speaker is None or self.is_speaker(name)
        if low in HE | SHE:
            outside = head.start < self._start and not self._whom.names.is_person(name)  # his body's, not his alone
            return outside or self._person(old, new, name) or self._himself(low, name)
        if low in IT | THEY:
            return self._itself(old, name)
        if low in WE:
            return self._ours(name)
        known = self.known(old)
        if head.tag == "NOUN" and self.is_speaker(name) and self._quoted and not self.calls_itself(low):
            return False  # who speaks is not who is spoken of
        if low in name:
            latest = self._whom.latest(old.tokens[0].start, low)
            return latest is None or self._whom.names.is_actor(latest, name)
        if self._whom.names.is_actor(known, name):
            return True
        if not noun_kind(low):
            return True
        if old.key != low and old.tokens[0].low not in _INDEFINITE:
            return True  # several may be named one by one
        if self._whom.nouns.describes(low, name):
            return True
        if old.tokens[0].low in _INDEFINITE:
            return low in _SOMEBODY or self._whom.opens(old.tokens[0].start)
        if low in LOOSE:
            return known is None or known.kind != "organization" or low in known.name.lower()
        if low in PUBLIC:
            return is_country(new) or (low in _PLACES and not self._whom.names.bodies(name))
        own = [w for w in name if noun_kind(w) == "body"]
        return not self._whom.nouns.of_another(low, name) and (not own or any(akin(low, w) for w in own))

    def of_another_role(self, old: Part, noun: str) -> bool:
        """Whether a role that is put for "he" or "she" is another's than whose the rules take it for."""
        known = self.known(old)
        if known is None or known.kind != "person" or not known.role or not self._whom.is_role(noun):
            return False
        name = frozenset(name_words(known.name))
        return noun not in name_words(known.role) and not self._whom.nouns.describes(noun, name)

    def may_own(self, old: Part, name: Words) -> bool:
        """Whether the possessor of a phrase ("its", "whose") may be whom a name names."""
        if len(old.owner) != 1:
            return True
        token = old.owner[0]
        if token.low in HE | SHE and self._is_other(token.low, name):
            return False
        if token.low in HE | SHE | {"whose"}:
            known = self._whom.meant(token.start, token.end)
            if known is None or self._whom.names.is_actor(known, name):
                return True
            if not self._whom.names.is_person(name):
                return not self._is_foreign(known, name)  # her team may be named by its body
            return self._himself(token.low, name) or (token.low != "whose" and self._is_recent(token, name))
        if token.low in I and self._speaker:
            return self.is_speaker(name)
        return token.low not in IT or self._itself(old, name)

    def owned_by(self, old: Part, name: Words) -> bool:
        """Whether the rules take the named possessor of a phrase for this one."""
        owner = [t for t in old.owner if t.tag != "POSS"]
        return bool(owner) and self._whom.names.is_actor(self._whom.meant(owner[0].start, owner[-1].end), name)

    def calls_itself(self, noun: str) -> bool:
        """Whether the speaker may be called by this noun: by role, in the source or elsewhere."""
        if self._speaker is None:
            return False
        own = frozenset(name_words(self._speaker.name))
        return noun in self.role() | own | self._source or self._whom.nouns.describes(noun, own)

    def is_speaker(self, name: Words) -> bool:
        """Whether a name or role is the speaker's."""
        if self._speaker is None:
            return False
        own = frozenset(name_words(self._speaker.name))
        return bool(name & (own | frozenset(name_words(self._speaker.role or ""))))

    def role(self) -> Words:
        """The folded words of the speaker's role."""
        if self._speaker is None:
            return frozenset()
        known = self._whom.names.by_name(frozenset(name_words(self._speaker.name)))
        return frozenset(name_words(f"{self._speaker.role or ''} {(known and known.role) or ''}"))

    def known(self, part: Part) -> Known | None:
        """Whom the rules take a phrase for."""
        return self._whom.meant(part.tokens[0].start, part.tokens[-1].end)

    def _is_other(self, pronoun: str, name: Words) -> bool:
        """Whether he or she cannot be a speaker of this name: in direct speech, or by the pronoun of the source."""
        if self._speaker is None or self._speaker.kind != "person" or not self._name_is(self._speaker.name, name):
            return False
        return self._quoted or self._gender not in ("", "f" if pronoun in SHE else "m")

    def _name_is(self, full: str, name: Words) -> bool:
        return bool(name) and name <= frozenset(name_words(full))

    def _is_foreign(self, known: Known, name: Words) -> bool:
        """Whether a name is that of another country than an actor's."""
        codes = {code for w in name if (code := country_of(w.title()))}
        return bool(codes) and known.country is not None and known.country not in codes

    def _person(self, old: Part, new: Part, name: Words) -> bool:
        if is_country(new) or self._is_other(old.low, name):
            return False
        known = self.known(old)
        if known is not None and known.kind in ("person", "unnamed"):
            himself = (
                not self._quoted and self._speaker is not None and self.is_speaker(frozenset(name_words(known.name)))
            )
            return self._whom.names.is_actor(known, name) or (not himself and self._is_recent(old.head, name))
        return True

    def _is_recent(self, pronoun: Token | None, name: Words) -> bool:
        """Whether this is whom a pronoun of this gender would take up: the person named last, but for the speaker."""
        own = frozenset(name_words(self._speaker.name)) if self._speaker else frozenset()
        return pronoun is not None and self._whom.names.is_actor(self._whom.recent(pronoun, own), name)

    def _himself(self, low: str, name: Words) -> bool:
        """Whether a speaker whose words are reported may be the one they call he or she."""
        if self._quoted or not (self._speaker and self._speaker.kind == "person" and self.is_speaker(name)):
            return False
        known = self._whom.names.by_name(frozenset(name_words(self._speaker.name)))
        gender = self._gender or (known.gender if known else "")
        return gender in ("", "f" if low in SHE else "m")

    def _itself(self, old: Part, name: Words) -> bool:
        """What a body says of "it" before it names any other is said of itself."""
        if self._speaker is not None and self.is_speaker(name):
            return True
        if not self._is_latest(old, name):
            return False
        if self._speaker is None:
            return True
        if self._speaker.kind in ("person", "unnamed"):
            return (
                not self._body
                or old.low not in IT
                or self._named_before(old)
                or self._whom.names.same(self._body, name)
            )
        if self._speaker.kind == "group" and old.low not in THEY:
            return True
        own = frozenset(name_words(self._speaker.name))
        if self._whom.names.same(own, name):
            return True
        return self._named_before(old)

    def _named_before(self, old: Part) -> bool:
        """Whether the evidence names or describes a body before this part of it."""
        before = self._parts[: next((k for k, p in enumerate(self._parts) if p is old), 0)]
        return any(name_head(p) or noun_kind(p.low) == "body" for p in before)

    def _is_latest(self, old: Part, name: Words) -> bool:
        """Whether "it" or "its" may be this: not where the rules take it for another who is also the last named."""
        token = old.owner[0] if old.owner and old.owner[0].low in IT else old.head
        if token is None or token.low not in IT:
            return True
        if not (self._whom.names.bodies(name) or any(country_of(w.title()) for w in name)):
            return True  # a dam is nobody whom the rules could have taken it for
        known = self._whom.meant(token.start, token.end)
        latest = self._whom.latest(token.start)
        return known is None or latest is None or known.key != latest.key or self._whom.names.is_actor(known, name)

    def _ours(self, name: Words) -> bool:
        """Whether those for whom somebody says "we" may be named so: where the role tells the body, it is that."""
        role = self.role()
        bodies = [w for w in role if noun_kind(w) == "body"]
        codes = {code for w in name if (code := country_of(w.title()))}
        if codes:
            known = self._speaker and self._whom.names.by_name(frozenset(name_words(self._speaker.name)))
            own = known.country if known else None
            return own is None or bool(codes & {own, EUROPEAN_UNION})
        return not bodies or bool(name & role) or any(self._whom.nouns.describes(b, name) for b in bodies)


def _body(support: Support) -> Words:
    """The body that a source names beside its speaker: "a spokeswoman for Sport England"."""
    if support.speaker is None or support.source is None:
        return frozenset()
    own = name_words(support.speaker.name) if support.speaker.kind == "person" else ()
    source = support.source.text
    return name_of(tokenise(source, 0, len(source), {})) - frozenset(own) - frozenset(lexicon().roles)
