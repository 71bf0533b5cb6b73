"""Good rows -> the landing files of each night; the night counts as read when all of them are in place."""

from __future__ import annotations

from typing import Any

from ingest.load.landing import landed_nights, write_landing, write_releases
from ingest.load.tables import LANDING
from ingest.records import NOUNS, PressRelease
from orchestration.handover import take_over
from orchestration.night import NightRun, write_read_mark


def load_nights(run: NightRun) -> dict[str, int]:
    """Rows per landing table, over all nights that are read now.

    A night's mark is taken away first and written last: a run that is killed between two files is read again.
    """
    counts = dict.fromkeys(LANDING, 0)
    for night in run.reporter.track(run.nights, "load", len(run.nights)):
        run.home.read_mark(night).unlink(missing_ok=True)
        for noun, count in _load_one(run, night).items():
            counts[noun] += count
        write_read_mark(run, night)
    if not landed_nights(run.home.path):  # dbt cannot read a folder without files: an empty home is an empty night
        for noun in LANDING:
            write_landing(run.home.path, noun, run.night, [])
    return counts


def _load_one(run: NightRun, night: str) -> dict[str, int]:
    home = run.home.path
    releases = list(take_over(run.home, night, "parsed", "press_releases", PressRelease))
    write_releases(home, night, releases)
    counts = {"press_releases": len(releases), "release_sections": sum(len(r.sections) for r in releases)}
    for noun, record in NOUNS.items():
        rows: list[Any] = list(take_over(run.home, night, "validated", noun, record))
        write_landing(home, noun, night, rows)
        counts[noun] = len(rows)
    return counts
