"""One dbt build of the story per test session and worker; the tests only read what it built."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt_home import write_home
from dbt_story import tell_story

PROJECT = Path(__file__).parents[2] / "dbt_project"


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def build(home: Path, night: str, recorded_at: str, today: str = "2026-11-24", *more: str) -> dbtRunnerResult:
    """Runs `dbt build` over a home as the night does; returns dbt's result."""
    given = dict(
        home=str(home), night=night, night_id=f"run-{recorded_at}", recorded_at=recorded_at, today=today, code_version="t"
    )
    folders = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    with _environment(
        DATELINE_WAREHOUSE=str(home / "work" / "warehouse.duckdb"), DBT_TARGET_PATH=str(home / "work" / "dbt")
    ):
        try:
            return dbtRunner().invoke(
                ["--quiet", "--log-path", str(home / "work" / "logs"), "build", *folders, "--vars", json.dumps(given), *more]
            )
        finally:
            DuckDBConnectionManager.close_all_connections()


@pytest.fixture(scope="session")
def story_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("story")
    write_home(home, tell_story())
    result = build(home, "2026-11-20", "2026-11-20 03:00:00")
    broken = [f"{r.node.name}: {r.message}" for r in result.result or [] if r.status not in ("success", "pass")]
    assert result.success, broken or result.exception
    return home


@pytest.fixture(scope="session")
def warehouse(story_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(story_home / "work" / "warehouse.duckdb"), read_only=True) as connection:
        yield connection
