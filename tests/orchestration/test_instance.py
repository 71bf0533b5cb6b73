"""What Dagster keeps of a home: nothing until its web page was opened there, and settings that a user may change."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from orchestration.home import Home
from orchestration.instance import open_instance, prepare_dagster_home

pytestmark = pytest.mark.xdist_group("dagster")


def test_a_prepared_home_tells_nobody_of_its_nights(tmp_path: Path) -> None:
    folder = prepare_dagster_home(Home(tmp_path).prepare())
    said = yaml.safe_load((folder / "dagster.yaml").read_text())
    assert (said["telemetry"], said["nux"]) == ({"enabled": False}, {"enabled": False})


def test_settings_that_a_user_changed_are_left_alone(tmp_path: Path) -> None:
    folder = prepare_dagster_home(Home(tmp_path).prepare())
    (folder / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    assert (prepare_dagster_home(Home(tmp_path)) / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"


def test_a_night_is_kept_in_dagsters_history_once_its_page_was_opened(tmp_path: Path) -> None:
    home = Home(tmp_path).prepare()
    with open_instance(home) as instance:
        assert instance.is_ephemeral
    (prepare_dagster_home(home) / "history").mkdir()
    with open_instance(home) as instance:
        assert not instance.is_ephemeral
        assert instance.root_directory == str(tmp_path / "dagster")
