"""Which addresses of the network may be asked, and the names that lead to them.

A listing or a redirect is written by strangers: it must not make us read the router's page, a database on this machine
or the credentials service of a cloud. So a name is resolved here, every address it has is judged, and the connection
is made to a judged address; a second look-up that answers differently (DNS rebinding) never happens.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpcore

from ingest.errors import SourceRefused, SourceUnavailable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_SHARED = ipaddress.ip_network("100.64.0.0/10")  # carrier-grade NAT, RFC 6598
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_SITE = ipaddress.ip_network("fec0::/10")  # site-local, RFC 3879
_OPEN_TO_LOCAL = frozenset({"loopback", "private"})

CLOUD_SERVICES = frozenset(
    ipaddress.ip_address(text)
    # Instance metadata that does not lie in 169.254.0.0/16: Alibaba, Oracle, and AWS over IPv6.
    for text in ("100.100.100.200", "192.0.0.192", "fd00:ec2::254")
)


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses and addresses become connections; tests put a loopback server in the place of both.

    ``resolve(host, port)`` gives every address as text; ``dial(address, port, timeout)`` gives an open stream.
    """

    resolve: Callable[[str, int], Sequence[str]]
    dial: Callable[[str, int, float | None], httpcore.NetworkStream]


def resolve_name(host: str, port: int) -> list[str]:
    """Every address of the name, in the order in which the system would try them.

    Raises:
        SourceUnavailable: the name has no address now (a broken resolver looks the same as a name that is gone).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceUnavailable(
            f"The name {host} has no address ({getattr(error, 'strerror', None) or 'not a valid name'}): check the "
            "source's address and this machine's connection; the next run asks again.",
            reason="name_not_found",
        ) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial_address(address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
    """An open TCP connection to this very address."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=timeout)


OPEN_NETWORK = Network(resolve_name, dial_address)


def why_refused(text: str, *, is_local: bool) -> str | None:
    """Why this address is not asked ('loopback', 'private', 'link-local' ...); null when it may be.

    ``is_local`` opens loopback and private networks, because the user declared the source so. Link-local, multicast
    and the credentials services of clouds stay closed: no press release lives there.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "malformed"
    found = [kind for inner in _unwrapped(address) if (kind := _kind(inner)) is not None]
    if is_local:
        found = [kind for kind in found if kind not in _OPEN_TO_LOCAL]
    return found[0] if found else None


def allowed_addresses(network: Network, host: str, port: int, *, is_local: bool) -> list[str]:
    """The addresses of the host, all of them judged.

    Raises:
        SourceRefused: one of them is no public address; the whole name is then refused.
        SourceUnavailable: the name has no address.
    """
    addresses = list(network.resolve(host, port))
    for address in addresses:
        kind = why_refused(address, is_local=is_local)
        if kind is not None:
            way_out = (
                "if the source really lives there, mark it 'is_local: true'"
                if kind in _OPEN_TO_LOCAL
                else "no source is read there, whatever it is marked; correct the address or tell its owner"
            )
            raise SourceRefused(
                f"{host} leads to {address}, a {kind} address, and is not asked: {way_out}.",
                reason="private_address",
            )
    return addresses


def _unwrapped(address: Address) -> list[Address]:
    """The address and the IPv4 addresses that an IPv6 form carries inside (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    inner: list[Address] = [address]
    if address.sixtofour is not None:
        inner.append(address.sixtofour)
    if address.teredo is not None:
        inner.extend(address.teredo)
    if int(address) >> 32 == 0 and int(address) > 1:  # ::a.b.c.d, the old IPv4-compatible form
        inner.append(ipaddress.IPv4Address(int(address)))
    return inner


def _kind(address: Address) -> str | None:
    if address in CLOUD_SERVICES:
        return "cloud-credentials"
    if address.is_unspecified:
        return "loopback"  # 0.0.0.0 and :: reach this machine
    if address.is_loopback:
        return "loopback"
    if address.is_multicast:
        return "multicast"
    if address.is_link_local:
        return "link-local"
    if (address.version == 4 and address in _SHARED) or (address.version == 6 and address in _SITE):
        return "private"
    if address.is_reserved:
        return "reserved"
    return None if address.is_global and not address.is_private else "private"
