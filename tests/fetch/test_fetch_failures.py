"""A world that misbehaves: what the user sees, and that nothing is lost and nothing half arrives."""

from __future__ import annotations

import gzip
import re
import time
import tracemalloc
from collections.abc import Callable

import pytest
from fetch_desk import Desk
from misbehaving import (
    Behaviour,
    Call,
    Wire,
    endless,
    gzip_bomb,
    in_turn,
    page,
    redirect_to,
    reset_in_mid_body,
    slow_drip,
    slow_head,
    status,
    wrong_length,
)

from ingest.errors import SourceRefused, SourceUnavailable

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"
MakeDesk = Callable[..., Desk]

PASSING: dict[str, tuple[Behaviour, str]] = {
    "500": (status(500), "server_error"),
    "503": (status(503, b"<html>busy</html>"), "server_error"),
    "429": (status(429), "too_many_requests"),
    "408": (status(408), "server_error"),
    "reset in mid-body": (reset_in_mid_body(BODY * 50), "reset"),
    "shorter than said": (wrong_length(BODY, +10), "reset"),
    "longer than said": (wrong_length(BODY, -10), "damaged|reset"),  # as the surplus comes with the body or behind it
    "packed body cut short": (page(gzip.compress(BODY * 9)[:-20], Content_Encoding="gzip"), "damaged"),
    "packed body broken": (page(b"\x1f\x8b\x08\x00" + b"\xff" * 60, Content_Encoding="gzip"), "damaged"),
    "an encoding we did not ask for": (page(BODY, Content_Encoding="br"), "damaged"),
    "nothing at all": (page(b""), "empty"),
    "white space only": (page(b" \n "), "empty"),
    "202": (status(202), "empty"),
    "204": (lambda call: call.head(204, {}), "empty"),
    "304 unasked": (lambda call: call.head(304, {}), "empty"),
}

# A connection with a surplus may be taken for a live one once more: that try fails before the server hears of it.
UNHEARD = {"longer than said": 1}


@pytest.mark.parametrize("case", PASSING)
def test_a_passing_failure_is_sat_out_and_the_page_arrives_once(desk: Desk, case: str) -> None:
    behaviour, _ = PASSING[case]
    with Wire({"/a": in_turn(behaviour, page(BODY))}) as wire:
        assert desk.bring(wire.url("/a"))
        assert not desk.bring(wire.url("/a"))
    assert desk.bodies() == [BODY]
    assert 1 <= len(desk.slept) <= 1 + UNHEARD.get(case, 0)


@pytest.mark.parametrize("case", PASSING)
def test_a_lasting_failure_is_told_and_the_page_arrives_the_next_night(make_desk: MakeDesk, case: str) -> None:
    behaviour, reason = PASSING[case]
    desk = make_desk(attempts=3)
    with Wire({"/a": behaviour}) as wire:
        with pytest.raises(SourceUnavailable, match=re.escape("/a")) as failure:
            desk.bring(wire.url("/a"))
        assert failure.value.reason in reason.split("|")
        assert 3 - UNHEARD.get(case, 0) <= len(wire.paths()) <= 3
        assert desk.archive.nights() == []
        wire.routes["/a"] = page(BODY)
        assert desk.bring(wire.url("/a"), night="2026-11-25")
    assert desk.bodies("2026-11-25") == [BODY]


