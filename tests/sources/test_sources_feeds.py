"""Feeds that behave and feeds that do not: what the user sees, and that nothing is lost or loaded twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources_night import read_ledger, run_night
from sources_server import Wire, page

ALIX = {"title": "Aldora Starts Phase 2 Trial of ALX-101", "path": "/alx-101"}
BRIX = {"title": "Aldora Starts Phase 2 Trial of BRX-202", "path": "/brx-202"}
CLIX = {"title": "Aldora Starts Phase 2 Trial of CLX-303", "path": "/clx-303"}
TEXT = "Aldora Therapeutics, Inc. (Nasdaq: ALDX) has dosed the first patient in a Phase 2 trial of its compound in colitis."


@pytest.fixture
def feed(wire: Wire, tmp_path: Path) -> Path:
    """A sources file with the feed of the wire; the three releases have pages."""
    for item in (ALIX, BRIX, CLIX):
        wire.put(item["path"], page(item["title"].split()[-1]))
    path = tmp_path / "sources.yaml"
    path.write_text(f"sources:\n  feed: {{kind: rss, is_local: true, url: '{wire.base}/feed.xml'}}\n")
    return path


def test_new_items_are_read_in_full_and_the_next_night_asks_only_for_the_feed(
    wire: Wire, feed: Path, tmp_path: Path
) -> None:
    wire.put_feed([ALIX, BRIX])
    first = run_night(tmp_path / "home", "2024-11-05", feed)
    assert sorted(r.headline or "" for r in first.releases) == [ALIX["title"], BRIX["title"]]
    assert not any(r.is_excerpt for r in first.releases)
    row = first.rows["feed"]
    assert (row["state"], row["item_count"], row["new_count"]) == ("ok", 2, 2)
    assert row["bytes"] > 1000
    wire.asked.clear()
    second = run_night(tmp_path / "home", "2024-11-06", feed)
    assert [path for path in wire.asked if path != "/robots.txt"] == ["/feed.xml"]
    assert (second.rows["feed"]["state"], second.rows["feed"]["new_count"], second.releases) == ("ok_empty", 0, [])


def test_a_page_that_is_gone_leaves_its_excerpt_marked_as_such(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([{"title": "Aldora Doses First Patient", "path": "/gone", "text": TEXT}])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert [(r.is_excerpt, r.source_uri) for r in told.releases] == [(True, wire.base + "/gone")]


def test_a_link_to_a_pdf_leaves_the_excerpt(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put("/release.pdf", b"%PDF-1.7 \x00\x01", "application/pdf")
    wire.put_feed([{"title": "Aldora Doses First Patient", "path": "/release.pdf", "text": TEXT}])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert [(r.is_excerpt, r.source_uri) for r in told.releases] == [(True, wire.base + "/release.pdf")]


def test_a_page_that_is_gone_without_an_excerpt_is_in_quarantine(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([{"title": "Aldora Doses First Patient", "path": "/gone"}])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert [(q["stage"], q["reason"], q["source_uri"]) for q in told.quarantined] == [
        ("fetch", "not_found", wire.base + "/gone")
    ]


def test_a_page_that_fails_for_now_is_kept_for_the_next_night_even_when_the_feed_forgets_it(
    wire: Wire, feed: Path, tmp_path: Path
) -> None:
    wire.put_feed([ALIX, BRIX])
    wire.put(BRIX["path"], "busy", status=503)
    first = run_night(tmp_path / "home", "2024-11-05", feed)
    assert (first.rows["feed"]["state"], first.rows["feed"]["new_count"]) == ("failed", 1)
    assert "503" in first.rows["feed"]["detail"]
    wire.put_feed([ALIX])
    wire.put(BRIX["path"], page("BRX-202"))
    second = run_night(tmp_path / "home", "2024-11-06", feed)
    assert [r.headline for r in second.releases] == [BRIX["title"]]
    assert second.rows["feed"]["state"] == "ok"


def test_a_feed_that_does_not_answer_fails_alone(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put("/feed.xml", "down", status=500)
    wire.put_feed([ALIX], "/other.xml")
    feed.write_text(feed.read_text() + f"  other: {{kind: rss, is_local: true, url: '{wire.base}/other.xml'}}\n")
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert {name: row["state"] for name, row in told.rows.items()} == {"feed": "failed", "other": "ok"}
    assert len(told.releases) == 1


def test_a_bot_wall_is_told_as_blocked_and_not_as_a_quiet_day(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put("/feed.xml", "Forbidden", "text/plain", status=403)
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert told.rows["feed"]["state"] == "blocked"


def test_a_web_page_in_place_of_the_feed_is_a_failure(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put("/feed.xml", page("XYZ-1"))
    assert run_night(tmp_path / "home", "2024-11-05", feed).rows["feed"]["state"] == "failed"


def test_a_poll_that_shares_no_item_with_the_last_one_suspects_a_gap(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX])
    run_night(tmp_path / "home", "2024-11-05", feed)
    wire.put_feed([BRIX, CLIX])
    told = run_night(tmp_path / "home", "2024-11-06", feed)
    assert (told.rows["feed"]["state"], told.rows["feed"]["new_count"]) == ("gap_suspected", 2)


def test_a_feed_that_shrinks_to_zero_is_told_and_its_return_loads_nothing_twice(
    wire: Wire, feed: Path, tmp_path: Path
) -> None:
    wire.put_feed([ALIX, BRIX])
    run_night(tmp_path / "home", "2024-11-05", feed)
    wire.put_feed([])
    empty = run_night(tmp_path / "home", "2024-11-06", feed).rows["feed"]
    assert (empty["state"], empty["item_count"], empty["vanished_count"]) == ("gap_suspected", 0, 2)
    wire.put_feed([CLIX, ALIX, BRIX])
    back = run_night(tmp_path / "home", "2024-11-07", feed)
    assert (back.rows["feed"]["state"], [r.headline for r in back.releases]) == ("ok", [CLIX["title"]])


def test_items_that_only_scroll_out_of_the_feed_have_not_vanished(wire: Wire, feed: Path, tmp_path: Path) -> None:
    days = [{**item, "date": f"Mon, {n:02} Nov 2024 12:00:00 GMT"} for n, item in enumerate((ALIX, BRIX, CLIX), 1)]
    wire.put_feed(days[:2])
    run_night(tmp_path / "home", "2024-11-05", feed)
    wire.put_feed(days[1:])
    assert run_night(tmp_path / "home", "2024-11-06", feed).rows["feed"]["vanished_count"] == 0
    wire.put_feed([days[1]])
    assert run_night(tmp_path / "home", "2024-11-07", feed).rows["feed"]["vanished_count"] == 1


def test_two_items_with_one_guid_are_both_read(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([{**ALIX, "guid": "same"}, {**BRIX, "guid": "same"}])
    assert len(run_night(tmp_path / "home", "2024-11-05", feed).releases) == 2


def test_two_items_with_one_guid_and_no_page_are_both_read(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed(
        [
            {"title": f"Aldora Doses {name}", "guid": "same", "text": f"{name}: {TEXT}"}
            for name in ("ALX-101", "BRX-202")
        ]
    )
    assert len(run_night(tmp_path / "home", "2024-11-05", feed).releases) == 2


def test_an_item_printed_twice_is_fetched_once(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX, ALIX])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert len(told.releases) == 1 and wire.asked.count(ALIX["path"]) == 1


def test_a_release_that_two_feeds_list_is_fetched_once(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX, BRIX])
    wire.put_feed([ALIX], "/other.xml")
    feed.write_text(feed.read_text() + f"  other: {{kind: rss, is_local: true, url: '{wire.base}/other.xml'}}\n")
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert wire.asked.count(ALIX["path"]) == 1 and len(told.releases) == 2
    assert told.rows["other"]["state"] == "ok_empty"


def test_an_edited_item_is_fetched_again_and_counts_as_changed(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX, BRIX])
    run_night(tmp_path / "home", "2024-11-05", feed)
    wire.put(ALIX["path"], page("ALX-101", "The number of patients was corrected."))
    wire.put_feed([{**ALIX, "text": "corrected"}, BRIX])
    told = run_night(tmp_path / "home", "2024-11-06", feed)
    assert (told.rows["feed"]["changed_count"], told.rows["feed"]["new_count"]) == (1, 0)
    assert ["corrected" in r.text for r in told.releases] == [True]


def test_a_clock_that_is_days_off_changes_nothing_of_what_is_read(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([{**ALIX, "date": "Sun, 04 Nov 2035 12:00:00 GMT"}, {**BRIX, "date": "not a date"}])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert [str(r.published_on) for r in told.releases] == ["2024-11-04", "2024-11-04"]  # as the releases print it
    assert [r.published_at for r in told.releases] == [None, None]  # no release came out after it was seen


def test_a_charset_that_lies_does_not_spoil_the_text(wire: Wire, feed: Path, tmp_path: Path) -> None:
    body = page("ALX-101", "Nestlé said so — “gladly”.")
    wire.put(ALIX["path"], body.encode("utf-8"), "text/html; charset=iso-8859-1")
    wire.put(BRIX["path"], page("BRX-202", "Nestlé agrees.").encode("cp1252"), "text/html; charset=utf-8")
    wire.put_feed([ALIX, BRIX])
    texts = {r.headline: r.text for r in run_night(tmp_path / "home", "2024-11-05", feed).releases}
    assert "Nestlé said so — “gladly”" in texts[ALIX["title"]]
    assert "Nestlé agrees" in texts[BRIX["title"]]


def test_a_feed_of_the_world_cannot_lead_into_the_private_network(wire: Wire, feed: Path, tmp_path: Path) -> None:
    feed.write_text(f"sources:\n  feed: {{kind: rss, url: '{wire.base}/feed.xml'}}\n")
    wire.put_feed([ALIX])
    told = run_night(tmp_path / "home", "2024-11-05", feed)
    assert told.rows["feed"]["state"] == "failed" and wire.asked == []


def test_an_entity_bomb_is_a_failure_of_its_feed(wire: Wire, feed: Path, tmp_path: Path) -> None:
    bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel>&b;</channel></rss>"
    wire.put("/feed.xml", bomb, "application/rss+xml")
    row = run_night(tmp_path / "home", "2024-11-05", feed).rows["feed"]
    assert row["state"] == "failed" and "entities" in row["detail"]


def test_a_source_that_was_asked_lately_is_not_due(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX])
    feed.write_text(feed.read_text().replace("kind: rss", "kind: rss, every_hours: 48"))
    states = [run_night(tmp_path / "home", f"2024-11-{day:02}", feed).rows["feed"]["state"] for day in (5, 6, 7)]
    assert states == ["ok", "not_due", "ok_empty"]
    named = run_night(tmp_path / "home", "2024-11-08", feed, sources=("feed",))
    assert named.rows["feed"]["state"] == "ok_empty"  # who names it wants it now


def test_each_source_and_night_has_its_line_in_the_ledger(wire: Wire, feed: Path, tmp_path: Path) -> None:
    wire.put_feed([ALIX])
    for day in (5, 6):
        run_night(tmp_path / "home", f"2024-11-{day:02}", feed)
    lines = read_ledger(tmp_path / "home", "source_runs")
    assert [(line["source_name"], line["night_id"]) for line in lines] == [
        ("feed", "2024-11-05-001"),
        ("feed", "2024-11-06-001"),
    ]
