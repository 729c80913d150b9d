"""Settings from `onrecord.toml`: below flags and environment variables, above the built-in defaults."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import UsageError

FILE = "onrecord.toml"


def defaults(commands: Mapping[str, frozenset[str]], folder: Path = Path()) -> dict[str, dict[str, object]]:
    """What the file in `folder` sets for each command, in the form in which typer takes defaults.

    A key is an option's long name, with `-` or `_`; it holds for every command that has the option. A key that no
    command has is an error, since a misspelt setting that does nothing is worse than none.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(
            f"cannot read {FILE!r}: {error}", "mend the file; it is TOML, one `name = value` a line"
        ) from error
    by_name = {key.replace("-", "_"): value for key, value in settings.items()}
    known = frozenset().union(*commands.values()) - {"output", "files", "file"}
    for name in by_name:
        if name.endswith("key"):
            raise UsageError(
                f"{FILE!r} holds {name!r}: a key is never a setting", "set OPENAI_API_KEY in the environment"
            )
        if name not in known:
            raise UsageError(f"{FILE!r} has an unknown setting {name!r}", f"one of: {', '.join(sorted(known))}")
    return {
        command: {name: _plain(value) for name, value in by_name.items() if name in options}
        for command, options in commands.items()
    }


def _plain(value: object) -> object:
    """Typer converts text and leaves flags alone."""
    return value if isinstance(value, bool | list) else str(value)
