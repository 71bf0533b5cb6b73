"""The same night again, also after a run that was killed: the same tables, and recorded_at as it was."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from night_home import differing_tables, read_ledger, run_at

from ingest.errors import HomeUnusable

pytestmark = pytest.mark.xdist_group("pipeline")


def leave_as_killed(home: Path) -> None:
    """The home as a run leaves it that is killed while dbt writes and the copy is half made."""
    (home / "work" / "warehouse.duckdb").write_bytes(b"half a warehouse")
    (home / "work" / "2026-11-24" / "parsed").mkdir(parents=True)
    (home / "work" / "2026-11-24" / "parsed" / "press_releases.jsonl").write_text('{"release_id": "rel')
    note = {"night_id": "2026-11-24-002", "night": "2026-11-24", "started_at": "2026-11-24 03:30:00"}
    (home / "work" / "running.json").write_text(json.dumps(note))
    (home / "published" / ".building-2026-11-24-002").mkdir()
    (home / "published" / ".building-2026-11-24-002" / "dateline.duckdb").write_bytes(b"half a copy")
    with (home / "ledger" / "quarantine.jsonl").open("a") as file:
        file.write('{"quarantine_id": "quarantine_0", "night_i')
    next((home / "landing" / "trial_mentions").glob("*.parquet")).unlink()


def test_a_night_after_a_killed_one_ends_with_the_tables_of_an_undisturbed_night(
    first_night: Path, copied_home: Path
) -> None:
    leave_as_killed(copied_home)
    run = run_at(copied_home, first_night / "releases", datetime(2026, 11, 24, 4))
    assert run.published == "2026-11-24-003"
    files = [home / "published" / "latest" / "dateline.duckdb" for home in (first_night / "home", copied_home)]
    assert differing_tables(*files) == []
    assert [(night, state) for night, state, _ in read_ledger(copied_home, "nights")] == [
        ("2026-11-24-001", "published"),
        ("2026-11-24-002", "killed"),
        ("2026-11-24-003", "published"),
    ]
    assert sorted(path.name for path in (copied_home / "published").iterdir()) == [
        "2026-11-24-001",
        "2026-11-24-003",
        "latest",
    ]


def damage(home: Path) -> None:
    """The home with landing files that were cut, are of another version, and were left aside by a kill."""
    landing = home / "landing"
    releases, trials, names = (
        next((landing / noun).glob("*.parquet")) for noun in ("press_releases", "trial_mentions", "compound_names")
    )
    releases.write_bytes(releases.read_bytes()[:200])
    trials.unlink()
    pq.write_table(pa.table({"another_column": [1]}), names)
    (landing / "trial_mentions" / ".2026-11-24.parquet.4711.tmp").write_bytes(b"PAR1")
    (landing / "read" / "2026-11-23.json").write_text('{"arrivals": "many"}')


def test_landing_files_that_are_damaged_or_of_another_version_are_read_anew(
    first_night: Path, copied_home: Path
) -> None:
    damage(copied_home)
    run_at(copied_home, first_night / "releases", datetime(2026, 11, 25, 3))
    files = [home / "published" / "latest" / "dateline.duckdb" for home in (first_night / "home", copied_home)]
    assert set(differing_tables(*files)) <= {"marts.upcoming_catalysts", "marts.dim_dates"}  # a day has passed
    assert list((copied_home / "landing").rglob("*.tmp")) == []


def test_a_home_whose_latest_is_gone_or_no_link_says_how_to_put_it_back(first_night: Path, copied_home: Path) -> None:
    latest = copied_home / "published" / "latest"
    latest.unlink()
    with pytest.raises(HomeUnusable, match=r"latest is gone.*`ln -sfn 2026-11-24-001 '.*latest'`"):
        run_at(copied_home, first_night / "releases", datetime(2026, 11, 25, 3))
    shutil.copytree(latest.with_name("2026-11-24-001"), latest)
    with pytest.raises(HomeUnusable, match=r"a folder and not a link.*`ln -sfn 2026-11-24-001 '.*latest'`"):
        run_at(copied_home, first_night / "releases", datetime(2026, 11, 25, 3))


def test_a_memory_that_is_damaged_is_told_by_its_file(first_night: Path, copied_home: Path) -> None:
    (copied_home / "published" / "latest" / "state" / "facts.parquet").write_bytes(b"PAR1")
    with pytest.raises(HomeUnusable, match=r"facts\.parquet is damaged .* point published/latest at an older build"):
        run_at(copied_home, first_night / "releases", datetime(2026, 11, 25, 3))
