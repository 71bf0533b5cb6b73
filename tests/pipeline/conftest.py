"""One night is built once, by whoever asks first; tests read it, or work on a copy of its home."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from night_home import run_at, write_bad_documents, write_releases

# The server that misbehaves is written once, beside the tests of the client.
sys.path.append(str(Path(__file__).parents[1] / "fetch"))

from dateline_runs import Dateline


@pytest.fixture(scope="session")
def first_night(built_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A folder with `releases/` (good and bad documents) and `home/`, in which one night over them is published."""

    def build(place: Path) -> None:
        run_at(place / "home", write_bad_documents(write_releases(place / "releases")))

    return built_once("one_night", build)


@pytest.fixture(scope="session")
def published(first_night: Path) -> Path:
    """The file that the night published."""
    return first_night / "home" / "published" / "latest" / "dateline.duckdb"


@pytest.fixture
def copied_home(first_night: Path, tmp_path: Path) -> Path:
    """A home of one's own in which the night is published."""
    shutil.copytree(first_night / "home", tmp_path / "home", symlinks=True)
    return tmp_path / "home"


@pytest.fixture(scope="session")
def dateline() -> Iterator[Dateline]:
    """The command line in processes of its own, kept warm between two runs."""
    with Dateline() as running:
        yield running
