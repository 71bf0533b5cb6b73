"""The warehouse contract: tables and columns that readers rely on, and lists that Python and SQL share."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import duckdb
import pytest
import yaml

from ingest import records
from ingest.load.tables import LANDING, RESOLVED

PROJECT = Path(__file__).parents[2] / "dbt_project"
CONTRACT = yaml.safe_load((Path(__file__).parent / "contract.yaml").read_text())
LISTS = yaml.safe_load((PROJECT / "dbt_project.yml").read_text())["vars"]["closed_lists"]
SHARED = {
    "statement": records.Statement,
    "role": records.Role,
    "development_stage": records.Stage,
    "phase": records.Phase,
    "trial_status": records.TrialStatus,
    "expected_step": records.ExpectedStep,
    "milestone_type": records.MilestoneType,
    "collaboration_type": records.CollaborationType,
    "party_role": records.PartyRole,
    "collaboration_status": records.CollaborationStatus,
    "modality": records.Modality,
    "precision": records.Precision,
    "alias_kind": records.AliasKind,
    "component": records.Component,
    "wire": records.Wire,
    "published_basis": records.PublishedBasis,
    "section": records.SectionKind,
    "term_component": records.TermComponent,
    "bound": records.Bound,
    "fact_table": records.FactTable,
    "source_state": records.SourceState,
}


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_the_table_has_every_column_that_readers_rely_on(table: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    schema, name = table.split(".")
    found = {
        column
        for (column,) in warehouse.execute(
            "select column_name from duckdb_columns()"
            " where database_name = 'attached' and schema_name = ? and table_name = ?",
            [schema, name],
        ).fetchall()
    }
    assert set(CONTRACT[table].split()) - found == set()


@pytest.mark.parametrize("name", sorted(SHARED))
def test_a_closed_list_is_the_same_in_python_and_sql(name: str) -> None:
    assert list(typing.get_args(SHARED[name])) == LISTS[name]


@pytest.mark.parametrize("column", ["announced_on", "recorded_at", "release_id", "issuer_company_id"])
def test_every_fact_table_has_both_clocks_its_release_and_who_speaks(
    column: str, warehouse: duckdb.DuckDBPyConnection
) -> None:
    facts = [
        t.split(".")[1]
        for t in CONTRACT
        if t.startswith("marts.fct_") and t not in ("marts.fct_evidence", "marts.fct_retired")
    ]
    assert len(facts) == 6
    for table in facts:
        warehouse.execute(f"select {column} from {table} limit 1")


def _staged_columns(model: str) -> set[str]:
    text = (PROJECT / "models" / "staging" / model).read_text()
    body = text[text.rindex("select\n") + len("select\n") : text.rindex("\nfrom ")]
    return {re.split(r"\s+as\s+|\.", part.strip())[-1].strip() for part in re.split(r",\n", body)}


@pytest.mark.parametrize("noun", sorted(LANDING))
def test_staging_lists_the_columns_that_python_lands(noun: str) -> None:
    missing = _staged_columns(f"wire/stg_wire__{noun}.sql") - set(LANDING[noun].names)
    assert missing == set()


@pytest.mark.parametrize("table", sorted(RESOLVED))
def test_staging_lists_the_columns_that_resolve_writes(table: str) -> None:
    assert _staged_columns(f"resolved/stg_resolved__{table}.sql") == set(RESOLVED[table].names)
