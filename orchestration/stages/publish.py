"""The built warehouse -> ``published/<build>``, put in place by one rename; readers see the old night or the new one.

Belongs here: the copy, its cleaning, its last checks, the swap. Does not belong here: what the report shows (report/).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import duckdb

from ingest.errors import NightRefused, PermanentError
from orchestration.home import Home, sync_tree
from orchestration.ledger import append_lines
from orchestration.night import NightRun, describe_end
from orchestration.report.page import write_report
from orchestration.state import quote_path, write_state
from orchestration.version import code_version

KEPT_BUILDS = 7
SCHEMAS = ("marts", "ops")
LICENCES = {
    "code": "Apache-2.0",
    "text": "Releases belong to their issuers; texts and quotes are kept to prove each fact.",
    "vocabulary": "See ingest/vocabulary/SOURCES.md: UNII, HGNC, MONDO and SEC, each under its own terms.",
}
_FACTS = (
    "fct_compounds",
    "fct_compound_components",
    "fct_trials",
    "fct_milestones",
    "fct_collaborations",
    "fct_collaboration_terms",
)


def publish_night(run: NightRun) -> Path:
    """The folder of the new build, already ``latest``; the ledger tells of it and old builds are pruned.

    Raises:
        NightRefused: a blocking check has failed; ``latest`` is as it was.
    """
    run.stop_if_refused()
    if not run.home.warehouse.exists():
        raise PermanentError("There is no build to publish: run the whole job `nightly`.")
    build = run.night_id
    aside = run.home.published / f".building-{build}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    run.reporter.start("publish", 5)
    file = aside / "dateline.duckdb"
    uncut = aside / "uncut.duckdb"
    _copy_warehouse(run.home.warehouse, uncut)
    run.reporter.advance()
    rows = _clean_copy(run, uncut, aside / "state")
    _compact(uncut, file)
    run.reporter.advance()
    check_as_a_reader(file)
    write_report(file, aside / "report.html", run.night)
    run.reporter.advance()
    manifest = describe_build(run, file, rows)
    (aside / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sync_tree(aside)
    run.reporter.advance()
    _put_in_place(run.home, aside, build)
    run.published = build
    append_lines(run.home.ledger("nights"), [describe_end(run, "published")])
    run.home.running.unlink(missing_ok=True)
    _tidy(run.home)
    run.reporter.finish()
    return run.home.published / build


def _copy_warehouse(built: Path, copy: Path) -> None:
    with duckdb.connect(str(built)) as connection:
        connection.execute("checkpoint")
    shutil.copyfile(built, copy)


def _clean_copy(run: NightRun, file: Path, state: Path) -> dict[str, int]:
    """Rows per table of the copy, now without scratch schemas, with the line of this night, its state files written."""
    with duckdb.connect(str(file)) as connection:
        for (schema,) in connection.execute(
            "select schema_name from duckdb_schemas() where database_name = current_database() and not internal"
        ).fetchall():
            if schema not in (*SCHEMAS, "main"):
                connection.execute(f'drop schema "{schema}" cascade')
        facts = " union all ".join(f"select count(*) from marts.{table}" for table in _FACTS)
        run.counts["facts_out"] = _number(connection, f"select sum(n) from ({facts}) as counted(n)")
        run.published = run.night_id
        line = describe_end(run, "published")
        run.published = None
        connection.execute("delete from ops.nights where night_id = ?", [run.night_id])
        columns = ", ".join(f"cast($2->>'{name}' as {kind}) as {name}" for name, kind in _NIGHT.items())
        connection.execute(
            f"insert into ops.nights by name select $1 as night_id, {columns}", [run.night_id, json.dumps(line)]
        )
        write_state(connection, state)
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = current_database() order by all"
        ).fetchall()
        rows = {f"{s}.{t}": _number(connection, f'select count(*) from "{s}"."{t}"') for s, t in tables}
        connection.execute("checkpoint")
    return rows


def _compact(uncut: Path, file: Path) -> None:
    """Writes the tables, comments and macros into a new file: what was dropped leaves holes in the old one."""
    with duckdb.connect() as connection:
        connection.execute(f"attach {quote_path(uncut)} as uncut (read_only)")
        connection.execute(f"attach {quote_path(file)} as whole")
        connection.execute("copy from database uncut to whole")
        connection.execute("checkpoint whole")
    uncut.unlink()


_NIGHT = {
    "night": "date",
    "started_at": "timestamp",
    "ended_at": "timestamp",
    "state": "varchar",
    "releases_in": "bigint",
    "facts_out": "bigint",
    "published": "varchar",
    "code_version": "varchar",
    "failure": "varchar",
}


def check_as_a_reader(file: Path) -> None:
    """Nothing when the file works as readers use it: attached under another name, tables only, every quote in its text.

    Raises:
        NightRefused: it does not.
    """
    with duckdb.connect() as connection:
        connection.execute(f"attach {quote_path(file)} as reader (read_only)")
        views = connection.execute(
            "select view_name from duckdb_views() where database_name = 'reader' and not internal"
        ).fetchall()
        lies = _number(
            connection,
            "select count(*) from reader.marts.fct_evidence as e"
            " left join reader.marts.release_texts as t using (release_id)"
            " where substr(t.text, e.char_start + 1, e.char_end - e.char_start) is distinct from e.quote",
        )
        connection.execute("use reader")
        connection.execute("from marts.pipeline_as_of(current_date) limit 1")
    if views or lies:
        raise NightRefused(
            f"The built file holds {len(views)} views and {lies} quotes that are not in their text, "
            "and is not published; the last good file stays."
        )


def describe_build(run: NightRun, file: Path, rows: dict[str, int]) -> dict[str, Any]:
    """The manifest: what was built, from which code, with which rows and which hash."""
    with file.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return {
        "build": run.night_id,
        "night": run.night,
        "started_at": run.started_at.isoformat(sep=" "),
        "recorded_at": run.started_at.isoformat(sep=" ", timespec="seconds"),
        "code_version": code_version(),
        "duckdb_version": duckdb.__version__,
        "releases_in": run.counts.get("releases_in"),
        "facts_out": run.counts.get("facts_out"),
        "files": {"dateline.duckdb": {"sha256": digest, "bytes": file.stat().st_size}},
        "rows": rows,
        "licences": LICENCES,
    }


def _put_in_place(home: Home, aside: Path, build: str) -> None:
    target = home.published / build
    aside.rename(target)
    link = home.published / ".latest"
    link.unlink(missing_ok=True)
    link.symlink_to(build, target_is_directory=True)
    link.replace(home.latest)
    handle = os.open(home.published, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _tidy(home: Home) -> None:
    """Keeps the newest builds; removes older ones, what a killed publish left, and this night's work."""
    latest = home.latest.resolve().name
    builds = sorted(
        (path for path in home.published.iterdir() if path.is_dir() and not path.is_symlink()),
        key=lambda path: path.stat().st_mtime,
    )
    whole = [path for path in builds if not path.name.startswith(".")]
    for path in [*(p for p in builds if p.name.startswith(".")), *whole[:-KEPT_BUILDS]]:
        if path.name != latest:
            shutil.rmtree(path, ignore_errors=True)
    home.discard_work()


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row and row[0] is not None else 0
