"""The cases of tables like those in fixtures/gold/."""

import tomllib
from pathlib import Path
from typing import Any


def read_cases(golds: tuple[Path, ...], split: str | None = None) -> list[dict[str, Any]]:
    """The cases of all tables together: those of one half, or all of them where `split` is "all" or None.

    A case's `article`, a path from the folder of its table, is made a path that can be opened.
    """
    cases: list[dict[str, Any]] = []
    for gold in golds:
        for case in tomllib.loads(gold.read_text(encoding="utf-8"))["case"]:
            if split in (None, "all") or case.get("split") == split:
                cases.append(case | {"article": gold.parent / case["article"]} if "article" in case else case)
    return cases
