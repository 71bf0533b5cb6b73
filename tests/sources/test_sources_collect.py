"""Collecting between two nights, and looking without fetching."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sources_night import run_night, settings_for
from sources_server import Wire, page

from orchestration.stages.collect import check_sources, collect, next_night
from orchestration.stages.poll import take_turn

ITEMS = [{"title": f"Aldora Starts Phase 2 Trial of ALX-{n}", "path": f"/alx-{n}"} for n in range(6)]


@pytest.fixture
def feed(wire: Wire, tmp_path: Path) -> Path:
    for n, item in enumerate(ITEMS):
        wire.put(item["path"], page(f"ALX-{n}"))
    path = tmp_path / "sources.yaml"
    path.write_text(f"sources:\n  feed: {{kind: rss, is_local: true, url: '{wire.base}/feed.xml'}}\n")
    return path


@pytest.mark.parametrize(
    ("now", "night"),
    [
        ("2024-11-04T02:59:00", "2024-11-04"),
        ("2024-11-04T03:00:00", "2024-11-05"),
        ("2024-11-04T23:00:00", "2024-11-05"),
    ],
)
def test_what_is_collected_belongs_to_the_night_that_comes_next(tmp_path: Path, now: str, night: str) -> None:
    assert next_night(settings_for(tmp_path, datetime.fromisoformat(now))) == night


def test_a_fast_feed_loses_nothing_when_it_is_collected_between_nights(wire: Wire, feed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for hour, shown in ((5, ITEMS[:2]), (12, ITEMS[1:4]), (20, ITEMS[3:6])):
        wire.put_feed(shown)
        rows = collect(settings_for(home, datetime(2024, 11, 4, hour), feed))
        assert [(row["state"], row["night_id"]) for row in rows] == [("ok", "2024-11-05")]
    told = run_night(home, "2024-11-05", feed)
    assert len(told.releases) == 6
    assert (told.rows["feed"]["state"], told.rows["feed"]["new_count"]) == ("ok", 6)
    assert run_night(home, "2024-11-06", feed).rows["feed"]["new_count"] == 0


def test_a_gap_between_two_collections_is_told_by_the_night(wire: Wire, feed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for hour, shown in ((5, ITEMS[:2]), (12, ITEMS[4:6])):
        wire.put_feed(shown)
        collect(settings_for(home, datetime(2024, 11, 4, hour), feed))
    assert run_night(home, "2024-11-05", feed).rows["feed"]["state"] == "gap_suspected"
    assert run_night(home, "2024-11-06", feed).rows["feed"]["state"] == "ok_empty"


def test_what_a_collection_could_not_have_is_in_the_nights_quarantine(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([{"title": "Aldora Doses First Patient", "path": "/gone"}])
    collect(settings_for(tmp_path / "home", datetime(2024, 11, 4, 5), feed))
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert [q["reason"] for q in told.quarantined] == ["not_found"]


def test_a_collection_after_the_night_makes_the_next_run_read_that_night(
    wire: Wire, feed: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    wire.put_feed(ITEMS[:2])
    run_night(home, "2024-11-05", feed)
    wire.put_feed(ITEMS[:3])
    collect(settings_for(home, datetime(2024, 11, 5, 12), feed))
    told = run_night(home, "2024-11-06", feed)
    assert (told.nights, len(told.releases)) == (["2024-11-06"], 1)


def test_a_collection_leaves_a_source_that_is_being_polled(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed(ITEMS[:2])
    settings = settings_for(tmp_path / "home", datetime(2024, 11, 4, 5), feed)
    with take_turn(settings.home, "feed", wait=True):
        assert [row["state"] for row in collect(settings)] == ["not_due"]
    assert [row["state"] for row in collect(settings)] == ["ok"]


def test_looking_at_the_sources_says_what_would_be_fetched_and_keeps_nothing(
    wire: Wire, feed: Path, tmp_path: Path
) -> None:
    wire.put_feed(ITEMS[:2])
    feed.write_text(feed.read_text() + f"  gone: {{kind: rss, is_local: true, url: '{wire.base}/gone.xml'}}\n")
    settings = settings_for(tmp_path / "home", datetime(2024, 11, 4, 5), feed)
    rows = {row["name"]: row for row in check_sources(settings)}
    assert (rows["feed"]["answers"], rows["feed"]["items"], rows["feed"]["new"]) == (True, 2, 2)
    assert rows["feed"]["would_fetch"] == [wire.base + item["path"] for item in ITEMS[:2]]
    assert (rows["gone"]["answers"], "404" in rows["gone"]["detail"]) == (False, True)
    assert not any(path.startswith("/alx") for path in wire.asked)
    assert not (tmp_path / "home").exists()
    collect(settings, ["feed"])
    assert {row["name"]: row["new"] for row in check_sources(settings, ["feed"])} == {"feed": 0}


def test_looking_at_the_sample_wire_finds_all_of_it(tmp_path: Path) -> None:
    rows = check_sources(settings_for(tmp_path / "home", datetime(2024, 11, 11, 12)))
    assert all(row["answers"] for row in rows) and sum(row["new"] for row in rows) >= 40
