"""Whatever a server sends ends in a document or in an error of the house, never in a crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from misbehaving import Call, Wire, public_network

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.client import Client, Limits, Validators

NASTY = st.sampled_from(
    [
        "", " ", "\t", "0", "-1", "9" * 5000, "1e3", "²", "é", "/", "//", "http://", "http://[", "/\x7f", "http://%zz/",
        "http://ü.example/", "http://user@/", "?", "#", "../../..", "http://127.0.0.1:99999/", "http://a:b:c/", "gzip",
        "gzip, gzip, gzip", "deflate", "br", "chunked", "identity", "a=b; Domain=; Expires=never", "x" * 3000,
        "text/html; charset=\"", "text/html; charset=undefined", "W/\"é\"", "Wed, 31 Feb 2026 99:00:00 GMT", "1, 2",
        "javascript:alert(1)", "http://\u2100.example/", "http://xn--/", "http://" + "a" * 300 + "/", "/a b", "/%",
    ]
)  # fmt: skip
HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "Content-Length", "Content-Type", "Content-Encoding", "Transfer-Encoding", "Location", "Set-Cookie",
                "ETag", "Last-Modified", "Retry-After", "Date", "Connection", "X-Amzn-Waf-Action", "Cf-Mitigated",
            ]
        ),
        NASTY | st.text(st.characters(max_codepoint=255), max_size=20),
    ),
    max_size=4,
)  # fmt: skip
CODES = st.sampled_from([100, 101, 200, 200, 200, 204, 206, 299, 301, 302, 303, 304, 308, 400, 403, 429, 500, 599, 999])
BODIES = st.binary(max_size=60) | st.sampled_from(
    [b"\x1f\x8b", b"5\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffff\r\n", b"{"]
)


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Wire, Client]]:
    limits = Limits(per_second=1e6, attempts=1, total_seconds=2.0, redirects=2, failures_before_haste=10**9)
    with (
        Wire() as wire,
        Client(
            user_agent="Dateline/0.1",
            now=lambda: datetime(2026, 11, 24),
            limits=limits,
            sleep=lambda seconds: None,
            network=public_network({}),  # no name is looked up in the world
        ) as client,
    ):
        client._pacer.postpone = lambda host, seconds: None  # type: ignore[method-assign]  # each example is a new day
        yield wire, client


def ask(server: tuple[Wire, Client], raw: bytes, expects: str) -> None:
    wire, client = server

    def behave(call: Call) -> None:
        call.send(raw)
        call.hang_up()

    wire.routes["/a"] = behave
    try:
        got = client.get(
            wire.url("/a"), is_local=True, expects=expects, heed_robots=False, validators=Validators(etag='"a"')
        )
    except (SourceRefused, SourceUnavailable) as error:
        assert error.reason
        assert str(error).endswith(".")
        assert "\n" not in str(error)
    else:
        assert got.status in {200, 304}
        assert got.body or got.status == 304


@settings(max_examples=100, deadline=None)
@given(CODES, HEADERS, BODIES, st.sampled_from(["page", "feed", "data", "any"]))
def test_any_headers_end_in_a_document_or_an_error_of_the_house(
    server: tuple[Wire, Client], code: int, headers: list[tuple[str, str]], body: bytes, expects: str
) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    ask(server, f"HTTP/1.1 {code} OK\r\n{lines}\r\n".encode("latin-1", "replace") + body, expects)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_in_an_error_of_the_house(server: tuple[Wire, Client], raw: bytes) -> None:
    ask(server, raw, "page")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([301, 302, 303, 307, 308]), NASTY | st.text(st.characters(max_codepoint=255), max_size=20))
def test_any_redirect_ends_in_an_error_of_the_house(server: tuple[Wire, Client], code: int, location: str) -> None:
    target = location.replace("\r", "").replace("\n", "").encode("latin-1", "replace")
    ask(server, b"HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % (code, target), "page")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["", "http://", "https://", "http://a.example", "//"]), st.text() | NASTY)
def test_any_address_of_a_listing_ends_in_an_error_of_the_house(
    server: tuple[Wire, Client], start: str, rest: str
) -> None:
    _, client = server
    with pytest.raises((SourceRefused, SourceUnavailable)) as failure:
        client.get(start + rest)  # no name has an address in this world
    assert failure.value.reason in {"not_http", "private_address"}
