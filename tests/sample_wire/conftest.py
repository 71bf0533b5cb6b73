from __future__ import annotations

import sys
from pathlib import Path

# One night's fetch and parse is written once, beside the tests of the sources.
sys.path.append(str(Path(__file__).parents[1] / "sources"))
