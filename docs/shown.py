"""What the documents show of commands: `python docs/shown.py` fills each block with what its command prints now.

A block is marked by a comment before it: `<!-- shown by: onrecord ... -->`. A test holds the blocks to the commands.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(<!-- shown by: (.+?) -->\n+```\w*\n)(.*?)```", re.DOTALL)


def output(line: str) -> str:
    """What a command of ours prints, 88 columns wide, with no settings of the caller's."""
    words = shlex.split(line)
    if words[0] != "onrecord":
        raise ValueError(f"only commands of onrecord are shown, not {line!r}")
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("ONRECORD_", "OPENAI_"))}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "onrecord", *words[1:]],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env=settings | {"COLUMNS": "88", "NO_COLOR": "1"},
    )
    return done.stdout


def main() -> None:
    """Fill the blocks of all pages."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        filled = BLOCK.sub(lambda m: f"{m[1]}{output(m[2])}```", text)
        if filled != text:
            page.write_text(filled, encoding="utf-8")
            sys.stdout.write(f"filled {page.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
