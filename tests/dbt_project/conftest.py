"""The story is built once, night by night, whoever asks first; the tests only read what was built.

Workers of one run share the files (a lock keeps the others waiting), because a build costs seconds.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt_files import remember, write_home
from dbt_home import Story
from dbt_story import FIRST_NIGHT, SECOND_NIGHT, tell_story

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


def build(home: Path, story: Story, night: str, today: str = "2026-11-24") -> dbtRunnerResult:
    """Writes the story into the home and runs `dbt build` over it as the night does at three; returns dbt's result."""
    write_home(home, story)
    given = dict(
        home=str(home),
        night=night,
        night_id=f"run-{night}",
        recorded_at=f"{night} 03:00:00",
        today=today,
        code_version="t",
    )
    with _environment(
        DATELINE_WAREHOUSE=str(home / "work" / "warehouse.duckdb"), DBT_TARGET_PATH=str(home / "work" / "dbt")
    ):
        try:
            return dbtRunner().invoke(
                [
                    "--quiet", "--log-path", str(home / "work" / "logs"), "build",
                    "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--vars", json.dumps(given),
                ]
            )  # fmt: skip
        finally:
            DuckDBConnectionManager.close_all_connections()


def breaches(result: dbtRunnerResult) -> list[str]:
    """The nodes that are not green, with what they say."""
    nodes = getattr(result.result, "results", [])
    return [f"{r.node.name}: {r.message}" for r in nodes if r.status not in ("success", "pass", "skipped")]


def _build_nights(home: Path) -> None:
    for nights, night in ((1, FIRST_NIGHT), (2, SECOND_NIGHT)):
        result = build(home, tell_story(nights), night)
        assert result.success, breaches(result) or result.exception
        shutil.copy(home / "work" / "warehouse.duckdb", home / f"{night}.duckdb")
        remember(home)


@pytest.fixture(scope="session")
def story_home(built_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A home with the two nights built: `<night>.duckdb` each, and the state that the second one leaves."""
    return built_once("dbt_story", _build_nights)


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    """The file attached under a name that is not its own, as a BI tool does."""
    connection = duckdb.connect()
    connection.execute(f"attach '{path}' as attached (read_only)")
    connection.execute("use attached.marts")
    return connection


@pytest.fixture(scope="session")
def first_night(story_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file that the first night built."""
    with _open(story_home / f"{FIRST_NIGHT}.duckdb") as connection:
        yield connection


@pytest.fixture(scope="session")
def warehouse(story_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file that the second night built."""
    with _open(story_home / f"{SECOND_NIGHT}.duckdb") as connection:
        yield connection
