"""What the environment may say, and the sentences when it says something else."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from ingest.errors import SettingsError
from ingest.settings import PROJECT_FOLDER, read_day, read_settings


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "CONTACT", "TIME_ZONE", "SOURCES", "NOW"):
        monkeypatch.delenv(f"DATELINE_{name}", raising=False)


def test_without_any_setting_the_home_lies_in_the_clone() -> None:
    settings = read_settings()
    assert settings.home == PROJECT_FOLDER / ".dateline"
    assert (settings.contact, settings.sources_file, settings.time_zone) == (None, None, "UTC")


def test_a_home_given_by_hand_beats_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "a"))
    assert read_settings().home == tmp_path / "a"
    assert read_settings(tmp_path / "b").home == tmp_path / "b"


def test_a_relative_home_is_where_the_user_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings(Path("here")).home == tmp_path / "here"


def test_the_night_has_the_date_of_the_configured_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-11-24T03:00:00")
    assert read_settings().tonight() == "2026-11-24"
    monkeypatch.setenv("DATELINE_TIME_ZONE", "America/New_York")
    assert read_settings().tonight() == "2026-11-23"


def test_a_fixed_clock_with_an_offset_is_kept_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "2026-11-24T03:00:00+02:00")
    assert read_settings().now() == datetime(2026, 11, 24, 1)


@pytest.mark.parametrize(
    ("name", "value"), [("DATELINE_TIME_ZONE", "Mars/Olympus"), ("DATELINE_TIME_ZONE", ""), ("DATELINE_NOW", "soon")]
)
def test_a_setting_that_means_nothing_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"{name} is '{value}'.*unset it"):
        read_settings()


def test_a_day_is_read_or_refused_by_the_name_of_its_option() -> None:
    assert read_day("2026-11-24", "--published-from") == date(2026, 11, 24)
    with pytest.raises(SettingsError, match="--published-from is '24 Nov'"):
        read_day("24 Nov", "--published-from")


def test_the_example_file_names_every_variable_and_no_other() -> None:
    read = set(re.findall(r'environ\.get\("(DATELINE_\w+)"', (PROJECT_FOLDER / "ingest/settings.py").read_text()))
    told = set(re.findall(r"^#(DATELINE_\w+)=", (PROJECT_FOLDER / ".env.example").read_text(), re.M))
    assert told == read
