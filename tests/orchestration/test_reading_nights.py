"""From arrival to landing without a model: what is read again and what is not, and what one bad document costs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from ingest.errors import PermanentError
from ingest.extract.extract import extract_facts
from ingest.load.landing import landed_nights, read_rows
from ingest.load.tables import LANDING
from ingest.records import Extraction, PressRelease
from ingest.settings import read_settings
from orchestration.ledger import read_lines
from orchestration.night import NightRequest, NightRun, open_night, read_mark
from orchestration.stages import extract
from orchestration.stages.fetch import fetch_night
from orchestration.stages.load import load_nights
from orchestration.stages.model import build_models
from orchestration.stages.parse import parse_nights
from orchestration.stages.publish import publish_night
from orchestration.stages.validate import validate_nights

TEXT = """{company} Announces Start of Phase 2 Trial of {compound}

BOSTON, May 5, 2026 -- {company} Inc. (Nasdaq: {ticker}) today announced that the first patient has been dosed in its \
Phase 2 clinical trial of {compound} in patients with ovarian cancer.
"""


def add_release(folder: Path, company: str, compound: str) -> Path:
    folder.mkdir(exist_ok=True)
    text = TEXT.format(company=company, compound=compound, ticker=company[:4].upper())
    (folder / f"{compound}.txt").write_text(text)
    return folder


@contextmanager
def night_at(home: Path, folder: Path | None, night: str = "2026-11-24", **wishes: object) -> Iterator[NightRun]:
    at = datetime.fromisoformat(f"{night} 03:00:00")
    settings = dataclasses.replace(read_settings(home), now=lambda: at, time_zone="UTC")
    with open_night(settings, NightRequest(night, releases=folder, **wishes)) as run:  # type: ignore[arg-type]
        yield run


def read_and_load(run: NightRun) -> dict[str, int]:
    fetch_night(run)
    parse_nights(run)
    extract.extract_nights(run)
    validate_nights(run)
    return load_nights(run)


def test_the_landing_files_of_a_night_hold_what_arrived_in_it(tmp_path: Path) -> None:
    folder = add_release(tmp_path / "in", "Orvane", "ORV-114")
    with night_at(tmp_path / "home", folder) as run:
        counts = read_and_load(run)
    assert set(counts) == set(LANDING)
    assert (counts["press_releases"], counts["trial_mentions"]) == (1, 1)
    for noun, count in counts.items():
        assert len(read_rows(tmp_path / "home" / "landing" / noun / "2026-11-24.parquet")) == count
    assert read_mark(run.home, "2026-11-24") == 1


def test_a_release_at_which_the_extractor_stops_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_at_calder(release: PressRelease) -> Extraction:
        if "Calder" in release.text:
            raise RecursionError("too deep")
        return extract_facts(release)

    monkeypatch.setattr(extract, "extract_facts", stop_at_calder)
    add_release(tmp_path / "in", "Calder", "CAL-9")
    folder = add_release(tmp_path / "in", "Orvane", "ORV-114")
    with night_at(tmp_path / "home", folder) as run:
        counts = read_and_load(run)
    assert (counts["press_releases"], counts["trial_mentions"]) == (2, 1)
    (line,) = read_lines(run.home.ledger("quarantine"))
    assert (line["stage"], line["reason"]) == ("extract", "extractor_stopped")
    assert line["source_uri"].endswith("CAL-9.txt")
    assert "RecursionError: too deep" in line["detail"]


def test_a_night_without_a_document_leaves_tables_without_a_row(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with night_at(tmp_path / "home", tmp_path / "in") as run:
        counts = read_and_load(run)
    assert set(counts.values()) == {0}
    assert landed_nights(tmp_path / "home", "evidence") == ["2026-11-24"]


def test_a_replay_of_nothing_leaves_tables_that_the_model_can_read(tmp_path: Path) -> None:
    with night_at(tmp_path / "home", None, replay=True) as run:
        read_and_load(run)
        assert run.nights == []
    assert landed_nights(tmp_path / "home", "trial_mentions") == ["2026-11-24"]


def test_an_old_night_is_not_read_again_unless_it_grew_or_a_replay_asks(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", add_release(tmp_path / "in", "Orvane", "ORV-114")
    with night_at(home, folder, "2026-11-23") as run:
        read_and_load(run)
    add_release(folder, "Calder", "CAL-9")
    with night_at(home, folder, "2026-11-24") as run:
        assert read_and_load(run)["press_releases"] == 1
        assert run.nights == ["2026-11-24"]
    with night_at(home, None, "2026-11-25", replay=True, to_night="2026-11-23") as run:
        read_and_load(run)
        assert run.nights == ["2026-11-23"]
    first = run.home.arrivals("2026-11-23")
    first.write_text(first.read_text() + run.home.arrivals("2026-11-24").read_text())
    with night_at(home, folder, "2026-11-26") as run:
        assert read_and_load(run)["press_releases"] == 2
        assert run.nights == ["2026-11-23", "2026-11-26"]


def test_a_night_that_was_killed_while_loading_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, folder = tmp_path / "home", add_release(tmp_path / "in", "Orvane", "ORV-114")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), night_at(home, folder, "2026-11-23") as run:
        monkeypatch.setattr("orchestration.stages.load.write_landing", die)
        read_and_load(run)
    monkeypatch.undo()
    assert read_mark(run.home, "2026-11-23") is None
    with night_at(home, folder, "2026-11-24") as run:
        assert read_and_load(run)["trial_mentions"] == 1
        assert run.nights == ["2026-11-23", "2026-11-24"]
    assert [line["state"] for line in read_lines(run.home.ledger("nights"))] == ["failed", "failed"]


def test_a_refused_row_is_kept_with_its_quotes_and_told_once_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubt(release: PressRelease) -> Extraction:
        found = extract_facts(release)
        trials = tuple(dataclasses.replace(row, confidence=0.1) for row in found.trial_mentions)
        return dataclasses.replace(found, trial_mentions=trials, milestone_mentions=())

    monkeypatch.setattr(extract, "extract_facts", doubt)
    folder = add_release(tmp_path / "in", "Orvane", "ORV-114")
    for _ in range(2):
        with night_at(tmp_path / "home", folder) as run:
            assert read_and_load(run)["trial_mentions"] == 0
    lines = [line for line in read_lines(run.home.ledger("quarantine")) if line["reason"] == "low_confidence"]
    assert len({line["quarantine_id"] for line in lines}) == 1
    row = json.loads(lines[0]["row_json"])
    assert (row["noun"], row["status"]) == ("trial_mentions", "started")
    assert row["quotes"]
    assert all(quote in (folder / "ORV-114.txt").read_text() for quote in row["quotes"])


def test_a_verb_by_itself_says_what_must_run_before_it(tmp_path: Path) -> None:
    with night_at(tmp_path / "home", None) as run:
        with pytest.raises(PermanentError, match=r"The parsed rows of press_releases .* run the whole night"):
            extract.extract_nights(run)
        with pytest.raises(PermanentError, match="no build is at work: run the whole job"):
            build_models(run, "fct_trials")
        with pytest.raises(PermanentError, match="There is no build to publish: run the whole job"):
            publish_night(run)
    assert read_lines(run.home.ledger("nights")) == []


def test_a_run_that_failed_may_go_on_from_the_verb_that_failed(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", add_release(tmp_path / "in", "Orvane", "ORV-114")
    with night_at(home, folder) as run:
        fetch_night(run)
        parse_nights(run)
    with night_at(home, folder) as run:
        extract.extract_nights(run)
        validate_nights(run)
        assert load_nights(run)["trial_mentions"] == 1
