"""Where a listing or a redirect written by a stranger may not lead."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

import pytest
from fetch_desk import Desk
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import Wire, page, public_network, redirect_to

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.addresses import Network, allowed_addresses, dial_address, resolve_name, why_refused

BODY = b"<html><body><p>Corden Bio doses first patient.</p></body></html>"
MakeDesk = Callable[..., Desk]
PUBLIC = {"wire.example": "93.184.215.14", "cdn.example": "151.101.1.69"}

ALWAYS_CLOSED = [
    "169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0", "224.0.0.251", "ff02::1", "255.255.255.255",
    "240.0.0.1", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "::169.254.169.254", "::127.0.0.1", "2001:0:7f00:1::", "not an address",
]  # fmt: skip
LOCAL_ONLY = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "::", "::1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fc00::1",
    "fec0::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:db8::1", "192.0.2.1", "198.18.0.1",
]  # fmt: skip
OPEN = ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "100.63.255.255"]


@pytest.mark.parametrize("address", ALWAYS_CLOSED)
def test_no_declaration_opens_link_local_multicast_or_the_credentials_of_a_cloud(address: str) -> None:
    assert why_refused(address, is_local=False)
    assert why_refused(address, is_local=True)


@pytest.mark.parametrize("address", LOCAL_ONLY)
def test_loopback_and_private_addresses_are_open_to_local_sources_only(address: str) -> None:
    assert why_refused(address, is_local=False)
    assert why_refused(address, is_local=True) is None


@pytest.mark.parametrize("address", OPEN)
def test_public_addresses_are_open(address: str) -> None:
    assert why_refused(address, is_local=False) is None


@given(st.ip_addresses())
def test_what_python_calls_not_global_is_never_open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    carried = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    if why_refused(str(address), is_local=False) is None:
        assert (carried or address).is_global
        assert not (carried or address).is_multicast


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_a_feed_that_leads_to_this_machine_is_refused_however_it_is_written(desk: Desk, host: str) -> None:
    with Wire({"/a": page(BODY)}) as wire:
        with pytest.raises(SourceRefused, match="is_local: true") as failure:
            desk.client.get(wire.url("/a", host))
        assert failure.value.reason == "private_address"
        assert wire.asked == []


def test_a_public_page_arrives_over_its_judged_address(make_desk: MakeDesk) -> None:
    dialled: list[str] = []
    desk = make_desk(network=public_network(PUBLIC, dialled))
    with Wire({"/a": page(BODY)}) as wire:
        got = desk.client.get(wire.url("/a", "wire.example"))
        assert wire.asked[-1].headers["host"] == f"wire.example:{wire.port}"
    assert got.body == BODY
    assert set(dialled) == {"93.184.215.14"}


@pytest.mark.parametrize("inner", ["127.0.0.1", "169.254.169.254", "10.0.0.7", "[::1]", "[::ffff:10.0.0.7]"])
def test_a_public_page_that_leads_inside_is_refused_before_anything_inside_is_asked(
    make_desk: MakeDesk, inner: str
) -> None:
    dialled: list[str] = []
    desk = make_desk(network=public_network(PUBLIC, dialled))
    with Wire({"/inside": page(b"secret")}) as wire:
        wire.routes["/a"] = redirect_to(wire.url("/inside", inner))
        with pytest.raises(SourceRefused, match="is not asked") as failure:
            desk.client.get(wire.url("/a", "wire.example"))
        assert wire.paths() == ["/a"]
    assert failure.value.reason == "private_address"
    assert set(dialled) == {"93.184.215.14"}


def test_a_name_that_changes_its_address_after_the_check_is_not_followed_inside(make_desk: MakeDesk) -> None:
    """DNS rebinding: the connection goes to the judged address, and every new connection judges again."""
    answers = iter(["93.184.215.14", "127.0.0.1", "127.0.0.1"])
    dialled: list[str] = []
    inner = public_network({}, dialled)
    desk = make_desk(network=Network(lambda host, port: [next(answers)], inner.dial))
    hang_up = page(BODY, Connection="close")
    with Wire({"/a": hang_up, "/b": hang_up}) as wire:
        got = desk.client.get(wire.url("/a", "rebound.example"), heed_robots=False)
        assert got.body == BODY
        with pytest.raises(SourceRefused, match=r"leads to 127\.0\.0\.1"):
            desk.client.get(wire.url("/b", "rebound.example"), heed_robots=False)
        assert wire.paths() == ["/a"]
    assert dialled == ["93.184.215.14"]


def test_one_private_address_among_public_ones_closes_the_name() -> None:
    network = Network(lambda host, port: ["93.184.215.14", "10.0.0.1"], dial_address)
    with pytest.raises(SourceRefused, match="a private address"):
        allowed_addresses(network, "two-faced.example", 443, is_local=False)


def test_the_next_address_of_a_name_is_tried_when_the_first_is_dead(make_desk: MakeDesk) -> None:
    with Wire({"/a": page(BODY)}) as wire:
        network = Network(lambda host, port: ["127.0.0.9", "127.0.0.1"], dial_address)
        desk = make_desk(network=network, attempts=1)
        assert desk.client.get(wire.url("/a", "two.example"), is_local=True).body == BODY


def test_a_local_connection_is_never_lent_to_a_source_that_is_not_local(make_desk: MakeDesk) -> None:
    desk = make_desk(network=public_network({"inside.example": "127.0.0.1"}))
    with Wire({"/a": page(BODY)}) as wire:
        url = wire.url("/a", "inside.example")
        assert desk.client.get(url, is_local=True, heed_robots=False).body == BODY
        with pytest.raises(SourceRefused, match=r"leads to 127\.0\.0\.1"):
            desk.client.get(url, heed_robots=False)
        assert wire.paths() == ["/a"]


def test_a_name_without_an_address_is_a_passing_failure(make_desk: MakeDesk) -> None:
    with pytest.raises(SourceUnavailable, match="has no address") as failure:
        resolve_name("nowhere.invalid", 80)
    assert failure.value.reason == "name_not_found"
    assert resolve_name("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises(SourceUnavailable):
        resolve_name("a" * 300 + ".example", 80)


def test_a_proxy_of_the_environment_is_used_and_not_asked_for_what_is_inside(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A proxy is asked with the whole address in the place of the path.
    with Wire({"http://wire.example/a": page(BODY)}) as proxy:
        monkeypatch.setenv("http_proxy", f"http://user:hunter2@127.0.0.1:{proxy.port}")
        world = {"wire.example": "93.184.215.14", "inside.example": "10.0.0.1"}
        desk = make_desk(network=public_network(world))
        assert desk.client.get("http://wire.example/a").body == BODY
        assert "proxy-authorization" in proxy.asked[-1].headers
        for url in ("http://inside.example/a", "http://10.0.0.1/a", "http://169.254.169.254/a"):
            with pytest.raises(SourceRefused, match="is not asked"):
                desk.client.get(url)
        monkeypatch.setenv("no_proxy", "direct.example")
        assert [asked.path for asked in proxy.asked] == ["http://wire.example/robots.txt", "http://wire.example/a"]
