"""No password and no key in errors, logs, the archive or at a stranger's."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from fetch_desk import NIGHT, Desk
from misbehaving import Wire, page, public_network, redirect_to, reset_in_mid_body, status

from ingest.errors import DatelineError
from ingest.fetch.urls import redact

MakeDesk = Callable[..., Desk]
SECRET = "hunter2"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:hunter2@wire.example/a", "https://wire.example/a"),
        ("https://me:p@ss:hunter2@wire.example/a", "https://wire.example/a"),
        ("https://wire.example/a?page=2&api_key=hunter2&x=1", "https://wire.example/a?page=2&api_key=***&x=1"),
        ("https://wire.example/a?ACCESS_TOKEN=hunter2", "https://wire.example/a?ACCESS_TOKEN=***"),
        ("https://wire.example/a?X-Amz-Signature=hunter2#top", "https://wire.example/a?X-Amz-Signature=***#top"),
        ("https://wire.example/a#access_token=hunter2", "https://wire.example/a#access_token=***"),
        ("https://wire.example/keynote?q=a@b", "https://wire.example/keynote?q=a@b"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, shown: str) -> None:
    assert redact(url) == shown


def test_no_error_and_no_log_shows_a_secret(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    routes = {
        "/404": status(404), "/500": status(500), "/reset": reset_in_mid_body(b"x" * 900), "/bomb": page(b"x" * 900),
        "/loop": redirect_to("/loop?token=hunter2"), "/empty": page(b""), "/302": status(302),
        "/inside": redirect_to("http://u:hunter2@169.254.169.254/?token=hunter2"),
        "/file": redirect_to("ftp://u:hunter2@x/?token=hunter2"), "/robots.txt": page(b"User-agent: *\nDisallow: /no"),
        "/ok": page(b"<p>text</p>", Set_Cookie="session=hunter2", WWW_Authenticate="hunter2"),
    }  # fmt: skip
    with Wire(routes) as wire:
        for path in [*routes, "/no", "/port"]:
            url = wire.url(f"{path}?token={SECRET}").replace("http://", f"http://user:{SECRET}@")
            if path == "/port":
                url = url.replace(f":{wire.port}/", ":1/")
            try:
                desk.client.get(url, is_local=True, max_bytes=500, heed_robots=path != "/port")
            except DatelineError as error:
                assert SECRET not in str(error)
                assert SECRET not in repr(error.__cause__)
            else:
                assert path in {"/ok", "/robots.txt"}
    assert SECRET not in caplog.text


def test_the_archive_keeps_headers_without_cookies(desk: Desk) -> None:
    with Wire({"/a": page(b"<p>text</p>", Set_Cookie="session=hunter2", X_Wire="north")}) as wire:
        desk.bring(wire.url("/a"))
    (line,) = (desk.archive._arrivals / f"{NIGHT}.jsonl").read_text().splitlines()
    assert SECRET not in line
    assert '"x-wire":"north"' in line


def test_a_login_of_the_source_is_sent_to_its_own_origin_only(make_desk: MakeDesk) -> None:
    desk = make_desk(network=public_network({"wire.example": "93.184.215.14", "other.example": "151.101.1.69"}))
    with Wire({"/b": page(b"<p>text</p>")}) as wire:
        wire.routes["/a"] = redirect_to(wire.url("/b", "u:stolen@other.example"))
        got = desk.client.get(wire.url("/a", f"me:{SECRET}@wire.example"))
        sent = {asked.path: asked.headers.get("authorization", "") for asked in wire.asked}
        assert got.url == wire.url("/b", "other.example")
    assert sent["/a"].startswith("Basic ")
    assert sent["/b"] == ""
    assert sent["/robots.txt"] == ""
