"""The asset graph is text under review: whoever adds, moves or loses an asset or a check sees it in the change."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import dagster as dg
import pytest

from ingest.settings import read_settings
from orchestration.definitions import Overrides, build_definitions
from orchestration.manifest import describe_models
from orchestration.night import NightRequest
from orchestration.resources import config_from_request, request_from_config

GOLDEN = Path(__file__).with_name("asset_graph.txt")
VERBS = ["fetch", "parse", "extract", "validate", "load", "resolve", "model", "publish"]

pytestmark = pytest.mark.xdist_group("dagster")


@cache
def definitions() -> dg.Definitions:
    return build_definitions(Overrides(settings=read_settings(Path("/nonexistent/home"))))


def describe_graph() -> str:
    """One line per asset: its key, what it is made of, and its checks (`!` when they block)."""
    graph = definitions().resolve_asset_graph()
    lines = []
    for verb in VERBS:
        lines.append(f"# {verb}")
        nodes = [graph.get(key) for key in sorted(graph.get_all_asset_keys()) if graph.get(key).group_name == verb]
        for node in nodes:
            parents = " ".join(sorted(key.to_user_string() for key in node.parent_keys))
            specs = {key.name: graph.get_check_spec(key) for key in sorted(node.check_keys)}
            checks = " ".join(f"{name}{'!' if spec.blocking else ''}" for name, spec in specs.items())
            nightly = "" if node.partitions_def is None else " [nights]"
            lines.append(f"{node.key.to_user_string()}{nightly}")
            lines += [f"    <- {parents}"] if parents else []
            lines += [f"    ?? {checks}"] if checks else []
    return "\n".join(lines) + "\n"


def test_the_asset_graph_is_the_reviewed_one() -> None:
    found = describe_graph()
    if not GOLDEN.exists() or GOLDEN.read_text() != found:
        known = GOLDEN.read_text().splitlines() if GOLDEN.exists() else []
        changed = sorted(set(known) ^ set(found.splitlines()))
        GOLDEN.write_text(found)
        pytest.fail(f"The graph has changed, and {GOLDEN.name} is written anew: review the difference.\n{changed}")


def test_every_asset_belongs_to_a_verb_and_says_what_it_is() -> None:
    graph = definitions().resolve_asset_graph()
    nodes = [graph.get(key) for key in graph.get_all_asset_keys()]
    assert {node.group_name for node in nodes} == set(VERBS)
    assert [node.key.to_user_string() for node in nodes if not (node.description or "").strip()] == []


def test_every_test_of_dbt_is_an_asset_check() -> None:
    graph = definitions().resolve_asset_graph()
    checks = Counter(key.name for key in graph.asset_check_keys if graph.get(key.asset_key).group_name == "model")
    tests = [node["name"] for node in describe_models()["nodes"].values() if node["resource_type"] == "test"]
    assert len(tests) > 30
    assert [name for name in tests if checks[name] != 1] == []


def test_the_schedule_runs_the_night_at_three_in_the_configured_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIME_ZONE", "America/New_York")
    found = build_definitions(Overrides(settings=read_settings(Path("/nonexistent/home"))))
    schedules = {schedule.name: schedule for schedule in found.schedules or []}
    nightly = schedules["nightly_at_three"]
    assert isinstance(nightly, dg.ScheduleDefinition)
    assert (nightly.cron_schedule, nightly.execution_timezone) == ("0 3 * * *", "America/New_York")
    assert schedules["collect_every_twenty_minutes"].cron_schedule == "*/20 * * * *"  # type: ignore[union-attr]


def test_the_partition_of_a_scheduled_night_is_the_day_on_which_it_runs_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIME_ZONE", "Asia/Tokyo")
    found = build_definitions(Overrides(settings=read_settings(Path("/nonexistent/home"))))
    nightly = {schedule.name: schedule for schedule in found.schedules or []}["nightly_at_three"]
    assert isinstance(nightly, dg.ScheduleDefinition)
    three_in_tokyo = datetime(2026, 11, 23, 18, tzinfo=UTC)
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_schedule_context(
            instance, scheduled_execution_time=three_in_tokyo, repository_def=found.get_repository_def()
        )
        (request,) = nightly.evaluate_tick(context).run_requests or []
    assert request.partition_key == "2026-11-24"


def test_what_is_asked_of_a_night_survives_the_way_through_the_configuration() -> None:
    asked = NightRequest(
        "2026-11-24", Path("/x"), ("a", "b"), True, "2026-01-01", "2026-02-01", date(2026, 1, 1), date(2026, 2, 1)
    )
    config = json.loads(json.dumps(config_from_request(asked)))
    assert request_from_config("2026-11-24", config) == asked
