"""`python -m benchmarks [NAME ...]`: run the named measurements, or all that need nothing but the project."""

import importlib
import pkgutil
import sys
import time
from pathlib import Path
from types import ModuleType


def modules() -> dict[str, ModuleType]:
    """Every module here that has a `main`; one with `BY_DEFAULT = False` runs only when it is named."""
    found = (m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if not m.name.startswith("_"))
    loaded = {name: importlib.import_module(f"benchmarks.{name}") for name in sorted(found)}
    return {name: module for name, module in loaded.items() if hasattr(module, "main")}


def main() -> int:
    known = modules()
    asked = sys.argv[1:] or [name for name, module in known.items() if getattr(module, "BY_DEFAULT", True)]
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in asked:
        started = time.perf_counter()
        print(f"== {name}", flush=True)
        known[name].main()
        print(f"   ({time.perf_counter() - started:.0f} s)\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
