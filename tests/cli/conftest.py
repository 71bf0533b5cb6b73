"""One home, built once by `dateline run --tour` over the sample wire, shared by all workers; the tests only read it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import RELEASE, Said, spawn
from typer.testing import CliRunner

from orchestration.cli import app


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


@pytest.fixture(scope="session")
def sample_home(built_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A home after one night over the sample wire; what the command said lies in `said.txt` beside it."""

    def build(place: Path) -> None:
        run = spawn("run", "--tour", home=place / "home")
        assert run.returncode == 0, run.stderr
        (place / "said.txt").write_text(run.stdout)

    return built_once("cli_sample", build) / "home"


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    """A release of our own as a text file."""
    path = tmp_path / "northbridge.txt"
    path.write_text(RELEASE)
    return path
