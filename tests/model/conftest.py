"""The helpers stand beside the tests; pytest's importlib mode does not put them on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
