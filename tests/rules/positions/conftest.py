"""Short texts read up to the positions."""

import pytest

from onrecord.reading.read import analyse, read_text
from onrecord.rules.parser import parse


def stands(text):
    """Holder, stance, target and condition of each position, and the drafts themselves."""
    draft = parse(analyse(read_text(text)))
    names = {actor.key: actor.name for actor in draft.actors}
    return [(names[p.holder], p.stance, p.target, p.condition) for p in draft.positions], draft


@pytest.fixture
def read():
    return stands
