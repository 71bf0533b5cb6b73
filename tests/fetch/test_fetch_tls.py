"""https, as the real wires speak it: the right name, a trusted authority, the judged address, and through a proxy."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from fetch_desk import Desk
from misbehaving import CERTIFICATE, Wire, in_turn, page, public_network, redirect_to, slow_drip, wrong_length

from ingest.errors import SettingsError, SourceUnavailable

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"
WORLD = {"wire.example": "93.184.215.14", "other.example": "93.184.215.14"}
MakeDesk = Callable[..., Desk]


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.usefixtures("trusted")
def test_a_page_arrives_from_the_authority_that_the_environment_names(make_desk: MakeDesk) -> None:
    dialled: list[str] = []
    desk = make_desk(network=public_network(WORLD, dialled))
    with Wire({"/a": page(gzip.compress(BODY), Content_Encoding="gzip"), "/b": page(BODY)}, is_tls=True) as wire:
        assert desk.client.get(wire.url("/a", "wire.example")).body == BODY
        assert desk.client.get(wire.url("/b", "wire.example")).body == BODY
    assert dialled == ["93.184.215.14"], "one connection serves robots.txt and both pages"


def test_an_untrusted_certificate_is_told_once_and_the_page_is_not_lost(make_desk: MakeDesk) -> None:
    desk = make_desk(network=public_network(WORLD))
    with Wire({"/a": page(BODY)}, is_tls=True) as wire:
        with pytest.raises(SourceUnavailable, match="SSL_CERT_FILE") as failure:
            desk.client.get(wire.url("/a", "wire.example"), heed_robots=False)
        assert wire.asked == []
    assert failure.value.reason == "certificate"
    assert desk.slept == []


@pytest.mark.usefixtures("trusted")
def test_a_host_on_the_same_address_does_not_pass_with_anothers_certificate(make_desk: MakeDesk) -> None:
    desk = make_desk(network=public_network(WORLD))
    with Wire({"/a": page(BODY)}, is_tls=True) as wire:
        wire.routes["/to"] = redirect_to(wire.url("/a", "other.example"))
        assert desk.client.get(wire.url("/a", "wire.example")).body == BODY
        with pytest.raises(SourceUnavailable, match=r"certificate of other\.example is not trusted"):
            desk.client.get(wire.url("/to", "wire.example"), heed_robots=False)
        assert wire.paths() == ["/a", "/to"]


@pytest.mark.usefixtures("trusted")
def test_misbehaviour_under_tls_is_sat_out(make_desk: MakeDesk) -> None:
    desk = make_desk(network=public_network(WORLD), total_seconds=0.5)
    routes = {
        "/long": in_turn(wrong_length(BODY, -10), page(BODY)),
        "/short": in_turn(wrong_length(BODY, 10), page(BODY)),
        "/slow": in_turn(slow_drip(BODY), page(BODY)),
    }
    with Wire(routes, is_tls=True) as wire:
        for path in routes:
            assert desk.client.get(wire.url(path, "wire.example")).body == BODY
            assert wire.paths().count(path) == 2


@pytest.mark.usefixtures("trusted")
def test_a_page_arrives_through_the_proxy_of_the_environment(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Wire({"/a": page(BODY), "/b": page(BODY)}, is_tls=True) as wire, Wire({}) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        desk = make_desk(network=public_network({"wire.example": "93.184.215.14"}), attempts=1)
        for path in ("/a", "/b"):
            assert desk.client.get(wire.url(path, "wire.example"), heed_robots=False).body == BODY
        assert set(proxy.tunnels) == {f"wire.example:{wire.port}"}
        monkeypatch.setenv("NO_PROXY", "wire.example")
        proxy.tunnels.clear()
        assert desk.client.get(wire.url("/a", "wire.example")).body == BODY
        assert proxy.tunnels == []


def test_settings_of_the_environment_that_cannot_be_used_are_told(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(network=public_network(WORLD))
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    with pytest.raises(SettingsError, match="SSL_CERT_FILE"):
        desk.client.get("https://wire.example/a")
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("HTTPS_PROXY", "socks5://me:hunter2@10.0.0.1:1080")
    with pytest.raises(SettingsError, match=r"socks5://10\.0\.0\.1:1080") as failure:
        desk.client.get("https://wire.example/a")
    assert "hunter2" not in str(failure.value)
