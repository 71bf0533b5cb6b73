"""One home, built once by `dateline run --tour` over the sample wire, shared by all workers; the tests only read it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli import app

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


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("DATELINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def dateline() -> Callable[..., Said]:
    """The command line, called in this process."""

    def call(*words: str | Path, stdin: str | None = None) -> Said:
        result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return call


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


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after one night over the sample wire; what the command said lies in `said.txt` beside it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    place = shared / "cli_sample"
    with (shared / "cli_sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "done").exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            run = spawn("run", "--tour", home=place / "home")
            assert run.returncode == 0, run.stderr
            (place / "said.txt").write_text(run.stdout)
            (place / "done").touch()
    return place / "home"


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    """A release of our own as a text file."""
    path = tmp_path / "northbridge.txt"
    path.write_text(RELEASE)
    return path
