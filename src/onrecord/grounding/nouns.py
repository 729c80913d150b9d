"""What a common noun is for: a person, people, a body; and which nouns for bodies may be used of the same one."""

from onrecord.grounding.lexicon import words
from onrecord.rules.actors.lexicon import lexicon
from onrecord.rules.actors.roles import AGENT_ENDINGS, NO_AGENTS

PUBLIC = words("public")
"""Bodies of a state."""
LOOSE = words("loose_bodies")
"""Nouns that say no more of a body than that it is one."""
_BODIES = words("groups") | words("more_bodies")


def noun_kind(low: str) -> str:
    """What a common noun is for: "person", "people", "body", or "" for what is no actor."""
    lex = lexicon()
    if low in lex.groups:
        return "people"
    if low in lex.persons or low in lex.roles:
        return "person"
    if low in lex.organization_nouns or low in lex.collective or low in _BODIES:
        return "body"
    singular = low.removesuffix("s")
    return "people" if singular in lex.persons or (singular != low and _agent(singular)) else ""


def akin(one: str, two: str) -> bool:
    """Whether two nouns for bodies may be used of the same one: "union" and "federation"."""
    return one == two or bool(LOOSE & {one, two}) or any({one, two} <= set(kin.split(":")) for kin in words("akin"))


def _agent(low: str) -> bool:
    return len(low) > 4 and low.endswith(AGENT_ENDINGS) and low not in NO_AGENTS
