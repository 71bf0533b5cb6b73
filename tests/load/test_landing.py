"""Landing files hold what was given, whole or not at all, in the columns that the model reads."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest.errors import HomeUnusable
from ingest.load import landing
from ingest.load.tables import LANDING, RESOLVED, record_schema
from ingest.records import NOUNS, Evidence, PressRelease, Section, TrialMention, field_names

STAGING = Path(__file__).parents[2] / "dbt_project" / "models" / "staging"
NIGHT = "2026-11-24"


def trial(**changes: object) -> TrialMention:
    values: dict[str, object] = dict.fromkeys(field_names(TrialMention))
    values |= {"trial_fact_id": "t1", "release_id": "r1", "compound_ref": "c1", "confidence": 0.9}
    values |= {"indication_refs": ("a", "b"), "combination_refs": (), "window_start": date(2012, 5, 1)}
    return TrialMention(**{**values, **changes})  # type: ignore[arg-type]


def release(**changes: object) -> PressRelease:
    values: dict[str, object] = dict.fromkeys(field_names(PressRelease), "x")
    values |= {"release_id": "r1", "is_excerpt": False, "is_correction": False, "published_on": date(2026, 5, 5)}
    values |= {"published_at": None, "arrived_at": datetime(2026, 11, 24, 3, 0, 0, 7), "sentences": ()}
    values |= {"sections": (Section("headline", 0, 5), Section("about_compound", 6, 9, "About"))}
    return PressRelease(**{**values, **changes})  # type: ignore[arg-type]


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    rows = [trial(), trial(trial_fact_id="t2", indication_refs=(), window_start=None)]
    landing.write_landing(tmp_path, "trial_mentions", NIGHT, rows)
    assert list(landing.read_landing(tmp_path, "trial_mentions")) == rows


def test_a_release_and_its_sections_are_two_files(tmp_path: Path) -> None:
    landing.write_releases(tmp_path, NIGHT, [release()])
    (found,) = landing.read_landing(tmp_path, "press_releases")
    assert (found.release_id, found.arrived_at, found.sections) == ("r1", datetime(2026, 11, 24, 3, 0, 0, 7), ())
    assert landing.read_sections(tmp_path, NIGHT) == {"r1": release().sections}


def test_a_night_that_is_written_again_replaces_its_own_file_and_no_other(tmp_path: Path) -> None:
    landing.write_landing(tmp_path, "trial_mentions", "2026-11-23", [trial()])
    landing.write_landing(tmp_path, "trial_mentions", NIGHT, [trial(trial_fact_id="old")])
    landing.write_landing(tmp_path, "trial_mentions", NIGHT, [trial(trial_fact_id="new")])
    assert [row.trial_fact_id for row in landing.read_landing(tmp_path, "trial_mentions")] == ["t1", "new"]
    assert landing.landed_nights(tmp_path, "trial_mentions") == ["2026-11-23", NIGHT]


def test_no_rows_are_a_file_with_all_columns(tmp_path: Path) -> None:
    path = landing.write_landing(tmp_path, "evidence", NIGHT, [])
    assert pq.ParquetFile(path).schema_arrow.names == list(field_names(Evidence))
    assert landing.read_rows(path) == []


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = landing.write_landing(tmp_path, "trial_mentions", NIGHT, [trial()])

    def fill_the_disk(_: pa.Table, where: Path, **__: object) -> None:
        where.write_bytes(b"PAR1 half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(landing.pq, "write_table", fill_the_disk)
    with pytest.raises(HomeUnusable, match=r"No space left on device; free space or mend"):
        landing.write_landing(tmp_path, "trial_mentions", NIGHT, [trial(trial_fact_id="new")])
    assert [row.trial_fact_id for row in landing.read_landing(tmp_path, "trial_mentions")] == ["t1"]
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_times_are_kept_in_microseconds_without_a_zone() -> None:
    """Other readers of Parquet refuse nanoseconds, and clients need an extra package for zones."""
    schemas = [*LANDING.values(), *RESOLVED.values()]
    times = {field.type for schema in schemas for field in schema if pa.types.is_timestamp(field.type)}
    assert times == {pa.timestamp("us")}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_of_a_record_is_a_column(noun: str) -> None:
    assert tuple(record_schema(NOUNS[noun]).names) == field_names(NOUNS[noun])


@pytest.mark.parametrize(
    ("source", "table"),
    [*(("wire", table) for table in LANDING), *(("resolved", table) for table in RESOLVED)],
)
def test_staging_reads_every_column_that_python_writes(source: str, table: str) -> None:
    words = set(re.findall(r"\w+", (STAGING / source / f"stg_{source}__{table}.sql").read_text()))
    columns = (LANDING if source == "wire" else RESOLVED)[table].names
    assert [column for column in columns if column not in words] == []


def test_a_file_of_another_version_is_told_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "landing" / "trial_mentions" / "2012-03-26.parquet"
    path.parent.mkdir(parents=True)
    pq.write_table(pa.table({"release_id": ["r1"], "phase_of_old": ["1"]}), path)
    with pytest.raises(HomeUnusable, match=r"columns of another version.*restore archive/arrivals/2012-03-26"):
        list(landing.read_landing(tmp_path, "trial_mentions"))
