"""What a well-meaning server sends, and small lies that cost nothing."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from fetch_desk import NOW, Desk
from misbehaving import Wire, in_turn, page, redirect_to, status, unchanged_when_known

from ingest.fetch.client import Validators

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"


def test_a_page_arrives_with_its_type_charset_and_our_own_time(desk: Desk) -> None:
    with Wire({"/a": page(BODY, "Text/HTML; Charset='UTF-8'", Date="Tue, 01 Jan 2041 00:00:00 GMT")}) as wire:
        got = desk.client.get(wire.url("/a"), is_local=True)
    assert (got.status, got.body, got.media_type, got.charset) == (200, BODY, "text/html", "utf-8")
    assert got.fetched_at == NOW
    assert wire.asked[-1].headers["user-agent"].startswith("Dateline/")


def test_an_unchanged_page_is_not_sent_again_and_stays_in_the_archive_once(desk: Desk) -> None:
    with Wire({"/a": unchanged_when_known(BODY, '"v1"')}) as wire:
        first = desk.client.get(wire.url("/a"), is_local=True)
        assert desk.bring(wire.url("/a"))
        again = desk.client.get(wire.url("/a"), is_local=True, validators=first.validators)
    assert (again.status, again.body) == (304, b"")
    assert again.validators == first.validators == Validators(etag='"v1"')
    assert desk.bodies() == [BODY]


def test_a_page_without_etag_is_asked_for_by_its_date(desk: Desk) -> None:
    changed = "Mon, 23 Nov 2026 10:00:00 GMT"
    with Wire({"/a": in_turn(page(BODY, Last_Modified=changed), status(304))}) as wire:
        first = desk.client.get(wire.url("/a"), is_local=True)
        again = desk.client.get(wire.url("/a"), is_local=True, validators=first.validators)
    assert wire.asked[-1].headers["if-modified-since"] == changed
    assert again.status == 304
    assert again.validators.last_modified == changed


@pytest.mark.parametrize(
    ("declared", "media_type", "charset"),
    [
        ("text/html; charset=klingon-8", "text/html", None),
        ("text/html; charset=", "text/html", None),
        ("text/html; charset=zlib", "text/html", None),
        ("text/html;;charset=latin1;x", "text/html", "latin1"),
        ("html", "application/octet-stream", None),
        ("text/html, text/html; charset=utf-8", "application/octet-stream", "utf-8"),
    ],
)
def test_a_lie_about_the_charset_changes_no_byte(
    desk: Desk, declared: str, media_type: str, charset: str | None
) -> None:
    body = "<p>Schübel & Söhne: 5 µg</p>".encode("cp1252")
    with Wire({"/a": page(body, declared)}) as wire:
        got = desk.client.get(wire.url("/a"), is_local=True)
        assert desk.bring(wire.url("/a"))
    assert (got.media_type, got.charset) == (media_type, charset)
    assert desk.bodies() == [body]


def _raw_deflate(body: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(body) + machine.flush()


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY[:20]) + gzip.compress(BODY[20:])),
        ("gzip", gzip.compress(BODY) + b"\0" * 16),
        ("gzip, gzip", gzip.compress(gzip.compress(BODY))),
        ("deflate", zlib.compress(BODY)),
        ("deflate", _raw_deflate(BODY)),
        ("gzip", BODY),  # the header lies
        ("utf-8", BODY),
    ],
    # Packed bytes hold the time at which they were packed: as names they would differ from worker to worker.
    ids=["gzip", "two members", "padded", "packed twice", "zlib", "raw deflate", "not packed", "no encoding"],
)
def test_a_packed_page_arrives_unpacked(desk: Desk, encoding: str, sent: bytes) -> None:
    with Wire({"/a": page(sent, Content_Encoding=encoding)}) as wire:
        assert desk.client.get(wire.url("/a"), is_local=True).body == BODY


def test_a_moved_page_arrives_under_its_final_address(desk: Desk) -> None:
    routes = {"/old": redirect_to("/mid?x=1", 301), "/mid": redirect_to("new", 307), "/new": page(BODY)}
    with Wire(routes) as wire:
        got = desk.client.get(wire.url("/old#top"), is_local=True)
        assert got.url == wire.url("/new")
    assert got.body == BODY


def test_a_site_that_wants_its_cookie_back_gives_the_page_and_the_cookie_is_forgotten_after(desk: Desk) -> None:
    with Wire({"/a": in_turn(redirect_to("/a", Set_Cookie="seen=yes; Path=/"), page(BODY, Set_Cookie="id=7"))}) as wire:
        got = desk.client.get(wire.url("/a"), is_local=True)
        desk.client.get(wire.url("/a"), is_local=True)
    assert [asked.headers.get("cookie") for asked in wire.asked if asked.path == "/a"] == [None, "seen=yes", None]
    assert "set-cookie" not in got.headers


def test_many_threads_share_one_client(desk: Desk) -> None:
    with Wire({f"/{n}": page(b"page %d" % n) for n in range(20)}) as wire:
        with ThreadPoolExecutor(8) as pool:
            new = list(pool.map(lambda n: desk.bring(wire.url(f"/{n % 20}")), range(40)))
        assert sum(asked.path == "/robots.txt" for asked in wire.asked) == 1
    assert sum(new) == 20
    assert sorted(desk.bodies()) == sorted(b"page %d" % n for n in range(20))


def test_names_and_cookies_beyond_ascii_are_sent_as_they_are(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(user_agent="Dateline/0.1 (Jürgen, j@example.org)")
    with Wire({"/a": in_turn(redirect_to("/a", Set_Cookie="seen=\xc3\xbc; Path=/"), page(BODY))}) as wire:
        assert desk.client.get(wire.url("/a"), is_local=True).body == BODY
    sent = wire.asked[-1].headers
    assert sent["cookie"].encode("latin-1").decode() == "seen=ü"
    assert sent["user-agent"].encode("latin-1").decode() == "Dateline/0.1 (Jürgen, j@example.org)"
