"""The same night again, also after a run that was killed: the same tables, and recorded_at as it was."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from night_home import differing_tables, read_ledger, run_at

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
