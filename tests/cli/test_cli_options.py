"""What is typed wrong is told in one sentence, before anything is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import SettingsError
from ingest.settings import read_settings
from orchestration.commands.endings import NothingFoundError
from orchestration.commands.nights import Wish, plan_nights, plan_replay


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "--releases", "no/such/folder"], "no/such/folder does not exist"),
        (["run", "--releases", ".", "--source", "x"], "exclude each other"),
        (["run", "--from", "2012-13-01"], "write it like 2026-11-24"),
        (["run", "--from", "2012-02-02", "--to", "2012-01-01"], "--from lies after --to"),
        (["run", "--published-from", "2012-02-02", "--published-to", "2012-01-01"], "--published-from lies after"),
        (["run", "--source", "nobody", "--from", "2012-01-01"], "no source named 'nobody'"),
        (["run", "--releases", ".", "--from", "2012-01-01", "--to", "2012-01-02"], "arrives in one night"),
        (["run", "--source", "edgar_starter", "--from", "2012-01-01"], "cannot be asked for a past night"),
        (["try", "no-such-file.txt"], "no file no-such-file.txt"),
        (["try", "."], "is a folder"),
        (["score", "no-such-folder"], "no annotations"),
    ],
)
def test_a_wrong_option_is_told_in_one_sentence(
    words: list[str], told: str, dateline: Callable, tmp_path: Path
) -> None:
    said = dateline(*words)
    assert said.code == 2
    assert told in said.err
    assert said.err.startswith("dateline: ")
    assert "Traceback" not in said.err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("words", [["replay"], ["show", "IMGN853"], ["sql", "select 1"]])
def test_a_new_home_has_nothing_to_show(words: list[str], dateline: Callable, tmp_path: Path) -> None:
    said = dateline(*words)
    assert said.code == 4
    assert "`dateline run` makes the first night" in said.err
    assert not (tmp_path / "home").exists()


def test_a_time_zone_that_is_none_is_told(dateline: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIME_ZONE", "Mars/Olympus")
    said = dateline("run")
    assert (said.code, "Mars/Olympus" in said.err) == (2, True)


def test_an_unknown_command_offers_the_nearest(dateline: Callable) -> None:
    said = dateline("shwo")
    assert said.code == 2
    assert "show" in said.err


def test_without_a_range_tonight_is_run_by_the_real_clock() -> None:
    settings = read_settings()
    [(planned, request)] = plan_nights(Wish(), None)
    assert request.night == settings.tonight()
    assert planned.now is not None
    assert (request.replay, request.releases, request.sources) == (False, None, ())


def test_a_range_runs_each_night_of_the_recorded_calendar_by_its_own_clock() -> None:
    planned = plan_nights(Wish(from_night="2024-11-01", to_night="2024-11-30"), None)
    nights = [request.night for _, request in planned]
    assert nights == sorted(set(nights))
    assert len(nights) > 1
    assert [settings.tonight() for settings, _ in planned] == nights
    assert {settings.now().hour for settings, _ in planned} == {3}


def test_the_clock_of_a_night_stands_at_three_where_the_night_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIME_ZONE", "Pacific/Auckland")
    [(settings, request)] = plan_nights(Wish(releases=Path(), from_night="2012-07-01"), None)
    assert settings.tonight() == request.night == "2012-07-01"
    assert settings.now().isoformat() == "2012-06-30T15:00:00"


def test_days_may_be_written_without_dashes() -> None:
    [(_, request)] = plan_nights(Wish(releases=Path(), from_night="20120701", published_from="20120102"), None)
    assert request.night == "2012-07-01"
    assert str(request.published_from) == "2012-01-02"


def test_a_range_in_which_nothing_arrived_is_told() -> None:
    with pytest.raises(NothingFoundError, match="Nothing arrived from 1999-01-01 to 1999-12-31"):
        plan_nights(Wish(from_night="1999-01-01", to_night="1999-12-31"), None)


def test_a_replay_is_tonights_run_over_archived_nights(tmp_path: Path) -> None:
    (tmp_path / "archive" / "arrivals").mkdir(parents=True)
    (tmp_path / "archive" / "arrivals" / "2012-07-01.jsonl").touch()
    [(settings, request)] = plan_replay("2012-01-01", None, tmp_path)
    assert request.replay
    assert request.night == settings.tonight()
    assert (request.covers("2012-07-01"), request.covers("2011-07-01")) == (True, False)


def test_a_replay_needs_days_in_order(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--from lies after --to"):
        plan_replay("2012-02-01", "2012-01-01", tmp_path)
