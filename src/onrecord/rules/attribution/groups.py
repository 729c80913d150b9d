"""The groups of attribution rules, so that each can be switched off and its worth measured (benchmarks/ablation.py)."""

from typing import Literal, get_args

from onrecord.rules.attribution.types import Attribution

Group = Literal[
    "that-clauses",
    "objects",
    "infinitives",
    "addressed infinitives",
    "verbs with a preposition",
    "passives",
    "nouns",
    "light verbs",
    "adjectives",
    "prepositions",
    "appearances",
    "colons",
    "quotations and reports",
    "announced quotations",
    "run-on quotations",
    "lone quotations",
    "signatures",
]
GROUPS: tuple[Group, ...] = get_args(Group)

BY_FRAME: dict[str, Group] = {
    "that": "that-clauses",
    "object": "objects",
    "to": "infinitives",
    "objto": "addressed infinitives",
    "passive": "passives",
    "nominal": "nouns",
    "light": "light verbs",
    "copular": "adjectives",
    "appearance": "appearances",
    "headline": "colons",
    "quotation": "quotations and reports",
    "none": "lone quotations",
    "signature": "signatures",
}


def group_of(attribution: Attribution) -> Group:
    """The group whose rule made an attribution."""
    if attribution.frame == "preposition":
        return "prepositions" if "prepositions.tsv" in attribution.trace else "verbs with a preposition"
    return BY_FRAME[attribution.frame]
