"""A night against a wire that misbehaves: what the user sees, and that in the end each release is there once."""

from __future__ import annotations

import functools
from pathlib import Path

import misbehaving
import pytest
from misbehaving import Behaviour, Wire, in_turn, redirect_to, status
from sources_night import run_night
from sources_server import page

from ingest.fetch.client import Client, Limits
from orchestration.stages import fetch

FIRST, SECOND = page("ALX-101").encode(), page("BRX-202").encode()
WORDS = "Aldora Therapeutics, Inc. (Nasdaq: ALDX) has dosed the first patient in a Phase 2 trial of its compound in colitis."
WALL = b"<html><head><title>Just a moment...</title></head><body><div id='cf-challenge'>Checking your browser</div></body></html>"

PASSING: dict[str, Behaviour] = {
    "too many requests": status(429, b"slow down"),
    "a server error": status(503, b"busy"),
    "a reset in mid-body": misbehaving.reset_in_mid_body(FIRST),
    "a body that is shorter than it says": misbehaving.wrong_length(FIRST, 50),
    "a slow drip": misbehaving.slow_drip(FIRST),
    "an empty answer": misbehaving.page(b""),
    "a wall": misbehaving.page(WALL, server="cloudflare", cf_mitigated="challenge"),
}
LASTING: dict[str, Behaviour] = {
    "a gzip bomb": misbehaving.gzip_bomb(80_000_000),
    "a body without end": misbehaving.endless(),
    "a redirect to itself": redirect_to("/alx"),
    "a redirect into the cloud's own network": redirect_to("http://169.254.169.254/latest/meta-data/"),
    "a redirect to a file": redirect_to("file:///etc/passwd"),
    "a page that is gone": status(410),
}


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    limits = Limits(attempts=1, per_second=1000, at_once=4, total_seconds=0.5, body_bytes=2_000_000)
    monkeypatch.setattr(fetch, "NetworkClient", functools.partial(Client, limits=limits, sleep=lambda seconds: None))
    return tmp_path / "sources.yaml"


def listing(wire: Wire) -> Behaviour:
    items = "".join(
        f"<item><title>Aldora Starts Phase 2 Trial of {name}</title><link>{wire.url(path)}</link><guid>{path}</guid>"
        f"<description>{WORDS}</description></item>"
        for name, path in (("ALX-101", "/alx"), ("BRX-202", "/brx"))
    )
    return misbehaving.page(
        f"<rss version='2.0'><channel><title>w</title>{items}</channel></rss>".encode(), "application/rss+xml"
    )


def write_source(path: Path, wire: Wire) -> Path:
    path.write_text(f"sources:\n  feed: {{kind: rss, is_local: true, url: '{wire.url('/feed')}'}}\n")
    return path


@pytest.mark.parametrize("behaviour", PASSING.values(), ids=PASSING.keys())
def test_a_page_that_fails_for_now_is_read_in_full_the_next_night(
    behaviour: Behaviour, feed: Path, tmp_path: Path
) -> None:
    with Wire({"/alx": behaviour, "/brx": misbehaving.page(SECOND)}) as wire:
        wire.routes["/feed"] = listing(wire)
        sources = write_source(feed, wire)
        first = run_night(tmp_path / "home", "2024-11-05", sources)
        assert first.rows["feed"]["state"] in ("failed", "blocked") and first.rows["feed"]["detail"]
        assert [(r.headline or "")[-7:] for r in first.releases] == ["BRX-202"]
        wire.routes["/alx"] = misbehaving.page(FIRST)
        second = run_night(tmp_path / "home", "2024-11-06", sources)
        third = run_night(tmp_path / "home", "2024-11-07", sources)
    assert [((r.headline or "")[-7:], r.is_excerpt) for r in second.releases] == [("ALX-101", False)]
    assert (second.rows["feed"]["state"], third.releases) == ("ok", [])


@pytest.mark.parametrize("behaviour", LASTING.values(), ids=LASTING.keys())
def test_a_page_that_will_not_come_leaves_its_excerpt_at_once(behaviour: Behaviour, feed: Path, tmp_path: Path) -> None:
    with Wire({"/alx": behaviour, "/brx": misbehaving.page(SECOND)}) as wire:
        wire.routes["/feed"] = listing(wire)
        sources = write_source(feed, wire)
        first = run_night(tmp_path / "home", "2024-11-05", sources)
        second = run_night(tmp_path / "home", "2024-11-06", sources)
    told = sorted(((r.headline or "")[-7:], r.is_excerpt) for r in first.releases)
    assert told == [("ALX-101", True), ("BRX-202", False)]
    assert second.releases == []


@pytest.mark.parametrize("behaviour", [*PASSING.values(), *LASTING.values()], ids=[*PASSING.keys(), *LASTING.keys()])
def test_a_feed_that_misbehaves_is_no_quiet_day_and_the_next_night_has_all_of_it(
    behaviour: Behaviour, feed: Path, tmp_path: Path
) -> None:
    with Wire({"/alx": misbehaving.page(FIRST), "/brx": misbehaving.page(SECOND), "/feed": behaviour}) as wire:
        sources = write_source(feed, wire)
        first = run_night(tmp_path / "home", "2024-11-05", sources)
        assert first.rows["feed"]["state"] in ("failed", "blocked") and first.rows["feed"]["detail"]
        wire.routes["/feed"] = listing(wire)
        second = run_night(tmp_path / "home", "2024-11-06", sources)
    assert len(second.releases) == 2 and not any(r.is_excerpt for r in second.releases)


def test_an_error_that_passes_within_the_run_is_not_even_seen(
    feed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = functools.partial(Client, limits=Limits(attempts=3, per_second=1000), sleep=lambda seconds: None)
    monkeypatch.setattr(fetch, "NetworkClient", patient)
    wavering = in_turn(status(500), misbehaving.page(FIRST))
    with Wire({"/alx": wavering, "/brx": misbehaving.page(SECOND)}) as wire:
        wire.routes["/feed"] = listing(wire)
        told = run_night(tmp_path / "home", "2024-11-05", write_source(feed, wire))
    assert (told.rows["feed"]["state"], len(told.releases)) == ("ok", 2)


def test_a_page_behind_a_wall_is_asked_for_three_times_and_then_its_excerpt_is_taken(
    feed: Path, tmp_path: Path
) -> None:
    with Wire({"/alx": PASSING["a wall"], "/brx": misbehaving.page(SECOND)}) as wire:
        wire.routes["/feed"] = listing(wire)
        sources = write_source(feed, wire)
        nights = [run_night(tmp_path / "home", f"2024-11-0{day}", sources) for day in (5, 6, 7, 8)]
    assert [night.rows["feed"]["state"] for night in nights] == ["blocked", "blocked", "blocked", "ok_empty"]
    assert [[r.is_excerpt for r in night.releases] for night in nights] == [[False], [], [True], []]
