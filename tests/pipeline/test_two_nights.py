"""The same releases in two nights instead of one: the same facts, each recorded on the night that brought it."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from night_home import RELEASES, ask, run_at, write_releases

pytestmark = pytest.mark.xdist_group("two_nights")

CLOCKS = {"recorded_at", "recorded_from", "recorded_to", "retired_at", "night", "arrived_at", "arrived_night"}
HISTORIES = {"pipeline_history", "pipeline_recorded", "release_changes", "fct_retired"}
"""Tables that tell when something became known: two nights have more to tell than one."""


def tables_that_differ(left: Path, right: Path) -> list[str]:
    """Tables of which one file holds rows, clocks left out, that the other does not."""
    with duckdb.connect() as connection:
        for name, file in (("l", left), ("r", right)):
            connection.execute(f"attach '{file}' as {name} (read_only)")
        columns = connection.execute(
            "select table_name, list(column_name) from duckdb_columns() where database_name = 'l'"
            " and schema_name = 'marts' group by all order by all"
        ).fetchall()
        differing = []
        for table, names in columns:
            kept = ", ".join(f'"{name}"' for name in names if name not in CLOCKS)
            sides = [f"select {kept} from {side}.marts.{table}" for side in "lr"]
            extra = " union all ".join(f"({a} except all {b})" for a, b in (sides, sides[::-1]))
            if connection.execute(f"select count(*) from ({extra})").fetchone() != (0,):
                differing.append(table)
    return differing


@pytest.fixture(scope="module")
def second_night(first_night: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file after two nights: the first brings one release, the second the others, from the same folder."""
    place = tmp_path_factory.mktemp("two_nights")
    folder = write_releases(place / "aside")
    (place / "in").mkdir()
    shutil.move(folder / "ind-cleared.txt", place / "in")
    run_at(place / "home", place / "in", datetime(2026, 11, 23, 3))
    for name in [*RELEASES][1:]:
        shutil.move(folder / name, place / "in")
    run_at(place / "home", place / "in", datetime(2026, 11, 24, 3))
    return place / "home" / "published" / "latest" / "dateline.duckdb"


def test_two_nights_end_with_the_facts_of_one(second_night: Path, published: Path) -> None:
    addresses = {"dim_releases", "release_copies"}  # the folder lies elsewhere, and a release tells where it came from
    assert set(tables_that_differ(published, second_night)) - addresses <= HISTORIES


def test_what_was_known_keeps_the_night_on_which_it_was_recorded(second_night: Path) -> None:
    rows = ask(second_night, "select distinct announced_on, recorded_at from marts.fct_compounds order by all")
    assert rows == [
        (date(2026, 3, 4), datetime(2026, 11, 23, 3)),
        (date(2026, 6, 22), datetime(2026, 11, 24, 3)),
        (date(2026, 9, 9), datetime(2026, 11, 24, 3)),
    ]


def test_the_pipeline_as_recorded_is_what_was_published_that_night(second_night: Path) -> None:
    first_build = second_night.parent.parent.resolve() / "2026-11-23-001" / "dateline.duckdb"
    columns = "program_id, stage, status, next_step, last_release_id"
    then = ask(first_build, f"select {columns} from marts.pipeline order by all")
    assert then
    macro = "marts.pipeline_as_recorded(date '2026-11-23')"
    assert ask(second_night, f"select {columns} from {macro} order by all") == then


def test_both_nights_are_told(second_night: Path) -> None:
    assert ask(second_night, "select night, state, releases_in from ops.nights order by night") == [
        (date(2026, 11, 23), "published", 1),
        (date(2026, 11, 24), "published", 2),
    ]
