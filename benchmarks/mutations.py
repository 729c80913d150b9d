"""How well grounding tells a model's true statements from the same made false, by what was changed.

Prints, for each kind, how many statements there are and how many pass; with `--failing` also those judged wrongly.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))


def main() -> None:
    from changed_statements import FRESH, GOLD, THIRD

    print("   statements the checks were mended on")
    measure(GOLD)
    print("   a second set, by another author; the checks were mended on half of it")
    measure(FRESH)
    print("   a third set, by an author who knew neither the checks nor the other sets; mended on half of it")
    measure(THIRD)


def measure(file: Path) -> None:
    """Print the figures of one file of statements."""
    from changed_statements import cases, passes

    met: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in cases(file):
        met[case.kind] += 1
        good = passes(case) is (case.kind == "true")
        right[case.kind] += good
        if not good and "--failing" in sys.argv:
            print(f"   {case.kind}: {case.seed}: {case.speaker} / {case.source} / {case.content} / {case.statement}")
    changed = [kind for kind in met if kind != "true"]
    line("true statements that pass", right["true"], met["true"])
    for kind in changed:
        line(f"{kind} changed, caught", right[kind], met[kind])
    line("all changes, caught", sum(right[k] for k in changed), sum(met[k] for k in changed))


def line(label: str, part: int, whole: int) -> None:
    print(f"   {label:27}: {part:3} of {whole:3}, {100 * part / whole:5.1f} %")


if __name__ == "__main__":
    main()
