"""robots.txt: read once, heeded, and never mistaken for permission when it cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fetch_desk import NOW, Desk
from misbehaving import Wire, gzip_bomb, in_turn, page, redirect_to, reset_in_mid_body, status

from ingest.errors import SourceRefused, SourceUnavailable

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"
RULES = (
    b"User-agent: dateline\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 2\n\nUser-agent: *\nDisallow: /\n"
)
MakeDesk = Callable[..., Desk]


def test_a_forbidden_page_is_refused_and_an_allowed_one_arrives(desk: Desk) -> None:
    routes = {"/robots.txt": page(RULES, "text/plain"), "/a": page(BODY), "/private/open": page(BODY + b"2")}
    with Wire({**routes, "/private/x": page(b"no")}) as wire:
        assert desk.bring(wire.url("/a"))
        assert desk.bring(wire.url("/private/open"))
        with pytest.raises(SourceRefused, match=r"robots\.txt of 127\.0\.0\.1 forbids") as failure:
            desk.bring(wire.url("/private/x"))
        assert failure.value.reason == "robots"
        assert wire.paths() == ["/a", "/private/open"]
        assert [asked.path for asked in wire.asked].count("/robots.txt") == 1


def test_a_redirect_into_a_forbidden_corner_is_refused(desk: Desk) -> None:
    with Wire({"/robots.txt": page(RULES, "text/plain"), "/a": redirect_to("/private/x")}) as wire:
        with pytest.raises(SourceRefused, match="forbids"):
            desk.bring(wire.url("/a"))
        assert wire.paths() == ["/a"]


def test_the_rules_for_others_hold_for_a_client_of_another_name(make_desk: MakeDesk) -> None:
    desk = make_desk(user_agent="Corden Bio Watch/2 (x@example.org)")
    with Wire({"/robots.txt": page(RULES, "text/plain"), "/a": page(BODY)}) as wire:
        with pytest.raises(SourceRefused, match="forbids"):
            desk.bring(wire.url("/a"))
        assert desk.bring(wire.url("/a"), heed_robots=False)


def test_a_crawl_delay_slows_us_down(desk: Desk) -> None:
    with Wire({"/robots.txt": page(RULES, "text/plain"), "/a": page(BODY)}) as wire:
        for _ in range(3):
            desk.bring(wire.url("/a"))
    assert sum(desk.slept) > 3  # 2 seconds between each two


@pytest.mark.parametrize(
    "answer",
    [status(404), status(403), status(401), page(b"<html><p>Not here"), page(b""), redirect_to("/robots.txt"), redirect_to("http://169.254.169.254/"),
     gzip_bomb(3_000_000), page(b"\xff\xfe\x00 garbage \x80")],
)  # fmt: skip
def test_no_rules_means_that_everything_may_be_read(desk: Desk, answer: object) -> None:
    with Wire({"/robots.txt": answer, "/a": page(BODY)}) as wire:  # type: ignore[dict-item]
        assert desk.bring(wire.url("/a"))


@pytest.mark.parametrize("answer", [status(500), status(429), reset_in_mid_body(RULES * 20)])
def test_rules_that_cannot_be_had_keep_us_away_for_now_and_nothing_is_lost(make_desk: MakeDesk, answer: object) -> None:
    desk = make_desk(attempts=2)
    with Wire({"/robots.txt": answer, "/a": page(BODY), "/b": page(BODY)}) as wire:  # type: ignore[dict-item]
        for path in ("/a", "/b"):
            with pytest.raises(SourceUnavailable, match="rules for robots") as failure:
                desk.bring(wire.url(path))
            assert failure.value.reason == "robots_unreachable"
        assert [asked.path for asked in wire.asked] == ["/robots.txt"] * 2
        wire.routes["/robots.txt"] = page(RULES, "text/plain")
        tomorrow = make_desk()
        assert tomorrow.bring(wire.url("/a"), night="2026-11-25")


def test_one_stumble_of_robots_txt_is_sat_out(desk: Desk) -> None:
    with Wire({"/robots.txt": in_turn(status(503), page(RULES, "text/plain")), "/a": page(BODY)}) as wire:
        assert desk.bring(wire.url("/a"))


def test_runs_of_one_home_read_the_rules_once_a_day(make_desk: MakeDesk, tmp_path: Path) -> None:
    home = tmp_path / "pace"

    def reads(now: datetime) -> int:
        before = len(wire.asked)
        make_desk(pace_home=home, now=lambda: now).bring(wire.url("/a"))
        return [asked.path for asked in wire.asked[before:]].count("/robots.txt")

    with Wire({"/robots.txt": page(RULES, "text/plain"), "/a": page(BODY)}) as wire:
        assert [reads(NOW), reads(NOW), reads(NOW + timedelta(hours=23))] == [1, 0, 0]
        with pytest.raises(SourceRefused, match="forbids"):
            make_desk(pace_home=home).bring(wire.url("/private/x"))
        assert reads(NOW + timedelta(hours=25)) == 1
        assert reads(NOW - timedelta(days=400)) == 1, "a clock that was set back does not keep rules for ever"
        (file,) = home.glob("*.robots")
        file.write_text('{"until": ')
        assert reads(NOW) == 1


def test_rules_of_yesterday_stay_good_while_the_host_is_away(make_desk: MakeDesk, tmp_path: Path) -> None:
    with Wire({"/robots.txt": page(RULES, "text/plain"), "/a": page(BODY)}) as wire:
        make_desk(pace_home=tmp_path / "pace").bring(wire.url("/a"))
        wire.routes["/robots.txt"] = status(500)
        later = make_desk(pace_home=tmp_path / "pace", now=lambda: NOW + timedelta(days=2))
        with pytest.raises(SourceRefused, match="forbids"):
            later.bring(wire.url("/private/x"))
        assert later.client.get(wire.url("/a"), is_local=True).body == BODY
