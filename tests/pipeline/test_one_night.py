"""A folder goes through all eight verbs: what readers find then, and what stands in the ledgers."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from night_home import BAD_DOCUMENTS, RELEASES, ask, read_ledger, read_tables

pytestmark = pytest.mark.xdist_group("pipeline")


def test_every_release_is_a_row_with_its_text(published: Path) -> None:
    rows = ask(published, "select headline, published_on, issuer_ticker from marts.dim_releases order by published_on")
    assert [(on, ticker) for _, on, ticker in rows] == [
        (date(2026, 3, 4), "ORVN"),
        (date(2026, 6, 22), "ORVN"),
        (date(2026, 9, 9), "ORVN"),
    ]
    assert ask(published, "select count(*) from marts.release_texts") == [(len(RELEASES),)]


def test_a_planned_trial_becomes_a_started_one(published: Path) -> None:
    rows = ask(
        published,
        """
        select announced_on, phase, status, window_start, window_end from marts.fct_trials
        join marts.dim_compounds using (compound_id) where compound_name = 'ORV-114' order by announced_on
        """,
    )
    assert [(on, phase) for on, phase, *_ in rows] == [(date(2026, 3, 4), "1"), (date(2026, 6, 22), "1")]
    assert rows[1][2] == "started"
    assert rows[0][3:] == (date(2026, 5, 1), date(2026, 8, 31))


def test_every_fact_has_a_quote_and_every_quote_is_in_its_text(published: Path) -> None:
    (count, false), *_ = ask(
        published,
        """
        select count(*), count(*) filter (substr(text, char_start + 1, char_end - char_start) is distinct from quote)
        from marts.fct_evidence left join marts.release_texts using (release_id)
        """,
    )
    assert count > 10
    assert false == 0


def test_each_bad_document_is_in_quarantine_with_a_reason_and_a_sentence(published: Path) -> None:
    rows = ask(published, "select parse_filename(source_uri), reason, detail from ops.quarantine")
    reasons = {name: reason for name, reason, _ in rows}
    assert set(reasons) == {*BAD_DOCUMENTS, "tomes.txt"}
    assert (reasons["tomes.txt"], reasons["program.exe"]) == ("too_large", "unknown_format")
    assert reasons["broken.json"] == "broken_json"
    assert all(detail.endswith(".") for *_, detail in rows)


def test_the_night_is_in_the_file_that_it_made(published: Path) -> None:
    assert ask(published, "select night, state, releases_in, published, failure from ops.nights") == [
        (date(2026, 11, 24), "published", len(RELEASES), "2026-11-24-001", None)
    ]
    assert ask(published, "select source_name, state from ops.source_runs") == [("folder", "ok")]


def test_everything_was_recorded_when_the_night_ran(published: Path) -> None:
    tables = ("fct_compounds", "fct_trials", "fct_milestones", "fct_collaborations", "dim_releases")
    clocks = " union ".join(f"select recorded_at from marts.{table}" for table in tables)
    assert ask(published, clocks) == [(datetime(2026, 11, 24, 3),)]


def test_readers_find_only_tables_of_the_contract(published: Path) -> None:
    assert ask(published, "select count(*) from duckdb_views() where not internal") == [(0,)]
    assert {name.split(".")[0] for name in read_tables(published, ("marts", "ops", "intermediate", "main"))} == {
        "marts",
        "ops",
    }


def test_the_manifest_tells_what_the_file_holds(published: Path) -> None:
    manifest = json.loads((published.parent / "manifest.json").read_text())
    assert manifest["build"] == "2026-11-24-001"
    assert manifest["rows"]["marts.dim_releases"] == len(RELEASES)
    assert manifest["files"]["dateline.duckdb"]["bytes"] == published.stat().st_size
    assert (published.parent / "report.html").read_text().startswith("<!doctype html>")


def test_facts_carry_the_fingerprint_of_their_reader(published: Path) -> None:
    ((version,),) = ask(published, "select distinct extractor_version from marts.fct_compounds")
    assert version.startswith("rules-1+")


def test_nothing_is_left_at_work_when_the_night_is_over(first_night: Path) -> None:
    home = first_night / "home"
    assert list((home / "work").iterdir()) == []
    assert [path.name for path in (home / "published").iterdir() if path.name.startswith(".")] == []
    assert [state for _, state, _ in read_ledger(home, "nights")] == ["published"]


def test_every_table_and_column_that_readers_get_says_what_it_is(published: Path) -> None:
    silent = "select table_name from duckdb_tables() where comment is null union all "
    silent += "select table_name || '.' || column_name from duckdb_columns() where not internal and comment is null"
    assert ask(published, silent) == []


def test_the_queries_of_the_past_come_with_the_file(published: Path) -> None:
    known = ask(published, "select compound_name, stage from marts.pipeline_as_of(date '2026-04-01')")
    assert known == [("ORV-114", "ind_active")]
    assert ask(published, "select count(*) from marts.pipeline_as_of(date '2026-01-01')") == [(0,)]
