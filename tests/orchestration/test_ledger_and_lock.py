"""Ledgers survive a kill in mid-line, one night holds the home, and what verbs hand over comes back as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import HomeUnusable, PermanentError, WarehouseBusy
from ingest.parse.release import parse_release
from ingest.records import ListingItem, PressRelease, RawPage
from ingest.settings import read_settings
from orchestration.handover import hand_over, take_over
from orchestration.home import Home
from orchestration.ledger import append_lines, mend_ledger, read_lines
from orchestration.lock import hold_home, read_holder
from orchestration.night import NightRequest, begin, open_night


def test_a_line_that_a_kill_left_half_written_spoils_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "nights.jsonl"
    append_lines(path, [{"night": 1}])
    with path.open("a") as file:
        file.write('{"night": 2, "sta')
    append_lines(path, [{"night": 3}])
    assert read_lines(path) == [{"night": 1}, {"night": 3}]
    mend_ledger(path)
    assert path.read_text() == '{"night": 1}\n{"night": 3}\n'


def test_a_ledger_that_is_no_file_is_told_before_the_night_begins(tmp_path: Path) -> None:
    (tmp_path / "quarantine.jsonl").mkdir()
    with pytest.raises(HomeUnusable, match=r"quarantine\.jsonl cannot be read or written"):
        mend_ledger(tmp_path / "quarantine.jsonl")


def test_words_with_line_breaks_of_other_scripts_stay_one_line_of_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / "quarantine.jsonl"
    rows = [{"detail": "a\u2028b\x85c\x0bd"}, {"detail": "half a character: \ud800"}]
    append_lines(path, rows)
    mend_ledger(path)
    assert read_lines(path) == [rows[0], {"detail": "half a character: ?"}]


def test_a_home_is_free_again_as_soon_as_its_holder_is_dead(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from orchestration.lock import hold_home\n"
        "with hold_home(Path(sys.argv[1]), 'building'): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            assert (read_holder(tmp_path) or {})["pid"] == holder.pid
            with pytest.raises(WarehouseBusy, match=f"process {holder.pid}, building"), hold_home(tmp_path, "second"):
                pass
        finally:
            holder.kill()
    with hold_home(tmp_path, "third"):
        assert (read_holder(tmp_path) or {})["note"] == "third"
    assert read_holder(tmp_path) is None


def test_a_release_comes_back_from_the_handover_as_it_was(tmp_path: Path) -> None:
    text = (
        "Orvane Doses First Patient — “a milestone”\n\nBOSTON, May 5, 2026 -- " + "Orvane dosed a first patient. " * 9
    )
    settings = read_settings(tmp_path)
    page = RawPage(ListingItem("f", "a.txt"), text.encode(), "text/plain", None, settings.now(), "2026-11-24")
    release = parse_release(page)
    home = Home(tmp_path).prepare()
    hand_over(home, "2026-11-24", "parsed", "press_releases", [release])
    assert list(take_over(home, "2026-11-24", "parsed", "press_releases", PressRelease)) == [release]


def test_a_verb_whose_forerunner_did_not_run_says_which(tmp_path: Path) -> None:
    with pytest.raises(
        PermanentError, match="The parsed rows of press_releases for the night 2026-11-24 are not there"
    ):
        next(take_over(Home(tmp_path).prepare(), "2026-11-24", "parsed", "press_releases", PressRelease))


def test_a_killed_night_is_told_by_the_next_one_and_its_work_is_thrown_away(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "home")
    home = Home(settings.home).prepare()
    (home.work / "warehouse.duckdb").write_bytes(b"half")
    home.running.write_text(json.dumps({"night_id": "2026-11-24-001", "night": "2026-11-24", "started_at": "x"}))
    with open_night(settings, NightRequest("2026-11-24")) as run:
        begin(run)
        assert run.night_id == "2026-11-24-002"
        assert not home.warehouse.exists()
    states = [(line["night_id"], line["state"]) for line in read_lines(home.ledger("nights"))]
    assert states == [("2026-11-24-001", "killed"), ("2026-11-24-002", "failed")]


def test_a_note_that_was_half_written_does_not_stop_the_next_night(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "home")
    home = Home(settings.home).prepare()
    home.running.write_text('{"night_id": "2026-')
    with open_night(settings, NightRequest("2026-11-24")) as run:
        assert run.night_id == "2026-11-24-001"
