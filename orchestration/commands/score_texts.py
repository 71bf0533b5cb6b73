"""The texts beside annotations, read anew in a home that is thrown away: what ``dateline score`` then compares."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.settings import read_settings
from orchestration.night import NightRequest
from orchestration.progress import open_reporter
from orchestration.run import run_night


@contextmanager
def read_texts(texts: Path, home: Path | None) -> Iterator[Path]:
    """A published file of these texts alone; it is gone afterwards.

    Raises:
        DatelineError: the night over them was refused or could not run.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-score-") as folder:
        aside = dataclasses.replace(read_settings(home), home=Path(folder) / "home")
        with open_reporter(keep=False) as reporter:
            run = run_night(aside, NightRequest(aside.tonight(), releases=texts.absolute()), reporter)
        yield run.home.published_file
