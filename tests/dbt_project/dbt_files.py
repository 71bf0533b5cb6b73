"""Writes a story as the files of a home: landing, resolved, ledgers and state, as the stages before dbt leave them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from dbt_home import ARROW, RESOLVED, STATE, Story

from ingest import records as r


def arrow_type(annotation: object) -> pa.DataType:
    """The Arrow type of a field of a record; a closed list is text."""
    return ARROW.get(str(annotation).removesuffix(" | None"), pa.string())


def record_schema(record: type) -> pa.Schema:
    """The landing schema of a record class (sections and sentences of a release have their own table)."""
    return pa.schema(
        [(f.name, arrow_type(f.type)) for f in dataclasses.fields(record) if f.name not in ("sections", "sentences")]
    )


def text_schema(columns: str) -> pa.Schema:
    """The schema that ``name name:type`` describes."""
    pairs = [column.partition(":")[::2] for column in columns.split()]
    return pa.schema([(name, ARROW[kind or "str"]) for name, kind in pairs])


def write_table(path: Path, rows: list[dict[str, object]], schema: pa.Schema) -> None:
    """Writes the rows as one Parquet file; columns that a row lacks are null."""
    path.parent.mkdir(parents=True, exist_ok=True)
    full = [{name: row.get(name) for name in schema.names} for row in rows]
    pq.write_table(pa.Table.from_pylist(full, schema=schema), path)


def write_home(home: Path, story: Story) -> None:
    """Writes landing, resolved and ledgers of the story under ``home``, and empty state where there is none."""
    schemas = {noun: record_schema(record) for noun, record in r.NOUNS.items()}
    schemas["press_releases"] = record_schema(r.PressRelease)
    schemas["release_sections"] = text_schema("release_id section char_start:int char_end:int title")
    for noun, schema in schemas.items():
        write_table(home / "landing" / noun / "2026-11-20.parquet", story.landed[noun], schema)
    for table, columns in RESOLVED.items():
        write_table(home / "resolved" / f"{table}.parquet", story.resolved[table], text_schema(columns))
    for table, columns in STATE.items():
        path = home / "work" / "state" / f"{table}.parquet"
        if not path.exists():
            write_table(path, [], text_schema(columns))
    for name in ("nights", "source_runs", "quarantine", "scorecard"):
        path = home / "ledger" / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line, default=str) + "\n" for line in story.ledger[name]))


def remember(home: Path) -> None:
    """Writes the state files from the build, as publish does, so that the next build can read them."""
    tables = {
        "facts": "ops.fact_ledger",
        "retired": "marts.fct_retired",
        "pipeline_recorded": "marts.pipeline_recorded",
        "pipeline_history": "marts.pipeline_history",
        "release_changes": "marts.release_changes",
    }
    with duckdb.connect(str(home / "work" / "warehouse.duckdb"), read_only=True) as connection:
        for name, table in tables.items():
            path = home / "work" / "state" / f"{name}.parquet"
            connection.execute(f"copy (from {table}) to '{path}' (format parquet)")