REFUSED: dict[str, tuple[Behaviour, str]] = {
    "404": (status(404), "not_found"),
    "410": (status(410), "not_found"),
    "401": (status(401), "forbidden"),
    "403": (status(403, b"<html>No.</html>"), "forbidden"),
    "400": (status(400), "bad_status"),
    "a redirect to nowhere": (status(302), "bad_status"),
    "a redirect to a file": (redirect_to("file:///etc/passwd"), "not_http"),
    "a redirect to mail": (redirect_to("mailto:a@b.c"), "not_http"),
    "a redirect loop": (redirect_to("/a"), "too_many_redirects"),
    "a redirect to the credentials of the cloud": (redirect_to("http://169.254.169.254/latest/"), "private_address"),
    "a bot wall": (page(b"<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'>"), "bot_wall"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_is_told_at_once_and_nothing_is_archived(desk: Desk, case: str) -> None:
    behaviour, reason = REFUSED[case]
    with Wire({"/a": behaviour}) as wire, pytest.raises(SourceRefused) as failure:
        desk.bring(wire.url("/a"))
    assert failure.value.reason == reason
    assert len(wire.paths()) == (7 if reason == "too_many_redirects" else 1)
    assert desk.archive.nights() == []
    assert desk.slept == []


def test_a_page_over_the_limit_is_refused_before_it_is_read_whole(make_desk: MakeDesk) -> None:
    desk = make_desk(body_bytes=100_000)
    with Wire({"/said": page(b"x" * 200_000), "/unsaid": endless()}) as wire:
        for path in ("/said", "/unsaid"):
            with pytest.raises(SourceRefused, match="larger than the limit") as failure:
                desk.bring(wire.url(path))
            assert failure.value.reason == "too_large"
        assert desk.bring(wire.url("/said"), max_bytes=300_000)
    assert desk.bodies() == [b"x" * 200_000]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_is_refused_without_being_unpacked(make_desk: MakeDesk, layers: int) -> None:
    desk = make_desk(body_bytes=200_000)
    bomb = gzip_bomb(60_000_000)
    if layers == 2:
        twice = gzip.compress(gzip.compress(bytes(60_000_000), 9), 9)
        bomb = page(twice, Content_Encoding="gzip, gzip")
    with Wire({"/a": bomb}) as wire:
        tracemalloc.start()
        with pytest.raises(SourceRefused, match="larger than the limit"):
            desk.bring(wire.url("/a"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 10_000_000
    assert desk.archive.nights() == []


@pytest.mark.parametrize("behaviour", [slow_drip(BODY), slow_head()])
def test_a_slow_drip_is_cut_by_the_total_and_the_page_arrives_later(make_desk: MakeDesk, behaviour: Behaviour) -> None:
    desk = make_desk(total_seconds=0.3, read_seconds=5, attempts=1)
    with Wire({"/a": behaviour}) as wire:
        with pytest.raises(SourceUnavailable, match="took too long") as failure:
            desk.bring(wire.url("/a"))
        assert failure.value.reason == "timeout"
        assert desk.archive.nights() == []
        wire.routes["/a"] = page(BODY)
        assert desk.bring(wire.url("/a"))
    assert desk.bodies() == [BODY]


def test_a_server_that_says_nothing_is_cut_by_the_read_timeout(make_desk: MakeDesk) -> None:
    desk = make_desk(read_seconds=0.15, attempts=1)
    with Wire({"/a": slow_drip(BODY, pause=0.6)}) as wire, pytest.raises(SourceUnavailable, match="took too long"):
        desk.bring(wire.url("/a"))


def test_a_long_silence_is_cut_by_the_total_even_when_a_read_may_last_longer(make_desk: MakeDesk) -> None:
    desk = make_desk(total_seconds=0.2, read_seconds=30, attempts=1)

    def behave(call: Call) -> None:
        call.head(200, {"Content-Length": str(len(BODY))})
        time.sleep(0.8)
        call.send(BODY)

    with Wire({"/a": behave}) as wire, pytest.raises(SourceUnavailable, match="took too long"):
        desk.bring(wire.url("/a"), heed_robots=False)


def test_an_answer_that_was_left_unread_holds_no_connection(make_desk: MakeDesk) -> None:
    desk = make_desk(connections=1, total_seconds=3.0, attempts=1, body_bytes=1000)
    with Wire({"/big": endless(), "/gone": status(404, b"x" * 900_000), "/a": page(BODY)}) as wire:
        for path in ("/big", "/gone"):
            with pytest.raises(SourceRefused):
                desk.bring(wire.url(path))
        assert desk.bring(wire.url("/a"))


def test_a_closed_port_is_told_as_unreachable(make_desk: MakeDesk) -> None:
    desk = make_desk(attempts=1)
    with Wire({}) as wire:
        url = wire.url("/a")
    with pytest.raises(SourceUnavailable, match="next run asks again") as failure:
        desk.bring(url, heed_robots=False)
    assert failure.value.reason == "unreachable"


@pytest.mark.parametrize("expects", ["feed", "data"])
def test_a_web_page_in_the_place_of_a_feed_is_no_quiet_day(make_desk: MakeDesk, expects: str) -> None:
    desk = make_desk(attempts=1)
    with Wire(
        {"/feed": page(b"\xef\xbb\xbf <!-- x --><!DOCTYPE HTML><html><body>Welcome to our site</body></html>")}
    ) as wire:
        with pytest.raises(SourceUnavailable, match="answered with a web page") as failure:
            desk.bring(wire.url("/feed"), expects=expects)
        assert failure.value.reason == "wrong_kind"
        wire.routes["/feed"] = page(b"<?xml version='1.0'?><rss><channel/></rss>", "text/html")
        assert desk.bring(wire.url("/feed"), expects=expects)


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "javascript:alert(1)",
        "//example.org/a",
        "http://",
        "",
        "http://[::1",
        "http://exa mple.org/",
        "data:text/html,x",
        "http://example.org:99999/",
        "http://xn--/",
    ],
)
def test_what_is_no_web_address_is_never_asked(desk: Desk, text: str) -> None:
    with pytest.raises(SourceRefused, match=r"correct the|no address") as failure:
        desk.client.get(text)
    assert failure.value.reason == "not_http"


def test_a_site_that_is_down_costs_one_try_per_page_after_a_while(make_desk: MakeDesk) -> None:
    desk = make_desk(attempts=3, failures_before_haste=2)
    with Wire({f"/{n}": status(500) for n in range(4)}) as wire:
        for n in range(4):
            with pytest.raises(SourceUnavailable):
                desk.bring(wire.url(f"/{n}"))
        assert [wire.paths().count(f"/{n}") for n in range(4)] == [3, 3, 1, 1]
        wire.routes["/4"] = page(BODY)
        wire.routes["/5"] = in_turn(status(500), page(BODY))
        assert desk.bring(wire.url("/4"))
        assert desk.bring(wire.url("/5"))
