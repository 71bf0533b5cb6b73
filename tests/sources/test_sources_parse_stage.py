"""The parse stage: no document is lost between the archive and the releases, whatever one of them does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sources_night import run_night

from ingest.load.landing import write_releases
from ingest.records import PressRelease, RawPage
from orchestration.stages import parse


def text(name: str, day: str) -> str:
    return (
        f"Aldora Starts Phase 2 Trial of {name}\n\nBOSTON, {day} -- Aldora Therapeutics, Inc. (Nasdaq: ALDX) today announced "
        f"that the first patient has been dosed in a Phase 2 trial of {name} in people with ulcerative colitis.\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "releases"
    path.mkdir()
    for name, day in (("ALX-1", "Nov. 4, 2019"), ("ALX-2", "Nov. 4, 2021"), ("ALX-3", "Nov. 4, 2024")):
        (path / f"{name}.txt").write_text(text(name, day))
    return path


def days(releases: list[PressRelease]) -> list[int]:
    return sorted(r.published_on.year for r in releases if r.published_on)


def test_a_document_on_which_the_parser_stops_is_in_quarantine_and_the_others_are_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = parse.parse_release

    def stopping(page: RawPage) -> PressRelease:
        if page.item.source_uri.endswith("ALX-2.txt"):
            raise ZeroDivisionError("no words")
        return whole(page)

    monkeypatch.setattr(parse, "parse_release", stopping)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert days(told.releases) == [2019, 2024]
    assert [(q["reason"], q["stage"]) for q in told.quarantined] == [("parser_stopped", "parse")]
    assert "ZeroDivisionError" in told.quarantined[0]["detail"]
    assert told.counts == {"documents": 3, "releases": 2, "refused": 1}


def test_a_container_on_which_the_parser_stops_is_in_quarantine(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopping(page: RawPage) -> list[RawPage]:
        raise RecursionError("too deep")

    monkeypatch.setattr(parse, "split_documents", stopping)
    told = run_night(tmp_path / "home", "2024-11-05", releases=folder)
    assert told.counts == {"documents": 3, "releases": 0, "refused": 3}


def test_only_days_that_were_asked_for_are_loaded_and_a_later_run_without_days_takes_the_rest(
    folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    first = run_night(
        home, "2024-11-05", releases=folder, published_from=date(2020, 1, 1), published_to=date(2022, 1, 1)
    )
    assert days(first.releases) == [2021]
    assert first.counts == {"documents": 1, "releases": 1, "refused": 0}
    second = run_night(home, "2024-11-06", releases=folder)
    assert days(second.releases) == [2019, 2021, 2024]


def test_other_days_asked_for_later_take_nothing_away(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = run_night(home, "2024-11-05", releases=folder, published_to=date(2020, 1, 1))
    write_releases(home, "2024-11-05", first.releases)
    second = run_night(home, "2024-11-05", releases=folder, published_from=date(2024, 1, 1))
    assert days(second.releases) == [2019, 2024]


def test_a_replay_reads_the_archive_and_asks_no_source(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = run_night(home, "2024-11-05", releases=folder)
    for path in folder.iterdir():
        path.unlink()
    told = run_night(home, "2024-11-06", replay=True)
    assert (told.rows, told.nights) == ({}, ["2024-11-05"])
    assert days(told.releases) == days(first.releases)
