"""Lists of known faults: TOML files that a tool brings up to date and the tests hold."""

import json
from pathlib import Path


def write_faults(path: Path, head: str, lists: dict[str, tuple[dict[str, str], dict[str, str]]], key: str) -> None:
    """Write the faults of today: by name of the list, the reasons known before and the problems seen now.

    A fault that stays keeps its reason; that of a new one is the problem.
    """
    parts = [head]
    for name, (before, now) in lists.items():
        for fault, problem in now.items():
            short = problem.partition("; there is: ")[0]
            reason = before.get(fault) or (short if len(short) < 160 else short[:157] + "...")
            parts.append(f"[[{name}]]\n{key} = {_quoted(fault)}\nreason = {_quoted(reason)}\n")
    path.write_text("\n".join(parts), encoding="utf-8")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
