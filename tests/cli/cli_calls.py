"""The command line as a person calls it, a release of our own for it, and what it said."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATELINE = Path(sys.executable).with_name("dateline")

RELEASE = """\
Northbridge Therapeutics Announces IND Clearance for NB-417

BOSTON, March 4, 2025 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBTX) today announced that the U.S. \
Food and Drug Administration has cleared its investigational new drug application for NB-417, an antibody-drug \
conjugate. The company expects to start a Phase 1 trial of NB-417 in patients with ovarian cancer in mid-2025.

About Northbridge
Northbridge Therapeutics develops medicines for people with solid tumors.
"""


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


def spawn(*words: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The command line, called as a person does: a process of its own, not a terminal."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment |= {"DATELINE_HOME": str(home), **more}
    environment.pop("COLUMNS", None)
    return subprocess.run(
        [str(DATELINE), *map(str, words)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=240,
        check=False,
    )
