"""Each fault is found, and told with the command that mends it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import pytest

from ingest.settings import Settings, read_settings
from orchestration.commands import doctor
from orchestration.lock import hold_home


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    for name in ("work", "published", "ledger"):
        (home / name).mkdir(parents=True)
    return read_settings(home)


def only(findings: object) -> doctor.Finding:
    [finding] = list(findings)  # type: ignore[call-overload]
    return finding


def test_a_good_home_has_nothing_to_mend(dateline: Callable, sample_home: Path) -> None:
    said = dateline("doctor", "--home", sample_home)
    assert said.code == 0, said.out
    assert "Nothing to mend." in said.out
    assert "last good night" in said.out


def test_a_new_clone_is_told_what_to_do_first(dateline: Callable) -> None:
    said = dateline("doctor")
    assert said.code == 0
    assert "does not exist yet" in said.out
    assert "-> dateline run" in said.out


def test_settings_that_cannot_be_read_are_a_finding(dateline: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_NOW", "yesterday")
    said = dateline("doctor")
    assert said.code == 1
    assert "DATELINE_NOW is 'yesterday'" in said.out


def test_a_package_that_differs_from_the_lock_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"rich=={version('rich')} \\\n    --hash=sha256:0\ntyper==0.0.1\nno-such-thing==1.0\n")
    finding = doctor.check_packages(lock)
    assert finding.state == "fault"
    assert "typer " in finding.words
    assert "no-such-thing missing" in finding.words
    assert finding.mend == "rm -rf .venv && make setup"


def test_a_condition_of_the_lock_is_no_fault(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text('colorama==0.4.6 ; sys_platform == "win32" \\\n    --hash=sha256:0\n')
    assert doctor.check_packages(lock).state == "good"


def test_a_home_that_is_a_file_is_a_fault(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finding = only(doctor.check_home(replace(settings, home=tmp_path / "file")))
    assert finding.state == "fault"
    assert "cannot be written" in finding.words


def test_a_killed_run_is_told(settings: Settings) -> None:
    (settings.home / "work" / "running.json").write_text("{}")
    good, note = doctor.check_home(settings)
    assert (good.state, note.state, note.what) == ("good", "note", "half-written")


def test_a_running_night_is_told_and_is_no_half_written_one(settings: Settings) -> None:
    (settings.home / "work" / "running.json").write_text("{}")
    with hold_home(settings.home, "building the night 2012-07-01"):
        _, note = doctor.check_home(settings)
    assert note.what == "running"
    assert "building the night 2012-07-01" in note.words


def test_edgar_without_a_contact_is_a_fault(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "sources.yaml"
    file.write_text("sources:\n  filings:\n    kind: edgar\n    ciks: ['0000855654']\n")
    fault = list(doctor.check_sources(replace(settings, sources_file=file)))[-1]
    assert (fault.state, fault.mend) == ("fault", "export DATELINE_CONTACT=you@example.com")
    good = list(doctor.check_sources(replace(settings, sources_file=file, contact="a@example.com")))[-1]
    assert good.state == "good"


def test_a_sources_file_that_cannot_be_read_is_a_fault(settings: Settings, tmp_path: Path) -> None:
    finding = only(doctor.check_sources(replace(settings, sources_file=tmp_path / "none.yaml")))
    assert finding.state == "fault"
    assert "does not exist" in finding.words


def test_a_full_disk_is_a_fault(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_LEAST_BYTES", 10**18)
    assert only(doctor.check_disk(settings)).state == "fault"


def test_the_last_failure_is_told(settings: Settings) -> None:
    line = {"night": "2012-07-01", "state": "refused", "failure": "every_quote_is_in_its_text does not hold"}
    (settings.home / "ledger" / "nights.jsonl").write_text(json.dumps(line) + "\n")
    fault = next(doctor.check_published(settings))
    assert fault.state == "fault"
    assert "every_quote_is_in_its_text" in fault.words


def test_a_published_file_that_is_none_is_a_fault(settings: Settings) -> None:
    (settings.home / "published" / "latest").mkdir()
    (settings.home / "published" / "latest" / "dateline.duckdb").write_bytes(b"half a file")
    finding = only(doctor.check_published(settings))
    assert (finding.state, finding.mend) == ("fault", "dateline replay")


def test_a_lost_link_to_the_last_build_is_a_fault_that_says_where_it_led(settings: Settings) -> None:
    line = {"night": "2012-07-01", "state": "published", "published": "2012-07-01-001"}
    (settings.home / "ledger" / "nights.jsonl").write_text(json.dumps(line) + "\n")
    (settings.home / "published" / "2012-07-01-001").mkdir()
    finding = only(doctor.check_published(settings))
    assert finding.state == "fault"
    assert finding.mend == f"ln -sfn 2012-07-01-001 '{settings.home / 'published' / 'latest'}'"


def test_an_old_night_is_told(sample_home: Path) -> None:
    settings = read_settings(sample_home)
    later = settings.now() + timedelta(days=5)
    note = list(doctor.check_published(replace(settings, now=lambda: later)))[-1]
    assert note.state == "note"
    assert "5 days ago" in note.words or "4 days ago" in note.words
