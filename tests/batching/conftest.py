import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# The fault server stands beside its own tests; pytest's importlib mode does not put it on the path.
sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

SRC = Path(__file__).parents[2] / "src"
BODY = (
    "Harbour talks open\n\n“We will talk about pier {n},” President Ines Okafor said on Monday. "
    "The unions oppose the plan.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder with so many articles."""

    def make(count: int) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir()
        for n in range(count):
            (folder / f"a{n:04}.txt").write_text(BODY.format(n=n), encoding="utf-8")
        return folder

    return make


@pytest.fixture
def onrecord() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs the command line in a process of its own."""

    def run(*arguments: object, check: int | None = 0, **environment: str) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", *map(str, arguments)],
            capture_output=True,
            text=True,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(SRC), "HOME": "/nonexistent", **environment},
            timeout=120,
            check=False,
        )
        assert check is None or done.returncode == check, done
        return done

    return run
