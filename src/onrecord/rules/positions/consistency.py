"""Nobody stands on both sides of one thing in one breath, nor twice on the same."""

import re

from onrecord.drafts import DraftPosition

GIVING_IN = re.compile(r"^verb (?:give in|relent|cave in) alone")
BEFORE = re.compile(r" before(?:;|$)")


def consistent(positions: list[DraftPosition]) -> list[DraftPosition]:
    """The positions without those that say the opposite of the one before about the same words, or the same of them.

    `Talks should not be misused and must serve a goal`: the first verb tells where the speaker stands on talks.
    """
    kept: list[DraftPosition] = []
    met: set[tuple[str, str, str, int]] = set()
    for position in positions:
        if position.claim is not None:
            same = (position.holder, position.stance, position.target.lower(), position.claim)
            if same in met:
                continue  # "said no to the plan": once as a cue, once as a slogan
            met.add(same)
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.holder == position.holder
            and last.claim == position.claim
            and {last.stance, position.stance} == {"support", "oppose"}
            and (position.target.startswith(last.target) or last.target.startswith(position.target))
        ):
            if GIVING_IN.search(position.trace) or BEFORE.search(last.trace):
                kept[-1] = position  # "who had resisted the lockdown gave in"
            continue
        kept.append(position)
    return kept
