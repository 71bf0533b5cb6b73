"""The jobs as Dagster's page and schedules start them: with a night that the resource opens and closes."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest
from dbt.cli.main import dbtRunnerResult

from ingest.settings import Settings, read_settings
from orchestration.definitions import Overrides, build_definitions
from orchestration.ledger import read_lines
from orchestration.lock import hold_home, read_holder
from orchestration.schedules import NIGHTLY
from orchestration.stages.model import read_results

pytestmark = pytest.mark.xdist_group("dagster")


def run_nightly(settings: Settings, releases: Path) -> dg.ExecuteInProcessResult:
    job = build_definitions(Overrides(settings=settings)).resolve_job_def(NIGHTLY.name)
    with dg.DagsterInstance.ephemeral() as instance:
        return job.execute_in_process(
            run_config={"resources": {"night": {"config": {"releases": str(releases)}}}},
            tags={"dagster/partition": "2026-11-24"},
            instance=instance,
            raise_on_error=False,
        )


def test_a_failed_verb_shows_its_sentence_and_leaves_the_home_free(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "home")
    result = run_nightly(settings, tmp_path / "nowhere")
    (failed,) = result.get_step_failure_events()
    told = failed.step_failure_data.user_failure_data
    assert failed.step_key == "fetch"
    assert told is not None
    assert told.description == f"The folder of releases {tmp_path}/nowhere does not exist: name one that does."
    assert read_holder(settings.home) is None
    assert read_lines(settings.home / "ledger" / "nights.jsonl") == []


def test_a_busy_home_fails_the_run_before_any_verb(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "home")
    settings.home.mkdir()
    with hold_home(settings.home, "building the night 2026-11-23"):
        result = run_nightly(settings, tmp_path)
    assert not result.success
    assert [event for event in result.all_events if event.is_step_start] == []


def test_a_collection_fills_the_archive_for_the_next_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-11-24T12:00:00")
    monkeypatch.delenv("DATELINE_SOURCES", raising=False)
    settings = read_settings(tmp_path / "home")
    job = build_definitions(Overrides(settings=settings)).resolve_job_def("collect")
    assert job.execute_in_process().success
    arrivals = [path.name for path in (settings.home / "archive" / "arrivals").glob("*.jsonl")]
    assert arrivals == ["2026-11-25.jsonl"]


def test_ctrl_c_in_the_model_is_no_failure_of_dbt() -> None:
    with pytest.raises(KeyboardInterrupt):
        read_results(dbtRunnerResult(success=False, exception=KeyboardInterrupt()))
