"""What the next night must remember, as Parquet files published with the file that they describe.

Publish writes them from the published tables; the next build finds them under ``work/state``. Columns are those of the
tables: a later version of the project reads older files by name (macro ``remembered``).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from ingest.errors import HomeUnusable
from orchestration.home import Home

STATE = {
    "facts": "ops.fact_ledger",
    "retired": "marts.fct_retired",
    "pipeline_recorded": "marts.pipeline_recorded",
    "pipeline_history": "marts.pipeline_history",
    "release_changes": "marts.release_changes",
}
"""State file -> the published table that it keeps."""


def write_state(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """The files, written from an open warehouse."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.parquet" for name in STATE]
    for path, table in zip(paths, STATE.values(), strict=True):
        connection.execute(f"copy (select * from {table}) to {quote_path(path)} (format parquet, compression zstd)")
    return paths


def lay_out_state(home: Home) -> None:
    """Puts the memory of the last good file where dbt reads it; empty tables when there is none.

    Raises:
        HomeUnusable: a file of it is damaged.
    """
    home.state.mkdir(parents=True, exist_ok=True)
    for name in STATE:
        kept, path = home.latest / "state" / f"{name}.parquet", home.state / f"{name}.parquet"
        if kept.exists():
            _check_file(kept)
            shutil.copyfile(kept, path)
        else:
            nothing = "select cast(null as varchar) as fact_id where false"
            duckdb.sql(f"copy ({nothing}) to {quote_path(path)} (format parquet)")


def _check_file(path: Path) -> None:
    try:
        duckdb.sql(f"select count(*) from read_parquet({quote_path(path)})").fetchall()
    except duckdb.Error as error:
        raise HomeUnusable(
            f"{path.resolve()} is damaged ({str(error).splitlines()[0]}): point published/latest at an older build, as "
            "docs/runbook.md says under 'Back, and elsewhere'."
        ) from error


def quote_path(path: Path) -> str:
    """A path as a literal of SQL, also when it holds a quotation mark."""
    return "'" + str(path).replace("'", "''") + "'"
