"""Dagster's own memory of a home: its settings file, and whether a night of the command line is kept in its history.

Writing a night's four hundred events costs seconds, so the command line keeps them only in a home on which Dagster's web
page has been opened (`make dev`): there its nights show like all others. ``ops.nights`` tells of every night anyway.

``python -m orchestration.instance`` prepares the home of the settings and prints the folder for DAGSTER_HOME.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg

from ingest.settings import read_settings
from orchestration.home import Home

_SETTINGS = """\
# Dagster's settings for this home, written by Dateline when it was missing; change it freely.
telemetry: {enabled: false}
nux: {enabled: false}  # no invitation over the page
concurrency:
  runs: {max_concurrent_runs: 2}  # a night, and a collection beside it; the night's own lock keeps a second night out
run_retries: {enabled: true, max_retries: 1, retry_on_asset_or_op_failure: false}  # only a run whose process died
"""


def prepare_dagster_home(home: Home) -> Path:
    """The folder for DAGSTER_HOME, with Dagster's settings in it; those that are there are left alone."""
    folder = home.path / "dagster"
    settings = folder / "dagster.yaml"
    if not settings.exists():
        folder.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
    return folder


@contextmanager
def open_instance(home: Home) -> Iterator[dg.DagsterInstance]:
    """The instance that records a night: the home's when its web page is in use, else one that forgets."""
    folder = home.path / "dagster"
    if (folder / "history").exists() and (folder / "dagster.yaml").exists():
        with dg.DagsterInstance.from_config(str(folder)) as instance:
            yield instance
    else:
        with dg.DagsterInstance.ephemeral() as instance:
            yield instance


if __name__ == "__main__":
    sys.stdout.write(f"{prepare_dagster_home(Home(read_settings().home).prepare())}\n")
